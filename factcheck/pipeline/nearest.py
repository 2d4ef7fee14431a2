"""Which documents of a large corpus are about what a draft is about."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from math import log

from factcheck.documents import Document

WORD = re.compile(r"\w{4,40}|\d{2,40}")

Words = frozenset[str]


def words_of(document: Document) -> Words:
    """Return the words of a text by which it may be found."""
    text = f"{document.title or ''} {document.text}".casefold()
    return frozenset(WORD.findall(text))


def nearest(draft: Words, corpus: Mapping[str, Words], most: int) -> set[str]:
    """Return the ids of the documents that share most with a draft.

    A word counts the more the fewer documents use it: names count, "said" does not.

    >>> nearest(frozenset({"lisbon", "fire"}),
    ...         {"a": frozenset({"fire"}), "b": frozenset({"dam"})}, 1)
    {'a'}
    """
    if len(corpus) <= most:
        return set(corpus)
    used = Counter(word for words in corpus.values() for word in words & draft)
    weight = {word: log(len(corpus) / count) for word, count in used.items()}
    shared: Sequence[tuple[float, str]] = sorted(
        (-sum(weight[word] for word in words & draft), name)
        for name, words in corpus.items()
    )
    return {name for score, name in shared[:most] if score < 0}
