"""Name what a sentence of the form "X is a …" describes."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from factcheck.extraction.analysis import Analysis
from factcheck.extraction.descriptions.natures import PERSON, reality_of, sort_of
from factcheck.lexicons import load_table

CUT = frozenset("(,[;:")
QUOTES = frozenset("\"“”‘’'`")
MARKS = frozenset('"“”')
SMALL = frozenset(load_table("descriptions")["small"])
NOISE = re.compile(r"[\"“”‘’`]|'(?!\w)|(?<!\w)'")
SUBJECTS = ("nsubj", "nsubjpass")
NAMES = (*SUBJECTS, "csubj")
"""A name that looks like a gerund is read as a clause."""
HELPERS = ("aux", "auxpass", "neg")
ENDS = frozenset(".!?")
FARTHEST = 80
"""Tokens between the brackets before a verb, at most."""
LONGEST = 8
OTHERWISE = frozenset(load_table("descriptions")["otherwise"])
"""Words that begin another name between commas: "**known** as the Osk Tower"."""
ASIDE = 24
"""Tokens between two commas, at most."""
ALIAS = re.compile(
    r"\b(?:known(?: \w{2,20}){0,2} as|officially|called|nicknamed|abbreviated(?: as)?)"
    r" (?:the )?[\"“‘']?"
    r"(?P<name>[A-Z][\w.'’-]{0,30}(?: (?:of )?[A-Z][\w.'’-]{0,30}){0,4})"
)


class Subject(NamedTuple):
    """The name of what is described.

    Attributes:
        start: Offset of its first character.
        end: Offset behind the last.
        value: The name in one form: no capitals, quotation marks, leading article.
        entity: Whom a pronoun or description in its place means, or None.
    """

    start: int
    end: int
    value: str
    entity: str | None = None


def subject_noun(verb: Token) -> Token | None:
    """Return the subject that stands before a verb, None where there is none."""
    return next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)


def subject_of(analysis: Analysis, verb: Token) -> Subject | None:
    """Return the name before *is* or *was made*, without brackets behind it.

    None for a pronoun and for words that are no name ("the film").
    """
    doc, behind = verb.doc, verb.i
    first = _before_brackets(verb)
    if first is None:
        subjects = [c for c in verb.lefts if c.dep_ in NAMES]
        subject = subjects[-1] if subjects else None  # "**Set** in Osk, Red Harbour is"
        if subject is None:
            return None
        aside = (*HELPERS, "advmod")
        helpers = (c.i for c in verb.lefts if c.dep_ in aside and c.i > subject.i)
        behind = next(helpers, verb.i)
        first, opening = subject.left_edge.i, analysis.sentence_of(verb).start
        if first > opening and _goes_astray(doc[opening : subject.i]):
            first = opening
    while doc[first].is_space or doc[first].text in QUOTES:
        first += 1
    return name_in(doc[first:behind], verb)


def name_in(stretch: Span | list[Token], verb: Token | None = None) -> Subject | None:
    """Return the name at the beginning of some words; None where they are no name.

    A name in quotation marks may have small letters, and a noun for what it is may
    stand before it: "the film **Red Harbour**".
    """
    words = list(takewhile(lambda t: t.text not in CUT, stretch))
    while words and (words[0].text in QUOTES or words[0].is_space):
        words.pop(0)
    while words and (words[-1].text in QUOTES or words[-1].is_space):
        words.pop()
    words = _behind_noun(words)
    if not words or len(words) > LONGEST:
        return None
    return _subject(words) if _is_quoted(words) or _is_name(words, verb) else None


def _is_quoted(words: list[Token]) -> bool:
    """Ask whether quotation marks stand around some words, and none among them."""
    first, last = words[0].i, words[-1].i
    doc = words[0].doc
    if first == 0 or last + 1 == len(doc):
        return False
    around = doc[first - 1].text in MARKS and doc[last + 1].text in MARKS
    return around and not any(t.text in MARKS for t in words)


def _behind_noun(words: list[Token]) -> list[Token]:
    """Leave out a noun that says what is named, and what stands before it."""
    nouns = sort_nouns()
    for n, token in enumerate(words[:-1]):
        if token.lower_ in nouns and token.text.islower():
            follower = words[n + 1]
            if follower.text in MARKS and n + 2 < len(words):
                return words[n + 2 :]
            if follower.text[0].isupper() or follower.text[0].isdigit():
                return words[n + 1 :]
    return words


@cache
def sort_nouns() -> frozenset[str]:
    """Return the nouns that say what something with a name is."""
    sorts = load_table("descriptions")["sorts"].values()
    return frozenset(noun.split()[-1] for nouns in sorts for noun in nouns)


def _subject(words: list[Token]) -> Subject | None:
    start, end = words[0].idx, words[-1].idx + len(words[-1])
    printed = words[0].doc[words[0].i : words[-1].i + 1].text  # doc.text is made anew
    value = NOISE.sub("", printed).casefold().strip()
    return Subject(start, end, value.removeprefix("the ")) if value else None


def called_in(verb: Token) -> Subject | None:
    """Return the name given behind *is*: "there is a town called **Osk**"."""
    if not any(c.lower_ in ("there", "this", "it") for c in verb.lefts):
        return None
    for noun in (c for c in verb.rights if c.dep_ == "attr"):
        for link in (c for c in noun.rights if c.dep_ == "acl"):
            if link.lower_ not in ("called", "named"):
                continue
            for name in (c for c in link.rights if c.dep_ == "oprd"):
                words = list(verb.doc[name.left_edge.i : name.i + 1])
                if all(word.text[0].isupper() for word in words):
                    return _subject(words)
    return None


def _goes_astray(before: Span) -> bool:
    """Ask whether the parse cuts a subject off behind or inside its name."""
    if any(token.text in CUT for token in before):
        return before[0].tag_ not in ("VBN", "VBG", "IN") or _is_all_name(before)
    return _is_all_name(before)


def _is_all_name(before: Span) -> bool:
    """Ask whether what stands before a subject belongs to its name: "Excuse My Osk"."""
    words = [token for token in before if not token.is_space]
    return (
        bool(words)
        and all(token.text[0].isupper() and token.is_alpha for token in words)
        and not any(token.pos_ in ("ADP", "SCONJ", "CCONJ", "ADV") for token in words)
    )


def _before_brackets(verb: Token) -> int | None:
    """Return where the name before brackets before a verb begins.

    In "Osk ([oːsk]; born …) is" the brackets lead the parse astray, not the eye.
    """
    doc = verb.doc
    at = next((c.i for c in verb.lefts if c.dep_ in HELPERS), verb.i) - 1
    if at > 2 and doc[at].text == ",":
        at = _before_aside(doc, at)
    if at < 2 or doc[at].text != ")":
        return None
    while at > 0 and doc[at].text == ")":
        depth, least = 0, max(0, at - FARTHEST)
        while at > least:
            depth += (doc[at].text == ")") - (doc[at].text == "(")
            at -= 1
            if depth == 0:
                break
        while at > 0 and doc[at].is_space:
            at -= 1
    first = at
    while first > 0 and (
        doc[first - 1].text[0].isupper()
        or (first > 1 and doc[first - 1].text == "," and doc[first].text[0].isupper())
    ):
        first -= 1
    edge = first == 0 or doc[first - 1].text in ENDS or doc[first - 1].is_space
    return first if depth == 0 and edge else None


def _before_aside(doc: Doc, comma: int) -> int:
    """Return the last token before another name between commas; -1 for none."""
    for at in range(comma - 1, max(0, comma - ASIDE), -1):
        if doc[at].text == "," and doc[at + 1].lower_ in OTHERWISE:
            return at - 1
    return -1


def aliases(text: str, subject: Subject, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield the other names given between a subject and its verb: "known as Osk"."""
    for match in ALIAS.finditer(text, subject.end, end):
        yield *match.span("name"), match["name"].casefold()


def _is_name(words: list[Token], verb: Token | None) -> bool:
    """Ask whether all words that say something are capitalised, and show a name.

    The first word of a sentence has a capital in any case. It is a name where the
    parser says so, where it has another capital or something in brackets explains it,
    or is a plural with a singular verb: "Savages is a film".
    """
    own = [t for t in words if t.lower_ not in SMALL and t.text[0].isalpha()]
    own = [
        t for t in own if t.i == 0 or t.nbor(-1).text != "-" or t.nbor(-1).whitespace_
    ]
    if not own or not all(t.text[0].isupper() for t in own):
        return False
    if any(t.pos_ in ("PRON", "DET") for t in own):
        return len(own) > (2 if words[0].is_sent_start else 1)
    if len(own) > 1:
        return words[0].tag_ != "VBG" or not words[0].is_sent_start
    if words[0].lower_ == "the":
        return own[0].pos_ == "PROPN"
    only = own[0]
    if only.pos_ == "PROPN" or not only.is_sent_start:
        return True
    if verb is None:
        return False
    if verb.doc[only.i + 1].text == "(":
        return True
    plural = only.tag_ == "NNS" and verb.lower_ in ("is", "was")
    return plural or any(c.isupper() for c in only.text[1:]) or _is_sorted(verb)


def _is_sorted(verb: Token) -> bool:
    """Ask whether what is called a film or made up can only be a name."""
    nouns = [c for c in verb.rights if c.dep_ == "attr"]
    return any(
        sort_of(noun) not in (None, PERSON) or any(reality_of(noun)) for noun in nouns
    )
