"""Names that one document shows to be persons, found in the others of its group.

A parser takes a bare surname for a place or for nothing at all. Where another document
of the same group gives the full name, and nobody else in the group bears it, the bare
surname is that person.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from factcheck.claims import Mention
from factcheck.claims.extraction import Decision, Extraction, TypedMention
from factcheck.documents import TEXT
from factcheck.extraction.clean_text import readings
from factcheck.extraction.names.comparing import SAME
from factcheck.extraction.names.person import parse_name
from factcheck.extraction.names.runs import NameWord, Run, runs
from factcheck.extraction.names.words import fold, name_words
from factcheck.extraction.plain_text import plain_document
from factcheck.lexicons.territories import territory_names
from factcheck.resolution.entities.identity import Identity

SMALL_WORD = re.compile(r"\b[a-z]{3,}\b")
Identities = Mapping[tuple[str, str], Identity]


def spread(
    extractions: Sequence[Extraction], identities: Identities
) -> tuple[dict[str, tuple[TypedMention, ...]], list[Decision]]:
    """Return mentions to add, by document, and why.

    Only documents with a group take part: without one nothing says that two documents
    speak of the same affair.
    """
    groups: dict[str, list[Extraction]] = defaultdict(list)
    for extraction in extractions:
        if extraction.document.group is not None and not extraction.skipped:
            groups[extraction.document.group].append(extraction)
    added: dict[str, tuple[TypedMention, ...]] = {}
    decisions: list[Decision] = []
    for group in sorted(groups):
        members = sorted(groups[group], key=lambda e: e.document.id)
        known = _surnames(members, identities)
        if not known or len(members) < 2:
            continue
        for extraction in members:
            mentions = _find(extraction, known)
            if mentions:
                added[extraction.document.id] = tuple(mentions)
            names = dict.fromkeys((f.mention.text, f.mention.name) for f in mentions)
            for text, name in names:
                where = f"{text} ({extraction.document.id})"
                reason = "the only bearer of the name in the same group of documents"
                decisions.append(Decision(where, str(name), SAME, reason))
    return added, decisions


def _surnames(
    members: Sequence[Extraction], identities: Identities
) -> dict[str, Identity]:
    """Return the persons of a group whom the surname alone tells."""
    bearers: dict[str, set[Identity]] = defaultdict(set)
    for extraction in members:
        for entity in extraction.people():
            identity = identities[extraction.document.id, entity.id]
            name = parse_name(identity.name)
            led = name_words().honorifics.keys() & set(entity.evidence)
            if name.is_full or led:
                bearers[name.surname].add(identity)
                if name.east and name.given:
                    bearers["-".join(name.given)].add(identity)
    return {
        surname: persons.copy().pop()
        for surname, persons in bearers.items()
        if len(persons) == 1 and len(surname) > 2
    }


def _find(extraction: Extraction, known: Mapping[str, Identity]) -> list[TypedMention]:
    plain = plain_document(extraction.document)
    text = plain.document.text
    folded = {fold(w) for w in re.findall(r"[^\W\d_][\w’'-]+", text)}
    wanted = {surname: i for surname, i in known.items() if surname in folded}
    if not wanted:
        return []
    reading = next(iter(readings(plain.document)))
    small = set(SMALL_WORD.findall(reading.text))
    taken = _taken(extraction)
    mentions = []
    for run in runs(reading):
        for place, word in enumerate(run.words):
            identity = wanted.get(word.folded)
            if identity is None or word.folded in small:
                continue
            first = _begins(run, place, identity)
            if first is not None:
                mention = Mention(
                    first,
                    word.end,
                    text[first : word.end],
                    entity=identity.entity,
                    name=identity.name,
                )
                printed = plain.mention(mention)
                if printed.end - 1 not in taken:
                    mentions.append(TypedMention("person", printed))
    return mentions


def _taken(extraction: Extraction) -> set[int]:
    """Return the places of persons and of names that are longer than one word."""
    taken: set[int] = set()
    for typed in extraction.mentions:
        mention = typed.mention
        if mention.part != TEXT:
            continue
        longer = typed.type in ("organization", "place") and " " in mention.text
        longer = longer and " and " not in mention.text
        if typed.type == "person" or (longer and len(mention.text) < 40):
            taken.update(range(mention.start, mention.end))
    return taken


def _begins(run: Run, place: int, identity: Identity) -> int | None:
    """Return where the name that ends in a word begins, or None if it is not a name."""
    word = run.words[place]
    if word.text in territory_names() or word.folded in name_words().never:
        return None
    given = parse_name(identity.name).given
    if place and run.words[place - 1].folded in given:
        return run.words[place - 1].start
    if run.titled:
        return word.start
    alone = len(run.words) == 1
    return word.start if alone or _after_office(run.words, place) else None


def _after_office(words: Sequence[NameWord], place: int) -> bool:
    known = name_words()
    last = place == len(words) - 1
    before = words[place - 1].folded if place else ""
    return last and (
        before in known.titles or before in known.honorifics or before in known.never
    )
