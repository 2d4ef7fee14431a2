"""Where texts really come from: a wire they credit, or the first of their copies."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from zlib import crc32

from factcheck.documents.document import Document

WORD = re.compile(rb"\w+|[^\x00-\x7f]+")
SHINGLE = 4  # words; one word in ten may change and most shingles stay
SAMPLED = 4  # one word in so many begins a shingle that is kept
ALIKE = 0.6  # share of the shorter text's shingles that the other has too
FEWEST = 8  # kept shingles; with fewer, only equal texts are alike
FIRSTS = 8  # texts remembered for one shingle: a common phrase leads nowhere

Sketch = frozenset[int]


def origins(documents: Iterable[Document]) -> dict[str, str]:
    """Return the origin of each document by its id, whatever their order."""
    ordered = sorted(documents, key=lambda d: (d.published or "9", d.id))
    drawn = {d.id: _sketch(d.text) for d in ordered}
    first = _alike(drawn)
    wires: dict[str, str] = {}
    for document in ordered:
        if document.credit:
            wires.setdefault(first[document.id], document.credit)
    return {d.id: d.credit or wires.get(first[d.id], first[d.id]) for d in ordered}


def _sketch(text: str) -> Sketch:
    """Return a sample of a text's word sequences, the same for the same words.

    A text too short to sample is sketched whole, as one number.
    """
    words = WORD.findall(text.casefold().encode("utf-8", "surrogatepass"))
    kept = frozenset(
        crc32(b" ".join(words[at : at + SHINGLE]))
        for at, word in enumerate(words[: 1 - SHINGLE])
        if crc32(word) % SAMPLED == 0
    )
    return kept if len(kept) >= FEWEST else frozenset({-1 - crc32(b" ".join(words))})


def _alike(drawn: Mapping[str, Sketch]) -> dict[str, str]:
    """Return for each document the first one that is nearly the same, or itself."""
    first: dict[str, str] = {}
    firsts: dict[int, list[str]] = {}
    for name, own in drawn.items():
        known = own & firsts.keys()
        shared = Counter(other for one in known for other in firsts[one])
        nearest = max(
            (o for o, n in shared.items() if n >= ALIKE * min(len(own), len(drawn[o]))),
            key=lambda other: (shared[other], other),
            default=None,
        )
        first[name] = nearest or name
        if nearest is None:
            firsts.update({one: [name] for one in own - known})
            for one in known:
                if len(firsts[one]) < FIRSTS:
                    firsts[one].append(name)
    return first
