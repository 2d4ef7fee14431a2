"""Give the program what was made to break it, each in a child with bounded memory.

    python -m tests.harness.attack

Each attack is a document, a rule or a query beside two articles that contradict each
other. A child with 4 GB of memory checks them. What must hold: it ends by itself with
the expected status and no traceback; what it says names the file at fault; where a
document is the attack the contradiction is found all the same; nothing is written. A
table tells what each took. `--like WORDS` runs those whose name holds the words;
`--planted NAME` takes away a protection first, and the harness must notice.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from factcheck.cli import FINDINGS, INCOMPLETE, USAGE
from tests.harness.attacks import ATTACKS, Attack

MEMORY = 4 << 30
CPU = 400
"""Seconds of one child."""

TEXT = "date 2024-05-03\n{} Ana Duval arrived in Lisbon on Monday.\n"
STATUSES = {FINDINGS: "1", USAGE: "2", INCOMPLETE: "3"}
PLANTED = {
    "authorizer": """
import sqlite3
from unittest.mock import patch
patch("factcheck.store.safety._authorize", lambda *_: sqlite3.SQLITE_OK).start()
patch("factcheck.rules.definition.validate._faults", lambda query: iter(())).start()
""",
    "clock": """
from contextlib import nullcontext
from unittest.mock import patch
patch("factcheck.store.check_view.guarded", lambda *_: nullcontext()).start()
""",
    "unpacked": """
from unittest.mock import patch
patch("factcheck.documents.word._refuse_bombs", lambda file: None).start()
""",
    "pieces": """
from unittest.mock import patch
patch("factcheck.extraction.text_pieces.TOGETHER", 10**9).start()
patch("factcheck.extraction.text_pieces.MOST", 10**9).start()
""",
}
"""Programs that take away one protection each."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a child made of an attack."""

    status: int
    seconds: float
    megabytes: int
    said: str
    report: dict[str, object] | None
    written: tuple[str, ...]


class Try(NamedTuple):
    """An attack, what came of it, and what is wrong with that."""

    attack: Attack
    outcome: Outcome
    faults: list[str]


def attempt(attack: Attack, planted: str = "") -> Try:
    """Let a child check a folder with the attack in it."""
    with tempfile.TemporaryDirectory() as top:
        folder = Path(top)
        (folder / "in").mkdir()
        for name, title in (("a", "Defence Minister"), ("b", "Finance Minister")):
            (folder / "in" / f"{name}.txt").write_text(TEXT.format(title))
        where = folder / ("in" if attack.is_document else ".") / attack.file
        where.write_bytes(attack.content())
        before = set(folder.rglob("*"))
        outcome = _watched(folder, attack, planted)
        written = sorted(str(p) for p in set(folder.rglob("*")) - before)
    outcome = Outcome(*outcome, tuple(written))
    return Try(attack, outcome, list(_faults(attack, outcome)))


def _watched(
    folder: Path, attack: Attack, planted: str
) -> tuple[int, float, int, str, dict[str, object] | None]:
    argv = ["check", "in", "-f", "json", "-q", "--store", "none"]
    if not attack.is_document:
        argv += ["--rules", attack.file]
    program = (
        f"{PLANTED.get(planted, '')}\n"
        f"from factcheck.cli import main\nraise SystemExit(main({argv!r}))"
    )
    said, told = Path(folder, ".said"), Path(folder, ".told")
    with said.open("wb") as out, told.open("wb") as err:
        process = subprocess.Popen(
            [sys.executable, "-c", program],
            cwd=folder,
            stdout=out,
            stderr=err,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            preexec_fn=_bound,  # the child is this program, and has no threads yet
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    report = said.read_text("utf-8", "replace")
    error = told.read_text("utf-8", "replace")
    said.unlink()
    told.unlink()
    try:
        laid = json.loads(report)
    except ValueError:
        laid = None
    return (
        process.returncode,
        used.ru_utime + used.ru_stime,
        used.ru_maxrss // 1024,
        error,
        laid,
    )


def _bound() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU, CPU))


def _faults(attack: Attack, outcome: Outcome) -> Iterator[str]:
    """Yield what is wrong with how an attack ended."""
    if outcome.status != attack.status:
        yield f"ended with {outcome.status}, not {attack.status}"
    if "Traceback" in outcome.said:
        yield "a traceback"
    if outcome.written:
        yield f"wrote {', '.join(outcome.written)}"
    told = told_of(outcome)
    if attack.told not in told:
        yield f"did not say {attack.told!r}, but {told[:300]!r}"
    if attack.is_document and "title-conflict" not in _rules(outcome):
        yield "the other documents were not checked"
    if outcome.megabytes > attack.megabytes:
        yield f"took {outcome.megabytes} MB"
    if outcome.seconds > attack.seconds:
        yield f"took {outcome.seconds:.0f} s of CPU"


def told_of(outcome: Outcome) -> str:
    """Return what the child said of the attack: in the report, or besides."""
    if outcome.report is None:
        return outcome.said.strip()
    summary = outcome.report["summary"]
    return "; ".join(
        f"{one['document']}: {one['reason']}" for one in summary["not_checked"]
    )


def _rules(outcome: Outcome) -> set[str]:
    return {finding["rule"] for finding in (outcome.report or {}).get("findings", [])}


def say(line: str) -> None:
    """Print a line at once: a run takes minutes."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def run_harness() -> int:
    """Run on demand; status 1 where an attack did harm."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--like", action="append", help="words of an attack's name")
    parser.add_argument("--planted", choices=PLANTED, default="")
    options = parser.parse_args()
    chosen = [
        attack
        for attack in ATTACKS
        if not options.like or any(words in attack.name for words in options.like)
    ]
    say("| attack | status | CPU s | MB | told |\n|---|---|---|---|---|")
    harmed = []
    for attack in chosen:
        done = attempt(attack, options.planted)
        it = done.outcome
        told = " ".join(told_of(it).split())[:120].replace("|", "\\|")
        cells = (attack.name, it.status, f"{it.seconds:.1f}", it.megabytes, told)
        say(f"| {' | '.join(map(str, cells))} |")
        harmed += [f"{attack.name}: {fault}" for fault in done.faults]
    say("\n".join(harmed) or f"{len(chosen)} attacks, no harm done")
    return 1 if harmed or not chosen else 0


if __name__ == "__main__":
    raise SystemExit(run_harness())
