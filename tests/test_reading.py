"""Debris is recognised and blanked; prose never is, and offsets stay what they were."""

import pytest

from factcheck.documents import Document
from factcheck.extraction.boilerplate import find_debris
from factcheck.extraction.clean_text import read_text, readings


def read(text):
    return read_text(Document("d", text, "Harbour Post"))


def debris(text):
    return [(d.kind, text[d.start : d.end].strip()) for d in find_debris(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "date 2024-05-03 DOVER: Rain fell.",
            [("header", "date 2024-05-03"), ("dateline", "DOVER:")],
            id="date line and dateline with a colon",
        ),
        pytest.param(
            "NORTH HAVEN, Wales (KNA) — Rain fell.",
            [("dateline", "NORTH HAVEN, Wales (KNA) —")],
            id="dateline with agency",
        ),
        pytest.param(
            "DOVER, Oct. 4 (KNA) -- Rain fell.",
            [("dateline", "DOVER, Oct. 4 (KNA) --")],
            id="dateline with a day",
        ),
        pytest.param(
            "Rain at last\n\nDOVER ― Rain fell.",
            [("dateline", "DOVER ―")],
            id="dateline under a headline",
        ),
        pytest.param(
            "Rain fell. READ | Ten umbrellas for autumn\n\nIt stopped.",
            [("teaser", "READ | Ten umbrellas for autumn")],
            id="teaser behind a sentence",
        ),
        pytest.param(
            "Rain fell.\nAlso read: Ten umbrellas for autumn\nIt stopped.",
            [("teaser", "Also read: Ten umbrellas for autumn")],
            id="teaser on a line of its own",
        ),
        pytest.param(
            "By Ana Duval and Karl Jonson\n\nRain fell.",
            [("byline", "By Ana Duval and Karl Jonson")],
            id="byline",
        ),
        pytest.param(
            "Rain fell.\n\nFILE PHOTO: A bridge in Dover on May 1. KNA/Ana Duval\nOn.",
            [("photo", "FILE PHOTO: A bridge in Dover on May 1. KNA/Ana Duval")],
            id="photo caption",
        ),
        pytest.param(
            "The bridge (Photo by Ana Duval/KNA) was shut.",
            [("photo", "(Photo by Ana Duval/KNA)")],
            id="photo credit in brackets",
        ),
        pytest.param(
            "Rain fell.\nShare this article\nFollow Ana Duval on Twitter @aduval.\nOn.",
            [
                ("share", "Share this article"),
                ("share", "Follow Ana Duval on Twitter @aduval."),
            ],
            id="share links",
        ),
        pytest.param(
            "Rain fell.\n\n(Reporting by Ana Duval; editing by Karl Jonson)",
            [("credit", "(Reporting by Ana Duval; editing by Karl Jonson)")],
            id="reporters and editors",
        ),
        pytest.param(
            "Rain fell.\n\n— Reuters", [("credit", "— Reuters")], id="wire credit"
        ),
        pytest.param(
            "Rain <b>fell</b>.",
            [("markup", "<b>"), ("markup", "</b>")],
            id="markup left over",
        ),
        pytest.param("Rain.\n\n* * *\n\nSun.", [("rule", "* * *")], id="a rule"),
    ],
)
def test_debris_is_found(text, found):
    assert debris(text) == found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("MORE than 20 people came.\nThey left.", id="a word in capitals"),
        pytest.param("Related charges were dropped\nby noon.", id="related, in prose"),
        pytest.param("Read the letter, she said.", id="read, in prose"),
        pytest.param("By noon the rain had stopped.", id="by, in prose"),
        pytest.param("Follow the money, he said on Monday.", id="follow, in prose"),
        pytest.param("It ended in defeat - Karl's first", id="a dash in a sentence"),
        pytest.param("“We won.”\n\n— Ana Duval, teacher", id="whose quotation it is"),
        pytest.param("If x < 3 and y > 4, stop.", id="smaller and greater"),
        pytest.param(
            "THE PRESIDENT: Good day.\n\nQ: Will it rain?\n\nTHE PRESIDENT: No.",
            id="speakers in a transcript",
        ),
    ],
)
def test_prose_is_not_debris(text):
    assert debris(text) == []


def test_blanking_keeps_every_offset():
    text = "DOVER (KNA) — Rain fell.\n\nREAD | Umbrellas\n\nIt stopped."
    reading = read(text)

    assert len(reading.text) == len(text)
    assert reading.text.split() == ["Rain", "fell.", "It", "stopped."]
    assert reading.text.index("stopped") == text.index("stopped")


def test_a_paragraph_begins_behind_debris():
    text = "DOVER (KNA) — Rain fell. READ | Umbrellas\nIt stopped."

    assert text.index("Rain") in read(text).breaks


def test_lines_wrapped_in_mid_sentence_are_one_paragraph():
    text = "Rain fell in\nthe north and\nstopped at\nnoon on the\ncoast.\n\nSun came."

    assert read(text).breaks == (text.index("Sun"),)


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        pytest.param("Rain falls in Dover", ["text", "title"], id="a headline"),
        pytest.param("Rain fell", ["text"], id="a headline the text begins with"),
        pytest.param(None, ["text"], id="no headline"),
    ],
)
def test_a_headline_is_read_unless_the_text_has_it(title, parts):
    document = Document("d", "Rain fell\n\nIt stopped.", "Harbour Post", title=title)

    assert [reading.part for reading in readings(document)] == parts


def test_hostile_text_is_read_in_linear_time():
    text = "READ |" * 4000 + "<a " * 4000 + "By A" * 4000 + "-" * 4000

    assert len(read(text).text) == len(text)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        pytest.param(
            "â€œRain fell,â€\x9d she said.",
            "  “Rain fell,”   she said.",
            id="curly marks in another encoding",
        ),
        pytest.param(
            "?Rain fell,? she said.", "“Rain fell,” she said.", id="marks lost"
        ),
        pytest.param("Who fell? Rain, or snow?", None, id="questions"),
        pytest.param("It was â€“ rain.", None, id="another sign in another encoding"),
    ],
)
def test_damaged_marks_are_read_as_marks(text, read):
    found = read_text(Document("d", text, "Harbour Post")).text

    assert found == (read or text)
