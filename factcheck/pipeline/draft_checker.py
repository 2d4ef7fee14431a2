"""A corpus kept at hand, and drafts checked against it again and again."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from math import log

from factcheck.claims import Claim
from factcheck.claims.extraction import Extraction
from factcheck.documents import Document
from factcheck.extraction import extract
from factcheck.pipeline.config import CheckConfig
from factcheck.pipeline.gathering import Progress, gather
from factcheck.pipeline.judging import judge
from factcheck.pipeline.result import Result
from factcheck.pipeline.run import link
from factcheck.store import FactStore

RECENT = 32
"""Versions of drafts whose extraction is kept: undoing a change costs nothing."""

NEAREST = 150
"""Documents of a larger corpus that a draft is compared with: those that share most
words with it. An editor waits for the answer."""


class DraftChecker:
    """Checks texts that are still being written.

    The corpus is extracted once, through the fact store, and stays in memory. Drafts
    never enter the store: half a sentence is no version of a document.
    """

    def __init__(
        self, model: str | None = None, style_guide: str | None = None
    ) -> None:
        self._config = CheckConfig(model=model, style_guide=style_guide)
        self._corpus: dict[str, Extraction] = {}
        self._words: dict[str, Words] = {}
        self._foreign: tuple[Claim, ...] = ()
        self._recent: dict[tuple[str, str], Extraction] = {}

    @property
    def corpus(self) -> list[Document]:
        """The documents that drafts are compared with."""
        return [extraction.document for extraction in self._corpus.values()]

    def lay_out(
        self,
        documents: Sequence[Document],
        store: FactStore,
        foreign: Sequence[Claim] = (),
        progress: Progress | None = None,
    ) -> None:
        """Take these documents for the corpus; only what the store lacks is extracted.

        Raises:
            UsageError: The model is not installed.
            StoreError: The store cannot be read or written.
        """
        kept = self._corpus
        fresh = [d for d in documents if d.id not in kept or kept[d.id].document != d]
        gathered = gather(fresh, store, self._config, progress)
        every = kept | {e.document.id: e for e in gathered}
        self._corpus = {d.id: every[d.id] for d in documents}
        known = {name for name in every if name in kept and kept[name] is every[name]}
        self._words = {
            d.id: self._words[d.id] if d.id in known else words_of(d) for d in documents
        }
        self._foreign = tuple(foreign)

    def check(
        self,
        drafts: Sequence[Document],
        config: CheckConfig,
        without: Callable[[Document], bool] = lambda _: False,
    ) -> Result:
        """Compare drafts with the corpus; keep what is about the drafts.

        Args:
            drafts: The texts as they stand; no id may be one of the corpus.
            config: How to check; which documents are the drafts is said here.
            without: Which documents of the corpus to leave out: saved versions of
                the drafts themselves.

        Raises:
            UsageError: The model is not installed.
        """
        words = frozenset().union(*map(words_of, drafts))
        near = nearest(words, self._words, NEAREST)
        corpus = [
            extraction
            for name, extraction in self._corpus.items()
            if name in near and not without(extraction.document)
        ]
        read = {extraction.document.id for extraction in corpus}
        claims = [claim for claim in self._foreign if claim.document in read]
        extractions = [*map(self._extracted, drafts), *corpus]
        config = replace(config, drafts=frozenset(draft.id for draft in drafts))
        with FactStore.open(None) as store:
            return judge(link(extractions, config, claims), store, config)

    def _extracted(self, draft: Document) -> Extraction:
        name = draft.id, draft.digest
        extraction = self._recent.pop(name, None)
        if extraction is None or extraction.document != draft:
            options = self._config.model, self._config.style_guide
            extraction = next(extract([draft], *options))
        self._recent[name] = extraction
        while len(self._recent) > RECENT:
            del self._recent[next(iter(self._recent))]
        return extraction


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
