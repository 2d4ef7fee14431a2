"""Time expressions: where they are, and what they are worth."""

import pytest

from factcheck.documents import Document
from factcheck.extraction import analyse, find_times
from factcheck.extraction.clean_text import read_text

PUBLISHED = "2021-03-18"


def times(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str]]:
    """Return words and value of each time found without a parse."""
    found = find_times(text, published)
    return [(text[time.start : time.end], time.value) for time in found]


def parsed(text: str, published: str = PUBLISHED) -> list[tuple[str, str]]:
    """Return words and value of each time found with a parse."""
    document = Document("d", text, "Gazette", published)
    found = analyse(read_text(document)).times
    return [(text[time.start : time.end], time.value) for time in found]


@pytest.mark.parametrize(
    ("said", "value"),
    [
        pytest.param("18 March 2021", "2021-03-18", id="day first"),
        pytest.param("March 18, 2021", "2021-03-18", id="month first"),
        pytest.param("Mar. 18, 2021", "2021-03-18", id="abbreviated"),
        pytest.param("the 18th of March 2021", "2021-03-18", id="ordinal"),
        pytest.param("Thursday, 18 March 2021", "2021-03-18", id="with its weekday"),
        pytest.param("3/18/2021", "2021-03-18", id="American figures"),
        pytest.param("18/3/2021", "2021-03-18", id="British figures"),
        pytest.param("11-02-89", "1989-11-02", id="old wire copy"),
        pytest.param("2021-03-18", "2021-03-18", id="ISO"),
        pytest.param("2021-03-18T14:30", "2021-03-18T14:30", id="ISO with a clock"),
        pytest.param("March 2019", "2019-03", id="month"),
        pytest.param("late March 2019", "2019-03", id="part of a month"),
        pytest.param("mid-2018", "2018", id="part of a year"),
        pytest.param("the end of 1990", "1990", id="end of a year"),
        pytest.param("1943", "1943", id="year"),
        pytest.param("nineteen ninety-six", "1996", id="year in words"),
        pytest.param("264 BC", "BC0264", id="before Christ"),
        pytest.param("the 1950s", "195X", id="decade"),
        pytest.param("the '80s", "198X", id="short decade"),
        pytest.param("the late 1970s", "197X", id="part of a decade"),
        pytest.param("the 20th century", "19", id="century"),
        pytest.param("the 5th century BC", "BC04", id="century before Christ"),
        pytest.param("the third century B.C.", "BC02", id="century, with points"),
        pytest.param("the 19th century AD", "18", id="century after Christ"),
        pytest.param("the last week in June", "2021-06", id="last week in a month"),
        pytest.param("the last weekend of May 2019", "2019-05", id="last weekend of"),
        pytest.param("the winter of 1994", "1994-WI", id="season"),
        pytest.param("summer 2007", "2007-SU", id="season without article"),
        pytest.param("the third quarter of 1990", "1990-Q3", id="quarter"),
        pytest.param("the second half of 2008", "2008-H2", id="half"),
        pytest.param("fiscal 1989", "1989", id="fiscal year"),
        pytest.param("Christmas 2018", "2018-12-25", id="holiday"),
        pytest.param("Easter 2021", "2021-04-04", id="movable feast"),
    ],
)
def test_dates_in_full(said: str, value: str) -> None:
    assert times(f"The mill closed in {said}.") == [(said, value)]


@pytest.mark.parametrize(
    ("said", "value"),
    [
        pytest.param("yesterday", "2021-03-17", id="yesterday"),
        pytest.param("Thursday", "2021-03-18", id="a weekday may be the same day"),
        pytest.param("Friday", "2021-03-12", id="else the last one"),
        pytest.param("last Thursday", "2021-03-11", id="last excludes the same day"),
        pytest.param("next Monday", "2021-03-22", id="next weekday"),
        pytest.param("last week", "2021-W10", id="last week"),
        pytest.param("earlier this month", "2021-03", id="earlier this month"),
        pytest.param("last month", "2021-02", id="last month"),
        pytest.param("last June", "2020-06", id="last month of that name"),
        pytest.param("last summer", "2020-SU", id="last season"),
        pytest.param("last year", "2020", id="last year"),
        pytest.param("June last year", "2020-06", id="month of last year"),
        pytest.param("early next year", "2022", id="early next year"),
        pytest.param("three weeks ago", "2021-W08", id="weeks ago"),
        pytest.param("10 days ago", "2021-03-08", id="days ago"),
        pytest.param("five years ago", "2016", id="years ago"),
        pytest.param("five months ago", "2020-10", id="months ago"),
        pytest.param("several years ago", "PAST_REF", id="nobody says how many"),
        pytest.param("March 4", "2021-03-04", id="day without its year"),
        pytest.param("December", "2020-12", id="month without its year"),
        pytest.param("the weekend", "2021-W10-WE", id="weekend"),
        pytest.param("this past weekend", "2021-W10-WE", id="this past weekend"),
        pytest.param("this past November", "2020-11", id="this past month"),
        pytest.param("the third quarter", "2020-Q3", id="quarter that is over"),
        pytest.param("now", "PRESENT_REF", id="present"),
        pytest.param("recently", "PAST_REF", id="past"),
        pytest.param("the near future", "FUTURE_REF", id="future"),
        pytest.param("Wednesday night", "2021-03-17TNI", id="part of a day"),
        pytest.param("yesterday morning", "2021-03-17TMO", id="yesterday morning"),
        pytest.param("10:30 p.m. Tuesday", "2021-03-16T22:30", id="clock and weekday"),
        pytest.param("9 a.m. EST Monday", "2021-03-15T09:00", id="clock with a zone"),
        pytest.param("noon Sunday", "2021-03-14T12:00", id="noon"),
    ],
)
def test_dates_that_count_from_publication(said: str, value: str) -> None:
    assert times(f"The mill closed {said}.") == [(said, value)]


@pytest.mark.parametrize(
    ("said", "value", "kind"),
    [
        pytest.param("three days", "P3D", "DURATION", id="days"),
        pytest.param("the past two weeks", "P2W", "DURATION", id="the past two weeks"),
        pytest.param("two decades", "P20Y", "DURATION", id="decades are ten years"),
        pytest.param("5 1/2 hours", "PT5H30M", "DURATION", id="hours and a half"),
        pytest.param("two and a half years", "P2Y6M", "DURATION", id="in words"),
        pytest.param("nearly two months", "P2M", "DURATION", id="approximate"),
        pytest.param("the weeks ahead", "PXW", "DURATION", id="nobody says how many"),
        pytest.param("a three-year", "P3Y", "DURATION", id="hyphenated"),
        pytest.param("the first nine months", "P9M", "DURATION", id="first nine"),
        pytest.param("every Monday", "XXXX-WXX-1", "SET", id="every Monday"),
        pytest.param("every two weeks", "P2W", "SET", id="every two weeks"),
        pytest.param("daily", "P1D", "SET", id="daily"),
        pytest.param("annually", "P1Y", "SET", id="annually"),
    ],
)
def test_lengths_and_sets(said: str, value: str, kind: str) -> None:
    found = find_times(f"The ferry ran {said} tour.", PUBLISHED)

    assert [(time.value, time.type, time.first) for time in found] == [
        (value, kind, None)
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ana Duval, 54, left the hall.", id="age"),
        pytest.param("The 54-year-old minister resigned.", id="age before a noun"),
        pytest.param("She is 54 years old.", id="age in full"),
        pytest.param("Some 2000 people marched.", id="people counted"),
        pytest.param("It sold for $1995 at auction.", id="money"),
        pytest.param("Flight 1989 was cancelled.", id="flight number"),
        pytest.param("They may march and the sun sat low.", id="verbs and nouns"),
        pytest.param("It fell by 12.1990 points.", id="decimal"),
        pytest.param("A second man came first.", id="ordinals"),
        pytest.param("About three-quarters of the hall was empty.", id="fraction"),
        pytest.param("The future of the mill is his future.", id="whose future"),
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert times(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("The court will sit on Monday.", "2021-03-22", id="will"),
        pytest.param("The court sat on Monday.", "2021-03-15", id="past"),
        pytest.param("The court is to sit on Monday.", "2021-03-22", id="is to"),
        pytest.param("She plans to sail on Monday.", "2021-03-22", id="plans to"),
        pytest.param("It has until Monday to answer.", "2021-03-22", id="deadline"),
        pytest.param("The fair will open in July.", "2021-07", id="month ahead"),
        pytest.param("The fair opened in July.", "2020-07", id="month gone by"),
        pytest.param(
            "The council met this weekend.", "2021-W10-WE", id="a weekend gone by"
        ),
        pytest.param(
            "The council will meet this weekend.", "2021-W11-WE", id="a weekend ahead"
        ),
    ],
)
def test_the_tense_says_which_way(text: str, value: str) -> None:
    assert [found for _, found in parsed(text)] == [value]


STORY = (
    "The siege began on 3 May 1642. Two days later the mill burned. In July the walls "
    "fell, and by the end of the month the town was empty. The following year the "
    "governor returned; he had left in 1639. The war of 1640 to 1648 ruined the "
    "valley, as had those of 1601 and 1622. In 1650 a new bridge was built. The next "
    "spring brought floods."
)


def test_a_story_of_old_times_counts_from_the_date_it_has_reached() -> None:
    assert times(STORY) == [
        ("3 May 1642", "1642-05-03"),
        ("Two days later", "1642-05-05"),
        ("July", "1642-07"),
        ("the end of the month", "1642-07"),
        ("The following year", "1643"),
        ("1639", "1639"),
        ("1640", "1640"),
        ("1648", "1648"),
        ("1601", "1601"),
        ("1622", "1622"),
        ("1650", "1650"),
        ("The next spring", "1651-SP"),
    ]


def test_so_many_a_week_is_a_set() -> None:
    found = find_times("The ferry ran five days a week.", PUBLISHED)

    assert [(time.type, time.value) for time in found] == [
        ("DURATION", "P5D"),
        ("SET", "P1W"),
    ]


def test_the_day_told_of_is_where_the_next_day_counts_from() -> None:
    found = times("The dam broke on March 3. The next day the army came.")

    assert found[1] == ("The next day", "2021-03-04")


def test_a_year_earlier_is_the_quarter_told_of() -> None:
    text = "Profit in the fourth quarter doubled from 2 million a year earlier."

    assert times(text)[1] == ("a year earlier", "2019-Q4")


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        pytest.param("February 2020", "2020-02-01", "2020-02-29", id="month"),
        pytest.param("the 1950s", "1950-01-01", "1959-12-31", id="decade"),
        pytest.param("last week", "2021-03-08", "2021-03-14", id="week"),
        pytest.param("the weekend", "2021-03-13", "2021-03-14", id="weekend"),
        pytest.param("the winter of 2019", "2019-12-01", "2020-02-29", id="winter"),
        pytest.param("the first half of 2020", "2020-01-01", "2020-06-30", id="half"),
    ],
)
def test_the_days_a_time_covers(said: str, first: str, last: str) -> None:
    found = find_times(f"It rained in {said}.", PUBLISHED)

    assert [(time.first, time.last) for time in found] == [(first, last)]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        pytest.param("It fell three thousand years ago.", "2021-03-18", id="long ago"),
        pytest.param("It falls at Easter on Monday.", "9999-12-31", id="last year"),
        pytest.param("It fell last Easter on Monday.", "0001-01-01", id="first year"),
    ],
)
def test_the_calendar_has_ends(text: str, published: str) -> None:
    found = find_times(text, published)

    assert all(time.first is None or time.first <= str(time.last) for time in found)


@pytest.mark.parametrize("published", [None, "", "soon", "2021-99-99"])
def test_without_a_day_of_publication_a_weekday_has_no_place(
    published: str | None,
) -> None:
    found = find_times("The mill closed on Friday.", published)

    assert [(time.value, time.first) for time in found] == [("XXXX-WXX-5", None)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1" * 200_000, id="digits"),
        pytest.param(" \n" * 100_000, id="blanks"),
        pytest.param("about " * 20_000, id="approximations"),
        pytest.param("twenty hundred and " * 5_000, id="number words"),
        pytest.param("the end of " * 10_000, id="edges"),
        pytest.param("31 February 2021, 99:99, 13/13/2021, İstanbul", id="impossible"),
    ],
)
def test_nothing_in_nonsense(text: str) -> None:
    assert [found for found in times(text) if found[1][:1] == "X"] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Sales fell in Q3 2020.", [("Q3 2020", "2020-Q3")], id="coded quarter"
        ),
        pytest.param("Sales fell in 4Q20.", [("4Q20", "2020-Q4")], id="number first"),
        pytest.param("In FY2020 it lost.", [("FY2020", "2020")], id="fiscal year"),
        pytest.param("The virus H1N1 spread.", [], id="no half of a year"),
        pytest.param("It burned in AD 79.", [("AD 79", "0079")], id="after Christ"),
        pytest.param("On 18.3.2020 it sank.", [("18.3.2020", "2020-03-18")], id="dots"),
        pytest.param(
            "On 3-Mar-2020 it sank.", [("3-Mar-2020", "2020-03-03")], id="dashes"
        ),
        pytest.param(
            "It ran 3-5 May 2020.",
            [("3", "2020-05-03"), ("5 May 2020", "2020-05-05")],
            id="days of one month",
        ),
        pytest.param(
            "It ran May 3-5.",
            [("May 3", "2021-05-03"), ("5", "2021-05-05")],
            id="month first",
        ),
        pytest.param("From 3 to 5 people came.", [], id="no range of days"),
        pytest.param(
            "The 1939-45 war.", [("1939", "1939"), ("45", "1945")], id="short year"
        ),
        pytest.param(
            "A life (20 July 1901 – 3 May 1979).",
            [("20 July 1901", "1901-07-20"), ("3 May 1979", "1979-05-03")],
            id="a day behind a year is no year",
        ),
        pytest.param("Call 1800-555 now.", [("now", "PRESENT_REF")], id="no years"),
        pytest.param(
            "On the 16th, it sank.", [("the 16th", "2021-03-16")], id="the day"
        ),
        pytest.param("He lives on the 16th floor.", [], id="a floor"),
        pytest.param(
            "At half past ten on 4 May 2020 it sank.",
            [("half past ten", "2020-05-04T10:30"), ("4 May 2020", "2020-05-04")],
            id="clock before its day",
        ),
        pytest.param(
            "At a quarter to six it sank.",
            [("a quarter to six", "2021-03-18T05:45")],
            id="quarter to",
        ),
        pytest.param(
            "At 0530 GMT it sank.",
            [("0530 GMT", "2021-03-18T05:30")],
            id="four figures",
        ),
        pytest.param("It cost 2000 hours.", [("2000 hours", "PT2000H")], id="a length"),
        pytest.param(
            "They voted on the first Monday of September 2020.",
            [("the first Monday of September 2020", "2020-09-07")],
            id="nth weekday",
        ),
        pytest.param(
            "It sank in the first week of May 2020.",
            [("the first week of May 2020", "2020-05")],
            id="a week is no day",
        ),
        pytest.param(
            "It sank two years ago today.",
            [("two years ago today", "2019-03-18")],
            id="to the day",
        ),
        pytest.param(
            "It opens ten days from now.",
            [("ten days from now", "2021-03-28")],
            id="counted on",
        ),
        pytest.param(
            "It lasts from now to May.",
            [("now", "PRESENT_REF"), ("May", "2021-05")],
            id="from now",
        ),
        pytest.param(
            "It took an hour and a half.",
            [("an hour and a half", "PT1H30M")],
            id="half",
        ),
        pytest.param(
            "It came every other day.", [("every other day", "P2D")], id="every other"
        ),
        pytest.param(
            "It sank in March 2010. That summer it was raised.",
            [("March 2010", "2010-03"), ("That summer", "2010-SU")],
            id="season told of",
        ),
    ],
)
def test_forms_newspapers_use(text: str, found: list[tuple[str, str]]) -> None:
    assert times(text) == found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("They met on Easter Monday.", "2020-04-13", id="over"),
        pytest.param("They will meet on Easter Monday.", "2021-04-05", id="ahead"),
        pytest.param("They met on Christmas Day.", "2020-12-25", id="the nearest"),
        pytest.param(
            "They met in the last week of June.", "2020-06", id="week of a month"
        ),
    ],
)
def test_what_is_over_lies_back(text: str, value: str) -> None:
    assert [found for _, found in parsed(text)] == [value]


def days(text, published="2021-03-18"):
    """Return the days that the times of a text cover."""
    return [f"{t.first}..{t.last}" for t in find_times(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He left on March 2-9.", {"2021-03-02..2021-03-09"}, id="dash"),
        pytest.param(
            "He left on 2-4 March.", {"2021-03-02..2021-03-04"}, id="month last"
        ),
        pytest.param(
            "He left between 2 and 9 March 2020.",
            {"2020-03-02..2020-03-09"},
            id="between",
        ),
        pytest.param(
            "He left on March 1, 4 and 8.", {"2021-03-01..2021-03-08"}, id="list"
        ),
        pytest.param(
            "He left on 1, 4 and 8 March.", {"2021-03-01..2021-03-08"}, id="list, last"
        ),
        pytest.param("He left in 2018/19.", {"2018-01-01..2019-12-31"}, id="season"),
        pytest.param(
            "He left between May and July 2020.",
            {"2020-05-01..2020-07-31"},
            id="months",
        ),
        pytest.param(
            "On March 3, 12 people left.", {"2021-03-03..2021-03-03"}, id="no list"
        ),
        pytest.param(
            "He met her on Monday. On Tuesday he left.",
            {"2021-03-15..2021-03-15", "2021-03-16..2021-03-16"},
            id="two sentences",
        ),
        pytest.param(
            "He left on Monday last week.", {"2021-03-08..2021-03-08"}, id="week"
        ),
        pytest.param(
            "He left on Friday of last week.",
            {"2021-03-12..2021-03-12"},
            id="of a week",
        ),
        pytest.param(
            "He left two weeks ago on Monday.", {"2021-03-01..2021-03-01"}, id="ago on"
        ),
        pytest.param(
            "He left a year ago Tuesday.", {"2020-03-16..2020-03-16"}, id="year"
        ),
        pytest.param(
            "He left on Tuesday the 9th.", {"2021-03-09..2021-03-09"}, id="weekday the"
        ),
        pytest.param(
            "He left on Tuesday the 10th.",
            {"2021-03-16..2021-03-16", "2021-03-10..2021-03-10"},
            id="no such day",
        ),
        pytest.param(
            "He left the week before last.",
            {"2021-03-01..2021-03-07"},
            id="before last",
        ),
        pytest.param(
            "He left the Monday before last.",
            {"2021-03-08..2021-03-08"},
            id="weekday before last",
        ),
        pytest.param(
            "He left a week last Monday.", {"2021-03-08..2021-03-08"}, id="a week last"
        ),
        pytest.param(
            "He left overnight on Monday.",
            {"2021-03-15..2021-03-16"},
            id="overnight on",
        ),
        pytest.param(
            "He left overnight into Tuesday.",
            {"2021-03-15..2021-03-16"},
            id="overnight into",
        ),
        pytest.param(
            "He left on a Tuesday in February.",
            {"2021-02-01..2021-02-28"},
            id="some weekday",
        ),
        pytest.param(
            "He left within the last week.", {"2021-03-08..2021-03-18"}, id="up to now"
        ),
        pytest.param(
            "He left in last week's storm.", {"2021-03-08..2021-03-14"}, id="last week"
        ),
        pytest.param("He left two years earlier.", {"None..None"}, id="no day told of"),
        pytest.param(
            "It fell on 3 May 2019. He left two years earlier.",
            {"2019-05-03..2019-05-03", "2017-01-01..2017-12-31"},
            id="a day told of",
        ),
        pytest.param("He left this winter.", {"2020-12-01..2021-02-28"}, id="winter"),
        pytest.param(
            "He left on 05/02/2020.", {"2020-02-05..2020-05-02"}, id="slashes"
        ),
        pytest.param(
            "He left on 25/02/2020.", {"2020-02-25..2020-02-25"}, id="one way"
        ),
        pytest.param("He left in the 90s.", {"1990-01-01..1999-12-31"}, id="decade"),
        pytest.param("He, in his late 40s, left.", set(), id="age"),
        pytest.param("Most were in their teens and 20s.", set(), id="ages"),
    ],
)
def test_days_of_times_that_are_one_together(text, expected):
    assert set(days(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "It was built on 4 June 2001.", {"2001-06-04..2001-06-04"}, id="full"
        ),
        pytest.param(
            "It was built in 2001. He left in May.",
            {"2001-01-01..2001-12-31", "None..None"},
            id="month",
        ),
        pytest.param(
            "It was built on 4 June 2001. He left on Friday at noon.",
            {"2001-06-04..2001-06-04", "None..None"},
            id="weekday and hour",
        ),
    ],
)
def test_without_a_day_of_publication_relative_times_have_no_day(text, expected):
    assert set(days(text, None)) == expected


def test_a_clock_time_has_no_day_of_another_sentence():
    text = "He left on Monday. She came at 10 a.m. and left. On Tuesday it rained."

    assert "None..None" in days(text)
    assert days(text).count("2021-03-16..2021-03-16") == 1


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("Sales rose in the second half.", "2020-H2", id="of a year"),
        pytest.param("The striker scored in the second half.", None, id="of a match"),
        pytest.param(
            "The striker scored two goals in the second half of 2019.",
            "2019-H2",
            id="of a year that is named",
        ),
    ],
)
def test_halves(text: str, value: str | None) -> None:
    assert [when for _, when in times(text)] == ([value] if value else [])
