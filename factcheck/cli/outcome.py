"""What a check found: recalled where nothing changed, else made."""

import json
import os
from dataclasses import replace
from typing import Any, NamedTuple

from factcheck.cli.asked import Asked, read_asked
from factcheck.cli.messages import ProgressLine
from factcheck.errors import HINT, UsageError
from factcheck.pipeline.cache_key import extraction_stamp
from factcheck.pipeline.check_cache import check_key, config_key, pack, unpack
from factcheck.pipeline.config import check_config
from factcheck.pipeline.material import Material
from factcheck.pipeline.result import Result
from factcheck.pipeline.rule_choice import chosen_files
from factcheck.pipeline.settings import Settings
from factcheck.store import FactStore

LAST = "last check"
LISTED = ("against", "rules", "facts", "select", "ignore")
SINGLE = ("since", "aliases", "style_guide", "group_by", "stories", "model")
"""The settings that decide what a check finds."""


class CheckRun(NamedTuple):
    """A check: what was asked, and what came of it.

    Attributes:
        asked: What it read.
        settings: How it was set.
        result: What it found.
        paths: The paths named.
        key: What the result is remembered under; empty where it is not.
    """

    asked: Asked
    settings: Settings
    result: Result
    paths: list[str]
    key: str

    def material(self, store: FactStore) -> Material:
        """Return all that the check read, for reports that show more than findings."""
        from factcheck.pipeline.gathered_material import material  # slow to import

        asked, findings = self.asked, self.result.findings
        config = check_config(self.settings, asked.drafts)
        return material(findings, asked.documents, store, config, asked.claims)


def run_check(paths: list[str], settings: Settings, store: FactStore) -> CheckRun:
    """Check documents, or recall the result where nothing changed."""
    asked = read_asked(paths, settings)
    config = _config_key(asked, settings, store)
    key = check_key(config, asked.documents)
    recalled = store.recall(key)
    if recalled is not None:
        result = unpack(recalled)
    else:
        result = _check(asked, settings, store, config)
        if any(reason.endswith(HINT) for _, reason in result.not_checked):
            key = ""
        else:
            store.remember(key, pack(result))
    if asked.documents:
        _remember_arguments(paths, settings, store)
    return CheckRun(asked, settings, result, paths, key)


def _check(asked: Asked, settings: Settings, store: FactStore, key: str) -> Result:
    from factcheck.pipeline.run import run  # what it needs takes long to import

    progress = ProgressLine(settings.quiet).update
    config = replace(check_config(settings, asked.drafts), key=key)
    return run(asked.documents, store, config, asked.claims, progress)


def run_check_again(paths: list[str], settings: Settings, store: FactStore) -> CheckRun:
    """Check documents; without paths, those of the last check and as it was set.

    Raises:
        FactcheckError: As `run_check`; or there are no paths and no last check.
    """
    if paths:
        return run_check(paths, settings, store)
    last = json.loads(store.recall(LAST) or "null")
    if last is None or last["folder"] != os.getcwd():  # noqa: PTH109 (a name, no file)
        raise UsageError("there is no last check here; name the PATHs to check")
    given: dict[str, Any] = {name: tuple(last[name]) for name in LISTED}
    given |= {name: last[name] for name in SINGLE}
    return run_check(last["paths"], replace(settings, **given), store)


def _config_key(asked: Asked, settings: Settings, store: FactStore) -> str:
    """Return a key for everything except the documents that decides what is found."""
    return config_key(
        chosen_files(settings),
        (
            extraction_stamp(settings.model, store, settings.style_guide),
            settings.group_by,
            settings.stories,
            sorted(settings.select),
            sorted(settings.ignore),
            [(claim.where, claim.laid) for claim in asked.given],
            asked.drafts is None or sorted(asked.drafts),
        ),
        store,
    )


def _remember_arguments(paths: list[str], settings: Settings, store: FactStore) -> None:
    """Remember what was checked, so that other commands can be run without paths."""
    if "-" in paths:
        return
    given = {name: getattr(settings, name) for name in (*LISTED, *SINGLE)}
    folder = os.getcwd()  # noqa: PTH109 (a name, no file)
    last = json.dumps({"paths": paths, "folder": folder, **given})
    if store.recall(LAST) != last:
        store.remember(LAST, last)
