"""Whose number it is, and of what: "**Korvex** has **sold** 300 **trams**".

Two texts that give two numbers for one subject and one predicate cannot both be right.
The words that narrow it down ("to the army", "electric") are part of the predicate;
where a clause says more than can be compared, nothing is read.
"""

from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Token

from factcheck.claims import ClaimTime, Mention
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.descriptions.mentions import plain
from factcheck.extraction.descriptions.subjects import (
    SUBJECTS,
    subject_noun,
    subject_of,
)
from factcheck.extraction.quantities.amounts import Amount
from factcheck.extraction.quantities.measured import one_named
from factcheck.extraction.quantities.measures import group, table

Role = dict[str, list[Mention]]
DEFINITE = frozenset(("the", "this", "its", "their", "his", "her"))
TELLING = ("NOUN", "PROPN", "ADJ", "VERB")


def predicated(analysis: Analysis, amount: Amount, time: ClaimTime | None) -> Role:
    """Return the subject and the predicate of a number; nothing where either is open.

    "The **revenue** of **Korvex** rose to $3 billion" is Korvex's revenue level. What
    is told of a month or a year is told of that alone.
    """
    if amount.measure == "distance":
        return _apart(analysis, amount)
    if amount.measure in group("unpredicated"):
        return {}
    if (owner := _owner(analysis, amount.head)) is not None:
        words = ["have", *_counted(amount, amount.head)]
        return _roles(analysis, owner, amount.head, words)
    head, verb, link = _governed(amount.head)
    if verb is None:
        return {}
    counted = _counted(amount, amount.head if link == "by" else head)
    if link == "of":
        counted = [*_described(head), *counted] if head is not amount.head else counted
        head, verb, link = _governed(head)
    meaning = _verb(verb, link) if verb is not None else None
    if meaning == "have" and head.lemma_.lower() in group("sizes"):
        meaning = "level"
    if amount.measure == "employed" and meaning in ("have", "employ"):
        meaning, counted = "employ", []
    if verb is None or meaning is None:
        return {}
    if (subject := subject_in(analysis, verb)) is None:
        return {}
    owner, owned = subject
    around = list(_around(analysis, verb, head))
    if None in around:
        return {}
    if time is not None and time.start != time.end:
        around.append(f"in {time.start}..{time.end}")
    words = [*owned, meaning, *counted, *sorted(word for word in around if word)]
    of_verb = link == "by" or amount.measure in ("money", "percent")
    word = verb if of_verb else head
    return _roles(analysis, owner, word, words)


def own_time(
    analysis: Analysis, time: ClaimTime | None, verb: Token
) -> ClaimTime | None:
    """Return the time of a verb, None for that of a clause beside or under it.

    "Born in **1932**, she wrote 17 novels", "it was founded in **2007** and has …".
    """
    if time is None or not time.text:
        return time
    sentence = analysis.sentence_of(verb)
    start = analysis.text.find(time.text, sentence.start_char)
    if not sentence.start_char <= start < sentence.end_char:
        return time
    above = analysis.token_at(start).ancestors
    other = next((t for t in above if t == verb or t.pos_ == "VERB"), verb)
    if other == verb:
        return time
    before = start < verb.idx and verb.dep_ == "conj" and verb.head == other
    return None if before or other.dep_ in ("advcl", "relcl", "acl") else time


def _apart(analysis: Analysis, amount: Amount) -> Role:
    """Return which towns a distance lies between: "**Osk**, 40 km from **Tarn**"."""
    first = analysis.token_at(amount.number.start)
    sentence, names = analysis.sentence_of(first), {}
    for name in analysis.names_in(sentence.start_char, sentence.end_char):
        if analysis.entities[name.entity].country is None:
            names[name.span.end] = name
    before = [end for end in names if end <= amount.number.start]
    target = next((t for t in amount.about if analysis.name_at(t.idx)), None)
    if not before or target is None:
        return {}
    name = names[max(before)]
    between = analysis.doc[analysis.token_at(name.span.end - 1).i + 1 : first.i]
    if any(t.pos_ in ("VERB", "AUX", "SCONJ") or t.text == ";" for t in between):
        return {}
    owner = plain(analysis, name.span.start, name.span.end, name.text.lower())
    words = ["from", target.lower_, amount.unit_value]
    return _roles(analysis, owner, target, words)


def _roles(
    analysis: Analysis, owner: Mention, word: Token, words: Iterable[str | None]
) -> Role:
    value = " ".join(sorted({word for word in words if word}))
    predicate = plain(analysis, word.idx, word.idx + len(word), value)
    return {"subject": [owner], "predicate": [predicate]}


def _owner(analysis: Analysis, noun: Token) -> Mention | None:
    """Return who is said to have all of some things: "**Korvex**'s 300 trams"."""
    owner = next((c for c in noun.lefts if c.dep_ == "poss"), None)
    if owner is None or any(c.dep_ in ("prep", "acl", "relcl") for c in noun.rights):
        return None
    name = analysis.name_at(owner.idx)
    return analysis.mention(name.span.start, name.span.end) if name else None


def _governed(head: Token) -> tuple[Token, Token | None, str]:
    """Return the phrase of a number, what it depends on, and the word between them."""
    while head.dep_ == "conj" and head.head.pos_ in ("NOUN", "NUM", "PROPN", "SYM"):
        head = head.head
    above = head.head
    if above.lower_ == "than" and above.head.lower_ in ("more", "less", "fewer"):
        return head, *_governed(above.head)[1:]
    if head.dep_ == "nsubj" and head.lemma_.lower() in group("sizes"):
        return head, above, ""
    if head.dep_ in ("dobj", "attr", "oprd") and above.pos_ in ("VERB", "AUX"):
        return head, above, ""
    if head.dep_ == "pobj" and above.dep_ == "agent":
        return above, above.head, "by"
    if head.dep_ == "pobj" and above.dep_ == "prep":
        link = above.lower_
        if link == "of" and above.head.pos_ == "NOUN":
            return above.head, above.head, "of"
        if link in ("to", "at") and above.head.pos_ == "VERB":
            return above, above.head, link
    return head, None, ""


def _verb(verb: Token, link: str) -> str | None:
    """Return the verb in the form in which it is compared, None for one of no use."""
    lemma = verb.lemma_.lower()
    if verb.pos_ not in ("VERB", "AUX") or lemma in group("saying_nothing"):
        return None
    if any(c.dep_ == "neg" for c in verb.children):
        return None
    if lemma in group("levelling"):
        return "level" if link or lemma in group("standing") else None
    if link == "by":
        return f"{lemma} by"
    if link:
        return None
    return str(_same_verbs().get(lemma, lemma))


@cache
def _same_verbs() -> dict[str, str]:
    rows = table()["same_verbs"]
    return {verb: name for name, *others in rows for verb in (name, *others)}


def _counted(amount: Amount, head: Token) -> list[str]:
    """Return the noun that is counted, with what narrows it down; a unit for money."""
    if amount.measure in ("money", "percent"):
        named = head.pos_ == "NOUN" and head.idx >= amount.number.end
        return [amount.unit_value, *(_described(head) if named else ())]
    return [*_described(head)] if head.pos_ == "NOUN" else [amount.measure]


def _described(noun: Token) -> list[str]:
    """Return a noun and the words in front of it that say which: "electric tram"."""
    narrowing = [
        c.lemma_.lower()
        for c in noun.lefts
        if c.dep_ in ("amod", "compound", "nmod")
        and c.pos_ in TELLING
        and c.lemma_.lower() not in group("broadening")
    ]
    return [*sorted(narrowing), noun.lemma_.lower()]


def subject_in(analysis: Analysis, verb: Token) -> tuple[Mention, list[str]] | None:
    """Return whose number it is, and what of theirs: "Korvex's **revenue**"."""
    noun = subject_noun(verb)
    if noun is None and verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        return subject_in(analysis, verb.head)
    if noun is None or _is_joined(noun):
        return None
    if named := one_named(analysis, noun):
        return named, []
    if noun.pos_ not in ("NOUN", "PROPN") or noun.lemma_.lower() in group("nobody"):
        return None
    for child in noun.children:
        owner = next((t for t in child.children if t.dep_ == "pobj"), child)
        owning = child.dep_ == "poss" or child.lower_ in ("of", "in")
        if owning and (name := analysis.name_at(owner.idx)):
            whose = analysis.mention(name.span.start, name.span.end)
            return whose, _described(noun)
    if any(c.dep_ in ("relcl", "acl", "prep") for c in noun.children):
        return None
    if subject := subject_of(analysis, verb):
        return plain(analysis, *subject[:3]), []
    if not any(c.lower_ in DEFINITE for c in noun.lefts):
        return None
    words = " ".join(_described(noun))
    return plain(analysis, noun.left_edge.idx, noun.idx + len(noun), words), []


def _is_joined(noun: Token) -> bool:
    return any(c.dep_ in ("conj", "cc") for c in noun.children)


def _around(analysis: Analysis, verb: Token, head: Token) -> "Iterator[str | None]":
    """Yield what else is said of the deed; None where it cannot be compared."""
    sentence = analysis.sentence_of(verb)
    places = analysis.names_in(sentence.start_char, sentence.end_char, "place")
    for child in (*verb.children, *head.children):
        inside = range(child.left_edge.idx, child.right_edge.idx + 1)
        if child == head or child.dep_ in SUBJECTS or head.dep_ in SUBJECTS:
            continue
        if child.dep_ in ("prep", "agent", "dative"):
            nouns = [c for c in child.children if c.dep_ == "pobj"]
            for noun in nouns or ([child] if child.dep_ == "dative" else []):
                if _is_time(analysis, noun) or _is_number(noun):
                    continue
                if any(place.span.start in inside for place in places):
                    yield None
                yield f"{child.lower_} {noun.lemma_.lower()}"
        elif child.dep_ in ("dobj", "xcomp", "ccomp", "prt"):
            yield child.lemma_.lower()
        elif child.dep_ in ("advcl", "relcl") and not _is_aside(child):
            yield None


def _is_aside(clause: Token) -> bool:
    """Ask whether a clause tells something by the way: "**born in Osk**, she wrote"."""
    first, last = clause.left_edge.i, clause.right_edge.i
    around = clause.doc[max(0, first - 1) : last + 2]
    participle = clause.dep_ == "advcl" and clause.tag_ in ("VBN", "VBG")
    return participle and "," in (around[0].text, around[-1].text)


def _is_number(noun: Token) -> bool:
    """Ask whether a phrase gives a number of its own: "in **15 markets**"."""
    return any(token.like_num for token in noun.subtree)


def _is_time(analysis: Analysis, noun: Token) -> bool:
    return any(time.start <= noun.idx < time.end for time in analysis.times)
