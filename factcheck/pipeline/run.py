"""The one way from documents to findings: extract, link, judge."""

import gc
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from factcheck.claims import Claim, Mention
from factcheck.claims.declaration import RESOLVED, Role, role_of
from factcheck.claims.extraction import Entity, Extraction
from factcheck.documents import Document, read
from factcheck.errors import UsageError
from factcheck.pipeline.config import CheckConfig
from factcheck.pipeline.gathering import Progress, gather
from factcheck.pipeline.judging import judge
from factcheck.pipeline.kept_groups import check_by_group
from factcheck.pipeline.result import Result
from factcheck.resolution.relating import Linked, relate
from factcheck.resolution.story_clustering import grouped_by_story
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


def adopt(
    extractions: Sequence[Extraction], foreign: Sequence[Claim]
) -> list[Extraction]:
    """Add foreign claims to the documents they are about.

    Their entities become entities of the document: an id of theirs holds within it,
    and without one the words decide.
    """
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in foreign:
        by_document[claim.document].append(claim)
    return [
        _adopt(e, by_document[e.document.id]) if e.document.id in by_document else e
        for e in extractions
    ]


def _adopt(extraction: Extraction, foreign: Sequence[Claim]) -> Extraction:
    entities = dict(extraction.entities)
    known = {form: e.id for e in entities.values() for form in (e.name, *e.forms)}
    claims = {claim.id: claim for claim in extraction.claims}
    for claim in foreign:
        roles = {
            role: tuple(
                _settle(m, role_of(claim.kind, role), entities, known) for m in mentions
            )
            for role, mentions in claim.roles.items()
        }
        claims.setdefault(claim.id, replace(claim, roles=roles))
    return replace(extraction, claims=tuple(claims.values()), entities=entities)


def _settle(
    mention: Mention, role: Role, entities: dict[str, Entity], known: dict[str, str]
) -> Mention:
    """Give a mention an entity of the document, made for it where there is none."""
    if role.range not in RESOLVED:
        return mention
    form = mention.name or mention.text
    entity = f"foreign:{mention.entity}" if mention.entity else known.get(form)
    if entity is None:
        entity = f"foreign:{form}"
    if entity not in entities:
        entities[entity] = Entity(entity, role.range, form, (form,))
        known.setdefault(form, entity)
    return mention._replace(entity=entity, name=entities[entity].name)
