"""The head of a counted phrase: its number, said or meant; whether it is a person."""

from spacy.tokens import Token

from factcheck.claims import Value
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.meetings.participants import under
from factcheck.extraction.quantities.measures import Sense, group, people
from factcheck.extraction.quantities.numbers import Number

DETERMINERS = frozenset(
    ("a", "an", "the", "this", "that", "his", "her", "its", "their")
)


def names_unit(head: Token) -> bool:
    """Ask whether a noun is a span of time or a share, not somebody."""
    return head.lemma_ in ("year", "hour", "day", "month", "week", "minute", "percent")


def is_bare(head: Token, sense: Sense) -> bool:
    """Ask whether a number stands without a noun: "killing one", "hurt dozens"."""
    if head.lemma_.lower() in group("heaps"):
        return not under(head, "of")
    return (
        head.pos_ in ("NUM", "PRON")
        or head.like_num
        or sense.way in ("counts", "lives")
    )


IN_NUMBER = frozenset(("nummod", "compound", "conj"))
"""How the last word of a number hangs on the first: "a million and a **half**"."""


def number_of(numbers: dict[int, Number], head: Token) -> Number | None:
    """Return the number of a phrase: on its head, or on the noun under "of"."""
    if head.i in numbers:
        return numbers[head.i]
    for child in head.lefts:
        if child.dep_ in ("nummod", "amod", "det", "quantmod", "nmod", "compound"):
            if child.i in numbers:
                return numbers[child.i]
            for deeper in child.children:
                if deeper.i in numbers and deeper.dep_ in IN_NUMBER:
                    return numbers[deeper.i]
    if head.lemma_ in group("total"):
        for noun in under(head, "of"):
            if (number := number_of(numbers, noun)) is not None:
                return number
    return None


def must_be_human(analysis: Analysis, head: Token, trigger: Token) -> bool:
    """Ask whether the verb says that its object is a person: "arrested a forger"."""
    lemma = head.lemma_.lower()
    if trigger.lemma_ not in group("of_people") or head.pos_ not in ("NOUN", "PROPN"):
        return False
    if trigger.i != head.head.i and trigger.head.i != head.i and head.dep_ != "conj":
        return False
    name = analysis.name_at(head.idx)
    if name is not None and name.kind != "person":
        return False
    return not any(lemma in group(sort) for sort in ("things", "events", "regions"))


def is_human(analysis: Analysis, head: Token) -> bool:
    """Ask whether a phrase means people: a name, a noun for them, "two of them"."""
    name = analysis.name_at(head.idx)
    if name:
        return name.kind == "person"
    if head.lower_ in group("pronouns") or head.lemma_.lower() in people():
        return True
    if head.tag_ == "NNP" and any(c.lemma_.lower() in people() for c in head.lefts):
        return True
    of = under(head, "of")
    countless = head.like_num or head.lemma_ in group("total") or head.tag_ == "NNS"
    if countless and of:
        return is_human(analysis, of[0]) or of[0].lower_ in ("them", "whom", "us")
    return head.lower_ in ("others", "other", "more", "victims", "ones")


def is_one(analysis: Analysis, head: Token) -> bool:
    """Ask whether a phrase without a number is one person."""
    if head.lemma_.lower() in group("collectives") or head.tag_ in ("NNS", "NNPS"):
        return False
    if head.like_num:
        return False
    if head.lower_ in ("them", "they", "those", "we", "us", "others", "many"):
        return False
    name = analysis.name_at(head.idx)
    if name and name.kind == "person":
        return True
    if head.lower_ in ("him", "her", "he", "she", "himself", "herself"):
        return True
    marks = {c.lower_ for c in head.children}
    marks = {m for m in marks if m in DETERMINERS or m in group("additional")}
    owned = any(c.dep_ in ("poss", "appos") for c in head.children)
    return head.tag_ in ("NN", "NNP") and (bool(marks) or owned or head.tag_ == "NNP")


THEM = frozenset(("they", "them"))
PLURAL = frozenset(("NNS", "NNPS"))


def number_meant(
    analysis: Analysis, numbers: dict[int, Number], head: Token
) -> Number | None:
    """Return the number of a phrase, said or meant.

    "**Both** were held" are two; "stopped five men. **They** were held" are five, where
    nobody else can be meant; "killed two rebels and held **another**" is one more.
    """
    if (number := number_of(numbers, head)) is not None:
        return number
    if both := _both(head):
        return _at(both, 2)
    if head.lower_ in THEM:
        before = _antecedent(analysis, head)
        meant = number_of(numbers, before) if before is not None else None
        return _at(head, meant.value, meant.modifier) if meant else None
    like = _last_noun(analysis, head) if _is_one_more(head) else None
    return _at(head, 1) if like is not None and is_human(analysis, like) else None


def is_meant(head: Token) -> bool:
    """Ask whether a word stands for people whom another phrase names."""
    return head.lower_ in THEM or head.lower_ == "both" or _is_one_more(head)


def is_each_other(head: Token) -> bool:
    """Ask whether a word is no person more: "they killed **one another**"."""
    if head.lower_ not in ("one", "another"):
        return False
    around = head.doc[max(0, head.i - 1) : head.i + 2]
    return "one another" in " ".join(t.lower_ for t in around)


def _is_one_more(head: Token) -> bool:
    """Ask whether a word is one more of a kind; "a third of them" is a share."""
    if under(head, "of"):
        return False
    if head.lower_ == "another":
        return not is_each_other(head)
    article = any(c.lower_ == "a" for c in head.lefts)
    return article and head.lower_ in group("one_more")


def _last_noun(analysis: Analysis, head: Token) -> Token | None:
    """Return the last thing counted or done something to before a word."""
    for token in reversed(head.doc[analysis.sentence_of(head).start : head.i]):
        if token.dep_ in ("dobj", "nsubjpass", "conj") and token.pos_ == "NOUN":
            return token
    return None


def _at(token: Token, value: Value, modifier: str = "exact") -> Number:
    return Number(token.idx, token.idx + len(token), value, modifier)


def _both(head: Token) -> Token | None:
    """Return "both", itself or before a plural; not that of "both he and she"."""
    if head.lower_ == "both":
        return head
    if head.tag_ not in PLURAL or any(c.dep_ == "conj" for c in head.children):
        return None
    return next((c for c in head.lefts if c.lower_ == "both"), None)


def _antecedent(analysis: Analysis, head: Token) -> Token | None:
    """Return whom "they" means, if here or one sentence before only one phrase can be.

    A plural between them, or the one who does it, leaves it open.
    """
    first = analysis.sentence_of(head).start
    if first:
        first = analysis.sentence_of(head.doc[first - 1]).start
    tokens = [
        token
        for token in head.doc[first : head.i]
        if token.tag_ in PLURAL and is_human(analysis, token)
    ]
    if len(tokens) != 1 or tokens[0].dep_ not in ("dobj", "pobj", "attr", "nsubjpass"):
        return None
    return tokens[0]


def figure(analysis: Analysis, verb: Token) -> list[Token]:
    """Return the figure a toll has reached: "the death toll rose to **14** from 12"."""
    if verb.lemma_ not in group("update"):
        return []
    after = [c for c in verb.children if c.dep_ in ("dobj", "attr", "acomp")]
    direct = [
        c for c in after if c.like_num or any(n.dep_ == "nummod" for n in c.children)
    ]
    end = analysis.sentence_of(verb).end
    behind = verb.doc[verb.i + 1 : min(verb.i + 1 + MOVED, end)]
    moved = [t for t in behind if t.like_num and t.nbor(-1).lower_ == "to"]
    return (under(verb, "to", "at") or direct or moved)[:1]


MOVED = 8
"""Words in which a toll moves: "was revised down from 31 to 27"."""


def reached(analysis: Analysis, noun: Token) -> list[Token]:
    """Return the figure behind a toll without a verb: "Death toll at least 14"."""
    end = analysis.sentence_of(noun).end
    for token in noun.doc[noun.i + 1 : min(end, noun.i + 16)]:
        before = token.doc[token.i - 1].lower_
        if token.pos_ == "VERB" and token.lower_ not in group("reaching"):
            return []
        if token.like_num and before in group("reaching"):
            return [token]
    return []
