import pytest

from factcheck.claims.extraction import NameMention
from factcheck.documents import Document
from factcheck.extraction import Analysis, Reading, analyse, extract
from factcheck.extraction.clean_text import read_text
from factcheck.extraction.names.bodies import trim
from factcheck.extraction.names.comparing import compare_names
from factcheck.extraction.names.person import parse_name


def read(text: str) -> Analysis:
    return analyse(read_text(Document("d", text, "s")))


def names(text: str, kind: str) -> list[str]:
    return [name.text for name in read(text).names if name.kind == kind]


def entity(analysis: Analysis, text: str) -> str:
    found: NameMention = next(n for n in analysis.names if n.text == text)
    return found.entity


@pytest.mark.parametrize(
    ("text", "people"),
    [
        pytest.param(
            "Foreign Minister Bae Min-seo met Ko Sang-u on Monday.",
            ["Bae Min-seo", "Ko Sang-u"],
            id="hyphenated names",
        ),
        pytest.param(
            "The envoy, Ri Kwang Su, left the talks early.",
            ["Ri Kwang Su"],
            id="a name of three words",
        ),
        pytest.param(
            "Secretary of Defence Edgar Whitcombe flew to Oslo with Lena Moss.",
            ["Edgar Whitcombe", "Lena Moss"],
            id="a title with its portfolio is no name",
        ),
        pytest.param(
            "Vice Foreign Minister Bae Min-seo met Defence Minister Edgar Whitcombe.",
            ["Bae Min-seo", "Edgar Whitcombe"],
            id="a portfolio before the office is no name",
        ),
        pytest.param(
            "Mr. Whitcombe’s plane landed, and Dr. Lena Moss’s aide waited.",
            ["Whitcombe", "Lena Moss"],
            id="courtesy titles and possessives left out",
        ),
        pytest.param(
            "Robert F. Haldane and J.R. Quill spoke to reporters.",
            ["Robert F. Haldane", "J.R. Quill"],
            id="initials",
        ),
        pytest.param(
            "Chancellor Otto van der Linden greeted Maria de la Vega in Vienna.",
            ["Otto van der Linden", "Maria de la Vega"],
            id="particles",
        ),
        pytest.param(
            "President Karim al-Hadi thanked Prince Faisal bin Nasser.",
            ["Karim al-Hadi", "Faisal bin Nasser"],
            id="Arabic articles and patronymics",
        ),
        pytest.param(
            "Senator Walter Haldane Jr. and Henry Moss III voted for the bill.",
            ["Walter Haldane Jr.", "Henry Moss III"],
            id="suffixes",
        ),
        pytest.param(
            "COVID-19 closed the schools, Mayor Lena Moss said.",
            ["Lena Moss"],
            id="a disease is nobody",
        ),
        pytest.param(
            "She told the Haldane Foundation and Moss University about it.",
            [],
            id="bodies that bear a name",
        ),
        pytest.param(
            "Governor Lena Moss and actor Chad Whitcombe toured Chad in March.",
            ["Lena Moss", "Chad Whitcombe"],
            id="a given name that is a country",
        ),
    ],
)
def test_a_person_is_exactly_the_name(text: str, people: list[str]) -> None:
    assert names(text, "person") == people


@pytest.mark.parametrize(
    ("text", "form", "whole"),
    [
        pytest.param(
            "Prime Minister Harriet May arrived. May said she would stay.",
            "May",
            "Harriet May",
            id="a surname that is a month",
        ),
        pytest.param(
            "Lena Whitcombe spoke first. Later Whitcombe left.",
            "Whitcombe",
            "Lena Whitcombe",
            id="surname after the full name",
        ),
        pytest.param(
            "Foreign Minister Ana Duval met President Bo Okoro in Geneva on Thursday. "
            '"We will close the bridge to heavy traffic before Christmas," Duval said.',
            "Duval",
            "Ana Duval",
            id="a surname that the parser takes for a noun",
        ),
        pytest.param(
            "Whitcombe will fly to Oslo. The minister, Lena Whitcombe, was silent.",
            "Whitcombe",
            "Lena Whitcombe",
            id="surname before the full name",
        ),
        pytest.param(
            "Vice minister Bae Min-seo was blunt. “No,” Min-seo said.",
            "Min-seo",
            "Bae Min-seo",
            id="given name by itself",
        ),
        pytest.param(
            "President Bae Min-seo was blunt. Bae said no.",
            "Bae",
            "Bae Min-seo",
            id="family name that stands first",
        ),
        pytest.param(
            "Karim al-Hadi fled the city. Hadi has not returned.",
            "Hadi",
            "Karim al-Hadi",
            id="article left out",
        ),
        pytest.param(
            "Otto van der Linden won. Van der Linden thanked voters.",
            "Van der Linden",
            "Otto van der Linden",
            id="particles with the surname",
        ),
        pytest.param(
            "Anthony Whitcombe ran again. “Tony Whitcombe is back,” a poster said.",
            "Tony Whitcombe",
            "Anthony Whitcombe",
            id="short form of the given name",
        ),
    ],
)
def test_forms_of_one_person_are_one_entity(text: str, form: str, whole: str) -> None:
    analysis = read(text)

    assert entity(analysis, form) == entity(analysis, whole)


def test_a_given_name_by_itself_is_decided_with_a_reason() -> None:
    analysis = read("Vice minister Bae Min-seo was blunt. “No,” Min-seo said.")

    reasons = [d.reason for d in analysis.decisions if d.left == "Min-seo"]
    assert reasons == ["the given name by itself; nobody else here bears it"]


def test_a_surname_of_two_people_stays_unsure() -> None:
    analysis = read(
        "Lena Whitcombe and Edgar Whitcombe met the press. "
        "Then Whitcombe left the room without a word."
    )

    alone = entity(analysis, "Whitcombe")
    assert alone not in {
        entity(analysis, "Lena Whitcombe"),
        entity(analysis, "Edgar Whitcombe"),
    }
    assert "unsure" in {d.verdict for d in analysis.decisions}


def test_a_surname_is_not_the_relatives() -> None:
    analysis = read(
        "President Edgar Whitcombe’s sister Lena Whitcombe left the party. "
        "Whitcombe said nothing about it."
    )

    assert entity(analysis, "Whitcombe") == entity(analysis, "Edgar Whitcombe")


@pytest.mark.parametrize(
    "relatives",
    [
        pytest.param("Her eldest son, Edgar Whitcombe, spoke.", id="before the name"),
        pytest.param("Edgar Whitcombe, her husband, spoke.", id="behind the name"),
        pytest.param("Edgar Whitcombe, Lena Whitcombe’s son, spoke.", id="whose"),
    ],
)
def test_a_surname_is_not_that_of_a_relative_between_commas(relatives: str) -> None:
    analysis = read(
        f"The novelist Lena Whitcombe died on Saturday. {relatives} "
        "Whitcombe was born in Lisbon in 1933."
    )

    assert entity(analysis, "Whitcombe") == entity(analysis, "Lena Whitcombe")


def test_a_courtesy_title_tells_which_of_a_couple() -> None:
    analysis = read(
        "Margaret Whitcombe and Edward Whitcombe opened the school. "
        "Afterwards Mrs. Whitcombe spoke at length."
    )

    assert entity(analysis, "Whitcombe") == entity(analysis, "Margaret Whitcombe")


def test_the_headline_shares_the_entities_of_the_text() -> None:
    text = "Foreign Minister Lena Whitcombe resigned on Monday after the vote. " * 2
    document = Document("d", text, "s", title="WHITCOMBE QUITS AFTER VOTE")
    extraction = next(extract([document]))

    found = {
        m.mention.part: m.mention for m in extraction.mentions if m.type == "person"
    }
    assert found["title"].entity == found["text"].entity


def test_an_abbreviation_is_the_body_it_abbreviates() -> None:
    analysis = read("The Harbour Safety Agency (HSA) closed the port. HSA said why.")

    assert entity(analysis, "HSA") == entity(analysis, "Harbour Safety Agency")


def test_a_nickname_the_text_explains_is_the_person() -> None:
    analysis = read(
        "Edgar Whitcombe, known to sailors as “Old Gull”, died. Old Gull was 90."
    )

    assert entity(analysis, "Old Gull") == entity(analysis, "Edgar Whitcombe")


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        pytest.param("A Peruvian official spoke.", "Peruvian", "PE", id="adjective"),
        pytest.param("Oslo warned its neighbours.", "Oslo", "NO", id="capital acts"),
        pytest.param(
            "He urged Pyongyang to return to the talks.",
            "Pyongyang",
            "KP",
            id="capital is spoken to",
        ),
        pytest.param(
            "North and South Sudan signed the treaty.", "South Sudan", "SS", id="both"
        ),
        pytest.param(
            "Georgia Governor Lena Moss signed the bill.", "Georgia", None, id="a state"
        ),
        pytest.param(
            "Georgia asked Russia to withdraw.", "Georgia", "GE", id="the country"
        ),
        pytest.param(
            "In Oslo’s first statement on it, no date was given.",
            "Oslo",
            "NO",
            id="capital owns what governments have",
        ),
        pytest.param("She lives in Oslo now.", "Oslo", None, id="capital is a city"),
        pytest.param(
            "South Sudan signed. Officials in the South were glad.",
            "South",
            "SS",
            id="the South where the text speaks of South Sudan",
        ),
    ],
)
def test_countries_and_their_governments(
    text: str, word: str, country: str | None
) -> None:
    analysis = read(text)

    assert analysis.entities[entity(analysis, word)].country == country


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        pytest.param("Choe Son Hui", "Choe Son-hui", "same", id="hyphen"),
        pytest.param("Choe Son-hui", "Choi Sun-hee", "same", id="romanisation"),
        pytest.param("Choe Son-hui", "Son-hui Choe", "same", id="order"),
        pytest.param("Suh Hoon", "Seo Hoon", "same", id="Suh and Seo"),
        pytest.param("Chung Eui-yong", "Jeong Ui-yong", "same", id="Chung and Jeong"),
        pytest.param("Moon Jae-in", "Mun Jae-in", "same", id="Moon and Mun"),
        pytest.param("Ri Yong Ho", "Lee Yong-ho", "same", id="Ri and Lee"),
        pytest.param("Volodymyr Zelensky", "Volodymyr Zelenskyy", "same", id="-sky"),
        pytest.param("Muammar Gaddafi", "Muammar Qaddafi", "same", id="Qaddafi"),
        pytest.param("Mohammed Haddar", "Muhammad Haddar", "same", id="Mohammed"),
        pytest.param("Antony Blinken", "Tony Blinken", "same", id="nickname"),
        pytest.param("Antony Blinken", "Anthony Blinken", "same", id="spelling"),
        pytest.param("Joe Biden", "Joseph R. Biden", "same", id="short, with initial"),
        pytest.param("Bill Clinton", "William Clinton", "same", id="Bill and William"),
        pytest.param("José Núñez", "Jose Nunez", "same", id="accents"),
        pytest.param(
            "Otto Van Der Linden", "Otto van der Linden", "same", id="particle"
        ),
        pytest.param("Katie Moss", "Katy Moss", "same", id="two pet forms"),
        pytest.param("Kim Jong Un", "Kim Jong Il", "different", id="father, son"),
        pytest.param("Kim Jong Un", "Kim Yo Jong", "different", id="brother, sister"),
        pytest.param("Hunter Biden", "Joe Biden", "different", id="relatives"),
        pytest.param("George W. Bush", "George H. W. Bush", "different", id="Bushes"),
        pytest.param("Ken Moss Jr.", "Ken Moss Sr.", "different", id="Jr. and Sr."),
        pytest.param("Ken Moss Jr.", "Ken Moss", "unsure", id="only one Jr."),
        pytest.param(
            "Lee Ju-ho", "Lee Jong-sup", "different", id="ministers named Lee"
        ),
        pytest.param("J. Quill", "John Quill", "unsure", id="an initial"),
        pytest.param("Duncan Rayt", "Duncan Rayte", "unsure", id="one letter"),
        pytest.param("Ada Quill", "Ben Quill", "different", id="given names"),
        pytest.param("Ada Quill", "Ada Moss", "different", id="surnames"),
    ],
)
def test_names_are_compared(left: str, right: str, verdict: str) -> None:
    first, second = parse_name(left), parse_name(right)

    assert compare_names(first, second)[0] == verdict
    assert compare_names(second, first)[0] == verdict


def test_a_name_claim_holds_every_form() -> None:
    text = (
        "The delegation arrived on Monday and the talks began at once. Vice minister "
        "Bae Min-seo was blunt. “No,” Min-seo said. Bae then left the room."
    )
    extraction = next(extract([Document("d", text, "s")]))

    claim = next(c for c in extraction.claims if c.kind == "name")
    assert [m.text for m in claim.role("person")] == ["Bae Min-seo"]
    assert {m.text: m.value for m in claim.role("form")} == {
        "Min-seo": "given",
        "Bae": "surname",
    }


def test_nothing_is_found_in_nothing() -> None:
    analysis = analyse(Reading(Document("d", "", "s"), "text", "", ()))

    assert analysis.names == []


@pytest.mark.parametrize(
    ("text", "people"),
    [
        pytest.param(
            "Sidra Babett Knudrup was born in 1968.",
            ["Sidra Babett Knudrup"],
            id="born",
        ),
        pytest.param(
            "Osk Vind Moss (3 May 1901 – 9 June 1979) led it.",
            ["Osk Vind Moss"],
            id="lived",
        ),
        pytest.param("Osk Moss is a Danish actress.", ["Osk Moss"], id="an occupation"),
        pytest.param("South Sudan was born in 2011.", [], id="a country"),
        pytest.param("Moss Company was born in 2011.", [], id="a body"),
    ],
)
def test_a_name_is_somebodys_by_what_is_said_of_it(
    text: str, people: list[str]
) -> None:
    assert names(text, "person") == people


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        pytest.param("Orsa Rovers 2-1", "Orsa Rovers", id="a score"),
        pytest.param("the Boeing 737-800", "Boeing 737-800", id="a model"),
        pytest.param("Group of 77", "Group of 77", id="a number of its own"),
    ],
)
def test_what_is_cut_off_a_name(printed, name):
    start, end = trim(printed, 0, len(printed))

    assert printed[start:end] == name


@pytest.mark.parametrize(
    ("title", "text", "person"),
    [
        pytest.param(
            "Bill Osk",
            "Wilhelm Karl Osk (3 May 1931 – 4 May 2003) was a Norwegian rower.",
            "Bill Osk",
            id="a fuller name opens the text",
        ),
        pytest.param(
            "Bill Osk",
            "Wilhelm Karl Osk was at the harbour. He told nobody of it.",
            "Wilhelm Karl Osk",
            id="no dates behind it",
        ),
        pytest.param(
            "Bill Tarn",
            "Wilhelm Karl Osk (3 May 1931 – 4 May 2003) was a Norwegian rower.",
            "Wilhelm Karl Osk",
            id="another surname",
        ),
        pytest.param(
            "Bill Osk rows again",
            "Wilhelm Karl Osk (3 May 1931 – 4 May 2003) was a Norwegian rower.",
            "Wilhelm Karl Osk",
            id="a headline that tells something",
        ),
    ],
)
def test_a_text_headed_by_a_name(title, text, person):
    (extraction,) = extract([Document("d", text, "s", title=title)])

    people = {
        m.name for c in extraction.claims if c.kind == "name" for m in c.role("person")
    }
    assert person in people
