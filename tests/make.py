"""Build documents, claims and extractions by hand, for tests."""

from factcheck.claims import Claim, ClaimTime, Mention, Value
from factcheck.claims.extraction import Extraction
from factcheck.documents import Document, Span

TITLES = {
    "id": "titles",
    "severity": "error",
    "message": "{person}: {variants}",
    "why": "One office at a time.",
    "check": "agree",
    "claims": "title",
    "same": ["person"],
    "differ": "title",
    "compare": {"as": "taxonomy", "using": "titles"},
}
"""A rule for those who need any."""


def document(id="a.txt", text="", source="A", published="2024-05-03", **rest):
    return Document(id, text, source, published, **rest)


def mention(
    text: str,
    value: Value = None,
    entity: str | None = None,
    start: int = 0,
    name: str | None = None,
) -> Mention:
    return Mention(start, start + len(text), text, value, entity, name)


def claim(
    kind: str, document="a.txt", time=None, start=0, modality="asserted", **roles
):
    """Make a claim; a role is a mention, words, or a list of either."""
    filled = {role: tuple(_mentions(given)) for role, given in roles.items()}
    if isinstance(time, str):
        time = ClaimTime(time, time, time, time)
    end = max((m.end for found in filled.values() for m in found), default=start + 1)
    return Claim(kind, document, Span(start, end), filled, time, modality)


def title(person: str, title: str, document="a.txt", start=0, **rest):
    """Claim that somebody holds an office; the entity is made of the name."""
    entity = "person:" + person.casefold().replace(" ", "-")
    return claim(
        "title",
        document,
        start=start,
        person=mention(person, entity=entity, start=start),
        title=mention(title, title, start=start + len(person) + 1),
        **rest,
    )


def extraction(*claims: Claim, **about) -> Extraction:
    """Say what was found in one document; its id is that of the first claim."""
    about.setdefault("id", claims[0].document if claims else "a.txt")
    return Extraction(document(**about), tuple(claims))


def _mentions(given):
    for one in given if isinstance(given, list) else [given]:
        yield mention(one) if isinstance(one, str) else one
