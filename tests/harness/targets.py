"""What is fuzzed: everything that reads what somebody else wrote.

A target takes bytes. It may refuse them with a `FactcheckError` that has words; all
else that is raised is a fault, and so is a document that cannot be stored or printed.
"""

import argparse
import io
import json
import tempfile
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from factcheck.claims.border import read_claims
from factcheck.claims.claim import claim_to_json
from factcheck.documents import Document
from factcheck.documents.files import READERS, DocumentFault, File, ForeignClaim
from factcheck.errors import FactcheckError
from factcheck.lexicons.lexicon import read_lexicon
from factcheck.pipeline.settings import load_settings
from factcheck.resolution.entities.aliases import load_aliases
from factcheck.review.baseline import read_baseline
from factcheck.review.suppressions import read_suppressions
from factcheck.review.verdicts import read_verdicts
from factcheck.rules import load_facts, load_rules
from factcheck.rules.definition import load
from factcheck.rules.engine.derivation import query_of

FOLDER = Path(tempfile.mkdtemp(prefix="fuzz-"))
TEXT = "SEOUL: Ana Duval said: “No.”"
DOCUMENT = Document("d", TEXT, "A", "2024-05-03")
CLAIM = {
    "kind": "title",
    "document": "d",
    "span": {"start": 7, "end": 16},
    "roles": {"person": [{"text": "Ana Duval", "start": 7, "end": 16, "value": 1.5}]},
    "time": {"start": "2024-05-03", "end": None, "text": "Friday"},
    "modality": "asserted",
    "attribution": [],
    "confidence": 0.5,
    "extractor": "x",
    "source": "A",
    "published": "2024-05-03",
}
PLACE = {"start": 0, "end": 1, "text": "A"}
HEADLINE = CLAIM | {
    "span": {"headline": PLACE},
    "roles": {"person": [{**PLACE, "headline": PLACE}]},
}
RULE = """id: number-conflict
extends: title-conflict
severity: warning
message: "Sources differ ({measure}): {variants}"
why: Of one event there is one number.
check: agree
claims: [quantity, title]
where: {status: current, time: {before: published}}
same: [event, measure]
differ: value
compare: {as: number, abs: "2", using: titles, unknown: note}
apart_by: [organization]
overlap: true
count: origins
query: SELECT 1, 2, claim_id FROM claims
tests:
  - {name: two, texts: {A: "Ana.", B: "Bo."}, expect: [{variants: 2}]}
  - {name: none, claims: [{source: A, about: Ana, value: "1"}], expect: none}
"""
FACTS = """- subject: Ana Duval
  kind: title
  value: mayor
  from: 2019
  to: 2021-03-18
  rank: preferred
  cite: x
"""
SUPPRESS = """- rule: number-conflict
  fingerprint: deadbeefdeadbeef
  key: x
  reason: y
  by: z
  expires: 2030-01-01
"""
KNOWN = '{"fingerprint": "f", "rule": "r", "key": "k"}'
BASELINE = f'{{"schema": "factcheck.baseline/1", "findings": [{KNOWN}]}}'
VERDICT = '{"fingerprint": "f", "rule": "r", "verdict": "real", "by": "x"}'
MARKDOWN = "---\ntitle: T\ndate: 2024-05-03\nsource: A\n---\nAna left. — Reuters\n"
META = '{"@graph": [{"headline": "T", "datePublished": "2024-05-03"}]}'
PAGE = (
    "<html><head><title>T</title><meta name='date' content='2024-05-03'>"
    f"<script type='application/ld+json'>{META}</script></head><body><article>"
    f"<p>{'Ana Duval said that nothing was settled. ' * 9}</p></article></body></html>"
)
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n"
WORD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body><w:p><w:r><w:t>date 2024-05-03 Ana left.</w:t></w:r></w:p><w:tbl><w:tr>"
    "<w:tc><w:p/></w:tc></w:tr></w:tbl></w:body></w:document>"
)


class Target(NamedTuple):
    """What is tried, and examples to begin with."""

    try_: Callable[[bytes], None]
    seeds: tuple[bytes, ...]


def _written(name: str, raw: bytes) -> Path:
    path = FOLDER / name
    path.write_bytes(raw)
    return path


def _file(name: str, read: Callable[[Path], object], raw: bytes) -> None:
    """Read bytes from a file; a refusal has to name it."""
    path = _written(name, raw)
    try:
        read(path)
    except FactcheckError as error:
        if str(path) not in str(error):
            raise AssertionError(f"the file is not named: {error}") from error


def _document(suffix: str, raw: bytes) -> None:
    """Read bytes as a document; what comes of it must be whole text.

    `collect` would survive a reader that breaks and refuses blank texts; here it shows.
    """
    if not raw.strip():
        return
    file = File(f"x{suffix}", f"in/x{suffix}", "x", raw)
    try:
        found = list(READERS[suffix](file))
    except FactcheckError as error:
        if "in/x" not in str(error):
            raise AssertionError(f"the file is not named: {error}") from error
        return
    for read in found:
        if isinstance(read, Document):
            told = (read.text, read.source, read.title, read.url, read.id, read.group)
            json.dumps(told, ensure_ascii=False).encode()
        elif isinstance(read, DocumentFault) and not read.reason.strip():
            raise AssertionError("a fault without words")


def _word(raw: bytes) -> None:
    """Read bytes as the text of a Word document that is whole otherwise."""
    import docx

    if not WORD_PARTS:
        made = io.BytesIO()
        docx.Document().save(made)
        with zipfile.ZipFile(made) as parts:
            WORD_PARTS.update({name: parts.read(name) for name in parts.namelist()})
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as parts:
        for name, content in WORD_PARTS.items():
            parts.writestr(name, raw if name == "word/document.xml" else content)
    _document(".docx", packed.getvalue())


WORD_PARTS: dict[str, bytes] = {}


def _claims(raw: bytes) -> None:
    """Read bytes as claims of another extractor, and print those that are let in."""
    file = File("c.jsonl", "in/c.jsonl", "c", raw)
    try:
        read = list(READERS[".jsonl"](file))
    except FactcheckError:
        return
    foreign = [one for one in read if isinstance(one, ForeignClaim)]
    border = read_claims(foreign, {"d": DOCUMENT})
    known = {"d": DOCUMENT} | {d.id: d for d in border.documents}
    for claim in border.claims:
        document = known[claim.document]
        json.dumps(claim_to_json(claim, document), allow_nan=False).encode()
        for mention in claim.mentions() if document.text else ():
            if document.quote(mention.span) != mention.text:
                raise AssertionError(f"let in, but not printed there: {mention}")


def _settings(path: Path) -> None:
    load_settings(argparse.Namespace(config=str(path)))


SHIPPED = load._shipped(())


def _rules(path: Path) -> None:
    load._shipped = lambda given: SHIPPED  # reading forty files each time is slow
    for rule in load_rules([path]):
        if rule.check != "against":
            query_of(rule)


def _bytes(*seeds: str) -> tuple[bytes, ...]:
    return tuple(seed.encode() for seed in seeds)


TARGETS = {
    "txt": Target(partial(_document, ".txt"), _bytes(f"date 2024-05-03\n{TEXT}")),
    "md": Target(partial(_document, ".md"), _bytes(MARKDOWN)),
    "html": Target(partial(_document, ".html"), _bytes(PAGE)),
    "json": Target(
        partial(_document, ".json"),
        _bytes('[{"text": "Hi.", "id": 1, "group": "g"}, {"text": "\\ud83d\\ude00"}]'),
    ),
    "jsonl": Target(
        partial(_document, ".jsonl"),
        _bytes('{"text": "Hi.", "source": "A", "published": "2024-05-03", "url": ""}'),
    ),
    "docx": Target(_word, _bytes(WORD)),
    "pdf": Target(partial(_document, ".pdf"), (PDF,)),
    "claims": Target(_claims, _bytes(json.dumps(CLAIM), json.dumps(HEADLINE))),
    "rules": Target(partial(_file, "r.yaml", _rules), _bytes(RULE)),
    "facts": Target(
        partial(_file, "f.yaml", lambda path: load_facts([path])), _bytes(FACTS)
    ),
    "lexicon": Target(
        partial(_file, "l.yaml", read_lexicon),
        _bytes("broader: {a: [b]}\nsame: [[c, d]]\ndisjoint: [[a, c]]\n"),
    ),
    "suppressions": Target(
        partial(_file, "s.yaml", read_suppressions), _bytes(SUPPRESS)
    ),
    "aliases": Target(
        partial(_file, "a.yaml", load_aliases),
        _bytes("- same: [Ana Duval, A. Duval]\n- different: [Bo, Cy]\n"),
    ),
    "baseline": Target(partial(_file, "b.json", read_baseline), _bytes(BASELINE)),
    "verdicts": Target(partial(_file, "v.jsonl", read_verdicts), _bytes(VERDICT)),
    "settings": Target(
        partial(_file, "factcheck.yaml", _settings),
        _bytes("fail-on: warning\nformat: [text, json=x]\njobs: 2\nquiet: true\n"),
    ),
    "toml": Target(
        partial(_file, "pyproject.toml", _settings),
        _bytes('[tool.factcheck]\nfail-on = "note"\nsince = 2024-05-03\njobs = 2\n'),
    ),
}


def _mixed(raw: bytes) -> None:
    """Give the input to the target that its first byte names."""
    if raw:
        list(TARGETS.values())[raw[0] % (len(TARGETS) - 1)].try_(raw[1:])


TARGETS["mixed"] = Target(
    _mixed,
    tuple(bytes([n]) + t.seeds[0] for n, t in enumerate(TARGETS.values())),
)
