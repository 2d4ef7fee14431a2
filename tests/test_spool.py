"""Documents kept on disk are the documents that were read."""

import pytest
from make import document, extraction, title

from factcheck.documents import collect, collect_on_disk
from factcheck.documents.spool import Spool
from factcheck.resolution.entities import needed, resolve


def spool(*documents):
    kept = Spool()
    for one in documents:
        kept.append(one)
    return kept


def test_documents_come_back_in_their_order():
    told = [document(f"{n}.txt", "Rain. \ud800" * n) for n in range(5)]

    kept = spool(*told)

    assert list(kept) == told
    assert kept[-1] == told[-1]
    assert kept[1:3] == told[1:3]
    assert len(kept) == 5


def test_two_can_read_at_a_time():
    kept = spool(document("a", "Rain."), document("b", "Snow."))

    assert [(x.id, y.id) for x in kept for y in kept] == [
        ("a", "a"),
        ("a", "b"),
        ("b", "a"),
        ("b", "b"),
    ]


def test_beyond_the_end_there_is_none():
    with pytest.raises(IndexError):
        spool(document())[1]


def test_documents_of_one_id_are_told_apart_alike(tmp_path):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text(f"Rain in {folder}.")
    paths = [str(tmp_path / "a"), str(tmp_path / "b"), str(tmp_path / "none")]

    held, kept = collect(paths), collect_on_disk(paths)

    assert list(kept.documents) == list(held.documents)
    assert kept.faults == held.faults
    assert len({d.id for d in kept.documents}) == 2


@pytest.mark.parametrize("group", [None, "storm"])
def test_what_resolving_reads_is_enough(group):
    told = [
        extraction(
            title("Ana Duval", "mayor", "a"), text="Mayor Ana Duval", group=group
        ),
        extraction(title("Duval", "mayor", "b"), text="Mayor Duval", group=group),
    ]

    assert resolve([needed(one) for one in told]) == resolve(told)
