"""Dated events: what a time is attached to, and what it is not."""

import pytest

from factcheck import extract
from factcheck.claims import Claim, ClaimTime
from factcheck.documents import Document
from factcheck.extraction import EXTRACTORS, Analysis, analyse
from factcheck.extraction.clean_text import read_text
from factcheck.extraction.events.month_parts import part_of_month
from factcheck.extraction.time_attachment import place_of, time_of

PUBLISHED = "2021-03-18"


def read(text: str) -> Analysis:
    return analyse(read_text(Document("d", text, "Gazette", PUBLISHED)))


def claims(text: str, kind: str = "event") -> list[Claim]:
    return list(EXTRACTORS[kind](read(text)))


def dated(text: str) -> dict[str, str]:
    """Return the first day of each event by the word that tells of it."""
    return {c.role("trigger")[0].text: c.time.start for c in claims(text) if c.time}


@pytest.mark.parametrize(
    ("text", "events"),
    [
        pytest.param(
            "Police said Friday that two men died Thursday.",
            {"said": "2021-03-12", "died": "2021-03-18"},
            id="a report has a day of its own",
        ),
        pytest.param(
            "The bridge collapsed on Monday, officials said.",
            {"collapsed": "2021-03-15"},
            id="a report without a day gets none",
        ),
        pytest.param(
            "Norland sent troops to the island in the 1950s.",
            {"sent": "1950-01-01"},
            id="decade",
        ),
        pytest.param(
            "On Tuesday, rebels entered the port and burned two ships.",
            {"entered": "2021-03-16", "burned": "2021-03-16"},
            id="coordinated verbs share a time before both",
        ),
        pytest.param(
            "The two ministers held talks on Wednesday.",
            {"held": "2021-03-17", "talks": "2021-03-17"},
            id="a light verb and its object",
        ),
        pytest.param(
            "Friday's explosion was heard for miles.",
            {"explosion": "2021-03-12"},
            id="possessive",
        ),
        pytest.param(
            "Ms Duval condemned the 1998 bombing.",
            {"bombing": "1998-01-01"},
            id="a date before a noun stays with it",
        ),
        pytest.param(
            "The delegation arrived after the ceremony of 2018 ended.",
            {"ceremony": "2018-01-01"},
            id="after never transfers a date",
        ),
        pytest.param(
            "The ferry sank before the river rose on Monday.",
            {"rose": "2021-03-15"},
            id="nor does before",
        ),
        pytest.param(
            "Norland held several rounds of talks with Westland in 2019 after Ana "
            "Duval met Ben Kato in Oslo, but the talks reached an impasse in 2020.",
            {"held": "2019-01-01", "talks": "2020-01-01", "reached": "2020-01-01"},
            id="a meeting that only orders the talks",
        ),
    ],
)
def test_events_are_dated_by_attachment(text: str, events: dict[str, str]) -> None:
    assert dated(text) == events


def test_a_range_runs_from_its_first_day_to_its_last() -> None:
    claim = claims("The army occupied the valley from 1941 to 1944.")[0]

    assert claim.time is not None
    assert (claim.time.start, claim.time.end) == ("1941-01-01", "1944-12-31")


def test_a_story_stays_on_its_day_less_surely() -> None:
    found = claims("Rebels entered the port on Tuesday. They burned two ships.")

    assert [(c.time.start if c.time else None, c.confidence) for c in found] == [
        ("2021-03-16", 0.8),
        ("2021-03-16", 0.5),
    ]


def test_a_sentence_with_a_date_of_its_own_is_not_carried_on() -> None:
    text = "Rebels entered the port on Tuesday. The Monday market burned."

    assert "burned" not in dated(text) or dated(text)["burned"] != "2021-03-16"


def test_the_event_keeps_to_its_clause() -> None:
    text = "Troops who had fled crossed the border on Monday, the army said."
    claim = claims(text)[0]

    assert text[claim.span.start : claim.span.end].endswith("the border on Monday")


@pytest.mark.parametrize(
    ("text", "events"),
    [
        pytest.param(
            "Kiln shares rose two crowns to close at 40 on Monday.",
            {"rose": "2021-03-15", "close": "2021-03-15"},
            id="a day gone by dates the past verb above an aim",
        ),
        pytest.param(
            "The crowd cheered as the ferry left the harbour on Monday.",
            {"cheered": "2021-03-15", "left": "2021-03-15"},
            id="clauses about one moment",
        ),
        pytest.param(
            "The depot was destroyed by an explosion on Monday.",
            {"destroyed": "2021-03-15", "explosion": "2021-03-15"},
            id="an agent",
        ),
        pytest.param(
            "Leaders of both parties held Monday's rally.",
            {"held": "2021-03-15", "rally": "2021-03-15"},
            id="what a verb brings about",
        ),
        pytest.param(
            "Ostrow was fined on Monday for the fire.",
            {"fined": "2021-03-15"},
            id="a reason has a day of its own",
        ),
        pytest.param(
            "The possibility of a strike grew on Monday.",
            {"grew": "2021-03-15"},
            id="a possibility does not happen",
        ),
        pytest.param(
            "On Monday Ana Duval resigned as mayor.",
            {"resigned": "2021-03-15"},
            id="a day right before the name of the subject",
        ),
        pytest.param(
            "Monday Night Theatre sold its house in Tarn.",
            {},
            id="a day in a name",
        ),
        pytest.param(
            "It was on Monday that Ana Duval resigned.",
            {"resigned": "2021-03-15"},
            id="a cleft sentence",
        ),
        pytest.param(
            "It was not on Monday that Ana Duval resigned.",
            {},
            id="a cleft sentence that denies the day",
        ),
        pytest.param(
            "Bo Okoro arrived in Tarn as recently as Wednesday.",
            {"arrived": "2021-03-17"},
            id="as recently as",
        ),
        pytest.param(
            "Born in Tarn in 1950, Ana Duval became mayor.",
            {"Born": "1950-01-01"},
            id="a participle before the verb keeps its time",
        ),
        pytest.param(
            "The election due this September will decide it.",
            {"election": "2021-09-01", "due": "2021-09-01"},
            id="what is due has the day",
        ),
    ],
)
def test_what_shares_a_time(text: str, events: dict[str, str]) -> None:
    assert dated(text) == events


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param(
            "Bo Okoro said in a letter, dated Monday, that he had left.",
            "2021-03-15",
            id="dated",
        ),
        pytest.param(
            "Ana Duval said in Monday's Gazette that she had left.",
            None,
            id="a name is no word for a text",
        ),
        pytest.param(
            "Ana Duval said in an interview published Sunday that she had left.",
            "2021-03-14",
            id="published",
        ),
    ],
)
def test_what_a_text_says_is_said_on_its_day(text: str, day: str | None) -> None:
    extraction = next(extract([Document("d", text, "Gazette", PUBLISHED)]))

    said = next(claim for claim in extraction.claims if claim.kind == "statement")

    assert (said.time and said.time.start) == day


@pytest.mark.parametrize(
    ("dated", "day"),
    [
        pytest.param("Monday", "2021-03-15", id="of these days"),
        pytest.param("14 May 2020", None, id="an old one, which others print undated"),
    ],
)
def test_the_day_of_words_quoted_from_a_letter(dated: str, day: str | None) -> None:
    text = f'Bo Okoro said in a letter dated {dated} that he "would never have left".'
    extraction = next(extract([Document("d", text, "Gazette", PUBLISHED)]))

    quoted = next(claim for claim in extraction.claims if claim.kind == "quote")

    assert (quoted.time and quoted.time.start) == day


def test_sayings_stay_on_the_day_of_the_news() -> None:
    filler = "The pier is long. " * 10
    text = f"A ferry sank on Wednesday. {filler}Rescuers said the sea was rough."

    assert dated(text) == {"sank": "2021-03-17", "said": "2021-03-17"}
    assert "left" not in dated(text.replace("said the sea was rough", "left"))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Ana Duval was born on 6 March 1927 in Lisbon. Her parents left the town.",
            id="a birth",
        ),
        pytest.param(
            "Rebels entered Lisbon on Tuesday. When she was five, her parents left.",
            id="a clause that says when",
        ),
        pytest.param(
            "Rebels entered Lisbon on Tuesday. To date, forty families left.",
            id="to date",
        ),
    ],
)
def test_no_day_is_carried_on(text: str) -> None:
    assert "left" not in dated(text)


def test_only_a_single_day_is_carried_on() -> None:
    text = "Ana Duval moved to Osk in 1961. She sang for Bo Okoro. She left."

    assert list(dated(text)) == ["moved"]


def test_a_day_under_after_is_not_that_of_the_verb() -> None:
    found = dated("The shares of Korvex fell by a third after its merger in May 2020.")

    assert "fell" not in found


def test_what_had_been_due_was_due_in_the_past() -> None:
    assert (
        dated("The offer had been due to expire on Monday.")["expire"] == "2021-03-15"
    )
    assert dated("The offer is due to expire on Monday.")["expire"] == "2021-03-22"


def test_what_went_on_for_months_is_on_no_day() -> None:
    text = "A ferry sank on Wednesday. The owner refused repairs for months."

    assert dated(text) == {"sank": "2021-03-17"}


def test_a_saying_that_a_statement_dates_is_no_event_as_well() -> None:
    analysis = read("Ana Duval said on Monday that the pier was closed.")
    analysis.claims.extend(EXTRACTORS["quotes"](analysis))

    assert any(c.kind == "statement" and c.time for c in analysis.claims)
    assert list(EXTRACTORS["event"](analysis)) == []


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        pytest.param("The pier opens on 5 May 2021.", "planned", id="schedule"),
        pytest.param("An election on 5 May 2021 is near.", "planned", id="noun"),
        pytest.param("The pier opened on 5 May 2021.", "asserted", id="told as done"),
        pytest.param("The pier opened on 5 March 2021.", "asserted", id="gone by"),
    ],
)
def test_what_lies_ahead_is_planned(text: str, modality: str) -> None:
    assert {claim.modality for claim in claims(text)} == {modality}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        pytest.param(
            "Ana Duval did not attend the debate on Monday.", "asserted", id="attended"
        ),
        pytest.param(
            "Ana Duval did not hold the debate on Monday.", "denied", id="held"
        ),
        pytest.param(
            "Osk did not hold the debate of mayors on Monday.", "denied", id="whose"
        ),
    ],
)
def test_an_event_that_somebody_missed_took_place(text: str, modality: str) -> None:
    found = {c.first("trigger").value: c.modality for c in claims(text)}

    assert found["debate"] == modality


def test_plans_are_not_events_that_happened() -> None:
    claim = claims("The chancellor will visit the port on Monday.")[0]

    assert (claim.modality, claim.time and claim.time.start) == (
        "planned",
        "2021-03-22",
    )


def test_time_and_place_of_a_word() -> None:
    analysis = read("President Duval met the envoy in Paris on Friday.")
    met = next(token for token in analysis.doc if token.text == "met")
    time, place = time_of(analysis, met), place_of(analysis, met)

    assert time is not None
    assert (time.start, time.text, time.value) == ("2021-03-12", "Friday", "2021-03-12")
    assert place is not None
    assert place.text == "Paris"


@pytest.mark.parametrize(
    ("text", "value", "weekday"),
    [
        pytest.param(
            "It fell on Friday, 18 March 2021.",
            "2021-03-18",
            "Friday",
            id="weekday in the date, wrong as printed",
        ),
        pytest.param(
            "It fell on 4 March (Monday).", "2021-03-04", "Monday", id="in brackets"
        ),
        pytest.param("It fell on 4 March 2019.", "2019-03-04", None, id="full date"),
        pytest.param("It fell on 3/18/2021.", "2021-03-18", None, id="month first"),
        pytest.param("It fell on 18/3/2021.", "2021-03-18", None, id="day first"),
        pytest.param("It fell on 3/3/2021.", "2021-03-03", None, id="either way"),
        pytest.param(
            "It fell on Friday, 3/18/2021.",
            "2021-03-18",
            "Friday",
            id="figures behind a weekday",
        ),
    ],
)
def test_full_dates(text: str, value: str, weekday: str | None) -> None:
    claim = claims(text, "date")[0]
    said = claim.first("weekday")

    assert claim.role("value")[0].value == value
    assert (said and said.value) == weekday


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It fell on Friday.", id="weekday alone"),
        pytest.param("It fell on 4 March.", id="no year"),
        pytest.param("It fell on Monday, 4 October.", id="perhaps another year's"),
        pytest.param("It fell on 3/5/2021.", id="day first or month first"),
        pytest.param("It fell on Monday at 10:30.", id="clock"),
    ],
)
def test_no_full_dates(text: str) -> None:
    assert claims(text, "date") == []


@pytest.mark.parametrize(
    ("words", "days"),
    [
        pytest.param("early March", ("2020-03-01", "2020-03-15"), id="early"),
        pytest.param(
            "the first week of March", ("2020-03-01", "2020-03-07"), id="week"
        ),
        pytest.param("March", ("2020-03-01", "2020-03-31"), id="a whole month"),
    ],
)
def test_part_of_month(words: str, days: tuple[str, str]):
    time = ClaimTime("2020-03-01", "2020-03-31", words, "2020-03")

    found = part_of_month(time)

    assert (found.start, found.end) == days


def test_the_day_of_a_dateline_dates_no_event():
    text = "June 25, 2019 (GNS) — Ana Duval signed the treaty in Osk."

    assert "signed" not in dated(text)
