"""Options that several commands share."""

from argparse import ArgumentParser, ArgumentTypeError


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


def add_inputs(parser: ArgumentParser, some: str = "+") -> None:
    """Add what every command takes that reads documents.

    With *some* "*" the paths may be left out.
    """
    parser.add_argument(
        "paths",
        nargs=some,
        metavar="PATH",
        help="files or folders of texts (txt, md, html, json, feeds, docx, pdf …); "
        "- reads standard input",
    )
    parser.add_argument(
        "--group-by",
        choices=("group", "story"),
        help="compare only documents that carry the same group, or that report the "
        "same story; after a change only that group is judged again",
    )
    parser.add_argument(
        "--stories",
        choices=("auto", "folder", "off"),
        help="what is compared as one story: auto (default) finds it by names, "
        "words and days; folder: the documents of a folder; off: all documents",
    )
    parser.add_argument(
        "--allow-incomplete",
        action="store_true",
        default=None,
        help="exit 0 or 1 instead of 3 when something could not be checked",
    )
    add_settings(parser)
    parser.add_argument(
        "-j",
        "--jobs",
        type=whole_number,
        metavar="N",
        help="processes that extract (default: 1; 0 for one on every core)",
    )
    parser.add_argument(
        "--engine",
        choices=("sqlite", "duckdb", "spark"),
        help="what runs the rules; spark extracts as well (default: sqlite, or duckdb "
        "for a great many claims where it is installed)",
    )
    parser.add_argument(
        "--scratch",
        metavar="DIR",
        help="where an engine may keep temporary files; every machine must see it",
    )
    parser.add_argument(
        "-q", "--quiet", action="store_true", default=None, help="no progress"
    )


def add_settings(parser: ArgumentParser) -> None:
    """Add where things lie that every command needs."""
    parser.add_argument(
        "--store",
        metavar="PATH",
        help="the fact store (default: .factcheck/facts.db; 'none' keeps nothing)",
    )
    parser.add_argument(
        "--aliases",
        metavar="FILE",
        help="names known to be one person, or two (default: aliases.yaml, if there)",
    )
    parser.add_argument(
        "--style-guide",
        metavar="FILE",
        help="your table of disputed terms (default: the shipped one)",
    )
    parser.add_argument("--model", metavar="NAME", help="the spaCy pipeline to use")
    parser.add_argument(
        "--config",
        metavar="FILE",
        help="configuration (default: factcheck.yaml, or [tool.factcheck] in "
        "pyproject.toml)",
    )


def add_rule_options(parser: ArgumentParser) -> None:
    """Add which rules run."""
    parser.add_argument(
        "--rules",
        action="append",
        metavar="PATH",
        help="rule files or folders; `shipped` stands for the rules that come with "
        "factcheck, which run by default",
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


def add_judging(parser: ArgumentParser) -> None:
    """Add what decides which findings there are."""
    add_rule_options(parser)
    parser.add_argument(
        "--facts",
        action="append",
        metavar="PATH",
        help="reference facts (YAML files or folders) for rules that compare with them",
    )
    parser.add_argument(
        "--against",
        action="append",
        metavar="PATH",
        help="compare the documents with these, and report only what concerns the "
        "documents; repeatable",
    )
    parser.add_argument(
        "--since",
        metavar="DATE",
        help="check only documents published on that day or later (YYYY-MM-DD)",
    )


def add_decisions(parser: ArgumentParser) -> None:
    """Add where it is written what people decided about findings."""
    parser.add_argument(
        "--suppress",
        metavar="FILE",
        help="findings not to report (default: factcheck.suppress.yaml, if there)",
    )
    parser.add_argument(
        "--baseline",
        metavar="FILE",
        help="known findings (default: factcheck.baseline.json, if there)",
    )
    parser.add_argument(
        "--review",
        metavar="FILE",
        help="verdicts on findings (default: factcheck.review.jsonl)",
    )
