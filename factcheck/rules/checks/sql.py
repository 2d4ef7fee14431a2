"""Rules that are a query: for what the other shapes cannot say."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from factcheck.comparators import Held
from factcheck.errors import RuleError
from factcheck.findings import Finding
from factcheck.rules.definition.rule import Rule
from factcheck.rules.engine.evidence import report
from factcheck.rules.engine.slot_bindings import Given
from factcheck.store import FactStore


class Returned(NamedTuple):
    """A row that the query of a rule returns."""

    key: Any
    variant: Any
    claim: Any


def query(rule: Rule, store: FactStore) -> Iterator[Finding]:
    """Yield one finding for every key that the rule's query returns.

    The query reads the views `claims`, `roles` and `documents` and returns key,
    variant and claim_id. A row without a key or a variant is unknown: it says nothing.
    Where documents are compared within groups, it sees one group at a time.

    Raises:
        RuleError: It returns something else.
        StoreError: It is refused, or takes too long.
    """
    returned = store.query_by_group(rule.query or "")
    if any(len(row) != len(Returned._fields) for row in returned):
        raise RuleError(f"{rule.id}: query: should return key, variant, claim_id")
    rows = list(map(Returned._make, returned))
    if not all(isinstance(row.claim, int) for row in rows):
        raise RuleError(f"{rule.id}: query: should return key, variant, claim_id")
    rows = [row for row in rows if None not in (row.key, row.variant)]
    if not rows:
        return
    claims = store.claims(row.claim for row in rows)
    groups = store.groups(claims)
    places = {witness.document: n for n, witness in store.witnesses.items()}
    slots: dict[tuple[str, str], dict[str, list[Given]]] = defaultdict(dict)
    for key, variant, number in sorted(rows, key=repr):
        if number not in claims:
            raise RuleError(f"{rule.id}: query: no claim has the number {number}")
        document = places[claims[number].document]
        held = Held(str(variant), str(variant))
        given = Given(number, document, held)
        group = groups[number]
        slots[group, str(key)].setdefault(str(variant), []).append(given)
    for (group, key), variants in sorted(slots.items()):
        shown = list(variants.values())
        yield report(rule, store, group, [key], shown, words={"key": key})
