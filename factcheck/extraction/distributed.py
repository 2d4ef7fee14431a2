"""Extraction on a Spark cluster: the same results in the same order.

Each task is a few of the batches that a single process would parse together, so what
comes back is the same to the last byte. Tasks are handed out in waves, and a wave is
given back before the next begins: this process holds no more than a wave, and what was
done is kept when it is interrupted.
"""

from collections.abc import Generator, Iterable, Iterator
from typing import TYPE_CHECKING

from factcheck.claims.batches import batched
from factcheck.claims.extraction import Extraction
from factcheck.documents import Document
from factcheck.errors import FactcheckError, needs_extra
from factcheck.extraction.models import BATCH

if TYPE_CHECKING:
    from py4j.protocol import Py4JJavaError

TASK = 4
"""Batches of one task: long enough to outweigh handing it out."""

WAVE = 8
"""Tasks of a wave, for each core: the slowest is waited for once in so many."""

Batch = list[Document]


def extract_on_cluster(
    documents: Iterable[Document],
    model: str | None = None,
    style_guide: str | None = None,
) -> Generator[Extraction, None, None]:
    """Yield what each document claims, in the order of the documents.

    Every machine of the cluster needs factcheck and the model installed, and sees a
    newsroom's table of disputed terms at the same path.

    Raises:
        UsageError: The extra `spark` or the model is not installed.
        FactcheckError: A task failed on the cluster.
    """
    with needs_extra("spark", "engine spark"):
        from py4j.protocol import Py4JJavaError

        from factcheck.store.engines.spark import spark_session
    context = spark_session().sparkContext
    tasks = batched(batched(documents, BATCH), TASK)
    for wave in batched(tasks, WAVE * context.defaultParallelism):
        spread = context.parallelize(wave, len(wave))
        try:
            extracted = spread.flatMap(_Task(model, style_guide)).collect()
        except Py4JJavaError as error:
            raise FactcheckError(f"engine spark: {_cause(error)}") from error
        yield from extracted


class _Task:
    """Extracts the batches of one task, on the machine it is sent to."""

    def __init__(self, model: str | None, style_guide: str | None) -> None:
        self._model = model
        self._style_guide = style_guide

    def __call__(self, batches: list[Batch]) -> Iterator[Extraction]:
        from factcheck.extraction.extracting import extract  # loads spaCy there

        for batch in batches:
            yield from extract(batch, self._model, self._style_guide)


def _cause(error: "Py4JJavaError") -> str:
    """Return the last line of what a worker's Python said, which names the fault."""
    message = str(error.java_exception.getMessage()).partition("\n\tat ")[0]
    return message.strip().rpartition("\n")[2]
