"""What a text says about the language of the words it quotes."""

import pytest

from factcheck.documents import Document
from factcheck.extraction import extract


def said_of(text):
    """Return what the first quotation of a text says of its language, and where."""
    (found,) = extract([Document("a", text, "A", published="2024-05-03")])
    quotes = [claim for claim in found.claims if claim.kind == "quote"]
    return [(m.text, m.value) for m in quotes[0].role("language")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(
            "“We open the harbour by June,” Ana Duval said in Spanish.",
            [("in Spanish", "speaker")],
            id="the language",
        ),
        pytest.param(
            "“We open the harbour by June,” Ana Duval said through an interpreter.",
            [("interpreter", "speaker")],
            id="an interpreter",
        ),
        pytest.param(
            "“We open the harbour by June,” Croatian Prime Minister Ana Duval said.",
            [("Croatian", "speaker")],
            id="the office of the speaker",
        ),
        pytest.param(
            "Peru's foreign minister Ana Duval spoke on Monday. “We open the harbour"
            " by June,” Duval said.",
            [("Peru", "speaker")],
            id="the office of the speaker, elsewhere",
        ),
        pytest.param(
            "“We open the harbour by June,” Ana Duval was quoted as saying by KCNA.",
            [("KCNA", "speaker")],
            id="an agency",
        ),
        pytest.param(
            "A flood hit Croatia on Monday. Croatian rescuers came by boat, and all of"
            " Croatia watched. “We open the harbour by June,” the mayor said.",
            [("Croatia", "setting")],
            id="the country of the text",
        ),
    ],
)
def test_words_that_were_first_said_in_another_language(text, said):
    assert said_of(text) == said


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "“We open the harbour by June,” Ana Duval said.", id="nothing said"
        ),
        pytest.param(
            "“We open the harbour by June,” British Prime Minister Ana Duval said"
            " in Croatia. Croatian rescuers thanked her, and so did all of Croatia.",
            id="an office where English is spoken, abroad",
        ),
        pytest.param(
            "“We open the harbour by June,” Croatian Prime Minister Ana Duval said"
            " in English.",
            id="in English",
        ),
        pytest.param(
            "A flood hit Croatia. “We open the harbour by June,” Ana Duval said.",
            id="a country named once",
        ),
        pytest.param(
            "Croatia and Croatian rescuers thanked Croatia's guests, the United States"
            " sent boats. “We open the harbour by June,” the captain said.",
            id="a text of two countries",
        ),
    ],
)
def test_words_that_may_have_been_said_in_english(text):
    assert said_of(text) == []
