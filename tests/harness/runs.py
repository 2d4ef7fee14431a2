"""Runs of the command in processes of their own, and what their stores then hold."""

import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from factcheck.cli import main
from factcheck.documents import collect
from factcheck.extraction import parallel
from factcheck.store import FactStore

DOCUMENTS = 12
TEXT = """date 2024-05-{day:02}
LISBON (KNA) — {title} Ana Duval said on Monday that "nothing is settled, {n} days on".
She met Foreign Minister Bo Lind in Porto. At least {n} people were killed in the flood.
"""
TITLES = ("Defence Minister", "Finance Minister", "Interior Minister")
STORE = "facts.db"
REPORT = "report"
DONE = "done"
PATIENCE = 30.0
"""Seconds that helpers of a killed process may take to notice that it is gone."""

_COMMON = ["in", "-q", "--allow-incomplete", "--store", STORE]
COMMANDS = {
    "check": ["check", *_COMMON, "-f", "json"],
    "extract": ["extract", *_COMMON, "--format", "jsonl"],
    "check --jobs": ["check", *_COMMON, "-f", "json", "--jobs", "2"],
    "extract --jobs": ["extract", *_COMMON, "--format", "jsonl", "--jobs", "2"],
}
Fault = Callable[[], None]
"""Changes the program in the process that is about to be killed."""


def write_documents(folder: Path) -> None:
    """Write the documents of a try; every try has the same."""
    (folder / "in").mkdir(parents=True)
    for n in range(DOCUMENTS):
        text = TEXT.format(day=n + 1, title=TITLES[n % 3], n=n + 2) * 6
        (folder / "in" / f"{n:02}.txt").write_text(text, encoding="utf-8")


def warm(folder: Path) -> None:
    """Load all that a run needs, so that no later one can find it changed."""
    here = Path.cwd()
    os.chdir(folder)
    for name in ("check", "extract"):
        with redirect_stdout(StringIO()):
            main([*COMMANDS[name], "--store", "none"])
    os.chdir(here)


def start(folder: Path, command: str, planted: Fault | None = None) -> int:
    """Start a command in a folder and return its process, the head of its own group.

    Each document that was stored is written down, so that the one who kills the
    process knows what was finished. Small batches let two processes share the work.
    """

    def prepare() -> None:
        parallel.FEW, parallel.BATCH = 1, 3
        if planted:
            planted()
        _write_down_what_is_stored()

    return run_apart(folder, COMMANDS[command], prepare)


def run_apart(folder: Path, argv: list[str], prepare: Fault) -> int:
    """Run the command in a process of its own, which is prepared first."""
    process = os.fork()
    if process:
        return process
    status = 70
    try:
        os.setsid()
        os.chdir(folder)
        prepare()
        with Path(REPORT).open("w", encoding="utf-8") as report:
            os.dup2(report.fileno(), 1)
            os.dup2(report.fileno(), 2)
            sys.stdout = sys.stderr = report
            status = main(argv)
            report.flush()
    finally:
        os._exit(status)


def _write_down_what_is_stored() -> None:
    put = FactStore.put
    log = os.open(DONE, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def put_and_tell(store, extraction, stamp):  # type: ignore[no-untyped-def]
        put(store, extraction, stamp)
        os.write(log, f"{extraction.document.id}\n".encode())

    FactStore.put = put_and_tell  # type: ignore[method-assign]


def finished(folder: Path, command: str) -> tuple[int, bytes]:
    """Let a command run to its end and return its status and what it printed."""
    _, status = os.waitpid(start(folder, command), 0)
    return os.waitstatus_to_exitcode(status), (folder / REPORT).read_bytes()


def written_down(folder: Path) -> set[str]:
    """Return the documents that some run said it had stored."""
    log = folder / DONE
    return set(log.read_text().split()) if log.exists() else set()


def kept(folder: Path) -> dict[str, object]:
    """Return what the store of a folder holds of each document."""
    documents = collect([folder / "in"]).documents
    with FactStore.open(folder / STORE) as store:
        found = store.extractions(documents)
    return {
        e.document.id: (e.claims, e.mentions, e.entities, e.decisions, e.skipped)
        for e in found
    }


def helpers(process: int) -> list[int]:
    """Return the processes that a running command started to help it extract."""
    try:
        listed = Path(f"/proc/{process}/task/{process}/children").read_text().split()
        lines = {int(n): Path(f"/proc/{n}/cmdline").read_bytes() for n in listed}
    except OSError:
        return []
    return [number for number, line in lines.items() if b"spawn_main" in line]


def gone(group: int) -> bool:
    """Wait for every process of a group to end; say whether they did."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.02)
    os.killpg(group, signal.SIGKILL)
    return False
