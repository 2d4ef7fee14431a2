"""Kill runs at random instants and see whether anything is lost.

    python -m tests.harness.kill --tries 75

Each try starts one of four commands (`check` and `extract`, alone and with `--jobs`) on
a few documents in a new folder, kills it with SIGKILL at a random instant (some tries
kill the run after it, too, or a process that helps it), looks into the store, and lets
the next run finish. What must hold: the store opens; every document that was stored
before the kill is there, and everything there is whole and equal to what an undisturbed
run keeps; no helping process is left behind; and the next run prints what an
undisturbed one prints, byte for byte.
`--planted` runs a program with a fault, which the harness must notice.
"""

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from sqlite3 import Connection
from typing import NamedTuple

from factcheck.claims.extraction import Extraction
from factcheck.errors import StoreError
from factcheck.store import FactStore, archive
from factcheck.store.connection import Connected
from tests.harness.runs import (
    COMMANDS,
    DOCUMENTS,
    Fault,
    finished,
    gone,
    helpers,
    kept,
    start,
    warm,
    write_documents,
    written_down,
)


def without_transactions() -> None:
    """Let the store write a document in parts, slowly, and without transactions."""

    @contextmanager
    def change(store: Connected, lock: str = "IMMEDIATE") -> Iterator[None]:
        yield

    keep = archive.keep

    def in_parts(connection: Connection, extraction: Extraction, stamp: str) -> None:
        keep(connection, replace(extraction, claims=extraction.claims[:1]), stamp)
        time.sleep(0.05)
        keep(connection, extraction, stamp)

    Connected.change = change  # type: ignore[method-assign]
    archive.keep = in_parts


def one_transaction_for_all() -> None:
    """Let the store commit only when it is closed: what was finished can be lost."""

    @contextmanager
    def change(store: Connected, lock: str = "IMMEDIATE") -> Iterator[None]:
        if not store.connection.in_transaction:
            store.connection.execute("BEGIN IMMEDIATE")
        yield

    close = FactStore.close

    def commit_and_close(store: FactStore) -> None:
        if store._archive.connection.in_transaction:
            store._archive.connection.execute("COMMIT")
        close(store)

    build = FactStore._build

    def build_and_commit(store: FactStore) -> None:
        build(store)
        store._archive.connection.execute("COMMIT")

    FactStore._build = build_and_commit  # type: ignore[method-assign]
    Connected.change = change  # type: ignore[method-assign]
    FactStore.close = commit_and_close  # type: ignore[method-assign]


PLANTED: dict[str, Fault] = {
    "no-transactions": without_transactions,
    "late-commit": one_transaction_for_all,
}


class Undisturbed(NamedTuple):
    """What a run prints and keeps when nobody kills it, and how long it takes."""

    said: tuple[int, bytes]
    whole: dict[str, object]
    seconds: float


class Try(NamedTuple):
    """What came of one try: what is wrong, and how much was kept after the kill."""

    faults: list[str]
    kept: int


def undisturbed(top: Path, command: str) -> Undisturbed:
    """Run a command that nobody kills."""
    folder = top / f"whole {command}"
    write_documents(folder)
    warm(folder)
    begun = time.monotonic()
    said = finished(folder, command)
    return Undisturbed(said, kept(folder), time.monotonic() - begun)


def attempt(
    folder: Path,
    command: str,
    expected: Undisturbed,
    chance: random.Random,
    planted: Fault | None = None,
) -> Try:
    """Kill one run, or up to three on one store, and say what is wrong afterwards."""
    write_documents(folder)
    faults = []
    for _ in range(1 if planted else chance.choice((1, 1, 1, 2, 3))):
        process = start(folder, command, planted)
        _wait(folder, expected.seconds, chance)
        helping = helpers(process) if chance.random() < 0.3 else []
        os.kill(chance.choice(helping) if helping else process, signal.SIGKILL)
        _, status = os.waitpid(process, 0)
        if not gone(process):
            faults.append("a helping process was left behind")
        if helping and os.waitstatus_to_exitcode(status) < 0:
            faults.append("a helping process was killed, and the run died of it")
    try:
        found = kept(folder)
    except StoreError as error:
        return Try([f"the store does not open: {error}"], 0)
    lost = written_down(folder) - set(found)
    whole = expected.whole
    faults += [f"finished, and lost: {name}" for name in sorted(lost)]
    faults += [f"kept in part: {n}" for n, all_ in found.items() if all_ != whole[n]]
    if finished(folder, command) != expected.said:
        faults.append("the next run differs from an undisturbed one")
    return Try(faults, len(found))


def _wait(folder: Path, seconds: float, chance: random.Random) -> None:
    """Wait a random time, or until so many documents are stored and a moment more."""
    end = time.monotonic() + chance.uniform(0, 1.05) * seconds
    count = chance.choice((None, *range(DOCUMENTS)))
    if count is None:
        time.sleep(max(0, end - time.monotonic()))
        return
    end = time.monotonic() + 2 * seconds
    while len(written_down(folder)) < count and time.monotonic() < end:
        time.sleep(0.001)
    time.sleep(chance.uniform(0, 0.06))


def run(
    tries: int, seed: int, commands: Iterable[str], planted: Fault | None = None
) -> list[str]:
    """Kill as many runs of each command; return what went wrong, one line a fault."""
    told = []
    for command in commands:
        chance = random.Random(f"{seed} {command}")
        counts: Counter[str] = Counter()
        begun = time.monotonic()
        with tempfile.TemporaryDirectory() as top:
            expected = undisturbed(Path(top), command)
            for number in range(tries):
                folder = Path(top, f"try{number}")
                done = attempt(folder, command, expected, chance, planted)
                counts[_amount(done.kept)] += 1
                told += [f"{command}, try {number}: {f}" for f in done.faults]
        seconds = time.monotonic() - begun
        amounts = ", ".join(f"{counts[a]} {a}" for a in ("none", "some", "all"))
        line = f"{command}: {tries} killed; kept {amounts}; {seconds:.0f} s\n"
        sys.stdout.write(line)
        sys.stdout.flush()
    return told


def _amount(count: int) -> str:
    return {0: "none", DOCUMENTS: "all"}.get(count, "some")


def run_harness() -> int:
    """Run on demand; status 1 where something was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tries", type=int, default=75, help="of each command")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--command", choices=[*COMMANDS], action="append")
    parser.add_argument("--planted", choices=PLANTED)
    options = parser.parse_args()
    planted = PLANTED[options.planted] if options.planted else None
    commands = options.command or [*COMMANDS]
    faults = run(options.tries, options.seed, commands, planted)
    sys.stdout.write(("\n".join(faults) or "nothing was lost") + "\n")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(run_harness())
