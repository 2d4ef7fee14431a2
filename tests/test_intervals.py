"""What a number stands for as it is printed, and which two can be one."""

import pytest

from factcheck.claims.intervals import hedge_of, interval, modifier_of
from factcheck.extraction.quantities.numbers import find_numbers


def stands_for(text: str, measured: bool = False) -> tuple[float, float]:
    (number,) = find_numbers(text)
    words = text[slice(*number.bound)] if number.bound else ""
    printed = text[number.start : number.end]
    found = interval(number.value, printed, number.modifier, hedge_of(words), measured)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        pytest.param("10", "11", False, id="counts are exact"),
        pytest.param("204", "214", False, id="five per cent is no excuse"),
        pytest.param("300", "304", True, id="two zeros are rounded"),
        pytest.param("300", "320", False, id="too far for a rounded number"),
        pytest.param("20", "21", False, id="one zero is not rounded"),
        pytest.param("$1 million", "$1.04 million", True, id="a rounded million"),
        pytest.param("$1 million", "$1.2 million", False, id="five per cent at most"),
        pytest.param("$3.1 billion", "$3.14 billion", True, id="fewer decimals"),
        pytest.param("$7.78 billion", "$7.87 billion", False, id="transposed digits"),
        pytest.param("2,350", "2,400", True, id="hundreds"),
        pytest.param("a dozen", "13", True, id="a dozen"),
        pytest.param("a dozen", "19", False, id="more than a dozen"),
        pytest.param("14 lakh", "1.4 million", True, id="lakh"),
        pytest.param("a hundred and thirty", "132", False, id="words are exact too"),
        pytest.param("about 50", "54", True, id="about"),
        pytest.param("about 50", "60", False, id="not about"),
        pytest.param("nearly 50", "47", True, id="nearly"),
        pytest.param("nearly 50", "52", False, id="nearly is less"),
        pytest.param("over 50", "70", True, id="over"),
        pytest.param("over 50", "120", False, id="over is not twice"),
        pytest.param("over 50", "45", False, id="over is not under"),
        pytest.param("at least 50", "120", True, id="at least is open"),
        pytest.param("at least 50", "45", False, id="not at least"),
        pytest.param("under 50", "40", True, id="under"),
        pytest.param("under 50", "52", False, id="not under"),
        pytest.param("under 50", "over 52", False, id="under and over"),
        pytest.param("up to 50", "3", True, id="up to"),
        pytest.param("20 to 24", "22", True, id="a range"),
        pytest.param("20 to 24", "26", False, id="out of range"),
        pytest.param("hundreds", "900", True, id="hundreds, vaguely"),
    ],
)
def test_can_two_printed_numbers_be_one(left: str, right: str, one: bool) -> None:
    first, second = stands_for(left), stands_for(right)

    meet = max(first[0], second[0]) <= min(first[1], second[1])

    assert meet is one


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        pytest.param("46", "46.3", True, id="rounded to a whole"),
        pytest.param("46", "47", False, id="the next whole"),
        pytest.param("6.3", "6.4", False, id="the next decimal"),
    ],
)
def test_what_is_measured_is_rounded(left: str, right: str, one: bool) -> None:
    first, second = stands_for(left, True), stands_for(right, True)

    meet = max(first[0], second[0]) <= min(first[1], second[1])

    assert meet is one


@pytest.mark.parametrize("value", [None, "words", []])
def test_what_is_no_number_has_no_interval(value: object) -> None:
    assert interval(value, "x", "exact") is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "modifier"),
    [("not fewer than", "at least"), ("fewer than", "at most"), ("or so", "about")],
)
def test_hedges_make_modifiers(words: str, modifier: str) -> None:
    assert modifier_of(words) == modifier
