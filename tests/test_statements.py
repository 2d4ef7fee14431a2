"""Reported speech: what was said, by whom, and in which way."""

import pytest

from factcheck.documents import Document
from factcheck.extraction import analyse
from factcheck.extraction.clean_text import read_text
from factcheck.extraction.quotes import quotes


def statements(text):
    analysis = analyse(read_text(Document("d", text, "Harbour Post", "2024-05-03")))
    return [claim for claim in quotes(analysis) if claim.kind == "statement"]


def words(claim, role):
    return [mention.text for mention in claim.role(role)]


REPORTS = [
    pytest.param(
        "A poll shows Ana Duval with a lead of ten points.",
        ("A poll", "shows", ["Ana Duval with a lead of ten points"]),
        id="what a poll shows",
    ),
    pytest.param(
        "Ana Duval wants to reopen the bridge.",
        ("Ana Duval", "wants", ["to reopen the bridge"]),
        id="what somebody wants",
    ),
    pytest.param(
        "Ana Duval told the crew that within a week of the storm, she would reopen it.",
        (
            "Ana Duval",
            "told",
            ["that within a week of the storm, she would reopen it"],
        ),
        id="that, before words that the clause begins with",
    ),
    pytest.param(
        "Ana Duval asked the crew if they planned to sail.",
        ("Ana Duval", "asked", ["if they planned to sail"]),
        id="asked somebody if",
    ),
    pytest.param(
        "Ana Duval said the vote was “rigged from the start. It was a farce.”",
        (
            "Ana Duval",
            "said",
            ["the vote was “rigged from the start. It was a farce.”"],
        ),
        id="quoted words that begin in a sentence are kept whole",
    ),
    pytest.param(
        "Ana Duval said the vote was “over,” as she left the hall.",
        ("Ana Duval", "said", ["the vote was “over,”"]),
        id="what happened meanwhile is the reporter's",
    ),
    pytest.param(
        "The new plan, which Ana Duval said would cost millions, was dropped.",
        ("Ana Duval", "said", ["which", "would cost millions"]),
        id="a relative clause lacks what it is about",
    ),
    pytest.param(
        "Ana Duval called for the harbour to be closed.",
        ("Ana Duval", "called for", ["the harbour to be closed"]),
        id="called for a clause",
    ),
    pytest.param(
        "Ana Duval is hoping the bridge will open soon.",
        ("Ana Duval", "is hoping", ["the bridge will open soon"]),
        id="hoping",
    ),
    pytest.param(
        "Ana Duval has proposed banning ferries.",
        ("Ana Duval", "has proposed", ["banning ferries"]),
        id="a gerund",
    ),
    pytest.param(
        "Ana Duval accused the union and the Park campaign of hiding figures.",
        (
            "Ana Duval",
            "accused",
            ["the union and the Park campaign of hiding figures"],
        ),
        id="accused several",
    ),
    pytest.param(
        "The plan was criticised by Ana Duval.",
        ("Ana Duval", "was criticised", ["The plan"]),
        id="criticised by somebody",
    ),
    pytest.param(
        "Ana Duval called her critics “liars” and “cowards”.",
        ("Ana Duval", "called", ["her critics “liars” and “cowards”"]),
        id="called names",
    ),
    pytest.param(
        "Officials said the union had backed Jon Park, who is 70.",
        ("Officials", "said", ["the union had backed Jon Park"]),
        id="a description that ends the sentence is the reporter's",
    ),
    pytest.param(
        "Ana Duval said the bridge was safe.",
        ("Ana Duval", "said", ["the bridge was safe"]),
        id="content clause",
    ),
    pytest.param(
        "Ana Duval has said that the bridge is safe.",
        ("Ana Duval", "has said", ["that the bridge is safe"]),
        id="that-clause and auxiliary",
    ),
    pytest.param(
        "The bridge was safe, Ana Duval said on Monday.",
        ("Ana Duval", "said", ["The bridge was safe"]),
        id="closing cue",
    ),
    pytest.param(
        "The bridge was safe, said Ana Duval.",
        ("Ana Duval", "said", ["The bridge was safe"]),
        id="inverted cue",
    ),
    pytest.param(
        "The old bridge, Ana Duval said, was safe.",
        ("Ana Duval", "said", ["The old bridge", "was safe"]),
        id="cue in the middle",
    ),
    pytest.param(
        "Ana Duval told the Harbour Post that the bridge was safe.",
        ("Ana Duval", "told", ["that the bridge was safe"]),
        id="told a reporter",
    ),
    pytest.param(
        "Ana Duval asked whether the bridge was safe.",
        ("Ana Duval", "asked", ["whether the bridge was safe"]),
        id="reported question",
    ),
    pytest.param(
        "The bridge was safe, according to the port office.",
        ("the port office", "according to", ["The bridge was safe"]),
        id="according to, behind",
    ),
    pytest.param(
        "According to the port office, the bridge was safe.",
        ("the port office", "According to", ["the bridge was safe"]),
        id="according to, before",
    ),
    pytest.param(
        "Ana Duval promised to mend the bridge.",
        ("Ana Duval", "promised", ["to mend the bridge"]),
        id="infinitive",
    ),
    pytest.param(
        "Ana Duval urged members to mend the bridge.",
        ("Ana Duval", "urged", ["members to mend the bridge"]),
        id="whoever is urged belongs to what is said",
    ),
    pytest.param(
        "Ana Duval called for a new bridge.",
        ("Ana Duval", "called for", ["a new bridge"]),
        id="verb and preposition",
    ),
    pytest.param(
        "Ana Duval criticized the plan for a new bridge.",
        ("Ana Duval", "criticized", ["the plan for a new bridge"]),
        id="object",
    ),
    pytest.param(
        "They ignored Ana Duval's claim that the bridge was safe.",
        ("Ana Duval's", "claim", ["that the bridge was safe"]),
        id="noun",
    ),
]


@pytest.mark.parametrize(("text", "parts"), REPORTS)
def test_reported_speech_is_found(text, parts):
    (claim,) = statements(text)

    speaker, cue, content = parts
    assert words(claim, "speaker") == [speaker]
    assert words(claim, "cue") == [cue]
    assert words(claim, "content") == content


def test_a_statement_holds_its_quoted_words():
    text = "Ana Duval said the talks “had failed” and would not resume."

    (claim,) = statements(text)

    assert words(claim, "content") == ["the talks “had failed” and would not resume"]


def test_a_whole_quotation_is_no_statement_besides():
    assert statements("Ana Duval said: “The talks have failed.”") == []


def test_a_relative_clause_in_the_speakers_words_is_the_reporters():
    text = "Ana Duval said she backed the plan, which she called a lifeline."

    first = statements(text)[0]

    assert words(first, "content") == ["she backed the plan"]


def test_what_others_say_is_another_statement():
    text = "Three in five voters said the harbour was safe, while one in four said no."

    first = statements(text)[0]

    assert words(first, "content") == ["the harbour was safe"]


def test_words_before_the_speaker_are_not_taken_for_speech():
    text = "“It is safe,” Dover police chief Ana Duval said Monday."

    assert statements(text) == []


def test_what_is_announced_has_no_speaker_from_within():
    text = (
        "Ana Duval went on to say that the city had spent “many years on this, and to "
        "have that debate again, young people do not want to see it.”"
    )

    assert ["young people"] not in [words(c, "speaker") for c in statements(text)]


def test_speech_in_speech_is_two_statements():
    text = "Reuters reported that Ana Duval said the talks had failed."

    outer, inner = statements(text)

    assert words(outer, "speaker") == ["Reuters"]
    assert words(inner, "speaker") == ["Ana Duval"]
    assert [m.text for m in inner.attribution] == ["Reuters"]


def test_a_hope_in_a_statement_is_not_a_second_one():
    (claim,) = statements("Ana Duval said she hoped to win the vote.")

    assert words(claim, "content") == ["she hoped to win the vote"]


def test_a_participle_goes_on_with_the_speaker():
    text = "Ana Duval said the board had failed, adding that the bridge was unsafe."

    claims = statements(text)

    assert [words(claim, "cue") for claim in claims] == [["said"], ["adding"]]
    assert {tuple(words(claim, "speaker")) for claim in claims} == {("Ana Duval",)}


def test_a_day_at_the_cue_dates_the_saying():
    (claim,) = statements("Ana Duval said on Thursday that the bridge was safe.")

    assert claim.time.start == "2024-05-02"


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        pytest.param("Ana Duval said it rained.", "asserted", id="said"),
        pytest.param("Ana Duval denied that it rained.", "asserted", id="denied"),
        pytest.param("Ana Duval did not say that it rained.", "denied", id="not said"),
        pytest.param(
            "If Ana Duval said that it rained, nobody heard it.",
            "hypothetical",
            id="if she said",
        ),
    ],
)
def test_modality_is_that_of_the_saying(text, modality):
    (claim,) = statements(text)

    assert claim.modality == modality


def test_labels_of_a_transcript_are_speakers():
    text = (
        "MS. DUVAL:  We will go.\n\nQ  When?\n\nMS. DUVAL:  Tomorrow.\n\n(Laughter.)"
        "\n\nIt is late."
    )

    first, second = statements(text)

    assert words(first, "speaker") == words(second, "speaker") == ["MS. DUVAL"]
    assert words(first, "content") == ["We will go"]
    assert words(second, "content") == ["Tomorrow", "It is late"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It is said that the bridge was haunted.", id="nobody says it"),
        pytest.param("I hope that you enjoy the bridge.", id="the writer"),
        pytest.param("The bridge was long and the river deep.", id="nothing is said"),
    ],
)
def test_what_nobody_is_reported_to_have_said(text):
    assert [words(claim, "speaker") for claim in statements(text)] in ([], [[]])


def test_reports_in_reports_without_end_stay_cheap():
    claims = statements("The agency said that " * 400 + "it rained.")

    assert all(len(claim.attribution) <= 10 for claim in claims)
