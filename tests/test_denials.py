"""The words by which a sentence denies what others report."""

import pytest

from factcheck.documents import Document
from factcheck.extraction import EXTRACTORS, analyse
from factcheck.extraction.clean_text import read_text


def denials(text: str) -> list[list[str]]:
    """Return the words that deny, for each sentence that is a lead."""
    analysis = analyse(read_text(Document("d", text, "Gazette", "2021-03-18")))
    claims = EXTRACTORS["assertion"](analysis)
    return [[m.text for m in c.role("denial")] for c in claims if c.role("lead")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Ana Duval denies that she resigned.", ["denies"], id="that"),
        pytest.param("Ana Duval denied selling the harbour.", ["denied"], id="-ing"),
        pytest.param(
            "The council rejects claims about the bridge.", ["rejects"], id="claims"
        ),
        pytest.param(
            "The ministry debunks a video of the bridge.", ["debunks"], id="debunks"
        ),
        pytest.param("The story of the sunken ferry is a hoax.", ["hoax"], id="a hoax"),
        pytest.param(
            "Police say the report of a flood is not true.", ["not true"], id="a phrase"
        ),
        pytest.param(
            "A false report of a flood alarmed Osk.", ["false"], id="a false report"
        ),
        pytest.param(
            "No, the council did not sell the bridge.", ["No"], id="no, it did not"
        ),
        pytest.param("Ana Duval denied him entry to the harbour.", [], id="entry"),
        pytest.param("Ana Duval was denied bail on Monday.", [], id="was denied"),
        pytest.param("Ana Duval did not deny that she resigned.", [], id="not denied"),
        pytest.param("The council denies plans for a port.", ["denies"], id="plans"),
        pytest.param("The council rejects the new plan.", [], id="a plan"),
        pytest.param("The council rejects a harbour tax.", [], id="no report"),
        pytest.param("Police seized 40 false passports in Osk.", [], id="passports"),
        pytest.param("A false alarm closed the port of Osk.", [], id="a false alarm"),
        pytest.param(
            "A paper exposed the false claims of Ana Duval.", [], id="claims of hers"
        ),
        pytest.param("No, the council sold the bridge.", [], id="no, it did"),
        pytest.param("Ana Duval opened the new bridge.", [], id="nothing denied"),
    ],
)
def test_words_that_deny(text, words):
    assert denials(text) == [words]


def test_only_the_first_sentence_is_a_lead():
    assert denials("The council met. Ana Duval denies that she resigned.") == [[]]


def denied(text: str) -> list[list[str]]:
    """Return what each sentence says did not happen, and of whom."""
    analysis = analyse(read_text(Document("d", text, "Gazette", "2021-03-18")))
    claims = EXTRACTORS["assertion"](analysis)
    return [
        [c.role("denied_of")[0].text, str(m.value)]
        for c in claims
        for m in c.role("denied")
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Ana Duval never sold the old ferry of Osk.",
            [["Ana Duval", "sell old ferry"]],
            id="never",
        ),
        pytest.param(
            "Ana Duval refused to write for the radio.",
            [["Ana Duval", "write radio"]],
            id="refused to",
        ),
        pytest.param(
            "Ana Duval has yet to write for the radio.",
            [["Ana Duval", "write radio"]],
            id="has yet to",
        ),
        pytest.param(
            "Ana Duval did not sell the ferry and left Osk.",
            [["Ana Duval", "sell ferry"]],
            id="what is beside it is not denied",
        ),
        pytest.param("Ana Duval will not sell the ferry.", [], id="will not"),
        pytest.param("Ana Duval no longer sells tickets.", [], id="no longer"),
        pytest.param("Ana Duval sold the old ferry.", [], id="nothing denied"),
    ],
)
def test_what_did_not_happen(text, found):
    assert denied(text) == found
