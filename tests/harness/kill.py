"""Kill checks at random instants and see whether anything is lost.

    python -m tests.harness.kill --tries 200

Each try starts a check of a few documents in a new folder, kills it with SIGKILL after
a random time, looks into the store, and lets the next check finish. What must hold:
the store opens, everything in it is whole and equal to what an undisturbed check keeps,
and the report of the next check is that of an undisturbed one, byte for byte.
`--planted` runs a store that writes without transactions: the harness must notice.
"""

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from io import StringIO
from pathlib import Path

from factcheck.cli import main
from factcheck.documents import collect
from factcheck.errors import StoreError
from factcheck.store import FactStore, archive
from factcheck.store.connection import Connected

DOCUMENTS = 12
TEXT = """date 2024-05-{day:02}
LISBON (KNA) — {title} Ana Duval said on Monday that "nothing is settled, {n} days on".
She met Foreign Minister Bo Lind in Porto. At least {n} people were killed in the flood.
"""
TITLES = ("Defence Minister", "Finance Minister", "Interior Minister")
CHECK = ["check", "in", "-f", "json", "-q", "--allow-incomplete", "--store", "facts.db"]

REPORT = "report.json"


def write_documents(folder: Path) -> None:
    """Write the documents of a try; every try has the same."""
    (folder / "in").mkdir(parents=True)
    for n in range(DOCUMENTS):
        text = TEXT.format(day=n + 1, title=TITLES[n % 3], n=n + 2) * 6
        (folder / "in" / f"{n:02}.txt").write_text(text, encoding="utf-8")


def plant() -> None:
    """Let the store write without transactions, and slowly, so that it shows sooner."""

    @contextmanager
    def change(store: Connected, lock: str = "IMMEDIATE") -> Iterator[None]:
        yield

    insert = archive._insert

    def slowly(connection: object, into: str, rows: list[object]) -> None:
        insert(connection, into, rows)  # type: ignore[arg-type]
        time.sleep(0.02)

    Connected._change = change  # type: ignore[method-assign]
    archive._insert = slowly  # type: ignore[assignment]


def start(folder: Path, planted: bool = False) -> int:
    """Start a check in a folder and return its process."""
    process = os.fork()
    if process:
        return process
    os.chdir(folder)
    if planted:
        plant()
    with Path(REPORT).open("w", encoding="utf-8") as report:
        os.dup2(report.fileno(), 1)
        os.dup2(report.fileno(), 2)
        sys.stdout = report
        main(CHECK)
        report.flush()
        os._exit(0)


def warm(folder: Path) -> None:
    """Load all that a check needs, so that no later one can find it changed."""
    here = Path.cwd()
    os.chdir(folder)
    with redirect_stdout(StringIO()):
        main([*CHECK[:-1], "none"])
    os.chdir(here)


def finished(folder: Path) -> bytes:
    """Let a check run to its end and return its report."""
    os.waitpid(start(folder), 0)
    return (folder / REPORT).read_bytes()


def kept(folder: Path) -> dict[str, object]:
    """Return what the store of a folder holds of each document."""
    documents = collect([folder / "in"]).documents
    with FactStore.open(folder / "facts.db") as store:
        found = store.extractions(documents)
    return {
        e.document.id: (e.claims, e.mentions, e.entities, e.decisions, e.skipped)
        for e in found
    }


def faults_of_try(
    folder: Path,
    wait: float,
    expected: bytes,
    whole: dict[str, object],
    planted: bool = False,
) -> tuple[list[str], int]:
    """Kill one check after *wait* seconds; return what is wrong, and what was kept."""
    write_documents(folder)
    process = start(folder, planted)
    _wait(folder, wait)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    try:
        found = kept(folder)
    except StoreError as error:
        return [f"the store does not open: {error}"], 0
    faults = [f"kept in part: {n}" for n, all_ in found.items() if all_ != whole[n]]
    if finished(folder) != expected:
        faults.append("the next check differs from an undisturbed one")
    return faults, len(found)


def _wait(folder: Path, seconds: float) -> None:
    """Wait so long, or until the store is being written to and a moment more."""
    end = time.monotonic() + seconds
    log = folder / "facts.db-wal"
    while time.monotonic() < end:
        if log.exists() and log.stat().st_size > 100_000:
            time.sleep(min(0.3, seconds / 20) * (seconds * 1000 % 1))
            return
        time.sleep(0.001)


def run(tries: int, seed: int, planted: bool = False) -> list[str]:
    """Kill as many checks as asked; return what went wrong, one line a fault."""
    chance = random.Random(seed)
    told = []
    counts = []
    with tempfile.TemporaryDirectory() as top:
        write_documents(Path(top, "whole"))
        warm(Path(top, "whole"))
        begun = time.monotonic()
        expected = finished(Path(top, "whole"))
        seconds = time.monotonic() - begun
        whole = kept(Path(top, "whole"))
        for number in range(tries):
            wait = chance.uniform(0, 1.05) * seconds
            folder = Path(top, f"try{number}")
            faults, count = faults_of_try(folder, wait, expected, whole, planted)
            counts.append(count)
            told += [f"try {number}, killed after {wait:.3f} s: {f}" for f in faults]
    partly = sum(0 < count < DOCUMENTS for count in counts)
    none, every = counts.count(0), counts.count(DOCUMENTS)
    said = f"{tries} killed: {none} kept no document, {partly} some, {every} all\n"
    sys.stdout.write(said)
    return told


def run_harness() -> int:
    """Run on demand; status 1 where something was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tries", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--planted", action="store_true")
    options = parser.parse_args()
    faults = run(options.tries, options.seed, options.planted)
    sys.stdout.write(("\n".join(faults) or "nothing was lost") + "\n")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(run_harness())
