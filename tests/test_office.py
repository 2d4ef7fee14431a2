"""Word documents and PDF files, made here."""

import zipfile
from io import BytesIO

import pytest

etree = pytest.importorskip("lxml.etree", reason="the extra office is not installed")
docx = pytest.importorskip("docx", reason="the extra office is not installed")
pytest.importorskip("pypdf", reason="the extra office is not installed")

from factcheck.documents import collect, read  # noqa: E402 (only with the extra)
from factcheck.documents import pdf as pdfs  # noqa: E402
from factcheck.documents import word as words  # noqa: E402
from factcheck.documents.pdf import text_of_pages  # noqa: E402


def word(**fields: str) -> bytes:
    made = docx.Document()
    for name, value in fields.items():
        setattr(made.core_properties, name, value)
    made.add_paragraph("date 2024-05-03")
    made.add_paragraph("Mara Venn opened the Orsa dam on Friday.")
    table = made.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Homes flooded", "41"
    made.add_paragraph("The gates stay shut. — Reuters")
    raw = BytesIO()
    made.save(raw)
    return raw.getvalue()


def pdf(*lines: str, pages: int = 1) -> bytes:
    """Lay out a small PDF file by hand."""
    drawn = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    stream = f"BT /F1 12 Tf 50 700 Td {drawn} ET"
    kids = " ".join(f"{n} 0 R" for n in range(5, 5 + pages))
    page = "<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 3 0 R>>>>/Contents 4 0 R>>"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {pages}/MediaBox[0 0 600 800]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        f"<</Length {len(stream)}>>\nstream\n{stream}\nendstream",
        *[page] * pages,
    ]
    raw, places = "%PDF-1.4\n", []
    for number, laid in enumerate(objects, 1):
        places.append(len(raw))
        raw += f"{number} 0 obj\n{laid}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    raw += f"xref\n0 {size}\n0000000000 65535 f \n{table}"
    raw += (
        f"trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{raw.index('xref')}\n%%EOF"
    )
    return raw.encode("latin-1")


def zipped(name: str, content: bytes) -> bytes:
    raw = BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, content)
    return raw.getvalue()


def test_a_word_document_is_its_paragraphs_and_tables(tmp_path):
    (tmp_path / "note.docx").write_bytes(word(title="Dam opened"))

    (document,) = read(tmp_path)

    told = " ".join(document.text.split())
    assert told == (
        "date 2024-05-03 Mara Venn opened the Orsa dam on Friday."
        " Homes flooded | 41 The gates stay shut. — Reuters"
    )
    assert document.id == "note.docx"
    assert document.published == "2024-05-03"
    assert document.title == "Dam opened"
    assert document.credit == "Reuters"


RUN = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
BODY = (
    "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
    "<w:body>{}</w:body></w:document>"
)


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        pytest.param("<w:p>{a}<w:ins>{b}</w:ins></w:p>", "a b", id="inserted"),
        pytest.param("<w:p>{a}<w:del>{b}</w:del></w:p>", "a", id="deleted"),
        pytest.param(
            "<w:p>{a}<w:moveFrom>{b}</w:moveFrom></w:p><w:p><w:moveTo>{b}</w:moveTo></w:p>",
            "a b",
            id="moved",
        ),
        pytest.param(
            "<w:p>{a}<w:sdt><w:sdtPr/><w:sdtContent>{b}</w:sdtContent></w:sdt></w:p>",
            "a b",
            id="control in a line",
        ),
        pytest.param(
            "<w:sdt><w:sdtContent><w:p>{a}</w:p></w:sdtContent></w:sdt>",
            "a",
            id="control around paragraphs",
        ),
        pytest.param(
            "<w:p><w:fldSimple w:instr='DATE'>{a}</w:fldSimple></w:p>", "a", id="field"
        ),
        pytest.param(
            "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r>"
            "<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>{a}</w:p>",
            "a",
            id="field in runs",
        ),
        pytest.param(
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{a}</w:p><w:p>{b}</w:p>",
            "a b",
            id="a paragraph's end deleted",
        ),
        pytest.param(
            "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>{a}</w:p>",
            "a",
            id="hidden",
        ),
        pytest.param(
            "<w:tbl><w:tr><w:tc><w:p>{a}</w:p></w:tc><w:tc><w:p>{b}</w:p></w:tc></w:tr>"
            "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>{b}</w:p></w:tc></w:tr></w:tbl>",
            "a | b",
            id="table with a deleted row",
        ),
    ],
)
def test_word_documents_are_read_as_corrected(inside, text):
    body = BODY.format(inside.format(a=RUN.format("a "), b=RUN.format("b")))

    lines = words._lines(etree.fromstring(body)[0])

    assert " ".join(" ".join(lines).split()) == text


@pytest.mark.parametrize(
    ("pages", "text"),
    [
        pytest.param(["One dam.\nTwo dams."], "One dam.\nTwo dams.", id="sentences"),
        pytest.param(["The old dam of\nOrsa."], "The old dam of Orsa.", id="wrapped"),
        pytest.param(["a har-\nbour"], "a harbour", id="syllables"),
        pytest.param(["a long-\nterm plan"], "a long-term plan", id="compound"),
        pytest.param(["Mara Venn-\nOrsa"], "Mara Venn-Orsa", id="two names"),
        pytest.param(["a 19-year-\nold"], "a 19-year-old", id="more hyphens"),
        pytest.param(["re-\nform. A reform"], "reform. A reform", id="known word"),
        pytest.param(
            ["“It held\nand", "it will,” she said."],
            "“It held and it will,” she said.",
            id="quotation across pages",
        ),
        pytest.param(
            ["“It held all day.\nIt will,” she said."],
            "“It held all day. It will,” she said.",
            id="quotation of sentences",
        ),
        pytest.param(
            ["Orsa Radio\n1\nThe dam of", "Orsa Radio\n2\nOrsa held."],
            "The dam of Orsa held.",
            id="running head",
        ),
        pytest.param(
            ["The dam held.\nPage 1 of 2", "It did.\nPage 2 of 2"],
            "The dam held.\n\nIt did.",
            id="page numbers",
        ),
        pytest.param(["It held.", "It held."], "It held.\n\nIt held.", id="no head"),
    ],
)
def test_pages_are_put_together(pages, text):
    assert text_of_pages(pages) == text


def test_a_pdf_file_is_the_text_of_its_pages(tmp_path):
    lines = ("date 2024-05-03", "Mara Venn opened the Orsa dam on", "Friday. She left.")
    (tmp_path / "note.pdf").write_bytes(pdf(*lines, pages=2))

    (document,) = read(tmp_path)

    once = "date 2024-05-03\nMara Venn opened the Orsa dam on Friday. She left."
    assert document.text == f"{once}\n\n{once}"
    assert document.published == "2024-05-03"
    assert document.source == "note"


@pytest.mark.parametrize(
    ("name", "raw", "reason"),
    [
        pytest.param("a.docx", b"Rain fell.", "not a Word document", id="text"),
        pytest.param("a.docx", word()[:-90], "not a Word document", id="cut"),
        pytest.param("a.docx", zipped("a.txt", b"x"), "not a Word document", id="zip"),
        pytest.param(
            "a.docx",
            zipped("word/document.xml", b"a" * 60_000_000),
            "unpacks to 57 MB",
            id="bomb",
        ),
        pytest.param("a.pdf", b"Rain fell.", "not a PDF file", id="no pdf"),
        pytest.param("a.pdf", pdf("Rain.")[:60], "not a PDF file", id="cut pdf"),
        pytest.param("a.pdf", pdf(), "holds no text", id="picture"),
        pytest.param("a.pdf", pdf("x", pages=501), "501 pages", id="pages"),
    ],
)
def test_what_cannot_be_read_is_a_fault(tmp_path, name, raw, reason):
    (tmp_path / name).write_bytes(raw)

    found = collect([tmp_path])

    assert found.documents == []
    (fault,) = found.faults
    assert reason in fault.reason


@pytest.mark.parametrize("cut", range(0, 700, 37))
def test_a_damaged_file_raises_nothing(tmp_path, cut):
    for name, raw in (("a.pdf", pdf("Rain fell.")), ("a.docx", word())):
        (tmp_path / name).write_bytes(raw[:cut] + b"\xff<<" + raw[cut + 3 :])

    found = collect([tmp_path])

    assert len(found.documents) + len(found.faults) == 2


def test_text_of_too_many_characters_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(pdfs, "LARGEST", 5)
    (tmp_path / "a.pdf").write_bytes(pdf("Rain fell on Velde."))

    (fault,) = collect([tmp_path]).faults

    assert "too much text" in fault.reason
