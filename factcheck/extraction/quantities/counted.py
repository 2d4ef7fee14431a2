"""Who or what a verb or noun counts: the phrases under it, and how many each is."""

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from spacy.tokens import Token

from factcheck.claims import Value
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.meetings.participants import joined, objects, under
from factcheck.extraction.quantities.heads import (
    figure,
    is_bare,
    is_each_other,
    is_human,
    is_meant,
    is_one,
    must_be_human,
    names_unit,
    number_meant,
    reached,
)
from factcheck.extraction.quantities.measures import (
    Sense,
    group,
    people,
    rated,
    senses,
    triggers,
)
from factcheck.extraction.quantities.numbers import Number

NONE = frozenset(("no", "zero"))
NOBODY = frozenset(("nobody", "none"))


class Counted(NamedTuple):
    """A phrase that a measure counts.

    Attributes:
        measure: "killed", "captured" …
        trigger: The word that says so.
        head: The head of the phrase: "insurgents".
        number: Its number, or None where it is one without saying so, or has none.
        value: How many; None where that is not said ("several insurgents").
        definite: Whether it points back: "the leader", "him".
        additional: Whether it comes on top of others: "two others".
    """

    measure: str
    trigger: Token
    head: Token
    number: Number | None
    value: Value
    definite: bool = False
    additional: bool = False


def counted_phrases(
    analysis: Analysis, numbers: dict[int, Number]
) -> Iterator[Counted]:
    """Yield what is counted, in the order of the words that say so."""
    words = zip(analysis.words, analysis.lemmas, strict=True)
    for i, forms in enumerate(words):
        if triggers().isdisjoint(forms):
            continue
        token = analysis.doc[i]
        for sense, heads in _readings(analysis, token):
            for head in heads:
                if counted := _count(analysis, numbers, sense, token, head):
                    measure = rated(analysis, counted.measure, head, token)
                    yield counted._replace(measure=measure)


def _lives(verb: Token) -> list[Token]:
    """Return who died: "took **five lives**", "**five people** lost their lives"."""
    taken = [
        c for c in verb.children if c.dep_ == "dobj" and c.lemma_ in ("life", "victim")
    ]
    if not taken:
        return []
    if verb.lemma_ != "lose":
        return taken
    return _agents(verb) if taken[0].lemma_ == "life" else []


def _readings(analysis: Analysis, token: Token) -> Iterator[tuple[Sense, list[Token]]]:
    """Yield each way in which a word counts something, with the heads it counts."""
    lemma, pos = token.lemma_.lower(), token.pos_
    if lemma in group("taking_lives"):
        yield Sense("killed", "lives"), _lives(token)
    if pos == "VERB" or token.tag_ in ("VBN", "VBD", "VBG"):
        if sense := senses("acts").get(lemma):
            yield sense, [*_patients(analysis, token), *_beside(token)]
            return
        if sense := senses("suffers").get(lemma):
            yield sense, [*_agents(token), *_beside(token)]
            return
    sense = senses("states").get(token.lower_)
    if sense and (heads := _stated(analysis, token)):
        yield sense, heads
        return
    if pos in ("NOUN", "PROPN"):
        if lemma in group("custody") and token.head.dep_ in ("prep",):
            verb = token.head.head
            if verb.lemma_ in group("taking"):
                taken = _patients(analysis, verb) or _agents(verb)
                yield Sense("captured", "acts"), taken
        elif (sense := senses("counts").get(lemma)) and _own_number(token):
            yield _cut(token) or sense, [token]
        elif sense := senses("of").get(lemma):
            yield sense, under(token, "of")
        if sense := senses("tolls").get(lemma) or _numbered(token):
            figures = token.dep_.startswith("nsubj") and figure(analysis, token.head)
            yield sense, figures or reached(analysis, token)


def _cut(noun: Token) -> Sense | None:
    """Return what jobs are that somebody cuts, no number of those employed."""
    cut = noun.lemma_ == "job" and noun.head.lemma_ in group("cutting")
    return Sense("dismissed", "counts") if cut else None


def _numbered(noun: Token) -> Sense | None:
    """Return what a number is of: "the **number** of dead rose to 14"."""
    if noun.lemma_ not in group("numbering"):
        return None
    for of in under(noun, "of"):
        words = of.lower_, of.lemma_.lower()
        for way, word in product(("states", "counts"), words):
            if sense := senses(way).get(word):
                return Sense(sense.measure, "tolls")
    return None


def _own_number(noun: Token) -> bool:
    return any(
        c.dep_ in ("nummod", "quantmod", "amod") or c.lower_ in NONE
        for c in noun.children
    )


def _patients(analysis: Analysis, verb: Token) -> list[Token]:
    """Return what a verb is done to, whether it is active, passive or a participle."""
    passive = _is_passive(verb)
    if not passive and (direct := objects(verb)):
        return direct
    if passive and (stray := _stray(verb)):
        return [stray]
    if not passive and (near := _adjacent(analysis, verb)):
        return [near]
    return _raised(verb, "nsubjpass", passive) if verb.tag_ != "VBG" or passive else []


def _adjacent(analysis: Analysis, verb: Token) -> Token | None:
    """Return people counted right behind a verb, wherever the parse hung them.

    "a crash that **killed** at least **27 people** on Monday activists said": a lost
    comma spoils the parse, and not what is plain to see.
    """
    end = analysis.sentence_of(verb).end
    following = verb.doc[verb.i + 1 : min(verb.i + 1 + BEHIND, end)]
    number = next((t for t in following if t.like_num), None)
    if number is None or any(t.pos_ in ("VERB", "AUX", "PUNCT") for t in following[:1]):
        return None
    behind = following[number.i - verb.i : number.i - verb.i + 5]
    between = following[: number.i - verb.i - 1]
    if any(t.dep_ == "pobj" or t.pos_ in ("NOUN", "PROPN", "PUNCT") for t in between):
        return None
    return next((t for t in behind if t.lemma_.lower() in people()), None)


BEHIND = 8
"""Words behind a verb in which those it counts stand."""


def _stray(verb: Token) -> Token | None:
    """Return the subject that the parse hung on the clause before.

    "The boat was seized by guards and **one man** was held": the man is no guard.
    """
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if verb.dep_ != "conj" or not helpers or helpers[0].i == 0:
        return None
    if any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return None
    token = verb.doc[helpers[0].i - 1]
    while token.dep_ in ("pobj", "prep") and token.dep_ != "conj":
        token = token.head
    if token.dep_ != "conj" or token.pos_ not in ("NOUN", "PROPN", "NUM"):
        return None
    return token if token.i > verb.head.i else None


def _is_passive(verb: Token) -> bool:
    if any(c.dep_ in ("auxpass", "nsubjpass", "agent") for c in verb.children):
        return True
    beside = verb.dep_ == "conj" and verb.tag_ == "VBN" and verb.head.pos_ == "VERB"
    return beside and not objects(verb) and _is_passive(verb.head)


def _agents(verb: Token) -> list[Token]:
    return _raised(verb, "nsubj")


def _raised(verb: Token, wanted: str, passive: bool = False) -> list[Token]:
    """Return the subject of a verb, through relative clauses and participles."""
    for child in reversed(list(verb.lefts)):
        if child.dep_ in (wanted, "nsubjpass", "nsubj"):
            if child.lower_ in ("who", "that", "which", "whom"):
                break
            active = child.dep_ == "nsubj" and wanted == "nsubjpass" and not passive
            if active and verb.tag_ != "VBN":
                return []
            return [child, *joined(child)]
    if verb.dep_ in ("relcl", "acl") and verb.tag_ in ("VBN", "VBD", "VBZ", "VBP"):
        return [verb.head]
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return _raised(verb.head, wanted, passive)
    if verb.dep_ in ("ccomp", "xcomp") and verb.head.lemma_ in group("leaving"):
        return objects(verb.head)
    return []


def _beside(verb: Token) -> list[Token]:
    """Return who is counted too: "along with three of his aides"."""
    tokens = []
    for child in verb.subtree:
        if child.dep_ == "prep" and child.lower_ == "with" and child.i > verb.i:
            before = child.doc[child.i - 1].lower_
            if before in group("alongside") or child.lower_ in group("alongside"):
                for noun in child.children:
                    if noun.dep_ == "pobj":
                        tokens += [noun, *joined(noun)]
    return tokens


def _stated(analysis: Analysis, token: Token) -> list[Token]:
    """Return what is said to be dead, missing …: "left 12 dead", "12 were missing".

    Also without the verb, where the one before is understood: "two died, **six** hurt".
    """
    head = token.head
    if token.dep_ in ("acomp", "attr", "oprd") and head.lemma_ in ("be", "remain"):
        return _raised(head, "nsubj")
    if token.dep_ == "amod" and head.i < token.i:
        return [head]
    own = [c for c in token.children if c.dep_ in ("nsubj", "nsubjpass")]
    if own and (_is_passive(token) or (own[0].like_num and token.dep_ == "conj")):
        return own
    if own and token.dep_ == "ccomp" and head.lemma_ in group("leaving"):
        return own
    numbered = [c for c in token.children if c.dep_ == "nummod"]
    first = analysis.sentence_of(token).start
    before = token.doc[token.i - 1] if token.i > first else token
    if before.dep_ == "dobj" and before.head.lemma_ in group("leaving"):
        return [before]
    if token.dep_ in ("oprd", "acomp", "ccomp", "xcomp", "amod", "advcl"):
        if head.lemma_ in group("leaving"):
            left = objects(head) or _raised(head, "nsubjpass")
            return left or ([token] if numbered else [])
        return []
    if numbered and token.dep_ in ("dobj", "oprd", "ROOT", "nsubj", "ccomp", "conj"):
        return [token]
    if token.pos_ in ("ADJ", "NOUN") and token.dep_ in ("dobj", "conj") and numbered:
        return [token]
    return []


def _count(
    analysis: Analysis,
    numbers: dict[int, Number],
    sense: Sense,
    trigger: Token,
    head: Token,
) -> Counted | None:
    """Say how many a phrase is; None where it is not counted at all."""
    if _either(head) or _either(trigger):
        return None
    if _is_part(analysis, head) or is_each_other(head):
        return None
    measure = sense.measure
    number = number_meant(analysis, numbers, head)
    if _is_another(head, trigger, measure) or _is_behind_another(head, trigger):
        return None
    children = list(head.children)
    marks = {c.lower_ for c in children}
    definite = bool(marks & group("definite")) or head.lower_ in group("pronouns")
    additional = bool(marks & group("additional")) or head.lower_ in group("additional")
    joins = head.dep_ == "conj" and not trigger.head.i < head.i < trigger.i
    additional = additional or joins or head.head.lower_ == "with"
    if head.lower_ in NOBODY or marks & NONE:
        start = min([head.idx, *(c.idx for c in children if c.lower_ in NONE)])
        zero = Number(start, head.idx + len(head), 0)
        return Counted(measure, trigger, head, zero, 0, definite)
    definite = definite or head.lower_ in ("they", "them", "both")
    person = is_human(analysis, head) or must_be_human(analysis, head, trigger)
    if number is not None:
        if number.unit or (sense.way == "of" and head.dep_ == "poss"):
            return None
        if sense.way == "tolls":
            return Counted(measure, trigger, head, number, number.value)
        bare = is_bare(head, sense) or head is trigger or is_meant(head)
        if measure in group("people_only") and not (person or bare):
            return None
        if names_unit(head):
            return None
        return Counted(
            measure, trigger, head, number, number.value, definite, additional
        )
    if sense.way == "counts":
        return None
    if measure not in group("personal") or not person or sense.way == "tolls":
        return None
    reported = sense.way != "of" or _is_news(trigger)
    one = 1 if reported and is_one(analysis, head) else None
    return Counted(measure, trigger, head, None, one, definite, additional)


def _is_news(noun: Token) -> bool:
    """Ask whether an act named by a noun is news: "confirmed the capture of …".

    "An arrest two weeks ago", "the murder of a judge" are mostly known from before.
    """
    token = noun
    for _ in range(3):
        token = token.head
        if token.lemma_ in group("telling"):
            return True
    return token.pos_ not in ("VERB", "AUX") and noun.dep_ == "ROOT"


def _is_part(analysis: Analysis, head: Token) -> bool:
    """Ask whether a phrase is introduced as a part: "12 men, among them two boys"."""
    first = min(
        (c.i for c in head.lefts if c.dep_ in ("nummod", "det")), default=head.i
    )
    before = analysis.words[max(0, first - 2) : first]
    return "including" in before or before == ["among", "them"]


def _is_another(head: Token, trigger: Token, measure: str) -> bool:
    """Ask whether the next word counts otherwise: "2 killed **10 people injured**"."""
    following = head.doc[head.i + 1] if head.i + 1 < len(head.doc) else head
    sense = senses("states").get(following.lower_)
    runs_on = head.like_num or trigger.i < head.i
    return runs_on and sense is not None and sense.measure != measure


def _is_behind_another(head: Token, trigger: Token) -> bool:
    """Ask whether another number is nearer: "**14** were killed 25 were wounded"."""
    near = trigger
    while near.i > head.i + 1 and (near is trigger or near.pos_ == "AUX"):
        near = near.nbor(-1)
    return near.like_num and near.i > head.i and near.head is not head


def _either(token: Token) -> bool:
    """Ask whether a word is one of two that "or" joins: "captured or killed"."""
    first = token.head if token.dep_ == "conj" else token
    joins = any(c.dep_ == "cc" and c.lower_ == "or" for c in first.children)
    return joins and (
        token is not first or any(c.dep_ == "conj" for c in first.children)
    )
