"""How wordings of one quotation are laid out."""

import pytest

from factcheck.comparators.quoted import Alignment, Change
from factcheck.rules.checks.quotation_variants import (
    Alike,
    add_excerpts,
    disputed_parts,
    most_telling,
)


def differing(*places):
    """Return what two quotations share that differ at some places of each."""
    changes = tuple(
        Change("will", "may", slice(*ours), slice(*theirs)) for ours, theirs in places
    )
    return Alignment(8, 0.8, changes, (slice(0, 9),), (slice(0, 9),))


def test_of_pairs_that_tell_as_much_the_first_one_stays_first():
    alike = differing(((1, 2), (1, 2)))
    changed = {(0, 1): alike, (0, 2): alike, (1, 2): alike}

    assert most_telling([[0], [1], [2]], changed) == ([[0], [1], [2]], (0, 1))


@pytest.mark.parametrize(
    ("places", "ours", "theirs"),
    [
        pytest.param([((2, 3), (4, 5))], {1}, {2}, id="where words differ"),
        pytest.param([((0, 1), (0, 1)), ((4, 5), (0, 1))], {0, 2}, {0}, id="two"),
        pytest.param([((1, 3), (0, 1))], {0, 1}, {0}, id="across parts"),
        pytest.param([((2, 2), (2, 3))], {0, 1}, {1}, id="around words left out"),
        pytest.param([((0, 0), (0, 1))], {0}, {0}, id="left out at the beginning"),
        pytest.param([((1, 1), (0, 1))], {0}, {0}, id="left out inside a part"),
    ],
)
def test_which_parts_of_resumed_quotations_are_in_dispute(places, ours, theirs):
    parts = (0, 0, 1, 1, 2)

    found = disputed_parts([0, 1], {(0, 1): differing(*places)}, [parts, parts])

    assert found == {0: ours, 1: theirs}


@pytest.mark.parametrize(
    ("fits", "laid"),
    [
        pytest.param({0}, [[0, 2], [1]], id="with the first"),
        pytest.param({1}, [[0], [1, 2]], id="with the second"),
        pytest.param({0, 1}, [[0], [1]], id="with both"),
    ],
)
def test_an_excerpt_stands_with_the_only_wording_it_repeats(fits, laid):
    sure = Alike((slice(0, 5),), True)
    alike = {n: {2: sure} if n in fits else {} for n in (0, 1)}
    alike[2] = dict.fromkeys(fits, sure)
    variants = [[0], [1]]

    add_excerpts(variants, [0, 1], alike, {(0, 1): differing(((1, 2), (1, 2)))})

    assert variants == laid


def test_20_another_sentence_of_a_quotation_is_no_excerpt():
    elsewhere = Alike((slice(20, 30),), True)
    alike = {0: {2: elsewhere}, 1: {}, 2: {0: elsewhere}}
    variants = [[0], [1]]

    add_excerpts(variants, [0, 1], alike, {(0, 1): differing(((1, 2), (1, 2)))})

    assert variants == [[0], [1]]
