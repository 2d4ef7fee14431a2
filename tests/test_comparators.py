"""When two values of a slot conflict: both ways round, and with values missing."""

import re

import pytest

from factcheck.comparators import COMPARATORS, Held
from factcheck.comparators.near import align
from factcheck.comparators.quotation_words import words_of
from factcheck.comparators.quoted_phrases import align_phrase
from factcheck.comparators.spelling import may_share_bearer
from factcheck.lexicons import Verdict
from factcheck.rules.checks.quotation_pairs import candidates

COMPATIBLE, CONFLICT, UNKNOWN = Verdict.COMPATIBLE, Verdict.CONFLICT, Verdict.UNKNOWN


def held(value, low=None, high=None, entity=None, members=()):
    return Held(str(value), str(value), low, high, entity, frozenset(members))


def number(least, most=None):
    return held(least, float(least), float(least if most is None else most))


NOTHING = held("a few")


@pytest.mark.parametrize(
    ("name", "options", "left", "right", "verdict"),
    [
        pytest.param("exact", {}, held("a"), held("a"), COMPATIBLE, id="same value"),
        pytest.param("exact", {}, held("a"), held("b"), CONFLICT, id="other value"),
        pytest.param(
            "exact",
            {"by": "entity"},
            held("A.", entity="person:a"),
            held("B. J.", entity="person:b"),
            UNKNOWN,
            id="nothing but initials",
        ),
        pytest.param(
            "exact",
            {"by": "entity"},
            held("Duval", entity="person:ana"),
            held("the mayor", entity="person:ana"),
            COMPATIBLE,
            id="one person under two words",
        ),
        pytest.param(
            "exact",
            {"by": "entity"},
            held("Ana Duval", entity="person:ana"),
            held("Bo Okoro", entity="person:bo"),
            CONFLICT,
            id="two people",
        ),
        pytest.param(
            "exact",
            {"by": "entity"},
            held("Ana Duval", entity="person:ana"),
            held("Duval", entity="person:duval"),
            UNKNOWN,
            id="perhaps one person",
        ),
        pytest.param(
            "exact",
            {"by": "entity"},
            held("Duval", entity="person:ana"),
            held("an aide"),
            UNKNOWN,
            id="nobody knows who is meant",
        ),
        pytest.param(
            "exact",
            {"by": "name"},
            held("Duval", entity="person:ana"),
            held("the mayor", entity="person:ana"),
            COMPATIBLE,
            id="one person by name",
        ),
        pytest.param(
            "exact",
            {"by": "name"},
            held("Duval"),
            held("Ana Duval"),
            UNKNOWN,
            id="names that nobody resolved, perhaps of one person",
        ),
        pytest.param(
            "exact",
            {"by": "name"},
            held("Bo Okoro"),
            held("Ana Duval"),
            CONFLICT,
            id="names that nobody resolved, of two people",
        ),
        pytest.param("number", {}, number(5), number(5), COMPATIBLE, id="same number"),
        pytest.param("number", {}, number(0), number(1), CONFLICT, id="none and one"),
        pytest.param(
            "number", {"abs": "1"}, number(-1), number(0), COMPATIBLE, id="below nought"
        ),
        pytest.param(
            "number", {}, number(5, 9), number(5), COMPATIBLE, id="the least of some"
        ),
        pytest.param(
            "number", {"abs": "1"}, number(0, 10), number(11), COMPATIBLE, id="up to"
        ),
        pytest.param(
            "number", {}, held("5", low=5.0), number(5), UNKNOWN, id="least alone"
        ),
        pytest.param(
            "number", {}, held("5", high=5.0), number(5), UNKNOWN, id="most alone"
        ),
        pytest.param(
            "number",
            {"differ": "note"},
            held("dozens", low=24.0, high=1e300),
            held("at least 81", low=81.0, high=1e300),
            COMPATIBLE,
            id="dozens and a lower bound",
        ),
        pytest.param(
            "number",
            {"differ": "note"},
            held("at least 41", low=41.0, high=1e300),
            held("at least 81", low=81.0, high=1e300),
            UNKNOWN,
            id="two lower bounds",
        ),
        pytest.param("number", {}, number(5), number(6), CONFLICT, id="other number"),
        pytest.param(
            "number",
            {},
            number(95, 105),
            number(104),
            COMPATIBLE,
            id="within what a rounded number stands for",
        ),
        pytest.param(
            "number",
            {},
            number(95, 105),
            number(106),
            CONFLICT,
            id="beyond what a rounded number stands for",
        ),
        pytest.param(
            "number", {"abs": "1"}, number(54), number(55), COMPATIBLE, id="a birthday"
        ),
        pytest.param(
            "number",
            {},
            number(100, 1e300),
            number(120),
            COMPATIBLE,
            id="at least a hundred",
        ),
        pytest.param(
            "number",
            {},
            number(100, 1e300),
            number(90),
            CONFLICT,
            id="fewer than at least",
        ),
        pytest.param("number", {}, NOTHING, number(3), UNKNOWN, id="no number"),
        pytest.param(
            "interval",
            {},
            held("2018", 1, 365),
            held("day", 12, 12),
            COMPATIBLE,
            id="a year and its day",
        ),
        pytest.param(
            "interval",
            {},
            held("a", 12, 12),
            held("b", 13, 13),
            CONFLICT,
            id="two days",
        ),
        pytest.param(
            "interval",
            {"abs": "1"},
            held("a", 12, 12),
            held("b", 13, 13),
            COMPATIBLE,
            id="two days around midnight",
        ),
        pytest.param("day", {}, held("a", 5), held("b", 5), UNKNOWN, id="days, open"),
        pytest.param(
            "day", {}, held("a", 5, 5), held("b", 6, 6), CONFLICT, id="next day"
        ),
        pytest.param(
            "day", {}, held("a", 1, 9), held("b", 6, 6), COMPATIBLE, id="its month"
        ),
        pytest.param("interval", {}, NOTHING, held("a", 1, 2), UNKNOWN, id="undated"),
        pytest.param(
            "interval", {}, held("a", 1), held("b", 1, 2), UNKNOWN, id="no last day"
        ),
        pytest.param(
            "interval", {}, held("a", None, 2), held("b", 1, 2), UNKNOWN, id="no first"
        ),
        pytest.param(
            "taxonomy",
            {"using": "titles"},
            held("official"),
            held("foreign minister"),
            COMPATIBLE,
            id="a vaguer title",
        ),
        pytest.param(
            "taxonomy",
            {"using": "titles"},
            held("foreign minister"),
            held("vice foreign minister"),
            CONFLICT,
            id="an office and its deputy",
        ),
        pytest.param(
            "taxonomy",
            {"using": "titles"},
            held("foreign minister"),
            held("grand poobah"),
            UNKNOWN,
            id="no such title",
        ),
        pytest.param(
            "taxonomy",
            {"using": "titles", "fault": "broader"},
            held("senior diplomat"),
            held("vice foreign minister"),
            CONFLICT,
            id="looking for vaguer titles",
        ),
        pytest.param(
            "taxonomy",
            {"using": "titles", "fault": "broader"},
            held("foreign minister"),
            held("vice foreign minister"),
            UNKNOWN,
            id="neither is vaguer",
        ),
        pytest.param(
            "taxonomy",
            {"using": "titles", "fault": "broader"},
            held("foreign minister"),
            held("foreign minister"),
            COMPATIBLE,
            id="neither of two like titles is vaguer",
        ),
        pytest.param(
            "set",
            {},
            held("", members="ab"),
            held("", members="ab"),
            COMPATIBLE,
            id="the same guests",
        ),
        pytest.param(
            "set", {}, held("", members="a"), held("", members="b"), UNKNOWN, id="one"
        ),
        pytest.param(
            "set",
            {},
            held("", members="abc"),
            held("", members="ade"),
            UNKNOWN,
            id="two other guests",
        ),
        pytest.param(
            "set",
            {},
            held("", members="ab"),
            held("", members="abc"),
            COMPATIBLE,
            id="a guest left out",
        ),
        pytest.param(
            "set",
            {},
            held("", members="ab"),
            held("", members="ac"),
            CONFLICT,
            id="another guest",
        ),
        pytest.param(
            "set",
            {},
            held("", members="ab"),
            held("", members="cd"),
            UNKNOWN,
            id="other people",
        ),
        pytest.param(
            "set", {}, held("x"), held("", members="ab"), UNKNOWN, id="unresolved"
        ),
    ],
)
def test_truth_table(name, options, left, right, verdict):
    comparator = COMPARATORS[name](options)

    assert comparator.compare(left, right) is verdict
    assert comparator.compare(right, left) is verdict


ROW = re.compile(
    r"^\s*\| (.+?) \| (.+?) \| (compatible|conflict|unknown)(?: in (\w+))? \|$"
)


def tables():
    """Return the rows of the tables that comparators of words have as their manual."""
    for name in ("aligned", "misspelt", "near", "paraphrase"):
        rows = map(ROW.match, (COMPARATORS[name].__doc__ or "").splitlines())
        for row in filter(None, rows):
            left, right, verdict, by = row.groups()
            options = {"by": by or "number"} if name == "aligned" else {}
            yield pytest.param(
                name,
                options,
                left,
                right,
                Verdict[verdict.upper()],
                id=f"{name}: {left}",
            )


@pytest.mark.parametrize(("name", "options", "left", "right", "verdict"), [*tables()])
def test_the_manual_of_a_comparator_is_right(name, options, left, right, verdict):
    comparator = COMPARATORS[name](options)

    assert comparator.compare(held(left), held(right)) is verdict
    assert comparator.compare(held(right), held(left)) is verdict


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        pytest.param(
            "We will not sell our 40 old wooden ships by June",
            "They refused to sell their 40 old wooden ships by June",
            COMPATIBLE,
            id="a verb that denies",
        ),
        pytest.param(
            "We will not sell our 40 old wooden ships by June",
            "They will sell their 40 old wooden ships by June",
            CONFLICT,
            id="no denial",
        ),
    ],
)
def test_paraphrases(left, right, verdict):
    comparator = COMPARATORS["paraphrase"]({})

    assert comparator.compare(held(left), held(right)) is verdict


def test_long_phrases_are_compared_as_quotations_only():
    phrase = words_of("one bold and two new and three old plans")

    assert align_phrase(phrase, phrase) is None


def test_every_comparator_of_words_has_such_a_table():
    assert len({one.values[0] for one in tables()}) == 4


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        pytest.param("Dr", "Ana Duval", UNKNOWN, id="no name"),
        pytest.param("Ana, Duval", "ana duval", COMPATIBLE, id="marks and capitals"),
        pytest.param("Ana Duval Jr", "Ana Duval", COMPATIBLE, id="an ending"),
        pytest.param("Duval", "Duvals", COMPATIBLE, id="a family"),
        pytest.param("Duval", "Okoro", UNKNOWN, id="other surnames"),
        pytest.param("A. Duvalier", "Duvalyer", CONFLICT, id="a surname alone"),
        pytest.param("A. Duvalier", "B. Duvalyer", UNKNOWN, id="other initials"),
        pytest.param("Bo Li", "Bo Ly", UNKNOWN, id="too short"),
        pytest.param("Ana Ortiz Duval", "Ana Ortez Duvel", UNKNOWN, id="two words"),
        pytest.param("Maria Duval", "Marie Duval", COMPATIBLE, id="forms of one name"),
    ],
)
def test_misspelt_names(left, right, verdict):
    comparator = COMPARATORS["misspelt"]({})

    assert comparator.compare(held(left), held(right)) is verdict
    assert comparator.compare(held(right), held(left)) is verdict


@pytest.mark.parametrize(
    ("by", "left", "right", "verdict"),
    [
        pytest.param(
            "number", "millions of birds", "billions of birds", CONFLICT, id="vague"
        ),
        pytest.param("number", "40 ships", "40.0 ships", COMPATIBLE, id="one number"),
        pytest.param("number", "40 ships", "half the ships", CONFLICT, id="a part"),
        pytest.param(
            "day", "ships on Monday", "ships in June", UNKNOWN, id="other times"
        ),
        pytest.param(
            "day", "ships yesterday", "ships today", UNKNOWN, id="relative days"
        ),
        pytest.param(
            "name", "Ana Duval", "Ana Lindqvist", UNKNOWN, id="perhaps one name"
        ),
    ],
)
def test_details_of_two_sentences(by, left, right, verdict):
    comparator = COMPARATORS["aligned"]({"by": by})
    said = "Officials of the port counted {} near the old harbour of Velde".format

    assert comparator.compare(held(said(left)), held(said(right))) is verdict
    assert comparator.compare(held(said(right)), held(said(left))) is verdict


@pytest.mark.parametrize(
    ("name", "options", "told"),
    [
        pytest.param(
            "exact",
            {"by": "sound"},
            "by: should be one of value, entity, name, spelling$",
            id="by",
        ),
        pytest.param(
            "taxonomy",
            {"using": "titles", "fault": "vague"},
            "fault: should be one of conflict, broader, unlisted$",
            id="fault",
        ),
        pytest.param("number", {"abs": "inf"}, "abs: should be a number", id="no end"),
        pytest.param("number", {"abs": "much"}, "abs: should be a number", id="words"),
        pytest.param("number", {"abs": "-1"}, "abs: should be a number", id="negative"),
        pytest.param("number", {"abs": "nan"}, "abs: should be a number", id="nan"),
        pytest.param("taxonomy", {}, "using: name a lexicon", id="no lexicon"),
        pytest.param("aligned", {}, "by: should be one of number, day", id="no sort"),
    ],
)
def test_options_that_make_no_sense(name, options, told):
    with pytest.raises(ValueError, match=f"^{told}"):
        COMPARATORS[name](options)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        pytest.param("exact", [held("a"), held("bb"), held("c")], id="by the value"),
        pytest.param(
            "number",
            [number(7), number(9), number(2, 4), number(1, 8)],
            id="the narrowest number",
        ),
        pytest.param(
            "interval",
            [held("day", 12, 12), held("month", 1, 31), held("year", 0, 366)],
            id="the shortest time",
        ),
        pytest.param("interval", [NOTHING, held("a", 5, 6)], id="no time as a moment"),
        pytest.param(
            "interval", [held("a", 5), held("b", None, 9), held("c", 5, 6)], id="ends"
        ),
        pytest.param("near", [held("go home"), held("go")], id="the longest printing"),
        pytest.param(
            "taxonomy", [held("foreign minister"), held("minister")], id="longest title"
        ),
        pytest.param(
            "set",
            [held("x", members="abc"), held("a", members="ab"), held("b", members="c")],
            id="the largest set",
        ),
    ],
)
def test_what_says_most_comes_first(name, values):
    options = {"using": "titles"} if name == "taxonomy" else {}

    backwards = values[::-1]

    given = sorted(backwards, key=COMPARATORS[name](options).precision)

    assert given == values


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        pytest.param("Lin Mei Hua", "Lin Mei-hua", CONFLICT, id="hyphen"),
        pytest.param("Lin Meihua", "Lin Mei-hua", CONFLICT, id="written together"),
        pytest.param("Ana Šimić", "Ana Simic", CONFLICT, id="accents"),
        pytest.param("Moammar Karal", "Muammar Karal", CONFLICT, id="romanisation"),
        pytest.param("ANA DUVAL", "Ana Duval", COMPATIBLE, id="headline capitals"),
        pytest.param("Duval", "Ana Duval", COMPATIBLE, id="surname alone"),
        pytest.param("Robert Larsen", "Bob Larsen", COMPATIBLE, id="nickname"),
        pytest.param("Ana M. Duval", "Ana Duval", COMPATIBLE, id="initial"),
        pytest.param("Ana Maria Duval", "Ana Duval", COMPATIBLE, id="middle name"),
        pytest.param("Ana Duval Jr.", "Ana Duval", COMPATIBLE, id="suffix"),
        pytest.param("Ana Duval's", "Ana Duval", COMPATIBLE, id="possessive"),
        pytest.param("Ana Duval", "Ana Okoro", UNKNOWN, id="another surname"),
        pytest.param("Bo Duval", "Li Duval", UNKNOWN, id="short names"),
        pytest.param("Karim Duval", "Kalum Duval", CONFLICT, id="2 letters of 5"),
        pytest.param("Karim Duval", "Kolum Duval", UNKNOWN, id="3 letters of 5"),
        pytest.param("Karo Duval", "Karolin Duval", COMPATIBLE, id="the beginning"),
        pytest.param("Bob Larsen", "Rob Larsen", COMPATIBLE, id="two nicknames"),
        pytest.param("Ana Torres’", "Ana Torres", COMPATIBLE, id="of one in s"),
        pytest.param("Ana-Li Duval’s", "Ana Li Duval", CONFLICT, id="whose hyphen"),
    ],
)
def test_spelling(left, right, verdict):
    comparator = COMPARATORS["exact"]({"by": "spelling"})

    assert comparator.compare(held(left), held(right)) is verdict
    assert comparator.compare(held(right), held(left)) is verdict


@pytest.mark.parametrize(
    ("left", "right", "may"),
    [
        pytest.param("A.", "Ana Duval", True, id="nothing but initials"),
        pytest.param("Bill", "Bo Okoro", True, id="a given name by itself"),
        pytest.param("Duval", "Bo Okoro", False, id="a surname by itself"),
        pytest.param("Bo Duval", "Ana Maria Duval", True, id="one surname"),
        pytest.param("Paul Duval", "Ana Maria Duval", False, id="a man and a woman"),
        pytest.param("Ana Karim", "Bo Kalum", True, id="names that are alike"),
        pytest.param("Bob Larsen", "Robert Duval", True, id="a nickname in common"),
        pytest.param("Ana Karim", "Bo Kolum", False, id="no name in common"),
    ],
)
def test_names_that_may_be_of_one_person(left, right, may):
    assert may_share_bearer(left, right) is may
    assert may_share_bearer(right, left) is may


SAID = "The old harbour bridge will be open to everybody in the city by the end of June"


@pytest.mark.parametrize(
    ("printed", "verdict"),
    [
        pytest.param(SAID, COMPATIBLE, id="the same"),
        pytest.param(SAID.replace("will", "may"), CONFLICT, id="one word changed"),
        pytest.param(SAID.replace(" old", ""), CONFLICT, id="one word dropped"),
        pytest.param(
            SAID.replace("will be", "will soon be"), CONFLICT, id="one word added"
        ),
        pytest.param(
            SAID.replace("of June", "of July"), CONFLICT, id="the last word changed"
        ),
        pytest.param(SAID.replace("harbour", "harbor"), COMPATIBLE, id="American"),
        pytest.param(SAID.upper() + "!", COMPATIBLE, id="capitals and marks"),
        pytest.param("open to everybody in the city", COMPATIBLE, id="an excerpt"),
        pytest.param(
            SAID.replace("to everybody in the city", "…"), COMPATIBLE, id="ellipsis"
        ),
        pytest.param(
            SAID.replace("to everybody in the city", ". . ."),
            COMPATIBLE,
            id="spaced dots",
        ),
        pytest.param(
            SAID.replace("The old harbour bridge", "[It]"), COMPATIBLE, id="brackets"
        ),
        pytest.param(
            SAID.replace("the city", "the city (of Tarn)"), COMPATIBLE, id="aside"
        ),
        pytest.param(
            f"Nobody asked us. {SAID}. We will see.", COMPATIBLE, id="more around it"
        ),
        pytest.param("We have a long way to go", UNKNOWN, id="other words"),
        pytest.param("by the end of", UNKNOWN, id="a phrase anybody uses"),
    ],
)
def test_printings_of_one_quotation(printed, verdict):
    comparator = COMPARATORS["near"]({})

    assert comparator.compare(held(SAID), held(printed)) is verdict
    assert comparator.compare(held(printed), held(SAID)) is verdict


@pytest.mark.parametrize(
    ("masked", "verdict"),
    [
        pytest.param("d**n", COMPATIBLE, id="its letters"),
        pytest.param("d*m*n", COMPATIBLE, id="two places"),
        pytest.param("d*r*n", CONFLICT, id="another letter inside"),
        pytest.param("b*mn", CONFLICT, id="another beginning"),
    ],
)
def test_masked_letters(masked, verdict):
    comparator = COMPARATORS["near"]({})
    left, right = (held(SAID.replace("old", word)) for word in (masked, "damn"))

    assert comparator.compare(left, right) is verdict
    assert comparator.compare(right, left) is verdict


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(
            "we won't pay ten cents for that programme of theirs",
            "we will not pay 10 cents for that program of theirs",
            id="contraction, number, spelling",
        ),
        pytest.param(
            "ninety per cent of the U.S. senators agree with me",
            "ninety percent of the US senators agree with me",
            id="per cent and initials",
        ),
        pytest.param(
            "I will never pay for that damned wall of his",
            "I will never pay for that d***ed wall of his",
            id="masked letters",
        ),
        pytest.param(
            "The town is tired. Nobody listens. We want our harbour back.",
            "The town is tired. We want our harbour back.",
            id="a whole sentence left out",
        ),
    ],
)
def test_what_houses_print_differently(left, right):
    shared = align(words_of(left), words_of(right))

    assert shared is not None
    assert shared.changes == ()


def test_every_change_is_told():
    shared = align(
        words_of(SAID), words_of(SAID.replace("old", "new").replace("city", "country"))
    )

    assert [(c.before, c.after) for c in shared.changes] == [
        ("old", "new"),
        ("city", "country"),
    ]


def test_only_quotations_with_words_in_common_are_compared():
    quotations = [SAID, "nobody asked us about the tunnel", SAID[8:60]]

    pairs = list(candidates([words_of(text) for text in quotations]))

    assert pairs == [(0, 2)]


@pytest.mark.parametrize("name", sorted(COMPARATORS))
def test_comparators_are_these(name):
    known = {"aligned", "exact", "interval", "misspelt", "near", "number"}
    known |= {"paraphrase", "set"}

    assert name in {*known, "day", "taxonomy"}


def test_other_words_around_a_quotation_of_small_words_do_not_hide_a_change():
    left = (
        "You may ask who he was (in those years) and where he had been and honestly "
        "why he had been there"
    )
    right = (
        "there remains the duty to ask again who the man was, where he had been and "
        "why he had been there"
    )

    shared = align(words_of(left), words_of(right))

    assert [(c.before, c.after) for c in shared.changes] == [("honestly", "")]
