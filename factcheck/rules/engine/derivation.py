"""How a finding came about: the rule, the query, and how the values relate."""

from collections.abc import Iterator
from itertools import combinations

from factcheck.claims.canonical import canonical
from factcheck.findings import Finding
from factcheck.lexicons.lexicon import load_lexicon
from factcheck.rules.definition.rule import Rule
from factcheck.rules.engine.compile import Query, contested, passing
from factcheck.rules.engine.slot_aggregation import collapses, stretches


def query_of(rule: Rule) -> str:
    """Return the SQL that a rule compiles to, values written in."""
    if rule.check == "sql":
        return (rule.query or "").strip()
    slots = (
        rule.check == "agree" and rule.compare and not rule.compare.properties.by_words
    )
    if collapses(rule):
        return _written(stretches(rule))
    return _written(contested(rule) if slots else passing(rule))


def relations(rule: Rule, finding: Finding) -> Iterator[str]:
    """Yield how each pair of reported values relates in the rule's lexicon."""
    compare = rule.compare
    if compare is None or compare.using is None or rule.differ is None:
        return
    lexicon = load_lexicon(compare.using)
    claims = {claim.id: claim for claim in finding.claims}
    values = []
    for variant in finding.variants:
        held = [claims[name].first(rule.differ) for name in variant.claims]
        values.append(next((canonical(m) for m in held if m), variant.label))
    for left, right in combinations(values, 2):
        yield lexicon.explain(left, right)


def _written(query: Query) -> str:
    parts = query.text.split("?")
    written = parts[0]
    for value, part in zip(query.values, parts[1:], strict=True):
        quoted = str(value).replace("'", "''")
        written += f"'{quoted}'{part}"
    return written
