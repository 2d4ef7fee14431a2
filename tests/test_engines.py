"""Every engine gives the same rows for every query, and so the same findings."""

import json
import runpy
import sqlite3
import sys
from importlib.util import find_spec
from itertools import combinations
from pathlib import Path

import pytest

from factcheck.cli import main
from factcheck.errors import StoreError, UsageError
from factcheck.pipeline.check_cache import pack
from factcheck.pipeline.result import Result
from factcheck.rules import load_rules, run_rules
from factcheck.rules.checks.each import QUERY
from factcheck.rules.engine.compile import contested, passing
from factcheck.rules.engine.disputes import slot_of_row
from factcheck.rules.engine.slot_aggregation import (
    ValueRow,
    collapses,
    compared,
    stretches,
    voices,
)
from factcheck.rules.testing.written_claims import Prepared, prepare
from factcheck.store import FactStore, Links
from factcheck.store.engines import LARGE, choosing, engine_for
from factcheck.store.engines.mirror import Mirrored
from tests.make import extraction, title

CLUSTER = Path(__file__).parent.parent / "examples" / "cluster" / "check_groups.py"
EXTRAS = {"duckdb": "duckdb", "spark": "pyspark"}
RULES = load_rules()


@pytest.fixture(scope="module", params=["duckdb", "spark"])
def engine(request):
    """An engine whose extra is installed."""
    pytest.importorskip(
        EXTRAS[request.param], reason=f"the extra {request.param} is not installed"
    )
    return request.param


@pytest.fixture(scope="module")
def store():
    """A store with the claims of all tests of all shipped rules in its scope."""
    with FactStore.open(None) as opened:
        fill(opened)
        yield opened


def fill(store):
    """Lay out every prepared claim of the shipped rules' tests."""
    extractions, events, origins, unsure = [], {}, {}, set()
    for rule in RULES:
        for n, case in enumerate(rule.tests):
            if case.claims:
                made = Prepared()
                prepare(rule, case, f"{rule.id}/{n}", made)
                extractions += made.extractions
                events |= made.events
                origins |= made.origins
                unsure |= made.unsure
    store.scope(extractions, Links(events, origins, unsure))


def ordered(rows):
    """Sort rows; a whole number is the same as a fraction or not."""
    whole = [
        [int(c) if c.__class__ is float and c % 1 == 0 else c for c in row]
        for row in rows
    ]
    return sorted(whole, key=repr)


def on_both(store, engine, query, values=()):
    ours = store.select(query, values)
    with store.judged_by(engine):
        theirs = store.select(query, values)
    return ordered(ours), ordered(theirs)


def compilers(rule):
    """Yield every way in which a rule is compiled when it runs.

    A rule that is a query somebody wrote runs in the store, whatever the engine.
    """
    if rule.check == "sql":
        return
    if collapses(rule):
        yield stretches
        yield voices
        if compared(rule):
            yield compared
            yield opposed
    elif rule.check == "agree" and rule.compare.as_ != "near":
        yield contested
    else:
        yield passing


def opposed(rule):
    """Ask only for slots that hold two values which may conflict."""
    return stretches(rule, opposed=True)


QUERIES = [
    pytest.param(rule, compiled, id=f"{rule.id}-{compiled.__name__}")
    for rule in RULES
    for compiled in compilers(rule)
]


@pytest.fixture(scope="module")
def mirrored(engine):
    """A second store of the same claims, which the other engine reads."""
    with FactStore.open(None) as opened, opened.judged_by(engine):
        fill(opened)
        yield opened


def oppose(stores, rule):
    """Let every value of the rule be opposed to every third, in each of the stores."""
    values = sorted(row[0] for row in stores[0].select(*compared(rule)))
    pairs = [pair for n, pair in enumerate(combinations(values, 2)) if n % 3 == 0]
    for store in stores:
        store.oppose(pairs)


def contest(stores, rule):
    """Put every value of the rule's slots in dispute, in each of the stores."""
    slots = [ValueRow.of(row) for row in stores[0].select(*stretches(rule))]
    for store in stores:
        store.contest(
            (
                *(n, *slot_of_row(row), *row.cell),
                *(row.separator, row.source, row.low, row.high),
            )
            for n, row in enumerate(slots)
        )


@pytest.mark.parametrize(("rule", "compiled"), QUERIES)
def test_a_compiled_query_gives_the_same_rows(store, mirrored, rule, compiled):
    if compiled is voices:
        contest([store, mirrored], rule)
    if compiled is opposed:
        oppose([store, mirrored], rule)
    query = compiled(rule)

    ours, theirs = store.select(*query), mirrored.select(*query)

    assert ordered(theirs) == ordered(ours)


def test_most_queries_find_something(store):
    found = [
        rule.id
        for rule, made in (p.values for p in QUERIES)
        if made not in (voices, opposed) and store.select(*made(rule))
    ]

    assert len(found) > 0.8 * len(RULES)


def test_offices_are_the_same_rows(store, mirrored):
    ours, theirs = store.select(QUERY), mirrored.select(QUERY)

    assert ours
    assert ordered(theirs) == ordered(ours)


@pytest.mark.parametrize("by_group", [True, False], ids=["groups apart", "all one"])
def test_findings_are_the_same_to_the_byte(store, engine, by_group):
    ours = told(run_rules(RULES, store, by_group))

    with store.judged_by(engine):
        theirs = told(run_rules(RULES, store, by_group))

    assert '"title-conflict"' in ours
    assert theirs == ours


def told(findings):
    assert findings.skipped == {}
    return pack(Result(tuple(findings), 0, ()))


@pytest.mark.parametrize(
    "word",
    [
        pytest.param("may\ud800or", id="half a character"),
        pytest.param("\ufdd0mayor", id="what marks half characters"),
        pytest.param("ma\0yor", id="NUL"),
    ],
)
def test_text_that_files_cannot_hold_comes_back(engine, word):
    with FactStore.open(None) as store:
        store.scope([extraction(title("Ana", word, "a"))])

        ours, theirs = on_both(store, engine, "SELECT text, slot FROM judged_role")
        words, same_words = on_both(store, engine, "SELECT word, id FROM judged_word")

    assert theirs == ours
    assert same_words == words


def test_an_engine_sees_what_is_laid_out_anew(engine):
    with FactStore.open(None) as store, store.judged_by(engine):
        count = "SELECT COUNT(*) FROM judged_claim"
        store.scope([extraction(title("Ana", "mayor", "a"))])
        before = store.select(count)
        store.scope([])

        assert (before, store.select(count)) == ([(1,)], [(0,)])


def test_a_small_store_is_judged_by_sqlite():
    assert engine_for(LARGE - 1) == "sqlite"


def test_a_large_store_is_judged_by_duckdb_where_it_is_installed():
    assert engine_for(LARGE) == ("duckdb" if find_spec("duckdb") else "sqlite")


def test_an_engine_asked_for_is_taken():
    assert engine_for(10 * LARGE, "sqlite") == "sqlite"


def test_an_unknown_engine_is_refused():
    with (
        FactStore.open(None) as store,
        pytest.raises(UsageError, match="did you mean 'duckdb'"),
        store.judged_by("duckbd"),
    ):
        pass


@pytest.mark.parametrize("name", ["duckdb", "spark"])
def test_a_missing_extra_is_named(name, monkeypatch):
    for home in ("duck", "spark", "session"):
        module = f"factcheck.store.engines.{home}"
        monkeypatch.delitem(sys.modules, module, raising=False)
    monkeypatch.setitem(sys.modules, {"spark": "pyspark.errors"}.get(name, name), None)

    with (
        FactStore.open(None) as store,
        pytest.raises(UsageError, match=rf"factcheck-sources\[{name}\]"),
        store.judged_by(name),
    ):
        pass


def test_a_module_that_is_missing_for_another_reason_is_no_extra(monkeypatch):
    monkeypatch.setitem(choosing.NEEDED, "duckdb", ("nothing",))
    monkeypatch.delitem(sys.modules, "factcheck.store.engines.duck", raising=False)
    monkeypatch.setitem(sys.modules, "duckdb", None)

    with (
        FactStore.open(None) as store,
        pytest.raises(ModuleNotFoundError),
        store.judged_by("duckdb"),
    ):
        pass


def test_a_query_an_engine_cannot_run_is_told():
    pytest.importorskip("duckdb")

    with (
        FactStore.open(None) as store,
        store.judged_by("duckdb"),
        pytest.raises(StoreError, match=":memory:: engine duckdb: "),
    ):
        store.select("SELECT nothing FROM judged_claim")


def test_a_scratch_folder_that_cannot_be_made_is_told(tmp_path):
    missing = Mirrored(sqlite3.connect(""), "here", str(tmp_path / "missing"))

    with pytest.raises(StoreError, match=r"no folder can be made there .* --scratch"):
        _ = missing.folder


STORY = [
    ("a", "fire", "Echo", "Mayor Ana Duval said that 14 people were killed in Velde."),
    ("b", "fire", "Post", "Deputy Mayor Ana Duval said 19 people died in Velde."),
    ("c", "dam", "Echo", "Foreign Minister Bo Okoro said: “The dam will hold.”"),
    ("d", "dam", "Post", "“The dam may not hold,” Finance Minister Bo Okoro said."),
    ("e", None, "Wire", "Deputy Mayor Ana Duval said 19 people died in Velde."),
]


@pytest.fixture
def stories(tmp_path):
    """Five documents of two groups and none, one a copy of another group's."""
    lines = [
        {"id": id, "group": group, "source": source, "text": text}
        | {"published": "2024-05-03"}
        for id, group, source, text in STORY
    ]
    path = tmp_path / "stories.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return path


@pytest.mark.parametrize("command", ["check", "extract"])
def test_a_command_prints_the_same_with_every_engine(stories, engine, capsys, command):
    arguments = [command, str(stories), "--store", "none", "-q"]
    arguments += ["-f", "json" if command == "check" else "jsonl"]

    statuses = [main(arguments), main([*arguments, "--engine", engine])]
    printed = capsys.readouterr().out

    assert statuses[0] == statuses[1]
    assert printed[: len(printed) // 2] == printed[len(printed) // 2 :]
    assert '"Ana Duval"' in printed


def test_groups_checked_where_they_lie_give_the_same(stories, tmp_path, capsys):
    pytest.importorskip("pyspark", reason="the extra spark is not installed")
    options = ["--group-by", "group", "--store", "none", "-q", "-f", "json"]
    main(["check", str(stories), *options])
    whole = json.loads(capsys.readouterr().out)["findings"]
    from factcheck.store.engines.spark import spark_session

    spark_session()  # with this Python for its workers

    runpy.run_path(str(CLUSTER))["main"](str(stories), str(tmp_path / "out"))

    parts = sorted((tmp_path / "out").glob("part-*"))
    lines = [line for part in parts for line in part.read_text("utf-8").splitlines()]
    assert whole
    assert sorted(lines) == sorted(map(json.dumps, whole))


@pytest.mark.parametrize(
    ("query", "columns"),
    [
        pytest.param("SELECT r.slot FROM judged_role r", {"slot"}, id="alias"),
        pytest.param(
            "SELECT a.slot, b.text FROM judged_role a JOIN judged_role b ON b.n = 0",
            {"slot", "text", "n"},
            id="two aliases",
        ),
        pytest.param(
            "SELECT c.text, r.slot FROM judged_claim c JOIN judged_role r ON r.n = 0",
            {"slot", "n"},
            id="another table's are left out",
        ),
        pytest.param(
            "SELECT slot FROM judged_role WHERE n = 0",
            {"slot", "n"},
            id="columns without an alias",
        ),
        pytest.param("SELECT * FROM judged_role", {"*"}, id="all"),
        pytest.param("SELECT COUNT(*) FROM judged_role", set(), id="a count"),
    ],
)
def test_the_columns_a_query_names(query, columns):
    mirror = pytest.importorskip(
        "factcheck.store.engines.mirror", reason="pyarrow is not installed"
    )

    named = mirror.named(query)["judged_role"]
    assert named & {"slot", "text", "n", "*"} == columns


def test_every_table_is_mirrored_once_for_all_shipped_rules(store, tmp_path):
    mirror = pytest.importorskip(
        "factcheck.store.engines.mirror", reason="pyarrow is not installed"
    )
    made = mirror.Mirrored(store.connection, "here", str(tmp_path))
    queries = [compiled(rule).text for rule, compiled in (p.values for p in QUERIES)]

    written = [table for query in queries for table, _ in made.fresh(query)]
    made.close()

    assert len(written) == len(set(written)) > 4
