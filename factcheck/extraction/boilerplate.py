"""What of a text is not its prose: datelines, bylines, teasers, credits, links."""

import re
from collections.abc import Iterator
from typing import NamedTuple


class Debris(NamedTuple):
    """A stretch that is not the article's prose, and what it is."""

    start: int
    end: int
    kind: str


HEADER = re.compile(r"\A\s*date:?\s+\d{4}-\d\d-\d\d(?:[T ][\d:.Z+-]+)?[ \t]*", re.I)
PLACE = r"[A-Z][A-Z.'’ -]{2,30}(?:, ?[A-Z][\w.'’]{1,12}(?: [A-Z][\w.'’]{1,12})?)?"
AGENCY = r",? ?\((?:[A-Z][A-Za-z.]{1,14} ?){1,2}\)"
DAY = r",? (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}"
DATELINE = re.compile(
    rf"{PLACE}(?:{DAY})?(?:{AGENCY})?(?:{DAY})?"
    r"(?P<mark>: |\s?[—–―] |\s(?:--|-|_)\s)"
)
LABEL = re.compile(r"\n[ \t]*[\"“]?[A-Z][A-Z.'’ -]+:[ \t\u00a0]")
"""A second line that begins like a dateline: the text is a transcript."""
CREDIT = re.compile(
    r"(?<=[.!?)])\s*(?:—|–|―|--|-)[ \t]*(?:With )?"
    r"(?P<name>[A-Z]\w[\w./&, -]{0,40}?)\.?\s*\Z"
)
TEASER = re.compile(
    r"(?:(?<=\n)|(?<=[.!?”\"'’] )|\A)[ \t]*"
    r"(?:READ(?: MORE| ALSO)?|ALSO READ|WATCH|LISTEN|MORE|SEE ALSO|RELATED|"
    r"Read more|Read also|Also read|See also|Related|Watch|Must read|Don.t miss)"
    r"[ \t]*[|:](?!\n)[^\n]{0,160}?(?=\n|\Z|(?<=[a-z]\w[.?!]) )"
)
LINE = re.compile(
    r"^[ \t]*(?:"
    r"(?P<teaser>(?:READ MORE|ALSO READ|RELATED|SEE ALSO|Read more|Related)"
    r"(?: (?:stories|articles|content|coverage))?:?"
    r"|Read the (?:full|rest|entire)\b[^\n:]{0,80}"
    r"|(?:Story|Article) continues[^\n]{0,60}|Continue reading[^\n]{0,60}"
    r"|Scroll down[^\n]{0,60}|Click here\b[^\n]{0,100})"
    r"|(?P<advertisement>advertisement|ADVERTISEMENT|Advertisement|Sponsored content)"
    r"|(?P<share>Share (?:this|on)\b[^\n]{0,60}|(?:Share|Tweet|Print|Email|Comments?)"
    r"|Follow [^\n]{1,60}(?:@\w|on (?:Twitter|Facebook|Instagram|X)\b)[^\n]{0,60}"
    r"|(?:Sign up|Subscribe)\b(?: now| here| today)? (?:for|to)\b[^\n]{0,100}"
    r"|Enter your e-?mail[^\n]{0,40}|Download (?:our|the) [^\n]{0,30}app\b[^\n]{0,40})"
    r"|(?P<byline>(?:By|BY) [A-Z][\w.'’-]+"
    r"(?:,? (?:[A-Z][\w.'’-]*|and|of|for|the|in)){1,9})"
    r"|(?P<photo>(?:FILE PHOTO|FILE|File photo|Photo|PHOTO|Image|Picture)"
    r"(?: credit)?(?::| [-–—])[^\n]{1,300}"
    r"|(?:Photo|Image|Picture)s? (?:by|courtesy)\b[^\n]{1,80}"
    r"|(?:AFP|AP|Getty|Reuters|REUTERS|EPA|Shutterstock)(?: Images)?"
    r"(?: ?/ ?[A-Z][\w. ]{1,30}){0,3}\.?)"
    r"|(?P<credit>\(?(?:Additional )?[Rr]eporting by\b[^\n]{1,200}"
    r"|\(?(?:With|with) (?:agency )?inputs? from\b[^\n]{1,60}"
    r"|(?:©|\(c\)|Copyright) [^\n]{1,120})"
    r"|(?P<rule>[_*#=~•–—-]{2,}\.?|(?:[*#] ){2,}[*#])"
    r")[ \t]*$",
    re.M,
)
"""Lines that are debris from end to end."""
BRACKETED = re.compile(
    r"[(\[](?:(?:File )?[Pp]hotos?(?: by|:)|"
    r"(?:AP|AFP|EPA|REUTERS|Reuters) ?(?:Photo)?/|(?:Image|Picture)(?: by|:)|"
    r"Photo credit)[^()\[\]\n]{1,80}[)\]]"
)
TAG = re.compile(
    r"</?[a-z][\w-]*(?:\s+[\w:-]+=(?:\"[^\"<>\n]*\"|'[^'<>\n]*'))*\s*/?>", re.I
)

UNBROKEN = re.compile(r"(?<!\S)\S{500,}")
"""No word and no address: a tokeniser works on one for a time that grows as its
square."""


def find_debris(text: str) -> list[Debris]:
    r"""Find what is not prose, in order and without overlaps.

    >>> text = "DOVER (KNA) — It rained.\n\nREAD | Ten umbrellas\n\nIt stopped."
    >>> [(d.kind, text[d.start : d.end].strip()) for d in find_debris(text)]
    [('dateline', 'DOVER (KNA) —'), ('teaser', 'READ | Ten umbrellas')]
    """
    kept: list[Debris] = []
    for debris in sorted(_candidates(text)):
        last = kept[-1].end if kept else 0
        if debris.start >= last:
            kept.append(debris)
        elif debris.kind == "unbroken" and debris.end > last:
            kept.append(debris._replace(start=last))
    return kept


def _candidates(text: str) -> Iterator[Debris]:
    start = 0
    if header := HEADER.match(text):
        yield Debris(header.start(), header.end(), "header")
        start = header.end()
    yield from _datelines(text, start)
    for pattern, kind in ((TEASER, "teaser"), (BRACKETED, "photo")):
        for match in pattern.finditer(text):
            yield Debris(match.start(), match.end(), kind)
    for match in LINE.finditer(text):
        yield Debris(match.start(), match.end(), match.lastgroup or "line")
    if "<" in text:
        for match in TAG.finditer(text):
            yield Debris(match.start(), match.end(), "markup")
    for match in UNBROKEN.finditer(text):
        yield Debris(match.start(), match.end(), "unbroken")
    if credit := CREDIT.search(text, max(0, len(text) - 120)):
        yield Debris(credit.start(), credit.end(), "credit")


def _datelines(text: str, start: int) -> Iterator[Debris]:
    """Yield the places the paragraphs are dated from: `DOVER (KNA) — `.

    A colon makes a dateline only at the start of a text without speakers' labels.
    """
    while start < len(text) and text[start].isspace():
        start += 1
    opening = DATELINE.match(text, start)
    if opening and (opening["mark"] != ": " or not LABEL.search(text)):
        yield Debris(opening.start(), opening.end(), "dateline")
    for line in re.finditer(r"\n[ \t]*(?=[A-Z]{3})", text):
        match = DATELINE.match(text, line.end())
        if match and match["mark"] != ": ":
            yield Debris(match.start(), match.end(), "dateline")
