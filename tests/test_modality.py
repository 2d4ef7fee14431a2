"""How a clause is put: what is told, planned, denied or only possible."""

import pytest

from factcheck.documents import Document
from factcheck.extraction import nlp
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.clean_text import read_text
from factcheck.extraction.modality import modality_of


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "Ana Duval [met] Tomas Riel in Bern on Monday.",
            "asserted",
            id="ana duval met tomas riel",
        ),
        pytest.param(
            "Duval was able to [meet] Riel in Bern.", "asserted", id="was able to"
        ),
        pytest.param(
            "Duval was not able to [meet] Riel in Bern.", "denied", id="was not able to"
        ),
        pytest.param(
            "Osk beat Tarn to [win] the cup.", "asserted", id="beat them to win"
        ),
        pytest.param(
            "Osk hope to beat Tarn to [win] the cup.", "planned", id="hope to beat them"
        ),
        pytest.param(
            "Osk will beat Tarn to [win] the cup.", "planned", id="will beat them"
        ),
        pytest.param(
            "Osk bought a keeper to [win] the cup.", "planned", id="bought one to win"
        ),
        pytest.param(
            "Duval will be able to [meet] Riel in Bern.",
            "planned",
            id="will be able to",
        ),
        pytest.param(
            "The minister said Duval [met] Riel in Bern.",
            "asserted",
            id="minister said duval met riel in",
        ),
        pytest.param(
            "Duval plans to [meet] Riel in Bern.",
            "planned",
            id="duval plans to meet riel in",
        ),
        pytest.param(
            "Duval will [meet] Riel on Friday.", "planned", id="duval will meet riel on"
        ),
        pytest.param(
            "All she wanted was to see Peru; all he wanted to do was [meet] Riel.",
            "planned",
            id="all he wanted to do was",
        ),
        pytest.param(
            "What she did was [meet] both of them.", "asserted", id="what she did was"
        ),
        pytest.param(
            "Both firms are said to [host] the envoys.", "hypothetical", id="hearsay"
        ),
        pytest.param(
            "Duval is said to have [met] Riel.", "asserted", id="said to have met"
        ),
        pytest.param(
            "The accord allowed her to [visit] Peru.", "hypothetical", id="allowed"
        ),
        pytest.param(
            "Duval will receive her weekly [briefing] with Riel.",
            "planned",
            id="will receive a briefing",
        ),
        pytest.param(
            "The board, in [consultation] with Riel, shall study it.",
            "planned",
            id="shall",
        ),
        pytest.param(
            "He will speak after the [meeting] with Riel.",
            "planned",
            id="what follows a meeting ahead",
        ),
        pytest.param(
            "Heading into [talks] with Riel, the union was divided.",
            "planned",
            id="heading into",
        ),
        pytest.param(
            "I don't have details of the [meeting] with Riel.",
            "asserted",
            id="no details of a meeting",
        ),
        pytest.param(
            "They did not hold a series of [meetings] with Riel.",
            "denied",
            id="no series of meetings",
        ),
        pytest.param(
            "Rebels targeted the town with shells, [killing] two.",
            "asserted",
            id="to target a town is no plan",
        ),
        pytest.param(
            "The summit was targeted to [open] in May.",
            "planned",
            id="to target a day is one",
        ),
        pytest.param(
            "Duval is due to [meet] Riel.", "planned", id="is due to meet riel"
        ),
        pytest.param(
            "They are scheduled to [meet] in Bern.",
            "planned",
            id="are scheduled to meet in bern",
        ),
        pytest.param(
            "The two ministers agreed to [meet] next week.",
            "planned",
            id="ministers agreed to meet next week",
        ),
        pytest.param(
            "Duval said she would [meet] Riel.",
            "planned",
            id="said she would meet riel",
        ),
        pytest.param(
            "When asked if Duval would [meet] Riel, her spokesman declined to comment.",
            "hypothetical",
            id="if duval would meet riel her",
        ),
        pytest.param(
            "Asked whether Duval would [meet] Riel, the spokesman said nothing.",
            "hypothetical",
            id="whether duval would meet riel the",
        ),
        pytest.param(
            "Duval did not [meet] Riel.", "denied", id="duval did not meet riel"
        ),
        pytest.param(
            "Duval refused to [meet] Riel.", "denied", id="duval refused to meet riel"
        ),
        pytest.param(
            "Duval denied that she had [met] Riel.",
            "denied",
            id="that she had met riel",
        ),
        pytest.param(
            "Duval has never [met] Riel.", "denied", id="duval has never met riel"
        ),
        pytest.param(
            "Duval declined to [meet] Riel.", "denied", id="duval declined to meet riel"
        ),
        pytest.param(
            "Duval left Bern without [meeting] Riel.",
            "denied",
            id="left bern without meeting riel",
        ),
        pytest.param(
            "Duval cancelled a [meeting] with Riel.",
            "denied",
            id="duval cancelled a meeting with riel",
        ),
        pytest.param(
            "A [meeting] between Duval and Riel was cancelled on Monday.",
            "denied",
            id="a meeting between duval",
        ),
        pytest.param(
            "Duval called off her [meeting] with Riel.",
            "denied",
            id="called off her meeting with riel",
        ),
        pytest.param(
            "Duval is preparing for a [meeting] with Riel.",
            "planned",
            id="preparing for a meeting with riel",
        ),
        pytest.param(
            "A planned [meeting] with Riel was to take place.",
            "planned",
            id="a planned meeting with riel",
        ),
        pytest.param(
            "The [meeting] did not produce an agreement.",
            "asserted",
            id="the meeting did not",
        ),
        pytest.param(
            "After the [meeting] with Riel, Duval will fly home.",
            "asserted",
            id="after the meeting with riel",
        ),
        pytest.param(
            "A [meeting] with Riel will take place on Friday.",
            "planned",
            id="a meeting with riel",
        ),
        pytest.param("Has Duval [met] Riel?", "hypothetical", id="has duval met riel"),
        pytest.param(
            "The soldiers allegedly [killed] three farmers.",
            "hypothetical",
            id="the soldiers allegedly killed three farmers",
        ),
        pytest.param(
            "Three soldiers were accused of [killing] two farmers.",
            "hypothetical",
            id="were accused of killing two farmers",
        ),
        pytest.param(
            "At least 12 people may have been [killed].",
            "hypothetical",
            id="may have been killed",
        ),
        pytest.param(
            "Three people are believed to have been [killed].",
            "hypothetical",
            id="to have been killed",
        ),
        pytest.param(
            "At least 12 people were [killed] in the fire, police said.",
            "asserted",
            id="12 people were killed in the",
        ),
        pytest.param(
            "The bus overturned, [killing] 12 people.",
            "asserted",
            id="the bus overturned killing 12 people",
        ),
        pytest.param(
            "The fire, which [killed] 12 people, will be investigated.",
            "asserted",
            id="the fire which killed 12 people",
        ),
        pytest.param(
            "He did not stop in Bern but [visited] Geneva.",
            "asserted",
            id="in bern but visited geneva",
        ),
        pytest.param(
            "He will meet Riel and [visit] Geneva.",
            "planned",
            id="meet riel and visit geneva",
        ),
        pytest.param(
            "Duval is going to [visit] Geneva.",
            "planned",
            id="is going to visit geneva",
        ),
        pytest.param(
            "Duval managed to [meet] Riel.", "asserted", id="duval managed to meet riel"
        ),
        pytest.param(
            "Duval will hold [talks] with Riel.",
            "planned",
            id="duval will hold talks with riel",
        ),
        pytest.param(
            "Duval held [talks] with Riel.", "asserted", id="duval held talks with riel"
        ),
        pytest.param(
            "Duval did not hold [talks] with Riel.",
            "denied",
            id="did not hold talks with riel",
        ),
        pytest.param(
            "If they [meet], the talks could resume.",
            "hypothetical",
            id="if they meet the talks",
        ),
        pytest.param(
            "Duval said after [meeting] Riel that she would not resign.",
            "asserted",
            id="duval said after meeting riel that",
        ),
        pytest.param(
            "Duval arrived ahead of [talks] with Riel.",
            "planned",
            id="arrived ahead of talks with riel",
        ),
        pytest.param(
            "Riel called for [talks] with the rebels.",
            "hypothetical",
            id="riel called for talks with the",
        ),
        pytest.param(
            "He flew to Bern to [meet] Riel.", "planned", id="to bern to meet riel"
        ),
        pytest.param(
            "Duval, who will meet Riel, [arrived] in Bern.",
            "asserted",
            id="will meet riel arrived in bern",
        ),
        pytest.param("Riel is to [visit] Bern.", "planned", id="riel is to visit bern"),
        pytest.param(
            "They could [meet] in Bern.", "hypothetical", id="they could meet in bern"
        ),
        pytest.param(
            "Duval hopes to have [met] Riel by then.",
            "planned",
            id="hopes to have met riel by",
        ),
        pytest.param(
            "Duval is looking forward to [meeting] Riel.",
            "planned",
            id="looking forward to meeting",
        ),
        pytest.param(
            "Duval was the first minister to [visit] Riel.",
            "asserted",
            id="first minister to visit",
        ),
        pytest.param(
            "Duval did not [meet] Riel until Friday.", "asserted", id="not until"
        ),
        pytest.param(
            "Duval had an opportunity to [meet] Riel downstairs.",
            "asserted",
            id="had an opportunity, and took it",
        ),
        pytest.param(
            "Duval attended a scheduled [summit] with Riel.",
            "asserted",
            id="attended what was scheduled",
        ),
        pytest.param(
            "Duval spoke of a scheduled [summit] with Riel.",
            "planned",
            id="spoke of what is scheduled",
        ),
        pytest.param(
            "Duval seeks an opportunity to [meet] Riel.",
            "planned",
            id="seeks an opportunity",
        ),
        pytest.param(
            "Duval is certainly looking forward to [meeting] Riel.",
            "planned",
            id="certainly looking forward",
        ),
        pytest.param(
            "Duval is [meeting] Riel tomorrow.", "planned", id="is meeting tomorrow"
        ),
        pytest.param(
            "Riel [met] Duval, who plans to resign.", "asserted", id="a plan beside it"
        ),
    ],
)
def test_modality(sentence: str, expected: str) -> None:
    place = sentence.index("[")
    text = sentence.replace("[", "").replace("]", "")
    reading = read_text(Document("d", text, "A"))
    analysis = Analysis(reading, next(nlp.parse([reading])))

    found = modality_of(analysis, analysis.token_at(place))

    assert found == expected
