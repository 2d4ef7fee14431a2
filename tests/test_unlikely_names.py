"""Names that look like persons and are not."""

import pytest

from factcheck.documents import Document
from factcheck.extraction import extract


def people_of(text):
    """Return the names of the persons of a text."""
    (found,) = extract([Document("a", text, "A", published="2024-05-03")])
    return {person.name for person in found.people()}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "She was found in a wood near Dover in Kent. Kent was quiet.",
            "Kent",
            id="in it",
        ),
        pytest.param(
            "She was found by a stream in Ashfield, Tarnshire, near the road.",
            "Tarnshire",
            id="a county",
        ),
        pytest.param(
            "He was from the village of Sidi Karim Osa. The village mourned him.",
            "Sidi Karim Osa",
            id="a village of that name",
        ),
        pytest.param(
            "The mayor of Tarnova, Ana Duval, spoke on Friday.",
            "Tarnova",
            id="its mayor",
        ),
        pytest.param(
            "People stood in front of the Hamilton hotel on Friday.",
            "Hamilton",
            id="a hotel",
        ),
        pytest.param(
            "Rival app Shoutbox is also cutting jobs, its owner said.",
            "Shoutbox",
            id="an app",
        ),
        pytest.param(
            "The Umoja, which sank last week, killed 17 people.", "Umoja", id="a ship"
        ),
        pytest.param(
            "She sang in Marat Velva (1964) and in Sadi Manas (1965).",
            "Sadi Manas",
            id="a film with its year",
        ),
        pytest.param(
            "He gave money to the Ana Duval Foundation on Friday.",
            "Ana Duval Foundation",
            id="a foundation",
        ),
        pytest.param(
            "Thousands of Korvans fled. His fellow Korvans wept.",
            "Korvans",
            id="the members of a people",
        ),
        pytest.param(
            "Ana Duval has a website called “If Ana Duval Wins” on her harbour.",
            "Ana Duval Wins",
            id="a verb behind a name",
        ),
        pytest.param(
            "She read 20 Truths the Right Can’t Handle on the ferry.",
            "Right Can’t Handle",
            id="a verb that is shortened",
        ),
        pytest.param(
            "“It was dark,” a man from Tarnham, Freedonia, said on Friday.",
            "Tarnham",
            id="a town with its country, before a verb",
        ),
        pytest.param(
            "Senator Ana Duval of South Tarnia, the leader, said so.",
            "Tarnia",
            id="the rest of a place",
        ),
        pytest.param(
            "Milo Duval left. Milo Duval Auctioning Boats\n\nHe sold two boats.",
            "Milo Duval Auctioning",
            id="a participle behind a name",
        ),
        pytest.param(
            "They shelled Kafr Tarnim on Friday. Kafr Tarnim was empty.",
            "Kafr Tarnim",
            id="a village by its first word",
        ),
        pytest.param(
            "She poured a glass of Mirova and sat down with Ana Duval.",
            "Mirova",
            id="a product",
        ),
        pytest.param(
            "Ana Duval resigned. The Ana Duval-led party stayed away.",
            "Ana Duval-led",
            id="a part of a word",
        ),
        pytest.param(
            "Wayne Tarner was sentenced. Sentencing Tarner, the judge spoke of shame.",
            "Sentencing Tarner",
            id="a verb before a name",
        ),
    ],
)
def test_what_stands_around_a_name_says_that_it_is_no_persons(text, name):
    assert name not in people_of(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Mr Kent spoke in Kent on Friday.", "Kent", id="Mr Kent in Kent"),
        pytest.param(
            "Ana Hamilton owns a hotel. The Hamilton hotel is old, Hamilton said.",
            "Ana Hamilton",
            id="a hotel and its owner",
        ),
        pytest.param(
            "Prime Minister Tarnov left. The Tarnov administration defended it.",
            "Tarnov",
            id="an administration",
        ),
        pytest.param(
            "In Lisbon, Jeremy met the crew of the ship.", "Jeremy", id="behind a town"
        ),
        pytest.param("Katie, 12, was with Susan, 14.", "Katie", id="an age"),
        pytest.param("“It was dark,” said Jeremy.", "Jeremy", id="a given name"),
    ],
)
def test_what_persons_do_keeps_them_persons(text, name):
    assert name in people_of(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "Seoul Mayor Oh Se Hoon was told of it on Friday.",
            "Oh Se Hoon",
            id="a family name that is an interjection",
        ),
        pytest.param(
            "He met her at Osk, N.J. Ana Duval, the mayor, was there.",
            "Ana Duval",
            id="a state before it",
        ),
        pytest.param(
            "The sacristan Milo Duval fled. Milo Duval is 54.",
            "Milo Duval",
            id="a sacristan",
        ),
    ],
)
def test_a_name_is_whole(text, name):
    assert people_of(text) == {name}
