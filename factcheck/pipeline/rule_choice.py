"""Which rules run: their files, and the choice made among them."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import UsageError
from factcheck.lexicons import data_folder
from factcheck.pipeline.settings import Settings
from factcheck.registry import unknown

if TYPE_CHECKING:
    from factcheck.rules import Rule


def chosen_files(settings: Settings) -> list[Path]:
    """Return every file that decides how claims are judged, sorted within a folder.

    Raises:
        UsageError: A path does not exist.
    """
    named: list[Path] = [*map(Path, settings.rules), *map(Path, settings.facts)]
    if settings.aliases:
        named.append(Path(settings.aliases))
    for path in named:
        if not path.exists():
            raise UsageError(f"{path}: no such file or folder")
    shipped = [*sorted(data_folder().rglob("*.yaml"))]
    return [*shipped, *(file for path in named for file in _files(path))]


def _files(path: Path) -> Iterable[Path]:
    return sorted(path.rglob("*.y*ml")) if path.is_dir() else [path]


def chosen_rules(settings: Settings, names: Sequence[str] = ()) -> list["Rule"]:
    """Load the rules that the settings choose; names given are selected as well.

    Raises:
        FactcheckError: A rule is faulty, a path is missing, or a name is no rule's.
    """
    from factcheck.rules import load_rules

    chosen_files(settings)
    paths = [Path(path) for path in settings.rules]
    select = [*settings.select, *names]
    return choose(load_rules(paths or None), select, settings.ignore)


def choose(
    rules: Sequence["Rule"], select: Sequence[str], ignore: Sequence[str]
) -> list["Rule"]:
    """Keep the rules selected, without those ignored.

    Raises:
        UsageError: A name is no rule's.
    """
    known = {rule.id for rule in rules}
    for name in (*select, *ignore):
        if name not in known:
            raise UsageError(unknown("rule", name, known))
    wanted = set(select) or known
    return [r for r in rules if r.id in wanted and r.id not in ignore]
