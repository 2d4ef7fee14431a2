"""The one way from documents to findings: extract, link, judge."""

import gc
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from factcheck.claims import Claim
from factcheck.claims.extraction import Extraction
from factcheck.documents import Document, read
from factcheck.errors import UsageError
from factcheck.pipeline.config import CheckConfig
from factcheck.pipeline.external_claims import adopt
from factcheck.pipeline.gathering import Progress, gather
from factcheck.pipeline.judging import judge
from factcheck.pipeline.kept_groups import check_by_group
from factcheck.pipeline.result import Result
from factcheck.resolution.relating import Linked, relate
from factcheck.resolution.stories import grouped_by_story
from factcheck.rules import Rule
from factcheck.store import FactStore


def check(
    documents: Iterable[Document] | str | Path,
    rules: Sequence[Rule] | None = None,
    config: CheckConfig | None = None,
) -> Result:
    """Compare what documents claim and return what contradicts what.

    Args:
        documents: Documents, or the path of a file or folder to read them from.
        rules: The rules to run; None runs those of the configuration, which are the
            rules that come with factcheck where it names none.
        config: How to check; None takes the defaults.

    Raises:
        DocumentError: The path cannot be read.
        RuleError: The shipped rules or lexicons are damaged.
        StoreError: A temporary file cannot be written.
        UsageError: No spaCy pipeline is installed, or two documents have one id, or the
            engine's extra is not installed.
    """
    config = config or CheckConfig()
    if rules is not None:
        config = replace(config, rules=tuple(rules))
    if isinstance(documents, (str, Path)):
        documents = read(documents)
    with FactStore.open(None) as store:
        return run(tuple(documents), store, config)


def run(
    documents: Sequence[Document],
    store: FactStore,
    config: CheckConfig,
    claims: Sequence[Claim] = (),
    progress: Progress | None = None,
) -> Result:
    """Check documents and the claims another extractor made about them.

    Raises:
        FactcheckError: As `check`.
    """

    def judged(some: Sequence[Document]) -> Result:
        linked = extract_and_link(some, store, config, claims, progress)
        with uncollected():
            return judge(linked, store, config)

    if not (config.by_group and config.key) or claims or config.drafts is not None:
        return judged(documents)
    _refuse_doubles(documents)
    if config.by_story:
        documents = grouped_by_story(documents, config.stories)
        config = replace(config, by_story=False)
    return check_by_group(documents, store, config, judged)


def extract_and_link(
    documents: Sequence[Document],
    store: FactStore,
    config: CheckConfig,
    claims: Sequence[Claim] = (),
    progress: Progress | None = None,
) -> Linked:
    """Extract what the store lacks, and link what all documents claim.

    Raises:
        UsageError: No spaCy pipeline is installed, or two documents have one id.
        StoreError: The store cannot be written.
        RuleError: The table of disputed terms is faulty.
    """
    _refuse_doubles(documents)
    return link(list(gather(documents, store, config, progress)), config, claims)


def link(
    extractions: Sequence[Extraction], config: CheckConfig, claims: Sequence[Claim] = ()
) -> Linked:
    """Link what documents claim, and claims of another extractor about them."""
    if config.by_story:
        extractions = _by_story(extractions, config)
    with uncollected():
        return relate(
            adopt(extractions, claims), config.aliases, config.by_group, config.stories
        )


def _by_story(
    extractions: Sequence[Extraction], config: CheckConfig
) -> list[Extraction]:
    documents = [extraction.document for extraction in extractions]
    return [
        replace(extraction, document=document)
        for extraction, document in zip(
            extractions, grouped_by_story(documents, config.stories), strict=True
        )
    ]


def _refuse_doubles(documents: Sequence[Document]) -> None:
    counted = Counter(document.id for document in documents)
    doubled = [name for name, count in counted.items() if count > 1]
    if doubled:
        raise UsageError(
            f"{counted[doubled[0]]} documents have the id {doubled[0]!r}; give each an "
            "id of its own (factcheck.read does)"
        )


@contextmanager
def uncollected() -> Iterator[None]:
    """Hold back the search for cycles among objects.

    What judging makes has none, and goes when it is no longer used. Each search would
    go through all claims, and the whole pipeline where something was extracted before.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
