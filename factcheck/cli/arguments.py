"""The command line: every command, every option, and what each is for."""

import argparse
from collections.abc import Sequence
from typing import NoReturn

from factcheck import __version__
from factcheck.errors import UsageError

SEVERITIES = ("error", "warning", "note", "never")

DESCRIPTION = """\
A linter for facts: reads what several sources published about the same events and
flags where they cannot all be right."""

EPILOG = """\
exit status:
  0  all that was asked was checked, nothing new at or above --fail-on
  1  new findings at or above --fail-on
  2  wrong usage, configuration or rules
  3  not everything could be checked (--allow-incomplete accepts that)

examples:
  factcheck check articles/                     compare all articles of a folder
  factcheck check draft.txt wire/ -f markdown   a report for a pull request
  factcheck check docs.jsonl -f json=out.json -f text
  factcheck extract article.txt                 show what one article claims
"""


class Parser(argparse.ArgumentParser):
    """A parser that raises instead of leaving the program."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is.

        Raises:
            UsageError: Always.
        """
        raise UsageError(f"{message} (see: {self.prog} --help)")


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Read the command line.

    Raises:
        UsageError: It is wrong; the message says what would be right.
    """
    options = _parser().parse_args(list(argv))
    if options.command is None:
        raise UsageError("no command given (see: factcheck --help)")
    return options


def _parser() -> Parser:
    raw = argparse.RawDescriptionHelpFormatter
    parser = Parser(
        "factcheck", description=DESCRIPTION, epilog=EPILOG, formatter_class=raw
    )
    parser.add_argument(
        "-V", "--version", action="version", version=f"factcheck {__version__}"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _add_check(commands)
    _add_extract(commands)
    _add_test(commands)
    _add_rules(commands)
    _add_store(commands)
    return parser


Commands = "argparse._SubParsersAction[Parser]"


def _add_check(commands: Commands) -> None:  # type: ignore[valid-type]
    check = commands.add_parser(  # type: ignore[attr-defined]
        "check", help="flag where documents contradict each other"
    )
    _add_inputs(check)
    check.add_argument(
        "-f",
        "--format",
        action="append",
        metavar="FORMAT[=FILE]",
        dest="formats",
        help="how to report: text (default), json, jsonl, markdown …; repeatable, "
        "with =FILE the report goes there",
    )
    check.add_argument(
        "--fail-on",
        choices=SEVERITIES,
        help="lowest severity that gives exit status 1 (default: error)",
    )
    _add_rule_options(check)
    check.add_argument(
        "--facts",
        action="append",
        metavar="PATH",
        help="reference facts (YAML file or folder) for rules that compare with them",
    )
    check.add_argument(
        "-v",
        "--verbose",
        action="store_true",
        default=None,
        help="also list documents without claims and what was corroborated in full",
    )


def _add_extract(commands: Commands) -> None:  # type: ignore[valid-type]
    extract = commands.add_parser(  # type: ignore[attr-defined]
        "extract", help="print what documents claim, one claim a line"
    )
    _add_inputs(extract)
    extract.add_argument(
        "--mentions",
        action="store_true",
        help="print persons, places, times … instead of claims",
    )
    extract.add_argument(
        "--headlines",
        action="store_true",
        help="also print what headlines claim (their offsets count in the title)",
    )
    extract.add_argument(
        "-f",
        "--format",
        choices=("jsonl", "text"),
        default="jsonl",
        help="jsonl (default) or text, to read",
    )


def _add_inputs(parser: Parser) -> None:
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="files or folders of .txt, .md, .html, .json, .jsonl; - reads standard "
        "input",
    )
    parser.add_argument(
        "--group-by",
        choices=("group",),
        help="compare only documents that carry the same group",
    )
    parser.add_argument(
        "--allow-incomplete",
        action="store_true",
        default=None,
        help="accept that something could not be checked (exit 0 or 1 instead of 3)",
    )
    parser.add_argument(
        "--store",
        metavar="PATH",
        help="the fact store (default: .factcheck/facts.db; 'none' keeps it in memory)",
    )
    parser.add_argument(
        "--aliases",
        metavar="FILE",
        help="names you know to be one person, or not (default: aliases.yaml if there)",
    )
    parser.add_argument("--model", metavar="NAME", help="the spaCy pipeline to use")
    parser.add_argument(
        "--config",
        metavar="FILE",
        help="configuration (default: factcheck.yaml, or [tool.factcheck] in "
        "pyproject.toml)",
    )
    parser.add_argument(
        "-q", "--quiet", action="store_true", default=None, help="no progress"
    )


def _add_rule_options(parser: Parser) -> None:
    parser.add_argument(
        "--rules",
        action="append",
        metavar="PATH",
        help="rule files or folders (default: the rules that come with factcheck)",
    )
    parser.add_argument(
        "--select",
        action="append",
        metavar="RULE",
        help="run only these rules (comma-separated, repeatable)",
    )
    parser.add_argument(
        "--ignore",
        action="append",
        metavar="RULE",
        help="leave these rules out (comma-separated, repeatable)",
    )


def _add_test(commands: Commands) -> None:  # type: ignore[valid-type]
    test = commands.add_parser(  # type: ignore[attr-defined]
        "test", help="run the tests written inside rules"
    )
    test.add_argument(
        "names", nargs="*", metavar="RULE", help="rule ids (default: all)"
    )
    _add_rule_options(test)
    test.add_argument(
        "--coverage",
        action="store_true",
        help="fail a rule that no test makes fire, or that none leaves silent",
    )


def _add_rules(commands: Commands) -> None:  # type: ignore[valid-type]
    rules = commands.add_parser(  # type: ignore[attr-defined]
        "rules", help="list the rules, or show some"
    )
    rules.add_argument(
        "names", nargs="*", metavar="RULE", help="rule ids to show whole"
    )
    _add_rule_options(rules)


def _add_store(commands: Commands) -> None:  # type: ignore[valid-type]
    store = commands.add_parser(  # type: ignore[attr-defined]
        "store", help="look into the fact store, or forget documents"
    )
    store.add_argument("action", choices=("list", "forget"))
    store.add_argument("names", nargs="*", metavar="DOCUMENT")
    store.add_argument("--store", metavar="PATH", help="default: .factcheck/facts.db")
