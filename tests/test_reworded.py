"""Sentences of a quotation in other words."""

import pytest

from factcheck.comparators.quotation_words import words_of
from factcheck.comparators.reworded import reworded_pairs

TOLD = (
    "Not only has river trade returned to earlier levels, but the regional downturn,"
    " growing competition and lost ships have reduced our earnings."
)


def pairs(left, right):
    """Return the pairs among two quotations, and what differs."""
    found = reworded_pairs([words_of(left), words_of(right)])
    return [
        (n, m, [(change.before, change.after) for change in shared.changes])
        for n, m, shared in found
    ]


def test_what_differs_stands_between_the_words_in_common():
    other = (
        "River trade has returned to earlier levels, and a regional slowdown, growing"
        " competition and lost ships lowered earnings."
    )

    ((n, m, changes),) = pairs(TOLD, other)

    assert (n, m) == (0, 1)
    assert ("downturn", "slowdown") in changes


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("River trade has returned to earlier levels.", id="too little"),
        pytest.param(
            "Growing competition in the region reduced what our ships earn, and trade"
            " with nobody on the lake or by rail made up for it this year.",
            id="too few of many words",
        ),
        pytest.param("", id="nothing"),
        pytest.param(
            "Trade returned. Levels rose. Competition grew. Ships got lost. Earnings"
            " fell.",
            id="spread over sentences",
        ),
    ],
)
def test_other_sentences_are_not_the_same_in_other_words(other):
    assert pairs(TOLD, other) == []
    assert pairs(other, TOLD) == []
