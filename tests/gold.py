"""Hold a check to what a careful reader found, written in the form of seeds.yaml.

Each function yields one sentence for each thing that is missing or must not be there,
so that a test can compare with an empty list and a failure reads as a review.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from factcheck.claims import Claim, Mention
from factcheck.documents import Document, Span
from factcheck.findings import Finding
from factcheck.lexicons.title_lexicon import canonical_title
from factcheck.pipeline import Result

Gold = dict[str, Any]


class Dossier:
    """A checked pair of articles, looked up by the letters the gold uses."""

    def __init__(self, result: Result, gold: Gold) -> None:
        self.result = result
        self.documents: dict[str, Document] = {}
        for letter, about in gold["documents"].items():
            (self.documents[letter],) = (
                d for d in result.documents if d.id.endswith(about["file"])
            )
        self.letters = {d.id: letter for letter, d in self.documents.items()}
        self.mentions = {
            letter: [
                typed.mention
                for extraction in result.extractions
                if extraction.document.id == document.id
                for typed in extraction.mentions
                if typed.mention.entity and typed.type != "title"
            ]
            for letter, document in self.documents.items()
        }

    def entities(self, form: str) -> set[str]:
        """Return whom or what a form stands for, wherever it is printed.

        Names inside the form count ("Secretary Blinken"); only where there is none do
        longer names that hold it ("Kim Jong Un" for "Kim").
        """
        inside, around = set(), set()
        for letter, document in self.documents.items():
            for place in _places(document, form):
                for mention in self.mentions[letter]:
                    if place.start <= mention.start and mention.end <= place.end:
                        inside.add(mention.entity)
                    elif _overlaps(mention.span, [place]):
                        around.add(mention.entity)
        return inside or around

    def entity(self, form: str) -> str | None:
        """Return the one entity a form stands for, wherever it is printed."""
        found = self.entities(form)
        return next(iter(found)) if len(found) == 1 else None

    def claims(self, letter: str, *kinds: str) -> list[Claim]:
        """Return the claims of one document, of some kinds or all."""
        wanted = self.documents[letter].id
        return [
            claim
            for extraction in self.result.extractions
            if extraction.document.id == wanted
            for claim in extraction.claims
            if not kinds or claim.kind in kinds
        ]

    def is_meant(self, mention: Mention, name: str) -> bool:
        """Ask whether a mention stands for the person or country of that name."""
        wanted = self.entity(name)
        if wanted is not None and mention.entity == wanted:
            return True
        return _plain(mention.text) == _plain(name)


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", text.lower()).split())


def entity_faults(dossier: Dossier, gold: Gold) -> Iterator[str]:
    for forms in gold["entities"]:
        found = {form: dossier.entities(form) for form in forms}
        missing = [form for form in forms if not found[form]]
        if missing:
            yield f"never mentioned: {missing}"
        entities = set().union(*found.values())
        if len(entities) > 1:
            yield f"not one entity: { {f: sorted(e) for f, e in found.items()} }"


def title_faults(dossier: Dossier, gold: Gold) -> Iterator[str]:
    for item in gold["titles"]["must"]:
        if not any(
            _is_title(dossier, c, item) for c in dossier.claims(item["doc"], "title")
        ):
            yield f"no title claim: {item}"


def _is_title(dossier: Dossier, claim: Claim, item: Gold) -> bool:
    title = claim.first("title")
    status = claim.first("status")
    said = status.value if status else "current"
    organization = item.get("organization")
    return (
        title is not None
        and any(dossier.is_meant(m, item["person"]) for m in claim.role("person"))
        and canonical_title(title.text) == canonical_title(item["title"])
        and said == item.get("status", said)
        and (
            organization is None
            or any(
                dossier.is_meant(m, organization) for m in claim.role("organization")
            )
        )
    )


def quote_faults(dossier: Dossier, gold: Gold) -> Iterator[str]:
    for item in gold["quotes"]["must"]:
        found = [c for c in dossier.claims(item["doc"], "quote") if _begins(c, item)]
        if not found:
            yield f"no quote: {item}"
        elif not any(_is_said_by(dossier, c, item) for c in found):
            said = [(m.text, m.name) for c in found for m in c.role("speaker")]
            yield f"wrong speaker {said}: {item}"
        elif "attribution" in item and not any(
            item["attribution"] in (m.name or m.text)
            for c in found
            for m in c.attribution
        ):
            yield f"no attribution: {item}"
    for item in gold["quotes"]["never"]:
        if any(
            _begins(c, item) for c in dossier.claims(item["doc"], "quote", "statement")
        ):
            yield f"must not be a quote: {item}"


def _begins(claim: Claim, item: Gold) -> bool:
    content = claim.first("content")
    return content is not None and content.text.strip("'‘“\"").startswith(
        item["begins"]
    )


def _is_said_by(dossier: Dossier, claim: Claim, item: Gold) -> bool:
    speakers = claim.role("speaker")
    cue = claim.first("cue")
    if "cue" in item and (cue is None or item["cue"] not in cue.text):
        return False
    if "via" in item and not any(m.text.lower() == item["via"] for m in speakers):
        return False
    if item["speaker"] == "they":
        return any(m.text.lower() == "they" for m in speakers) or len(speakers) > 1
    return any(dossier.is_meant(m, item["speaker"]) for m in speakers)


def meeting_faults(dossier: Dossier, gold: Gold) -> Iterator[str]:
    for item in gold["meetings_and_visits"]["must"]:
        claims = dossier.claims(item["doc"], item["kind"])
        if not any(_is_meeting(dossier, c, item) for c in claims):
            yield f"no {item['kind']}: {item}"
    for item in gold["meetings_and_visits"]["never"]:
        claims = dossier.claims(item["doc"], item["kind"])
        if any(
            _is_meeting(dossier, c, item) and c.modality == "asserted" for c in claims
        ):
            yield f"must not be a {item['kind']}: {item}"


def _is_meeting(dossier: Dossier, claim: Claim, item: Gold) -> bool:
    who = [*claim.role("participant"), *claim.role("visitor")]
    wanted = [*item.get("participants", []), *item.get("with", [])]
    wanted += [item["visitor"]] if "visitor" in item else []
    where = [*claim.role("place"), *claim.role("destination")]
    place = item.get("place") or item.get("destination")
    nature = " ".join(m.text for m in claim.role("nature")).lower()
    words = [w for w in item.get("nature", "").split() if w not in ("as", "of")]
    time = claim.time
    return (
        all(any(dossier.is_meant(m, name) for m in who) for name in wanted)
        and (place is None or any(dossier.is_meant(m, place) for m in where))
        and all(word in nature or word in _text(dossier, claim) for word in words)
        and (
            "time" not in item
            or (time is not None and _meets(time.start, item["time"]))
        )
    )


def _text(dossier: Dossier, claim: Claim) -> str:
    (document,) = (d for d in dossier.documents.values() if d.id == claim.document)
    return document.quote(claim.span).lower()


def _meets(day: str | None, value: str) -> bool:
    return day is not None and day.startswith(value.rstrip("X"))


def date_faults(dossier: Dossier, gold: Gold) -> Iterator[str]:
    for item in gold["dates"]["must"]:
        places = list(_places(dossier.documents[item["doc"]], item["text"]))
        wanted = dossier.documents[item["doc"]].id
        if not any(
            typed.mention.value == item["value"]
            and _overlaps(typed.mention.span, places)
            for extraction in dossier.result.extractions
            if extraction.document.id == wanted
            for typed in extraction.mentions
            if typed.type == "time"
        ):
            yield f"no time: {item}"


def event_faults(dossier: Dossier, gold: Gold) -> Iterator[str]:
    for item in gold["events"]["must"]:
        places = list(_places(dossier.documents[item["doc"]], item["what"]))
        if not any(
            claim.time
            and _meets(claim.time.start, item["time"])
            and any(_overlaps(m.span, places) for m in claim.mentions())
            and any(dossier.is_meant(m, item["actor"]) for m in claim.mentions())
            if "actor" in item
            else claim.time
            and _meets(claim.time.start, item["time"])
            and _overlaps(claim.span, places)
            for claim in dossier.claims(item["doc"], "event", "meeting")
        ):
            yield f"no dated event: {item}"


def framing_faults(dossier: Dossier, gold: Gold) -> Iterator[str]:
    for item in gold["framing"]["must"]:
        if not any(
            any(item["frame"] in m.text for m in claim.role("frame"))
            and any(m.value == item["topic"] for m in claim.role("topic"))
            for claim in dossier.claims(item["doc"], "framing")
        ):
            yield f"no framing: {item}"


def conflict_faults(dossier: Dossier, gold: Gold) -> Iterator[str]:
    """Every conflict that must be found is one finding of the right severity."""
    for item in gold["conflicts"]["must"]:
        found = [f for f in dossier.result.findings if _is_about(dossier, f, item)]
        if not found:
            yield f"no finding: {item}"
        elif all(f.severity != item["severity"] for f in found):
            said = [(f.rule, str(f.severity)) for f in found]
            yield f"severity {said}: {item}"


def unexpected_findings(
    dossier: Dossier, gold: Gold, allowed: Iterable[str] = ()
) -> Iterator[str]:
    """Findings that no item of the gold asks for."""
    items = [*gold["conflicts"]["must"], *gold["conflicts"].get("may", [])]
    for finding in dossier.result.findings:
        if finding.rule in allowed:
            continue
        if not any(_is_about(dossier, finding, item) for item in items):
            yield f"{finding.severity} {finding.rule}: {finding.message}"


def _is_about(dossier: Dossier, finding: Finding, item: Gold) -> bool:
    letters = [letter for letter in dossier.documents if letter in item]
    return bool(letters) and all(
        any(
            dossier.letters.get(claim.document) == letter and _overlaps(span, places)
            for claim in finding.claims
            for span in (m.span for m in claim.mentions())
        )
        for letter in letters
        if (places := list(_places(dossier.documents[letter], item[letter])))
    )


def _places(document: Document, words: str) -> Iterator[Span]:
    for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", document.text):
        yield Span(*found.span())


def _overlaps(span: Span, places: Iterable[Span]) -> bool:
    return any(
        span.part == place.part and span.start < place.end and place.start < span.end
        for place in places
    )


def agreement_faults(dossier: Dossier, gold: Gold) -> Iterator[str]:
    """Titles on which the documents agree are shown as corroborated."""
    for item in gold["conflicts"].get("never", []):
        _, titled, person = item["what"].partition("title of ")
        if titled and not any(
            one.kind == "title" and person in one.key
            for one in dossier.result.corroborated
        ):
            yield f"not corroborated: {item}"
