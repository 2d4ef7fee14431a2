"""Judge the same claims on every engine, and by other means: `-m benchmarks.engines`.

Claims of one size are laid out once, in a process of their own; then everybody has
turns at them and tells CPU seconds. What a rival or an engine imports is imported
before. "Title" and "all" are whole rules with the mirror they need, "query" is what the
title rule asks of the store by itself, over columns that are there. All claims give
titles, as in the measurements the goals were taken from.

The rivals (clingo, pySHACL, pandas) are no dependency: one that is not installed is
named and left out. They get person, title, first and last day, document, source and
the pairs of titles that exclude each other, as columns, and answer which persons are
given two such titles at one time by two documents. So does the loop over numpy columns.
"""

import argparse
import json
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import combinations
from statistics import median

from benchmarks.claims import Events, synthetic
from benchmarks.measuring import Line, machine, python, ratio, run
from benchmarks.rivals import MISSING, RIVALS, Work
from factcheck.comparators import COMPARATORS, Held
from factcheck.lexicons import Verdict
from factcheck.rules import load_rules, run_rules
from factcheck.rules.engine.validity_intervals import Collapsed
from factcheck.store import FactStore, Links

ENGINES = ("sqlite", "duckdb")
SIZES = (1_000, 10_000, 100_000, 1_000_000)
TITLE = next(rule for rule in load_rules() if rule.id == "title-conflict")
COLUMNS = f"""
SELECT p.slot, t.held, d.published - {TITLE.overlap}, d.published + {TITLE.overlap},
    c.document, d.src
FROM judged_claim c JOIN judged_document d ON d.id = c.document
JOIN judged_role p ON p.claim = c.id AND p.role = 'person'
JOIN judged_role t ON t.claim = c.id AND t.role = 'title'
"""
"""What the title rule compares; no synthetic claim gives a time of its own."""


LIMITS = {"pyshacl": 1_000, "clingo": 10_000, "pandas": 100_000}
"""The most claims that a rival is given: with more it takes minutes or gigabytes."""

ONCE = 1_000_000
"""Claims from which there is one round of what takes minutes."""

Took = dict[str, list[tuple[float, int]]]
"""CPU seconds and what was found, of every round, by what was measured."""


def judge(size: int, repeats: int) -> Took:
    """Lay out synthetic claims and let every engine and rival judge them in turn."""
    _import_all()
    took: Took = {}
    with FactStore.open(None) as store:
        store.scope(synthetic(size, tolls=0), Links(Events()))
        store.compare_groups(False)
        columns = store.select(COLUMNS)
        pairs = excluded(store.words({row[1] for row in columns}))
        works: dict[str, Work] = {
            name: made(columns, pairs)
            for name, made in RIVALS.items()
            if size <= LIMITS.get(name, size)
        }
        for rules in ("title", "all") if size < ONCE else ("title",):
            for engine in ENGINES:
                works[f"{engine}, {rules}"] = partial(_ruled, store, engine, rules)
        del columns
        for turn in range(repeats):
            for name, work in works.items():
                if turn == 0 or size < ONCE or name in QUICK:
                    took.setdefault(name, []).append(_timed(work))
            for engine in ENGINES:
                took.setdefault(f"{engine}, query", []).append(_queried(store, engine))
    return took


QUICK = ("numpy", "pairs that exclude")


def _import_all() -> None:
    """Judge a few claims on every engine, so that imports cost nobody anything."""
    with FactStore.open(None) as store:
        store.scope(synthetic(200), Links(Events()))
        for engine in ENGINES:
            _ruled(store, engine, "all")


def _ruled(store: FactStore, engine: str, rules: str) -> int:
    chosen = load_rules() if rules == "all" else [TITLE]
    with store.judged_by(engine):
        return len(run_rules(chosen, store))


def _queried(store: FactStore, engine: str) -> tuple[float, int]:
    """Ask what the title rule asks; what that reads was written before."""
    compare = TITLE.compare
    assert compare is not None
    comparator = COMPARATORS[compare.as_](compare.options())
    read = Collapsed(TITLE, store, comparator, compare)
    with store.judged_by(engine):
        store.select(
            "SELECT COUNT(*) FROM judged_role r JOIN judged_word w"
            " ON w.id = r.held JOIN judged_claim c ON c.id = r.claim"
            " JOIN judged_document d ON d.id = c.document"
        )
        return _timed(lambda: sum(len(slot) for some in read.slots() for slot in some))


def _timed(work: Work) -> tuple[float, int]:
    before = _cpu()
    found = work()
    return _cpu() - before, found


def excluded(words: dict[int, str]) -> list[tuple[int, int]]:
    """Return the pairs of titles, by number, that one person cannot hold at once."""
    comparator = COMPARATORS["taxonomy"]({"using": "titles"})
    held = {number: Held(word, "") for number, word in words.items()}
    return [
        (a, b)
        for a, b in combinations(sorted(held), 2)
        if comparator.compare(held[a], held[b]) is Verdict.CONFLICT
    ]


def _cpu() -> float:
    ours = resource.getrusage(resource.RUSAGE_SELF)
    theirs = resource.getrusage(resource.RUSAGE_CHILDREN)
    return ours.ru_utime + ours.ru_stime + theirs.ru_utime + theirs.ru_stime


def compared(sizes: Sequence[int], repeats: int) -> Iterator[Line]:
    """Yield the lines of the table."""
    if MISSING:
        yield Line(f"not installed here, so not measured: {', '.join(MISSING)}", "–")
    for size in sizes:
        work = python("-m", "benchmarks.engines", "--judge", str(size), str(repeats))
        told: Took = json.loads(run(work).said)
        cpu = {name: [one for one, _ in rounds] for name, rounds in told.items()}
        for name, rounds in told.items():
            found = f"{name}, {size:,} claims: {rounds[0][1]:,} {_what(name)}"
            yield Line(found, f"{median(cpu[name]):.3f} s", _each(cpu[name]))
        ours = cpu["duckdb, query"]
        for name, goal in (("numpy", "≤ 12×"), ("sqlite, query", "")):
            if name in cpu:
                figure, spread = ratio(ours, cpu[name])
                what = f"duckdb, query : {name}, {size:,} claims"
                yield Line(what, f"{figure:.1f}×", spread, goal)
        for name in RIVALS:
            if name not in cpu or name == "numpy":
                continue
            goal = "≥ 100×" if (name, size) == ("naive pairs", 10**6) else ""
            for mine in ("duckdb, query", "sqlite, title"):
                figure, spread = ratio(_as_many(cpu[name], cpu[mine]), cpu[mine])
                what = f"{name} : {mine}, {size:,} claims"
                yield Line(what, f"{figure:.3g}×", spread, goal)
                goal = ""


def _as_many(some: list[float], others: list[float]) -> list[float]:
    """Return as many figures as of another, the median where there are fewer."""
    return (some + [median(some)] * len(others))[: len(others)]


def _what(name: str) -> str:
    if name.endswith("query"):
        return "stretches of time"
    return "findings" if name.split(",")[0] in ENGINES else "persons"


def _each(cpu: list[float]) -> str:
    return f"{min(cpu):.2f}–{max(cpu):.2f}"


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser("python -m benchmarks.engines")
    add = parser.add_argument
    add("--judge", nargs=2, type=int, metavar=("SIZE", "REPEATS"), help="one size")
    add("--sizes", nargs="+", type=int, default=SIZES)
    add("--repeats", type=int, default=3)
    options = parser.parse_args()
    if options.judge:
        print(json.dumps(judge(*options.judge)))
        return
    print(f"{time.strftime('%Y-%m-%d')}, {machine()}\n")
    print("| measured | CPU, median | spread |\n|---|---|---|")
    for line in compared(options.sizes, options.repeats):
        print(f"| {line.measured} | {line.figure} | {line.spread} |", flush=True)


if __name__ == "__main__":
    sys.exit(main())
