"""Every finding shows each source with words that it printed, and on one side."""

from functools import cache
from pathlib import Path

import pytest

import factcheck
from factcheck.comparators.quotation_words import words_of

ROOT = Path(__file__).parent.parent
REAL = ROOT.parent / "shared" / "bench" / "data" / "stories-dev" / "documents.jsonl"
EXAMPLES = sorted(p for p in (ROOT / "examples").iterdir() if list(p.glob("*.txt")))
CHECKED = [*EXAMPLES, REAL]


@cache
def checked(path):
    """Return the findings on a folder or file, and its documents by their id."""
    documents = list(factcheck.read(path))
    grouped = factcheck.CheckConfig(by_group=path == REAL)
    result = factcheck.check(documents, config=grouped)
    return result.findings, {document.id: document for document in documents}


def folded(words):
    """Return the words of a text as quotations are compared."""
    return [word.folded for word in words_of(words)]


def prints(document, words):
    """Ask whether a document prints words in a row, in any house style."""
    whole, part = folded(f"{document.title or ''}. {document.text}"), folded(words)
    size = len(part)
    return any(whole[n : n + size] == part for n in range(len(whole) - size + 1))


def claims_of(finding, variant):
    """Return the claims that a variant rests on."""
    return [claim for claim in finding.claims if claim.id in variant.claims]


@pytest.fixture(params=CHECKED, ids=lambda path: path.parent.name + "/" + path.name)
def findings(request):
    """The findings on one dossier, with their documents."""
    if not request.param.exists():
        pytest.skip("the real stories are not here")
    return checked(request.param)


def test_every_mention_is_what_the_document_prints(findings):
    found, documents = findings

    wrong = [
        (finding.rule, mention.text)
        for finding in found
        for claim in finding.claims
        for mentions in claim.roles.values()
        for mention in mentions
        if documents[claim.document].stretch(mention.part)[mention.start : mention.end]
        != mention.text
    ]

    assert wrong == []


def test_every_source_of_a_variant_has_a_claim_in_it(findings):
    found, documents = findings

    wrong = [
        (finding.rule, variant.sources)
        for finding in found
        for variant in (*finding.variants, *finding.compatible)
        if {documents[c.document].source for c in claims_of(finding, variant)}
        != set(variant.sources)
    ]

    assert wrong == []


def test_no_claim_stands_on_two_sides(findings):
    found, _ = findings

    sides = [
        (finding.rule, [id for variant in finding.variants for id in variant.claims])
        for finding in found
    ]

    assert [told for told in sides if len(told[1]) != len(set(told[1]))] == []


def test_changed_words_are_printed_by_a_side_each(findings):
    found, documents = findings

    wrong = [
        (finding.key, words)
        for finding in found
        for change in finding.diff
        for words in change
        if words
        and not any(prints(documents[c.document], words) for c in finding.claims)
    ]

    assert wrong == []


def test_the_two_sides_of_a_change_are_of_other_documents(findings):
    found, documents = findings

    wrong = [
        (finding.key, before, after)
        for finding in found
        for before, after in finding.diff
        if before
        and after
        and not any(
            prints(documents[one.document], before)
            and prints(documents[other.document], after)
            for one in finding.claims
            for other in finding.claims
            if one.document != other.document
        )
    ]

    assert wrong == []
