"""Speakers as mentions: the words that name them, and who is meant."""

from dataclasses import replace

from spacy.tokens import Token

from factcheck.claims import Mention
from factcheck.extraction.quotes.cues import lexicon
from factcheck.extraction.quotes.pronouns import PRONOUNS, resolve_pronoun
from factcheck.extraction.quotes.scene import Scene
from factcheck.extraction.quotes.speakers import Speaker, phrase
from factcheck.lexicons import load_table

SHORT = 4
"""Words in the longest description of an office: *the foreign minister*."""


def speaker_mention(scene: Scene, speaker: Speaker) -> Mention:
    """Make the mention of a speaker; a pronoun is given to whom it means."""
    analysis, head = scene.analysis, speaker.head
    mention = analysis.mention(speaker.start, speaker.end)
    alone = head.idx == speaker.start and head.idx + len(head) == speaker.end
    if head.lower_ in PRONOUNS and alone:
        entity = resolve_pronoun(analysis, head)
        if entity is not None and head.dep_ != "poss":
            analysis.pronouns.setdefault(speaker.start, entity)
    elif speaker.meant is not None:
        entity = _entity_of(scene, phrase(scene, speaker.meant))
    else:
        entity = _entity_of(scene, speaker)
    known = analysis.entities.get(entity) if entity is not None else None
    return replace(mention, entity=entity, name=known.name if known else None)


def further_speakers(scene: Scene, speaker: Speaker) -> list[Mention]:
    """Return whoever else speaks: *Ana Duval and Bo Okoro said in a joint letter*."""
    analysis, speakers = scene.analysis, []
    for name in analysis.names_in(speaker.start, speaker.end, "person"):
        first, last = scene.tokens(name.span.start, name.span.end)
        token = analysis.doc[first:last].root if first < last else speaker.head
        joined = False
        while token != speaker.head and token.dep_ in ("conj", "appos", "compound"):
            joined |= token.dep_ == "conj"
            token = token.head
        if joined and token == speaker.head:
            mention = analysis.mention(name.span.start, name.span.end)
            known = analysis.entities[name.entity]
            speakers.append(replace(mention, entity=name.entity, name=known.name))
    return speakers


def _entity_of(scene: Scene, speaker: Speaker) -> str | None:
    """Return whom a phrase names: its head, or the name beside it.

    *His top aide, Ana Duval* and *the minister for water Ana Duval* name Duval;
    *Duval's friends* and *the Duval campaign*
    name nobody.
    """
    analysis, head = scene.analysis, speaker.head
    covering = analysis.name_at(head.idx)
    if covering is not None:
        return covering.entity
    for title, person in scene.holders(speaker.start, speaker.end):
        if person.end <= speaker.end and title.start <= head.idx < title.end:
            return person.entity
    for name in analysis.names_in(speaker.start, speaker.end, "person", "organization"):
        first, last = scene.tokens(name.span.start, name.span.end)
        root = analysis.doc[first:last].root if first < last else None
        beside = root is not None and root.dep_ == "appos" and root.head == head
        after = name.kind == "person" and head.i + 1 == first
        if beside or after:
            return name.entity
    return _officer(scene, speaker) or _author(scene, speaker)


def _author(scene: Scene, speaker: Speaker) -> str | None:
    """Return who wrote a letter, a post or a caption: *a letter from Ana Duval*.

    It is the only person the phrase names; nobody wrote *a letter to Ana Duval*.
    """
    if speaker.head.lemma_.lower() not in lexicon().writings:
        return None
    people = scene.analysis.names_in(speaker.start, speaker.end, "person")
    if len({name.entity for name in people}) != 1:
        return None
    first, last = scene.tokens(people[0].span.start, people[0].span.end)
    token = scene.analysis.doc[first:last].root
    while token.i != speaker.head.i and token.head.i != token.i:
        if token.lower_ in ("to", "about", "against", "for") or _is_office(token):
            return None
        token = token.head
    return people[0].entity


def _is_office(token: Token) -> bool:
    """Ask whether it is not a person's own: *by Ana Duval's office*."""
    return token.lemma_.lower() in lexicon().staff


def _officer(scene: Scene, speaker: Speaker) -> str | None:
    """Return the only person the text gave such an office before: *the minister*.

    *The judge* is Lord Justice Duval.
    """
    words = scene.analysis.text[speaker.start : speaker.end].lower().split()
    plural = speaker.head.tag_ in ("NNS", "NNPS")
    if words[:1] != ["the"] or len(words) > SHORT or plural:
        return None
    holders, roles = set(), load_table("cues")["roles"]
    for title, person in scene.holders(0, speaker.start):
        office = title.text.lower().split(" of ")[0].split()
        plain = office[-1:] == words[-1:] and set(words[1:]) <= set(office)
        if plain or (
            len(words) == 2 and office and office[-1] in roles.get(words[1], "").split()
        ):
            holders.add(person.entity)
    return holders.pop() if len(holders) == 1 else None
