"""The command line: every command, every option, and what each is for."""

import argparse
import re
from collections.abc import Sequence
from typing import NoReturn

from factcheck import __version__
from factcheck.cli.options import (
    INPUTS,
    INPUTS_AGAIN,
    JUDGING,
    RULES,
    SETTINGS,
    Options,
    add_options,
    extract_format,
)
from factcheck.errors import UsageError
from factcheck.registry import unknown

_NO_CHOICE = re.compile(
    r"argument (?P<of>.*): invalid choice: '(?P<said>.*?)'"
    r" \(choose from (?P<known>.*)\)"
)
_QUOTED = re.compile(r"[\w-]+")


class Parser(argparse.ArgumentParser):
    """A parser that raises instead of leaving the program."""

    def format_help(self) -> str:
        """Lay out the help, with the texts and examples that only it needs."""
        from factcheck.cli.command_help import HELP  # YAML is slow to import

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
    options, rest = parser(argv).parse_known_args(list(argv))
    if rest:
        _refuse(rest[0], options.command)
    if options.command is None:
        raise UsageError(f"no command given\n\n{parser().format_help()}")
    return options


def _refuse(argument: str, command: str | None) -> NoReturn:
    """Say that a command has no such option, or takes no such argument."""
    asked = Parser(f"factcheck {command}") if command else parser()
    if command:
        add_options(asked, COMMANDS[command][1])
    option = argument.partition("=")[0]
    known = [name for action in asked._actions for name in action.option_strings]
    is_option = option.startswith("-")
    extra = f"unexpected argument: {argument}"
    asked.error(unknown("option", option, known) if is_option else extra)


def parser(argv: Sequence[str] | None = None) -> Parser:
    """Return the parser of the whole command line, or of the commands in *argv*."""
    whole = Parser("factcheck")
    whole.add_argument(
        "-V", "--version", action="version", version=f"factcheck {__version__}"
    )
    commands = whole.add_subparsers(dest="command", metavar="COMMAND")
    for name, (line, options) in COMMANDS.items():
        command = commands.add_parser(name, help=line)
        if argv is None or name in argv:
            add_options(command, options)
    return whole


_WHOLE: Options = {**INPUTS_AGAIN, **JUDGING}
"""What decides a check whose whole result is read."""

_REPORTING: Options = {
    "-f --format FORMAT[=FILE] ...": (
        "how to report: text (default), concise (one line per finding), summary "
        "(counts), json, jsonl, csv, markdown, html=DIR, sarif, junit, github, gitlab; "
        "repeatable, with =FILE the report goes there",
        {"dest": "formats"},
    ),
    "--statistics": (
        "print counts by rule, story and source instead of findings",
        {"action": "append_const", "const": "summary", "dest": "formats"},
    ),
    "--limit N": "print at most N findings as text (default: all)",
    "--color {auto,always,never}": "colour on the screen (default: auto; NO_COLOR and "
    "FORCE_COLOR count)",
    "--fail-on {error,warning,note,never}": "lowest severity that gives exit status 1 "
    "(default: error)",
    **JUDGING,
    "--strict-suppressions": "exit 2 when a suppression expired, has no reason or "
    "matches nothing",
    "-v --verbose": "also list documents without claims and what was corroborated in "
    "full",
}

_ANSWER: Options = {
    "-f --format FORMAT[=FILE]": (
        "text (default), json, csv or html, and markdown for facts; with =FILE the "
        "answer goes there",
        {"default": "text", "dest": "answer_format"},
    ),
    **JUDGING,
}

_QUESTION: Options = {**INPUTS_AGAIN, **_ANSWER}

_FINGERPRINT = "the finding, by its fingerprint or the beginning of it"

COMMANDS: dict[str, tuple[str, Options]] = {
    "check": (
        "report where documents contradict each other",
        {**INPUTS, **_REPORTING},
    ),
    "report": (
        "report the last check again, in other formats",
        {**INPUTS_AGAIN, **_REPORTING},
    ),
    "stories": ("list which documents report the same event", _QUESTION),
    "facts": ("show what each source says of each fact, side by side", _QUESTION),
    "about": (
        "show everything said of, by and to a person, body or place",
        {
            "name": ("a name, or a part of one", {"metavar": "NAME"}),
            **INPUTS,
            **_ANSWER,
        },
    ),
    "timeline": (
        "show what happened according to the documents, day by day",
        _QUESTION,
    ),
    "diff": ("show what changed between two versions of a text", _QUESTION),
    "sources": (
        "show which sources agree, stand alone or contradict themselves",
        _QUESTION,
    ),
    "export": (
        "write everything that was read and found as tables",
        {
            "-f --format FORMAT=PLACE": (
                "csv=DIR, parquet=DIR or sqlite=FILE",
                {"required": True, "dest": "export_format"},
            ),
            **_WHOLE,
        },
    ),
    "explore": (
        "explore everything that was read in a browser (Datasette)",
        {
            "--port N": ("default: 8001", {"default": 8001, "metavar": None}),
            "--open": "open the browser as well",
            "--get PATH": "print one page instead of serving",
            **_WHOLE,
        },
    ),
    "extract": (
        "print what documents claim, one claim per line",
        {
            **INPUTS,
            "--mentions": "print people, places, times … instead of claims",
            "--headlines": "also print what headlines claim (with offsets in the "
            "title)",
            "-f --format FORMAT": (
                "jsonl (default); text, to read; or parquet=FILE, the claims in "
                "columns",
                {"type": extract_format, "default": "jsonl"},
            ),
        },
    ),
    "test": (
        "run the tests inside the rules",
        {
            "names": (
                "rule ids, or files and folders of rules (default: all)",
                {"nargs": "*", "metavar": "RULE"},
            ),
            **RULES,
            "--coverage": "fail a rule unless one test makes it fire and one keeps it "
            "silent",
            "--mutate": "change the rules in small ways, and fail if no test notices",
        },
    ),
    "rules": (
        "list the rules, or show some",
        {
            "names": ("rule ids to show", {"nargs": "*", "metavar": "RULE"}),
            "--yaml": "print the file of each, to start from",
            "--roles": "list the kinds of claims, or those named, with their roles and "
            "values",
            **RULES,
        },
    ),
    "explain": (
        "show how a finding was found: rule, claims, lexicon, query",
        {
            "fingerprint": (_FINGERPRINT, {"metavar": "FINGERPRINT"}),
            "--sql": "print the query of the rule as well",
            **_WHOLE,
        },
    ),
    "baseline": (
        "accept current findings as known, so that only new ones are reported",
        {
            "action": (
                "write: accept what is found now; show: list what is known; prune: "
                "drop what is no longer found",
                {"choices": ("write", "show", "prune")},
            ),
            **_WHOLE,
        },
    ),
    "review": (
        "record whether a finding is real, and see how precise the rules are",
        {
            "fingerprint": (_FINGERPRINT, {"nargs": "?", "metavar": "FINGERPRINT"}),
            "verdict": (
                "real, not-an-issue or accepted",
                {"nargs": "?", "metavar": "VERDICT"},
            ),
            **INPUTS_AGAIN,
            "--note NOTE": ("why", {"default": "", "metavar": None}),
            "--by NAME": ("who says so", {"default": ""}),
            "--list": (
                "show the verdicts and the precision of each rule",
                {"dest": "listed"},
            ),
            **JUDGING,
        },
    ),
    "store": (
        "inspect the fact store, or forget documents",
        {
            "action": (
                "list what the store holds; forget documents",
                {"choices": ("list", "forget")},
            ),
            "names": (
                "documents to forget, by id",
                {"nargs": "*", "metavar": "DOCUMENT"},
            ),
            "--store PATH": "the fact store (default: .factcheck/facts.db)",
        },
    ),
    "init": (
        "write commented starter files into this folder",
        {"--ci": "also write a GitHub workflow and the hooks of pre-commit"},
    ),
    "schema": (
        "print the JSON Schema of what goes in and comes out",
        {
            "name": (
                "the schema to print (default: list them)",
                {"nargs": "?", "metavar": "NAME"},
            )
        },
    ),
    "lsp": (
        "serve an editor: check drafts while they are written",
        {**SETTINGS, **JUDGING},
    ),
}
"""What each command does, and its options, in the order of the help."""
