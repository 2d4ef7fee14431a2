"""How a clause is put: what is told, planned, denied or only possible."""

import pytest

from factcheck.documents import Document
from factcheck.extraction import nlp
from factcheck.extraction.modality import modality_of
from factcheck.extraction.reading import read_text


def modality(word: str, sentence: str) -> str:
    doc = next(nlp.parse([read_text(Document("d", sentence, "A"))]))
    return modality_of(next(token for token in doc if token.text == word))


@pytest.mark.parametrize(
    ("word", "sentence", "expected"),
    [
        pytest.param(
            "met",
            "Ana Duval met Tomas Riel in Bern on Monday.",
            "asserted",
            id="ana duval met tomas riel in bern",
        ),
        pytest.param(
            "met",
            "The minister said Duval met Riel in Bern.",
            "asserted",
            id="the minister said duval met riel in",
        ),
        pytest.param(
            "meet",
            "Duval plans to meet Riel in Bern.",
            "planned",
            id="duval plans to meet riel in bern",
        ),
        pytest.param(
            "meet",
            "Duval will meet Riel on Friday.",
            "planned",
            id="duval will meet riel on friday",
        ),
        pytest.param(
            "meet",
            "Duval is due to meet Riel.",
            "planned",
            id="duval is due to meet riel",
        ),
        pytest.param(
            "meet",
            "They are scheduled to meet in Bern.",
            "planned",
            id="they are scheduled to meet in bern",
        ),
        pytest.param(
            "meet",
            "The two ministers agreed to meet next week.",
            "planned",
            id="the two ministers agreed to meet next",
        ),
        pytest.param(
            "meet",
            "Duval said she would meet Riel.",
            "planned",
            id="duval said she would meet riel",
        ),
        pytest.param(
            "meet",
            "When asked if Duval would meet Riel, her spokesman declined to comment.",
            "hypothetical",
            id="when asked if duval would meet riel,",
        ),
        pytest.param(
            "meet",
            "Asked whether Duval would meet Riel, the spokesman said nothing.",
            "hypothetical",
            id="asked whether duval would meet riel, the",
        ),
        pytest.param(
            "meet", "Duval did not meet Riel.", "denied", id="duval did not meet riel"
        ),
        pytest.param(
            "meet",
            "Duval refused to meet Riel.",
            "denied",
            id="duval refused to meet riel",
        ),
        pytest.param(
            "met",
            "Duval denied that she had met Riel.",
            "denied",
            id="duval denied that she had met riel",
        ),
        pytest.param(
            "met", "Duval has never met Riel.", "denied", id="duval has never met riel"
        ),
        pytest.param(
            "meet",
            "Duval declined to meet Riel.",
            "denied",
            id="duval declined to meet riel",
        ),
        pytest.param(
            "meeting",
            "Duval left Bern without meeting Riel.",
            "denied",
            id="duval left bern without meeting riel",
        ),
        pytest.param(
            "meeting",
            "Duval cancelled a meeting with Riel.",
            "denied",
            id="duval cancelled a meeting with riel",
        ),
        pytest.param(
            "meeting",
            "A meeting between Duval and Riel was cancelled on Monday.",
            "denied",
            id="a meeting between duval and riel was",
        ),
        pytest.param(
            "meeting",
            "Duval called off her meeting with Riel.",
            "denied",
            id="duval called off her meeting with riel",
        ),
        pytest.param(
            "meeting",
            "Duval is preparing for a meeting with Riel.",
            "planned",
            id="duval is preparing for a meeting with",
        ),
        pytest.param(
            "meeting",
            "A planned meeting with Riel was to take place.",
            "planned",
            id="a planned meeting with riel was to",
        ),
        pytest.param(
            "meeting",
            "The meeting did not produce an agreement.",
            "asserted",
            id="the meeting did not produce an agreement",
        ),
        pytest.param(
            "meeting",
            "After the meeting with Riel, Duval will fly home.",
            "asserted",
            id="after the meeting with riel, duval will",
        ),
        pytest.param(
            "meeting",
            "A meeting with Riel will take place on Friday.",
            "planned",
            id="a meeting with riel will take place",
        ),
        pytest.param(
            "met", "Has Duval met Riel?", "hypothetical", id="has duval met riel"
        ),
        pytest.param(
            "killed",
            "The soldiers allegedly killed three farmers.",
            "hypothetical",
            id="the soldiers allegedly killed three farmers",
        ),
        pytest.param(
            "killing",
            "Three soldiers were accused of killing two farmers.",
            "hypothetical",
            id="three soldiers were accused of killing two",
        ),
        pytest.param(
            "killed",
            "At least 12 people may have been killed.",
            "hypothetical",
            id="at least 12 people may have been",
        ),
        pytest.param(
            "killed",
            "Three people are believed to have been killed.",
            "hypothetical",
            id="three people are believed to have been",
        ),
        pytest.param(
            "killed",
            "At least 12 people were killed in the fire, police said.",
            "asserted",
            id="at least 12 people were killed in",
        ),
        pytest.param(
            "killing",
            "The bus overturned, killing 12 people.",
            "asserted",
            id="the bus overturned, killing 12 people",
        ),
        pytest.param(
            "killed",
            "The fire, which killed 12 people, will be investigated.",
            "asserted",
            id="the fire, which killed 12 people, will",
        ),
        pytest.param(
            "visited",
            "He did not stop in Bern but visited Geneva.",
            "asserted",
            id="he did not stop in bern but",
        ),
        pytest.param(
            "visit",
            "He will meet Riel and visit Geneva.",
            "planned",
            id="he will meet riel and visit geneva",
        ),
        pytest.param(
            "visit",
            "Duval is going to visit Geneva.",
            "planned",
            id="duval is going to visit geneva",
        ),
        pytest.param(
            "meet",
            "Duval managed to meet Riel.",
            "asserted",
            id="duval managed to meet riel",
        ),
        pytest.param(
            "talks",
            "Duval will hold talks with Riel.",
            "planned",
            id="duval will hold talks with riel",
        ),
        pytest.param(
            "talks",
            "Duval held talks with Riel.",
            "asserted",
            id="duval held talks with riel",
        ),
        pytest.param(
            "talks",
            "Duval did not hold talks with Riel.",
            "denied",
            id="duval did not hold talks with riel",
        ),
        pytest.param(
            "meet",
            "If they meet, the talks could resume.",
            "hypothetical",
            id="if they meet, the talks could resume",
        ),
        pytest.param(
            "meeting",
            "Duval said after meeting Riel that she would not resign.",
            "asserted",
            id="duval said after meeting riel that she",
        ),
        pytest.param(
            "talks",
            "Duval arrived ahead of talks with Riel.",
            "planned",
            id="duval arrived ahead of talks with riel",
        ),
        pytest.param(
            "talks",
            "Riel called for talks with the rebels.",
            "hypothetical",
            id="riel called for talks with the rebels",
        ),
        pytest.param(
            "meet",
            "He flew to Bern to meet Riel.",
            "planned",
            id="he flew to bern to meet riel",
        ),
        pytest.param(
            "arrived",
            "Duval, who will meet Riel, arrived in Bern.",
            "asserted",
            id="duval, who will meet riel, arrived in",
        ),
        pytest.param(
            "visit", "Riel is to visit Bern.", "planned", id="riel is to visit bern"
        ),
        pytest.param(
            "meet",
            "They could meet in Bern.",
            "hypothetical",
            id="they could meet in bern",
        ),
        pytest.param(
            "met",
            "Duval hopes to have met Riel by then.",
            "planned",
            id="duval hopes to have met riel by",
        ),
    ],
)
def test_modality(word: str, sentence: str, expected: str) -> None:
    assert modality(word, sentence) == expected
