"""Judge the same claims on every engine, and by other means: `-m benchmarks.engines`.

Each figure is CPU seconds of a process of its own. Claims are laid out before the clock
runs; the mirror that DuckDB and Spark read is inside it.

The rivals (clingo, pySHACL, pandas) are no dependency: one that is not installed is
left out. They get person, title, first and last day, document and the pairs of titles
that exclude each other, as columns, and answer which persons are given two such titles
at one time by two documents. So does the loop over numpy columns.
"""

import argparse
import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from itertools import combinations
from statistics import median
from typing import Any

from benchmarks.claims import Happenings, synthetic
from benchmarks.measuring import Line, machine, python, ratio, run
from benchmarks.rivals import RIVALS
from factcheck.comparators import COMPARATORS, Held
from factcheck.lexicons import Verdict
from factcheck.rules import load_rules, run_rules
from factcheck.store import FactStore

ENGINES = ("sqlite", "duckdb")
TITLE = next(rule for rule in load_rules() if rule.id == "title-conflict")
COLUMNS = f"""
SELECT p.slot, t.held, d.published - {TITLE.overlap}, d.published + {TITLE.overlap},
    c.document
FROM judged_claim c JOIN judged_document d ON d.id = c.document
JOIN judged_role p ON p.claim = c.id AND p.role = 'person'
JOIN judged_role t ON t.claim = c.id AND t.role = 'title'
"""
"""What the title rule compares; no synthetic claim gives a time of its own."""


def judge(size: str, engine: str, rules: str) -> dict[str, Any]:
    """Judge synthetic claims with the title rule or all rules on one engine."""
    chosen = load_rules() if rules == "all" else [TITLE]
    with FactStore.open(None) as store:
        store.scope(synthetic(int(size)), Happenings(), {})
        if engine in RIVALS:
            store.compare_groups(False)
            columns = store.select(COLUMNS)
            words = store.words({row[1] for row in columns})
            work = RIVALS[engine](columns, excluded(words))
            before = _cpu()
            found = work()
        else:
            before = _cpu()
            with store.judged_by(engine):
                found = len(run_rules(chosen, store))
        return {"cpu": _cpu() - before, "found": found}


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


def measured(size: int, engine: str, rules: str, repeats: int) -> list[dict[str, Any]]:
    """Run a judgement in processes of their own."""
    work = python("-m", "benchmarks.engines", "--judge", str(size), engine, rules)
    return [json.loads(run(work).said) for _ in range(repeats)]


def compared(sizes: list[int], repeats: int, naive: int) -> Iterator[Line]:
    """Yield the lines of the table."""
    for size in sizes:
        told: dict[str, list[float]] = {}
        for rules in ("title", "all"):
            for engine in ENGINES:
                made = measured(size, engine, rules, repeats)
                told[f"{engine} {rules}"] = cpu = [one["cpu"] for one in made]
                name = (
                    f"{rules}, {engine}, {size:,} claims: {made[0]['found']} findings"
                )
                yield Line(name, f"{median(cpu):.2f} s", _each(cpu))
        for rival in RIVALS:
            limit = {"pyshacl": 1_000, "clingo": 100_000, "pandas": 100_000}
            limit["pairs"] = naive
            if size > limit.get(rival, size):
                continue
            made = measured(size, rival, "title", repeats)
            told[rival] = cpu = [one["cpu"] for one in made]
            name = f"title, {rival}, {size:,} claims: {made[0]['found']} persons"
            yield Line(name, f"{median(cpu):.3f} s", _each(cpu))
            best = min((told[f"{e} title"] for e in ENGINES), key=median)
            figure, spread = ratio(cpu, best)
            yield Line(f"{rival} : the better engine", f"{figure:.2f}×", spread)


def _each(cpu: list[float]) -> str:
    return f"{min(cpu):.2f}–{max(cpu):.2f}"


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser("python -m benchmarks.engines")
    add = parser.add_argument
    add("--judge", nargs=3, metavar=("SIZE", "ENGINE", "RULES"), help="one judgement")
    add("--sizes", nargs="+", type=int, default=[1_000, 10_000, 100_000])
    add("--naive", type=int, default=100_000, help="most claims that are paired")
    add("--repeats", type=int, default=3)
    options = parser.parse_args()
    if options.judge:
        print(json.dumps(judge(*options.judge)))
        return
    print(f"{time.strftime('%Y-%m-%d')}, {machine()}\n")
    print("| measured | CPU, median | spread |\n|---|---|---|")
    for line in compared(options.sizes, options.repeats, options.naive):
        print(f"| {line.measured} | {line.figure} | {line.spread} |", flush=True)


Work = Callable[[], int]

if __name__ == "__main__":
    sys.exit(main())
