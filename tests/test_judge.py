"""What of a slot is compared, and who is accused."""

from itertools import combinations
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims.day_numbers import EARLIEST, LATEST
from factcheck.comparators import COMPARATORS, Held
from factcheck.lexicons import Verdict
from factcheck.rules.definition.rule import Compare
from factcheck.rules.engine.judge import MOST_VALUES, Validity, judge, judged

VAGUER = {"using": "titles", "fault": "broader"}
TITLES = COMPARATORS["taxonomy"](VAGUER)
OFFICES = ("foreign minister", "vice foreign minister", "minister", "official", "mayor")


class Said(NamedTuple):
    """A claim as these tests think of it: "A" is another way to print "a"."""

    printed: str
    document: int
    days: tuple[int, int]
    apart: tuple[frozenset[int], ...] = ()

    @property
    def value(self):
        return self.printed.lower()


class Table:
    """A comparator that answers what it was told; the first letters say most."""

    def __init__(self, verdicts):
        self.verdicts = verdicts

    def compare(self, left, right):
        return self.verdicts[frozenset((left.value.lower(), right.value.lower()))]

    def precision(self, held):
        return 0.0, held.value.lower()


def stretch(value, document=0, days=(1, 1), source=0, apart=()):
    return Validity(Held(value, value), *days, apart, source=source, lone=document)


def verdicts(letters="abcde"):
    pairs = [frozenset(pair) for pair in combinations(letters, 2)]
    return st.fixed_dictionaries({p: st.sampled_from(list(Verdict)) for p in pairs})


@st.composite
def slots(draw, values="abcdeABCDE", roles=(0, 1, 2)):
    """Return the claims of a slot that a rule keeps apart by some roles."""
    kept = st.frozensets(st.integers(1, 3), max_size=2)
    aparts = st.tuples(*[kept] * draw(st.sampled_from(roles)))
    day = st.integers(1, 9)
    days = st.tuples(day, day).map(lambda pair: tuple(sorted(pair)))
    said = st.builds(Said, st.sampled_from(values), st.integers(1, 4), days, aparts)
    return draw(st.lists(said, max_size=7))


def read(said, bits):
    """Read claims as the store tells them where only *bits* values fit into bits."""
    values = sorted({one.printed for one in said})
    bit = {value: 1 << n if n < bits else 0 for n, value in enumerate(values)}
    stretches = []
    for one in said:
        own = {other.printed for other in said if other.document == one.document}
        number = ord(one.value)
        stretches.append(
            Validity(
                Held(one.printed, one.printed, number, number),
                *one.days,
                one.apart,
                bit=bit[one.printed],
                mixed=sum(bit[value] for value in own) if len(own) > 1 else 0,
                lone=0 if all(bit[value] for value in own) else one.document,
                given=one,
            )
        )
    return stretches


def meet(one, other):
    """Ask whether two claims speak of one time, and of nothing that differs."""
    timely = one.days[0] <= other.days[1] and other.days[0] <= one.days[1]
    return timely and not kept_apart(one.apart, other.apart)


def kept_apart(one, other):
    return any(a and b and a.isdisjoint(b) for a, b in zip(one, other, strict=True))


def rivals(said, verdict, table):
    """Compare every claim with every other one: the pairs of values at odds."""
    told = {(one.document, one.value) for one in said}
    return {
        frozenset((one.value, other.value))
        for one, other in combinations(said, 2)
        if one.value != other.value
        and table[frozenset((one.value, other.value))] is verdict
        and (one.document, other.value) not in told
        and (other.document, one.value) not in told
        and meet(one, other)
    }


def joined(values, table):
    """Put each value to the first that it and all that joined them agree with."""
    variants = []
    for value in sorted(values):
        for some in variants:
            if all(table[frozenset((value, o))] is Verdict.COMPATIBLE for o in some):
                some.append(value)
                break
        else:
            variants.append([value])
    return variants


def days_of(times):
    return {day for low, high in times for day in range(low, high + 1)}


def told(found):
    """Return values by variant, those that are compatible, and if it is certain."""
    return found and (
        [[one.value.held.value.lower() for one in some] for some in found.variants],
        [value.held.value.lower() for value in found.compatible],
        found.certain,
    )


@settings(max_examples=300, deadline=None)
@given(slots(), verdicts(), st.booleans(), st.integers(0, 8))
def test_values_are_at_odds_as_claims_compared_one_by_one_are(
    said, table, unknown, bits
):
    certain = rivals(said, Verdict.CONFLICT, table)
    doubtful = rivals(said, Verdict.UNKNOWN, table) if unknown else set()
    accused = set().union(*(certain or doubtful))
    spared = sorted({one.value for one in said} - accused)

    found = judge(read(said, bits), Table(table), unknown)

    expected = joined(accused, table), spared, bool(certain)
    assert told(found) == (expected if accused else None)


def against(found):
    """Return of each value who disputes it on which days, by what is kept apart."""
    return {
        one.value.held.value.lower(): {
            some.apart: days_of(one.against(some.apart)) for some in one.value.stretches
        }
        for variant in (found.variants if found else [])
        for one in variant
    }


def disputed(found):
    return [
        [some.given for one in variant for some in one.disputed()]
        for variant in (found.variants if found else [])
    ]


@settings(max_examples=300, deadline=None)
@given(slots(), verdicts(), st.integers(0, 8))
def test_what_disputes_a_value_is_what_its_rivals_say(said, table, bits):
    odds = rivals(said, Verdict.CONFLICT, table)
    variants = joined(set().union(*odds), table)
    rival = {
        value: [one for one in said if frozenset((value, one.value)) in odds]
        for some in variants
        for value in some
    }

    found = judge(read(said, bits), Table(table))

    assert against(found) == {
        value: {
            one.apart: days_of(
                other.days for other in some if not kept_apart(one.apart, other.apart)
            )
            for one in said
            if one.value == value
        }
        for value, some in rival.items()
    }
    assert disputed(found) == [
        [
            one
            for value in some
            for one in said
            if one.value == value and any(meet(one, other) for other in rival[value])
        ]
        for some in variants
    ]


def test_times_that_meet_are_asked_about_once():
    found = judge(
        [
            stretch("east", 1, days=(1, 9)),
            stretch("west", 2, days=(4, 6)),
            stretch("west", 3, days=(1, 4)),
            stretch("west", 4, days=(2, 3)),
            stretch("west", 5, days=(8, 9)),
        ],
        COMPARATORS["exact"]({}),
    )

    ((east,), _) = found.variants
    assert east.against(()) == [(1, 6), (8, 9)]


def test_of_very_many_values_those_that_most_claims_give_are_compared():
    names = [f"value {n:03}" for n in range(MOST_VALUES)]
    apart = [
        stretch(name, n + m) for n, name in enumerate(names[::2]) for m in (1, 500)
    ]
    joined = [
        Validity(Held(name, name), 1, 1, (), lone=n + 1000, claims=2)
        for n, name in enumerate(names[1::2])
    ]

    found = judge(
        [stretch("a rare value", 9999), *apart, *joined], COMPARATORS["exact"]({})
    )

    assert told(found) == ([[name] for name in names], [], True)


NUMBER = {"abs": "0"}


@pytest.mark.parametrize(
    ("how", "values", "variants"),
    [
        pytest.param(
            COMPARATORS["number"](NUMBER),
            [Held("12", "a dozen", 12, 12), Held("12.0", "12", 12, 12)],
            None,
            id="numbers: by what they may be",
        ),
        pytest.param(
            COMPARATORS["number"](NUMBER),
            [Held("12", "12", 12, 12), Held("12", "12 or 13", 12, 13)],
            None,
            id="numbers that differ in the most they may be, and agree",
        ),
        pytest.param(
            COMPARATORS["number"](NUMBER),
            [Held("12", "12", 12, 12), Held("12", "twelve dozen", 144, 144)],
            ["12", "12"],
            id="numbers of one word that differ",
        ),
        pytest.param(
            COMPARATORS["exact"]({}),
            [Held("harbour", "Harbour"), Held("harbour", "HARBOUR")],
            None,
            id="words: by value, not as printed",
        ),
        pytest.param(
            COMPARATORS["set"]({}),
            [
                Held("ana", "Ana", members=frozenset({"ana", "bo"})),
                Held("ana", "Ana", members=frozenset({"ana", "eva"})),
            ],
            ["ana", "ana"],
            id="groups: by who is in them",
        ),
    ],
)
def test_equal_values_are_one(how, values, variants):
    said = [
        Validity(held, 1, 1, (), lone=document)
        for document, held in enumerate(values, start=1)
    ]

    found = judge(said, how)

    shown = found and [some[0].value.held.value for some in found.variants]
    assert shown == variants


def test_a_value_is_shown_as_the_first_claim_gives_it():
    said = [
        Validity(Held("12", "12", 12, 12), 1, 1, (), lone=1),
        Validity(Held("12.0", "twelve", 12, 12), 1, 1, (), lone=2),
        Validity(Held("40", "40", 40, 40), 1, 1, (), lone=3),
    ]

    found = judge(said, COMPARATORS["number"](NUMBER))

    shown = {one.value.held.label for some in found.variants for one in some}
    assert shown == {"12", "40"}


def vaguer(*stretches):
    compare = Compare.model_validate({"as": "taxonomy", **VAGUER})
    found = judged(stretches, TITLES, compare)
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


def test_a_vague_title_between_two_times_of_the_exact_one_is_held_to_both():
    found = vaguer(
        stretch("foreign minister", days=(1, 2), source=2),
        stretch("foreign minister", days=(8, 9), source=2),
        stretch("official", days=(5, 5), source=1),
    )

    assert found[1] == [("official", 1)]


def vague(said, exact):
    """Return the claims of the sources that only say less than one value."""
    own = within(one for one in said if one.value == exact)
    exacter = {o.document for o in said if not TITLES.is_broader(o.value, exact)}
    return [
        one
        for one in said
        if one.document not in exacter and any(meet(one, other) for other in own)
    ]


def within(said):
    """Stretch claims that are kept apart alike from the first to the last of them."""
    alike = {}
    for one in said:
        alike.setdefault(one.apart, []).append(one)
    return [
        some[0]._replace(
            days=(min(s.days[0] for s in some), max(s.days[1] for s in some))
        )
        for some in alike.values()
    ]


@settings(max_examples=400, deadline=None)
@given(slots(OFFICES))
def test_who_is_vague_is_told_for_the_most_exact_title_that_somebody_misses(said):
    titles = sorted({one.value for one in said}, key=lambda v: (-len(v), v))
    missed = next((title for title in titles if vague(said, title)), None)
    guilty = vague(said, missed) if missed else []
    taken = [title for title in titles if title in {one.value for one in guilty}]
    rest = [title for title in titles if title not in {missed, *taken}]
    compare = Compare.model_validate({"as": "taxonomy", **VAGUER})

    found = judged([of_source(one) for one in said], TITLES, compare)

    expected = (
        ([[missed], taken], rest, True),
        [
            [
                one
                for one in said
                if one.value == missed
                and not all(kept_apart(one.apart, other.apart) for other in guilty)
            ],
            sorted(guilty, key=lambda one: taken.index(one.value)),
        ],
    )
    assert (told(found), disputed(found)) == (expected if missed else (None, []))


def of_source(one):
    """Return a claim as a stretch of which only the source matters."""
    held = Held(one.value, one.value)
    return Validity(held, *one.days, one.apart, source=one.document, given=one)


def test_the_exact_title_is_shown_whenever_it_is_given():
    found = judged(
        [
            stretch("foreign minister", days=(EARLIEST, 1), source=2),
            stretch("foreign minister", days=(9, LATEST), source=3),
            stretch("official", days=(9, 9), source=1),
        ],
        TITLES,
        Compare.model_validate({"as": "taxonomy", **VAGUER}),
    )

    ((exact,), _) = found.variants
    assert exact.against(()) == [(EARLIEST, LATEST)]


def test_a_vague_title_in_another_body_is_not_held_to_the_exact_one():
    here, there = (frozenset({1}),), (frozenset({2}),)

    found = vaguer(
        stretch("foreign minister", source=2, apart=here),
        stretch("foreign minister", source=3, apart=there),
        stretch("official", source=1, apart=there),
    )

    assert found == [[("foreign minister", 3)], [("official", 1)]]
    assert not vaguer(
        stretch("foreign minister", source=2, apart=here),
        stretch("official", source=1, apart=there),
    )
