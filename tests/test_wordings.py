"""How wordings of one quotation are laid out."""

import pytest

from factcheck.comparators.quotation_words import words_of
from factcheck.comparators.quoted import QuoteAlignment, WordChange
from factcheck.rules.checks.quotation_variants import (
    SimilarQuotations,
    add_excerpts,
    disputed_parts,
    most_telling,
    severity_of,
)
from factcheck.rules.definition.load import load_rules


def differing(*places):
    """Return what two quotations share that differ at some places of each."""
    changes = tuple(
        WordChange("will", "may", slice(*ours), slice(*theirs))
        for ours, theirs in places
    )
    return QuoteAlignment(8, 0.8, changes, (slice(0, 9),), (slice(0, 9),))


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
    sure = SimilarQuotations((slice(0, 5),), True)
    alike = {n: {2: sure} if n in fits else {} for n in (0, 1)}
    alike[2] = dict.fromkeys(fits, sure)
    variants = [[0], [1]]

    add_excerpts(variants, [0, 1], alike, {(0, 1): differing(((1, 2), (1, 2)))})

    assert variants == laid


def test_20_another_sentence_of_a_quotation_is_no_excerpt():
    elsewhere = SimilarQuotations((slice(20, 30),), True)
    alike = {0: {2: elsewhere}, 1: {}, 2: {0: elsewhere}}
    variants = [[0], [1]]

    add_excerpts(variants, [0, 1], alike, {(0, 1): differing(((1, 2), (1, 2)))})

    assert variants == [[0], [1]]


@pytest.mark.parametrize(
    ("pairs", "words"),
    [
        pytest.param([("open", "shut")], 20, id="twenty words and one change"),
        pytest.param([("open", "shut"), ("old", "new")], 25, id="ten for each change"),
    ],
)
def test_two_translators_do_not_agree_in_so_many_words(pairs, words):
    assert severity_between(pairs, words) == "error"


@pytest.mark.parametrize(
    ("pairs", "words", "severity"),
    [
        pytest.param([("open", "shut")], 12, "warning", id="other words"),
        pytest.param([("40", "50")], 12, "error", id="a number"),
        pytest.param([("not", "")], 12, "error", id="a negation"),
        pytest.param([("Lima", "Quito")], 12, "error", id="a name"),
        pytest.param([("child", "children")], 12, "error", id="one or several"),
        pytest.param([("the", "")], 12, "warning", id="a little word"),
        pytest.param([("also", ""), ("", "also")], 12, "note", id="moved"),
    ],
)
def test_how_much_changes_in_translations_matter(pairs, words, severity):
    assert severity_between(pairs, words) == severity


def severity_between(pairs, words):
    """Return the severity of changes between what may be two translations."""
    rule = next(rule for rule in load_rules() if rule.id == "altered-quotation")
    changes = tuple(WordChange(*pair, slice(0, 1), slice(0, 1)) for pair in pairs)
    shared = QuoteAlignment(words, 0.9, changes, (slice(0, 30),), (slice(0, 30),))
    left = words_of("we will rebuild the old harbour of the town")
    moved = {before for before, _ in pairs} == {after for _, after in pairs}
    right = left if moved else words_of("we will rebuild the old harbour of our town")
    return severity_of(rule, [0, 1], {(0, 1): shared}, [left, right], lambda n, m: True)
