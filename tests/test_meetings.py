"""Who met whom, and who went where."""

import pytest

from factcheck.claims import Claim
from factcheck.documents import Document
from factcheck.extraction import extract


def claims(text: str, kind: str, published: str | None = None) -> list[Claim]:
    (extraction,) = extract([Document("d", text, "A", published=published)])
    return [claim for claim in extraction.claims if claim.kind == kind]


def texts(claim: Claim, role: str) -> list[str]:
    return [mention.text for mention in claim.role(role)]


@pytest.mark.parametrize(
    ("text", "who", "place"),
    [
        pytest.param(
            "Ana Duval met with Tomas Riel in Geneva on Monday.",
            ["Ana Duval", "Tomas Riel"],
            ["Geneva"],
            id="met with",
        ),
        pytest.param(
            "President Ana Duval hosted Chancellor Peter Olsen on Monday.",
            ["Ana Duval", "Peter Olsen"],
            [],
            id="hosted",
        ),
        pytest.param(
            "The two ministers held talks in Geneva.",
            ["The two ministers"],
            ["Geneva"],
            id="held talks",
        ),
        pytest.param(
            "Talks between Ana Duval and Tomas Riel ended on Monday.",
            ["Ana Duval", "Tomas Riel"],
            [],
            id="talks between",
        ),
        pytest.param(
            "Delegates were cheerful when the Peru-Chile summit ended on Monday.",
            ["Peru", "Chile"],
            [],
            id="two names before a summit",
        ),
        pytest.param(
            "Ana Duval telephoned Tomas Riel on Sunday.",
            ["Ana Duval", "Tomas Riel"],
            [],
            id="telephoned",
        ),
        pytest.param(
            "Ana Duval and Tomas Riel held their first meeting in Geneva.",
            ["Ana Duval", "Tomas Riel"],
            ["Geneva"],
            id="their meeting",
        ),
        pytest.param(
            "Ana Duval flew in with Ines Korb. They signed a joint statement with "
            "their counterparts, Foreign Minister Peter Olsen and Tomas Riel.",
            ["They", "They", "Peter Olsen", "Tomas Riel"],
            [],
            id="they of the sentence before",
        ),
        pytest.param(
            "The envoys met their counterparts, Foreign Minister Ana Duval and "
            "Defence Minister Tomas Riel.",
            ["The envoys", "Ana Duval", "Tomas Riel"],
            [],
            id="counterparts who are named",
        ),
        pytest.param(
            "Ana Duval and Peter Olsen warned of war in a joint statement with their "
            "Peruvian counterparts, Foreign Minister Luis Vega and Defence Minister "
            "Carlos Rojas.",
            ["Ana Duval", "Peter Olsen", "Luis Vega", "Carlos Rojas"],
            [],
            id="joint statement with counterparts",
        ),
        pytest.param(
            "Tomas Riel lost his first debate against Ana Duval.",
            ["his", "Ana Duval"],
            [],
            id="a debate against somebody",
        ),
        pytest.param(
            "Tomas Riel gave a warm welcome to Ana Duval.",
            ["Tomas Riel", "Ana Duval"],
            [],
            id="welcome",
        ),
    ],
)
def test_meetings(text: str, who: list[str], place: list[str]) -> None:
    (claim,) = claims(text, "meeting")

    assert texts(claim, "participant") == who
    assert texts(claim, "place") == place
    assert claim.modality == "asserted"


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        pytest.param(
            "When asked if Ana Duval would meet Tomas Riel, he said nothing.",
            "hypothetical",
            id="asked if",
        ),
        pytest.param("Ana Duval plans to meet Tomas Riel.", "planned", id="plans"),
        pytest.param("Ana Duval refused to meet Tomas Riel.", "denied", id="refused"),
        pytest.param(
            "Ana Duval called off a meeting with Tomas Riel.", "denied", id="called off"
        ),
    ],
)
def test_what_was_not_held_is_told_as_such(text: str, modality: str) -> None:
    assert [claim.modality for claim in claims(text, "meeting")] == [modality]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The plant met the demand.", id="demand"),
        pytest.param("Ana Duval held a news conference in Geneva.", id="press"),
        pytest.param("We must meet people where they are.", id="idiom"),
        pytest.param("We talk with people around the world.", id="anybody"),
        pytest.param(
            "They have more details and more conversations to describe.",
            id="beside something else",
        ),
        pytest.param("Her work received praise.", id="received praise"),
        pytest.param("The needs were met by Ana Duval.", id="met needs"),
        pytest.param("Ana Duval briefed reporters on Monday.", id="the press"),
        pytest.param("Analysts discussed the dam.", id="anybody may discuss"),
        pytest.param(
            "Ana Duval and Tomas Riel have an agenda, from health to discussing trade.",
            id="nobody discussed yet",
        ),
        pytest.param("Thousands gathered in Oslo.", id="a crowd"),
        pytest.param("Ana Duval sat in the front row.", id="half an idiom"),
        pytest.param("The company welcomed the decision.", id="welcomed a decision"),
        pytest.param(
            "He failed to meet the Commission's 15 percent polling threshold.",
            id="met a threshold",
        ),
        pytest.param(
            "The ward used the beds that they received with the grant from Duval.",
            id="received a thing",
        ),
        pytest.param(
            "Ana Duval received the Osk Ratna for her songs.", id="received a medal"
        ),
        pytest.param(
            "Ana Duval was conferred with three National Awards.", id="conferred on"
        ),
        pytest.param(
            "The mayor wants to communicate with the Peruvian people.", id="a people"
        ),
    ],
)
def test_no_meeting(text: str) -> None:
    assert claims(text, "meeting") == []


@pytest.mark.parametrize(
    ("text", "visitor", "destination", "natures"),
    [
        pytest.param(
            "Ana Duval was making her first visit to Peru as chancellor.",
            ["Ana Duval"],
            ["Peru"],
            ["first"],
            id="first visit as",
        ),
        pytest.param(
            "Ana Duval is in Peru for a state visit.",
            ["Ana Duval"],
            ["Peru"],
            ["state"],
            id="is in a country for",
        ),
        pytest.param(
            "Ana Duval arrived in Lima on a surprise visit.",
            ["Ana Duval"],
            ["Lima"],
            ["surprise"],
            id="arrived on",
        ),
        pytest.param(
            "Ana Duval travelled to Peru on Monday.",
            ["Ana Duval"],
            ["Peru"],
            [],
            id="travelled",
        ),
        pytest.param(
            "Ana Duval was on her first trip to Zuromba as minister in May.",
            ["Ana Duval"],
            ["Zuromba"],
            ["first"],
            id="a place nobody knows",
        ),
        pytest.param(
            "He thanked Ana Duval for visiting Peru.",
            ["Ana Duval"],
            ["Peru"],
            [],
            id="who is thanked went",
        ),
        pytest.param(
            "The envoy, Tomas Riel, visited Peru.",
            ["Tomas Riel"],
            ["Peru"],
            [],
            id="the name behind the office",
        ),
        pytest.param(
            "The minister toured a hospital in Lima.",
            ["The minister"],
            ["a hospital"],
            [],
            id="toured",
        ),
    ],
)
def test_visits(
    text: str, visitor: list[str], destination: list[str], natures: list[str]
) -> None:
    (claim,) = claims(text, "visit")

    assert texts(claim, "visitor") == visitor
    assert texts(claim, "destination") == destination
    assert [mention.value for mention in claim.role("nature")] == natures


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Please visit our website.", id="website"),
        pytest.param("The ministry returned the men to Peru.", id="sent back"),
        pytest.param("The minister returned to Congress.", id="back at work"),
        pytest.param("Ana Duval arrived in Congress in 1993.", id="took a seat"),
        pytest.param("We'll go to Ana Duval next.", id="handing over"),
        pytest.param(
            "It was like the film “Mr. Riel Goes to Lisbon.”", id="a title's words"
        ),
    ],
)
def test_no_visit(text: str) -> None:
    assert claims(text, "visit") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "Ana Duval flew home. She met Peter Olsen in Lima.",
            ["Ana Duval", "Peter Olsen"],
            id="she",
        ),
        pytest.param(
            "Ana Duval wrote to Peter Olsen. They met in Lima.",
            ["Ana Duval", "Peter Olsen"],
            id="they: the two of the sentence before",
        ),
        pytest.param(
            "The crowd saw Ana Duval. They met in Lima.", [None], id="they: unknown"
        ),
        pytest.param(
            "Peter Olsen flew home. He talked to Peter Olsen in Lima.",
            [None, "Peter Olsen"],
            id="he: not the one he talked to",
        ),
        pytest.param(
            "The Peter Olsen trial went on. He met Eva Lind in Lima.",
            [None, "Eva Lind"],
            id="he: not whose trial it is",
        ),
        pytest.param(
            "Ana Duval's aides met Peter Olsen in Lima.",
            [None, "Peter Olsen"],
            id="somebody's aides are not she",
        ),
    ],
)
def test_who_is_meant(text: str, names: list[str | None]) -> None:
    (claim,) = claims(text, "meeting")

    assert [mention.name for mention in claim.role("participant")] == names


def test_another_meetings_date_is_not_taken() -> None:
    text = "Riel quit in 2019 after Ana Duval met Tomas Riel in Geneva."

    (claim,) = claims(text, "meeting", "2021-03-18")

    assert claim.time is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        pytest.param(
            "Ana Duval sat down with Tomas Riel on Friday.",
            ["Ana Duval", "Tomas Riel"],
            id="sat down",
        ),
        pytest.param(
            "Ana Duval and Tomas Riel exchanged views over lunch in Geneva.",
            ["Ana Duval", "Tomas Riel"],
            id="exchanged views",
        ),
        pytest.param(
            "Ana Duval and Tomas Riel discussed the dam in Sofia.",
            ["Ana Duval", "Tomas Riel"],
            id="discussed",
        ),
        pytest.param(
            "Envoys from both sides gathered in Oslo for a third round of talks.",
            ["Envoys"],
            id="gathered for talks",
        ),
        pytest.param(
            "Ana Duval talked to Tomas Riel about it.",
            ["Ana Duval", "Tomas Riel"],
            id="talked to",
        ),
        pytest.param(
            "Ana Duval was briefed by the generals on Monday.",
            ["Ana Duval", "the generals"],
            id="briefed",
        ),
        pytest.param(
            "Ana Duval hosted a dinner for Tomas Riel at her residence.",
            ["Ana Duval", "Tomas Riel"],
            id="a dinner for",
        ),
        pytest.param(
            "A meeting of the council took place in Bonn on Friday.",
            ["the council"],
            id="a meeting of",
        ),
    ],
)
def test_other_words_for_meeting(text: str, who: list[str]) -> None:
    (claim,) = claims(text, "meeting")

    assert texts(claim, "participant") == who


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("Ana Duval left for Mali on Monday.", "Mali", id="left for"),
        pytest.param("Ana Duval crossed into Turkey on foot.", "Turkey", id="into"),
        pytest.param(
            "Ana Duval visited troops at Fort Hale on Saturday.",
            "Fort Hale",
            id="people at a place",
        ),
        pytest.param(
            "Ana Duval toured the flooded valley.", "the flooded valley", id="a valley"
        ),
    ],
)
def test_other_words_for_going(text: str, place: str) -> None:
    (claim,) = claims(text, "visit")

    assert texts(claim, "destination") == [place]


def test_a_visit_that_lies_ahead_is_planned() -> None:
    text = "Ana Duval's visit to Iran, the first by a premier, begins Monday."

    (claim,) = claims(text, "visit", published="2021-03-18")

    assert claim.modality == "planned"
