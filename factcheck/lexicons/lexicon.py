"""Lattices of values: which may stand side by side, and which say less than others."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

from factcheck.errors import RuleError
from factcheck.lazy import CACHE_SIZE
from factcheck.lexicons.folder import data_folder
from factcheck.lexicons.lattice import Lattice
from factcheck.lexicons.marked import read_marked, refuse
from factcheck.lexicons.places import Places
from factcheck.lexicons.style_guide import frames_of
from factcheck.lexicons.tables import load_table
from factcheck.lexicons.title_lexicon import (
    TitleLexicon,
    canonical_title,
    is_head_of_government,
    is_head_of_state,
    parse_title,
    single_seat,
)
from factcheck.lexicons.verdict import Verdict
from factcheck.registry import unknown

PARTS = ("broader", "same", "disjoint", "categories")


class Lexicon(Protocol):
    """What a rule may ask of the values of a slot."""

    def relation(self, left: str, right: str) -> Verdict:
        """Say whether two values may be given of one thing at a time."""

    def broader(self, left: str, right: str) -> bool:
        """Ask whether *left* says strictly less than *right*."""

    def explain(self, left: str, right: str) -> str:
        """Say in words how two values relate."""

    def is_a(self, value: str, category: str) -> bool | None:
        """Ask whether a value belongs to a category; None when that is not known."""

    def categories(self) -> tuple[str, ...]:
        """Return the categories there are."""


CATEGORIES: dict[str, tuple[Callable[[str], bool], tuple[str, ...]]] = {
    "head of state": (is_head_of_state, ("president", "king")),
    "head of government": (is_head_of_government, ("prime minister",)),
    "single seat": (single_seat, ()),
}
"""What a title may be: the test, and titles whose vaguer words may be one as well."""


class Offices(TitleLexicon):
    """Titles, through the lattice that composes them, as rules ask about them."""

    def broader(self, left: str, right: str) -> bool:
        """Ask whether *left* says less than *right* and does not tell the office.

        A short form of address ("Secretary Duval" of a secretary of state) is the same
        title in fewer words, and "lawyer" of an attorney a word like it.
        """
        short = canonical_title(left).split()
        if len(short) == 1 and short[0] in canonical_title(right).split():
            return False
        vague = parse_title(left)
        if vague.portfolio or vague.head not in load_table("vague-titles")["heads"]:
            return False
        return super().broader(left, right)

    def is_a(self, value: str, category: str) -> bool | None:
        """Ask whether a title is of a category; None when it may be ("leader")."""
        belongs, examples = CATEGORIES[category]
        if belongs(value):
            return True
        if not parse_title(value).known:
            return None
        vague = any(TitleLexicon.broader(self, value, e) for e in examples)
        return None if vague else False

    def categories(self) -> tuple[str, ...]:
        """Return the categories there are."""
        return tuple(CATEGORIES)


_STAND_INS: dict[str, Lexicon] = {}


@contextmanager
def stand_in(name: str, lexicon: Lexicon) -> Iterator[None]:
    """Let another lexicon answer for one, for as long as the context lasts."""
    _STAND_INS[name] = lexicon
    try:
        yield
    finally:
        del _STAND_INS[name]


def load_lexicon(name: str) -> Lexicon:
    """Return a lexicon by name: `titles`, `places`, or a file `lexicons/NAME.yaml`.

    `frames` are those of the shipped style guide; a newsroom's is named by its path.

    Raises:
        RuleError: There is none of that name, or its file is faulty.
    """
    return _STAND_INS.get(name) or _load(name)


@lru_cache(maxsize=CACHE_SIZE)
def _load(name: str) -> Lexicon:
    if name == "frames" or Path(name).is_absolute():
        return frames_of(None if name == "frames" else name)
    if name == "titles":
        return Offices()
    if name == "places":
        return Places()
    folder = data_folder() / "lexicons"
    names = {path.stem for path in folder.glob("*.yaml")}
    names |= {"titles", "places", "frames"}
    if name not in names:
        raise RuleError(unknown("lexicon", name, names))
    return read_lexicon(folder / f"{name}.yaml")


@lru_cache(maxsize=CACHE_SIZE)
def load_lattice(name: str) -> Lattice:
    """Return the lists of a file `lexicons/NAME.yaml`, for what reads more than rules.

    Raises:
        RuleError: The file is faulty.
    """
    return read_lexicon(data_folder() / "lexicons" / f"{name}.yaml")


def read_lexicon(path: Path) -> Lattice:
    """Read a lexicon file.

    Raises:
        RuleError: It is not YAML, or not made of the four lists.
    """
    marked = read_marked(path)
    refuse(marked.faults)
    for part, message in _faults(marked.data):
        marked.add_fault((part,), message)
    refuse(marked.faults)
    return Lattice(marked.data)


def _faults(lists: Any) -> Iterable[tuple[str, str]]:
    """Yield the part of each fault, and what it is."""
    if not isinstance(lists, dict):
        yield "", f"should be a mapping with {', '.join(PARTS)}"
        return
    for part, content in lists.items():
        if part not in PARTS:
            yield part, unknown("part of a lexicon", part, PARTS)
        elif part in ("broader", "categories"):
            if not (isinstance(content, dict) and all(map(_words, content.values()))):
                yield part, f"{part}: should map a value to a list of values"
        elif not (isinstance(content, list) and all(map(_words, content))):
            yield part, f"{part}: should be a list of lists of values"


def _words(content: Any) -> bool:
    return isinstance(content, list) and all(isinstance(word, str) for word in content)
