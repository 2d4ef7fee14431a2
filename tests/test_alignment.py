"""Two printings of one quotation side by side: what they share, what was changed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.comparators.near import align
from factcheck.comparators.quotation_words import words_of
from factcheck.comparators.quoted import QuoteAlignment
from factcheck.rules.checks.quotation_pairs import (
    COMMON,
    FEW,
    candidates,
    enough_shared,
    shingles_of,
)


def laid(left, right):
    return align(words_of(left), words_of(right))


def changes(left, right):
    """Return what differs; None where the two are not the same words."""
    shared = laid(left, right)
    return shared and [(c.before, c.after) for c in shared.changes]


def turned(told):
    return told and [(after, before) for before, after in told]


LONG_LEFT = "because ships need deep water near every northern town"
LONG_RIGHT = "whatever lawyers write about money during long winter nights"


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        pytest.param(
            "rebuild the old harbour", "They rebuild the old harbour", [], id="4 words"
        ),
        pytest.param("the old harbour", "See the old harbour", None, id="3 words"),
        pytest.param(
            "we want our harbour", "Now we want our harbour", [], id="2 that tell"
        ),
        pytest.param(
            "what we are is what we want",
            "so what we are is what we want",
            None,
            id="7, of which 1 tells",
        ),
        pytest.param(
            "what we are is what we will be",
            "so what we are is what we will be",
            [],
            id="8 that say nothing",
        ),
        pytest.param(
            "rebuild the old harbour for nobody but ourselves",
            "rebuild the old harbour whatever it may cost them all",
            [],
            id="half of the shorter",
        ),
        pytest.param(
            "rebuild the old harbour for nobody here but ourselves",
            "rebuild the old harbour whatever it may cost them all",
            None,
            id="less than half",
        ),
        pytest.param(
            f"we will rebuild the old harbour for you {LONG_LEFT}",
            f"we will rebuild the old harbour for you {LONG_RIGHT}",
            [],
            id="8 of many, of which 3 tell",
        ),
        pytest.param(
            f"we will be here at the old harbour {LONG_LEFT}",
            f"we will be here at the old harbour {LONG_RIGHT}",
            None,
            id="8 of many, of which 2 tell",
        ),
        pytest.param(
            f"we will rebuild the old harbour for {LONG_LEFT}",
            f"we will rebuild the old harbour for {LONG_RIGHT}",
            None,
            id="7 of many",
        ),
        pytest.param(
            "rebuild the northern road harbour bridge",
            "rebuild the southern line harbour bridge",
            [("northern road", "southern line")],
            id="as many changed as agree",
        ),
        pytest.param(
            "rebuild the northern road harbour bridge",
            "rebuild the whole southern line harbour bridge",
            None,
            id="more changed than agree",
        ),
        pytest.param(
            "we want nothing our harbour",
            "we want back our harbour",
            [("nothing", "back")],
            id="half as many changed as agree, 2 tell",
        ),
        pytest.param(
            "we want nothing our harbour",
            "we want back again our harbour",
            None,
            id="more than half, 2 tell",
        ),
    ],
)
def test_how_much_has_to_agree(left, right, told):
    assert changes(left, right) == told
    assert changes(right, left) == turned(told)


def test_what_two_printings_share():
    shared = laid(
        "Nobody asked us. We will rebuild the old harbour. Go home.",
        "we will rebuild the old harbour for you and for everybody",
    )

    assert shared == QuoteAlignment(6, 6 / 11, (), (slice(3, 9),), (slice(0, 6),))


def test_a_long_quotation_of_few_different_words_is_aligned():
    refrain = "we shall win and our harbour will be free again " * 21

    assert laid(f"Once more: {refrain}", refrain).words == 210


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        pytest.param("bcdefg hjk z", "bcdefg mnp z", [("h j k", "m n p")], id="3 off"),
        pytest.param("bcdefg hjkl z", "bcdefg mnpq z", [], id="a stray one behind"),
        pytest.param("z hjkl bcdefg", "z mnpq bcdefg", [], id="a stray one before"),
        pytest.param(
            "bcdefg x hjk mnpq z",
            "bcdefg y hjk rtuv z",
            [("x", "y")],
            id="a stray one behind what belongs",
        ),
        pytest.param(
            "z mnpq hjk x bcdefg",
            "z rtuv hjk y bcdefg",
            [("x", "y")],
            id="a stray one before what belongs",
        ),
        pytest.param(
            "bcdefg hjkl yz",
            "bcdefg mnpq yz",
            [("h j k l", "m n p q")],
            id="2 words 4 off",
        ),
        pytest.param("0123456789 bcdef yz", "0123456789 hjklm yz", [], id="2 words 5"),
        pytest.param(
            "bcdefg 012345678 wxyz",
            "bcdefg wxyz",
            [("0 1 2 3 4 5 6 7 8", "")],
            id="many words left out",
        ),
        pytest.param(
            "bcdefg 012345678 wxyz", "bcdefg h wxyz", [], id="one word instead of many"
        ),
        pytest.param("01234 bcdefg hjkl z", "bcdefg mnp z", [], id="more before"),
        pytest.param("bcdefg hjkl z", "uvwxy bcdefg mnp z", [], id="more before it"),
        pytest.param("bcdefg hjk z", "uvwxy bcdefg mnpq z", [], id="more before this"),
        pytest.param("01234 bcdefg hjk z", "bcdefg mnpq z", [], id="more before that"),
        pytest.param(
            "z hjk bcd x efg", "z mnp bcd y efg", [("x", "y")], id="firm words behind"
        ),
        pytest.param(
            "bcd x efg hjk z", "bcd y efg mnp z", [("x", "y")], id="firm words before"
        ),
    ],
)
def test_how_far_apart_words_of_one_quotation_stand(left, right, told):
    spaced = " ".join(left.replace(" ", "")), " ".join(right.replace(" ", ""))

    assert changes(*spaced) == told
    assert changes(*reversed(spaced)) == turned(told)


BRIDGE = "open the old bridge to everybody here"


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        pytest.param(
            f"He may {BRIDGE}",
            f"we hope they will {BRIDGE}",
            [("He may", "they will")],
            id="as many words at the beginning as the shorter has",
        ),
        pytest.param(
            f"All hope they will {BRIDGE}",
            f"he may {BRIDGE}",
            [("they will", "he may")],
            id="the longer one is first",
        ),
        pytest.param(
            f"Each of us may {BRIDGE}",
            f"Now they must {BRIDGE}",
            [("of us may", "Now they must")],
            id="three words at the beginning",
        ),
        pytest.param(
            f"Each of us may {BRIDGE}",
            f"By now they must {BRIDGE}",
            [],
            id="four are other words around it",
        ),
        pytest.param(
            f"{BRIDGE} tomorrow",
            f"{BRIDGE} until next June",
            [("tomorrow", "until next June")],
            id="a few words at the end",
        ),
        pytest.param(
            f"{BRIDGE} before next June",
            f"{BRIDGE} tomorrow",
            [("before next June", "tomorrow")],
            id="the longer one ends first",
        ),
        pytest.param(
            f"Wait. {BRIDGE}", f"They {BRIDGE}", [], id="one begins a sentence"
        ),
        pytest.param(
            f"Go. {BRIDGE}", f"Come. {BRIDGE}", [], id="both begin a sentence"
        ),
        pytest.param(
            f"{BRIDGE}. Later", f"{BRIDGE} tomorrow", [], id="one ends a sentence"
        ),
        pytest.param(
            f"{BRIDGE} again", f"{BRIDGE}. Later", [], id="the other ends a sentence"
        ),
        pytest.param(
            f"We'll {BRIDGE}",
            f"We may {BRIDGE}",
            [("We'll", "We may")],
            id="half of a contraction",
        ),
        pytest.param(
            f"we d***ed {BRIDGE}", f"we damned {BRIDGE}", [], id="masked inside"
        ),
        pytest.param(
            f"a harbor they damned {BRIDGE}",
            f"a harbour they d***ed {BRIDGE}",
            [],
            id="masked inside the other",
        ),
        pytest.param(f"d***ed {BRIDGE}", f"damned {BRIDGE}", [], id="masked before"),
        pytest.param(f"{BRIDGE} d***ed", f"{BRIDGE} damned", [], id="masked behind"),
        pytest.param(
            f"again {BRIDGE} damned", f"{BRIDGE} d***ed", [], id="the other is masked"
        ),
        pytest.param(
            f"{BRIDGE} d***ed",
            f"{BRIDGE} blasted",
            [("d***ed", "blasted")],
            id="masked, and another word",
        ),
        pytest.param(f"{BRIDGE} web site", f"{BRIDGE} website", [], id="as one word"),
        pytest.param(
            f"{BRIDGE} web site",
            f"{BRIDGE} websites",
            [("web site", "websites")],
            id="not as one word",
        ),
        pytest.param(
            f"a website {BRIDGE}",
            f"by some web site {BRIDGE}",
            [],
            id="as one word in the first",
        ),
        pytest.param(
            f"by some web site {BRIDGE}",
            f"website {BRIDGE}",
            [],
            id="as one word before",
        ),
        pytest.param(
            f"{BRIDGE} ever after all", f"{BRIDGE} everafterall", [], id="three as one"
        ),
        pytest.param(
            f"[They] {BRIDGE}", f"He {BRIDGE}", [], id="a clarification before it"
        ),
        pytest.param(
            f"{BRIDGE} [then]", f"{BRIDGE} tomorrow", [], id="a clarification behind"
        ),
    ],
)
def test_words_at_the_edges(left, right, told):
    assert changes(left, right) == told
    assert changes(right, left) == turned(told)


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        pytest.param(
            "The town is tired. Nobody at all listens. We want our harbour back.",
            "The town is tired, we want our harbour back.",
            [],
            id="whole sentences left out before a comma",
        ),
        pytest.param(
            "The harbor town is tired. Really. We want our bridge back.",
            "The harbour town is tired, we want our bridge back.",
            [],
            id="a sentence of one word left out",
        ),
        pytest.param(
            "The town is tired of it. We want our harbour back.",
            "The town is tired. We want our harbour back.",
            [("of it", "")],
            id="the end of a sentence left out",
        ),
        pytest.param(
            "The town is tired. Honestly we want our harbour back.",
            "The town is tired. We want our harbour back.",
            [("Honestly", "")],
            id="the beginning of a sentence left out",
        ),
        pytest.param(
            "The town is tired … we want our harbour back",
            "The town is tired … honestly we want our harbour back",
            [],
            id="beside an ellipsis of both",
        ),
        pytest.param(
            "The town is tired and we … want our harbour back",
            "The town is tired and honestly we … want our harbour back",
            [("", "honestly")],
            id="not beside the ellipsis of both",
        ),
        pytest.param(
            "The town is tired [and] we want our harbour",
            "The town is tired and we want our harbour",
            [],
            id="a little word in brackets, printed without them",
        ),
        pytest.param(
            "The town is tired [and] we want our harbour",
            "The town is tired we want our harbour",
            [],
            id="a little word in brackets, not printed",
        ),
        pytest.param(
            "The town is tired [and] we want our harbour",
            "The town is tired or we want our harbour",
            [("[and]", "or")],
            id="another little word in brackets",
        ),
        pytest.param(
            "The town is tired [of them] so we want our harbour",
            "The town is tired because we want our harbour",
            [],
            id="a clarification stands for anything",
        ),
        pytest.param(
            "The town is tired [of] the new web site we want our harbour",
            "The town is tired of the new website we want our harbour",
            [],
            id="written together",
        ),
        pytest.param(
            "The town is tired of the new web site we want",
            "The town is tired of the new websites we want",
            [("web site", "websites")],
            id="written together, and another word",
        ),
    ],
)
def test_words_in_between(left, right, told):
    assert changes(left, right) == told
    assert changes(right, left) == turned(told)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("It cost £6bn that year", "It cost £6 billion that year", id="bn"),
        pytest.param("It cost $7 that year", "It cost seven dollars that year", id="$"),
        pytest.param("It cost €30m a year", "It cost 30 million euros a year", id="m"),
        pytest.param(
            "The next 9km are bad", "The next nine kilometres are bad", id="km"
        ),
        pytest.param("Our 9th bad road", "Our ninth bad road", id="9th"),
        pytest.param("A naïve old plan", "A naive old plan", id="accents"),
        pytest.param("Ships & boats sank", "Ships and boats sank", id="&"),
        pytest.param("All 21 old boats", "All twenty-one old boats", id="twenty-one"),
        pytest.param("Pay the d--- old bill", "Pay the damn old bill", id="hyphens"),
        pytest.param("Pay the b—y old bill", "Pay the bloody old bill", id="a dash"),
        pytest.param(
            "Such bulls--- again, dear friends",
            "Such bullshit again, dear friends",
            id="a tail",
        ),
        pytest.param("It cost $3 mn a year", "It cost $3 million a year", id="mn"),
        pytest.param("It cost 50p each day", "It cost 50 pence each day", id="p"),
        pytest.param("We drove 50mph", "We drove 50 miles per hour", id="mph"),
        pytest.param("We drove 50 km/h", "We drove 50 kph", id="km/h"),
        pytest.param("Our 21st bad road", "Our twenty-first bad road", id="21st"),
        pytest.param("The old ’90s plan", "The old 1990s plan", id="a decade"),
        pytest.param("Some 3.5 bad miles", "Some three and a half bad miles", id="3.5"),
        pytest.param(
            "The harbour cost half a million",
            "The harbour cost 500,000",
            id="half a million",
        ),
        pytest.param(
            "All 2,005 old boats", "All two thousand and five old boats", id="2,005"
        ),
        pytest.param("We saw No. 10 burn", "We saw Number 10 burn", id="No."),
        pytest.param("It was -5°C at sea", "It was minus 5C at sea", id="minus"),
        pytest.param(
            "The harbour cost 2,5 million",
            "The harbour cost 2.5 million",
            id="a decimal comma",
        ),
        pytest.param("Come at 7:30pm to us", "Come at 7.30 p.m. to us", id="a time"),
        pytest.param("On 5th January we met", "On 5 January we met", id="5th January"),
        pytest.param("After World War II", "After World War Two", id="a roman number"),
        pytest.param(
            "The boats are, uh, in the harbour",
            "The boats are in the harbour",
            id="hesitation",
        ),
    ],
)
def test_house_style_is_no_change(left, right):
    assert changes(left, right) == []


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        pytest.param(
            "It cost £6bn that year",
            "It cost £6m that year",
            [("£6bn", "£6m")],
            id="another scale",
        ),
        pytest.param(
            "It cost $7 that year",
            "It cost £7 that year",
            [("$7", "£7")],
            id="another currency",
        ),
        pytest.param(
            "Pay the d--- old bill",
            "Pay the rotten old bill",
            [("d---", "rotten")],
            id="a mask of another word",
        ),
        pytest.param(
            "The boats drove at 50mph",
            "The boats drove at 60 miles per hour",
            [("50", "60")],
            id="another speed",
        ),
        pytest.param(
            "All six and seven old harbour boats",
            "All thirteen old harbour boats",
            [("six and seven", "thirteen")],
            id="two numbers are no sum",
        ),
        pytest.param(
            "They left the harbour the 5th time",
            "They left the harbour the 5 time",
            [("5th", "5")],
            id="an ordinal that is no date",
        ),
    ],
)
def test_house_style_hides_no_change(left, right, told):
    assert changes(left, right) == told


def test_every_sentence_is_laid_beside_its_like():
    left = "We will build the long bridge. Nobody has to leave the harbour today."
    right = (
        "I thank you all for coming here at this hour. Nobody had to leave the harbour "
        "today. We shall build the long bridge."
    )

    assert sorted(changes(left, right)) == [("has", "had"), ("will", "shall")]


VOCABULARY = [
    *("harbour", "bridge", "town", "tired", "will", "may", "open", "old"),
    *("the", "of", "and", "…", "[and]", "d***"),
]
WORDS = st.lists(st.sampled_from(VOCABULARY), min_size=2, max_size=12)
MARKS = st.sampled_from(["", ". "])


@settings(deadline=None)
@given(WORDS, WORDS, WORDS, WORDS, MARKS, MARKS)
def test_which_of_two_quotations_is_first_does_not_matter(
    before, behind, ours, theirs, here, there
):
    left = f"{' '.join([*before, *ours])}{here} {' '.join(behind)}"
    right = f"{' '.join([*before, *theirs])}{there} {' '.join(behind)}"

    there_and_back = laid(right, left)

    assert laid(left, right) == (there_and_back and there_and_back.turned())


@pytest.mark.parametrize(
    ("shared", "left", "right", "enough"),
    [
        pytest.param(1, 8, 20, True, id="an eighth of the shorter"),
        pytest.param(1, 9, 9, False, id="a ninth"),
        pytest.param(2, 20, 16, True, id="the second is shorter"),
    ],
)
def test_how_many_rows_of_words_make_a_candidate(shared, left, right, enough):
    assert enough_shared(shared, left, right) is enough


def test_rows_of_three_words_without_what_stands_for_others():
    assert shingles_of(words_of("the old … bridge [will] open")) == {
        ("the", "old", "bridge"),
        ("old", "bridge", "open"),
    }
    assert shingles_of(words_of("old bridge")) == set()


@pytest.mark.parametrize("many", [COMMON, COMMON + 20])
def test_an_odd_quotation_among_very_many_others_finds_some(many):
    others = [words_of(f"the bridge will open for day{'x' * n}") for n in range(many)]
    odd = words_of("the bridge will open for nobody")

    pairs = [pair for pair in candidates([*others, odd]) if many in pair]

    assert len(pairs) == (many if many < COMMON else FEW)
