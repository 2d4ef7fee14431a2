"""One fact in a sentence and in another that sums it up."""

import pytest

from factcheck.comparators.condensed import (
    condensed,
    differences,
    is_one_of_several,
    is_printed,
    of_other_days,
    shared_words,
)
from factcheck.comparators.numbers_apart import NumberAsPrinted
from factcheck.comparators.sentences import Detail, Sentence

LONG = (
    "The ferry company of Freetown, once the pride of the city, closed its old office "
    "on the northern pier in 1937 and sold 12 ships to Ana Duval."
)


def sentence(text, **details):
    """Read a sentence; details are its words by their kind."""
    placed = []
    for kind, (words, value) in details.items():
        start = text.index(words)
        placed.append(Detail(kind, start, start + len(words), value))
    return Sentence(text, placed)


def changes(left, right):
    """Return the sort of each difference, and the words that differ."""
    read = condensed(left), condensed(right)
    if not shared_words(*read):
        return None
    return [
        (d.sort, left.phrase(left.tokens[d.left]), right.phrase(right.tokens[d.right]))
        for _, _, d in differences(*read)
    ]


LONG_SENTENCE = sentence(LONG, day=("1937", "1937"), person=("Ana Duval", ""))


@pytest.mark.parametrize(
    ("short", "expected"),
    [
        pytest.param(
            sentence("The ferry company of Freetown sold 14 ships to Ana Duval."),
            [("number", "14", "12")],
            id="number",
        ),
        pytest.param(
            sentence("The ferry company of Freetown sold a dozen ships to Ana Duval."),
            [],
            id="the same number in words",
        ),
        pytest.param(
            sentence("The ferry company of Freetown sold about 13 ships."),
            [],
            id="a hedge that covers it",
        ),
        pytest.param(
            sentence("The ferry company of Freetown sold 14 offices."),
            [],
            id="other things counted",
        ),
        pytest.param(
            sentence(
                "The ferry company closed its office on the pier in 1931.",
                day=("1931", "1931"),
            ),
            [("day", "1931", "1937")],
            id="day",
        ),
        pytest.param(
            sentence(
                "The ferry company of Freetown sold its first office in 1931.",
                day=("1931", "1931"),
            ),
            [],
            id="a day of something else",
        ),
        pytest.param(
            sentence(
                "The ferry company of Freetown sold 14 ships in 1931.",
                day=("1931", "1931"),
            ),
            [],
            id="another number of another year",
        ),
        pytest.param(
            sentence(
                "The ferry company sold ships to Bo Okoro.", person=("Bo Okoro", "")
            ),
            [("name", "Bo Okoro", "Ana Duval")],
            id="name",
        ),
        pytest.param(
            sentence("The ferry company sold ships to Duval.", person=("Duval", "")),
            [],
            id="a surname",
        ),
        pytest.param(
            sentence("The ferry company of Freetown has not closed its old office."),
            [("negation", "not closed", "closed")],
            id="negation",
        ),
        pytest.param(
            sentence("The ferry company has its office on the southern pier."),
            [("opposite", "southern", "northern")],
            id="opposite",
        ),
        pytest.param(
            sentence("The ferry company has its office on the stone pier."),
            [],
            id="another word",
        ),
        pytest.param(
            sentence("The ferry company sold 14 old ships to Ana Duval."),
            [("number", "14", "12")],
            id="the same things described",
        ),
        pytest.param(
            sentence("The ferry company of Freetown sold 14 of its 20 ships."),
            [],
            id="a part of the things",
        ),
        pytest.param(
            sentence("The ferry company of Freetown sold its 14th ship to Ana Duval."),
            [],
            id="which of the things",
        ),
        pytest.param(
            sentence(
                "The ferry company sold ships to Eva Duval.", person=("Eva Duval", "")
            ),
            [("name", "Eva Duval", "Ana Duval")],
            id="given name",
        ),
        pytest.param(
            sentence("Bo Okoro sold 14 ships in Lisbon."), None, id="another thing"
        ),
    ],
)
def test_what_a_summary_changes(short, expected):
    assert changes(short, LONG_SENTENCE) == expected


@pytest.mark.parametrize(
    ("elsewhere", "expected"),
    [
        pytest.param("In spring it had sold 14 ships.", True, id="printed"),
        pytest.param("In spring it had sold 15 ships.", False, id="another number"),
        pytest.param("In spring it had sold maps.", False, id="no number"),
    ],
)
def test_what_a_text_also_prints_is_no_difference(elsewhere, expected):
    short = condensed(sentence("The ferry company of Freetown sold 14 ships."))
    number = next(fact for fact in short.details if fact.sort == "number")

    others = condensed(Sentence(elsewhere)).details

    assert is_printed(number, number, others) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Eva Duval", False, id="the surname alone"),
        pytest.param("Bo Okoro", False, id="nobody of that name"),
        pytest.param("Ana Duval", True, id="printed"),
    ],
)
def test_another_given_name_is_not_printed_by_its_surname(name, expected):
    text = "{} sold maps in Freetown."
    ours, theirs = (
        condensed(sentence(text.format(who), person=(who, ""))).details
        for who in (name, "Ana Duval")
    )
    fact, instead = (
        next(one for one in facts if one.sort == "person") for facts in (ours, theirs)
    )

    assert is_printed(fact, instead, theirs) is expected


def test_a_number_with_a_comma_is_no_year():
    found = changes(
        sentence("The old harbour roof has 1,600 red tiles."),
        sentence("The roof above the old harbour has 1,400 red tiles, she said."),
    )

    assert found == [("number", "1,600", "1,400")]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(
            "The ferry tour has earned $312 million worldwide.",
            "The Lake, a ferry tour, earned less than $300 million worldwide.",
            [("number", "$312 million", "$300 million")],
            id="a bound that the other exceeds",
        ),
        pytest.param(
            "The ferry tour has earned $312 million worldwide.",
            "The Lake, a ferry tour, earned more than $300 million worldwide.",
            [],
            id="a bound that leaves room",
        ),
        pytest.param(
            "The oldest ship of the Freetown ferry line is older than 40 years.",
            "The oldest ship of the ferry line in Freetown is 52 years old.",
            [],
            id="older than",
        ),
        pytest.param(
            "The oldest ship of the Freetown ferry line is younger than 40 years old.",
            "The oldest ship of the ferry line in Freetown is 52 years old.",
            [("number", "40", "52")],
            id="younger than",
        ),
        pytest.param(
            "Freetown sends 48 deputies, including 31 members of the assembly and 17 "
            "members of the senate.",
            "Freetown sends fewer than 60 deputies, including 29 members of the "
            "assembly.",
            [("number", "31", "29")],
            id="of the same house",
        ),
        pytest.param(
            "Freetown sends 31 members of the assembly and 17 members of the senate.",
            "Freetown sends to the senate 17 members of its own.",
            [],
            id="members of one of two houses",
        ),
        pytest.param(
            "The pier is one of three Freetown landmarks that have yet to reopen.",
            "Two Freetown landmarks have not reopened, the pier among them.",
            [("number", "three", "Two")],
            id="two denials",
        ),
        pytest.param(
            "Twelve of the ships of the Freetown ferry line were sold.",
            "The ferry line of Freetown sold 40 ships.",
            [],
            id="some of a whole",
        ),
        pytest.param(
            "The Freetown ferry was number 14 on the list of the finest old ships.",
            "The Freetown ferry came in at # 15 on the list of the finest ships.",
            [("number", "14", "15")],
            id="rank on a list",
        ),
        pytest.param(
            "The Freetown ferry sailed under order 14 of the old harbour office.",
            "The Freetown ferry sailed under order 15 of the harbour office.",
            [],
            id="the number of an order",
        ),
        pytest.param(
            "The film of the Freetown ferry won 4 Harbour Prizes in spring.",
            "The film of the Freetown ferry was shown at the 60th Harbour Prizes.",
            [],
            id="how many and which",
        ),
        pytest.param(
            "The ferry line of Freetown sold a further 3 ships in spring.",
            "The ferry line of Freetown sold 12 ships.",
            [],
            id="on top of others",
        ),
        pytest.param(
            "The ferry line of Freetown grew to 37, with 68 ships lost.",
            "The ferry line of Freetown has 12 ships.",
            [("number", "68", "12")],
            id="nothing is counted before a comma",
        ),
        pytest.param(
            "The ferry company owns 34 aircraft and two hotels.",
            "The ferry company has 43 planes.",
            [("number", "34", "43")],
            id="other words for the same things",
        ),
        pytest.param(
            "The ferry company owns 34 aircraft and two hotels.",
            "The ferry company has 43 ships and two hotels.",
            [],
            id="other things",
        ),
    ],
)
def test_numbers_of_the_same_things(left, right, expected):
    assert changes(sentence(left), sentence(right)) == expected


@pytest.mark.parametrize(
    ("elsewhere", "expected"),
    [
        pytest.param("A quake of magnitude 4.8 followed.", False, id="other words"),
        pytest.param("A magnitude 4.8 quake hit the pier.", True, id="two quakes"),
        pytest.param("The magnitude 6.1 quake hit the pier.", False, id="the same one"),
    ],
)
def test_one_of_several_numbers_in_one_place(elsewhere, expected):
    read = condensed(sentence("A magnitude 6.1 quake hit Freetown."))
    number = next(fact for fact in read.details if fact.sort == "number")

    assert is_one_of_several(number, condensed(Sentence(elsewhere)).details) is expected


def test_a_bound_on_other_things_is_no_difference():
    read = condensed(sentence("The ferry company of Freetown sold 14 ships."))
    number = next(fact for fact in read.details if fact.sort == "number")

    assert not is_printed(
        number, number, condensed(Sentence("It had under 60 sailors.")).details
    )


def test_helpers_stand_between_a_word_and_what_it_is_said_of():
    short = Sentence("Mayor Ana Duval said the ferry had been inspected and repaired.")
    other = Sentence("Mayor Ana Duval said the ship had not been inspected.")

    assert changes(short, other) == [("negation", "inspected", "not been inspected")]


@pytest.mark.parametrize(
    ("words", "denies"),
    [
        pytest.param("Ana Duval wears no 1 shirt", False, id="a number"),
        pytest.param("Ana Duval wears no shirt", True, id="a denial"),
    ],
)
def test_no_before_a_number(words, denies):
    assert Sentence(words).denies is denies


def test_until_when_is_no_time_of_what_is_told():
    end = {"day": ("Monday", "2021-03-15")}
    read = condensed(sentence("It is to sell 12 ships by Monday", **end))

    assert read.days == ()


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("1992", "Monday", True, id="two times"),
        pytest.param("1992", "1992", False, id="the same year"),
        pytest.param("1992", "", False, id="no time"),
    ],
)
def test_what_is_said_of_other_days(left, right, expected):
    days = {"1992": "1992", "Monday": "2021-03-15"}

    def read(when):
        text = f"A flood killed 40 people {when}"
        return condensed(
            sentence(text, **({"day": (when, days[when])} if when else {}))
        )

    assert of_other_days(read(left), read(right)) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param((2, 7), (3, 8), True, id="two sums"),
        pytest.param((15, 17), (14, 17), False, id="other parts of one sum"),
        pytest.param((15, 16), (16, 0), False, id="a part and the sum"),
        pytest.param((15, 16), (17, 0), True, id="more than the sum"),
    ],
)
def test_numbers_with_others_counted_beside_them(left, right, expected):
    """Each side is a number and what it comes to with those named beside it."""
    one, other = (
        NumberAsPrinted(number, str(number), "", " ships", total)
        for number, total in (left, right)
    )

    assert one.excludes(other) is other.excludes(one) is expected


@pytest.mark.parametrize(
    ("longer", "expected"),
    [
        pytest.param("Ferries are cancelled from 1 July.", 2, id="all they say"),
        pytest.param("Ferries are repaired, not cancelled.", 0, id="one says more"),
    ],
)
def test_sentences_of_two_words(longer, expected):
    short = condensed(Sentence("The ferries will be cancelled from 1 June."))

    assert shared_words(short, condensed(Sentence(longer))) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(
            "Unemployment fell to 5.2 percent.",
            "The economy shrank, and unemployment rose to 5.2 percent.",
            [("opposite", "fell", "rose")],
            id="an equal number shows that one thing is told",
        ),
        pytest.param(
            "Unemployment fell to 5.2 percent.",
            "The economy shrank, and unemployment rose to 6.1 percent.",
            None,
            id="two words in common are too few",
        ),
        pytest.param(
            "They will share 1.1 million euros.",
            "The two will share 1.7 million euros.",
            [("number", "1.1 million", "1.7 million")],
            id="nothing but the number differs",
        ),
    ],
)
def test_short_sentences(left, right, expected):
    assert changes(Sentence(left), Sentence(right)) == expected
