"""Where the sentences of a printed text begin and end, without a parser."""

import re

from factcheck.documents.source import HEADER

SENTENCE_END = re.compile(
    r"""[.!?…](?<![A-Z].)(?<!\bMr.)(?<!\bMs.)(?<!\bDr.)(?<!\bSt.)(?<!\bMrs.)"""
    r"""(?<!\bGen.)(?<!\bSen.)["'”’»)\]]*\s+(?=["'“‘«(\[]*[A-Z0-9])|\s{0,9}\n\s*"""
)
REACH = 1120
"""Characters on either side of a stretch within which its sentence is looked for."""


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a stretch to whole sentences, never past its paragraph."""
    first = max(text.rfind("\n", 0, start) + 1, start - REACH)
    header = HEADER.match(text)
    if header and first < header.end() <= start:
        first = header.end()
    for match in SENTENCE_END.finditer(text, first, start + 4):
        first = match.end() if match.end() <= start else first
    last = text.find("\n", end)
    last = min(len(text) if last < 0 else last, end + REACH)
    closing = SENTENCE_END.search(text, max(start, end - 3), last)
    return first, max(closing.end(), end) if closing else last
