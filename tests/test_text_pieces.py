"""Long texts are parsed in pieces: how they are cut, and that nothing is lost by it."""

import pytest

from factcheck.documents import Document
from factcheck.extraction import nlp, text_pieces
from factcheck.extraction.clean_text import read_text


def read(text):
    return read_text(Document("d", text, "A"))


def cut(text):
    ranges = list(text_pieces.pieces(nlp.load_pipeline(), read(text)))
    return [text[start:end] for start, end in ranges]


@pytest.fixture
def small(monkeypatch):
    """Bounds that a short text passes."""
    monkeypatch.setattr(text_pieces, "LONGEST", 40)
    monkeypatch.setattr(text_pieces, "MOST", 12)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Ana left.", ["Ana left."], id="short"),
        pytest.param("", [""], id="empty"),
        pytest.param(
            "Ana left for Oslo.\n\nBo left.\n\nCy stayed at home. Dee left.",
            ["Ana left for Oslo.\n\nBo left.\n\n", "Cy stayed at home. Dee left."],
            id="with a paragraph",
        ),
        pytest.param(
            "Bo left. Mr. Lind went to the harbour of Oslo.",
            ["Bo left. ", "Mr. Lind went to the harbour of Oslo."],
            id="with a sentence where a paragraph is long",
        ),
        pytest.param(
            'He did say so. "Yes," she said that day.',
            ["He did say so. ", '"Yes," she said that day.'],
            id="an opening mark stays with its words",
        ),
        pytest.param(
            "and then they left and went home again once more",
            ["and then they left and went home again ", "once more"],
            id="with a word where a sentence is long",
        ),
        pytest.param("a" * 50, ["a" * 40, "a" * 10], id="anywhere in one word"),
        pytest.param(
            ". , ; : ! ? . , ; : ! ? . ,",
            [". , ; : ! ? . , ; : ! ? ", ". ,"],
            id="by the number of marks",
        ),
    ],
)
def test_where_a_text_is_cut(small, text, found):
    assert cut(text) == found


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        pytest.param("Ana left. Bo stayed.", ["Bo"], id="two"),
        pytest.param("Mr. Lind left the U.S. on Monday.", [], id="abbreviations"),
        pytest.param("It rose 3.5 percent.", [], id="a number"),
        pytest.param("“Go.” Ana left.", ["Ana"], id="behind a closing mark"),
        pytest.param('Why? "No," he said.', ['"No'], id="before an opening mark"),
        pytest.param("", [], id="empty"),
        pytest.param("...", [], id="marks only"),
        pytest.param("a.b?c", [], id="no gap"),
    ],
)
def test_where_sentences_begin(text, starts):
    found = list(text_pieces.sentence_starts(nlp.load_pipeline(), text, 7))

    assert [
        text[n - 7 :][: len(s)] for n, s in zip(found, starts, strict=True)
    ] == starts


def test_a_text_in_pieces_is_the_same_text(small):
    text = (
        'Ana Duval left for Oslo on Monday. "We will come back," she said. '
        "Bo Lind met her there, and they went on to the harbour together.\n\n"
        "At least 12 people were hurt."
    )

    (doc,) = nlp.parse([read(text)])

    assert doc.text == text
    assert [sentence.text.strip() for sentence in doc.sents][1] == (
        '"We will come back," she said.'
    )
    assert all(text[t.idx : t.idx + len(t)] == t.text for t in doc)


def test_what_is_parsed_at_once_is_bounded(monkeypatch):
    monkeypatch.setattr(text_pieces, "TOGETHER", 12)
    docs = [nlp.load_pipeline().make_doc("Ana left. " * n) for n in (1, 2, 1, 1, 9, 1)]

    by_words = [list(map(len, group)) for group in text_pieces.grouped(docs, 16)]
    by_count = [len(group) for group in text_pieces.grouped(docs, 2)]

    assert by_words == [[3, 6, 3], [3], [27], [3]]
    assert by_count == [2, 2, 1, 1]
