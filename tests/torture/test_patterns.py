"""No pattern's work grows faster than the text, whatever the text."""

import re

import pytest
from patterns import all_patterns, chokes_on

PATTERNS = all_patterns()


def test_patterns_are_found_wherever_they_are_made():
    names = " ".join(PATTERNS)

    assert len(PATTERNS) > 100
    assert "extraction.boilerplate.TEASER" in names
    assert "extraction.times.finding.GRAMMAR" in names
    assert "numbers.py:" in names


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_is_linear(name):
    assert chokes_on(PATTERNS[name]) is None


@pytest.mark.parametrize(
    "planted",
    [
        pytest.param(r"(?:a+)+b", id="nested repetition"),
        pytest.param(r"\s*\n", id="a run looked at from each of its places"),
        pytest.param(r"[a-z]+(?: [a-z]+)*@", id="to the end from each word"),
        pytest.param(r"(?:\d|\d,)+x", id="two readings of one text"),
    ],
)
def test_a_catastrophic_pattern_is_noticed(planted):
    assert chokes_on(re.compile(planted)) is not None
