"""What a check found: told again where nothing changed, else made."""

import json
import os
from dataclasses import replace
from typing import Any, NamedTuple

from factcheck.cli.asked import Asked, read_asked
from factcheck.errors import HINT, UsageError
from factcheck.pipeline.cache_key import extraction_stamp
from factcheck.pipeline.check_cache import Outcome, check_key, pack, unpack, ways_key
from factcheck.pipeline.rule_choice import chosen_files
from factcheck.pipeline.settings import Settings
from factcheck.store import FactStore

LAST = "last check"
LISTED = ("against", "rules", "facts", "select", "ignore")
SINGLE = ("since", "aliases", "group_by", "stories", "model")
"""The settings that decide what a check finds."""


class Told(NamedTuple):
    """A check.

    Attributes:
        asked: What it read.
        settings: How it was set.
        outcome: What it found.
        paths: The paths named.
        key: What the outcome is remembered under; empty where it is not.
    """

    asked: Asked
    settings: Settings
    outcome: Outcome
    paths: list[str]
    key: str


def find_out(paths: list[str], settings: Settings, store: FactStore) -> Told:
    """Check documents, or tell the outcome again where nothing changed.

    Raises:
        FactcheckError: Configuration, rules or store are unusable.
    """
    asked = read_asked(paths, settings)
    ways = _ways(asked, settings, store)
    key = check_key(ways, asked.collected.documents)
    told = store.recall(key)
    if told is not None:
        outcome = unpack(told)
    else:
        from factcheck.cli.full_check import full_check

        outcome = full_check(asked, settings, store)
        if any(reason.endswith(HINT) for _, reason in outcome.not_checked):
            key = ""
        else:
            store.remember(key, pack(outcome))
    if asked.collected.documents:
        _keep_in_mind(paths, settings, store)
    return Told(asked, settings, outcome, paths, key)


def find_out_again(paths: list[str], settings: Settings, store: FactStore) -> Told:
    """Check documents; without paths, those of the last check and as it was set.

    Raises:
        FactcheckError: As `find_out`; or there are no paths and no last check.
    """
    if paths:
        return find_out(paths, settings, store)
    last = json.loads(store.recall(LAST) or "null")
    if last is None or last["folder"] != os.getcwd():  # noqa: PTH109 (a name, no file)
        raise UsageError("there is no last check here; name the PATHs to check")
    given: dict[str, Any] = {name: tuple(last[name]) for name in LISTED}
    given |= {name: last[name] for name in SINGLE}
    return find_out(last["paths"], replace(settings, **given), store)


def _ways(asked: Asked, settings: Settings, store: FactStore) -> str:
    """Name all that decides what is found besides the documents."""
    return ways_key(
        chosen_files(settings),
        (
            extraction_stamp(settings.model, store),
            settings.group_by,
            settings.stories,
            sorted(settings.select),
            sorted(settings.ignore),
            [(claim.where, claim.laid) for claim in asked.collected.claims],
            asked.drafts is None or sorted(asked.drafts),
        ),
        store,
    )


def _keep_in_mind(paths: list[str], settings: Settings, store: FactStore) -> None:
    """Note what was checked, so that other commands need not be told again."""
    if "-" in paths:
        return
    said = {name: getattr(settings, name) for name in (*LISTED, *SINGLE)}
    folder = os.getcwd()  # noqa: PTH109 (a name, no file)
    last = json.dumps({"paths": paths, "folder": folder, **said})
    if store.recall(LAST) != last:
        store.remember(LAST, last)
