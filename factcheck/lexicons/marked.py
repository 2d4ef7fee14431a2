"""YAML as strings only, with the line and column of every part of it."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from factcheck.errors import RuleError, listed
from factcheck.lexicons.tables import PARTS, StringLoader, TooManyParts

Path_ = tuple[str | int, ...]
DEPTH = 30


class WordMark(NamedTuple):
    """A place in a file, both counted from 1."""

    line: int
    column: int


class Fault(NamedTuple):
    """Something wrong in a file, and what would be right."""

    path: str
    mark: WordMark
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.mark.line}:{self.mark.column}: {self.message}"


def refuse(faults: Iterable[Fault]) -> None:
    """Tell faults by file and place, one a line; of very many, how many more.

    Raises:
        RuleError: There are any.
    """
    if ordered := sorted(set(faults)):
        raise RuleError(listed(ordered))


class Marked(NamedTuple):
    """What a file holds, where each part stands, and what is wrong with it.

    Attributes:
        path: The file.
        data: Mappings, lists and strings; None where the file is not YAML.
        marks: The place of every part by its path of keys and positions.
        faults: Broken YAML, keys given twice, and what readers add.
    """

    path: str
    data: Any
    marks: dict[Path_, WordMark]
    faults: list[Fault]

    def add_fault(self, at: Path_, message: str) -> None:
        """Note what is wrong with a part."""
        self.faults.append(Fault(self.path, self.mark(at), message))

    def has(self, path: Path_) -> bool:
        """Ask whether the file itself holds a part."""
        return path in self.marks

    def mark(self, path: Path_) -> WordMark:
        """Return the place of a part, or of the nearest part around it."""
        while path and path not in self.marks:
            path = path[:-1]
        return self.marks.get(path, WordMark(1, 1))


def read_marked(path: Path) -> Marked:
    """Read a file; what cannot be read is a fault."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        return _broken(path, WordMark(1, 1), f"cannot be read: {error.strerror}")
    except UnicodeDecodeError as error:
        return _broken(path, WordMark(1, 1), f"is not UTF-8: {error.reason}")
    return parse_marked(text, path)


def parse_marked(text: str, path: Path) -> Marked:
    r"""Read YAML text; *path* is for messages.

    >>> marked = parse_marked("id: x\non: [NO, 010]", Path("rule.yaml"))
    >>> marked.data
    {'id': 'x', 'on': ['NO', '010']}
    >>> marked.mark(("on", 1))
    WordMark(line=2, column=10)
    """
    try:
        loader = StringLoader(text)
        try:
            node = loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        place = error.problem_mark or error.context_mark
        mark = WordMark(place.line + 1, place.column + 1) if place else WordMark(1, 1)
        return _broken(path, mark, f"is not YAML: {error.problem or error.context}")
    except TooManyParts as error:
        return _broken(path, WordMark(1, 1), str(error))
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return _broken(path, WordMark(1, 1), f"is not YAML: {error}")
    builder = _Builder(str(path))
    data = builder.build(node, ()) if node is not None else None
    if data is None and not builder.faults:
        builder.faults.append(Fault(str(path), WordMark(1, 1), "is empty"))
    return Marked(str(path), data, builder.marks, builder.faults)


class _Builder:
    """Makes plain data of YAML nodes and notes where each part stands."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.marks: dict[Path_, WordMark] = {}
        self.faults: list[Fault] = []

    def build(self, node: yaml.Node, at: Path_) -> Any:
        mark = WordMark(node.start_mark.line + 1, node.start_mark.column + 1)
        self.marks.setdefault(at, mark)
        if len(at) > DEPTH or len(self.marks) > PARTS:
            if not self.faults:
                self.faults.append(Fault(self.path, mark, "is nested too deeply"))
            return ""
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, (*at, n)) for n, item in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, at)
        return str(node.value)

    def _mapping(self, node: yaml.MappingNode, at: Path_) -> dict[str, Any]:
        built: dict[str, Any] = {}
        for name, content in node.value:
            mark = WordMark(name.start_mark.line + 1, name.start_mark.column + 1)
            if not isinstance(name, yaml.ScalarNode):
                self.faults.append(Fault(self.path, mark, "a key should be a word"))
                continue
            key = str(name.value)
            if key in built:
                message = f"{key!r} is given twice; keep one of the two"
                self.faults.append(Fault(self.path, mark, message))
            self.marks[(*at, key)] = mark
            built[key] = self.build(content, (*at, key))
        return built


def _broken(path: Path, mark: WordMark, message: str) -> Marked:
    return Marked(str(path), None, {}, [Fault(str(path), mark, message)])
