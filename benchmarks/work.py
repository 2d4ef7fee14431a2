"""What one measured process does; prints its own figures as JSON."""

import json
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from factcheck.documents import collect


def _timed(work: Callable[[], Any]) -> tuple[float, float]:
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    return time.process_time() - cpu, time.perf_counter() - wall


def speed(path: str, repeats: str) -> dict[str, Any]:
    """Bare `nlp.pipe` and extraction in turn over the same texts, model loaded."""
    from factcheck.extraction import extract
    from factcheck.extraction.nlp import BATCH, load_pipeline

    documents = collect([path]).documents
    pipeline = load_pipeline()
    texts = [document.text for document in documents]
    list(extract(documents[:BATCH]))
    bare, ours = [], []
    for _ in range(int(repeats)):
        bare.append(_timed(lambda: list(pipeline.pipe(texts, batch_size=BATCH)))[0])
        ours.append(_timed(lambda: [None for _ in extract(documents)])[0])
    words = sum(len(text.split()) for text in texts)
    return {"words": words, "bare": bare, "ours": ours}


def stages(path: str) -> dict[str, Any]:
    """Time each step after extraction, documents extracted before."""
    from factcheck.pipeline.config import CheckConfig
    from factcheck.pipeline.corroboration import compare
    from factcheck.pipeline.gathering import gather
    from factcheck.resolution.relating import relate
    from factcheck.rules import load_rules, run_rules
    from factcheck.store import FactStore, Links

    documents = collect([path]).documents
    told: dict[str, Any] = {}
    with FactStore.open(None) as store:
        config = CheckConfig()
        told["extract"] = _timed(lambda: list(gather(documents, store, config)))[0]
        found: list[Any] = []
        told["recall"] = _timed(lambda: found.extend(store.extractions(documents)))[0]
        related: list[Any] = []
        told["relate"] = _timed(lambda: related.append(relate(found)))[0]
        one = related[0]
        told["scope"] = _timed(
            lambda: store.scope(one.extractions, Links(one.events, one.origins))
        )[0]
        rules = load_rules()
        told["rules"] = _timed(lambda: run_rules(rules, store))[0]
        told["corroborated"] = _timed(
            lambda: compare(rules, store, (), documents, one.stories)
        )[0]
    return told


def judge(count: str, heavy: str, rules: str = "shipped") -> dict[str, Any]:
    """Lay out synthetic claims and judge them, with memory before and after."""
    from benchmarks.claims import Events, synthetic
    from factcheck.rules import load_rules, run_rules
    from factcheck.store import FactStore, Links

    chosen = load_rules()
    if rules != "shipped":
        title = next(rule for rule in chosen if rule.id == "title-conflict")
        chosen = [replace_id(title, f"title-{n}") for n in range(int(rules))]
    before = _peak()
    with FactStore.open(None) as store:
        made = synthetic(int(count), int(heavy))
        laid = _timed(lambda: store.scope(made, Links(Events())))[0]
        after = _peak()
        found: list[Any] = []
        judged = _timed(lambda: found.append(run_rules(chosen, store)))[0]
    claims = int(count) + int(heavy)
    return {
        "claims": claims,
        "findings": len(found[0]),
        "skipped": found[0].skipped,
        "laid": laid,
        "judged": judged,
        "bytes": (after - before) / claims,
        "judging_bytes": (_peak() - before) / claims,
    }


def pairs(path: str) -> dict[str, Any]:
    """Count the sentences that are laid beside each other, all documents one story."""
    from factcheck.comparators.sentence_pairs import document_counts, sentence_pairs
    from factcheck.comparators.sentences import Sentence

    where: dict[frozenset[str], set[int]] = {}
    for n, line in enumerate(Path(path).read_text("utf-8").splitlines()):
        for text in json.loads(line)["text"].split(". "):
            where.setdefault(Sentence(text).content, set()).add(n)
    contents = list(where)
    documents = [frozenset(where[content]) for content in contents]
    found: list[int] = []

    def count() -> None:
        counts = document_counts(contents, documents)
        found.append(sum(1 for _ in sentence_pairs(contents, counts)))

    seconds = _timed(count)[0]
    return {"sentences": len(contents), "pairs": found[0], "seconds": seconds}


def replace_id(rule: Any, name: str) -> Any:
    """Copy a rule under another name."""
    if hasattr(rule, "model_copy"):
        return rule.model_copy(update={"id": name})
    return replace(rule, id=name)


def _peak() -> int:
    """Return the most memory this process took, in bytes.

    Not what `getrusage` tells where Linux tells more: that begins with the memory of
    whoever started the process.
    """
    status = Path("/proc/self/status")
    told = status.read_text("utf-8").splitlines() if status.is_file() else []
    for line in told:
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


WORK = {"speed": speed, "stages": stages, "judge": judge, "pairs": pairs}

if __name__ == "__main__":
    print(json.dumps(WORK[sys.argv[1]](*sys.argv[2:])))
