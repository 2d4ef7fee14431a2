"""Documents that break linking are left out and reported; the others are linked."""

import pytest

from factcheck.errors import UsageError
from factcheck.resolution.relating import MOST_DROPPED, linked_without_faults
from tests.make import extraction

NAMES = [f"d{n:02}" for n in range(24)]
DOCUMENTS = [extraction(id=name) for name in NAMES]


def unless(*bad):
    """Make a function that fails where all of some documents come together."""

    def link(extractions):
        there = {one.document.id for one in extractions}
        for pair in bad:
            if set(pair) <= there:
                raise TypeError("unhashable")
        return sorted(there)

    return link


@pytest.mark.parametrize(
    ("bad", "left_out"),
    [
        pytest.param([], [], id="none"),
        pytest.param([("d00",)], ["d00"], id="the first by itself"),
        pytest.param([("d23",)], ["d23"], id="the last by itself"),
        pytest.param([("d03", "d17")], ["d17"], id="a pair"),
        pytest.param([("d03", "d17"), ("d05", "d09")], ["d09", "d17"], id="two pairs"),
        pytest.param([("d03", "d17"), ("d03",)], ["d03"], id="one of a pair"),
    ],
)
def test_what_breaks_linking_is_left_out(bad, left_out):
    faults = {}

    linked = linked_without_faults("linking", unless(*bad), DOCUMENTS, faults)

    assert sorted(faults) == left_out
    assert linked == [name for name in NAMES if name not in left_out]


def test_the_reason_says_what_failed():
    faults = {}

    linked_without_faults("comparing events", unless(("d04",)), DOCUMENTS, faults)

    assert str(faults["d04"]) == (
        "comparing events failed (TypeError: unhashable); to see where, set"
        " FACTCHECK_DEBUG=1"
    )


def test_where_very_many_fail_the_rest_is_left_out():
    faults = {}

    linked = linked_without_faults(
        "linking", unless(*[(name,) for name in NAMES[4:]]), DOCUMENTS, faults
    )

    assert linked == NAMES[:4]
    assert len(faults) == len(NAMES) - 4 > MOST_DROPPED


def test_what_a_user_can_fix_is_raised():
    def link(extractions):
        raise UsageError("no such thing")

    with pytest.raises(UsageError):
        linked_without_faults("linking", link, DOCUMENTS, {})
