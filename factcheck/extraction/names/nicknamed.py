"""Names somebody is called by, as a text itself says: known as “the Falcon”."""

import re
from collections.abc import Iterator, Sequence

from factcheck.extraction.names.printed import NameSpan
from factcheck.extraction.names.words import fold, name_words

CALLED = re.compile(
    r"\b(?:known|nicknamed|code-?named|alias|aka|a\.k\.a\.)"
    r"(?: (?:to|by|in|among) [^,.;“”\"]{1,30}?)?(?: as)?,? ?(?:[“\"‘]|``) ?"
    r"(?P<name>[A-Z][\w-]*(?: [A-Z][\w-]*){0,2}),? ?(?:[”\"’]|'')"
)
REACH = 160
NEAR = 12
APPOSED = re.compile(
    r"\s?[,(]?\s?(?:[^.;“”\"]{0,120}?\bwho (?=is|was|had|became))?"
    r"(?:(?:is|was|had|been|became|also|better|widely|once|often|who),?\s){0,9}\Z"
)
HOW = (
    r"(?:(?:also|best|better|commonly|mononymously|popularly|professionally|simply"
    r"|widely) )"
)
OTHER = re.compile(
    r"(?:\s?\([^()\n]{0,160}\))?,? " + HOW + r"{0,2}known " + HOW + r"?"
    r"(?:as|by (?:his|her|their) (?:pen|ring|stage) name) "
    r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'.-]*){0,3})(?=[,;)])"
)
"""Without marks, only directly behind the name, and where a comma ends it."""
SENTENCE = re.compile(r"[.!?]\s+(?=[A-Z“\"])")


def find_other_names(
    text: str, names: Sequence[NameSpan], part: str
) -> Iterator[tuple[NameSpan, NameSpan]]:
    """Yield names that stand without marks: "Ana Duval, known as Red Harbour, is"."""
    known = name_words()
    for person in names:
        if person.kind != "person" or " " not in person.text:
            continue
        called = OTHER.match(text, person.end)
        if called is None:
            continue
        if fold(called["name"].split()[0]) in known.titles | known.honorifics.keys():
            continue
        first, last = called.span("name")
        yield (
            NameSpan(first, last, "person", called["name"], part, before=""),
            person,
        )


def find_nicknames(
    text: str, names: Sequence[NameSpan], part: str
) -> Iterator[tuple[NameSpan, NameSpan]]:
    """Yield each nickname with the person it is said of.

    That is the only person the sentence has named so far; where there are several, or
    another person follows at once, nothing is yielded.
    """
    for called in CALLED.finditer(text):
        start = max(0, called.start() - REACH)
        ends = [m.end() for m in SENTENCE.finditer(text, start, called.start())]
        since = ends[-1] if ends else start
        beyond = called.end() + NEAR
        if any(f.kind == "person" and called.end() <= f.start < beyond for f in names):
            continue
        before = [f for f in names if since <= f.start and f.end <= called.start()]
        people = [f for f in before if f.kind == "person"]
        if len({f.text for f in people}) != 1:
            continue
        if APPOSED.match(text[people[-1].end : called.start()]):
            first, last = called.span("name")
            name = NameSpan(first, last, "person", called["name"], part, before="")
            yield name, people[-1]
