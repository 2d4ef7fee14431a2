"""Extraction over several processes: the same results in the same order.

Each process gets a batch at a time and answers with what it found, so memory is bounded
by the number of processes. Batches are those a single process would parse together:
the results are the same to the last byte. Processes are started afresh, never forked,
and each ends when its pipe closes, however its parent ended.
"""

import multiprocessing
import os
import signal
import traceback
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from queue import SimpleQueue
from threading import Thread

from factcheck.claims.batches import batched
from factcheck.claims.extraction import Extraction
from factcheck.documents import Document
from factcheck.errors import FactcheckError
from factcheck.extraction.models import BATCH

FEW = 100_000
"""Characters below which starting a process costs more than it saves."""

AHEAD = 4
"""Batches in work or waiting for their turn, for each process."""

DEEP = 2
"""Batches that a process has at hand: the next lies there when one is done."""

Batch = list[Document]


def extract_over(
    documents: Iterable[Document],
    model: str | None = None,
    jobs: int = 1,
    style_guide: str | None = None,
) -> Generator[Extraction, None, None]:
    """Yield what each document claims, in the order of the documents.

    Args:
        documents: The documents; no more are taken than are worked on.
        model: The spaCy pipeline; None takes the best installed.
        jobs: How many processes work; 0 for one on every core. Few documents are
            extracted by this process whatever is asked.
        style_guide: A newsroom's table of disputed terms.

    Raises:
        UsageError: No spaCy pipeline is installed.
        FactcheckError: A process ended before its work did.
    """
    batches = batched(documents, BATCH)
    jobs = jobs or cores()
    first: list[Batch] = []
    if jobs > 1:
        jobs = _worthwhile(batches, first, jobs)
    batches = chain(first, batches)
    if jobs > 1:
        with _workers(jobs, model, style_guide) as connections:
            yield from _Crew(connections, batches)
        return
    from factcheck.extraction.extracting import extract

    yield from extract(chain.from_iterable(batches), model, style_guide)


def cores() -> int:
    """Count the cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _worthwhile(batches: Iterator[Batch], taken: list[Batch], jobs: int) -> int:
    """Look ahead, keeping what was taken; return how many processes have work."""
    length = 0
    for batch in batches:
        taken.append(batch)
        length += sum(len(document.text) for document in batch)
        if len(taken) >= jobs and length >= jobs * FEW:
            return jobs
    return max(1, min(jobs, len(taken), length // FEW))


@contextmanager
def _workers(
    jobs: int, model: str | None, style_guide: str | None
) -> Iterator[list[Connection]]:
    """Start processes and give their pipes; none of them is left at the end."""
    context = multiprocessing.get_context("spawn")
    processes: list[BaseProcess] = []
    connections: list[Connection] = []
    try:
        with _deaf():
            for _ in range(jobs):
                ours, theirs = context.Pipe()
                connections.append(ours)
                process: BaseProcess = context.Process(
                    target=_serve, args=(theirs, model, style_guide), daemon=True
                )
                process.start()
                processes.append(process)
                theirs.close()
        yield connections
    finally:
        for connection in connections:
            connection.close()
        for process in processes:
            process.terminate()
        for process in processes:
            process.join()


@contextmanager
def _deaf() -> Iterator[None]:
    """Start processes that do not hear Ctrl-C: it is this one that ends them."""
    try:
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    except ValueError:  # not the main thread, which alone may do this
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _serve(connection: Connection, model: str | None, style_guide: str | None) -> None:
    """Answer batches with what they claim, or with what went wrong, to the end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    batches: SimpleQueue[Batch] = SimpleQueue()
    Thread(target=_receive, args=(connection, batches), daemon=True).start()
    from factcheck.extraction.extracting import extract

    with suppress(ConnectionError):
        while batch := batches.get():
            answer: list[Extraction] | Exception
            try:
                answer = list(extract(batch, model, style_guide))
            except FactcheckError as error:
                answer = error
            except Exception:
                answer = RuntimeError(traceback.format_exc())
            connection.send(answer)


def _receive(connection: Connection, batches: SimpleQueue[Batch]) -> None:
    """Take batches as they come, so that nobody waits to hand one over; none ends it.

    Were they taken one by one, both ends of the pipe could wait for each other.
    """
    with suppress(EOFError, OSError):
        while True:
            batches.put(connection.recv())
    batches.put([])


class _Crew:
    """Hands out batches to processes and gives the answers in order."""

    def __init__(self, connections: list[Connection], batches: Iterator[Batch]) -> None:
        self._given: dict[Connection, deque[int]] = {
            one: deque() for one in connections
        }
        self._batches = enumerate(batches)
        self._answers: dict[int, list[Extraction]] = {}
        self._turn = 0
        self._window = AHEAD * len(connections)

    def __iter__(self) -> Iterator[Extraction]:
        self._hand_out()
        while self._under_way() or self._answers:
            while self._turn not in self._answers:
                self._collect(None)
            for extraction in self._answers.pop(self._turn):
                self._collect(0)
                yield extraction
            self._turn += 1
            self._hand_out()

    def _under_way(self) -> int:
        return sum(map(len, self._given.values()))

    def _hand_out(self) -> None:
        """Give batches to processes that have few, as far as the window allows."""
        for _ in range(self._window - self._under_way() - len(self._answers)):
            connection = min(self._given, key=lambda one: len(self._given[one]))
            if len(self._given[connection]) >= DEEP:
                return
            number, batch = next(self._batches, (-1, []))
            if not batch:
                return
            self._given[connection].append(number)
            with _ended_workers():
                connection.send(batch)

    def _collect(self, patience: float | None) -> None:
        """Take the answers that are there; None waits for one."""
        busy = [one for one, numbers in self._given.items() if numbers]
        for connection in wait(busy, patience):
            assert isinstance(connection, Connection)
            with _ended_workers():
                answer = connection.recv()
            if isinstance(answer, Exception):
                raise answer
            self._answers[self._given[connection].popleft()] = answer
        self._hand_out()


@contextmanager
def _ended_workers() -> Iterator[None]:
    """Say in words that a process is gone."""
    try:
        yield
    except (EOFError, ConnectionError) as error:
        raise FactcheckError(
            "a process that extracted ended before its work did, perhaps for want of"
            " memory; what was done is kept: run again with fewer --jobs"
        ) from error
