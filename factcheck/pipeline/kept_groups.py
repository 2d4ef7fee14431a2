"""Judge only the groups of documents that changed; the others are recalled.

With `--group-by` nothing is compared across groups, so what is found in one depends on
its own documents only: their digests say whether it still holds.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from factcheck.documents import Document
from factcheck.errors import HINT
from factcheck.findings import Compared, Corroborated, Finding, finding_order
from factcheck.pipeline.check_cache import check_key, pack, unpack
from factcheck.pipeline.config import CheckConfig
from factcheck.pipeline.corroboration import in_order
from factcheck.pipeline.judging import rule_texts
from factcheck.pipeline.result import Result
from factcheck.resolution.relating import UNLINKED
from factcheck.store import FactStore

Group = tuple[bool, str]
"""Whether documents name the group, and its name; else the id of the one document."""


def check_by_group(
    documents: Sequence[Document],
    store: FactStore,
    config: CheckConfig,
    judged: Callable[[Sequence[Document]], Result],
) -> Result:
    """Return what judging all documents would find; only what changed is judged.

    Where something breaks, nothing is kept of what was judged; where a rule cannot run
    over the changed groups, all are judged anew.
    """
    groups: dict[Group, list[Document]] = {}
    for document in documents:
        groups.setdefault(group_of(document), []).append(document)
    keys = {group: check_key(config.key, some) for group, some in groups.items()}
    kept = store.kept_groups(keys.values())
    parts = {
        group: unpack(kept[keys[group]]) for group in groups if keys[group] in kept
    }
    changed = [d for d in documents if group_of(d) not in parts]
    fresh = judged(changed) if changed else Result((), 0, ())
    ids = {document.id for document in changed}
    if parts and any(name not in ids for name, _ in fresh.not_checked):
        return judged(documents)
    made = dict(_by_group(fresh, changed))
    if all(name in ids and not why.endswith(HINT) for name, why in fresh.not_checked):
        fitting = {keys[group]: pack(part) for group, part in made.items()}
        store.keep_groups(fitting, keys.values())
    if not parts:
        return fresh
    return _together([(parts | made)[group] for group in groups], documents, config)


def group_of(document: Document) -> Group:
    """Return what a document is compared within; one without a group is alone."""
    return bool(document.group), document.group or document.id


def _by_group(
    result: Result, documents: Sequence[Document]
) -> Iterator[tuple[Group, Result]]:
    """Yield what was found in each group of the documents."""
    groups = {document.id: group_of(document) for document in documents}
    members = Counter(groups.values())
    findings: dict[Group, list[Finding]] = {group: [] for group in members}
    agreed: dict[Group, list[Corroborated]] = {group: [] for group in members}
    missing: dict[Group, list[tuple[str, str]]] = {group: [] for group in members}
    claims = Counter[Group]()
    for finding in result.findings:
        findings[groups[finding.claims[0].document]].append(finding)
    for one in result.corroborated:
        agreed[groups[one.wordings[0].document]].append(one)
    for name, reason in result.not_checked:
        if name in groups:
            missing[groups[name]].append((name, reason))
    for extraction in result.extractions:
        claims[groups[extraction.document.id]] += len(extraction.claims)
    for group in members:
        name = f"{'group' if group[0] else 'alone'}:{group[1]}"
        shared = int(members[group] > 1)
        yield (
            group,
            Result(
                tuple(findings[group]),
                claims[group],
                (),
                tuple(agreed[group]),
                tuple(missing[group]),
                result.compared_within.get(name, Compared())._replace(stories=shared),
            ),
        )


def _together(
    parts: Sequence[Result], documents: Sequence[Document], config: CheckConfig
) -> Result:
    """Return one result, as if all groups had been judged at once."""
    place = {document.id: n for n, document in enumerate(documents)}
    findings = chain.from_iterable(part.findings for part in parts)
    agreed = chain.from_iterable(part.corroborated for part in parts)
    missing = chain.from_iterable(part.not_checked for part in parts)

    def order(one: tuple[str, str]) -> tuple[bool, int]:
        return one[1].startswith(UNLINKED), place[one[0]]

    return Result(
        tuple(sorted(findings, key=finding_order)),
        sum(part.claims for part in parts),
        rule_texts(config),
        in_order(agreed),
        tuple(sorted(missing, key=order)),
        Compared.together(part.compared for part in parts),
    )
