"""Measure everything side by side: `python -m benchmarks [--only PART] [--page]`.

Trust ratios: both sides of each are measured in turn in the same run.
"""

import argparse
import itertools
import json
import math
import shlex
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.dossiers import write_dossier
from benchmarks.engines import SIZES as COMPARED
from benchmarks.engines import compared
from benchmarks.measuring import (
    ROOT,
    Line,
    idle,
    interleaved,
    machine,
    python,
    ratio,
    run,
)
from benchmarks.texts import write_files, write_lines

PAGE = ROOT / "docs" / "benchmarks.md"
FACTCHECK = python("-m", "factcheck")
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
LIBRARIES = python("-c", "import sqlite3, yaml, pydantic")
LOADING = python(
    "-c",
    "import factcheck.extraction.extracting as e;"
    "from factcheck.extraction.nlp import load_pipeline as l;l()",
)


def startup(folder: Path, options: argparse.Namespace) -> Iterator[Line]:
    """Start-up, and a check in which nothing changed."""
    write_files(folder / "articles", options.documents, 2)
    check = [*FACTCHECK, "check", "articles", "-q"]
    run(check, folder)
    commands = {
        "pass": python("-c", "pass"),
        "version": [*FACTCHECK, "--version"],
        "libraries": LIBRARIES,
        "check": check,
    }
    runs = interleaved(commands, options.repeats * 3, folder)
    cpu = {name: [one.cpu for one in some] for name, some in runs.items()}
    told, spread = ratio(cpu["version"], cpu["pass"])
    yield Line("`--version` : `python -c pass`, CPU", f"{told:.2f}×", spread, "≤ 3×")
    told, spread = ratio(cpu["check"], cpu["libraries"])
    name = f"unchanged check of {options.documents:,} : importing three libraries, CPU"
    yield Line(name, f"{told:.2f}×", spread, "≤ 3×")


def incremental(folder: Path, options: argparse.Namespace) -> Iterator[Line]:
    """A check after one document changed, against the first."""
    write_files(folder / "articles", options.documents, 2)
    check = [*FACTCHECK, "check", "articles", "-q"]
    first = run(check, folder).cpu
    again = []
    for n in range(options.repeats):
        changed = folder / "articles" / f"d{n:05}.txt"
        changed.write_text(changed.read_text() + f"\nNobody was told in case {n}.\n")
        again.append(run(check, folder).cpu)
    idle = run(LOADING).cpu
    name = f"one document of {options.documents:,} changed, CPU s (loading spaCy is"
    yield Line(f"{name} {idle:.1f} of it)", f"{median(again):.1f}")
    told, spread = ratio([one - idle for one in again], [first - idle] * len(again))
    name = "the same : a first check, CPU without loading spaCy"
    yield Line(name, f"{told:.0%}", spread, "≤ 10 %")


def by_story(folder: Path, options: argparse.Namespace) -> Iterator[Line]:
    """One document of many stories changed, with `--group-by story`."""
    count = 10 * options.documents
    path, store = folder / "stories.jsonl", folder / "stories.db"
    write_dossier(path, count)
    laid = path.read_text("utf-8")
    check = [*FACTCHECK, "check", str(path), "--group-by", "story", "-q"]
    check += ["--store", str(store)]
    first = run(check, folder)
    again = []
    for n in range(options.repeats):
        changed = laid.replace('."}', f'. Nobody was told in case {n}."}}', 1)
        path.write_text(changed, "utf-8")
        again.append(run(check, folder))
    idle = run(LOADING).cpu
    seconds = median(one.cpu for one in again) - idle
    name = f"one document of {count:,} changed, CPU s without loading spaCy"
    yield Line(name, f"{seconds:.1f}", "", "< 5 s")
    yield Line("the first check with extraction, CPU s", f"{first.cpu:.0f}")
    peak = median(one.peak for one in again)
    yield Line("peak memory of both, MB", f"{first.peak:.0f}, {peak:.0f}")
    yield Line("the store, MB", f"{store.stat().st_size / 1e6:.0f}")


def extraction(folder: Path, options: argparse.Namespace) -> Iterator[Line]:
    """Words a second against the bare pipeline, one process."""
    path = _texts(folder, options, 30)
    said = run(
        python("-m", "benchmarks.work", "speed", str(path), str(options.repeats))
    )
    told = json.loads(said.said)
    figure, spread = ratio(told["bare"], told["ours"])
    words = told["words"]
    rate = words / median(told["ours"]), words / median(told["bare"])
    yield Line(
        f"extraction : bare `nlp.pipe` over {words:,} words, words/s"
        f" ({rate[0]:,.0f} : {rate[1]:,.0f})",
        f"{figure:.2f}×",
        spread,
        "≥ 0.8×",
    )


def _texts(folder: Path, options: argparse.Namespace, sentences: int) -> Path:
    """Return the documents that were asked for, or made ones of so many sentences."""
    if options.texts:
        return Path(options.texts).resolve()
    path = folder / "articles.jsonl"
    write_lines(path, options.articles, sentences)
    return path


def processes(folder: Path, options: argparse.Namespace) -> Iterator[Line]:
    """Two processes against one: true only where two cores are free."""
    path = _texts(folder, options, 30)
    extract = [*FACTCHECK, "extract", str(path), "--store", "none", "-q"]
    free = idle()
    runs = interleaved(
        {"one": extract, "two": [*extract, "--jobs", "2"]}, options.repeats, folder
    )
    walls = {name: [one.wall for one in some] for name, some in runs.items()}
    told_jobs, spread = ratio(walls["one"], walls["two"])
    count = len(path.read_text("utf-8").splitlines()) if path.is_file() else "some"
    name = f"`--jobs 2` : one process, documents a wall second, {count}"
    yield Line(
        f"{name} documents ({free} before, {idle()} after)",
        f"{told_jobs:.2f}×",
        spread,
        "≥ 1.7× where two cores are free",
    )
    same = len({one.said for some in runs.values() for one in some}) == 1
    yield Line("the same output, byte for byte", "yes" if same else "NO", "", "yes")


def memory(folder: Path, options: argparse.Namespace) -> Iterator[Line]:
    """Peak memory of extracting ten times as many short documents."""
    peaks = []
    for count in (options.documents, options.documents * 10):
        path = folder / f"short{count}.jsonl"
        write_lines(path, count, 2)
        command = [*FACTCHECK, "extract", str(path), "--store", f"{count}.db", "-q"]
        peaks.append(run(command, folder).peak)
        yield Line(f"peak memory of extracting {count:,}, MB", f"{peaks[-1]:.0f}")
    yield Line("growth", f"{peaks[1] / peaks[0]:.2f}×", "", "≤ 1.1×")


def stages(folder: Path, options: argparse.Namespace) -> Iterator[Line]:
    """What every step costs, as a share of extraction."""
    path = _texts(folder, options, 20)
    told = json.loads(run(python("-m", "benchmarks.work", "stages", str(path))).said)
    whole = told.pop("extract")
    for name, seconds in told.items():
        yield Line(f"{name} : extraction, CPU", f"{seconds / whole:.1%}")
    yield Line("all of these", f"{sum(told.values()) / whole:.1%}", "", "≤ 15 %")


def _measured(folder: Path, count: int, what: str) -> dict[str, float]:
    """Return what `benchmarks.work` measures on so many made documents."""
    path = folder / f"{count}.jsonl"
    write_dossier(path, count)
    measured: dict[str, float] = json.loads(
        run(python("-m", "benchmarks.work", what, str(path))).said
    )
    return measured


def growth(folder: Path, options: argparse.Namespace) -> Iterator[Line]:
    """How the cost of each step grows from some documents to four times as many."""
    told = []
    for count in (options.documents, 4 * options.documents):
        told.append(_measured(folder, count, "stages"))
    for name, seconds in told[1].items():
        exponent = math.log(seconds / told[0][name], 4)
        line = (
            f"{name} of {4 * options.documents:,} documents: {seconds:.1f} s, exponent"
        )
        yield Line(line, f"{exponent:.2f}", "", "≤ 1.2")


def sentences(folder: Path, options: argparse.Namespace) -> Iterator[Line]:
    """Sentences laid beside each other, when all documents are one story."""
    told = []
    for count in (options.documents, 10 * options.documents):
        told.append(_measured(folder, count, "pairs"))
        measured = f"pairs of {told[-1]['sentences']:,} sentences, {count:,} documents"
        yield Line(measured, f"{told[-1]['pairs']:,}")
    for name, goal in (("pairs", "≤ 1.2"), ("seconds", "")):
        exponent = math.log10(told[1][name] / told[0][name])
        yield Line(f"growth exponent of {name}", f"{exponent:.2f}", "", goal)


def engine(folder: Path, options: argparse.Namespace) -> Iterator[Line]:
    """The shipped rules over synthetic claims: growth, a heavy key, families."""
    sizes = [n for n in SIZES if n <= options.claims]
    seconds: dict[int, float] = {}
    for size in sizes:
        rounds = options.repeats if size < 10**6 else 1
        told = [_judged(size) for _ in range(rounds)]
        seconds[size] = median(one["judged"] for one in told)
        each = ", ".join(f"{one['judged']:.1f}" for one in told)
        laid, peak = (
            median(one[name] for one in told) for name in ("bytes", "judging_bytes")
        )
        name = f"all rules over {size:,} claims, CPU s ({told[0]['findings']} findings)"
        yield Line(name, f"{seconds[size]:.2f}", each)
        name = f"peak memory over import a claim at {size:,}, laid out / judged"
        yield Line(name, f"{laid:.0f} / {peak:.0f} B", "", "≤ 150 B")
    for small, large in itertools.pairwise(sizes):
        grown = math.log(seconds[large] / seconds[small], large / small)
        name = f"growth exponent {small:,} to {large:,}"
        yield Line(name, f"{grown:.2f}", "", "≤ 1.15")
    for others, goal in ((100_000, "≤ 1.5×"), (20_000, "")):
        light, heavy = _in_turn((others, 10_000), (others, 70_000), options.repeats)
        figure, spread = ratio(heavy, light)
        name = f"one person 10,000 → 70,000 claims beside {others:,} others, CPU"
        yield Line(name, f"{figure:.2f}×", spread, goal)
    one, many = _in_turn((10_000, 0, "1"), (10_000, 0, "100"), options.repeats)
    figure, spread = ratio(many, one)
    yield Line("100 rules of one family : one, CPU", f"{figure:.1f}×", spread, "≤ 3×")


def engines(folder: Path, options: argparse.Namespace) -> Iterator[Line]:
    """The title rule on every engine, and by other means over the same columns."""
    yield from compared([n for n in COMPARED if n <= options.compared], options.repeats)


def _in_turn(
    left: tuple[Any, ...], right: tuple[Any, ...], repeats: int
) -> tuple[list[float], list[float]]:
    """Measure two judgements in turn, so that a busy machine is busy for both."""
    pairs = [
        (_judged(*left)["judged"], _judged(*right)["judged"]) for _ in range(repeats)
    ]
    return [one for one, _ in pairs], [other for _, other in pairs]


def _judged(size: int, heavy: int = 0, rules: str = "shipped") -> dict[str, float]:
    work = ("-m", "benchmarks.work", "judge", str(size), str(heavy), rules)
    told: dict[str, float] = json.loads(run(python(*work)).said)
    return told


Part = Callable[[Path, argparse.Namespace], Iterator[Line]]
PARTS: dict[str, Part] = {
    "startup": startup,
    "extraction": extraction,
    "processes": processes,
    "memory": memory,
    "stages": stages,
    "growth": growth,
    "stories": by_story,
    "sentences": sentences,
    "incremental": incremental,
    "engine": engine,
    "engines": engines,
}


def main() -> None:
    """Measure, print a table, and write the page where that is asked for."""
    parser = argparse.ArgumentParser("python -m benchmarks", description=__doc__)
    add = parser.add_argument
    add("--only", action="append", choices=PARTS, help="only this part; repeatable")
    add("--repeats", type=int, default=3, help="rounds of which medians are taken")
    add("--documents", type=int, default=1000, help="documents of the smaller set")
    add("--claims", type=int, default=100_000, help="most claims that are judged")
    add("--articles", type=int, default=120, help="long documents that are extracted")
    add("--compared", type=int, default=10**6, help="most claims engines compare")
    add("--texts", metavar="PATH", help="measure extraction on these documents")
    add("--page", action="store_true", help=f"write {PAGE.relative_to(ROOT)}")
    options = parser.parse_args()
    told = [f"Measured {datetime.now(UTC):%Y-%m-%d} on: {machine()}, {idle()}.", ""]
    asked = " ".join(["python -m benchmarks", *map(shlex.quote, sys.argv[1:])])
    told += [f"All of it is one run of `{asked}`.", ""]
    for name in options.only or PARTS:
        said = (PARTS[name].__doc__ or "").strip()
        told += [f"## {name.capitalize()}", "", f"{said} At the start {idle()}.", ""]
        told += ["| measured | median | spread | goal |", "|---|---|---|---|"]
        print("\n".join(told[-6:]), flush=True)
        with tempfile.TemporaryDirectory() as folder:
            for line in PARTS[name](Path(folder), options):
                row = (line.measured, line.figure, line.spread, line.goal)
                told.append(f"| {' | '.join(row)} |")
                print(told[-1], flush=True)
        told.append("")
        print()
    if options.page:
        PAGE.write_text("\n".join([INTRODUCTION, *told]), encoding="utf-8")


INTRODUCTION = """\
# Benchmarks

`python -m benchmarks --page` measures all of this; `--only startup` measures a part.
Texts and claims are made by the benchmark itself. CPU seconds are those of the whole
process; spreads are the least and most of the rounds. Only ratios travel from one
machine to another.

`python -m benchmarks --only processes` on a machine that does nothing else measures
what two processes gain; how idle it was stands beside the figure. Rivals are measured
where they are installed: `pip install clingo pyshacl pandas numpy duckdb pyarrow`.
"""

if __name__ == "__main__":
    main()
