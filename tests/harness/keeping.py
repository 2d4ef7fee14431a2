"""Kill checks that bring a kept judgement up to date, and damage what they leave.

Part of `python -m tests.harness.kill`, as the command `kept`. Each try starts from a
folder that was checked once, so that its judgement is kept, and changes a document or
two. The check that sees the change is killed at a random instant, mostly while the file
is written; some tries change more and kill again. In every third try the file left
behind is then damaged: cut off, some pages of it empty, or no database at all. What
must hold: the next check, and one more after another change, print byte for byte what
a check that keeps nothing prints.
"""

import os
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from factcheck.pipeline import rechecking
from factcheck.store.kept import Kept, file, file_beside
from tests.harness.runs import REPORT, STORE, Fault, run_apart, warm

MANY = 24
"""Documents in a folder; the program that is killed keeps judgements of so many."""

TEXT = """date 2024-05-{day:02}
LISBON (KNA) — {title} Ana Duval said on Monday that "nothing is settled in {town}".
{title} Ana Duval, {age}, met Foreign Minister Bo Lind in {town}. At least {dead} people
were killed in the {town} flood.
"""
TITLES = ("Defence Minister", "Finance Minister", "Interior Minister")
TOWNS = ("Porto", "Madrid", "Vienna", "Oslo")
VERSIONS = 4
CHECK = ["check", "in", "-q", "--allow-incomplete", "-f", "json", "--store"]
WARNING = b"factcheck: warning: "
PAGE = 4096
FEW_PAGES = 10
"""Pages held in memory: what is changed then goes to the file bit by bit."""

Versions = tuple[int, ...]
Said = tuple[int, bytes]


class Killed(NamedTuple):
    """What came of one try.

    Attributes:
        faults: What is wrong.
        instant: How far the last kill let the file come.
        warned: How often a check said that the file was of no use.
    """

    faults: list[str]
    instant: str
    warned: int


def without_transaction() -> None:
    """Let the kept judgement be changed step by step, and slowly."""

    @contextmanager
    def change(kept: Kept, lock: str = "") -> Iterator[None]:
        yield

    keep = Kept.keep_documents

    def slowly(kept: Kept, rows: Iterable[object]) -> None:
        keep(kept, rows)  # type: ignore[arg-type]
        time.sleep(1)

    Kept._change = change  # type: ignore[assignment, method-assign]
    Kept.keep_documents = slowly  # type: ignore[assignment, method-assign]


def _keeping() -> None:
    """Let few documents be enough for keeping the judgement."""
    rechecking.LEAST = MANY


def _spilling(planted: Fault | None) -> Fault:
    """Let it be kept, and what changes be written early, as that of many documents."""
    prepare_file = file._prepare

    def with_few_pages(connection: sqlite3.Connection) -> None:
        prepare_file(connection)
        connection.execute(f"PRAGMA kept.cache_size = {FEW_PAGES}")

    def prepare() -> None:
        _keeping()
        file._prepare = with_few_pages
        if planted:
            planted()

    return prepare


def write(folder: Path, versions: Versions) -> None:
    """Write the documents as they stand."""
    (folder / "in").mkdir(parents=True, exist_ok=True)
    for n, version in enumerate(versions):
        turned = n + version
        text = TEXT.format(
            day=n % 7 + 1,
            title=TITLES[turned % 3],
            town=TOWNS[n % 4],
            age=50 + turned % 3,
            dead=n + 5 * version,
        )
        (folder / "in" / f"{n:02}.txt").write_text(text, encoding="utf-8")


def change(versions: Versions, chance: random.Random) -> Versions:
    """Choose another version of a document or two, or of so many that all is judged."""
    after = list(versions)
    for n in chance.sample(range(MANY), chance.choice((1, 1, 2, MANY // 4))):
        after[n] = (after[n] + chance.randrange(1, VERSIONS)) % VERSIONS
    return tuple(after)


def finished(folder: Path, store: str, prepare: Fault) -> tuple[Said, int]:
    """Let a check end; return status and what it printed, and count its warnings."""
    _, status = os.waitpid(run_apart(folder, [*CHECK, store], prepare), 0)
    lines = (folder / REPORT).read_bytes().splitlines(keepends=True)
    printed = [line for line in lines if not line.startswith(WARNING)]
    said = os.waitstatus_to_exitcode(status), b"".join(printed)
    return said, len(lines) - len(printed)


def attempt(
    top: Path, number: int, chance: random.Random, seconds: float, planted: Fault | None
) -> Killed:
    """Kill a check after a change, or two, and say what is wrong afterwards."""
    folder = top / f"try{number}"
    shutil.copytree(top / "first", folder)
    whole = str(top / "whole.db")
    judged = file_beside(str(folder / STORE))
    versions = (0,) * MANY
    instant = ""
    for _ in range(1 if planted else chance.choice((1, 1, 2))):
        versions = change(versions, chance)
        write(folder, versions)
        before = _looks(judged)
        process = run_apart(folder, [*CHECK, STORE], _spilling(planted))
        _wait(judged, seconds, chance)
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        begun = _size(Path(f"{judged}-wal")) > 0
        instant = "while" if begun else "before"
        instant = "after" if _looks(judged) != before else instant
    damaged = "undamaged"
    if number % 3 == 2 and not planted:
        damage = chance.choice(DAMAGES)
        damage(judged, chance)
        damaged = damage.__name__.strip("_")
    faults = []
    warnings = 0
    for step in ("next", "one after"):
        said, warned = finished(folder, STORE, _keeping)
        warnings += warned
        if said != finished(folder, whole, lambda: None)[0]:
            told = f"killed {instant}, {damaged}: the {step} check differs"
            faults.append(f"{told} (status {said[0]})")
        if warned and damaged == "undamaged":
            faults.append(f"killed {instant}: the {step} check could not use the file")
        versions = change(versions, chance)
        write(folder, versions)
    return Killed(faults, instant, warnings)


def _wait(judged: Path, seconds: float, chance: random.Random) -> None:
    """Wait a random time, or until the file is written and a moment more."""
    end = time.monotonic() + chance.uniform(0, 1.05) * seconds
    if chance.random() < 0.25:
        time.sleep(max(0, end - time.monotonic()))
        return
    end = time.monotonic() + 2 * seconds
    log = Path(f"{judged}-wal")
    while not _size(log) and time.monotonic() < end:
        time.sleep(0.0005)
    time.sleep(chance.uniform(0, chance.choice((0.01, 0.05, 0.25))) * seconds)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _looks(judged: Path) -> object:
    """Return what a judgement was made of, looking at a copy of the file."""
    with tempfile.TemporaryDirectory() as folder:
        for end in ("", "-wal"):
            if Path(f"{judged}{end}").exists():
                shutil.copy(f"{judged}{end}", Path(folder, f"copy{end}"))
        connection = sqlite3.connect(Path(folder, "copy"))
        try:
            return connection.execute(
                "SELECT turn, (SELECT group_concat(looks) FROM kept_document)"
                " FROM kept_check"
            ).fetchall()
        except sqlite3.Error as error:
            return str(error)
        finally:
            connection.close()


def _cut(judged: Path, chance: random.Random) -> None:
    os.truncate(judged, chance.randrange(judged.stat().st_size))


def _emptied(judged: Path, chance: random.Random) -> None:
    pages = judged.stat().st_size // PAGE
    with judged.open("r+b") as opened:
        for page in chance.sample(range(pages), chance.randint(1, pages // 2)):
            opened.seek(page * PAGE)
            opened.write(bytes(PAGE))


def _noise(judged: Path, chance: random.Random) -> None:
    judged.write_bytes(chance.randbytes(judged.stat().st_size))


DAMAGES: list[Callable[[Path, random.Random], None]] = [_cut, _emptied, _noise]


def run(tries: int, seed: int, planted: Fault | None = None) -> list[str]:
    """Kill so many checks after a change; return what went wrong, one line a fault."""
    chance = random.Random(f"{seed} kept")
    counts: Counter[str] = Counter()
    told = []
    with tempfile.TemporaryDirectory() as name:
        top = Path(name)
        write(top / "first", (0,) * MANY)
        warm(top / "first")
        finished(top / "first", str(top / "whole.db"), lambda: None)
        finished(top / "first", STORE, _keeping)
        if not file_beside(str(top / "first" / STORE)).exists():
            return ["no judgement was kept: there is nothing to kill"]
        shutil.copytree(top / "first", top / "again")
        write(top / "again", change((0,) * MANY, chance))
        begun = time.monotonic()
        finished(top / "again", STORE, _spilling(planted))
        seconds = time.monotonic() - begun
        for number in range(tries):
            done = attempt(top, number, chance, seconds, planted)
            counts[done.instant] += 1
            counts["warned"] += done.warned
            told += [f"kept, try {number}: {fault}" for fault in done.faults]
            shutil.rmtree(top / f"try{number}")
    instants = ", ".join(f"{counts[a]} {a}" for a in ("before", "while", "after"))
    line = f"kept: {tries} killed; {instants} it was written; {counts['warned']} warned"
    sys.stdout.write(f"{line}; {time.monotonic() - begun:.0f} s\n")
    sys.stdout.flush()
    return told
