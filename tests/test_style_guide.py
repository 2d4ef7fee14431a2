"""A newsroom's own table of disputed terms, in the place of the shipped one."""

from pathlib import Path

import pytest

from factcheck.documents import Document
from factcheck.errors import RuleError
from factcheck.lexicons.lexicon import load_lexicon
from factcheck.lexicons.style_guide import disputed_terms
from factcheck.pipeline import CheckConfig, check
from factcheck.pipeline.cache_key import extraction_stamp

LAKE = """\
topics:
  - topic: Lake Tarn
    cite: Tarn Herald style guide
    frames:
      - {frame: Lake Tarn, neutral: "yes", words: [Lake Tarn]}
      - {frame: Freedonian Sea, words: [Freedonian Sea]}
  - topic: Korean War
    cite: Tarn Herald style guide
    frames:
      - {frame: war of the valleys, neutral: "yes", words: [war of the valleys]}
      - {frame: Korean War, words: [Korean War]}
"""
TEXT = (
    "The ferries left the Freedonian Sea on Monday. Her father fell in the Korean War. "
    "His uncle had been in the Great Patriotic War."
)


def written(folder: Path, text: str) -> str:
    path = folder / "style-guide.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def contested(config: CheckConfig) -> list[str]:
    result = check([Document("d", TEXT, "Harbour Post", "2024-05-03")], config=config)
    return [f.key for f in result.findings if f.rule == "framing-contested"]


@pytest.mark.parametrize(
    ("table", "topics"),
    [
        pytest.param(None, ["Soviet-German war"], id="the shipped table"),
        pytest.param(LAKE, ["Korean War", "Lake Tarn"], id="in its place"),
        pytest.param(
            f"extends: shipped\n{LAKE}",
            ["Korean War", "Lake Tarn", "Soviet-German war"],
            id="added to it",
        ),
    ],
)
def test_the_newsroom_says_what_is_contested(tmp_path, table, topics):
    guide = written(tmp_path, table) if table else None

    assert sorted(contested(CheckConfig(style_guide=guide))) == topics


def test_two_newsrooms_check_in_one_process(tmp_path):
    own, other = tmp_path / "own", tmp_path / "other"
    own.mkdir()
    other.mkdir()
    configs = [
        CheckConfig(style_guide=written(own, LAKE)),
        CheckConfig(),
        CheckConfig(style_guide=written(other, "topics: []")),
        CheckConfig(style_guide=written(own, LAKE)),
    ]

    terms = [sorted(contested(config)) for config in configs]

    assert terms == [
        ["Korean War", "Lake Tarn"],
        ["Soviet-German war"],
        [],
        ["Korean War", "Lake Tarn"],
    ]


def test_another_table_is_another_extraction(tmp_path):
    own = extraction_stamp(style_guide=written(tmp_path, LAKE))

    assert own != extraction_stamp()


def test_the_lattice_is_that_of_the_table(tmp_path):
    lattice = load_lexicon(written(tmp_path, LAKE))

    assert lattice.is_a("Freedonian Sea", "contested")
    assert lattice.is_a("Lake Tarn", "neutral")
    assert lattice.is_a("Great Patriotic War", "contested") is None


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        pytest.param("[]", "should be a mapping with topics", id="a list"),
        pytest.param("topic: []", "no key is named 'topic'", id="a key misspelt"),
        pytest.param("topics: x", "topics: should be a list", id="one topic"),
        pytest.param("topics: [x]", "a topic with its frames", id="a word for it"),
        pytest.param("extends: ours", "should be shipped", id="extends what is not"),
        pytest.param("governments: x", "should hold frames", id="no governments"),
        pytest.param(
            "governments: {frames: {regime: regime}}",
            "regime: should list words",
            id="words of a government",
        ),
        pytest.param(
            "topics: [{topic: Tarn, frames: [{frame: Tarn, words: Tarn}]}]",
            "a frame with its words, a list",
            id="words that are no list",
        ),
        pytest.param(
            "topics: [{topic: T, frames: [{frame: T, words: [T], near: [T]}]}]",
            "near: should be a list of lists of words",
            id="near that is flat",
        ),
    ],
)
def test_a_faulty_table_is_refused(tmp_path, table, fault):
    with pytest.raises(RuleError, match=fault) as error:
        disputed_terms(written(tmp_path, table))

    assert "style-guide.yaml:1:" in str(error.value)


def test_a_table_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(RuleError, match="cannot be read"):
        disputed_terms(str(tmp_path / "none.yaml"))
