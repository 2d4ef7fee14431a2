"""Every shipped rule proves itself; the runner of rule tests tells what is wrong."""

from dataclasses import replace

import pytest
from make import TITLES

from factcheck.resolution.relating import Linked
from factcheck.rules import Rule, load_rules, test_rules, uncovered
from factcheck.rules.testing.written_claims import Prepared, prepare

SHIPPED = load_rules()


@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda shipped: shipped.id)
def test_prepared_claims(shipped):
    results = test_rules([shipped])

    assert [result.detail for result in results if result.failed] == []


def test_every_rule_fires_stays_silent_and_is_tried_on_text():
    assert uncovered(SHIPPED, test_rules(SHIPPED)) == []


@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda shipped: shipped.id)
def test_at_least_as_many_tests_stay_silent(shipped):
    firing = [case for case in shipped.tests if case.expect]

    assert len(shipped.tests) - len(firing) >= len(firing)


FIRES = [
    {"source": "A", "person": "Ana Duval", "title": "foreign minister"},
    {"source": "B", "person": "Ana Duval", "title": "vice foreign minister"},
]
AGREES = [FIRES[0], {**FIRES[0], "source": "B"}]


def titles(cases):
    return Rule.model_validate({**TITLES, "tests": cases})


def tried(claims, expect, **more):
    case = {"name": "it", "claims": claims, "expect": expect, **more}
    (result,) = test_rules([titles([case])])
    return result


@pytest.mark.parametrize(
    ("claims", "expect", "more", "outcome"),
    [
        pytest.param(FIRES, [{"variants": 2}], {}, "passed", id="fires as it should"),
        pytest.param(AGREES, "none", {}, "passed", id="silent as it should be"),
        pytest.param(FIRES, "none", {}, "noisy", id="fires and should not"),
        pytest.param(AGREES, [{}], {}, "missing", id="should fire"),
        pytest.param(FIRES, [{"variants": 3}], {}, "wrong", id="fires otherwise"),
        pytest.param(FIRES, "none", {"todo": True}, "todo", id="a known gap"),
        pytest.param(AGREES, "none", {"todo": True}, "fixed", id="no gap any more"),
    ],
)
def test_outcomes(claims, expect, more, outcome):
    assert tried(claims, expect, **more).outcome == outcome


def test_what_was_found_is_told():
    result = tried(FIRES, "none")

    assert "expected nothing; found error Ana Duval" in result.detail


@pytest.mark.parametrize(
    ("cases", "told"),
    [
        pytest.param([], {"fire", "silent", "text"}, id="no test"),
        pytest.param([(FIRES, [{}])], {"silent", "text"}, id="one that fires"),
        pytest.param([(AGREES, "none")], {"fire", "text"}, id="one that is silent"),
        pytest.param(
            [(FIRES, [{}]), (AGREES, "none")], {"text"}, id="both, on prepared claims"
        ),
        pytest.param(
            [(AGREES, [{}]), (AGREES, "none")], {"fire", "text"}, id="one that fails"
        ),
    ],
)
def test_what_no_test_tries_is_told(cases, told):
    rule = titles(
        [
            {"name": f"case {n}", "claims": claims, "expect": expect}
            for n, (claims, expect) in enumerate(cases)
        ]
    )

    said = uncovered([rule], test_rules([rule]))

    endings = {
        "fire": "no test makes it fire",
        "silent": "no test leaves it silent",
        "text": "no test makes it fire on running text",
    }
    assert set(said) == {f"titles: {endings[one]}" for one in told}


def test_texts_are_skipped_where_nothing_extracts_and_tried_where_something_does():
    case = {"name": "it", "texts": {"A": "words", "B": "words"}, "expect": [{}]}
    rule = titles([case])
    made = Prepared()
    prepare(rule, titles([{**case, "claims": FIRES, "texts": {}}]).tests[0], "x", made)

    def extract(documents):
        found = [
            replace(one, document=document)
            for one, document in zip(made.extractions, documents, strict=True)
        ]
        return Linked(tuple(found))

    (skipped,) = test_rules([rule])
    (passed,) = test_rules([rule], extract)

    assert (skipped.outcome, passed.outcome) == ("skipped", "passed")
    assert uncovered([rule], [passed]) == ["titles: no test leaves it silent"]


@pytest.mark.parametrize(
    ("claims", "why"),
    [
        pytest.param(
            [{**one, "kind": "title", "modality": "planned"} for one in FIRES],
            "every such claim is planned",
            id="modality",
        ),
        pytest.param(
            [{"kind": "name", "source": s, "person": "Ana Duval"} for s in "AB"],
            "no claim of kind title; made: 2 name",
            id="another kind",
        ),
        pytest.param(
            [{"source": s, "person": "Ana Duval"} for s in "AB"],
            "`title` is empty in every claim",
            id="an empty role",
        ),
        pytest.param(
            [FIRES[0], {**FIRES[1], "person": "Bo Okoro"}],
            "of two documents: (person:ana-duval) A, (person:bo-okoro) B",
            id="two slots",
        ),
        pytest.param(
            AGREES,
            "“foreign minister” and “foreign minister” are compatible",
            id="compatible",
        ),
        pytest.param(
            [FIRES[0], {**FIRES[1], "title": "keeper of the mill"}],
            "cannot be compared (unknown)",
            id="unknown",
        ),
    ],
)
def test_a_rule_that_finds_nothing_says_why(claims, why):
    result = tried(claims, [{"variants": 2}])

    assert result.outcome == "missing"
    assert why in result.detail
