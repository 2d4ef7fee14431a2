"""Small fixed stories with their findings made by hand, for tests of reports."""

from dataclasses import replace

from factcheck.claims import Claim, Mention
from factcheck.documents import TEXT, TITLE, Document, Span
from factcheck.findings import (
    Compared,
    Corroborated,
    Finding,
    Severity,
    State,
    Variant,
    Wording,
)
from factcheck.reports import NotChecked, Report, Summary

HERON = Document(
    "heron.md",
    "VELDE — Talks on the Orsa dam will resume in June, Foreign Secretary Mara Venn"
    " said on Friday.\n\n"
    "“We will open the gates step by step, in close consultation with our partners"
    " downstream, and we will publish every measurement,” Venn told reporters after"
    " her first visit to Kessel.\n\n"
    "The flood of 2019 killed 41 people.\n",
    "The Heron",
    "2024-05-03",
    "Talks on dam to resume",
    path="news/heron.md",
    line=5,
    verbatim=True,
)
WIRE = Document(
    "wire.jsonl:2",
    "Deputy Foreign Secretary Mara Venn announced new talks on the Orsa dam.\n"
    "“We will open the gates step by step, in close coordination with our partners"
    " downstream, and we will review every measurement,” Venn said at the end of a"
    " state visit to Kessel. At least 45 people died in the flood of 2019.",
    "Northern Wire",
    "2024-05-03",
    path="news/wire.jsonl",
    line=2,
)


def at(document: Document, words: str, part: str = TEXT, **about) -> Mention:
    """Mention words where the document has them first."""
    start = document.stretch(part).index(words)
    return Mention(start, start + len(words), words, part=part, **about)


def claim(document: Document, kind: str, **roles: Mention) -> Claim:
    spans = [mention.span for mention in roles.values()]
    whole = Span(min(s.start for s in spans), max(s.end for s in spans), spans[0].part)
    return Claim(kind, document.id, whole, {r: (m,) for r, m in roles.items()})


def variant(label: str, *claims: tuple[Document, Claim]) -> Variant:
    return Variant(
        label,
        tuple(sorted({document.source for document, _ in claims})),
        tuple(sorted({document.id for document, _ in claims})),
        tuple(one.id for _, one in claims),
    )


def dam() -> Report:
    """Two texts about a dam: an error, a warning, two notes, one broken file."""
    findings = (_title(), _quotation(), _visit(), _toll(), _known())
    words = "Foreign Secretary Mara Venn"
    start = HERON.text.index(words)
    agreed = Corroborated(
        "meeting",
        "Mara Venn",
        "talks on the Orsa dam",
        ("Northern Wire", "The Heron"),
        ("heron.md", "wire.jsonl:2"),
        (),
        None,
        (
            Wording("Northern Wire", WIRE.id, "text", 0, 6, WIRE.text[:6]),
            Wording("The Heron", HERON.id, "text", start, start + len(words), words),
        ),
    )
    missing = NotChecked(
        "news/broken.md:3", "the front matter is not closed; end it with ---"
    )
    return Report(
        findings,
        {d.id: d for d in (HERON, WIRE)},
        Summary(2, 23, 14, (agreed,), (missing,), compared=Compared(1, 9, 4, 4, 1, 6)),
        3,
    )


def hostile() -> Report:
    """A document that attacks whoever prints it."""
    text = (
        "The \x1b[31mminister\x1b]8;;http://evil.example\x07 <script>alert(1)</script>"
        " said \u202eyxes\u202c | [click](javascript:alert(1)) `x` ::error::gotcha%0A"
        " ]]> & \"quoted\" 'single' \x00\x08\ufeff end. " + "long " * 3000
    )
    document = Document("<b>\x1b[2J.txt", text, "Evil |\n# Daily\u202e", path="<b>.txt")
    named = at(document, "<script>alert(1)</script>")
    one = claim(document, "title", person=named, title=named)
    finding = Finding(
        "title-conflict",
        Severity.ERROR,
        "deadbeefdeadbeef",
        "g\x1b[1m",
        "Mallory\n::error::x",
        "Mallory | is <img src=x onerror=alert(1)> \u2066 --> @everyone https://evil.ex",
        (variant("<script>", (document, one)), variant("b\r\nc", (document, one))),
        diff=(("a\x1b[0m", "<i>"),),
        claims=(one,),
        why="[x](javascript:1)\n\n# heading",
    )
    missing = NotChecked("\x1b[2J<x>.txt", "::error::\r\n<script>")
    return Report((finding,), {document.id: document}, Summary(1, 1, 1, (), (missing,)))


def clean() -> Report:
    return Report((), {}, Summary(3, 120, 14, compared=Compared(1, 7, 5, 0, 2, 40)))


def _title() -> Finding:
    full = claim(
        HERON,
        "title",
        person=at(HERON, "Mara Venn"),
        title=at(HERON, "Foreign Secretary"),
    )
    deputy = claim(
        WIRE,
        "title",
        person=at(WIRE, "Mara Venn"),
        title=at(WIRE, "Deputy Foreign Secretary"),
    )
    return Finding(
        "title-conflict",
        Severity.ERROR,
        "5d1f0c7a9b3e2468",
        None,
        "Mara Venn",
        "Mara Venn is given incompatible titles: foreign secretary; deputy foreign"
        " secretary",
        (
            variant("Foreign Secretary", (HERON, full)),
            variant("Deputy Foreign Secretary", (WIRE, deputy)),
        ),
        claims=(full, deputy),
        why="Two sources cannot both be right about the office somebody held at one"
        " time.",
    )


def _quotation() -> Finding:
    said = [
        claim(
            document,
            "quote",
            speaker=at(document, "Venn "),
            content=at(
                document, document.text[document.text.index("“") + 1 :].split("”")[0]
            ),
        )
        for document in (HERON, WIRE)
    ]
    return Finding(
        "altered-quotation",
        Severity.ERROR,
        "0c7a9b3e24685d1f",
        None,
        "Mara Venn",
        "The same words of Mara Venn are printed in two versions",
        (
            variant(said[0].roles["content"][0].text, (HERON, said[0])),
            variant(said[1].roles["content"][0].text, (WIRE, said[1])),
        ),
        diff=(("consultation", "coordination"), ("publish", "review")),
        claims=tuple(said),
        why="A quotation is somebody's own words; only one version can be exact.",
    )


def _visit() -> Finding:
    first = claim(HERON, "visit", visitor=at(HERON, "her"), nature=at(HERON, "first"))
    state = claim(WIRE, "visit", visitor=at(WIRE, "Venn"), nature=at(WIRE, "state"))
    return Finding(
        "state-visit-needs-head-of-state",
        Severity.WARNING,
        "b3e24685d1f0c7a9",
        None,
        "Mara Venn in Kessel",
        "A state visit is made by a head of state, which Mara Venn is not",
        (variant("state visit", (WIRE, state)),),
        (variant("first visit", (HERON, first)),),
        claims=(first, state),
    )


def _toll() -> Finding:
    few = claim(HERON, "quantity", value=at(HERON, "41"), measure=at(HERON, "killed"))
    many = claim(WIRE, "quantity", value=at(WIRE, "45"), measure=at(WIRE, "died"))
    return Finding(
        "number-conflict",
        Severity.WARNING,
        "24685d1f0c7a9b3e",
        None,
        "people killed (flood, 2019)",
        "people killed in the flood of 2019: 41; at least 45",
        (variant("41", (HERON, few)), variant("at least 45", (WIRE, many))),
        claims=(few, many),
        why="Tolls grow for days, but two finished counts should be the same.",
    )


def _known() -> Finding:
    headline = claim(HERON, "event", trigger=at(HERON, "resume", TITLE))
    text = claim(WIRE, "event", trigger=at(WIRE, "announced"))
    known = Finding(
        "name-spelling",
        Severity.NOTE,
        "e24685d1f0c7a9b3",
        None,
        "Orsa",
        "Orsa is spelled in two ways",
        (variant("resume", (HERON, headline)), variant("announced", (WIRE, text))),
        claims=(headline, text),
    )
    return replace(known, state=State.KNOWN)
