"""Who or what fills a relation that has one answer, when and where."""

import pytest

from factcheck.claims import Claim
from factcheck.documents import Document
from factcheck.extraction import EXTRACTORS, analyse
from factcheck.extraction.clean_text import read_text


def relations(text: str, title: str | None = None) -> list[Claim]:
    reading = read_text(Document("d", text, "Gazette", "2021-03-18", title))
    return list(EXTRACTORS["relation"](analyse(reading)))


def held(claim: Claim, role: str) -> list[object]:
    return [m.value or m.text for m in claim.role(role)]


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        pytest.param(
            "Red Harbour is a film directed by Ana Duval and written by Bo Okoro.",
            [("director", "Ana Duval"), ("author", "Bo Okoro")],
            id="each verb has its own",
        ),
        pytest.param(
            "Red Harbour was written and directed by Ana Duval.",
            [("director", "Ana Duval"), ("author", "Ana Duval")],
            id="two verbs share one",
        ),
        pytest.param(
            "Red Harbour is an album by the singer Ana Duval.",
            [("performer", "Ana Duval")],
            id="an album by somebody",
        ),
        pytest.param(
            "The director of Red Harbour is Ana Duval.",
            [("director", "Ana Duval")],
            id="a noun and its owner",
        ),
        pytest.param(
            "Red Harbour's director is Ana Duval.",
            [("director", "Ana Duval")],
            id="an owner before its noun",
        ),
        pytest.param(
            "Ana Duval, the director of the film Red Harbour, lives in Lisbon.",
            [("director", "Ana Duval")],
            id="beside a name",
        ),
        pytest.param(
            "The director of Red Harbour, Ana Duval, lives in Lisbon.",
            [("director", "Ana Duval")],
            id="before a name",
        ),
        pytest.param(
            "Ana Duval directed the film Red Harbour.",
            [("director", "Ana Duval")],
            id="the active voice",
        ),
        pytest.param(
            "Red Harbour is a film. It was directed by Ana Duval.",
            [("director", "Ana Duval")],
            id="a pronoun behind a description",
        ),
        pytest.param(
            "The film Red Harbour was directed by Ana Duval.",
            [("director", "Ana Duval")],
            id="the sort before the name",
        ),
        pytest.param(
            "The author of Red Harbour is Ana Duval, Bo Okoro, and Eva Lind.",
            [("author", "Ana Duval")],
            id="the first of a list",
        ),
        pytest.param(
            "Red Harbour is a drama series that premiered on NPTV.",
            [("network", "NPTV")],
            id="who broadcasts it",
        ),
        pytest.param(
            "Lind also wrote the screenplay for the 2013 film Red Harbour.",
            [("screenwriter", "Lind")],
            id="a surname before an active verb",
        ),
        pytest.param("Red Harbour was not directed by Ana Duval.", [], id="denied"),
        pytest.param(
            "Red Harbour is a film not directed by Ana Duval.",
            [],
            id="a denied participle",
        ),
        pytest.param("Red Harbour was produced by Ana Duval.", [], id="one of many"),
        pytest.param("It was directed by Ana Duval.", [], id="no name"),
        pytest.param("Red Harbour was recorded by cats.", [], id="no holder"),
        pytest.param(
            "The former director of Red Harbour is Ana Duval.", [], id="a former one"
        ),
        pytest.param(
            "A director of Red Harbour is Ana Duval.", [], id="one of several"
        ),
        pytest.param("The director of Red Harbour may be Ana Duval.", [], id="perhaps"),
        pytest.param(
            "The coach of Osk United was Ana Duval.", [], id="it was, and may change"
        ),
        pytest.param("Ana Duval directed the traffic.", [], id="no work"),
        pytest.param("Ana Duval wrote Bo Okoro.", [], id="to somebody"),
        pytest.param(
            "“The director of Red Harbour is Ana Duval,” Bo Okoro said.",
            [],
            id="what somebody says",
        ),
    ],
)
def test_who_or_what_it_is(text, filled):
    found = relations(text)

    assert [
        (c.first("relation").value, c.first("holder").text) for c in found
    ] == filled
    assert {held(c, "subject")[0] for c in found} <= {"red harbour"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Ana Duval was born in Portugal in 1961.",
            [("Ana Duval", "birth", ["1961"], [], ["Portugal"])],
            id="in a sentence of its own",
        ),
        pytest.param(
            "Ana Duval was born in December.",
            [("Ana Duval", "birth", [], ["December"], [])],
            id="a month without a year",
        ),
        pytest.param(
            "Born in Norway, Ana Duval came to Paris as a child.",
            [("Ana Duval", "birth", [], [], ["Norway"])],
            id="before another sentence",
        ),
        pytest.param(
            "Red Harbour is an album of the singer Ana Duval, released on 3 March 2007.",  # noqa: E501
            [("red harbour", "release", ["2007-03-03"], ["March"], [])],
            id="behind a description",
        ),
        pytest.param(
            "The Osk Party is a political party that was founded in 1990.",
            [("osk party", "founding", ["1990"], [], [])],
            id="a relative clause behind a description",
        ),
        pytest.param(
            "The Osk Guard was a field army. The army was formed in 1944.",
            [("osk guard", "founding", ["1944"], [], [])],
            id="a noun behind a description",
        ),
        pytest.param(
            "The Osk Guard was a field army. The navy was formed in 1944.",
            [],
            id="another noun behind a description",
        ),
        pytest.param(
            "The Osk Guard beat Ana Duval. It was formed in 1944.",
            [],
            id="a pronoun where nothing is described",
        ),
        pytest.param(
            "Ana Duval is the author of Red Harbour, released in 2007.",
            [],
            id="not of the author",
        ),
        pytest.param(
            "Red Harbour is a novel set in Ohio.",
            [("red harbour", "setting", [], [], ["Ohio"])],
            id="where its story is",
        ),
        pytest.param(
            "Set in Tarn, a town in Ohio, Red Harbour is a novel.",
            [("red harbour", "setting", [], [], ["Ohio"])],
            id="in a town of a state",
        ),
        pytest.param(
            "Red Harbour first aired in May 2003.",
            [("red harbour", "premiere", ["2003-05"], ["May"], [])],
            id="first aired",
        ),
        pytest.param(
            "Red Harbour was shot in Peru, Norway and Iceland.",
            [("red harbour", "shooting", [], [], ["Peru", "Norway", "Iceland"])],
            id="in several places",
        ),
        pytest.param(
            "Ana Duval passed away in Ohio, near Norway Hill, in 2003.",
            [("Ana Duval", "death", ["2003"], [], ["Ohio"])],
            id="a verb of two words, and nothing that is near",
        ),
        pytest.param(
            "Red Harbour was written in the 11th century.",
            [("red harbour", "writing", ["10XX"], [], [])],
            id="in a century",
        ),
        pytest.param(
            "Red Harbour aired again in May 2003.", [], id="not for the first time"
        ),
        pytest.param(
            "Red Harbour was released after 2007.", [], id="after is not then"
        ),
        pytest.param(
            "Red Harbour was not released in 2007.", [], id="what did not happen"
        ),
        pytest.param("It was released in 2007.", [], id="no name"),
    ],
)
def test_when_and_where(text, told):
    found = [c for c in relations(text) if not c.role("holder")]

    assert [
        (
            held(c, "subject")[0],
            held(c, "relation")[0],
            held(c, "day"),
            held(c, "month"),
            held(c, "place"),
        )
        for c in found
    ] == told


@pytest.mark.parametrize(
    ("title", "text", "subjects"),
    [
        pytest.param(
            "The Osk Party (1990)",
            "It was founded in 1990.",
            ["osk party"],
            id="a headline that is a name",
        ),
        pytest.param(
            "Osk Party splits again",
            "It was founded in 1990.",
            [],
            id="a headline that tells something",
        ),
        pytest.param(
            "Osk Party",
            "The council met. It was founded in 1990.",
            [],
            id="not at the beginning",
        ),
    ],
)
def test_what_a_text_is_about(title, text, subjects):
    assert [held(c, "subject")[0] for c in relations(text, title)] == subjects


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        pytest.param(
            "The novelist Lena Whitcombe died. She was born in Lisbon in 1933.",
            "Lena Whitcombe",
            id="she",
        ),
        pytest.param(
            "Lena Duval won the race. Duval was born in Lisbon in 1933.",
            "Lena Duval",
            id="a surname alone",
        ),
        pytest.param(
            "Lena Whitcombe met Ana Duval. A woman spoke. She was born in 1933.",
            None,
            id="nobody is sure who",
        ),
    ],
)
def test_who_was_born(text: str, subject: str | None) -> None:
    born = [c for c in relations(text) if "birth" in held(c, "relation")]

    assert [c.role("subject")[0].name for c in born] == ([subject] if subject else [])


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        pytest.param(
            "Red Harbour is a novel by Irish author Eva Lind.", ["IE"], id="a name"
        ),
        pytest.param(
            "Red Harbour was written by a Danish novelist.", ["DK"], id="no name"
        ),
        pytest.param(
            "Red Harbour is an Irish novel by Eva Lind.", [], id="of the work"
        ),
        pytest.param(
            "Red Harbour was written by the Irish-born Eva Lind.", [], id="born there"
        ),
        pytest.param(
            "Red Harbour was written by the Irish poet Eva Lind and Bo Okoro.",
            [],
            id="one of two",
        ),
    ],
)
def test_the_country_of_the_maker(text, countries):
    (claim,) = relations(text)

    assert held(claim, "country") == countries


@pytest.mark.parametrize(
    ("text", "works"),
    [
        pytest.param("Mog is a character in Red Harbour.", ["red harbour"], id="in"),
        pytest.param(
            "Mog is a minor character on the American series Red Harbour.",
            ["red harbour"],
            id="behind the sort of work",
        ),
        pytest.param("Mog is a character in several films.", [], id="no name"),
        pytest.param("Mog is a known character in Norway.", [], id="a place"),
        pytest.param("Mog is not a character in Red Harbour.", [], id="denied"),
    ],
)
def test_where_somebody_appears(text, works):
    found = relations(text)

    assert [w for claim in found for w in held(claim, "holder")] == works
