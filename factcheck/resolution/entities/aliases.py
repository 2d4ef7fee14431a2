"""The user's own word on who is who: `aliases.yaml`, which wins over every rule."""

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from factcheck.errors import RuleError, listed
from factcheck.extraction.names.name_words import fold
from factcheck.lexicons.tables import PARTS, StringLoader

SHAPE = (
    "write a list of entries such as {same: [Ada Quill, A. B. Quill]} or "
    "{different: [Ada Quill, Ada Quill Sr.]}"
)


@dataclass(frozen=True, slots=True)
class Aliases:
    """Names that are one entity's, and names that are not, as the user wrote them.

    Attributes:
        same: For each folded name the name that stands first in its entry.
        different: For each folded name the entries that keep it from their others.
    """

    same: dict[str, str] = field(default_factory=dict)
    different: dict[str, frozenset[int]] = field(default_factory=dict)

    def representative(self, name: str) -> str | None:
        """Return the first name of the entry a name stands in, or None."""
        return self.same.get(alias_key(name)) if self.same else None

    def are_different(self, left: str, right: str) -> bool:
        """Ask whether the user keeps two names apart."""
        if not self.different:
            return False
        one, other = alias_key(left), alias_key(right)
        apart = self.different.get(one, frozenset())
        return one != other and not apart.isdisjoint(self.different.get(other, ()))


def alias_key(name: str) -> str:
    """Fold a name for looking it up: capitals, accents and hyphens do not count."""
    return " ".join(fold(word) for word in name.replace("-", " ").split())


def load_aliases(path: Path) -> Aliases:
    """Read an alias file.

    Raises:
        RuleError: It cannot be read or an entry is faulty; every fault with its line.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(f"{path}: cannot be read: {error}") from error
    try:
        node = yaml.compose(text, StringLoader)
    except yaml.YAMLError as error:
        raise RuleError(f"{path}: not YAML: {error}") from error
    return _AliasReader(path).read(node)


class _AliasReader:
    """Reads the entries of one file and collects its faults."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._faults: list[str] = []
        self._read = 0
        self._same: dict[str, str] = {}
        self._different: defaultdict[str, set[int]] = defaultdict(set)

    def read(self, node: yaml.Node | None) -> Aliases:
        if node is not None and not isinstance(node, yaml.SequenceNode):
            self._fault(node, f"not a list; {SHAPE}")
        elif node is not None:
            for entry in node.value:
                self._entry(entry)
        if self._faults:
            raise RuleError(listed(self._faults))
        different = {name: frozenset(at) for name, at in self._different.items()}
        return Aliases(self._same, different)

    def _entry(self, entry: yaml.Node) -> None:
        if not isinstance(entry, yaml.MappingNode) or not entry.value:
            self._fault(entry, f"not an entry; {SHAPE}")
            return
        for key, value in entry.value:
            names = self._names(value)
            if key.value not in ("same", "different"):
                self._fault(key, f"unknown key {key.value!r}; use same or different")
            elif len(names) < 2:
                self._fault(key, f"{key.value} needs two names or more")
            elif key.value == "same":
                self._add_same(key, names)
            else:
                for name in names:
                    self._different[alias_key(name)].add(key.start_mark.index)

    def _names(self, node: yaml.Node) -> list[str]:
        if not isinstance(node, yaml.SequenceNode):
            return []
        self._read += len(node.value)
        if self._read > PARTS:  # what YAML calls an alias repeats a list in one word
            raise RuleError(f"{self._path}: holds more than {PARTS:,} names; split it")
        names = [item.value for item in node.value if isinstance(item.value, str)]
        return [name for name in names if name.strip()]

    def _add_same(self, key: yaml.Node, names: list[str]) -> None:
        for name in names:
            known = self._same.setdefault(alias_key(name), names[0])
            if known != names[0]:
                self._fault(key, f"{name} also stands with {known}; join the entries")

    def _fault(self, node: yaml.Node, what: str) -> None:
        self._faults.append(f"{self._path}:{node.start_mark.line + 1}: {what}")
