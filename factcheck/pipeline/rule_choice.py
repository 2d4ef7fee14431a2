"""Which rules run: their files, and the choice made among them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import UsageError
from factcheck.lexicons import data_folder
from factcheck.pipeline.settings import Settings
from factcheck.registry import unknown

if TYPE_CHECKING:
    from factcheck.rules import Rule

_NAME = re.compile(r"[\w-]+")
_ID = re.compile(r"^id:\s*['\"]?(?P<id>[\w-]+)", re.M)


def chosen_files(settings: Settings) -> list[Path]:
    """Return every file that decides how claims are judged, sorted within a folder.

    Raises:
        UsageError: A path does not exist.
    """
    named: list[Path] = [*map(Path, settings.rules), *map(Path, settings.facts)]
    named += [Path(p) for p in (settings.aliases, settings.style_guide) if p]
    for path in named:
        if not path.exists():
            raise UsageError(f"{path}: no such file or folder")
    shipped = [*sorted(data_folder().rglob("*.yaml"))]
    return [*shipped, *(file for path in named for file in _files(path))]


def _files(path: Path) -> Iterable[Path]:
    return sorted(path.rglob("*.y*ml")) if path.is_dir() else [path]


def chosen_rules(settings: Settings, names: Sequence[str] = ()) -> list["Rule"]:
    """Load the rules that the settings choose; names given are selected as well.

    Raises:
        FactcheckError: A rule is faulty, a path is missing, or a name is not a rule's.
    """
    from factcheck.rules import load_rules

    chosen_files(settings)
    paths = [Path(path) for path in settings.rules]
    select = [*settings.select, *names]
    rules = choose(load_rules(paths or None), select, settings.ignore)
    return [rule.following(settings.style_guide) for rule in rules]


def pointed_at(settings: Settings, names: Sequence[str]) -> tuple[Settings, list[str]]:
    """Return the settings and the rule ids where files may be named as well as ids.

    A file inside a folder that the settings name is read with that folder: its rules
    may extend others there.
    """
    paths = [Path(name) for name in names if Path(name).exists()]
    for name in names:
        if Path(name) not in paths and not _NAME.fullmatch(name):
            raise UsageError(f"{name}: no such file or folder")
    ids = [name for name in names if not Path(name).exists()]
    folders = [Path(path).resolve() for path in settings.rules]
    added = [
        str(path)
        for path in paths
        if not any(path.resolve().is_relative_to(folder) for folder in folders)
    ]
    for path in paths:
        for file in _files(path):
            text = file.read_text(encoding="utf-8", errors="replace")
            ids += [match["id"] for match in _ID.finditer(text)][:1]
    return replace(settings, rules=(*settings.rules, *added)), ids


def choose(
    rules: Sequence["Rule"], select: Sequence[str], ignore: Sequence[str]
) -> list["Rule"]:
    """Keep the rules selected, without those ignored.

    Raises:
        UsageError: A name is not a rule's.
    """
    known = {rule.id for rule in rules}
    for name in (*select, *ignore):
        if name not in known:
            raise UsageError(unknown("rule", name, known))
    wanted = set(select) or known
    return [r for r in rules if r.id in wanted and r.id not in ignore]
