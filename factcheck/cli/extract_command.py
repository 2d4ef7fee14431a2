"""`factcheck extract`: print what documents claim, or whom and what they mention."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from factcheck.claims import claim_to_json, mention_to_json
from factcheck.claims.extraction import Extraction
from factcheck.cli import CLEAN, INCOMPLETE
from factcheck.cli.messages import ProgressLine, print_reasons
from factcheck.documents import TEXT, Collected, collect_on_disk, path_of
from factcheck.errors import UsageError, needs_extra
from factcheck.pipeline import extraction_stamp, gather, recalled, release
from factcheck.pipeline.config import CheckConfig, extraction_config
from factcheck.pipeline.inputs import Reason, open_store
from factcheck.pipeline.settings import load_settings
from factcheck.resolution.entities import link, needed
from factcheck.resolution.relating import resolutions
from factcheck.resolution.story_clustering import grouped_by_story
from factcheck.store import FactStore

PARQUET = "parquet="


def run(options: argparse.Namespace) -> int:
    """Extract, print, and return the exit status."""
    formats = options.format
    if options.mentions and formats.startswith(PARQUET):
        raise UsageError(
            "--mentions are written as jsonl or text; parquet holds claims"
        )
    options.format = None
    settings = load_settings(options)
    collected = collect_on_disk(
        options.paths, sys.stdin.buffer if "-" in options.paths else None
    )
    config = extraction_config(settings)
    if config.by_story:
        by_story = grouped_by_story(collected.documents, config.stories)
        collected = replace(collected, documents=by_story)
    reasons = list[Reason](collected.faults)
    lines = _mentions if options.mentions else _claims
    with open_store(settings) as store:
        linked = _linked(collected, settings.quiet, store, config, reasons)
        laid = (one for e in linked for one in lines(e, options.headlines))
        empty = not _write(laid, formats)
    print_reasons(reasons)
    if empty and not reasons:
        print_reasons([(" ".join(options.paths), "nothing at all was extracted")])
    incomplete = bool(reasons) or empty
    return INCOMPLETE if incomplete and not settings.allow_incomplete else CLEAN


def _linked(
    collected: Collected,
    quiet: bool,
    store: FactStore,
    config: CheckConfig,
    reasons: list[Reason],
) -> Iterator[Extraction]:
    """Yield what each document claims, entities resolved across all of them.

    All have to be read before anybody is resolved. Meanwhile the store holds what was
    found; memory holds no more than what resolving reads, and not while the pipeline
    is loaded. What was not read becomes a reason.
    """
    progress = ProgressLine(quiet)
    failed: dict[str, Extraction] = {}
    for extraction in gather(collected.documents, store, config, progress.update):
        if extraction.failed:
            failed[extraction.document.id] = extraction
        if extraction.skipped:
            reasons.append((path_of(extraction.document), extraction.skipped))
    release()
    stamp = extraction_stamp(config.model, store, config.style_guide)

    def extractions() -> Iterator[Extraction]:
        for document in collected.documents:
            known = failed.get(document.id)
            yield known or recalled(document, store, stamp, config)

    read = [needed(one) for one in extractions()]
    resolved = resolutions(read, config.aliases, config.by_group)
    for extraction in extractions():
        yield link(extraction, resolved[extraction.document.id])


def _write(laid: Iterable[dict[str, Any]], formats: str) -> int:
    """Write claims or mentions where they belong; return how many there were."""
    if formats.startswith(PARQUET):
        with needs_extra("parquet", "-f parquet"):
            from factcheck.claims.parquet import write_claims
        return write_claims(laid, Path(formats.removeprefix(PARQUET)))
    write = _text if formats == "text" else json.dumps
    count = 0
    for count, one in enumerate(laid, 1):  # noqa: B007 (how many there were)
        sys.stdout.write(write(one) + "\n")
    return count


def _claims(extraction: Extraction, headlines: bool) -> Iterator[dict[str, Any]]:
    for claim in extraction.claims:
        if headlines or claim.span.part == TEXT:
            yield claim_to_json(claim, extraction.document)


def _mentions(extraction: Extraction, headlines: bool) -> Iterator[dict[str, Any]]:
    for typed in extraction.mentions:
        if headlines or typed.mention.part == TEXT:
            yield {
                "mention": typed.type,
                "document": extraction.document.id,
                **mention_to_json(typed.mention),
            }


def _text(laid: dict[str, Any]) -> str:
    """Lay out one claim or mention as a line for people."""
    if "mention" in laid:
        known = [str(laid[k]) for k in ("value", "name", "entity") if laid.get(k)]
        where = f"{laid['document']}:{laid['start']}"
        return "  ".join((where, laid["mention"], repr(laid["text"]), *known))
    roles = "  ".join(
        f"{role}={' | '.join(_role(m) for m in mentions)}"
        for role, mentions in laid["roles"].items()
    )
    time = f"  time={laid['time']['start']}" if laid["time"] else ""
    modality = "" if laid["modality"] == "asserted" else f"  ({laid['modality']})"
    where = f"{laid['document']}:{laid['span']['start']}"
    return f"{where}  {laid['kind']}  {roles}{time}{modality}"


def _role(mention: dict[str, Any]) -> str:
    """Show what fills a role: its value and words, or its words and whom they name.

    Rules compare values: `measure=killed “dead”`, `speaker=she [Ana Duval]`.
    """
    text = " ".join(mention["text"].split())
    name, value = mention.get("name"), mention.get("value")
    if value is not None and str(value).casefold() != text.casefold():
        return f"{value} “{text}”" if text else str(value)
    return f"{text} [{name}]" if name and name != text else text
