import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from factcheck.documents import Document
from factcheck.errors import FactcheckError
from factcheck.extraction import extract, parallel
from factcheck.extraction.parallel import extract_over
from factcheck.store import FactStore

PEOPLE = ("Ana Duval", "Piet Morrow", "Lena Halvorsen", "Oskar Brandt", "Mira Solano")


def documents(count: int) -> list[Document]:
    return [
        Document(
            id=f"d{n:03}",
            text=f"{PEOPLE[n % 5]}, the mayor of Alveria, said on Monday: “The bridge "
            f"stays shut for {n + 2} weeks.” About {n + 3} people were hurt. " * 2,
            source=f"paper {n % 3}",
            published="2024-05-03",
        )
        for n in range(count)
    ]


@pytest.fixture
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "FEW", 1)


@pytest.mark.usefixtures("eager")
def test_two_processes_find_what_one_finds_in_the_same_order() -> None:
    some = documents(40)
    alone = list(extract(some))
    together = list(extract_over(iter(some), jobs=2))
    assert [e.document for e in together] == some
    assert repr(together) == repr(alone)


@pytest.mark.parametrize(
    ("count", "jobs"),
    [
        pytest.param(0, 2, id="nothing"),
        pytest.param(3, 2, id="few documents"),
        pytest.param(3, 0, id="every core"),
    ],
)
def test_few_documents_start_no_process(
    count: int, jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> None:
        raise AssertionError("a process was started")

    monkeypatch.setattr(parallel, "_workers", never)
    found = list(extract_over(documents(count), jobs=jobs))
    assert [e.document.id for e in found] == [d.id for d in documents(count)]


@pytest.mark.usefixtures("eager")
def test_no_more_documents_are_taken_than_are_worked_on() -> None:
    taken = 0

    def counted() -> object:
        nonlocal taken
        for document in documents(parallel.BATCH * 12):
            taken += 1
            yield document

    found = extract_over(counted(), jobs=2)
    next(found)
    found.close()
    assert taken <= parallel.BATCH * (parallel.AHEAD * 2 + 1)


@pytest.mark.usefixtures("eager")
def test_a_fault_in_a_process_is_told() -> None:
    with pytest.raises(FactcheckError, match="no spaCy pipeline found"):
        list(extract_over(documents(40), model="no_such_pipeline", jobs=2))


INTERRUPTED = """
import signal
import sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from test_parallel import documents
from factcheck.pipeline import CheckConfig, gather
from factcheck.extraction import parallel
from factcheck.store import FactStore

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # if it was ignored
    parallel.FEW = 1
    said = lambda done, total, words: print(done, flush=True)
    with FactStore.open(Path({store!r})) as store:
        list(gather(documents(3000), store, CheckConfig(jobs=2), said))
"""


@pytest.mark.skipif(os.name != "posix", reason="sends a signal to a group")
def test_an_interrupted_run_keeps_what_was_done_and_leaves_nobody(
    tmp_path: Path,
) -> None:
    script, store = tmp_path / "script.py", tmp_path / "facts.db"
    tests = str(Path(__file__).parent)
    script.write_text(INTERRUPTED.format(tests=tests, store=str(store)))
    with subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as running:
        assert running.stdout is not None
        for line in running.stdout:
            if int(line) >= parallel.BATCH + 1:
                break
        os.killpg(running.pid, signal.SIGINT)
        _, errors = running.communicate(timeout=60)
    assert errors.count("KeyboardInterrupt") == 1
    with FactStore.open(store) as kept:
        assert len(kept.documents()) > parallel.BATCH
    for _ in range(50):
        try:
            os.killpg(running.pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    raise AssertionError("a process was left behind")
