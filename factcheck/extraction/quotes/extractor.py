"""Make claims of quotations and reported speech."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from spacy.tokens import Token

from factcheck.claims import Claim, ClaimTime, Mention
from factcheck.claims.day_numbers import day_number, days_between
from factcheck.comparators.wording import stem
from factcheck.extraction.analysis import EXTRACTORS, Analysis
from factcheck.extraction.modality import modality_of
from factcheck.extraction.quotes.attributed import Attributed, Coverage
from factcheck.extraction.quotes.attribution import attribute
from factcheck.extraction.quotes.cues import lexicon
from factcheck.extraction.quotes.labels import label_reports
from factcheck.extraction.quotes.languages import Languages
from factcheck.extraction.quotes.pronouns import PRONOUNS, resolve_pronoun
from factcheck.extraction.quotes.scene import Scene, scene_of
from factcheck.extraction.quotes.speakers import Speaker, phrase, relay_of
from factcheck.extraction.quotes.statements import ReportedSpeech, find_reports
from factcheck.extraction.quotes.stretches import Places
from factcheck.extraction.time_attachment import time_of
from factcheck.lexicons import load_table

PHRASE = 6
"""Words in a quotation that its sentence has to explain."""

RECENT = 14
"""Days after which a letter that is quoted is an old one."""

TELLING = ("NOUN", "PROPN", "VERB", "ADJ", "NUM")
"""Parts of speech that tell what a sentence is about."""

MARKS = "\"'“”‘’`,.;:!?… \n\t\u00a0"
CONFIDENCE = {
    "closing": 0.9,
    "clause": 0.85,
    "according": 0.85,
    "parenthesis": 0.75,
    "label": 0.75,
    "object": 0.6,
    "preposition": 0.6,
    "noun": 0.6,
}
"""How sure a statement is, by the way its content was found."""


@EXTRACTORS.register("quotes")
def quotes(analysis: Analysis) -> Iterator[Claim]:
    """Yield who said which words: “We agree,” the minister said; she said that ..."""
    scene = scene_of(analysis)
    reports = [*label_reports(scene), *find_reports(scene)]
    coverage = Coverage(scene, reports)
    quoted = attribute(scene, coverage)
    kept = [item for item in quoted if not _is_stated_in(item, scene)]
    languages = Languages(analysis)
    for item in kept:
        claim = _quote(scene, item, coverage)
        beside = {
            "language": languages.foreign(claim),
            "setting": _setting(scene, claim),
        }
        roles = {role: (mention,) for role, mention in beside.items() if mention}
        yield replace(claim, roles={**claim.roles, **roles}) if roles else claim
    held = {place for item in kept for place in item.contents}
    for report in coverage.outermost(reports):
        if not _only_quoted(report, held, scene):
            yield _statement(scene, report, coverage)


def _setting(scene: Scene, claim: Claim) -> Mention | None:
    """Return the sentence around a short phrase, with the stems that tell its subject.

    The words of the speaker and of the cue tell nothing of what is spoken of.
    """
    contents = claim.role("content")
    if len(contents) > 1 or len(contents[0].text.split()) > PHRASE:
        return None
    mentions = [*claim.role("speaker"), *claim.role("cue"), *contents]
    sentence = scene.analysis.token_at(contents[0].start).sent
    words = {
        stem(token.lower_)
        for token in sentence
        if token.pos_ in TELLING
        and token.is_alpha
        and not any(one.start <= token.idx < one.end for one in mentions)
    }
    value = " ".join(sorted(words))
    start, end = sentence.start_char, sentence.end_char
    if not value:
        return None
    mention = scene.analysis.mention(start, end, value)
    return mention._replace(entity=None, name=None)  # a sentence, and nobody in it


def _is_stated_in(item: Attributed, scene: Scene) -> bool:
    """Ask whether words between marks that promise little are part of a statement.

    In a headline they are nobody's where nobody is credited.
    """
    if _headlined(item, scene) and item.speaker is None:
        return True
    return item.way == "report" and _loose(item, scene)


def _headlined(item: Attributed, scene: Scene) -> bool:
    return item.frames[0].quotation.start < scene.headline


def _loose(item: Attributed, scene: Scene) -> bool:
    """Ask whether the marks may hold words that were not said just so."""
    return item.frames[0].quotation.doubled or _headlined(item, scene)


def _only_quoted(
    report: ReportedSpeech, held: set[tuple[int, int]], scene: Scene
) -> bool:
    """Ask whether all of a report's content stands between marks."""
    text = scene.analysis.text
    for start, end in report.contents:
        while start < end and text[start] in MARKS:
            start += 1
        while end > start and text[end - 1] in MARKS:
            end -= 1
        quotation = scene.quotation_at(start)
        if quotation is None or end > quotation.end:
            return False
        if (quotation.inner_start, quotation.inner_end) not in held:
            return False
    return True


def _quote(scene: Scene, item: Attributed, coverage: Coverage) -> Claim:
    return _claim(
        scene,
        "statement" if _loose(item, scene) else "quote",
        tuple(item.contents),
        item.speaker,
        item.cue,
        item.verb,
        coverage,
        confidence=item.confidence,
    )


def _statement(scene: Scene, report: ReportedSpeech, coverage: Coverage) -> Claim:
    confidence = CONFIDENCE[report.way] - (0.3 if report.speaker is None else 0)
    return _claim(
        scene,
        "statement",
        report.contents,
        report.speaker,
        (report.cue_start, report.cue_end),
        report.cue,
        coverage,
        confidence=round(confidence, 2),
    )


def _claim(
    scene: Scene,
    kind: str,
    contents: Places,
    speaker: Speaker | None,
    cue: tuple[int, int] | None,
    verb: Token | None,
    coverage: Coverage,
    **rest: Any,
) -> Claim:
    """Make a claim with its speaker, day and modality, and whoever relays the words."""
    analysis = scene.analysis
    places = [*contents]
    roles: dict[str, list[Mention]] = {}
    if speaker is not None:
        mention = speaker_mention(scene, speaker)
        roles["speaker"] = [mention, *further_speakers(scene, speaker)]
        places.append((mention.start, mention.end))
    if cue is not None:
        roles["cue"] = [analysis.mention(*cue)]
        places.append(cue)
    roles["content"] = [analysis.mention(s, e) for s, e in contents]
    if verb is not None and verb.pos_ in ("VERB", "AUX", "NOUN"):
        rest["time"] = _day_of(analysis, verb, kind)
        apart = scene.quoted[verb.head.i] != scene.quoted[verb.i]
        rest["modality"] = modality_of(analysis, verb, alone=apart)
        rest["attribution"] = tuple(_relays(scene, speaker, verb, coverage))
    start, end = min(s for s, _ in places), max(e for _, e in places)
    return analysis.claim(kind, start, end, roles, extractor="quotes", **rest)


def _day_of(analysis: Analysis, verb: Token, kind: str) -> ClaimTime | None:
    """Say when something was said.

    Words quoted from a letter of long ago are printed by others without its day.
    """
    time = time_of(analysis, verb)
    if kind != "quote" or time is None or time_of(analysis, verb, written=False):
        return time
    apart = days_between(
        day_number(time.start), day_number(analysis.document.published)
    )
    return time if apart <= RECENT else None


def _relays(
    scene: Scene, speaker: Speaker | None, cue: Token, coverage: Coverage
) -> Iterator[Mention]:
    """Yield who passes the words on: quoted by an agency, or said to have said it."""
    relays = [relay_of(scene, cue)]
    holding = coverage.holding(cue.idx, cue.idx + len(cue))
    relays += [report.speaker for _, report in holding]
    known = {speaker.start} if speaker is not None else set()
    for relay in relays:
        if relay is not None and relay.start not in known:
            known.add(relay.start)
            yield speaker_mention(scene, relay)


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
    return mention._replace(entity=entity, name=known.name if known else None)


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
            speakers.append(mention._replace(entity=name.entity, name=known.name))
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
