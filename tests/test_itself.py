"""No document conflicts with itself, unless a rule says so."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.documents import Document
from factcheck.pipeline import CheckConfig, check
from factcheck.rules import load_rules, test_rules
from factcheck.rules.definition.rule import Case

RULES = load_rules()
COMPARING = [rule for rule in RULES if rule.check == "agree"]
"""Rules that compare sources; all others say so that they judge one by itself."""

SOME = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)


def firing(rule):
    return [case for case in rule.tests if case.expect and not case.todo]


def tried(rule, claims):
    """Return what a rule says of claims where it should say nothing."""
    case = Case(name="it", claims=tuple(claims), expect=())
    (result,) = test_rules([rule.model_copy(update={"tests": (case,)})])
    return result.outcome


def in_one(claim):
    """Put a claim into the only document there is."""
    apart = ("source", "document", "origin", "published")
    return {key: said for key, said in claim.items() if key not in apart}


PREPARED = [rule for rule in COMPARING if any(case.claims for case in firing(rule))]


@pytest.mark.parametrize("rule", PREPARED, ids=lambda rule: rule.id)
def test_claims_of_one_document(rule):
    pool = [claim for case in rule.tests for claim in case.claims]

    @SOME
    @given(st.lists(st.sampled_from(pool), min_size=1, max_size=8))
    def law(claims):
        assert tried(rule, map(in_one, claims)) == "passed"

    law()


@pytest.mark.parametrize("rule", PREPARED, ids=lambda rule: rule.id)
def test_the_same_claims_of_their_own_documents_conflict(rule):
    given_claims = [case.claims for case in firing(rule) if case.claims]

    assert {tried(rule, claims) for claims in given_claims} == {"noisy"}


def texts():
    """Yield the texts of each test in which a rule finds a conflict, put together."""
    for rule in COMPARING:
        for n, case in enumerate(firing(rule)):
            if len(case.texts) > 1:
                name = f"{rule.id}/{n}"
                body = "\n\n".join(text.text for text in case.texts.values())
                published = next(iter(case.texts.values())).published or "2024-05-03"
                yield Document(name, body, "A", published, group=name)


def test_texts_of_one_document():
    documents = list(texts())
    comparing = {rule.id for rule in COMPARING}

    findings = check(documents, config=CheckConfig(by_group=True)).findings

    assert len({document.id.split("/")[0] for document in documents}) > 10
    assert [f for f in findings if f.rule in comparing] == []


def test_the_same_text_against_another_conflicts():
    """What the law above would overlook is not overlooked between two documents."""
    one, other = [
        Document(name, f"{title} Ana Duval arrived in Lisbon on Monday.", name)
        for name, title in (("A", "Defence Minister"), ("B", "Finance Minister"))
    ]
    both = replace(one, text=f"{one.text}\n\n{other.text}")

    assert "title-conflict" in {f.rule for f in check([one, other]).findings}
    assert check([both]).findings == ()
