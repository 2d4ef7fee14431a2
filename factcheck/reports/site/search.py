"""The index that the pages search: findings, documents, people, sources, facts.

A script and not JSON, because a page opened from a disk may not read other files.
"""

import json
import re
from collections.abc import Iterator

from factcheck.reports.escape import brief, inert
from factcheck.reports.report import Page
from factcheck.reports.site.agreement import headline, uncorroborated
from factcheck.reports.site.book import Book
from factcheck.reports.site.render import page

WORD = re.compile(r"[^\W_]{2,40}")
FACTS = 5000
"""Corroborated and single-source claims in the index."""


def search(book: Book) -> Iterator[Page]:
    """Yield the list of findings, the index of all the rest, and the page to ask."""
    findings = [
        {
            "page": path,
            "severity": str(finding.severity),
            "rule": finding.rule,
            "message": brief(inert(finding.message), 300) or inert(finding.key),
            "words": inert(f"{finding.message} {finding.key} {finding.rule}").lower(),
        }
        for finding, path in book.entries
    ]
    yield _script("findings.js", "FINDINGS", findings)
    yield _script("everything.js", "EVERYTHING", list(_everything(book)))
    yield page("search.html", "search.html", book)


def _everything(book: Book) -> Iterator[dict[str, str]]:
    for person in book.people:
        yield _entry("person", person.name, person.path)
    for source, path in book.sources.items():
        yield _entry("source", source, path)
    for name, path in book.documents.items():
        document = book.report.documents[name]
        title = document.title or document.id
        words = " ".join(dict.fromkeys(WORD.findall(document.text.lower())))
        yield _entry("document", f"{title} ({document.source})", path, words)
    kept = [("corroborated", one) for one in book.report.summary.corroborated]
    kept += [("single source", one) for one in uncorroborated(book.report)]
    for sort, one in kept[:FACTS]:
        for wording in one.wordings[:1]:
            where = book.place(wording.document, wording.part, wording.start)
            if where:
                yield _entry(sort, headline(one), where, wording.words)


def _entry(sort: str, title: str, path: str, words: str = "") -> dict[str, str]:
    shown = brief(inert(title), 200) or "(no name)"
    folded = inert(f"{title} {words}").lower()
    return {"sort": sort, "title": shown, "page": path, "words": folded}


def _script(path: str, name: str, rows: list[dict[str, str]]) -> Page:
    laid = json.dumps(rows, ensure_ascii=False).replace("<", "\\u003c")
    laid = laid.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return Page(path, f"const {name} = {laid};\n")
