"""How old people are: "Ana Duval, 54,", "the 54-year-old minister", "in her 30s"."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from spacy.tokens import Token

from factcheck.claims import Claim, Mention, Value
from factcheck.claims.written_numbers import amount
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.descriptions.mentions import plain
from factcheck.extraction.descriptions.subjects import subject_noun
from factcheck.extraction.meetings.participants import phrase, subjects
from factcheck.extraction.quantities.apart import set_apart
from factcheck.extraction.quantities.measured import (
    Measured,
    forms_of,
    matches_of,
    one_named,
)
from factcheck.extraction.quantities.measures import group, is_sort, people, senses
from factcheck.extraction.quantities.numbers import Number
from factcheck.extraction.quotes.pronouns import resolve_pronoun
from factcheck.extraction.time_attachment import place_of

WORD = r"[a-z]+(?:-[a-z]+)?"
AFTER_NAME = re.compile(
    r"\s{0,9}(?:,\s{0,9}(?:who\s{1,9}(?:is|was|turned)\s{1,9}|(?:now\s{1,9})?aged?\s{1,9})?(?P<comma>\d{1,3})"
    r"(?=\s{0,9}[,.;:)]|\s{1,9}and\b(?!\s{1,9}\d)|\s{0,9}$)(?!,\d)|\s{0,9}\((?P<bracket>\d{1,3})\)"
    r"|\s{1,9}(?:is|was|turned|turns)\s{1,9}(?P<is>\d{1,3})"
    r"(?=\s{1,9}years?\s{1,9}old|\s{0,9}[,.;]|\s{1,9}(?:on|this|last)\b)"
    r"|\s{1,9}aged\s{1,9}(?P<aged>\d{1,3})\b)",
    re.A,
)
YEAR_OLD = re.compile(rf"\b(?P<age>\d{{1,3}}|{WORD})[\s-]years?[\s-]old\Z", re.I)
DECADE = re.compile(
    r"\bin (?:his|her)(?: (?P<part>early|mid|late)[\s-]{1,3}| )"
    r"(?P<decade>teens|'?[2-9]0'?s|[a-z]{3,5}ties)\b",
    re.I,
)
PARTS = {"": (0, 9), "early": (0, 4), "mid": (3, 7), "late": (6, 9)}
"""Years of a decade of age that a word leaves: "in her early 30s" is 30 to 34."""
RANGE = re.compile(
    r"\b(?:aged?(?: from| between)? (?P<low>\d{1,2})"
    r"(?: to | ?[-–] ?|(?<!aged .)(?<!aged ..) and )(?P<high>\d{1,2})"
    r"|between (?P<least>\d{1,2}) and (?P<most>\d{1,2}) years o(?:ld|f age)"
    r"|(?P<young>\d{1,2})(?:- to |[-–])(?P<old>\d{1,2})-years?-olds?)\b"
    r"(?!-| (?:month|week|day)s)"
)
"""The ages of several: "aged 12 to 15", "between 12 and 15 years old"."""
AT_AGE = re.compile(
    rf"\b(?:at (?:the |an )?age (?:of )?|(?<=[a-z] )aged |(?<=died )at )"
    rf"(?P<age>\d{{1,3}}|{WORD})\b(?![-:%]|,\d| (?:to|and|or) \d| (?:months|[ap]\.?m))"
)
"""At which age something was done: "died at the age of 54", "married aged 21"."""
PERSONAL = frozenset(("he", "she"))
IS_AGE = re.compile(
    r"(?:[Hh]e|[Ss]he) (?:is|was) (?P<age>\d{1,3})(?= years? old\b|[.;]|$)"
)
OF_AGE = re.compile(r" of (?P<age>[1-9]\d)\b(?![%.,-]\d)")
OLDEST = 120
LENGTH = 40
"""Characters of an age in front of "old", and that word, at most."""


class Deed(NamedTuple):
    """Somebody without a name, what befell them, and where that stands."""

    person: str
    befell: str
    place: tuple[int, int]


def ages(analysis: Analysis) -> Iterator[tuple[Claim, Number]]:
    """Yield the age of each person the text gives one, with the number used."""
    text = analysis.text
    for name in analysis.names:
        if name.kind != "person":
            continue
        if match := AFTER_NAME.match(text, name.span.end):
            about = analysis.mention(name.span.start, name.span.end)
            yield from _tell(analysis, *match.span(str(match.lastgroup)), about)
    claims = [*_decades(analysis)]
    for pronoun in analysis.tokens_printed(PERSONAL):
        match = IS_AGE.match(text, pronoun.idx)
        if match and (whose := one_named(analysis, pronoun)):
            claims += _tell(analysis, *match.span("age"), whose)
    for match in OF_AGE.finditer(text):
        bare = analysis.token_at(match.start("age")).dep_ == "pobj"
        noun = analysis.token_at(match.start())
        someone = noun.text.islower() and noun.lemma_ in people()
        if bare and someone and noun.lemma_ not in group("collectives"):
            whose = analysis.mention(noun.left_edge.idx, match.start())
            claims += _tell(analysis, *match.span("age"), whose)
    for match, verb, whose in _at_ages(analysis):
        if verb.lemma_.lower() in group("dying"):
            claims += _tell(analysis, *match.span("age"), whose)
    several = {match.end() for match in _ranges(text)}
    for old in analysis.tokens_printed(("old",)):
        end = old.idx + len(old)
        match = YEAR_OLD.search(text, max(0, end - LENGTH), end)
        if match is None or end in several:
            continue
        if whose := _bearer(analysis, end):
            claims += _tell(analysis, *match.span("age"), whose)
    unnamed = []
    for claim, number in claims:
        (whose,) = claim.role("about")
        sentence = analysis.sentence_of(analysis.token_at(number.start))
        deed = None if whose.entity else _deed(analysis, whose)
        if deed and not set_apart(sentence.text):
            unnamed.append((claim, number, deed))
        else:
            yield claim, number
    count = Counter(deed[:2] for _, _, deed in unnamed)
    for claim, number, deed in unnamed:
        alone = count[deed[:2]] == 1
        yield (_done(analysis, claim, deed) if alone else claim), number


def _decades(analysis: Analysis) -> Iterator[tuple[Claim, Number]]:
    """Yield the decade of age that a text gives somebody: "a woman **in her 30s**"."""
    for match in matches_of(DECADE, analysis.text, "in his ", "in her "):
        decade = match["decade"].lower().strip("'").removesuffix("s").rstrip("'")
        teens = decade == "teen"
        first = 13 if teens else amount(re.sub("tie$", "ty", decade))
        link = analysis.token_at(match.start())
        head = link.head
        noun = subject_noun(head) if head.lemma_ == "be" else head
        if noun is not None and noun.pos_ == "VERB" and link.i:
            noun = link.nbor(-1)
        noun = head.head if noun and noun.lower_ == "who" else noun
        if first is None or noun is None or noun.pos_ not in ("NOUN", "PROPN", "PRON"):
            continue
        if (about := _who(analysis, noun)) is not None:
            low, high = (0, 6) if teens else PARTS[(match["part"] or "").lower()]
            yield _age(analysis, match.span(), [first + low, first + high], about)


def _who(analysis: Analysis, noun: Token) -> Mention | None:
    """Return the person a noun means: by name, or as a noun for people."""
    if person := resolve_pronoun(analysis, noun):
        return analysis.mention(noun.idx, noun.idx + len(noun), entity=person)
    if name := analysis.name_at(noun.idx):
        person_named = name.kind == "person"
        span = name.span
        return analysis.mention(span.start, span.end) if person_named else None
    if noun.tag_ != "NN" or noun.lemma_.lower() not in people():
        return None
    return analysis.mention(*phrase(analysis, noun))


def _at_ages(
    analysis: Analysis,
) -> Iterator[tuple["re.Match[str]", Token, Mention]]:
    """Yield where a text says at which age who did something, and the verb for it."""
    for match in matches_of(AT_AGE, analysis.text, " age ", " aged ", "died at "):
        link = analysis.token_at(match.start())
        verb = next((t for t in link.ancestors if t.pos_ == "VERB"), link)
        nouns = subjects(verb)
        person = one_named(analysis, nouns[0]) if len(nouns) == 1 else None
        if verb.i < link.i and person is not None and person.entity:
            yield match, verb, person


def deaths(analysis: Analysis) -> dict[str | None, Token]:
    """Return the verb by which a text tells of the death of each who has a name."""
    verbs: dict[str | None, Token] = {}
    for verb in forms_of(analysis, group("dying")):
        died = verb.tag_ in ("VBD", "VBN")
        whose = [one_named(analysis, noun) for noun in (subjects(verb) if died else ())]
        people_named = [who for who in whose if who is not None and who.entity]
        if len(people_named) == 1:
            verbs.setdefault(people_named[0].entity, verb)
    verbs.pop(None, None)
    return verbs


def age_at_death(analysis: Analysis, age: Claim, verb: Token) -> Measured:
    """Say that an age is that at which somebody died: no birthday explains another."""
    (value,), (who,) = age.role("value"), age.role("about")
    predicate = plain(analysis, verb.idx, verb.idx + len(verb), "die")
    return Measured("age at", value.start, value.end, value.value, verb, who, predicate)


def deeds_at_ages(analysis: Analysis) -> Iterator[Measured]:
    """Yield at which age somebody did what is done once: "first sang at **14**"."""
    for match, verb, person in _at_ages(analysis):
        lemma, age = verb.lemma_.lower(), amount(match["age"])
        again = any(c.lower_ == "again" for c in verb.children)
        idle = again or lemma in group("dying") | group("saying_nothing")
        if age is None or idle or match[0].startswith("aged"):  # "for children aged 12"
            continue
        done = [c for c in verb.rights if c.dep_ in ("dobj", "xcomp", "attr", "prt")]
        words = {
            t.lemma_.lower() for c in done for t in (c, *c.lefts) if t.pos_ in DONE
        }
        predicate = plain(
            analysis, verb.idx, verb.idx + len(verb), " ".join(sorted({lemma, *words}))
        )
        span = match.span("age")
        yield Measured("age at", *span, age, verb, person, predicate)


DONE = ("NOUN", "VERB", "ADJ", "PROPN", "ADP")


def _ranges(text: str) -> "Iterator[re.Match[str]]":
    return matches_of(RANGE, text, "age ", "aged ", "years o", "-old")


def ranges(analysis: Analysis) -> Iterator[Measured]:
    """Yield how old the youngest and the oldest of several are, by what befell them."""
    for match in _ranges(analysis.text):
        printed = [(int(n), *match.span(g)) for g, n in match.groupdict().items() if n]
        (low, start, first), (high, last, end) = printed
        token = analysis.token_at(match.start())
        near = (token, *token.ancestors, *token.subtree)
        noun = next((t for t in near if t.tag_ == "NNS" and is_sort(t)), None)
        if noun is None or not low < high <= OLDEST:
            continue
        whose = analysis.mention(noun.idx, noun.idx + len(noun))
        if (deed := _deed(analysis, whose)) is not None:
            subject = plain(analysis, noun.idx, noun.idx + len(noun), deed.person)
            predicate = plain(analysis, *deed.place, deed.befell)
            verb = analysis.token_at(deed.place[0])
            place = place_of(analysis, verb)
            ends = ("youngest", start, first, low), ("oldest", last, end, high)
            for one in ends:
                yield Measured(
                    *one, verb, subject, predicate, (place,) if place else ()
                )


def _done(analysis: Analysis, claim: Claim, deed: Deed) -> Claim:
    """Say who somebody without a name is: the only man that was arrested."""
    place = claim.role("about")[0]
    roles = {
        "subject": (plain(analysis, place.start, place.end, deed.person),),
        "predicate": (plain(analysis, *deed.place, deed.befell),),
    }
    return replace(claim, roles={**claim.roles, **roles}, id="")


def _deed(analysis: Analysis, whose: Mention) -> Deed | None:
    """Return what befell somebody without a name: "arrested a **41-year-old man**"."""
    noun = analysis.token_at(whose.end - 1)
    while noun.dep_ in ("conj", "appos") and noun.head.pos_ == "NOUN":
        noun = noun.head
    verb = noun.head
    if noun.tag_ not in ("NN", "NNS") or verb.pos_ != "VERB":
        return None
    lemma = verb.lemma_.lower()
    way = "acts" if noun.dep_ in ("dobj", "nsubjpass") else "suffers"
    sense = senses(way).get(lemma) if noun.dep_ != "pobj" else None
    charged = noun.dep_ in ("dobj", "nsubjpass") and lemma in group("charging")
    if sense is None and not charged:
        return None
    befell = sense.measure if sense else lemma
    place = verb.idx, verb.idx + len(verb)
    return Deed(noun.lemma_.lower(), befell, place)


def _bearer(analysis: Analysis, end: int) -> Mention | None:
    """Return whose age stands before *end*: the noun behind it, else the age itself."""
    old = analysis.token_at(end - 1)
    head = old
    for _ in range(3):
        if head.pos_ in ("NOUN", "PROPN") and head.i > old.i:
            break
        head = head.head
    if head.i <= old.i:
        return None
    if not analysis.name_at(head.idx) and head.lemma_.lower() not in people():
        return None
    for child in head.children:
        name = analysis.name_at(child.idx)
        if child.dep_ == "appos" and name and name.kind == "person":
            return analysis.mention(name.span.start, name.span.end)
    name = analysis.name_at(head.idx)
    if name and name.kind != "person":
        return None
    if head.dep_ == "appos":
        named = analysis.name_at(head.head.idx)
        if named and named.kind == "person":
            return analysis.mention(named.span.start, named.span.end)
    return analysis.mention(*phrase(analysis, head))


def _tell(
    analysis: Analysis, start: int, end: int, about: Mention
) -> Iterator[tuple[Claim, Number]]:
    age = amount(analysis.text[start:end])
    if age is not None and 0 < age <= OLDEST:
        yield _age(analysis, (start, end), age, about)


def _age(
    analysis: Analysis, place: tuple[int, int], age: Value, about: Mention
) -> tuple[Claim, Number]:
    start, end = place
    roles = {
        "value": [analysis.mention(start, end, age)],
        "unit": [analysis.mention(start, end, "year")],
        "measure": [analysis.mention(start, end, "age")],
        "modifier": [analysis.mention(start, end, "exact")],
        "about": [about],
    }
    claim = analysis.claim_over(
        "quantity", roles, confidence=0.9, extractor="quantities"
    )
    return claim, Number(start, end, age)
