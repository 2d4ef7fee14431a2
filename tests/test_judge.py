"""What of a slot is compared, and who is accused."""

import pytest

from factcheck.comparators import COMPARATORS, Held
from factcheck.rules.judge import MOST_VALUES, Stretch, judge, judged
from factcheck.rules.model import Compare

VAGUER = {"using": "titles", "fault": "broader"}


def stretch(value, document=0, days=(1, 1), source=0):
    return Stretch(Held(value, value), *days, (), source=source, lone=document)


def test_of_very_many_values_those_that_most_claims_give_are_compared():
    common = [
        stretch(f"value {n:03}", 2 * n + m) for n in range(MOST_VALUES) for m in (1, 2)
    ]
    rare = stretch("a rare value", 999_999)

    found = judge([rare, *common], COMPARATORS["exact"]({}))

    told = {one.value.held.value for some in found.variants for one in some}
    assert told == {one.held.value for one in common}
    assert found.compatible == []


def vaguer(*stretches):
    compare = Compare.model_validate({"as": "taxonomy", **VAGUER})
    found = judged(stretches, COMPARATORS["taxonomy"](VAGUER), compare)
    return found and [
        sorted((s.held.value, s.source) for one in some for s in one.disputed())
        for some in found.variants
    ]


def test_a_source_that_says_both_is_not_vague():
    found = vaguer(
        stretch("grand poobah of the opera", source=4),
        stretch("foreign minister", source=2),
        stretch("official", source=1),
        stretch("official", source=3),
        stretch("foreign minister", source=3),
    )

    assert found == [
        [("foreign minister", 2), ("foreign minister", 3)],
        [("official", 1)],
    ]


@pytest.mark.parametrize(
    ("days", "vague"),
    [
        pytest.param((7, 9), True, id="from the last day"),
        pytest.param((8, 9), False, id="only later"),
        pytest.param((1, 3), True, id="to the first day"),
        pytest.param((1, 2), False, id="only before"),
    ],
)
def test_a_vague_title_is_held_to_the_time_of_the_exact_one(days, vague):
    found = vaguer(
        stretch("foreign minister", days=(3, 7), source=2),
        stretch("official", days=days, source=1),
    )

    assert (found is not None) is vague
