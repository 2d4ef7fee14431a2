"""`factcheck extract`: print what documents claim, or whom and what they mention."""

import argparse
import json
import sys
from collections.abc import Iterator
from typing import Any

from factcheck.checking import extraction_stamp, gather, relate
from factcheck.claims import claim_to_json, mention_to_json
from factcheck.claims.extraction import Extraction
from factcheck.cli import CLEAN, INCOMPLETE
from factcheck.cli.inputs import (
    open_store,
    print_reasons,
    read_aliases,
    read_inputs,
)
from factcheck.cli.progress import Line
from factcheck.cli.settings import load_settings
from factcheck.documents import TEXT


def run(options: argparse.Namespace) -> int:
    """Extract, print, and return the exit status.

    Raises:
        FactcheckError: The configuration, the aliases or the store are unusable.
    """
    formats = options.format
    options.format = None
    settings = load_settings(options)
    collected = read_inputs(options.paths)
    aliases = read_aliases(settings)
    progress = Line(settings.quiet)
    with open_store(settings) as store:
        stamp = extraction_stamp(settings.model, store)
        found = gather(
            collected.documents,
            store,
            stamp,
            settings.model,
            progress.update,
            settings.jobs,
        )
    related = relate(found, aliases, settings.group_by is not None)
    reasons = [
        *collected.faults,
        *((e.document.id, e.skipped or "") for e in found if e.skipped),
    ]
    lines = _mentions if options.mentions else _claims
    write = _text if formats == "text" else json.dumps
    empty = True
    for extraction in related.extractions:
        for laid in lines(extraction, options.headlines):
            empty = False
            sys.stdout.write(write(laid) + "\n")
    print_reasons(reasons)
    if empty and not reasons:
        print_reasons([(" ".join(options.paths), "nothing at all was extracted")])
    incomplete = bool(reasons) or empty
    return INCOMPLETE if incomplete and not settings.allow_incomplete else CLEAN


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
    text = " ".join(mention["text"].split())
    name = mention.get("name")
    return f"{text} [{name}]" if name and name != text else text
