"""The fact store keeps what was found, and lays out what a check judges."""

import random
import sqlite3
import subprocess
import sys
import zlib
from contextlib import closing
from dataclasses import replace

import pytest
from make import claim, document, extraction, mention, title

from factcheck.claims import ClaimTime
from factcheck.claims.day_numbers import EARLIEST, LATEST
from factcheck.claims.extraction import Decision, Entity, TypedMention
from factcheck.errors import StoreError
from factcheck.store import FactStore, Links
from factcheck.store.exported import Table, write_sqlite

FIRST = 2
"""The number of the first claim of the first document."""


@pytest.fixture
def store():
    with FactStore.open() as opened:
        yield opened


def full_extraction():
    quote = claim(
        "quote",
        speaker=mention("Ana Duval", entity="p1", name="Ana Duval"),
        content=[mention("We will see", start=20), mention("in June", start=50)],
        time=ClaimTime("2021-03-18", None, "since Thursday", "2021-03-18"),
    )
    quote = replace(quote, attribution=(mention("state radio", start=70),), id="")
    toll = claim("quantity", value=mention("4 to 5", [4.0, 5.0]), start=90)
    return replace(
        extraction(quote, toll, text="x" * 100, title="T", url="u", group="g"),
        mentions=(TypedMention("time", mention("Thursday", "2021-03-18")),),
        entities={"p1": Entity("p1", "person", "Ana Duval", ("Ana Duval", "Duval"))},
        decisions=(Decision("Duval", "Ana Duval", "same", "surname"),),
    )


def test_what_was_found_is_given_back_whole(store):
    found = full_extraction()

    store.put(found, "stamp")

    assert store.extractions([found.document]) == [found]


def test_roles_keep_their_order(store):
    found = extraction(title("Ana Duval", "mayor"))
    store.put(found, "stamp")

    (again,) = store.extractions([found.document])

    assert list(again.claims[0].roles) == list(found.claims[0].roles)


def test_a_skipped_document_is_known_as_such(store):
    found = replace(extraction(), skipped="language")

    store.put(found, "stamp")

    assert store.extractions([found.document])[0].skipped == "language"


@pytest.mark.parametrize(
    ("changes", "stamp", "known"),
    [
        pytest.param({}, "stamp", True, id="unchanged"),
        pytest.param({"path": "elsewhere/a.txt"}, "stamp", True, id="moved"),
        pytest.param({"text": "other words"}, "stamp", False, id="corrected text"),
        pytest.param({"published": "2020-01-01"}, "stamp", False, id="other day"),
        pytest.param({"id": "b.txt"}, "stamp", False, id="another document"),
        pytest.param({}, "newer", False, id="newer extraction code"),
    ],
)
def test_known_means_nothing_changed(store, changes, stamp, known):
    store.put(extraction(title("Ana Duval", "mayor")), "stamp")
    asked = replace(document(), **changes)

    found = store.known([asked], stamp)

    assert found == ({asked.id} if known else set())


def test_a_correction_replaces_the_earlier_version(store):
    store.put(extraction(title("Ana Duval", "mayor"), text="one"), "stamp")
    corrected = extraction(title("Ana Duval", "senator"), text="two")

    store.put(corrected, "stamp")

    assert store.extractions([corrected.document]) == [corrected]
    assert store.documents() == ["a.txt"]


@pytest.mark.parametrize(
    ("asked", "stamp"),
    [
        pytest.param({"text": "one more word: x"}, "stamp", id="another version"),
        pytest.param({}, "newer", id="newer extraction code"),
    ],
)
def test_what_another_process_put_there_is_not_given_back(store, asked, stamp):
    store.put(full_extraction(), "stamp")
    document = replace(full_extraction().document, **asked)

    assert store.extractions([document], stamp) == []


def test_words_that_the_text_has_at_their_place_are_kept_once(store):
    found = extraction(title("Ana Duval", "mayor"), text="Ana Duval mayor " + "x" * 50)

    store.put(found, "stamp")

    (kept,) = store._archive.connection.execute("SELECT found FROM document")
    assert b"Duval" not in zlib.decompress(kept[0])
    assert store.extractions([found.document]) == [found]


def test_what_is_damaged_is_not_given_back(store):
    store.put(full_extraction(), "stamp")
    store._archive.connection.execute("UPDATE document SET found = x'00'")

    assert store.extractions([full_extraction().document]) == []


def test_the_results_that_are_remembered_take_little_room(store):
    noise = random.Random(3)
    results = [f"{noise.getrandbits(5_000_000):x}" for _ in range(4)]

    for n, result in enumerate(results):
        store.remember(f"key {n}", result)

    assert store.recall("key 3") == results[3]
    assert [n for n in range(4) if store.recall(f"key {n}")] == [1, 2, 3]


def test_a_forgotten_document_leaves_nothing(store):
    store.put(full_extraction(), "stamp")

    gone = store.forget(["a.txt", "never-there.txt"])

    assert gone == 1
    assert store.documents() == []
    archive = store._archive.connection
    assert archive.execute("SELECT count(*) FROM document").fetchone() == (0,)


def test_half_characters_survive(store):
    found = extraction(title("Ana \ud800Duval", "mayor"), text="\udfff")

    store.put(found, "stamp")
    store.scope([found])

    assert store.extractions([found.document]) == [found]
    assert store.claims([FIRST])[FIRST] == found.claims[0]


def test_scope_holds_exactly_its_documents(store):
    store.put(extraction(title("Ana Duval", "mayor", "old.txt")), "stamp")
    new = extraction(title("Ana Duval", "senator", "new.txt"), source="B")

    store.scope([new], Links(origins={"new.txt": "wire"}))

    assert [w.document for w in store.witnesses.values()] == ["new.txt"]
    assert store.witnesses[1].origin == "wire"
    assert list(store.claims([FIRST, FIRST + 1, 2 * FIRST])) == [FIRST]


def test_a_second_scope_replaces_the_first(store):
    first = extraction(title("Ana Duval", "mayor", "a.txt"))
    second = extraction(title("Bo Okoro", "mayor", "b.txt"))

    store.scope([first])
    store.scope([second])

    assert store.claims([FIRST])[FIRST] == second.claims[0]


def test_a_result_is_remembered(store):
    store.remember("key", "first")
    store.remember("key", "second")

    assert store.recall("key") == "second"
    assert store.recall("other") is None


def test_a_store_survives_being_closed(tmp_path):
    path = tmp_path / "deep" / "facts.db"
    found = full_extraction()
    with FactStore.open(path) as first:
        first.put(found, "stamp")

    with FactStore.open(path) as second:
        again = second.extractions([found.document])

    assert again == [found]


def test_two_checks_on_one_store_do_not_meet(tmp_path):
    path = tmp_path / "facts.db"
    one = extraction(title("Ana Duval", "mayor", "a.txt"))
    other = extraction(title("Bo Okoro", "mayor", "b.txt"))

    with FactStore.open(path) as left, FactStore.open(path) as right:
        left.scope([one])
        right.scope([other])
        right.put(other, "stamp")

        assert left.claims([FIRST])[FIRST] == one.claims[0]
        assert left.documents() == ["b.txt"]


def test_a_killed_write_leaves_the_last_whole_state(tmp_path):
    path = tmp_path / "facts.db"
    with FactStore.open(path) as store:
        store.put(full_extraction(), "stamp")
    script = (
        "import os, pathlib, sqlite3\n"
        f"c = sqlite3.connect({str(path)!r}, isolation_level=None)\n"
        "c.execute('BEGIN IMMEDIATE'); c.execute('DELETE FROM document')\n"
        "os._exit(9)\n"
    )
    subprocess.run([sys.executable, "-c", script], check=False)

    with FactStore.open(path) as store:
        assert store.extractions([full_extraction().document]) == [full_extraction()]


def make_foreign(path):
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE recipes (name)")
    connection.commit()
    connection.close()


def make_newer(path):
    FactStore.open(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()


def make_damaged(path):
    path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)


def make_text(path):
    path.write_text("these are notes, no database at all" * 100)


@pytest.mark.parametrize(
    ("make", "told"),
    [
        pytest.param(make_foreign, "not a fact store", id="another program's database"),
        pytest.param(make_newer, "newer factcheck", id="made by a newer version"),
        pytest.param(make_damaged, "delete it", id="damaged"),
        pytest.param(make_text, "delete it", id="a text file"),
        pytest.param(lambda path: path.mkdir(), "--store", id="a folder"),
    ],
)
def test_an_unusable_store_says_what_to_do(tmp_path, make, told):
    path = tmp_path / "facts.db"
    make(path)

    with pytest.raises(StoreError, match=told) as caught:
        FactStore.open(path)

    assert str(path) in str(caught.value)


def test_a_folder_that_cannot_be_made(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(StoreError, match="folder cannot be made"):
        FactStore.open(tmp_path / "file" / "facts.db")


def test_a_query_that_takes_too_long_is_stopped():
    numbers = ",".join(f"({n})" for n in range(400))
    endless = (
        f"WITH a AS (VALUES {numbers}) SELECT 1, 2, 3 FROM a, a b, a c, a d"
        " WHERE a.column1 + b.column1 + c.column1 + d.column1 < 0"
    )

    with FactStore.open() as store, pytest.raises(StoreError, match=r"0\.1 seconds"):
        store.query(endless, seconds=0.1)


def test_a_query_that_returns_too_much_is_refused(store):
    store.scope([extraction(title("Ana Duval", "mayor"))])

    with pytest.raises(StoreError, match="more than 0 rows; narrow it"):
        store.query("SELECT claim_id FROM claims", most=0)

    assert len(store.query("SELECT claim_id FROM claims", most=1)) == 1


def test_what_is_not_kept_is_not_given_back(store):
    assert store.extractions([document("never.txt")]) == []


def test_documents_without_a_group_have_one_of_their_own(store):
    store.scope([extraction(title("Ana Duval", "mayor"))])

    store.compare_groups(True)
    (number,) = store.witnesses

    assert store.witnesses[number].group == "alone:a.txt"
    assert len(store.witnesses) == 1
    assert store.group_names([-number]) == {-number: "alone:a.txt"}


def test_a_change_that_fails_is_taken_back(store):
    def fail():
        with store.change(), store.change():  # the second is a part of the first
            store.connection.execute("INSERT INTO judged_word VALUES (7, 'dam')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    assert store.words([7]) == {}


def test_another_process_that_writes_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr("factcheck.store.factstore.PATIENCE", 0.0)
    path = tmp_path / "facts.db"
    found = extraction(title("Ana Duval", "mayor"))

    with FactStore.open(path) as one, FactStore.open(path) as other:
        one._archive.connection.execute("BEGIN IMMEDIATE")

        with pytest.raises(StoreError, match="another factcheck is writing"):
            other.put(found, "stamp")


def test_a_store_of_another_folder_ignores_nothing(tmp_path):
    with FactStore.open(tmp_path / "own" / "facts.db"):
        pass
    with FactStore.open(tmp_path / ".factcheck" / "facts.db"):
        pass

    assert [path.parent.name for path in tmp_path.rglob(".gitignore")] == [".factcheck"]


def test_tables_are_written_anew_and_can_be_searched(tmp_path):
    path = tmp_path / "new" / "all.db"
    for words in ("old dam", "new dam"):
        rows = iter([(words, 3), ("half \ud83d", None)])
        texts = Table("texts", "Texts.", {"words": "", "n": ""}, ("words",), rows)
        write_sqlite([texts, Table("none", "None.", {"a": ""}, (), iter(()))], path)

    with closing(sqlite3.connect(path)) as written:
        words = written.execute("SELECT words FROM texts WHERE n = 3").fetchall()
        found = written.execute("SELECT rowid FROM texts_fts('new')").fetchall()
        lost = written.execute("SELECT rowid FROM texts_fts('old')").fetchall()
        none = written.execute("SELECT a FROM none").fetchall()

    assert (words, found, lost, none) == ([("new dam",)], [(1,)], [], [])


def test_a_time_that_ends_before_it_begins_is_any_time(store):
    made = title("Ana Duval", "mayor")
    turned = replace(made, time=ClaimTime("2021-05-01", "2021-03-01", "then"), id="")
    store.scope([extraction(turned)])

    assert store.select("SELECT low, high FROM judged_claim") == [(EARLIEST, LATEST)]
