"""What the forms of the grammar mean: rules file here what reads them."""

from collections.abc import Callable

from factcheck.extraction.times.anchor import Anchor
from factcheck.extraction.times.phrase import TimePhrase

Meaning = tuple[str, str] | None
"""Type and value; None where the words are no time expression after all."""

Reader = Callable[[TimePhrase, Anchor], Meaning]

MEANINGS: dict[str, Reader] = {}
"""What reads the phrases of each rule of the grammar."""


def means(*rules: str) -> Callable[[Reader], Reader]:
    """Return a decorator that files what reads the phrases of some rules."""

    def file(reader: Reader) -> Reader:
        MEANINGS.update(dict.fromkeys(rules, reader))
        return reader

    return file
