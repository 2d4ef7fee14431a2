import io
import json
import os

import pytest

from factcheck.documents import READERS, Document, collect, day_of, read, wire_of
from factcheck.documents.collect import LARGEST
from factcheck.errors import DocumentError


def write(folder, name, content):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def one(folder, name, content) -> Document:
    """Write a file and read the one document it holds."""
    collected = collect([write(folder, name, content)])
    assert collected.faults == []
    (document,) = collected.documents
    return document


def fault(folder, name, content) -> str:
    """Write a file, read it, and return its one fault without the folder."""
    collected = collect([write(folder, name, content)])
    assert collected.documents == []
    (found,) = collected.faults
    return f"{found.document}: {found.reason}".replace(f"{folder}{os.sep}", "")


def test_every_suffix_is_written_here():
    assert set(READERS) == {
        ".txt", ".text", ".md", ".markdown", ".html", ".htm",
        ".json", ".jsonl", ".ndjson", ".docx", ".pdf",
        ".rss", ".atom", ".xml", ".mhtml", ".mht", ".parquet",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "published", "source", "credit"),
    [
        pytest.param("Rain fell.", None, "report", None, id="bare"),
        pytest.param(
            "date 2024-05-03\nRain.", "2024-05-03", "report", None, id="first line"
        ),
        pytest.param(
            " date 2024-05-03 VELDE: Rain.", "2024-05-03", "report", None, id="prefix"
        ),
        pytest.param(
            "Date: 2024-05-03\nRain.", "2024-05-03", "report", None, id="colon"
        ),
        pytest.param(
            "\ufeffDate 2024-05-03 Rain.", "2024-05-03", "report", None, id="mark"
        ),
        pytest.param("Rain.\n\n— Reuters", None, "Reuters", "Reuters", id="credit"),
        pytest.param(
            "Rain.\n-- The Associated Press\n", None, "AP", "AP", id="full name"
        ),
        pytest.param("Rain.\n— AFP/Reuters", None, "AFP", "AFP", id="two wires"),
        pytest.param(
            "VELDE (Reuters) - Rain.", None, "Reuters", "Reuters", id="dateline"
        ),
        pytest.param(
            "Rain.\n— Lake Herald", None, "Lake Herald", None, id="outlet credited"
        ),
        pytest.param("Rain.\n— Ana Duval", None, "report", None, id="author credited"),
        pytest.param("It was over — Reuters said.", None, "report", None, id="prose"),
    ],
)
def test_text(tmp_path, text, published, source, credit):
    document = one(tmp_path, "report.txt", text)

    assert document.published == published
    assert document.source == source
    assert document.credit == credit
    assert document.text == text.removeprefix("\ufeff")


def test_text_is_unchanged(tmp_path):
    text = "Cafe\u0301\r\n\r\n  “Two”\t\u00a0lines\u2028 end \n"

    document = one(tmp_path, "a.txt", text)

    assert document.text == text
    assert document.id == "a.txt"
    assert document.verbatim


def test_front_matter(tmp_path):
    document = one(
        tmp_path,
        "a.md",
        "---\ntitle: 'Rain: a report'\nPublisher: The Heron\ndate: 2024-05-03T23:00Z\n"
        "url: https://heron.example/1\ngroup: 010\ntags: [a, b]\n---\n\nRain fell.\n",
    )

    assert document.title == "Rain: a report"
    assert document.source == "The Heron"
    assert document.published == "2024-05-03"
    assert document.url == "https://heron.example/1"
    assert document.group == "010"
    assert document.text == "\nRain fell.\n"
    assert document.line == 9


def test_markdown_without_front_matter_has_its_heading_for_title(tmp_path):
    document = one(tmp_path, "a.md", "# Rain in Velde #\n\nRain fell.\n")

    assert document.title == "Rain in Velde"
    assert document.line == 1
    assert document.text.startswith("# Rain")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(
            "---\ntitle: x\n",
            "a.md:1: the front matter is not closed; end it with a line ---",
            id="not closed",
        ),
        pytest.param(
            "---\ntitle: x\nsource: [y\n---\nRain.",
            "a.md:4: the front matter is not YAML: ",
            id="not YAML",
        ),
        pytest.param(
            "---\n- x\n---\nRain.",
            "a.md:2: the front matter is not a mapping; write lines of key: value",
            id="a list",
        ),
        pytest.param(
            "---\ntitle: [x]\ndate: soon\n---\nRain.",
            "a.md:1: title: write one line of text; "
            "date: 'soon' is not a date; write YYYY-MM-DD",
            id="every bad key",
        ),
    ],
)
def test_broken_front_matter(tmp_path, content, message):
    assert fault(tmp_path, "a.md", content).startswith(message)


def test_json_lines(tmp_path):
    laid = {
        "id": "r1",
        "source": "The Heron",
        "published": "2024-05-03T09:30:00+02:00",
        "title": "Rain",
        "url": "https://heron.example/1",
        "text": "Rain fell.",
        "group": 7,
    }
    content = json.dumps(laid) + "\n\n" + json.dumps({"text": "Snow.\n— Reuters"})

    first, second = collect([write(tmp_path, "in/d.jsonl", content)]).documents

    assert (first.id, first.source, first.published) == (
        "r1", "The Heron", "2024-05-03",
    )  # fmt: skip
    assert (first.title, first.group, first.line) == ("Rain", "7", 1)
    assert (second.id, second.source, second.line) == ("d.jsonl:3", "Reuters", 3)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        pytest.param("{bad", "2: not JSON: expecting property name", id="no JSON"),
        pytest.param("[1]", "2: not a document; write {", id="no object"),
        pytest.param("{}", "2: text is missing; write {", id="no text"),
        pytest.param('{"text": 5}', "2: text: a number, should be", id="number"),
        pytest.param('{"text": " "}', "2: text is empty", id="empty"),
        pytest.param(
            '{"text": "a", "source": ["x"], "title": true}',
            "2: source: an array, should be a string or null; title: true or false",
            id="every fault",
        ),
        pytest.param(
            '{"text": "a", "published": "yesterday"}',
            "2: published: 'yesterday' is not a date; write YYYY-MM-DD",
            id="no date",
        ),
        pytest.param(
            r'{"text": "\ud800"}', "2: text: holds half of a character", id="surrogate"
        ),
        pytest.param("[" * 100_000, "2: not JSON: ", id="nested deeply"),
        pytest.param("9" * 5000, "2: not JSON: ", id="endless number"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(tmp_path, line, message):
    content = '{"text": "Rain."}\n' + line + '\n{"text": "Snow."}\n'

    collected = collect([write(tmp_path, "d.jsonl", content)])

    assert [d.text for d in collected.documents] == ["Rain.", "Snow."]
    (found,) = collected.faults
    assert f"{found.document}: {found.reason}".startswith(
        f"{tmp_path}{os.sep}d.jsonl:{message}"
    )


@pytest.mark.parametrize(
    ("content", "read", "faults"),
    [
        pytest.param('{"text": "a"}', [("a", 1)], [], id="one object"),
        pytest.param('\n{\n"text": "a"\n}\n', [("a", 2)], [], id="laid out"),
        pytest.param(
            '[{"text": "a"},\n\n {"text": 1},\n {"text": "b"}]',
            [("a", 1), ("b", 4)],
            [3],
            id="an array",
        ),
        pytest.param('[{"text": "a"},\n{"text"]', [("a", 1)], [2], id="breaks off"),
        pytest.param(
            '{"text": "a"}\n{"text": "b"}', [("a", 1), ("b", 2)], [], id="lines"
        ),
        pytest.param('{"text":\n "a"', [], [2], id="not closed"),
        pytest.param('[{"text": "a"}]\n[]', [("a", 1)], [1], id="two arrays"),
    ],
)
def test_json(tmp_path, content, read, faults):
    collected = collect([write(tmp_path, "d.json", content)])

    assert [(d.text, d.line) for d in collected.documents] == read
    assert [int(f.document.rpartition(":")[2]) for f in collected.faults] == faults


def test_claims_of_another_extractor_are_kept_apart(tmp_path):
    content = '{"kind": "title", "roles": {}, "document": "d"}\n{"text": "a"}'

    collected = collect([write(tmp_path, "c.jsonl", content)])

    assert len(collected.documents) == 1
    (claim,) = collected.claims
    assert claim.document == "d"
    assert claim.where.endswith("c.jsonl:1")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        pytest.param("a.json", b"[]", "a.json: holds no document; ", id="no document"),
        pytest.param("a.txt", b"", "a.txt: empty; there is nothing", id="empty"),
        pytest.param("a.txt", b" \n\t", "a.txt: empty; there is nothing", id="blank"),
        pytest.param("a.txt", b"x\ny\0z", "a.txt:2: a binary file", id="binary"),
        pytest.param(
            "a.md", b"ab\ncaf\xe9 s", "a.md:2: not UTF-8: byte 0xe9 at offset 6; ",
            id="encoding",
        ),
        pytest.param(
            "a.txt", b"date 2024-02-30 x", "a.txt:1: date 2024-02-30 is not a day; ",
            id="no day",
        ),
        pytest.param(
            "a.txt", b"x" * (LARGEST + 1), "a.txt: larger than 50 MB; split", id="large"
        ),
    ],
)  # fmt: skip
def test_bad_files(tmp_path, name, content, message):
    assert fault(tmp_path, name, content).startswith(message)


def test_a_missing_path_and_an_empty_folder_are_faults(tmp_path):
    collected = collect([tmp_path / "nope.txt", tmp_path])

    assert [f.reason.split(";")[0].split(" (")[0] for f in collected.faults] == [
        "no such file or folder",
        "no document in this folder",
    ]


def test_folders(tmp_path):
    for name in ("b.txt", "a/c.md", "a/b.txt", ".git/x.txt", "a/.x.txt", "n.csv"):
        write(tmp_path, name, "Rain fell.")

    collected = collect([tmp_path])

    assert [d.id for d in collected.documents] == ["b.txt", "a/b.txt", "a/c.md"]
    assert collected.faults == []


def test_a_named_file_is_never_skipped(tmp_path):
    for name in ("n.csv", ".hidden.txt", "plain"):
        assert one(tmp_path, name, "Rain fell.").text == "Rain fell."


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("r.md", "<!-- factcheck report -->\n## factcheck", id="markdown"),
        pytest.param("r.json", '{\n  "schema": "factcheck.report/1",', id="json"),
        pytest.param("r.jsonl", '{"rule": "a-b", "severity": "note"}', id="jsonl"),
        pytest.param("r.txt", "error  a-b  Ana Duval  0123abcd\n  Ana", id="text"),
        pytest.param("r.txt", "Checked 2 documents, 5 claims", id="clean text"),
    ],
)
def test_our_own_reports_are_no_documents(tmp_path, name, content):
    write(tmp_path, name, content)
    write(tmp_path, "a.txt", "Rain fell.")

    collected = collect([tmp_path])

    assert [d.id for d in collected.documents] == ["a.txt"]
    assert collected.faults == []


def test_ids_are_unique_in_any_order(tmp_path):
    line = '{"id": "q", "text": "Rain."}\n{"text": "Snow."}\n'
    paths = [
        write(tmp_path, "x/a.txt", "Rain."),
        write(tmp_path, "y/a.txt", "Rain."),
        write(tmp_path, "x/d.jsonl", line * 2),
        write(tmp_path, "y/d.jsonl", line),
    ]

    forward = collect(paths).documents
    backward = collect(paths[::-1]).documents

    ids = [d.id.replace(tmp_path.as_posix(), "") for d in forward]
    assert ids == [
        "/x/a.txt",
        "/y/a.txt",
        "/x/d.jsonl:1#q",
        "/x/d.jsonl:2",
        "/x/d.jsonl:3#q",
        "d.jsonl:4",
        "/y/d.jsonl#q",
        "/y/d.jsonl:2",
    ]
    assert {d.id for d in forward} == {d.id for d in backward}


def test_a_file_named_twice_is_read_once(tmp_path):
    path = write(tmp_path, "a.txt", "Rain.")

    collected = collect([path, tmp_path, path])

    assert [d.id for d in collected.documents] == ["a.txt"]
    assert collected.faults == []


@pytest.mark.parametrize(
    ("raw", "texts"),
    [
        pytest.param(b"date 2024-05-03 Rain.", ["date 2024-05-03 Rain."], id="text"),
        pytest.param(b'{"text": "a"}\n{"text": "b"}', ["a", "b"], id="lines"),
        pytest.param(b"---\nsource: H\n---\nRain.", ["Rain."], id="front matter"),
    ],
)
def test_standard_input_is_read_as_what_it_is(raw, texts):
    collected = collect(["-"], io.BytesIO(raw))

    assert [d.text for d in collected.documents] == texts
    assert collected.documents[0].path == "-"


def test_read_raises_the_first_fault(tmp_path):
    path = write(tmp_path, "a.txt", "")

    with pytest.raises(DocumentError, match="empty; there is nothing to check"):
        read(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_entered_is_a_fault(tmp_path):
    write(tmp_path, "closed/a.txt", "Rain.")
    write(tmp_path, "b.txt", "Rain.")
    (tmp_path / "closed").chmod(0)

    collected = collect([tmp_path])
    (tmp_path / "closed").chmod(0o700)

    assert [d.id for d in collected.documents] == ["b.txt"]
    assert "permission denied" in collected.faults[0].reason


def test_a_name_that_is_not_utf8_is_spelled_out(tmp_path):
    raw = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(raw, "wb") as opened:  # noqa: PTH123 (pathlib has no bytes)
        opened.write(b"Rain.")

    (document,) = collect([tmp_path]).documents

    assert document.id == r"caf\xe9.txt"


@pytest.mark.parametrize(
    ("published", "day"),
    [
        pytest.param("2024-05-03", "2024-05-03", id="day"),
        pytest.param("2024-05-03T23:59:59.1+09:00", "2024-05-03", id="timestamp"),
        pytest.param("2024-05-03 10:00", "2024-05-03", id="blank"),
        pytest.param("20240503", "2024-05-03", id="basic"),
        pytest.param("2023-02-29", None, id="no leap year"),
        pytest.param("3 May 2024", None, id="prose"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_days(published, day):
    assert day_of(published) == day


@pytest.mark.parametrize(
    ("name", "wire"),
    [
        pytest.param("Reuters", "Reuters", id="name"),
        pytest.param("agence france-presse", "AFP", id="other case"),
        pytest.param("Staff and AP", "AP", id="with others"),
        pytest.param("The Heron", None, id="outlet"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_wires(name, wire):
    assert wire_of(name) == wire


NASTY = [
    b"---\n&a [*a]\n---\nx",
    b"---\nx: !!python/object/apply:os.system [true]\n---\nx",
    b'---\ntitle: "\\ud800"\n---\nx',
    b"---\n---\n---\n",
    b'{"text": NaN}',
    b'{"text": {"text": ["text"]}}',
    b'{"kind": 1, "roles": 2}',
    b'{"kind": "title", "roles": {"x": "\\ud800"}}',
    b"[[[[[[",
    b"[]]",
    b'"',
    b"null",
    b"\xef\xbb\xbf",
    b"\xff\xfea\x00",
    b"<html><head><title>\x85</title></head><body><p>\xdc</p></body></html>",
    b"\r\r\r",
    b"date 9999-99-99",
    b"\xe2\x80\xa8\xe2\x80\xae",
]


@pytest.mark.parametrize("suffix", [".txt", ".md", ".json", ".jsonl", ".html"])
@pytest.mark.parametrize("raw", NASTY)
def test_any_bytes_are_read_or_named(tmp_path, suffix, raw):
    collected = collect([write(tmp_path, f"a{suffix}", raw)])

    assert collected.documents or collected.faults or collected.claims
