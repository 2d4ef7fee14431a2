import copy
import json
from pathlib import Path

import pytest

from factcheck.claims import claim_to_json
from factcheck.claims.border import read_claims
from factcheck.cli import main
from factcheck.documents import Document, ForeignClaim, Span

TEXT = "Foreign Secretary Mara Venn spoke on Friday."
DOCUMENT = Document("heron.md", TEXT, "The Heron", "2024-05-03")
LAID = {
    "id": "x",
    "kind": "title",
    "document": "heron.md",
    "source": "The Heron",
    "published": "2024-05-03",
    "span": {"start": 0, "end": 27},
    "roles": {
        "title": [
            {"text": "Foreign Secretary", "start": 0, "end": 17, "value": "secretary"}
        ],
        "person": [
            {
                "text": "Mara Venn",
                "start": 18,
                "end": 27,
                "entity": "Q5",
                "name": "Venn",
            }
        ],
    },
    "time": {"start": "2024-05-03", "end": "2024-05-03", "text": "on Friday"},
    "modality": "asserted",
    "attribution": [],
    "confidence": 0.9,
    "extractor": "elsewhere",
}


def changed(path: str, value: object) -> dict:
    laid = copy.deepcopy(LAID)
    place = laid
    *parents, last = path.split(".")
    for key in parents:
        place = place[int(key) if key.isdecimal() else key]
    place[last] = value
    return laid


def border(laid: dict, *documents: Document):
    foreign = ForeignClaim(str(laid.get("document")), laid, "claims.jsonl:4")
    return read_claims([foreign], {d.id: d for d in documents})


def test_a_claim_comes_over_whole_and_goes_out_as_it_came():
    (claim,) = border(LAID, DOCUMENT).claims

    assert claim.span == Span(0, 27)
    assert claim.first("person").entity == "Q5"
    assert {**claim_to_json(claim, DOCUMENT), "id": "x"} == LAID


def test_a_document_only_claims_tell_of_is_made_up():
    found = border(LAID)

    (document,) = found.documents
    assert (document.id, document.text, document.source) == (
        "heron.md", "", "The Heron",
    )  # fmt: skip
    assert (document.path, document.line) == ("claims.jsonl", 4)


def test_a_claim_given_twice_is_kept_once():
    foreign = ForeignClaim("heron.md", LAID, "claims.jsonl:1")

    assert len(read_claims([foreign, foreign], {}).claims) == 1


def test_a_headline_claim_keeps_its_part():
    headline = {"start": 3, "end": 7, "text": "Venn"}
    mention = {"text": "", "start": 0, "end": 0, "headline": headline}
    laid = {**LAID, "roles": {"person": [mention]}}
    laid["span"] = {"start": 0, "end": 0, "headline": headline}

    (claim,) = border(laid).claims

    assert claim.span == Span(3, 7, "title")
    assert claim.first("person").text == "Venn"


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        pytest.param("kind", "titel", "did you mean 'title'?", id="kind"),
        pytest.param("document", "", "document: String should have", id="no document"),
        pytest.param("span", None, "span: should be an object", id="no span"),
        pytest.param("span.start", 30, "start <= end", id="backwards"),
        pytest.param("span.end", 10**9, "span: ends behind the end", id="too far"),
        pytest.param("span.end", True, "span.end: should be", id="no number"),
        pytest.param("modality", "sure", "modality: should be 'as", id="modality"),
        pytest.param("confidence", 2, "confidence: should be less", id="sure"),
        pytest.param("confidence", float("nan"), "confidence: should", id="nan"),
        pytest.param("published", "May", "published: should be a day", id="day"),
        pytest.param("time.start", 5, "time.start: should be a valid", id="time"),
        pytest.param("time", "now", "time: should be an object", id="time in words"),
        pytest.param(
            "time",
            {"start": "2024-05-06", "end": "2024-05-04"},
            "time: ends before it starts",
            id="time backwards",
        ),
        pytest.param("roles.person", [], "needs a person", id="a role that is needed"),
        pytest.param("roles.title.0.text", "…", "holds no word", id="no word"),
        pytest.param("roles.person.0.value", [5, 3], "person[0].value", id="no range"),
        pytest.param("roles", [], "roles: should be an object", id="roles"),
        pytest.param("roles.persn", [], "did you mean 'person'?", id="role"),
        pytest.param("roles.person", {}, "person: should be a list", id="no list"),
        pytest.param("roles.person.0.text", 1, "person[0].text", id="text"),
        pytest.param("roles.person.0.value", [1], "person[0].value", id="value"),
        pytest.param("roles.person.0.value", 10**30, "person[0].value", id="huge"),
        pytest.param("roles.person.0.text", "Ana", "has 'Mara Venn' at 18", id="words"),
        pytest.param(
            "roles.person.0.headline",
            {"start": 0, "end": 1},
            "person[0].headline.text: is missing",
            id="a headline without words",
        ),
        pytest.param("attribution", ["x"], "attribution[0]: should be", id="mention"),
        pytest.param("source", "Other", "but heron.md is by 'The Heron'", id="source"),
    ],
)  # fmt: skip
def test_a_bad_claim_is_turned_back_with_its_line(path, value, message):
    found = border(changed(path, value), DOCUMENT)

    assert found.claims == []
    (fault,) = found.faults
    assert fault.document == "claims.jsonl:4"
    assert message in fault.reason


def test_every_fault_of_a_claim_is_named():
    laid = {**LAID, "kind": "titel", "modality": "y", "confidence": "z"}

    (fault,) = border(laid).faults

    faults = [part.split(":")[0] for part in fault.reason.split("; ")]
    assert faults == ["kind", "did you mean 'title'?", "modality", "confidence"]


TITLES = (("Heron", "foreign minister"), ("Wire", "vice foreign minister"))


def test_claims_alone_are_checked_and_shown(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    lines = [
        {
            "kind": "title",
            "document": source.lower(),
            "source": source,
            "published": "2024-05-03",
            "span": {"start": 0, "end": len(title) + 10},
            "roles": {
                "person": [{"text": "Mara Venn", "start": 0, "end": 9}],
                "title": [{"text": title, "start": 10, "end": 10 + len(title)}],
            },
        }
        for source, title in (
            ("Heron", "foreign minister"),
            ("Wire", "vice foreign minister"),
        )
    ]
    Path("claims.jsonl").write_text("\n".join(map(json.dumps, lines)))

    status = main(["check", "claims.jsonl", "--store", "none", "-q"])

    said = capsys.readouterr().out
    assert status == 1
    assert "title-conflict  Mara Venn" in said
    assert "claims.jsonl:2 (wire)\n      vice foreign minister\n" in said
    assert "Checked 2 documents, 2 claims" in said
