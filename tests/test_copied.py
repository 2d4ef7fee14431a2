"""Copies of a sentence in another style hold no other fact."""

import pytest

import factcheck
from factcheck.comparators.aligned import lay_beside
from factcheck.comparators.opposites import are_opposites
from factcheck.comparators.sentences import Sentence
from factcheck.documents import Document
from factcheck.findings import Severity

BASE = (
    "Ana Duval said on Tuesday that the harbour bridge, which cost $2.5 million and was"
    " about 400 metres long, would be opened by the council in September"
)


def conflicts(left: str, right: str) -> list[str]:
    found = lay_beside(Sentence(left), Sentence(right))
    return [difference.sort for difference in found.conflicts]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("said", "told reporters", id="a verb of saying"),
        pytest.param("said", "announced", id="another verb of saying"),
        pytest.param("Ana Duval", "Ms. Duval", id="a courtesy title"),
        pytest.param("Ana Duval", "A. Duval", id="an initial"),
        pytest.param("Ana Duval", "Duval", id="a surname alone"),
        pytest.param("on Tuesday", "Tuesday", id="no preposition"),
        pytest.param("Tuesday", "Tues.", id="a weekday cut short"),
        pytest.param("September", "Sept.", id="a month cut short"),
        pytest.param("harbour", "harbor", id="American spelling"),
        pytest.param("$2.5 million", "$2,500,000", id="a number in figures"),
        pytest.param("$2.5 million", "$2.5m", id="million as m"),
        pytest.param("about 400", "around 400", id="another hedge"),
        pytest.param("about 400", "some 400", id="a third hedge"),
        pytest.param("about 400", "four hundred", id="a number in words"),
        pytest.param("metres", "meters", id="a unit in American spelling"),
        pytest.param("metres", "m", id="a unit cut short"),
        pytest.param("which cost", "that cost", id="which and that"),
        pytest.param("said", "also said", id="a connective"),
        pytest.param("said", "however said", id="another connective"),
        pytest.param("was about", "is about", id="tense"),
        pytest.param("would be opened", "will be opened", id="would and will"),
        pytest.param("would be opened", "would be officially opened", id="an adverb"),
        pytest.param("bridge, which", "bridge — which", id="a dash"),
        pytest.param("the council", "its council", id="a possessive"),
        pytest.param(" that the", " the", id="no that"),
        pytest.param("long, would", "long would", id="no comma"),
        pytest.param("bridge", "Bridge", id="a capital"),
        pytest.param(" and was about 400 metres long", "", id="cut"),
        pytest.param(
            "Ana Duval said", "Ana Duval, the mayor, said", id="an apposition"
        ),
        pytest.param("opened", "inaugurated", id="a synonym"),
        pytest.param("Tuesday", "Tuesday morning", id="more exactly"),
        pytest.param("Ana Duval", "Mayor Ana Duval", id="an office added"),
        pytest.param("the council", "the town council", id="an adjective"),
        pytest.param("in September", "in September, she added", id="a tag"),
    ],
)
def test_style_is_no_difference(before, after):
    other = BASE.replace(before, after, 1)

    assert other != BASE
    assert conflicts(BASE, other) == []
    assert conflicts(other, BASE) == []


@pytest.mark.parametrize(
    ("before", "after", "sort"),
    [
        pytest.param("$2.5 million", "$3.9 million", "number", id="a price"),
        pytest.param("million", "billion", "number", id="a magnitude"),
        pytest.param("400", "700", "number", id="a length"),
        pytest.param("Tuesday", "Friday", "day", id="a weekday"),
        pytest.param("September", "March", "day", id="a month"),
        pytest.param("would be", "would not be", "negation", id="not"),
        pytest.param("would be", "would never be", "negation", id="never"),
        pytest.param("opened", "closed", "opposite", id="an opposite"),
        pytest.param("long", "short", "opposite", id="an adjective"),
    ],
)
def test_a_changed_fact_is_one_difference(before, after, sort):
    other = BASE.replace(before, after, 1)

    assert conflicts(BASE, other) == [sort]
    assert conflicts(other, BASE) == [sort]


@pytest.mark.parametrize(
    ("printed", "copied", "differ"),
    [
        pytest.param("400", "about 430", False, id="a hedge in front"),
        pytest.param("400", "380 or so", False, id="a hedge behind"),
        pytest.param("430", ">400", False, id="a sign"),
        pytest.param("430", "not fewer than 400", False, id="several words"),
        pytest.param("430", "hundreds of", False, id="a size"),
        pytest.param("430", "at most 400", True, id="more than the most"),
        pytest.param("4300", "hundreds of", False, id="more than its size"),
        pytest.param("30", "hundreds of", True, id="less than its size"),
        pytest.param("30", "9 more", False, id="on top of others"),
    ],
)
def test_numbers_are_compared_as_printed(printed, copied, differ):
    sentence = "The bridge carried {} lorries over the river Tarn in its first week."

    found = conflicts(sentence.format(printed), sentence.format(copied))

    assert ("number" in found) is differ


@pytest.mark.parametrize(
    ("left", "right", "opposite"),
    [
        ("rose", "fell", True),
        ("northern", "central", True),
        ("legal", "illegal", True),
        ("wife", "sister", True),
        ("rose", "climbed", False),
        ("northern", "northeastern", False),
        ("form", "inform", False),
        ("press", "impress", False),
    ],
)
def test_opposites(left, right, opposite):
    assert are_opposites(left, right) is opposite
    assert are_opposites(right, left) is opposite


LEADS = (
    "Ana Duval praised Bo Okoro in a letter about the old harbour bridge of Freetown,"
    " which leads to the {} harbour."
)
DREW = (
    "The council of Freetown told Ana Duval on Tuesday that the old harbour bridge drew"
    " {} walkers every summer day."
)
ARRIVED = "Mayor Ana Duval arrived in Lisbon on {} May 2024 to meet Emil Santos."


@pytest.mark.parametrize(
    ("sentence", "values", "rule"),
    [
        pytest.param(LEADS, ("northern", "southern"), "copied-opposite", id="word"),
        pytest.param(DREW, (431, 512), "amount-conflict", id="number"),
        pytest.param(ARRIVED, (2, 9), "event-date-conflict", id="day"),
    ],
)
@pytest.mark.parametrize(
    ("sources", "loud"),
    [
        pytest.param(("Courier", "Gazette"), True, id="two papers"),
        pytest.param(("Courier", "Courier"), False, id="one paper"),
    ],
)
def test_one_paper_alone_is_no_more_than_a_note(sentence, values, rule, sources, loud):
    documents = [
        Document(f"{n}.txt", sentence.format(value), source, "2024-05-10")
        for n, (value, source) in enumerate(zip(values, sources, strict=True))
    ]

    found = {f.rule: f.severity for f in factcheck.check(documents).findings}

    rules = [name for name in found if name in (rule, "copied-date")]
    assert rules
    assert all((found[name] is not Severity.NOTE) == loud for name in rules)
