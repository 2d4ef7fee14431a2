"""Who did what, and whom a deed is not told of."""

import pytest

from factcheck.claims import Claim
from factcheck.documents import Document
from factcheck.extraction import EXTRACTORS, analyse
from factcheck.extraction.clean_text import read_text
from factcheck.extraction.names.caseless import is_caseless

PLANS = "found the missing harbour plans in a cellar"


def deeds(text: str) -> list[Claim]:
    analysis = analyse(read_text(Document("d", text, "Gazette", "2021-03-18")))
    for earlier in ("quotes", "quantity"):
        analysis.claims += EXTRACTORS[earlier](analysis)
    return list(EXTRACTORS["deed"](analysis))


@pytest.mark.parametrize(
    ("text", "doers", "deed"),
    [
        pytest.param(f"Ana Duval {PLANS}.", ["Ana Duval"], PLANS, id="the subject"),
        pytest.param(
            f"The mayor, Ana Duval, {PLANS}.", ["Ana Duval"], PLANS, id="an apposition"
        ),
        pytest.param(
            f"Ana Duval and Bo Okoro {PLANS}.",
            ["Ana Duval", "Bo Okoro"],
            PLANS,
            id="two together",
        ),
        pytest.param(
            f"It was Ana Duval, who {PLANS}.", ["Ana Duval"], PLANS, id="a relative"
        ),
        pytest.param(
            "Ana Duval was chosen as first head of the new harbour office.",
            ["Ana Duval"],
            "was chosen as first head of the new harbour office",
            id="the passive has its auxiliary",
        ),
        pytest.param(
            "Ana Duval is the first woman to lead the harbour office.",
            ["Ana Duval"],
            "is the first woman to lead the harbour office",
            id="the only one of its sort",
        ),
    ],
)
def test_a_deed_is_told_of_those_who_are_named(text, doers, deed):
    (claim,) = deeds(text)

    assert [m.text for m in claim.role("doer")] == doers
    assert claim.first("deed").text == deed


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"The museum {PLANS}.", id="nobody is named"),
        pytest.param(f"Ana Duval and her aide {PLANS}.", id="one is not named"),
        pytest.param(f"She {PLANS}.", id="a pronoun"),
        pytest.param(f"Ana Duval never {PLANS}.", id="not done"),
        pytest.param(f"Ana Duval may have {PLANS}.", id="perhaps done"),
        pytest.param("Ana Duval found the plans.", id="too few words"),
        pytest.param(
            "Seventy percent of them were turned away from the northern harbour.",
            id="a share",
        ),
        pytest.param(
            "Ana Duval is a member of the new harbour board.", id="one of many"
        ),
        pytest.param(
            "Ana Duval voted against the new harbour plans.", id="what many do"
        ),
        pytest.param(
            f"“Ana Duval {PLANS},” the museum's director said.", id="in a quotation"
        ),
    ],
)
def test_no_deed_of_one_who_is_named(text):
    assert deeds(text) == []


def test_who_is_not_named_may_be_counted():
    (claim,) = deeds(
        "At least six boats were turned away from the harbour before dawn."
    )

    assert claim.first("counted").value == "boat"
    assert claim.first("count").value == 6
    assert claim.first("modifier").value == "at least"
    assert not claim.role("doer")


def test_a_deed_is_known_by_its_words_in_one_form():
    (left,), (right,) = (
        deeds("Ana Duval found her missing harbour plans in a cellar."),
        deeds("Bo Okoro finds the missing harbour plan, to his joy."),
    )

    assert left.first("deed").value == right.first("deed").value


@pytest.mark.parametrize(
    ("text", "caseless"),
    [
        ("Joel okorovic scored his first try of the season.", True),
        ("After an hour i saw it, and then the lights went out again.", True),
        ("Joel Okorovic scored his first try of the season.", False),
        ("Nobody came.", False),
    ],
)
def test_texts_without_capitals_are_told_apart(text, caseless):
    analysis = analyse(read_text(Document("d", text, "Gazette", "2021-03-18")))

    assert is_caseless(analysis.doc) is caseless


@pytest.mark.parametrize(
    ("subject", "doers"),
    [
        pytest.param("Joel okorovic", ["Joel okorovic"], id="a name"),
        pytest.param(
            "The former striker okorovic", ["okorovic"], id="behind what he is"
        ),
        pytest.param("Heavy rain", [], id="words of the dictionary"),
        pytest.param("Former minister", [], id="an office"),
        pytest.param("The okorovic bridge", [], id="a thing with an article"),
    ],
)
def test_names_in_texts_without_capitals(subject, doers):
    found = deeds(f"{subject} destroyed the old wooden harbour bridge on monday night.")

    assert [m.text for c in found for m in c.role("doer")] == doers
