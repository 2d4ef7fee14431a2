"""What is kept of groups: a check finds what judging everything anew finds."""

import random
from dataclasses import replace

import pytest

from benchmarks.dossiers import Dossier
from factcheck.documents import Document
from factcheck.pipeline import kept_groups
from factcheck.pipeline.check_cache import pack
from factcheck.pipeline.config import CheckConfig
from factcheck.pipeline.run import run
from factcheck.store import FactStore

KEPT = CheckConfig(by_group=True, key="one configuration")
STORIES = replace(KEPT, by_story=True)


@pytest.fixture
def store():
    with FactStore.open(None) as opened:
        yield opened


@pytest.fixture
def judged(monkeypatch):
    """Note of each check how many documents it judged."""
    counts = []
    check = kept_groups.check_by_group

    def counting(documents, store, config, judge):
        def noted(some):
            counts.append(len(some))
            return judge(some)

        return check(documents, store, config, noted)

    monkeypatch.setattr("factcheck.pipeline.run.check_by_group", counting)
    return counts


def dossier(count, seed=1):
    return [
        Document(one["id"], one["text"], one["source"], one["published"])
        for one in Dossier(seed).documents(count)
    ]


def grouped(documents, size):
    return [
        replace(document, group=f"group {n // size}" if n % 7 else None)
        for n, document in enumerate(documents)
    ]


def edited(documents, noise):
    """Change, add, remove or rename one document."""
    at = noise.randrange(len(documents))
    document = documents[at]
    text = document.text.replace("killed", "injured")
    text = text.replace("people", str(noise.randrange(9, 99)) + " people")
    match noise.choice(["change", "add", "remove", "rename"]):
        case "change":
            return [*documents[:at], replace(document, text=text), *documents[at + 1 :]]
        case "add":
            new = replace(document, id=f"new {noise.random()}", text=text, source="New")
            return [*documents[:at], new, *documents[at:]]
        case "remove":
            return [*documents[:at], *documents[at + 1 :]]
    other = replace(document, id=f"other {noise.random()}")
    return [
        *documents[: at // 2],
        other,
        *documents[at // 2 : at],
        *documents[at + 1 :],
    ]


@pytest.mark.parametrize("config", [KEPT, STORIES], ids=["groups", "stories"])
def test_a_check_after_edits_finds_what_judging_all_finds(store, config):
    noise = random.Random(4)
    documents = grouped(dossier(24), 4)

    for _ in range(6):
        kept = run(documents, store, config)
        anew = run(documents, store, replace(config, key=""))

        assert pack(kept) == pack(anew)
        assert kept.findings
        documents = edited(documents, noise)


def test_only_the_group_of_a_changed_document_is_judged(store, judged):
    documents = grouped(dossier(12), 4)
    run(documents, store, KEPT)
    changed = replace(documents[1], text=documents[1].text + " Rain fell all night.")

    run([documents[0], changed, *documents[2:]], store, KEPT)

    assert judged == [12, 3]


def test_a_document_that_is_gone_takes_only_its_group_with_it(store, judged):
    documents = grouped(dossier(12), 4)
    run(documents, store, KEPT)

    kept = run(documents[:8], store, KEPT)

    assert judged == [12]
    assert pack(kept) == pack(run(documents[:8], store, replace(KEPT, key="")))


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param("UPDATE kept_group SET payload = x'00'", id="no archive"),
        pytest.param("UPDATE kept_group SET payload = 'words'", id="no bytes"),
        pytest.param("DELETE FROM kept_group", id="gone"),
    ],
)
def test_what_is_damaged_is_judged_anew(store, judged, damage):
    documents = grouped(dossier(8), 4)
    first = run(documents, store, KEPT)
    store._archive.connection.execute(damage)

    again = run(documents, store, KEPT)

    assert judged == [8, 8]
    assert pack(again) == pack(first)


def test_a_store_that_cannot_be_written_keeps_nothing(store, judged):
    documents = grouped(dossier(8), 4)
    run(documents, store, replace(KEPT, key=""))
    store._archive.connection.execute("PRAGMA query_only = ON")

    run(documents, store, KEPT)
    run(documents, store, KEPT)

    assert judged == [8, 8]


def test_another_configuration_recalls_nothing(store, judged):
    documents = grouped(dossier(8), 4)
    run(documents, store, KEPT)

    run(documents, store, replace(KEPT, key="another configuration"))

    assert judged == [8, 8]


def test_where_a_rule_fails_over_the_changed_groups_all_are_judged(store, monkeypatch):
    documents = grouped(dossier(8), 4)
    run(documents, store, KEPT)
    changed = replace(documents[1], text=documents[1].text + " Rain fell all night.")

    def fail(*_):
        raise ValueError("broken")

    monkeypatch.setattr("factcheck.rules.engine.run_rules.each", fail)
    kept = run([documents[0], changed, *documents[2:]], store, KEPT)

    assert {name for name, _ in kept.not_checked} > {"weekday-mismatch"}
    assert len(kept.extractions) == len(documents)


def test_what_no_check_uses_any_more_is_forgotten(store, monkeypatch):
    monkeypatch.setattr("factcheck.store.factstore.MEMORY", 2)
    for n in range(3):
        store.keep_groups({f"old {n}": "found"}, [f"old {n}"])

    store.keep_groups({"new": "found"}, ["new"])

    assert store.kept_groups(["old 0", "old 2", "new"]) == {"new": "found"}
