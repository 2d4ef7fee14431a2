"""Which pages the site has, and what each is filled with."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.findings import Finding, Severity, State, Variant
from factcheck.reports.inert import brief, inert
from factcheck.reports.model import Page, Report, site
from factcheck.reports.site.agreement import matrix
from factcheck.reports.site.passages import Passage, passages

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

TEMPLATES = Path(__file__).parent / "templates"
ASSETS = ("style.css", "filter.js")
PER_PAGE = 200


@site("html")
def html(report: Report) -> Iterator[Page]:
    """Yield the pages: an index, each finding, the sources, what is corroborated."""
    for name in ASSETS:
        yield Page(name, (TEMPLATES / name).read_text(encoding="utf-8"))
    findings = report.sorted
    paths = _paths(findings)
    entries = list(zip(findings, paths, strict=True))
    starts = range(0, max(1, len(entries)), PER_PAGE)
    chunks = [entries[start : start + PER_PAGE] for start in starts]
    for number, chunk in enumerate(chunks, 1):
        name = _index(number)
        yield _page(
            "index.html",
            name,
            report,
            entries=chunk,
            number=number,
            start=starts[number - 1] + 1,
            pages=[_index(n) for n in range(1, len(chunks) + 1)],
            counts=_counts(findings),
            rules=sorted({finding.rule for finding, _ in chunk}),
        )
    for at, (finding, path) in enumerate(entries):
        yield _page(
            "finding.html",
            path,
            report,
            finding=finding,
            shown=_variants(finding, report),
            before=paths[at - 1] if at else None,
            after=paths[at + 1] if at + 1 < len(paths) else None,
        )
    yield _page("sources.html", "sources.html", report, matrix=matrix(report))
    yield _page("corroborated.html", "corroborated.html", report)


def _variants(
    finding: Finding, report: Report
) -> list[tuple[str, Variant, list[Passage]]]:
    accused = [
        (str(number), variant, passages(variant, finding, report))
        for number, variant in enumerate(finding.variants, 1)
    ]
    return accused + [
        ("≈", variant, passages(variant, finding, report))
        for variant in finding.compatible
    ]


def _paths(findings: Sequence[Finding]) -> list[str]:
    """Name the pages by fingerprint; a name never leaves the folder."""
    seen: dict[str, int] = {}
    paths = []
    for finding in findings:
        name = re.sub(r"[^0-9a-z]", "", finding.fingerprint.lower())[:40] or "finding"
        seen[name] = seen.get(name, 0) + 1
        again = f"-{seen[name]}" if seen[name] > 1 else ""
        paths.append(f"findings/{name}{again}.html")
    return paths


def _index(number: int) -> str:
    return "index.html" if number == 1 else f"index-{number}.html"


def _counts(findings: Sequence[Finding]) -> list[tuple[Severity, int]]:
    new = [f.severity for f in findings if f.state == State.NEW]
    return [(severity, new.count(severity)) for severity in Severity]


def _page(template: str, path: str, report: Report, **filled: Any) -> Page:
    root = "../" * path.count("/")
    laid = _environment().get_template(template)
    return Page(path, laid.render(root=root, report=report, path=path, **filled))


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_harmless,
        keep_trailing_newline=True,
    )
    environment.filters["brief"] = brief
    environment.filters["link"] = _link
    environment.filters["spaced"] = _spaced
    return environment


def _harmless(value: Any) -> Any:
    """Spell out control characters in everything a template prints as text."""
    return inert(value) if type(value) is str else value


def _spaced(text: str) -> "Markup":
    """Escape a stretch of a sentence and keep one blank at its ends."""
    from markupsafe import escape

    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    return escape(f"{before}{inert(text)}{after}")


def _link(url: str | None) -> str | None:
    """Return an address a reader may be sent to; None for a script and the like."""
    return url if url and re.match(r"(?i)https?://[^\s]+\Z", url) else None
