"""Copies of a sentence in another style hold no other fact."""

import pytest

import factcheck
from factcheck.comparators.aligned import lay_beside
from factcheck.comparators.opposites import are_opposites
from factcheck.comparators.sentences import Sentence
from factcheck.documents import Document
from factcheck.findings import Severity
from factcheck.pipeline.config import CheckConfig

BASE = (
    "Ana Duval said on Tuesday that the harbour bridge, which cost $2.5 million and was"
    " about 400 metres long, would be opened by the council in September"
)

LAST = "Bo Okoro, who lives beside the old harbour of Freetown, plans to row under it."


def conflicts(left: str, right: str) -> list[str]:
    found = lay_beside(Sentence(left), Sentence(right))
    return [difference.sort for difference in found.conflicts]


STYLE = {
    "a verb of saying": ("said", "told reporters"),
    "another verb of saying": ("said", "announced"),
    "a courtesy title": ("Ana Duval", "Ms. Duval"),
    "an initial": ("Ana Duval", "A. Duval"),
    "a surname alone": ("Ana Duval", "Duval"),
    "no preposition": ("on Tuesday", "Tuesday"),
    "a weekday cut short": ("Tuesday", "Tues."),
    "a month cut short": ("September", "Sept."),
    "American spelling": ("harbour", "harbor"),
    "a number in figures": ("$2.5 million", "$2,500,000"),
    "million as m": ("$2.5 million", "$2.5m"),
    "another hedge": ("about 400", "around 400"),
    "a third hedge": ("about 400", "some 400"),
    "a number in words": ("about 400", "four hundred"),
    "a unit in American spelling": ("metres", "meters"),
    "a unit cut short": ("metres", "m"),
    "which and that": ("which cost", "that cost"),
    "a connective": ("said", "also said"),
    "another connective": ("said", "however said"),
    "tense": ("was about", "is about"),
    "would and will": ("would be opened", "will be opened"),
    "an adverb": ("would be opened", "would be officially opened"),
    "a dash": ("bridge, which", "bridge — which"),
    "a possessive": ("the council", "its council"),
    "no that": (" that the", " the"),
    "no comma": ("long, would", "long would"),
    "a capital": ("bridge", "Bridge"),
    "cut": (" and was about 400 metres long", ""),
    "an apposition": ("Ana Duval said", "Ana Duval, the mayor, said"),
    "a synonym": ("opened", "inaugurated"),
    "more exactly": ("Tuesday", "Tuesday morning"),
    "an office added": ("Ana Duval", "Mayor Ana Duval"),
    "an adjective": ("the council", "the town council"),
    "a tag": ("in September", "in September, she added"),
    "an hour of the day": ("Tuesday", "Tuesday evening"),
    "numbers in words with a unit": ("400 metres", "four hundred metres"),
    "a weekday in front": ("Ana Duval said on Tuesday", "On Tuesday, Ana Duval said"),
    "who says it at the end": ("Ana Duval said on Tuesday that the", "The"),
    "a clipped name": ("Ana Duval", "An. Duval"),
    "a possessive without its mark": ("the council", "the councils members"),
    "a bracketed clarification": ("the council", "the [town] council"),
    "a relative clause cut": (
        ", which cost $2.5 million and was about 400 metres long,",
        "",
    ),
    "the plural of a unit": ("$2.5 million", "2.5 million dollars"),
    "a spelled-out currency": ("$2.5 million", "US$2.5 million"),
    "an agency credit": ("in September", "in September, the Courier reported"),
    "an added sentence": ("in September", "in September. Reporting by Bo Okoro"),
}
"""Edits of style by their kind: what is printed, and what a copy has instead."""


@pytest.mark.parametrize("kind", STYLE)
def test_style_is_no_difference(kind):
    other = BASE.replace(*STYLE[kind], 1)

    assert other != BASE
    assert conflicts(BASE, other) == []
    assert conflicts(other, BASE) == []


@pytest.fixture(scope="module")
def findings_of_style():
    """Check a text and a copy of it for each kind of edit, as groups of one check."""
    edits = {**STYLE, "a fact": ("about 400", "about 700")}
    texts = {kind: (BASE, BASE.replace(*edit, 1)) for kind, edit in edits.items()}
    documents = [
        Document(f"{kind} {n}", f"{text}. {LAST}", paper, "2024-05-10", group=kind)
        for kind, pair in texts.items()
        for n, (text, paper) in enumerate(
            zip(pair, ("Courier", "Gazette"), strict=True)
        )
    ]
    config = CheckConfig(by_group=True)
    return factcheck.check(documents, config=config).findings


@pytest.mark.parametrize("kind", STYLE)
def test_rules_are_silent_on_style(kind, findings_of_style):
    found = [f.rule for f in findings_of_style if f.group == kind]

    assert not [rule for rule in found if rule.startswith("copied-")]


def test_rules_report_a_fact_beside_copies_of_style(findings_of_style):
    found = {(f.group, f.rule) for f in findings_of_style}

    assert ("a fact", "copied-number") in found


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
        pytest.param("+/- 30", "+/- 90", True, id="behind a sign of more or less"),
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
        ("certified", "decertified", True),
        ("winning", "lost", True),
        ("elected", "unelected", True),
        ("armed", "disarmed", True),
        ("blocked", "unblocked", True),
        ("accept", "rejecting", False),
        ("accepts", "rejected", False),
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
