"""Contested words: what is read as a frame, and what is not."""

import pytest

from factcheck.documents import Document
from factcheck.extraction import extract
from factcheck.lexicons import load_table
from factcheck.lexicons.lexicon import load_lexicon


def framed(text: str) -> list[tuple[str, str]]:
    (extraction,) = extract([Document("d", text, "A")])
    return [
        (str(claim.role("topic")[0].value), str(claim.role("frame")[0].value))
        for claim in extraction.claims
        if claim.kind == "framing"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Envoys praised the soldiers who fell in the Korean War.",
            [("Korean War", "Korean War")],
            id="war by its name",
        ),
        pytest.param(
            "The envoys spoke of Korea. Their fathers fought there in the 1950s, "
            "in the civil war.",
            [("Korean War", "civil war in Korea")],
            id="civil war bound by place and years",
        ),
        pytest.param(
            "Korea sent aid after the civil war in Sudan ended.",
            [],
            id="civil war elsewhere",
        ),
        pytest.param(
            "Settlers moved to Judea and Samaria.",
            [("West Bank", "Judea and Samaria")],
            id="territory",
        ),
        pytest.param(
            "The special military operation went on.",
            [("Russian invasion of Ukraine", "special military operation")],
            id="operation",
        ),
        pytest.param("The minister went to the derry ball.", [], id="no capital"),
        pytest.param("The death taxi was late.", [], id="inside a word"),
        pytest.param(
            "The council debated the death tax.",
            [("tax on inherited estates", "death tax")],
            id="policy",
        ),
        pytest.param(
            "Critics of the Syrian regime met.",
            [("government of SY", "regime")],
            id="regime of a named country",
        ),
        pytest.param(
            "Korvia attacked Hamas militants. Hamas militants fled.",
            [("armed groups: Hamas", "militants")],
            id="a group by its name, once",
        ),
        pytest.param(
            "“The special military operation goes on,” the spokesman said.",
            [],
            id="words of a speaker",
        ),
        pytest.param(
            "The spokesman called it a special military operation.",
            [],
            id="what somebody calls it",
        ),
        pytest.param(
            "It denounced what it describes as the Korvian regime, in a letter.",
            [],
            id="what somebody describes it as",
        ),
        pytest.param(
            "The ministry said the special military operation had gone well.",
            [],
            id="reported speech",
        ),
        pytest.param(
            "Drivers described the new fence along the West Bank as an apartheid wall.",
            [("West Bank", "West Bank")],
            id="what somebody describes a thing as",
        ),
        pytest.param(
            "The so-called “special military operation” goes on.",
            [],
            id="held at arm's length",
        ),
        pytest.param("Militants fled.", [], id="a group nobody named"),
        pytest.param("The patient began a new regime.", [], id="a regime of nobody"),
    ],
)
def test_frames(text: str, expected: list[tuple[str, str]]) -> None:
    assert framed(text) == expected


def test_every_frame_of_the_table_is_in_the_lattice() -> None:
    lattice = load_lexicon("frames")
    table = load_table("framing")

    frames = [f["frame"] for topic in table["topics"] for f in topic["frames"]]
    frames += table["governments"]["frames"]

    assert [f for f in frames if lattice.is_a(f, "neutral") is None] == []


def test_every_topic_cites_a_source() -> None:
    assert [t["topic"] for t in load_table("framing")["topics"] if not t["cite"]] == []
