"""The command line: every command, every option, and what each is for."""

import argparse
import re
from collections.abc import Sequence
from typing import NoReturn

from factcheck import __version__
from factcheck.cli.options import (
    add_decisions,
    add_inputs,
    add_judging,
    add_rule_options,
    add_settings,
    extract_format,
    whole_number,
)
from factcheck.errors import UsageError
from factcheck.registry import unknown

SEVERITIES = ("error", "warning", "note", "never")

FINGERPRINT = "the finding, by its fingerprint or the beginning of it"

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


_NO_COMMAND = re.compile(
    r"argument COMMAND: invalid choice: '(?P<said>.*?)' \(choose from (?P<known>.*)\)"
)
_QUOTED = re.compile(r"[\w-]+")


class Parser(argparse.ArgumentParser):
    """A parser that raises instead of leaving the program."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is.

        Raises:
            UsageError: Always.
        """
        if found := _NO_COMMAND.match(message):
            commands = _QUOTED.findall(found["known"])
            message = unknown("command", found["said"], commands)
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
    _add_questions(commands)
    _add_extract(commands)
    _add_test(commands)
    _add_rules(commands)
    _add_explain(commands)
    _add_baseline(commands)
    _add_review(commands)
    _add_store(commands)
    _add_init(commands)
    _add_schema(commands)
    _add_lsp(commands)
    return parser


Commands = "argparse._SubParsersAction[Parser]"


def _add_check(commands: Commands) -> None:  # type: ignore[valid-type]
    check = commands.add_parser(  # type: ignore[attr-defined]
        "check", help="flag where documents contradict each other"
    )
    add_inputs(check)
    _add_reporting(check)
    report = commands.add_parser(  # type: ignore[attr-defined]
        "report", help="report the last check again, in other formats"
    )
    add_inputs(report, "*")
    _add_reporting(report)


def _add_reporting(parser: Parser) -> None:
    parser.add_argument(
        "-f",
        "--format",
        action="append",
        metavar="FORMAT[=FILE]",
        dest="formats",
        help="how to report: text (default), concise (one line per finding), summary "
        "(counts), json, jsonl, csv, markdown, html=DIR, sarif, junit, github, gitlab; "
        "repeatable, with =FILE the report goes there",
    )
    parser.add_argument(
        "--statistics",
        action="append_const",
        const="summary",
        dest="formats",
        help="print counts by rule, story and source instead of findings",
    )
    parser.add_argument(
        "--limit",
        type=whole_number,
        metavar="N",
        help="print at most N findings as text (default: all)",
    )
    parser.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        help="colour on the screen (default: auto: NO_COLOR and FORCE_COLOR count)",
    )
    parser.add_argument(
        "--fail-on",
        choices=SEVERITIES,
        help="lowest severity that gives exit status 1 (default: error)",
    )
    add_judging(parser)
    add_decisions(parser)
    parser.add_argument(
        "--strict-suppressions",
        action="store_true",
        default=None,
        help="exit 2 when a suppression expired, has no reason or matches nothing",
    )
    parser.add_argument(
        "-v",
        "--verbose",
        action="store_true",
        default=None,
        help="also list documents without claims and what was corroborated in full",
    )


QUESTIONS = {
    "stories": "which documents report one happening in the news",
    "facts": "what each source says of what, side by side",
    "about": "everything said of, by and to a person, a body or a place",
    "timeline": "what the documents say happened, day by day",
    "diff": "what changed from OLD to NEW, in fact and in style, sentence by sentence",
    "sources": "who agrees with whom, who stands alone, who corrects itself",
}
"""Commands that answer a question about documents, and what each answers."""


def _add_questions(commands: Commands) -> None:  # type: ignore[valid-type]
    for name, help_ in QUESTIONS.items():
        parser = commands.add_parser(name, help=help_)  # type: ignore[attr-defined]
        if name == "about":
            parser.add_argument("name", metavar="NAME", help="a name, or a part of one")
        add_inputs(parser, "*" if name != "about" else "+")
        parser.add_argument(
            "-f",
            "--format",
            default="text",
            dest="answer_format",
            metavar="FORMAT[=FILE]",
            help="text (default), json, csv or html, and markdown for facts; with "
            "=FILE the answer goes there",
        )
        add_judging(parser)
        add_decisions(parser)
    _add_tables(commands)


def _add_tables(commands: Commands) -> None:  # type: ignore[valid-type]
    export = commands.add_parser(  # type: ignore[attr-defined]
        "export", help="write all that was read and found as tables"
    )
    export.add_argument(
        "-f",
        "--format",
        required=True,
        dest="export_format",
        metavar="FORMAT=PLACE",
        help="csv=DIR, parquet=DIR or sqlite=FILE",
    )
    explore = commands.add_parser(  # type: ignore[attr-defined]
        "explore", help="look around in all that was read, in a browser (Datasette)"
    )
    explore.add_argument(
        "--port", type=whole_number, default=8001, help="default: 8001"
    )
    explore.add_argument("--open", action="store_true", help="open the browser as well")
    explore.add_argument(
        "--get", metavar="PATH", help="print one page instead of serving"
    )
    for parser in (export, explore):
        add_inputs(parser, "*")
        add_judging(parser)
        add_decisions(parser)


def _add_extract(commands: Commands) -> None:  # type: ignore[valid-type]
    extract = commands.add_parser(  # type: ignore[attr-defined]
        "extract", help="print what documents claim, one claim a line"
    )
    add_inputs(extract)
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
        type=extract_format,
        default="jsonl",
        metavar="FORMAT",
        help="jsonl (default); text, to read; or parquet=FILE, the claims in columns",
    )


def _add_test(commands: Commands) -> None:  # type: ignore[valid-type]
    test = commands.add_parser(  # type: ignore[attr-defined]
        "test", help="run the tests written inside rules"
    )
    test.add_argument(
        "names",
        nargs="*",
        metavar="RULE",
        help="rule ids, or files and folders of rules (default: all)",
    )
    add_rule_options(test)
    test.add_argument(
        "--coverage",
        action="store_true",
        help="fail a rule that no test makes fire, or that none leaves silent",
    )
    test.add_argument(
        "--mutate",
        action="store_true",
        help="change the rules in small ways, and fail where no test notices",
    )


def _add_rules(commands: Commands) -> None:  # type: ignore[valid-type]
    rules = commands.add_parser(  # type: ignore[attr-defined]
        "rules", help="list the rules, or show some"
    )
    rules.add_argument(
        "names", nargs="*", metavar="RULE", help="rule ids to show whole"
    )
    add_rule_options(rules)


def _add_store(commands: Commands) -> None:  # type: ignore[valid-type]
    store = commands.add_parser(  # type: ignore[attr-defined]
        "store", help="look into the fact store, or forget documents"
    )
    store.add_argument("action", choices=("list", "forget"))
    store.add_argument("names", nargs="*", metavar="DOCUMENT")
    store.add_argument("--store", metavar="PATH", help="default: .factcheck/facts.db")


def _add_explain(commands: Commands) -> None:  # type: ignore[valid-type]
    explain = commands.add_parser(  # type: ignore[attr-defined]
        "explain", help="show how a finding came about, down to the query"
    )
    explain.add_argument("fingerprint", metavar="FINGERPRINT", help=FINGERPRINT)
    add_inputs(explain, "*")
    add_judging(explain)
    add_decisions(explain)


def _add_baseline(commands: Commands) -> None:  # type: ignore[valid-type]
    baseline = commands.add_parser(  # type: ignore[attr-defined]
        "baseline", help="take today's findings for known, so that only new ones count"
    )
    baseline.add_argument(
        "action",
        choices=("write", "show", "prune"),
        help="write what is found now; show what is known; take out what is found no "
        "longer",
    )
    add_inputs(baseline, "*")
    add_judging(baseline)
    add_decisions(baseline)


def _add_review(commands: Commands) -> None:  # type: ignore[valid-type]
    review = commands.add_parser(  # type: ignore[attr-defined]
        "review", help="say whether a finding is real, and see how good the rules are"
    )
    review.add_argument(
        "fingerprint", nargs="?", metavar="FINGERPRINT", help=FINGERPRINT
    )
    review.add_argument(
        "verdict", nargs="?", metavar="VERDICT", help="real, not-an-issue or accepted"
    )
    add_inputs(review, "*")
    review.add_argument("--note", default="", help="why")
    review.add_argument("--by", default="", metavar="NAME", help="who says so")
    review.add_argument(
        "--list",
        action="store_true",
        dest="listed",
        help="show the verdicts and the precision of each rule",
    )
    add_judging(review)
    add_decisions(review)


def _add_init(commands: Commands) -> None:  # type: ignore[valid-type]
    commands.add_parser(  # type: ignore[attr-defined]
        "init", help="write commented starter files into this folder"
    )


def _add_schema(commands: Commands) -> None:  # type: ignore[valid-type]
    schema = commands.add_parser(  # type: ignore[attr-defined]
        "schema", help="print the JSON Schema of what goes in and comes out"
    )
    schema.add_argument(
        "name", nargs="?", metavar="NAME", help="which (default: list them)"
    )


def _add_lsp(commands: Commands) -> None:  # type: ignore[valid-type]
    lsp = commands.add_parser(  # type: ignore[attr-defined]
        "lsp", help="serve an editor: check drafts while they are written"
    )
    add_settings(lsp)
    add_judging(lsp)
    add_decisions(lsp)
