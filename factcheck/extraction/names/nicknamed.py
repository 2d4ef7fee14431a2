"""Names somebody is called by, as a text itself says: known as “the Falcon”."""

import re
from collections.abc import Iterator, Sequence

from factcheck.extraction.names.found import Found

CALLED = re.compile(
    r"\b(?:known|called|nicknamed|dubbed|code-?named|alias|aka|a\.k\.a\.)"
    r"(?: (?:to|by|in|among) [^,.;“”\"]{1,30}?)?(?: as)?,? ?(?:[“\"‘]|``) ?"
    r"(?P<name>[A-Z][\w-]*(?: [A-Z][\w-]*){0,2}),? ?(?:[”\"’]|'')"
)
REACH = 160
SENTENCE = re.compile(r"[.!?]\s+(?=[A-Z“\"])")


def find_nicknames(
    text: str, found: Sequence[Found], part: str
) -> Iterator[tuple[Found, Found]]:
    """Yield each nickname with the person it is said of.

    That is the only person the sentence has named so far; where there are several
    nothing is yielded.
    """
    for called in CALLED.finditer(text):
        start = max(0, called.start() - REACH)
        ends = [m.end() for m in SENTENCE.finditer(text, start, called.start())]
        since = ends[-1] if ends else start
        before = [f for f in found if since <= f.start and f.end <= called.start()]
        people = [f for f in before if f.kind == "person"]
        if len({f.text for f in people}) == 1:
            first, last = called.span("name")
            name = Found(first, last, "person", called["name"], part, before="")
            yield name, people[0]
