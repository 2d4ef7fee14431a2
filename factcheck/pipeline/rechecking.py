"""Check documents again and again: what a change does not touch is not judged anew."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.claims.extraction import Extraction
from factcheck.documents import Document
from factcheck.errors import StoreError
from factcheck.findings import Finding
from factcheck.pipeline.cache_key import extraction_stamp
from factcheck.pipeline.corroboration import Corroborated
from factcheck.pipeline.drafts import about, concerning
from factcheck.pipeline.gathering import Progress, gather
from factcheck.pipeline.judging import Result, judge_related
from factcheck.pipeline.keeping import keep, looks_of
from factcheck.pipeline.rejudging import SHARE, TooMuch, rejudge
from factcheck.pipeline.relinking import Standing
from factcheck.pipeline.without_gc import uncollected
from factcheck.resolution.entities import Aliases
from factcheck.resolution.relating import Related, relate
from factcheck.rules import Fact, Rule
from factcheck.store import FactStore
from factcheck.store.kept import Kept, KeptDocument
from factcheck.store.schema import SPACE

LEAST = 300
"""Documents below which judging everything costs less than keeping a judgement."""

MOST_TURNS = 200
"""Changes after which everything is judged: words no longer used go then."""


class Ways(NamedTuple):
    """How documents are checked.

    Attributes:
        key: All that a judgement depends on besides documents, as one word.
        rules: The rules to run.
        aliases: Names a user knows to be one person, or not.
        model: The spaCy pipeline; None takes the best installed.
        facts: Reference facts.
        drafts: Ids of documents a finding shows before others, and without which it
            is not told; None where all are alike.
    """

    key: str
    rules: Sequence[Rule]
    aliases: Aliases | None = None
    model: str | None = None
    facts: Sequence[Fact] = ()
    drafts: Collection[str] | None = None


class Rechecked(NamedTuple):
    """What a check has to say, without the documents it says it about.

    Attributes:
        findings: What contradicts what.
        claims: How many claims were judged.
        corroborated: What several origins say alike.
        not_checked: What was not checked, and why.
        trouble: Why the judgement that was kept was of no use, or could not be kept;
            empty where all went well.
    """

    findings: tuple[Finding, ...]
    claims: int
    corroborated: tuple[Corroborated, ...]
    not_checked: tuple[tuple[str, str], ...]
    trouble: str = ""


def may_be_kept(documents: Sequence[Document]) -> bool:
    """Ask whether a judgement of documents is worth keeping, and can be.

    Documents of a group lend each other names, which is not kept.
    """
    return len(documents) >= LEAST and not any(d.group for d in documents)


def recheck(
    documents: Sequence[Document],
    store: FactStore,
    ways: Ways,
    progress: Progress | None = None,
    jobs: int = 1,
) -> Rechecked:
    """Check documents as `check` does; keep the judgement, or bring it up to date.

    The result is that of `check`, whatever was kept.

    Args:
        documents: The documents; their ids are all different, they have no group.
        store: Where claims and the judgement are kept.
        ways: How they are checked.
        progress: Called after each document that had to be extracted.
        jobs: How many processes extract.

    Raises:
        FactcheckError: As `check`.
    """
    stamp = extraction_stamp(ways.model, store)

    def extracted(some: Sequence[Document]) -> list[Extraction]:
        return gather(some, store, stamp, ways.model, progress, jobs)

    trouble = ""
    try:
        with store.kept() as kept:
            if kept is not None:
                told = _again(kept, documents, store, ways, stamp, extracted)
                if told is not None:
                    return told
    except StoreError as error:
        trouble = f"{error.__cause__ or error}; all is judged anew"
    found = extracted(documents)
    with uncollected():
        related = relate(found, ways.aliases)
        result = judge_related(
            related, ways.rules, store, facts=ways.facts, drafts=ways.drafts or ()
        )
        trouble = _keep(store, ways, found, related, result) or trouble
    if ways.drafts is not None:
        result = about(result, ways.drafts)
    return Rechecked(
        result.findings,
        result.claims,
        result.corroborated,
        result.not_checked,
        trouble,
    )


def _keep(
    store: FactStore,
    ways: Ways,
    found: Sequence[Extraction],
    related: Related,
    result: Result,
) -> str:
    """Keep a judgement, if nothing went wrong in it; say why it could not be kept."""
    ran = {rule.id for rule in result.rules}
    if any(one.failed for one in found) or ran & {n for n, _ in result.not_checked}:
        return ""
    try:
        with store.kept() as kept:
            if kept is not None:
                with kept.turn():
                    keep(kept, ways.key, found, related, result)
    except StoreError as error:
        return f"{error.__cause__ or error}; the next check judges all anew"
    return ""


def _again(
    kept: Kept,
    documents: Sequence[Document],
    store: FactStore,
    ways: Ways,
    stamp: str,
    extracted: Callable[[Sequence[Document]], list[Extraction]],
) -> Rechecked | None:
    """Bring the judgement that is kept up to date; None where that cannot be."""
    key, turn = kept.state()
    if key != ways.key or turn > MOST_TURNS:
        return None
    looks = kept.looks()
    fresh = [d for d in documents if looks.get(d.id) != looks_of(d)]
    if len(fresh) * SHARE > len(documents):
        return None
    found = {one.document.id: one for one in extracted(fresh)}
    if any(one.failed for one in found.values()):
        return None
    try:
        with uncollected(), kept.turn() as this:
            if this != turn + 1:
                return None
            now = _standing(documents, found, kept.documents())
            findings, agreed = rejudge(
                kept,
                now,
                ways.rules,
                store,
                stamp,
                aliases=ways.aliases,
                facts=ways.facts,
                drafts=ways.drafts or (),
            )
            return _told(kept, now, ways, findings, agreed)
    except TooMuch:
        return None


def _told(
    kept: Kept,
    now: Standing,
    ways: Ways,
    findings: tuple[Finding, ...],
    agreed: tuple[Corroborated, ...],
) -> Rechecked:
    if ways.drafts is not None:
        ours = kept.ids_of_claims(now.places[name] for name in ways.drafts)
        findings, agreed = concerning(findings, agreed, ours)
    return Rechecked(findings, kept.count_claims(), agreed, tuple(kept.skipped()))


def _standing(
    documents: Sequence[Document],
    fresh: Mapping[str, Extraction],
    kept: Sequence[KeptDocument],
) -> Standing:
    """Put documents beside those that were kept.

    Raises:
        TooMuch: They are in another order, or there is no room between them.
    """
    before = {one.name: one for one in kept}
    here = {document.id for document in documents}
    places = _places(documents, fresh, before)
    return Standing(
        documents,
        places,
        fresh,
        {n: one for n, one in before.items() if n in here and n not in fresh},
        frozenset(
            one.place for n, one in before.items() if n not in here or n in fresh
        ),
    )


def _places(
    documents: Sequence[Document],
    fresh: Mapping[str, Extraction],
    before: Mapping[str, KeptDocument],
) -> dict[str, int]:
    """Give every document its number: those that were there keep theirs."""
    places: dict[str, int] = {}
    last = room = 0
    ahead = list(_runs(documents, before))
    for new, known in ahead:
        end = before[known.id].place if known else last + (len(new) + 1) * SPACE
        step = (end - last) // (len(new) + 1)
        for document in (*new, *([known] if known else [])):
            place = end if document is known else last + step
            if place <= last + room:
                raise TooMuch
            places[document.id] = last = place
            room = (
                len(fresh[document.id].claims)
                if document.id in fresh
                else before[document.id].claims
            )
    return places


def _runs(
    documents: Sequence[Document], before: Mapping[str, KeptDocument]
) -> Iterator[tuple[list[Document], Document | None]]:
    """Yield new documents in a row, and the known one behind them, if there is one."""
    new: list[Document] = []
    for document in documents:
        if document.id in before:
            yield new, document
            new = []
        else:
            new.append(document)
    if new:
        yield new, None
