"""What was made to break the program: documents, rule files and queries."""

import io
import json
import os
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from factcheck.cli import FINDINGS, INCOMPLETE, USAGE


@dataclass(frozen=True, slots=True)
class Attack:
    """A file, and what has to come of it.

    Attributes:
        name: What it is.
        file: Its name; a `.yaml` is given as a rule, all others as a document.
        content: Makes it: some are long.
        told: Words that have to be said of it.
        status: The exit status it must end with.
        seconds: CPU that it may take, a reading of the pipeline (2 s) included.
        megabytes: Memory that it may take.
    """

    name: str
    file: str
    content: Callable[[], bytes]
    told: str = ""
    status: int = INCOMPLETE
    seconds: float = 30
    megabytes: int = 500

    @property
    def is_document(self) -> bool:
        """Whether it is a document, not a rule."""
        return not self.file.endswith(".yaml")


def _zip_bomb() -> bytes:
    import docx

    made, packed = io.BytesIO(), io.BytesIO()
    docx.Document().save(made)
    with (
        zipfile.ZipFile(made) as parts,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as changed,
    ):
        for name in parts.namelist():
            huge = name == "word/document.xml"
            changed.writestr(name, b" " * 400_000_000 if huge else parts.read(name))
    return packed.getvalue()


def _alias_bomb() -> bytes:
    lines = ["a: &a [x,x,x,x,x,x,x,x,x]"]
    for before, name in zip("abcdefghijkl", "bcdefghijklm", strict=True):
        lines.append(f"{name}: &{name} [{','.join([f'*{before}'] * 9)}]")
    return "\n".join(lines).encode()


def _wrong_claims() -> bytes:
    claim = {
        "kind": "title",
        "document": "a.txt",
        "span": {"start": 10**9, "end": 10**12},
        "roles": {"person": [{"text": "x", "start": -1, "end": 2**70}]},
    }
    return b"\n".join([json.dumps(claim).encode()] * 1000)


UNKNOWN = (
    b'{"kind":"spell","document":"a.txt","span":{"start":0,"end":1},"roles":{"a":[]}}\n'
)


def _pdf(*pages: bytes, kids: str = "") -> bytes:
    """Make a PDF file of pages by what is printed on them, packed."""
    import zlib

    count = len(pages)
    listed = kids or " ".join(f"{n} 0 R" for n in range(3, 3 + count))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {count}/Kids[{listed}]>>".encode(),
        *(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</Font<</F<<"
            b"/Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>/Contents %d 0 R>>"
            % (3 + count + n)
            for n in range(count)
        ),
    ]
    for page in pages:
        packed = zlib.compress(page, 9)
        head = b"<</Filter/FlateDecode/Length %d>>stream\n" % len(packed)
        objects.append(head + packed + b"\nendstream")
    made, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        made
        + b"xref\n0 %d\n0000000000 65535 f \n" % size
        + table
        + b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n"
        % (size, len(made))
    )


PRINTED = b"BT /F 9 Tf (date 2024-05-03 Senator Ana Duval left.) Tj ET\n"


def _document(name: str, file: str, content: bytes, told: str, **rest: int) -> Attack:
    return Attack(name, file, lambda: content, told, **rest)


def _rule(name: str, content: Callable[[], bytes], told: str = "x.yaml") -> Attack:
    return Attack(name, "x.yaml", content, told, USAGE)


RULE = """id: q-q
severity: error
message: "{{key}}"
why: w
check: sql
query: "{}"
tests: []
"""
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
FIVE = "roles a, roles b, roles c, roles d, roles e, roles f, roles g, roles h"
NONE = "a.low + b.low + c.low + d.low + e.low + f.low + g.low < h.low - 9"


def _sql(name: str, query: str, told: str, status: int = USAGE) -> Attack:
    return Attack(
        f"SQL {name}", "x.yaml", lambda: RULE.format(query).encode(), told, status
    )


DOCUMENTS = (
    Attack("a Word file that unpacks to 400 MB", "x.docx", _zip_bomb, "382 MB"),
    _document(
        "HTML 100,000 deep", "x.html", b"<html><body>" + b"<div>" * 100_000, "x.html"
    ),
    _document(
        "HTML, 10 MB of one tag", "x.html", b"<p a=" + b"b" * 10_000_000, "x.html"
    ),
    _document("XML 200,000 deep", "x.xml", b"<rss>" + b"<a>" * 200_000, "x.xml"),
    _document(
        "XML, entities of entities",
        "x.xml",
        b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">'
        + b"".join(
            b'<!ENTITY %c "%s">' % (n + 1, b"&%c;" % n * 10) for n in range(97, 107)
        )
        + b"]><rss><channel><item><title>&k;</title></item></channel></rss>",
        "x.xml",
    ),
    _document(
        "XML that reads a file",
        "x.xml",
        b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
        b"<rss><channel><item><title>T</title><description>Ana left Oslo. &a;"
        b"</description></item></channel></rss>",
        "x.xml",
    ),
    _document(
        "a million quotation marks", "x.txt", b'"' * 1_000_000, "", status=FINDINGS
    ),
    _document(
        "a million curly marks", "x.txt", "“”".encode() * 500_000, "", status=FINDINGS
    ),
    _document(
        "900 kB of quotations in one paragraph",
        "x.txt",
        b'"No," he said. ' * 60_000,
        "",
        status=FINDINGS,
        seconds=200,
        megabytes=1200,
    ),
    _document("1 MB of NULs", "x.txt", b"\0" * 1_000_000, "NUL"),
    _document("1 MB that is no UTF-8", "x.txt", b"Ana \xff" * 200_000, "not UTF-8"),
    Attack("5 MB of random bytes", "x.txt", lambda: os.urandom(5_000_000), "x.txt"),
    _document("54 MB of text", "x.txt", b"Ana left. " * 5_400_000, "x.txt"),
    _document("JSON 1,000,000 deep", "x.json", b"[" * 1_000_000, "too deeply"),
    _document("JSON lines 100,000 deep", "x.jsonl", b'{"a":' * 100_000, "too deeply"),
    _document(
        "JSON, a number of 1 MB",
        "x.json",
        b'{"text": ' + b"9" * 1_000_000 + b"}",
        "not JSON",
    ),
    _document("200,000 broken lines", "x.jsonl", b'{"te\n' * 200_000, "not JSON"),
    _document(
        "front matter of 10 MB",
        "x.md",
        b"---\ntitle: " + b"a" * 10_000_000 + b"\n---\nAna left.",
        "",
        status=FINDINGS,
        seconds=60,
    ),
    _document(
        "front matter 1,000,000 deep",
        "x.md",
        b"---\na: " + b"[" * 1_000_000 + b"\n---\nAna left.",
        "x.md:2",
    ),
    Attack(
        "front matter, aliases of aliases",
        "x.md",
        lambda: b"---\n" + _alias_bomb() + b"\ntitle: *m\n---\nAna.",
        "x.md:1",
    ),
    Attack("1,000 claims with wrong offsets", "x.jsonl", _wrong_claims, "whole number"),
    _document("1,000 claims of no kind", "x.jsonl", UNKNOWN * 1000, "no claim kind"),
    Attack(
        "PDF, a page that unpacks to 200 MB",
        "x.pdf",
        lambda: _pdf(PRINTED * (200_000_000 // len(PRINTED))),
        "x.pdf",
    ),
    Attack(
        "PDF, a page that unpacks to 60 MB",
        "x.pdf",
        lambda: _pdf(PRINTED * (60_000_000 // len(PRINTED))),
        "x.pdf",
    ),
    Attack(
        "PDF, pages that hold themselves",
        "x.pdf",
        lambda: _pdf(PRINTED, kids="2 0 R 2 0 R 3 0 R"),
        "x.pdf",
    ),
    Attack(
        "PDF, arrays 200,000 deep",
        "x.pdf",
        lambda: _pdf(b"[" * 200_000 + PRINTED),
        "x.pdf",
    ),
    Attack("PDF of 20,000 pages", "x.pdf", lambda: _pdf(*[PRINTED] * 20_000), "x.pdf"),
)

RULES = (
    _rule("a rule file of 10 MB", lambda: b"id: x\nwhy: " + b"a " * 5_000_000),
    _rule(
        "a rule file of 1,000,000 keys",
        lambda: b"".join(b"k%d: v\n" % n for n in range(1_000_000)),
    ),
    _rule("a rule file 1,000,000 deep", lambda: b"a: " + b"[" * 1_000_000),
    _rule("a rule file, aliases of aliases", lambda: _alias_bomb() + b"\nid: *m\n"),
    _rule("a rule file, each key 1,000 times", lambda: b"id: x\nid: y\n" * 1000),
    _rule("a rule file that is no text", lambda: os.urandom(1_000_000)),
)

QUERIES = (
    _sql("that deletes", "DELETE FROM claim", "should be one SELECT"),
    _sql("that attaches", "ATTACH 'pwned.db' AS x", "should be one SELECT"),
    _sql("of two statements", "SELECT 1, 1, 1; DELETE FROM claim", "one SELECT"),
    _sql("that sets a pragma", "PRAGMA writable_schema = 1", "should be one SELECT"),
    _sql(
        "that reads a file", "SELECT readfile('/etc/passwd'), 1, 1", "no such function"
    ),
    _sql("that loads code", "SELECT load_extension('x'), 1, 1", "not authorized"),
    _sql(
        "that reads the schema",
        "SELECT sql, 1, 1 FROM sqlite_master",
        "no view is named 'sqlite_master'",
    ),
    _sql("without an end", f"{ENDLESS} SELECT max(i), 1, 1 FROM n", "never end"),
    _sql("of endless rows", f"{ENDLESS} SELECT i, 1, 1 FROM n", "never end"),
    _sql(
        "that joins all with all",
        f"SELECT 1, 1, a.claim_id FROM {FIVE}",
        "q-q: query: returns more",
        INCOMPLETE,
    ),
    _sql(
        "that seeks among all with all",
        f"SELECT 1, 1, a.claim_id FROM {FIVE} WHERE {NONE}",
        "q-q: query: takes longer than 10 seconds",
        INCOMPLETE,
    ),
    _sql(
        "that makes a long value",
        f"SELECT replace(printf('%1000000d', 1), ' ', '{'x' * 30}'), 1, 1",
        "string or blob too big",
    ),
    _sql("of 1 MB", f"SELECT 1, 1, {'1 + ' * 250_000}1", "20,000 characters"),
    _sql("nested 4,000 deep", f"SELECT 1, 1, {'(' * 4000}1{')' * 4000}", "deeply"),
)

ATTACKS = (*DOCUMENTS, *RULES, *QUERIES)
