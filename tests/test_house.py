"""The plan of the house: facts flow one way, and only the command line prints."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "factcheck"
FLOORS = [
    "cli",
    "lsp",
    "reports review",
    "pipeline",
    "rules",
    "resolution",
    "extraction",
    "store comparators",
    "claims",
    "documents",
    "lexicons findings",
    "registry",
    "errors lazy",
]
FLOOR = {room: n for n, rooms in enumerate(FLOORS) for room in rooms.split()}
ROOM_OF = {
    path: path.relative_to(PACKAGE).with_suffix("").parts[0]
    for path in sorted(PACKAGE.rglob("*.py"))
    if path.parent != PACKAGE or not path.name.startswith("__")
}
MEANT_TWICE = {
    "events": "extraction reads them, resolution joins them",
    "extraction": "the room, and what it yields for one document",
    "extractor": "makes the claims of its room",
    "html": "the format, read and written",
    "markdown": "the format, read and written",
    "parquet": "the format, read and written",
}
"""Names that several modules share because they mean one thing in all of them."""
IMPORT = re.compile(r"^\s*(?:from|import) factcheck\.(\w+)", re.M)


def test_every_room_is_on_the_plan():
    assert set(ROOM_OF.values()) == set(FLOOR)


@pytest.mark.parametrize("path", ROOM_OF, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_go_down(path):
    room = ROOM_OF[path]

    imports = set(IMPORT.findall(path.read_text(encoding="utf-8"))) - {room}

    assert not [r for r in imports if FLOOR[r] <= FLOOR[room]]


@pytest.mark.parametrize("path", ROOM_OF, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_only_the_store_knows_sqlite(path):
    imports = re.findall(r"^\s*(?:from|import) sqlite3", path.read_text("utf-8"), re.M)

    assert not imports or ROOM_OF[path] == "store"


@pytest.mark.parametrize("path", ROOM_OF, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_is_one_room(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


def test_no_two_classes_have_one_name():
    names = Counter(
        node.name.lstrip("_")
        for path in ROOM_OF
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    )

    assert [name for name, count in names.items() if count > 1] == []


def test_no_two_modules_have_one_name():
    names = Counter(
        path.parent.name if path.stem == "__init__" else path.stem for path in ROOM_OF
    )

    assert {name for name, count in names.items() if count > 1} == set(MEANT_TWICE)


@pytest.mark.parametrize("path", ROOM_OF, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_every_cache_is_bounded(path):
    functions = [
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        and (node.args.args or node.args.kwonlyargs)
    ]

    unbounded = [
        function.name
        for function in functions
        for decorator in map(ast.unparse, function.decorator_list)
        if decorator in ("cache", "functools.cache", "lru_cache(maxsize=None)")
    ]

    assert unbounded == []
