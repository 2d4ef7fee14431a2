"""The command line: every command, every option, and what each is for."""

import argparse
import re
from collections.abc import Callable, Sequence
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

_NO_CHOICE = re.compile(
    r"argument (?P<of>.*): invalid choice: '(?P<said>.*?)'"
    r" \(choose from (?P<known>.*)\)"
)
_QUOTED = re.compile(r"[\w-]+")


class Parser(argparse.ArgumentParser):
    """A parser that raises instead of leaving the program."""

    def format_help(self) -> str:
        """Lay out the help, with the texts and examples that only it needs."""
        from factcheck.cli.descriptions import HELP  # YAML is slow to import

        described = HELP[self.prog.split()[-1]]
        self.description, self.epilog = described.about, described.epilog
        self.formatter_class = argparse.RawDescriptionHelpFormatter
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is.

        Raises:
            UsageError: Always.
        """
        if wrong := _NO_CHOICE.match(message):
            choices = _QUOTED.findall(wrong["known"])
            sort = wrong["of"].rpartition("/")[2].lstrip("-").lower()
            message = unknown(sort, wrong["said"], choices)
        raise UsageError(f"{message} (see: {self.prog} --help)")


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Read the command line.

    Raises:
        UsageError: It is wrong; the message says what would be right.
    """
    options, rest = parser().parse_known_args(list(argv))
    if rest:
        _refuse(rest[0], options.command)
    if options.command is None:
        raise UsageError(f"no command given\n\n{parser().format_help()}")
    return options


def _refuse(argument: str, command: str | None) -> NoReturn:
    """Say that a command has no such option, or takes no such argument."""
    asked = Parser(f"factcheck {command}") if command else parser()
    if command:
        COMMANDS[command][1](asked)
    option = argument.partition("=")[0]
    known = [name for action in asked._actions for name in action.option_strings]
    is_option = option.startswith("-")
    extra = f"unexpected argument: {argument}"
    asked.error(unknown("option", option, known) if is_option else extra)


def parser() -> Parser:
    """Return the parser of the whole command line."""
    whole = Parser("factcheck")
    whole.add_argument(
        "-V", "--version", action="version", version=f"factcheck {__version__}"
    )
    commands = whole.add_subparsers(dest="command", metavar="COMMAND")
    for name, (line, add_options) in COMMANDS.items():
        add_options(commands.add_parser(name, help=line))
    return whole


def _add_check(check: Parser) -> None:
    add_inputs(check)
    _add_reporting(check)


def _add_report(report: Parser) -> None:
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
        help="colour on the screen (default: auto; NO_COLOR and FORCE_COLOR count)",
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


def _add_question(question: Parser, some: str = "*") -> None:
    add_inputs(question, some)
    question.add_argument(
        "-f",
        "--format",
        default="text",
        dest="answer_format",
        metavar="FORMAT[=FILE]",
        help="text (default), json, csv or html, and markdown for facts; with "
        "=FILE the answer goes there",
    )
    add_judging(question)
    add_decisions(question)


def _add_about(about: Parser) -> None:
    about.add_argument("name", metavar="NAME", help="a name, or a part of one")
    _add_question(about, "+")


def _add_whole(parser: Parser) -> None:
    """Add what decides a check whose whole result is read."""
    add_inputs(parser, "*")
    add_judging(parser)
    add_decisions(parser)


def _add_export(export: Parser) -> None:
    export.add_argument(
        "-f",
        "--format",
        required=True,
        dest="export_format",
        metavar="FORMAT=PLACE",
        help="csv=DIR, parquet=DIR or sqlite=FILE",
    )
    _add_whole(export)


def _add_explore(explore: Parser) -> None:
    explore.add_argument(
        "--port", type=whole_number, default=8001, help="default: 8001"
    )
    explore.add_argument("--open", action="store_true", help="open the browser as well")
    explore.add_argument(
        "--get", metavar="PATH", help="print one page instead of serving"
    )
    _add_whole(explore)


def _add_extract(extract: Parser) -> None:
    add_inputs(extract)
    extract.add_argument(
        "--mentions",
        action="store_true",
        help="print people, places, times … instead of claims",
    )
    extract.add_argument(
        "--headlines",
        action="store_true",
        help="also print what headlines claim (with offsets in the title)",
    )
    extract.add_argument(
        "-f",
        "--format",
        type=extract_format,
        default="jsonl",
        metavar="FORMAT",
        help="jsonl (default); text, to read; or parquet=FILE, the claims in columns",
    )


def _add_test(test: Parser) -> None:
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
        help="fail a rule unless one test makes it fire and one keeps it silent",
    )
    test.add_argument(
        "--mutate",
        action="store_true",
        help="change the rules in small ways, and fail if no test notices",
    )


def _add_rules(rules: Parser) -> None:
    rules.add_argument("names", nargs="*", metavar="RULE", help="rule ids to show")
    rules.add_argument(
        "--yaml", action="store_true", help="print the file of each, to start from"
    )
    rules.add_argument(
        "--roles",
        action="store_true",
        help="list the kinds of claims, or those named, with their roles and values",
    )
    add_rule_options(rules)


def _add_store(store: Parser) -> None:
    store.add_argument(
        "action",
        choices=("list", "forget"),
        help="list what the store holds; forget documents",
    )
    store.add_argument(
        "names", nargs="*", metavar="DOCUMENT", help="documents to forget, by id"
    )
    store.add_argument(
        "--store", metavar="PATH", help="the fact store (default: .factcheck/facts.db)"
    )


def _add_explain(explain: Parser) -> None:
    explain.add_argument("fingerprint", metavar="FINGERPRINT", help=FINGERPRINT)
    explain.add_argument(
        "--sql", action="store_true", help="print the query of the rule as well"
    )
    _add_whole(explain)


def _add_baseline(baseline: Parser) -> None:
    baseline.add_argument(
        "action",
        choices=("write", "show", "prune"),
        help="write: accept what is found now; show: list what is known; prune: drop "
        "what is no longer found",
    )
    _add_whole(baseline)


def _add_review(review: Parser) -> None:
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


def _add_init(init: Parser) -> None:
    init.add_argument(
        "--ci",
        action="store_true",
        help="also write a GitHub workflow and the hooks of pre-commit",
    )


def _add_schema(schema: Parser) -> None:
    schema.add_argument(
        "name",
        nargs="?",
        metavar="NAME",
        help="the schema to print (default: list them)",
    )


def _add_lsp(lsp: Parser) -> None:
    add_settings(lsp)
    add_judging(lsp)
    add_decisions(lsp)


COMMANDS: dict[str, tuple[str, Callable[[Parser], None]]] = {
    "check": ("report where documents contradict each other", _add_check),
    "report": ("report the last check again, in other formats", _add_report),
    "stories": ("list which documents report the same event", _add_question),
    "facts": ("show what each source says of each fact, side by side", _add_question),
    "about": ("show everything said of, by and to a person, body or place", _add_about),
    "timeline": (
        "show what happened according to the documents, day by day",
        _add_question,
    ),
    "diff": ("show what changed between two versions of a text", _add_question),
    "sources": (
        "show which sources agree, stand alone or contradict themselves",
        _add_question,
    ),
    "export": ("write everything that was read and found as tables", _add_export),
    "explore": (
        "explore everything that was read in a browser (Datasette)",
        _add_explore,
    ),
    "extract": ("print what documents claim, one claim per line", _add_extract),
    "test": ("run the tests inside the rules", _add_test),
    "rules": ("list the rules, or show some", _add_rules),
    "explain": (
        "show how a finding was found: rule, claims, lexicon, query",
        _add_explain,
    ),
    "baseline": (
        "accept current findings as known, so that only new ones are reported",
        _add_baseline,
    ),
    "review": (
        "record whether a finding is real, and see how precise the rules are",
        _add_review,
    ),
    "store": ("inspect the fact store, or forget documents", _add_store),
    "init": ("write commented starter files into this folder", _add_init),
    "schema": ("print the JSON Schema of what goes in and comes out", _add_schema),
    "lsp": ("serve an editor: check drafts while they are written", _add_lsp),
}
"""What each command does and what adds its options, in the order of the help."""
