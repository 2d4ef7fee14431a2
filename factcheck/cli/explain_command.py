"""`factcheck explain`: how a finding was found, down to the query."""

import argparse
import re
import textwrap
from collections.abc import Iterator

from factcheck.cli import CLEAN
from factcheck.cli.decisions import decided, named
from factcheck.cli.outcome import run_check_again
from factcheck.cli.rules_command import shape
from factcheck.documents import Document
from factcheck.findings import State
from factcheck.pipeline.config import check_config
from factcheck.pipeline.explain import Explanation, explain
from factcheck.pipeline.inputs import open_store
from factcheck.pipeline.settings import load_settings
from factcheck.reports.escape import brief, inert
from factcheck.reports.locations import places
from factcheck.reports.report import Report

WIDTH = 88
INDENT = "  "
LONGEST = 80
"""Characters of a variant's label; the sentence below has all of it."""

CLAUSE = re.compile(
    r"(?<!LEFT) (?=(?:FROM|WHERE|GROUP BY|HAVING|JOIN|LEFT JOIN|ORDER BY|AND)\b)"
    r"|(?<=\)) (?=SELECT\b)|(?<=\()(?=SELECT\b)"
)
LITERAL = re.compile(r"('(?:[^']|'')*')")


def run(options: argparse.Namespace) -> int:
    """Explain one finding of a check, or of the last one."""
    settings = load_settings(options)
    with open_store(settings) as store:
        outcome = run_check_again(options.paths, settings, store)
        finding = named(options.fingerprint, decided(outcome).findings, outcome)
        settings = outcome.settings
        config = check_config(settings)
        rules = {rule.id: rule for rule in config.rules or ()}
        documents = outcome.asked.documents
        known = {document.id: document for document in documents}
        explanation = explain(
            finding, rules[finding.rule], documents, store, config, outcome.asked.claims
        )
    print("\n".join(_lines(explanation, known, options.sql)))
    return CLEAN


def _lines(
    explanation: Explanation, documents: dict[str, Document], sql: bool
) -> Iterator[str]:
    finding, rule = explanation.finding, explanation.rule
    reason = f": {inert(finding.reason)}" if finding.reason else ""
    state = "" if finding.state == State.NEW else f"  ({finding.state}{reason})"
    head = (finding.severity, finding.rule, inert(finding.key), finding.fingerprint)
    yield INDENT.join(map(str, head)) + state
    yield from _wrapped(inert(finding.message))
    if finding.why:
        yield from ("", "Why it matters", *_wrapped(inert(finding.why)))
    if finding.also:
        yield from ("", "Also found by", *_wrapped(", ".join(finding.also)))
    yield from ("", "How it is compared")
    yield from (INDENT + line for line in shape(rule))
    yield from ("", "Who says what")
    yield from _places(explanation, documents)
    if explanation.relations:
        yield from ("", "How the values relate")
        for relation in explanation.relations:
            yield from _wrapped(inert(relation))
    if explanation.decisions:
        yield from ("", "Who is who")
        for d in explanation.decisions:
            shown = (
                f"{d.verdict}: {inert(d.left)}, {inert(d.right)} ({inert(d.reason)})"
            )
            yield from _wrapped(shown)
    if sql:
        yield from ("", "Query")
        yield from (INDENT + line for line in _query(explanation.query))
    else:
        yield from ("", "The query of the rule: add --sql")


def _places(explanation: Explanation, documents: dict[str, Document]) -> Iterator[str]:
    """Yield every claim in its sentence, with file and line."""
    finding = explanation.finding
    shown = places(finding, Report((finding,), documents))
    for n, variant in enumerate((*finding.variants, *finding.compatible), 1):
        sign = n if n <= len(finding.variants) else "≈"
        yield from _wrapped(f"{sign} {brief(inert(variant.label), LONGEST)}")
        for place in shown:
            if place.variant is variant:
                column = place.region.column or 1
                where = f"{inert(place.path)}:{place.region.line}:{column}"
                yield f"{INDENT * 2}{where} ({inert(place.document.source)})"
                yield from _wrapped(place.sentence, INDENT * 3)


def _wrapped(words: str, indent: str = INDENT) -> list[str]:
    return textwrap.wrap(
        words,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _query(text: str) -> Iterator[str]:
    """Put each clause on a line of its own; literals stay as they are."""
    parts = LITERAL.split(text)
    parts[::2] = [CLAUSE.sub("\n", part) for part in parts[::2]]
    depth = 0
    for line in "".join(parts).splitlines():
        yield INDENT * depth + line
        outside = LITERAL.sub("", line)
        depth = max(0, depth + outside.count("(") - outside.count(")"))
