from typing import Any

import pytest

from factcheck.claims import Claim
from factcheck.documents import Document
from factcheck.extraction import extract


def titles(text: str) -> list[Claim]:
    document = Document("d", text, "Herald", published="2021-03-18")
    (extraction,) = extract([document])
    return [claim for claim in extraction.claims if claim.kind == "title"]


def said(claim: Claim) -> tuple[str, Any, str]:
    """Person, canonical title and bodies of a claim, as a reader would say it."""
    person, title = claim.role("person")[0], claim.role("title")[0]
    bodies = ", ".join(body.text for body in claim.role("organization"))
    return person.name or person.text, title.value, bodies


def status(claim: Claim) -> Any:
    return claim.role("status")[0].value


ONE = [
    pytest.param(
        "In Oslo, then-Vice President Helen Marsh spoke.",
        ("Helen Marsh", "vice president", ""),
        id="15-then-before-a-rank",
    ),
    pytest.param(
        "US Secretary of State Helen Marsh arrived on Monday.",
        ("Helen Marsh", "secretary of state", "US"),
        id="before the name",
    ),
    pytest.param(
        "Gen. Robert Hale took command in the north.",
        ("Robert Hale", "general", ""),
        id="abbreviated before the name",
    ),
    pytest.param(
        "Health and Human Services Secretary Laura Finch left the room.",
        ("Laura Finch", "health secretary", ""),
        id="portfolio with and",
    ),
    pytest.param(
        "Marta Lopez, the first vice minister of foreign affairs, said no.",
        ("Marta Lopez", "first vice foreign minister", ""),
        id="after the name",
    ),
    pytest.param(
        "Peter Lang, 54, mayor of Denver, opened the bridge.",
        ("Peter Lang", "mayor", "Denver"),
        id="after the age",
    ),
    pytest.param(
        "The company's chief executive, Susan Boyle, resigned.",
        ("Susan Boyle", "chief executive", "company"),
        id="apposition the other way",
    ),
    pytest.param(
        "Michael Brandt, an assistant professor of botany, found the orchid.",
        ("Michael Brandt", "assistant professor of botany", ""),
        id="topic in the title",
    ),
    pytest.param(
        "Karen Miller is the director of the World Food Bank.",
        ("Karen Miller", "director", "World Food Bank"),
        id="is",
    ),
    pytest.param(
        "Paul Weber was appointed ambassador to France.",
        ("Paul Weber", "ambassador", "France"),
        id="was appointed",
    ),
    pytest.param(
        "The board named Carla Stone as chief financial officer.",
        ("Carla Stone", "chief financial officer", ""),
        id="named as",
    ),
    pytest.param(
        "David Frost, who is the treasurer of the Labour Party, agreed.",
        ("David Frost", "treasurer", "Labour Party"),
        id="who is",
    ),
    pytest.param(
        "Prime Minister Anna Berg of Norway arrived in Rome.",
        ("Anna Berg", "prime minister", "Norway"),
        id="country behind the name",
    ),
    pytest.param(
        "Laura Finch (born 3 May 1979) is a photographer.",
        ("Laura Finch", "photographer", ""),
        id="behind brackets",
    ),
    pytest.param(
        "The award went to National Security Adviser Paul Weber.",
        ("Paul Weber", "national security adviser", ""),
        id="an office that looks like a body",
    ),
    pytest.param(
        "The company named Tom Archer president of its bank in March.",
        ("Tom Archer", "president", "bank"),
        id="behind the name without a comma",
    ),
    pytest.param(
        "They were welcomed there by Lt. Gov. Carla Stone on Friday.",
        ("Carla Stone", "lieutenant governor", ""),
        id="two abbreviations",
    ),
    pytest.param(
        "The DNC chairwoman Julia Stern disagreed.",
        ("Julia Stern", "chairman", "DNC"),
        id="a body in capitals",
    ),
    pytest.param(
        "The 54-year-old farmer Tom Archer disagreed.",
        ("Tom Archer", "farmer", ""),
        id="an age is no part of it",
    ),
    pytest.param(
        "A painting by the ceramicist Tom Archer was sold.",
        ("Tom Archer", "ceramicist", ""),
        id="a profession by its ending",
    ),
]


@pytest.mark.parametrize(("text", "expected"), ONE)
def test_one_office(text: str, expected: tuple[str, str, str]) -> None:
    assert [said(claim) for claim in titles(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "He met his South Korean counterparts, Foreign Minister Park Jin-ho and "
            "Defence Minister Lee Sang-min, in Busan.",
            [
                ("Park Jin-ho", "foreign minister", "South Korean"),
                ("Lee Sang-min", "defense minister", "South Korean"),
            ],
            id="a list shares its country",
        ),
        pytest.param(
            "Senators Alice Grant and Robert Hale voted against it.",
            [("Alice Grant", "senator", ""), ("Robert Hale", "senator", "")],
            id="a plural has several holders",
        ),
        pytest.param(
            "The crowd cheered the actress and comedian Julia Stern.",
            [("Julia Stern", "actor", ""), ("Julia Stern", "comedian", "")],
            id="a name has several offices",
        ),
        pytest.param(
            "Henry Cole is the chairman and founder of Fabrikam Inc.",
            [
                ("Henry Cole", "chairman", ""),
                ("Henry Cole", "founder", "Fabrikam Inc."),
            ],
            id="joined behind a verb",
        ),
        pytest.param(
            "They were met by President Anna Berg, Vice President Paul Weber and "
            "Mayor Carla Stone.",
            [
                ("Anna Berg", "president", ""),
                ("Paul Weber", "vice president", ""),
                ("Carla Stone", "mayor", ""),
            ],
            id="each keeps an office of its own",
        ),
        pytest.param(
            "He thanked the President and Vice President Paul Weber.",
            [("Paul Weber", "vice president", "")],
            id="the president is somebody else",
        ),
    ],
)
def test_several(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [said(claim) for claim in titles(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Former mayor Peter Lang spoke.", "former", id="former"),
        pytest.param("President-elect Anna Berg spoke.", "elect", id="elect"),
        pytest.param("Acting director Karen Miller spoke.", "acting", id="acting"),
        pytest.param("Mayor Peter Lang spoke.", "current", id="nothing said"),
        pytest.param("Peter Lang was mayor of Denver.", "former", id="was"),
        pytest.param("Peter Lang became mayor of Denver.", "current", id="became"),
        pytest.param("Ex-president Anna Berg spoke.", "former", id="ex"),
        pytest.param("Anna Berg resigned as mayor of Denver.", "former", id="left"),
        pytest.param("Anna Berg served as acting mayor.", "former", id="served as"),
        pytest.param("Anna Berg serves as acting mayor.", "acting", id="serves as"),
    ],
)
def test_status(text: str, expected: str) -> None:
    assert [status(claim) for claim in titles(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        pytest.param(
            "Peter Lang was mayor of Denver from 2009 to 2013.",
            "2009-01-01",
            "2013-12-31",
            id="from to",
        ),
        pytest.param(
            "Peter Lang became mayor of Denver in 2009.",
            "2009-01-01",
            None,
            id="from then on",
        ),
        pytest.param(
            "Peter Lang has been mayor of Denver since 2019.",
            "2019-01-01",
            None,
            id="since",
        ),
    ],
)
def test_valid_time(text: str, start: str, end: str | None) -> None:
    (claim,) = titles(text)

    assert claim.time is not None
    assert (claim.time.start, claim.time.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        pytest.param("Anna Berg will become president.", "planned", id="will"),
        pytest.param("Anna Berg is not the mayor of Denver.", "denied", id="not"),
        pytest.param("Anna Berg is the mayor of Denver.", "asserted", id="is"),
    ],
)
def test_modality(text: str, modality: str) -> None:
    assert [claim.modality for claim in titles(text)] == [modality]


def test_a_successor_and_who_went_before() -> None:
    claims = titles("Laura Finch succeeded Robert Hale as chairman.")

    assert ("Robert Hale", "former") in [(said(c)[0], status(c)) for c in claims]


def test_his_first_visit_as() -> None:
    text = "Helen Marsh landed in Oslo. It was her first visit as secretary of state."

    assert [said(claim)[:2] for claim in titles(text)] == [
        ("Helen Marsh", "secretary of state")
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("According to Ann Moore, the king is ill.", id="new subject"),
        pytest.param("An aide to the president spoke to Ann Moore.", id="nobody named"),
        pytest.param("The Justice Department sued on Monday.", id="a department"),
        pytest.param("Ann Moore's cousin, a man from Ohio, left.", id="kin"),
        pytest.param("She liked Tom Archer (The Last Emperor) best.", id="a film"),
        pytest.param("She met a fellow Tom Archer knew.", id="fellow"),
        pytest.param("The [Vice] President Anna Berg left.", id="an editor's hand"),
        pytest.param("The singer of the band Tom Archer left.", id="band"),
        pytest.param("He met the minister, Ann Moore's brother said.", id="possessive"),
    ],
)  # fmt: skip
def test_no_office(text: str) -> None:
    assert titles(text) == []


def test_spans_quote_the_text() -> None:
    text = "The former North Korean vice foreign minister Pak Chol-su left."

    (claim,) = titles(text)

    assert claim.role("title")[0].text == "vice foreign minister"
    assert claim.role("status")[0].text == "former"
    assert text[claim.span.start : claim.span.end].startswith("former")


def test_object_of_the_main_verb_holds_the_office() -> None:
    text = "Anna Berg nominated Paul Weber to serve as ambassador to France."

    assert [said(claim)[:2] for claim in titles(text)] == [("Paul Weber", "ambassador")]


def test_a_past_role_looks_at_past_offices() -> None:
    text = "Julia Stern was an adviser to Vice President Paul Weber."

    assert [status(claim) for claim in titles(text)] == ["former", "former"]


def test_a_co_chair_is_an_office_and_no_body():
    (claim,) = titles("Ana Duval, Co-Chair of the council, spoke first.")

    assert said(claim) == ("Ana Duval", "co-chairman", "council")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "They were taken to Dover General Infirmary on Monday.", id="a hospital"
        ),
        pytest.param("Marta Lima da Silva left for Rome.", id="da in a name"),
    ],
)
def test_15_what_is_no_office(text):
    assert titles(text) == []


def test_15_an_office_that_is_denied_is_not_asserted():
    claims = titles("Helen Marsh denied being chairwoman of the bank.")

    assert {claim.modality for claim in claims} <= {"denied"}


def test_15_a_supreme_leader_is_no_leader_of_a_body_called_supreme():
    claims = titles("Iran's Supreme Leader Ayatollah Peter Lang spoke on Sunday.")

    assert ("Peter Lang", "supreme leader", "Iran") in [said(claim) for claim in claims]
