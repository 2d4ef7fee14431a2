"""Make title claims: who holds which office, in which body, and whether still."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from factcheck.claims import ASSERTED, Claim, ClaimTime, Mention, Value
from factcheck.extraction.analysis import EXTRACTORS, Analysis
from factcheck.extraction.titles.holders import (
    Holder,
    holder_after,
    holder_behind,
    holders_before,
    is_plural,
)
from factcheck.extraction.titles.name_index import NameIndex
from factcheck.extraction.titles.office_words import phrases
from factcheck.extraction.titles.rescue import rescue_persons
from factcheck.extraction.titles.title_phrase import TitlePhrase
from factcheck.extraction.titles.verbs import begins, follows_as, holder_by_verb
from factcheck.lexicons import Verdict
from factcheck.lexicons.title_lexicon import TitleLexicon
from factcheck.lexicons.titles_parse import canonical_title, parse_title
from factcheck.lexicons.titles_table import title_words

CONFIDENCE = {"before": 0.95, "after": 0.9, "copula": 0.9, "as": 0.8, "list": 0.8}
TERM = re.compile(
    r"[\s,(]{0,9}(?:(?P<since>since|from|between)|(?P<until>until)|in)?\s{0,9}$"
)
RANGE = re.compile(r"\s{0,9}(?:to|until|till|and|through|[-–—])\s{0,9}$")


@EXTRACTORS.register("title")
def titles(analysis: Analysis) -> Iterator[Claim]:
    """Yield every office that the text ascribes to a person."""
    names = NameIndex(analysis)
    phrases_ = list(phrases(analysis, names))
    rescue_persons(analysis, names, phrases_)
    holders = list(_holders(analysis, names, phrases_))
    bodies = _shared_bodies(analysis, holders)
    claims = [
        _claim(analysis, holder, bodies.get(holder.phrase.head, []))
        for holder in holders
    ]
    taken = dict(_taken(analysis, holders, claims))
    acting: set[tuple[str, Value]] = set()
    for claim in claims:
        yield _still_acting(_outgoing(claim, taken), acting)


def _still_acting(claim: Claim, acting: set[tuple[str, Value]]) -> Claim:
    """Read "President Bell" as acting behind "was sworn in as interim president"."""
    person, title, status = (claim.first(r) for r in ("person", "title", "status"))
    if not (person and person.entity and title and status):
        return claim
    office = person.entity, title.value
    if status.value == "acting" and claim.modality == ASSERTED:
        acting.add(office)
    if status.value != "current" or office not in acting:
        return claim
    return _with_status(claim, status, "acting")


def _with_status(claim: Claim, status: Mention, value: str) -> Claim:
    roles = {**claim.roles, "status": (status._replace(value=value),)}
    return replace(claim, roles=roles, id="")


def _taken(
    analysis: Analysis, holders: list[Holder], claims: list[Claim]
) -> Iterator[tuple[str, str]]:
    """Yield who takes which office: "Vice President Bell becomes **president**"."""
    for holder, claim in zip(holders, claims, strict=True):
        person, title = claim.first("person"), claim.first("title")
        verb = analysis.doc[holder.verb] if holder.verb is not None else None
        if verb is not None and begins(verb) and person and person.entity and title:
            yield person.entity, str(title.value)


def _outgoing(claim: Claim, taken: dict[str, str]) -> Claim:
    """Mark the office that somebody leaves for another one, told in the same text."""
    person, title, status = (claim.first(r) for r in ("person", "title", "status"))
    new = taken.get(person.entity or "") if person else None
    if new is None or title is None or status is None or status.value != "current":
        return claim
    if _LATTICE.relation(str(title.value), new) is not Verdict.CONFLICT:
        return claim
    return _with_status(claim, status, "outgoing")


_LATTICE = TitleLexicon()


def _holders(
    analysis: Analysis, names: NameIndex, phrases: list[TitlePhrase]
) -> Iterator[Holder]:
    before: dict[int, list[Holder]] = {}
    others = {phrase.outer_begin for phrase in phrases}
    for holder in holders_before(analysis, names, phrases):
        if not follows_as(analysis, names, holder.phrase):
            before.setdefault(holder.phrase.head, []).append(holder)
    titled = {head: held[0] for head, held in before.items()}
    known: dict[int, Holder] = {}
    last: Holder | None = None
    for phrase in phrases:
        here = before.get(phrase.head, [])
        if not here:
            single = (
                holder_after(analysis, names, phrase, others)
                or holder_behind(analysis, names, phrase)
                or holder_by_verb(analysis, names, phrase, titled)
                or _joined(analysis, phrase, known)
            )
            here = [single] if single else []
            if single:
                titled[phrase.head] = known[phrase.head] = single
        elif _is_over(analysis, phrase, last):
            here = [holder._replace(status="former") for holder in here]
        last = here[0] if here else None
        yield from here
    for phrase in phrases:
        if phrase.head not in titled and (held := _leans(analysis, phrase, known)):
            yield held


def _leans(
    analysis: Analysis, phrase: TitlePhrase, known: dict[int, Holder]
) -> Holder | None:
    """Give "singer and" of "is a singer and record producer" to the same holder."""
    head = analysis.doc[phrase.head]
    first = (
        known.get(head.head.i) if head.dep_ in ("nmod", "compound", "amod") else None
    )
    if first is None or is_plural(head) or head.i > first.phrase.head:
        return None
    return first._replace(phrase=phrase)


def _is_over(analysis: Analysis, phrase: TitlePhrase, last: Holder | None) -> bool:
    """Ask whether an office is seen from a past one: "was an aide to Mayor Bo Lind"."""
    if last is None or not _was(last):
        return False
    at = phrase.outer_begin - 1
    near = at in (last.phrase.end, last.phrase.outer_end)
    return near and analysis.doc[at].lower_ in ("to", "for", "under", "with", "of")


def _was(holder: Holder) -> bool:
    return holder.status == "former" or holder.phrase.status is not None


def _joined(
    analysis: Analysis, phrase: TitlePhrase, known: dict[int, Holder]
) -> Holder | None:
    """Give "and treasurer" to the holder of the office it is joined to."""
    head = analysis.doc[phrase.head]
    if is_plural(head):
        return None
    first = known.get(head.head.i) if head.dep_ == "conj" else None
    return first._replace(phrase=phrase) if first else None


def _shared_bodies(
    analysis: Analysis, holders: list[Holder]
) -> dict[int, list[tuple[int, int]]]:
    """Find the country or body that a list of offices shares.

    "Norland's foreign minister Ana Bell and defence minister Bo Lind"; "their Norlandic
    counterparts, Foreign Minister Ana Bell and Defence Minister Bo Lind".
    """
    doc = analysis.doc
    bodies: dict[int, list[tuple[int, int]]] = {}
    last: Holder | None = None
    for holder in holders:
        phrase = holder.phrase
        if holder.pattern != "before":
            continue
        if phrase.owners:
            last = holder
        elif last is not None:
            gap = analysis.text[last.end : doc[phrase.outer_begin].idx]
            share = re.fullmatch(r",?\s{0,9}(?:and|,)\s{0,9}(?:the\s{1,9})?", gap)
            if share and _is_cabinet(analysis, phrase):
                owner = bodies.get(last.phrase.head, last.phrase.owners)
                if last.phrase.determiner == "owner" or _is_cabinet(
                    analysis, last.phrase
                ):
                    bodies[phrase.head] = owner
                    last = holder
                    continue
            last = None
        if phrase.head not in bodies and not phrase.owners:
            shared = _counterparts(analysis, phrase)
            if shared:
                bodies[phrase.head] = shared
                last = holder
    return bodies


def _counterparts(analysis: Analysis, phrase: TitlePhrase) -> list[tuple[int, int]]:
    """Read "their South Korean counterparts," right before an office."""
    doc, at = analysis.doc, phrase.outer_begin
    if at < 3 or doc[at - 1].text not in (",", ":", "—", "–"):
        return []
    if doc[at - 2].lower_ not in ("counterpart", "counterparts"):
        return []
    name = analysis.name_at(doc[at - 3].idx)
    return [(name.span.start, name.span.end)] if name and name.kind != "person" else []


def _is_cabinet(analysis: Analysis, phrase: TitlePhrase) -> bool:
    parsed = parse_title(words_of(analysis, phrase))
    return parsed.head in title_words().cabinet


def words_of(analysis: Analysis, phrase: TitlePhrase) -> str:
    """Return the office words without a country that stands between them."""
    tokens = (analysis.doc[i] for i in range(phrase.begin, phrase.end))
    kept = (t.text_with_ws for t in tokens if t.i not in phrase.skip)
    return "".join(kept).strip()


def _claim(analysis: Analysis, holder: Holder, shared: list[tuple[int, int]]) -> Claim:
    doc, phrase = analysis.doc, holder.phrase
    first, last = doc[phrase.begin], doc[phrase.end - 1]
    start, end = first.idx, last.idx + len(last)
    value = canonical_title(words_of(analysis, phrase))
    bodies = phrase.owners or shared or _behind_name(analysis, holder)
    organization = [analysis.mention(*place) for place in bodies]
    person = analysis.mention(holder.start, holder.end, entity=holder.entity or None)
    status = _status(analysis, holder, start, end)
    time = _valid_time(analysis, holder)
    pronoun = person.text.lower() in ("he", "she", "his", "her")
    roles = {
        "person": [person],
        "title": [analysis.mention(start, end, value=value)],
        "organization": organization,
        "status": [status],
    }
    return analysis.claim_over(
        "title",
        roles,
        time=time,
        modality=holder.modality,
        confidence=min(CONFIDENCE[holder.pattern], 0.7 if pronoun else 1.0),
        extractor=f"title.{holder.pattern}",
    )


def _behind_name(analysis: Analysis, holder: Holder) -> list[tuple[int, int]]:
    """Read the place behind a titled name: "Prime Minister Bo Lind of Norland"."""
    if (
        holder.pattern != "before"
        or analysis.text[holder.end : holder.end + 4] != " of "
    ):
        return []
    at = holder.end + 4
    name = analysis.name_at(at + 4 if analysis.text.startswith("the ", at) else at)
    return [(name.span.start, name.span.end)] if name and name.kind == "place" else []


def _status(analysis: Analysis, holder: Holder, start: int, end: int) -> Mention:
    """Say whether the office is held: by words, by the verb, else it is current."""
    doc, phrase = analysis.doc, holder.phrase
    verb = doc[holder.verb] if holder.verb is not None else None
    if holder.status and verb is not None and not _says_former(analysis, phrase):
        return analysis.mention(verb.idx, verb.idx + len(verb), value=holder.status)
    if phrase.status:
        first, last = doc[phrase.status[0]], doc[phrase.status[1] - 1]
        place = first.idx, last.idx + len(last)
        words = analysis.text[slice(*place)].lower().strip("- ")
        return analysis.mention(*place, value=title_words().status.get(words, "former"))
    return analysis.mention(start, end, value=holder.status or "current")


def _says_former(analysis: Analysis, phrase: TitlePhrase) -> bool:
    """Ask whether words before the office say that it is over: "former"."""
    if phrase.status is None:
        return False
    word = analysis.doc[phrase.status[0]].lower_.strip("-")
    return title_words().status.get(word, "former") == "former"


def _valid_time(analysis: Analysis, holder: Holder) -> ClaimTime | None:
    """Read when the office was held: "from 2009 to 2013", "since 2019"."""
    doc, phrase = analysis.doc, holder.phrase
    if holder.pattern not in ("copula", "as", "after"):
        return None
    last = doc[phrase.outer_end - 1]
    begin = last.idx + len(last)
    near = [t for t in analysis.times if begin <= t.start < begin + 14 and t.first]
    if not near:
        return None
    first = near[0]
    lead = TERM.fullmatch(analysis.text[begin : first.start])
    if lead is None:
        return None
    behind = [t for t in analysis.times if first.end <= t.start < first.end + 9]
    second = next(chain(behind), None)
    if (
        second
        and second.last
        and RANGE.fullmatch(analysis.text[first.end : second.start])
    ):
        text = analysis.original[first.start : second.end]
        return ClaimTime(first.first, second.last, text)
    text = analysis.original[first.start : first.end]
    if lead["since"] or (holder.verb is not None and begins(doc[holder.verb])):
        return ClaimTime(first.first, None, text, first.value)
    if lead["until"]:
        return ClaimTime(None, first.last, text, first.value)
    return ClaimTime(first.first, first.last, text, first.value)
