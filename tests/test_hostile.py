"""Documents, rules and settings made to break the program: told, and the rest read."""

import json
import random
import signal
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest

from factcheck.claims import claim_to_json
from factcheck.cli import FINDINGS, INCOMPLETE, USAGE, main
from factcheck.documents import Document
from factcheck.extraction import analyse, extract
from factcheck.extraction.analysis import EXTRACTORS
from factcheck.extraction.clean_text import read_text
from factcheck.extraction.nlp import LONGEST_SENTENCE, parse

SIZE = 20_000
GUARD = 300
"""Seconds after which a test is given up: what it reads takes one or two."""

TEXT = "date 2024-05-03\n{} Ana Duval arrived in Lisbon on Monday.\n"
NESTED = "[" * 3000
BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join('*' + before for _ in range(9))}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
OBJECT = "title: !!python/object/apply:os.system [touch pwned]\n"
NOISE = random.Random(7).randbytes(SIZE).replace(b"\0", b"")


@pytest.fixture(autouse=True)
def guard():
    """Give up what would never end."""
    signal.alarm(GUARD)
    yield
    signal.alarm(0)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Two articles that differ in an office, in an empty folder to run in."""
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    Path("in/a.txt").write_text(TEXT.format("Defence Minister"))
    Path("in/b.txt").write_text(TEXT.format("Finance Minister"))
    return tmp_path


def run(capsys, *argv):
    """Check, and return the status, the report and what was said besides."""
    capsys.readouterr()
    status = main(["check", "in", "-f", "json", "-q", "--store", "none", *argv])
    said = capsys.readouterr()
    return status, json.loads(said.out) if said.out else None, said.err


def rules_found(report):
    return {finding["rule"] for finding in report["findings"]}


def repeated(piece):
    return (piece * (SIZE // len(piece) + 1))[:SIZE].encode()


def word(year, text="Ana left."):
    """Make a Word document; only of 2006 does the library know the elements."""
    made, packed = BytesIO(), BytesIO()
    document = docx.Document()
    document.add_paragraph(text)
    document.save(made)
    with ZipFile(made) as parts, ZipFile(packed, "w", ZIP_DEFLATED) as changed:
        for name in parts.namelist():
            content = parts.read(name)
            if name == "word/document.xml":
                content = content.replace(b"/2006/main", f"/{year}/main".encode())
            changed.writestr(name, content)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        pytest.param("x.txt", NOISE, "not UTF-8", id="random bytes"),
        pytest.param("x.txt", b"Ana\0" * 99, "NUL", id="NULs"),
        pytest.param("x.txt", b"Ana said \xff\xfe no", "0xff at offset 9", id="bytes"),
        pytest.param("x.txt", b"\xed\xa0\x80 Ana", "not UTF-8", id="half a character"),
        pytest.param("x.txt", b" \n" * 9, "empty", id="blank"),
        pytest.param("x.txt", b"\x1c\n", "empty", id="blanks Unicode knows"),
        pytest.param("x.md", b"---\ntitle: T\n---\n", "empty", id="no text"),
        pytest.param("x.docx", word("2007"), "not a Word", id="foreign elements"),
        pytest.param("x.json", NESTED.encode(), "nested too deeply", id="deep JSON"),
        pytest.param("x.jsonl", b'{"text": 5}\n', "x.jsonl:1", id="a number for text"),
        pytest.param("x.jsonl", b'{"text": "\\ud800"}\n', "half", id="lone surrogate"),
        pytest.param(
            "x.jsonl", b'{"text": "Hi."}\n{"te\n', "x.jsonl:2", id="a broken line"
        ),
        pytest.param(
            "x.html", b"<div>" * 3000, "no article", id="HTML without an article"
        ),
        pytest.param(
            "x.md", b"---\na: " + NESTED.encode() + b"\n---\nHi.", "x.md:", id="YAML"
        ),
        pytest.param(
            "x.md", f"---\n{BOMB}title: *i\n---\nHi.".encode(), "x.md:1", id="YAML bomb"
        ),
        pytest.param(
            "x.md", f"---\n{OBJECT}---\nHi.".encode(), "x.md:", id="YAML object"
        ),
    ],
)
def test_a_bad_document_is_told_and_the_others_checked(
    folder, capsys, name, content, told
):
    (folder / "in" / name).write_bytes(content)

    status, report, _ = run(capsys)

    reasons = report["summary"]["not_checked"]
    assert status == INCOMPLETE
    assert any(told in f"{r['document']}: {r['reason']}" for r in reasons), reasons
    assert "Traceback" not in str(reasons)
    assert "title-conflict" in rules_found(report)
    assert not list(folder.rglob("pwned"))


STRANGE = {
    "spaces": b"Ana." + repeated(" ") + b"Bo.",
    "newlines": b"Ana." + repeated("\n") + b"Bo.",
    "one word": repeated("a"),
    "digits": repeated("7"),
    "numbers": repeated("1,"),
    "straight marks": repeated('"'),
    "curly marks": repeated("“"),
    "apostrophes": repeated("'"),
    "brackets": repeated("["),
    "parentheses": repeated("("),
    "dashes": repeated("-"),
    "dots": repeated("."),
    "capitals": repeated("A"),
    "joiners": repeated("A\u200d"),
    "overrides": repeated("\u202eAna\u202c "),
    "terminal codes": repeated("\x1b[31mAna\x1b[0m "),
    "tags": repeated("<b>"),
    "no sentence": repeated("killed 12 people and "),
    "hundreds": repeated("hundred "),
    "quotations": repeated('"a" '),
}


def test_strange_texts_are_read_and_the_others_checked(folder, capsys):
    for name, content in STRANGE.items():
        Path("in", f"{name}.txt").write_bytes(content)

    status, report, said = run(capsys, "--allow-incomplete")

    reasons = {r["reason"] for r in report["summary"]["not_checked"]}
    assert status == FINDINGS
    assert report["summary"]["documents"] == len(STRANGE) + 2
    assert reasons <= {"language"}
    assert "title-conflict" in rules_found(report)
    assert "Traceback" not in said


@pytest.mark.parametrize(
    "argument",
    [
        pytest.param(["--rules", "x.yaml"], id="rule"),
        pytest.param(["--config", "x.yaml"], id="configuration"),
        pytest.param(["--facts", "x.yaml"], id="facts"),
        pytest.param(["--suppress", "x.yaml"], id="suppressions"),
        pytest.param(["--aliases", "x.yaml"], id="aliases"),
    ],
)
@pytest.mark.parametrize(
    "content",
    [
        pytest.param("a: " + NESTED, id="deep"),
        pytest.param("a: " + "{b: " * 2000, id="deep mappings"),
        pytest.param(BOMB, id="bomb"),
        pytest.param(OBJECT, id="an object"),
        pytest.param("a: 1\na: 2\n", id="a key twice"),
        pytest.param("? [a, b]\n: c\n", id="a list as key"),
        pytest.param("a: &x [*x]\n", id="itself"),
        pytest.param("a: 'never closed\n", id="not closed"),
        pytest.param("\t- x: [", id="a tab"),
        pytest.param("a: \x07\n", id="a control character"),
        pytest.param("x" * 300_000, id="one long word"),
    ],
)
def test_a_bad_yaml_file_is_an_error_with_its_name(folder, capsys, argument, content):
    Path("x.yaml").write_text(content)

    status, report, said = run(capsys, *argument)

    assert status == USAGE
    assert report is None
    assert "x.yaml" in said
    assert len(said) < 20_000
    assert not Path("pwned").exists()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param("- a\n" * 200_001, "more than 200,000 parts", id="parts"),
        pytest.param(
            "".join(f"key{n}: v\n" for n in range(900)), "and 705 more", id="faults"
        ),
    ],
)
def test_a_rule_file_of_very_many_parts(folder, capsys, content, told):
    Path("x.yaml").write_text(content)

    status, _, said = run(capsys, "--rules", "x.yaml")

    assert status == USAGE
    assert told in said
    assert len(said) < 60_000


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        pytest.param("x.toml", "a = " + "[" * 5000, "not TOML", id="deep TOML"),
        pytest.param("x.toml", "a = '\x00'", "not TOML", id="a NUL"),
        pytest.param("pyproject.toml", "tool = 1", "a table", id="a number for tools"),
        pytest.param(
            "pyproject.toml", "[tool]\nfactcheck = 'x'", "a table", id="words for ours"
        ),
        pytest.param("x.toml", f"jobs = '{'9' * 5000}'", "jobs", id="a long number"),
    ],
)
def test_a_bad_toml_file_is_an_error_with_its_name(folder, capsys, name, content, told):
    Path(name).write_text(content)

    status, report, said = run(capsys, "--config", name)

    assert status == USAGE
    assert report is None
    assert name in said
    assert told in said


class BrokenError(Exception):
    pass


@pytest.fixture
def failing():
    """An extractor that breaks on documents that hold a certain word."""

    def fail(analysis):
        if "unreadable" in analysis.text:
            raise BrokenError("at\nthis")
        yield from ()

    EXTRACTORS.register("failing")(fail)
    yield
    del EXTRACTORS["failing"]


def test_an_extractor_that_fails_costs_no_document(failing, folder, capsys):
    Path("in/c.txt").write_text(TEXT.format("The unreadable Health Minister"))

    status, report, _ = run(capsys)

    (missing,) = report["summary"]["not_checked"]
    (finding,) = [f for f in report["findings"] if f["rule"] == "title-conflict"]
    assert status == INCOMPLETE
    assert missing["document"] == "in/c.txt"
    assert missing["reason"].startswith(
        "could not be read completely: extracting claims (failing) failed "
        "(BrokenError: at this)"
    )
    assert {"a", "b"} <= {s for v in finding["variants"] for s in v["sources"]}


def test_a_failed_document_is_tried_again(failing, folder, capsys, monkeypatch):
    Path("in/c.txt").write_text(TEXT.format("The unreadable Health Minister"))
    first, _, _ = run(capsys, "--store", "facts.db")
    monkeypatch.setitem(EXTRACTORS, "failing", lambda analysis: iter(()))

    second, report, _ = run(capsys, "--store", "facts.db")

    assert (first, second) == (INCOMPLETE, FINDINGS)
    assert report["summary"]["not_checked"] == []


def test_the_traceback_is_shown_on_demand(failing, capsys, monkeypatch):
    document = Document("d", "An unreadable text.", "A")
    quiet = (list(extract([document])), capsys.readouterr().err)[1]
    monkeypatch.setenv("FACTCHECK_DEBUG", "1")

    list(extract([document]))

    assert quiet == ""
    assert "in fail\n" in capsys.readouterr().err


@pytest.fixture
def breaking(monkeypatch):
    """A parser that breaks on certain words, or where two of them stand together."""

    def parsed(readings, model=None):
        listed = list(readings)
        for reading in listed:
            text = reading.text.lower()
            if "unreadable" in text or ("east" in text and "west" in text):
                raise BrokenError
        return parse(listed, model)

    monkeypatch.setattr("factcheck.extraction.nlp.parse", parsed)


def quoted(extraction):
    return [c.first("content").text for c in extraction.claims if c.kind == "quote"]


@pytest.mark.parametrize(
    ("text", "told", "left"),
    [
        pytest.param(
            'Ana Duval said: "No."\n\nunreadable\n\n"Yes," Bo Lind said.',
            ["sentence at character 23"],
            ["No.", "Yes,"],
            id="a paragraph of one sentence",
        ),
        pytest.param(
            '"No," Mr. Lind said. The unreadable rest. "Yes," Ana Duval said.',
            ["sentence at character 21"],
            ["No,", "Yes,"],
            id="a sentence between two",
        ),
        pytest.param(
            '"No, unreadable," Mr. Lind said.\n\n"Yes," Ana Duval said. Unreadable? '
            '"Well," she said. "An unreadable word," she said.',
            [f"sentence at character {n}" for n in (0, 57, 87)],
            ["Yes,", "Well,"],
            id="two of two paragraphs",
        ),
        pytest.param(
            '"Go east," Bo Lind said. He was in the west.\n\n"Yes," Ana Duval said.',
            ["paragraph at character 0"],
            ["Yes,"],
            id="sentences that break it only together",
        ),
    ],
)
def test_what_breaks_the_parser_is_left_out(breaking, text, told, left):
    bad, good = extract([Document("d", text, "A"), Document("e", "Ana left.", "A")])

    reasons = [f"the parser failed on the {place}" for place in told]
    assert bad.skipped.startswith(f"could not be read completely: {reasons[0]}")
    assert bad.skipped.count("the parser failed on") == len(reasons)
    assert all(reason in bad.skipped for reason in reasons)
    assert quoted(bad) == left
    assert all(
        bad.document.quote(m.span) == m.text for c in bad.claims for m in c.mentions()
    )
    assert good.skipped is None


def test_a_headline_that_breaks_the_parser_costs_no_text(breaking):
    document = Document("d", '"No," Bo Lind said.', "A", title="An unreadable one")

    (extraction,) = extract([document])

    assert "the sentence at character 0 of the headline;" in extraction.skipped
    assert quoted(extraction) == ["No,"]


def test_many_mishaps_are_counted(breaking):
    (extraction,) = extract([Document("d", "This is an unreadable text. " * 40, "A")])

    assert "character 28" in extraction.skipped
    assert "and 35 more" in extraction.skipped


def test_an_endless_sentence_is_cut():
    text = "and then they left " * 500

    sentences = list(analyse(read_text(Document("d", text, "A"))).doc.sents)

    assert max(map(len, sentences)) <= LONGEST_SENTENCE


def test_what_a_strange_text_claims_stands_in_it():
    texts = [content.decode() for content in STRANGE.values()]
    documents = [Document(f"d{n}", text[:4000], "A") for n, text in enumerate(texts)]

    for extraction in extract(documents):
        for claim in extraction.claims:
            json.dumps(claim_to_json(claim, extraction.document), allow_nan=False)
            for mention in claim.mentions():
                assert extraction.document.quote(mention.span) == mention.text
