"""The way through the house, as a Python program goes it."""

from dataclasses import replace

import pytest

import factcheck
from factcheck.documents import Document
from factcheck.errors import UsageError
from factcheck.pipeline import CheckConfig, gather
from factcheck.store import FactStore


def article(name, text, **rest):
    return factcheck.Document(name, text, name, "2024-05-03", **rest)


DEFENCE = "Defence Minister Ana Duval arrived in Lisbon on Monday."
FINANCE = "Finance Minister Ana Duval arrived in Lisbon on Monday."


def test_a_check_tells_what_contradicts_what():
    result = factcheck.check([article("a", DEFENCE), article("b", FINANCE)])

    assert "title-conflict" in {finding.rule for finding in result.findings}
    assert result.claims > 0


def test_groups_are_worlds_of_their_own():
    documents = [article("a", DEFENCE, group="x"), article("b", FINANCE, group="y")]

    result = factcheck.check(documents, config=factcheck.CheckConfig(by_group=True))

    assert result.findings == ()


def test_what_two_origins_say_alike_is_corroborated():
    result = factcheck.check(
        [article("a", DEFENCE), article("b", f"{DEFENCE} Rain fell all day there.")]
    )

    told = {(one.kind, one.key, one.value) for one in result.corroborated}
    assert ("title", "Ana Duval", "Defence Minister") in told


def test_two_documents_of_one_id_are_refused():
    with pytest.raises(UsageError, match="2 documents have the id 'a'"):
        factcheck.check([article("a", DEFENCE), article("a", FINANCE)])


def test_a_document_that_another_process_replaced_is_extracted_again(tmp_path):
    first = Document("a", "Mayor Ana Duval left.", "A", "2024-05-03")
    second = Document("b", "Mayor Bo Okoro left.", "B", "2024-05-03")
    path, config = tmp_path / "facts.db", CheckConfig()
    with FactStore.open(path) as store, FactStore.open(path) as other:
        undisturbed = list(gather([first, second], store, config))

        again = gather([first, second], store, config)
        found = [next(again)]
        longer = replace(second, text="On Friday Mayor Bo Okoro left again.")
        list(gather([longer], other, config))
        found += again

    assert found == undisturbed
