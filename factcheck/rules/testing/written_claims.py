"""Claims written by hand inside the tests of a rule."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from factcheck.claims import KINDS, Claim, ClaimTime, Mention, Value
from factcheck.claims.day_numbers import EARLIEST, LATEST, day_of_number, days_of
from factcheck.claims.declaration import (
    ENTITY,
    NAME,
    NAMED,
    NUMBER,
    PERSON,
    TERM,
    TIME,
    TITLE,
    role_of,
)
from factcheck.claims.extraction import Extraction
from factcheck.documents import Document, Span
from factcheck.lexicons.title_lexicon import canonical_title
from factcheck.rules.definition.rule import Case, Rule

ABOUT = (
    "source",
    "document",
    "origin",
    "published",
    "kind",
    "time",
    "modality",
    "event",
    "story",
    "unsure",
    "entity",
)
"""What a prepared claim may say besides its roles."""


@dataclass(slots=True)
class Prepared:
    """The documents of tests, and how they are linked."""

    extractions: list[Extraction] = field(default_factory=list)
    events: dict[str, str] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)
    unsure: set[str] = field(default_factory=set)
    stories: dict[str, str] = field(default_factory=dict)


def prepare(rule: Rule, case: Case, group: str, prepared: Prepared) -> None:
    """Turn the claims of a test into extractions of documents of one group.

    Claims of one source are in one document unless they say otherwise.
    """
    documents: dict[str, Document] = {}
    claims: dict[str, list[Claim]] = {}
    for given in case.claims:
        name = str(given.get("document", given.get("source", "A")))
        identity = f"{group}/{name}"
        before = documents.get(name)
        text = before.text if before else ""
        claim, text = _claim(rule, given, identity, text)
        documents[name] = Document(
            identity,
            text,
            str(given.get("source", name)),
            given.get("published", before.published if before else "2024-05-03"),
            group=group,
        )
        claims.setdefault(name, []).append(claim)
        prepared.origins[identity] = f"{group}/{given.get('origin', name)}"
        prepared.stories[identity] = f"{group}/{given.get('story', '')}"
        if "event" in given:
            event = f"{group}/{given['event']}"
            prepared.events[claim.id] = event
            if given.get("unsure") == "true":
                prepared.unsure.add(event)
    for name, document in documents.items():
        prepared.extractions.append(Extraction(document, tuple(claims[name])))


def faults_of_case(rule: Rule, case: Case) -> Iterator[tuple[int, str, str]]:
    """Yield position, key and fault of each wrong key of prepared claims."""
    for n, given in enumerate(case.claims):
        kind = str(given.get("kind", rule.claims[0] if rule.claims else ""))
        if kind not in KINDS:
            yield n, "kind", f"no claim kind is named {kind!r}"
            continue
        for key in given:
            if key not in KINDS[kind].roles and key not in ABOUT:
                known = ", ".join([*KINDS[kind].roles, *ABOUT])
                yield n, key, f"{key}: a {kind} has no such role; known: {known}"


def _claim(
    rule: Rule, given: Mapping[str, Any], document: str, text: str
) -> tuple[Claim, str]:
    kind = str(given.get("kind", rule.claims[0] if rule.claims else "title"))
    start = len(text)
    roles: dict[str, tuple[Mention, ...]] = {}
    for role in KINDS[kind].roles:
        if role not in given:
            continue
        written = given[role] if isinstance(given[role], list) else [given[role]]
        for words in written:
            mention = _mention(kind, role, str(words), len(text), given)
            roles[role] = (*roles.get(role, ()), mention)
            text += f"{mention.text}. "
    claim = Claim(
        kind,
        document,
        Span(start, max(start, len(text) - 2)),
        roles,
        _time(given.get("time")),
        str(given.get("modality", "asserted")),
        extractor="test",
    )
    return claim, text


def _mention(
    kind: str, role: str, words: str, start: int, given: Mapping[str, Any]
) -> Mention:
    text, _, value = words.partition(" = ")
    mention = Mention(start, start + len(text), text)
    range_ = role_of(kind, role).range
    if range_ in NAMED:
        name = str(given.get("entity", text)) if role == "person" else text
        slug = name.casefold().replace(" ", "-")
        sort = PERSON if range_ == ENTITY else range_
        mention = mention._replace(entity=f"{sort}:{slug}", name=name)
    return mention._replace(value=_value(range_, text, value))


def _value(range_: str, text: str, value: str) -> Value:
    if value:
        return value
    if range_ == TITLE:
        return canonical_title(text)
    if range_ == NUMBER:
        return _number(text)
    return text if range_ in (TERM, NAME, TIME) else None


def _number(text: str) -> Value:
    ends = text.split("..")
    try:
        numbers = [float(end.replace(",", "")) for end in ends]
    except ValueError:
        return None
    return numbers[0] if len(numbers) == 1 else numbers


def _time(written: Any) -> ClaimTime | None:
    if written is None:
        return None
    ends = days_of(str(written))
    if ends is None:
        return ClaimTime(None, None, str(written))
    first = None if ends[0] <= EARLIEST else day_of_number(ends[0])
    last = None if ends[1] >= LATEST else day_of_number(ends[1])
    return ClaimTime(first, last, str(written), str(written))
