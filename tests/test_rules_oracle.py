"""The engine finds what comparing every claim with every other one finds."""

import random
from itertools import combinations

import pytest
from make import claim, extraction, mention, title

from factcheck.lexicons import Verdict
from factcheck.lexicons.lexicon import load_lexicon
from factcheck.rules import load_rules, run_rules
from factcheck.store import FactStore, Links

TITLES = (
    "foreign minister",
    "vice foreign minister",
    "finance minister",
    "senior diplomat",
    "official",
    "ambassador",
    "grand poobah",
)
RULES = {rule.id: rule for rule in load_rules()}


def random_claims(seed):
    """Return person, title, document and year of some claims."""
    chance = random.Random(seed)
    return [
        (
            f"P{chance.randrange(12)} Duval{chance.randrange(2)}",
            chance.choice(TITLES),
            f"d{chance.randrange(15)}",
        )
        for _ in range(70)
    ]


def by_pairs(said):
    """Compare every claim with every other one."""
    titles = load_lexicon("titles")
    told = {}
    for person, office, document in said:
        told.setdefault((person, document), set()).add(office)
    return {
        first
        for (first, office, here), (second, other, there) in combinations(said, 2)
        if first == second
        and here != there
        and titles.relation(office, other) is Verdict.CONFLICT
        and office not in told[second, there]
        and other not in told[first, here]
    }


def by_engine(said):
    documents = {}
    for person, office, document in said:
        start = 80 * len(documents.setdefault(document, []))
        documents[document].append(title(person, office, document, start))
    with FactStore.open() as store:
        store.scope([extraction(*claims) for claims in documents.values()])
        findings = run_rules([RULES["title-conflict"]], store)
    keys = [finding.key for finding in findings]
    assert len(keys) == len(set(keys))
    return set(keys)


@pytest.mark.parametrize("seed", range(12))
def test_titles(seed):
    said = random_claims(seed)

    assert by_engine(said) == by_pairs(said)


@pytest.mark.parametrize("seed", range(12))
def test_numbers(seed):
    chance = random.Random(seed)
    said = [
        (f"e{chance.randrange(8)}", chance.choice((10, 10.4, 11, 20, 500)), f"d{n % 9}")
        for n in range(40)
    ]
    told = {}
    for event, number, document in said:
        told.setdefault((event, document), set()).add(number)
    expected = {
        first
        for (first, a, here), (second, b, there) in combinations(said, 2)
        if first == second
        and here != there
        and abs(a - b) > 0.05 * max(a, b)
        and a not in told[second, there]
        and b not in told[first, here]
    }

    events, documents = {}, {}
    for event, number, document in said:
        start = 50 * len(documents.setdefault(document, []))
        counted = claim(
            "quantity",
            document,
            start=start,
            value=mention(str(number), number, start=start),
            measure=mention("killed", "killed", start=start + 20),
        )
        documents[document].append(counted)
        events[counted.id] = event
    with FactStore.open() as store:
        linked = [extraction(*claims) for claims in documents.values()]
        store.scope(linked, Links(events))
        findings = run_rules([RULES["number-conflict"]], store)

    found = {events[finding.claims[0].id] for finding in findings}
    assert found == expected
    assert len(findings) == len(expected)
