import pytest

from factcheck.lexicons.territories import capitals, territories, territory


@pytest.mark.parametrize(
    ("name", "code"),
    [
        pytest.param("North Korea", "KP", id="name"),
        pytest.param("North Korean", "KP", id="adjective"),
        pytest.param("north koreans", "KP", id="plural noun, small letters"),
        pytest.param("DPRK", "KP", id="abbreviation"),
        pytest.param("the Netherlands", "NL", id="article left out"),
        pytest.param("Dutch", "NL", id="adjective unlike the name"),
        pytest.param("U.S.", "US", id="full stops"),
        pytest.param("US", "US", id="capitals"),
        pytest.param("Côte d’Ivoire", "CI", id="curly apostrophe"),
        pytest.param("Swedes", "SE", id="people"),
        pytest.param("Saudi", "SA", id="short adjective"),
        pytest.param("USSR", "SUHH", id="a state that is gone"),
        pytest.param("GB", "GB", id="code"),
    ],
)
def test_a_territory_is_found_by_its_names(name: str, code: str) -> None:
    found = territory(name)

    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("us", id="the pronoun"),
        pytest.param("Springfield", id="a town"),
        pytest.param("Oslo", id="a capital is not its country"),
        pytest.param("", id="nothing"),
    ],
)
def test_other_words_are_no_territory(name: str) -> None:
    assert territory(name) is None


def test_every_living_state_has_an_adjective_or_a_capital() -> None:
    lacking = [t.code for t in territories().values() if not (t.adjectives or t.seats)]

    assert lacking == []


def test_capitals_tell_their_country() -> None:
    assert capitals()["Pyongyang"] == "KP"
    assert capitals()["Washington"] == "US"
