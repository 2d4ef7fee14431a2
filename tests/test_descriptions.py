"""What names are said to be, and what is no description."""

import pytest

from factcheck.claims import DENIED, Claim
from factcheck.documents import Document
from factcheck.extraction import EXTRACTORS, analyse
from factcheck.extraction.clean_text import read_text


def claims(text: str, kind: str = "description") -> list[Claim]:
    reading = read_text(Document("d", text, "Gazette", "2021-03-18"))
    return list(EXTRACTORS[kind](analyse(reading)))


def held(claim: Claim, role: str) -> list[object]:
    return [m.value or m.text for m in claim.role(role)]


@pytest.mark.parametrize(
    ("text", "subject", "sort", "countries"),
    [
        pytest.param(
            "Red Harbour is a 2014 Portuguese comedy film about a ferry.",
            "red harbour",
            "film",
            ["PT"],
            id="a work",
        ),
        pytest.param(
            "The “Red Harbour” was a television series.",
            "red harbour",
            "television series",
            [],
            id="marks and articles are no part of a name",
        ),
        pytest.param(
            "Savages is an English novel by Bo Okoro.",
            "savages",
            "novel",
            ["GB"],
            id="a plural with a singular verb",
        ),
        pytest.param(
            "Osk [oːsk] is a village in the north.", "osk", "town", [], id="brackets"
        ),
        pytest.param(
            "Ana Duval (born 20 July 1961) is an American football coach.",
            "Ana Duval",
            "person",
            [],
            id="American football is no country",
        ),
        pytest.param(
            "Ana Duval is a Portuguese and Canadian painter.",
            "Ana Duval",
            "person",
            ["PT", "CA"],
            id="two countries",
        ),
        pytest.param(
            "Ana Duval is only Canadian.",
            "Ana Duval",
            "person",
            ["CA"],
            id="nationality alone",
        ),
    ],
)
def test_descriptions(text, subject, sort, countries):
    (claim,) = claims(text)

    assert held(claim, "subject") == [subject]
    assert held(claim, "sort") == [sort]
    assert held(claim, "country") == countries


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The film is a comedy.", id="no name"),
        pytest.param("He is a painter.", id="a pronoun"),
        pytest.param("Money is a broad word.", id="the first word of a sentence"),
        pytest.param("Ana Duval is a spy, Mayor Bo Okoro said.", id="somebody says so"),
        pytest.param("“Ana Duval is a spy.”", id="in quotation marks"),
        pytest.param("Calling Ana Duval was a mistake.", id="a gerund"),
        pytest.param("Is Ana Duval a painter?", id="a question"),
        pytest.param("Ana Duval may be a painter.", id="only perhaps"),
        pytest.param("Ana Duval is not only a painter.", id="not only"),
        pytest.param("Ana Duval is not a painter who sells.", id="one sort is denied"),
    ],
)
def test_nothing_is_described(text):
    assert claims(text) == []


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        pytest.param("Red Harbour is not a film.", ["film"], id="the noun"),
        pytest.param(
            "Red Harbour isn't a silent film.", ["silent film"], id="the whole"
        ),
        pytest.param(
            "Red Harbour is not a film by Bo Okoro.",
            ["film by bo okoro"],
            id="with what follows",
        ),
    ],
)
def test_what_is_denied(text, classes):
    (claim,) = claims(text)

    assert claim.modality == DENIED
    assert held(claim, "stance") == ["is not"]
    assert held(claim, "class") == classes


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Ana Duval (born 20 July 1961) sings.",
            {"bear": "1961-07-20"},
            id="born in brackets",
        ),
        pytest.param(
            "Ana Duval (née Lind; born 20 July 1961) sings.",
            {"bear": "1961-07-20"},
            id="another name first",
        ),
        pytest.param(
            "Ana Duval (20 July 1901 – 3 May 1979) was a singer.",
            {"bear": "1901-07-20", "die": "1979-05-03"},
            id="a life",
        ),
        pytest.param(
            "Bo Okoro, 2nd Duke of Tarn, (20 July 1901 – 3 May 1979) was a singer.",
            {"bear": "1901-07-20", "die": "1979-05-03"},
            id="behind a title",
        ),
        pytest.param("Ana Duval (1961–1979) led the party.", {}, id="or a term"),
        pytest.param("Ana Duval (in 1961) led the party.", {}, id="a year"),
        pytest.param("Lisbon (born 20 July 1961) sings.", {}, id="no person"),
    ],
)
def test_lives_in_brackets(text, told):
    found = [c for c in claims(text, "event") if c.first("participant") and c.time]

    assert {
        c.first("trigger").value: c.time.start
        for c in found
        if c.first("trigger").value in ("bear", "die")
    } == told


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        pytest.param("Tarn is a town in Portugal.", ["Portugal"], id="a town"),
        pytest.param("Tarn is in Spain.", ["Spain"], id="in"),
        pytest.param(
            "Tarn is a state in the north of Mexico.", ["Mexico"], id="a part"
        ),
        pytest.param("Korvex is a company in Spain.", [], id="a company may be in two"),
    ],
)
def test_locations(text, countries):
    assert [v for c in claims(text) for v in held(c, "location")] == countries


@pytest.mark.parametrize(
    ("text", "ranked", "rank"),
    [
        pytest.param(
            "Osk is the third largest city in Norway.",
            ["largest city in norway"],
            ["3"],
            id="counted",
        ),
        pytest.param(
            "Osk is the smallest city in Norway.",
            ["largest city in norway"],
            ["1 from the end"],
            id="from the other end",
        ),
        pytest.param(
            "Osk is the 13th largest island in the world.",
            ["largest island in world"],
            ["13"],
            id="in figures",
        ),
        pytest.param(
            "Red Harbour is the debut novel by the writer Eva Lind.",
            ["novel by lind"],
            ["1"],
            id="debut is first",
        ),
        pytest.param(
            "Red Harbour is Eva Lind's third novel.",
            ["novel by lind"],
            ["3"],
            id="of the owner",
        ),
        pytest.param("Red Harbour is her second album.", [], [], id="whose"),
        pytest.param("Red Harbour is the second film.", [], [], id="of what"),
    ],
)
def test_places_among_others(text, ranked, rank):
    (claim,) = claims(text)

    assert held(claim, "ranked") == ranked
    assert held(claim, "rank") == rank


@pytest.mark.parametrize(
    ("text", "locations"),
    [
        pytest.param("Tarn is a town in Norway.", ["Norway"], id="a country"),
        pytest.param("Tarn is a Norwegian town.", ["Norway"], id="by nationality"),
        pytest.param(
            "Tarn University is a university located in Oslo.", ["Oslo"], id="a capital"
        ),
        pytest.param("Tarn is a town in Tripoli.", [], id="a name of two cities"),
        pytest.param("Tarn is a country in East Africa.", ["africa"], id="a continent"),
        pytest.param(
            "Tarn is a country in South Africa.", ["South Africa"], id="no part"
        ),
        pytest.param("Tarn is a river in Norway.", [], id="a river may be in two"),
    ],
)
def test_where_something_lies(text, locations):
    (claim,) = claims(text)

    assert held(claim, "location") == locations


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        pytest.param("Osk Water is an artificial lake.", ["artificial"], id="one"),
        pytest.param("Osk Hall is a three-act opera.", ["three-act"], id="a hyphen"),
        pytest.param("Osk Water is a popular lake.", [], id="excludes nothing"),
        pytest.param("Osk Water is a lake with natural banks.", [], id="of banks"),
    ],
)
def test_words_that_exclude_others(text, attributes):
    (claim,) = claims(text)

    assert held(claim, "attribute") == attributes


def test_a_name_given_behind_the_noun():
    (claim,) = claims("There is a Norwegian town called Osk.")

    assert held(claim, "subject") == ["osk"]
    assert held(claim, "sort") == ["town"]


def test_a_city_that_is_a_state_is_neither():
    (claim,) = claims("Singapore is a city in Asia.")

    assert held(claim, "sort") == []
