"""Options that commands share, spelled as the help shows them.

An option without a value is a flag; `N` is a whole number, braces hold the choices, and
one that ends with dots can be repeated. What else argparse has to know stands behind
the help.
"""

from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

Options = dict[str, str | tuple[str, dict[str, Any]]]
"""What options are for, by their names and value: `-j --jobs N`."""


def add_options(parser: ArgumentParser, options: Options) -> None:
    """Add options, and arguments that have a place, to the parser of a command."""
    for spelled, given in options.items():
        text, more = (given, {}) if isinstance(given, str) else given
        names = [word for word in spelled.split() if word.startswith("-")]
        value, *dots = spelled.split()[len(names) :] or [""]
        if not names:
            kinds: dict[str, Any] = {}
            names = [value]
        elif not value:
            kinds = {"action": "store_true", "default": None}
        elif value.startswith("{"):
            kinds = {"choices": tuple(value.strip("{}").split(","))}
        else:
            kinds = {"metavar": value, "type": whole_number if value == "N" else None}
            kinds |= {"action": "append"} if dots else {}
        parser.add_argument(*names, help=text, **(kinds | more))


def whole_number(text: str) -> int:
    """Read a number of things.

    Raises:
        ArgumentTypeError: It is none.
    """
    if not text.isdecimal():
        raise ArgumentTypeError(f"expected a whole number, not {text!r}")
    return int(text)


def extract_format(text: str) -> str:
    """Read how claims are written: `jsonl`, `text` or `parquet=FILE`.

    Raises:
        ArgumentTypeError: It is none of them.
    """
    name, _, file = text.partition("=")
    if text not in ("jsonl", "text") and (name != "parquet" or not file):
        raise ArgumentTypeError(f"expected jsonl, text or parquet=FILE, not {text!r}")
    return text


SETTINGS: Options = {
    "--store PATH": "the fact store (default: .factcheck/facts.db; 'none' keeps "
    "nothing)",
    "--aliases FILE": "names known to be one person, or two (default: aliases.yaml, if "
    "there)",
    "--style-guide FILE": "your table of disputed terms (default: the shipped one)",
    "--model NAME": "the spaCy pipeline to use",
    "--config FILE": "configuration (default: factcheck.yaml, or [tool.factcheck] in "
    "pyproject.toml)",
}
"""Where things lie that every command needs."""

_PATHS = "files or folders of texts (txt, md, html, json, feeds, docx, pdf …); - reads "
_PATHS += "standard input"

INPUTS: Options = {
    "paths": (_PATHS, {"nargs": "+", "metavar": "PATH"}),
    "--group-by {group,story}": "compare only documents that carry the same group, or "
    "that report the same story; after a change only that group is judged again",
    "--stories {auto,folder,off}": "what is compared as one story: auto (default) "
    "finds it by names, words and days; folder: the documents of a folder; off: all "
    "documents",
    "--allow-incomplete": "exit 0 or 1 instead of 3 when something could not be "
    "checked",
    **SETTINGS,
    "-j --jobs N": "processes that extract (default: 1; 0 for one on every core)",
    "--engine {sqlite,duckdb,spark}": "what runs the rules; spark extracts as well "
    "(default: sqlite, or duckdb for a great many claims where it is installed)",
    "--scratch DIR": "where an engine may keep temporary files; every machine must see "
    "it",
    "-q --quiet": "no progress",
}
"""What every command takes that reads documents."""

INPUTS_AGAIN: Options = {
    **INPUTS,
    "paths": (_PATHS, {"nargs": "*", "metavar": "PATH"}),
}
"""The same where the paths may be left out."""

RULES: Options = {
    "--rules PATH ...": "rule files or folders; `shipped` stands for the rules that "
    "come with factcheck, which run by default",
    "--select RULE ...": "run only these rules (comma-separated, repeatable)",
    "--ignore RULE ...": "leave these rules out (comma-separated, repeatable)",
}
"""Which rules run."""

JUDGING: Options = {
    **RULES,
    "--facts PATH ...": "reference facts (YAML files or folders) for rules that "
    "compare with them",
    "--against PATH ...": "compare the documents with these, and report only what "
    "concerns the documents; repeatable",
    "--since DATE": "check only documents published on that day or later (YYYY-MM-DD)",
    "--suppress FILE": "findings not to report (default: factcheck.suppress.yaml, if "
    "there)",
    "--baseline FILE": "known findings (default: factcheck.baseline.json, if there)",
    "--review FILE": "verdicts on findings (default: factcheck.review.jsonl)",
}
"""What decides which findings there are, and what people decided about them."""
