"""Settings: what the command line says, else the configuration file, else defaults."""

import argparse
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from factcheck.errors import UsageError
from factcheck.lexicons import data_folder
from factcheck.lexicons.style_guide import disputed_terms
from factcheck.registry import unknown

DEFAULT_STORE = ".factcheck/facts.db"
CONFIGURATION = "factcheck.yaml"
ALIASES = "aliases.yaml"
SUPPRESSIONS = "factcheck.suppress.yaml"
DEFAULT_BASELINE = "factcheck.baseline.json"
EARLIER_BASELINE = ".factcheck/baseline.json"
"""Where the baseline was until the store's folder came to ignore itself."""
DEFAULT_REVIEW = "factcheck.review.jsonl"


@dataclass(frozen=True, slots=True)
class Settings:
    """How to run, whoever said so.

    Attributes:
        store: Path of the fact store; "none" keeps nothing.
        rules: Rule files and folders; none means the shipped rules.
        facts: Files and folders of reference facts.
        select: Only these rules; none means all.
        ignore: Not these rules.
        aliases: The alias file, or None.
        style_guide: The newsroom's table of disputed terms; None takes the shipped one.
        fail_on: Lowest severity that gives exit status 1; "never" for none.
        formats: Reports to make, each `FORMAT` or `FORMAT=FILE`; none means text, or
            a summary where a terminal would scroll.
        group_by: "group" compares within groups only, "story" within stories; None
            compares everything.
        stories: How documents on one event are found: auto, folder or off.
        model: Name or path of a spaCy pipeline; None takes the best installed.
        against: What the documents are compared with: files and folders.
        since: Only documents published on this day or later are checked.
        suppress: The suppression file, or None.
        strict_suppressions: Whether a suppression without effect is an error.
        baseline: The file of known findings.
        review: The file of verdicts.
        jobs: How many processes extract; 0 for one on every core.
        engine: "sqlite", "duckdb" or "spark"; None takes the fastest for the claims.
        scratch: The folder in which engines may keep files; None takes the system's.
        allow_incomplete: Whether it is accepted that not everything was checked.
        quiet: Whether progress is left out.
        verbose: Whether the text report lists everything.
        color: Whether reports on the screen are coloured: auto, always or never.
        limit: How many findings the text report prints; 0 prints all.
    """

    store: str = DEFAULT_STORE
    rules: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    aliases: str | None = None
    style_guide: str | None = None
    fail_on: str = "error"
    formats: tuple[str, ...] = ()
    group_by: str | None = None
    stories: str = "auto"
    model: str | None = None
    against: tuple[str, ...] = ()
    since: str | None = None
    suppress: str | None = None
    strict_suppressions: bool = False
    baseline: str = DEFAULT_BASELINE
    review: str = DEFAULT_REVIEW
    jobs: int = 1
    engine: str | None = None
    scratch: str | None = None
    allow_incomplete: bool = False
    quiet: bool = False
    verbose: bool = False
    color: str = "auto"
    limit: int = 0


SHIPPED = "shipped"
"""What stands for the rules that come with factcheck where rules are named."""

LISTS = {"rules", "facts", "select", "ignore", "formats", "against"}
FLAGS = {"allow_incomplete", "quiet", "verbose", "strict_suppressions"}
COUNTS = {"jobs", "limit"}
STORY = "story"
"""What documents are grouped by where nobody has to name groups."""

CHOICES = {
    "fail_on": ("error", "warning", "note", "never"),
    "group_by": ("group", STORY),
    "stories": ("auto", "folder", "off"),
    "engine": ("sqlite", "duckdb", "spark"),
    "color": ("auto", "always", "never"),
}
ALIASES_OF_KEYS = {"format": "formats"}


def load_settings(options: argparse.Namespace) -> Settings:
    """Merge the command line with the configuration.

    Files that hold what people decided lie beside the configuration where nobody says
    otherwise: they belong under version control with it.

    Raises:
        UsageError: The configuration cannot be read, or holds unknown keys or values.
        RuleError: The table of disputed terms is faulty.
    """
    path, values = _configuration(getattr(options, "config", None))
    settings = replace(_beside(path.parent), **checked(values, str(path)))
    arguments = {
        field.name: getattr(options, field.name, None) for field in fields(Settings)
    }
    given: dict[str, Any] = {k: v for k, v in arguments.items() if v is not None}
    for name in ("select", "ignore"):
        if name in given:
            given[name] = [part for item in given[name] for part in item.split(",")]
    given = {k: tuple(v) if k in LISTS else v for k, v in given.items()}
    settings = replace(settings, **given)
    if settings.style_guide and Path(settings.style_guide).exists():
        disputed_terms(settings.style_guide)
    return replace(settings, rules=_with_shipped(settings.rules))


def _with_shipped(rules: tuple[str, ...]) -> tuple[str, ...]:
    """Put the folder of the rules that come with factcheck where it is meant."""
    if rules == (SHIPPED,):
        return ()
    folder = str(data_folder())
    return tuple(folder if path == SHIPPED else path for path in rules)


def _beside(folder: Path) -> Settings:
    """Return the settings where the configuration in a folder says nothing."""
    baseline = folder / DEFAULT_BASELINE
    if not baseline.is_file() and Path(EARLIER_BASELINE).is_file():
        baseline = Path(EARLIER_BASELINE)
    aliases, suppressions = folder / ALIASES, folder / SUPPRESSIONS
    return Settings(
        aliases=str(aliases) if aliases.is_file() else None,
        suppress=str(suppressions) if suppressions.is_file() else None,
        baseline=str(baseline),
        review=str(folder / DEFAULT_REVIEW),
    )


def _configuration(named: str | None) -> tuple[Path, dict[str, Any]]:
    """Read the file named, or the one that lies here; nothing where there is none."""
    if named:
        return Path(named), _read(Path(named))
    if Path(CONFIGURATION).is_file():
        return Path(CONFIGURATION), _read(Path(CONFIGURATION))
    project = Path("pyproject.toml")
    if project.is_file() and "[tool.factcheck]" in project.read_text(errors="replace"):
        return project, _read(project)
    return Path(CONFIGURATION), {}


def _read(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: is not UTF-8: {error.reason}") from error
    if path.suffix == ".toml":
        import tomllib  # few need it

        try:
            read = tomllib.loads(text)
        except (ValueError, RecursionError) as error:
            raise UsageError(f"{path}: not TOML: {error}") from error
        return _own(path, read) if path.name == "pyproject.toml" else read
    return _read_yaml(path, text)


def _own(path: Path, read: dict[str, Any]) -> dict[str, Any]:
    """Return our part of a project's file."""
    tool = read.get("tool", {})
    own = tool.get("factcheck", {}) if isinstance(tool, dict) else None
    if not isinstance(own, dict):
        raise UsageError(f"{path}: [tool.factcheck] should be a table of settings")
    return own


def _read_yaml(path: Path, text: str) -> dict[str, Any]:
    import yaml

    from factcheck.lexicons.tables import StringLoader

    try:
        read = yaml.load(text, StringLoader)
    except yaml.MarkedYAMLError as error:
        mark, problem = error.problem_mark, error.problem or error.context
        place = f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else path
        raise UsageError(f"{place}: is not YAML: {problem}") from error
    except yaml.YAMLError as error:
        raise UsageError(f"{path}: is not YAML: {error}") from error
    if read is None:
        return {}
    if not isinstance(read, dict):
        raise UsageError(f"{path}: expected settings, such as `fail-on: warning`")
    return read


def checked(values: dict[str, Any], where: str) -> dict[str, Any]:
    """Check every key and value of a configuration that lies at some place.

    Raises:
        UsageError: Every fault, one a line.
    """
    names = {field.name for field in fields(Settings)}
    settings: dict[str, Any] = {}
    faults: list[str] = []
    for key, value in values.items():
        name = ALIASES_OF_KEYS.get(str(key), str(key).replace("-", "_"))
        if name not in names:
            known = [n.replace("_", "-") for n in names]
            faults.append(unknown("setting", str(key), known))
            continue
        try:
            settings[name] = _value(name, value)
        except ValueError as error:
            faults.append(f"{key}: {error}")
    if faults:
        raise UsageError("\n".join(f"{where}: {fault}" for fault in faults))
    return settings


def _value(name: str, value: Any) -> Any:
    if name in LISTS:
        listed = value if isinstance(value, list) else [value]
        if not all(isinstance(item, str) for item in listed):
            raise ValueError("expected a list of words")
        return tuple(listed)
    if name in FLAGS:
        word = str(value).lower()
        if word not in ("true", "false"):
            raise ValueError(f"expected true or false, not {value!r}")
        return word == "true"
    if isinstance(value, date):  # TOML knows days, YAML is read as words
        return value.isoformat()
    if name in COUNTS:
        if not str(value).isdecimal():
            raise ValueError(f"expected a whole number, not {value!r}")
        return int(value)
    if not isinstance(value, str):
        raise ValueError(f"expected one word, not {value!r}")
    if name in CHOICES and value not in CHOICES[name]:
        raise ValueError(f"expected one of {', '.join(CHOICES[name])}, not {value!r}")
    return value
