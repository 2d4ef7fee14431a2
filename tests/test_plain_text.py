"""Texts as their words are read, and where those words are printed."""

import re

import pytest

from factcheck.documents import Document
from factcheck.extraction import extract
from factcheck.extraction.plain_text import plain_text

LINK = '[{}](https://orsa.example/a_b "A title")'


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        pytest.param("Orsa's mayor spoke.", "Orsa's mayor spoke.", id="plain"),
        pytest.param("Dura\u0301n spoke", "Durán spoke", id="decomposed"),
        pytest.param("Mr\u00a0Venn\u202fspoke", "Mr Venn spoke", id="blanks"),
        pytest.param("Ve\u200bnn, co\u00adunty", "Venn, county", id="unseen"),
        pytest.param("the o\ufb03ce", "the office", id="ligature"),
        pytest.param("Al\u2011Sadri", "Al-Sadri", id="hyphen"),
        pytest.param("One.\r\n\r\nTwo.\rThree.", "One. \n \nTwo.\nThree.", id="ends"),
    ],
)
def test_odd_characters_are_read_as_usual_ones(printed, words):
    assert plain_text(printed).text == words


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        pytest.param("the **old** _dam_", "the old dam", id="emphasis"),
        pytest.param("5 * 3 * 2 and a_b_c", "5 * 3 * 2 and a_b_c", id="no emphasis"),
        pytest.param(LINK.format("Mara Venn"), "Mara Venn", id="link"),
        pytest.param("[Venn][1]\n\n[1]: https://x.example", "Venn\n\n", id="reference"),
        pytest.param("[Venn][1] [sic]", "[Venn][1] [sic]", id="brackets"),
        pytest.param('A ![dam](d.jpg "The dam") B', "A B", id="picture"),
        pytest.param("A <!-- killed 12 --> B", "A B", id="comment"),
        pytest.param("<!--\nkilled 12\n-->\nB", "\n\n\nB", id="comment, lines"),
        pytest.param("killed ~~12~~ 19", "killed 19", id="struck out"),
        pytest.param("killed <del>12</del> 19", "killed 19", id="deleted"),
        pytest.param("killed 19[^1] there", "killed 19 there", id="note"),
        pytest.param("met\nhim in\n  Orsa", "met him in Orsa", id="wrapped"),
        pytest.param("met him  \nin Orsa", "met him\nin Orsa", id="broken"),
        pytest.param(
            "# The dam\n\n> “It\n> held.”", "The dam\n\n“It held.”", id="marks"
        ),
        pytest.param("- one\n- two", "one\ntwo", id="list"),
        pytest.param("a &amp; b \\*", "a & b *", id="entity"),
        pytest.param("|a|b|\n|-|-|\n|c|d|", "a | b\n\nc | d", id="table"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_markdown_is_read_as_its_words(printed, words, end):
    plain = plain_text(printed.replace("\n", end), markdown=True)

    assert re.sub(r" (?=\n)", "", plain.text) == words


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param("A. **Mara** [Ve\u0301nn](https://x.example) *left*.", id="mixed"),
        pytest.param("> Mara\r\n> *Ve\u00adnn*\r\n> left.", id="quoted"),
        pytest.param("Mara ![x](y) <b>Venn</b> ~~or~~ left.", id="hidden"),
    ],
)
def test_each_word_is_printed_where_the_map_says(printed):
    plain = plain_text(printed, markdown=True)

    places = [plain.printed(*word.span()) for word in re.finditer(r"\w+", plain.text)]
    there = [plain_text(printed[start:end]).text for start, end in places]
    assert there == re.findall(r"\w+", plain.text)


def test_claims_quote_what_is_printed():
    text = "“We will *never* close the old dam,” Mayor **Mara Dura\u0301n** said."
    document = Document("a.md", text, "Orsa Radio", syntax="markdown")

    (extraction,) = extract([document])

    (quote,) = [c for c in extraction.claims if c.kind == "quote"]
    (content,) = quote.role("content")
    assert content.text == text[1:35]
    assert quote.first("speaker").name == "Mara Durán"
    assert all(document.quote(m.span) == m.text for m in quote.mentions())
