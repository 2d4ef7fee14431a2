"""Word lists and tables in YAML, read as strings only and kept once read."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from factcheck.errors import RuleError
from factcheck.lazy import CACHE_SIZE
from factcheck.lexicons.folder import data_folder

PARTS = 200_000
"""Keys, words and lists that a file of YAML may hold: each takes half a kilobyte."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class TooManyParts(yaml.YAMLError):
    """A file holds more than anybody writes, and would take too much memory."""


class StringLoader(_Loader):  # type: ignore[misc]
    """A YAML loader for which every scalar is a string.

    YAML's own guesses turn a key `on` into true, `NO` into false, `1:20` into 80 and
    `010` into 8. Parts are counted before any is kept.
    """

    def __init__(self, stream: str) -> None:
        if len(stream) > PARTS:
            for number, _ in enumerate(yaml.parse(stream, _Loader)):
                if number > PARTS:
                    raise TooManyParts(f"holds more than {PARTS:,} parts; split it")
        super().__init__(stream)


StringLoader.yaml_implicit_resolvers = {}


@lru_cache(maxsize=CACHE_SIZE)
def load_table(name: str) -> Any:
    """Read `tables/NAME.yaml` of the shipped data.

    Raises:
        RuleError: There is no such table, or it is not YAML.
    """
    return read_table(data_folder() / "tables" / f"{name}.yaml")


@lru_cache(maxsize=CACHE_SIZE)
def word_list(name: str, *keys: str) -> frozenset[str]:
    """Return a list of words of a table, by the keys that lead to it."""
    words = load_table(name)
    for key in keys:
        words = words[key]
    return frozenset(words.split() if isinstance(words, str) else words)


def values_by_key(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Return all values of each key.

    >>> sorted(values_by_key([("bill", "william"), ("bill", "wilhelm")])["bill"])
    ['wilhelm', 'william']
    """
    values: dict[str, set[str]] = defaultdict(set)
    for key, value in pairs:
        values[key].add(value)
    return {key: frozenset(those) for key, those in values.items()}


def alternatives(words: Iterable[str]) -> str:
    r"""Return a pattern of any of some words, the longest first.

    >>> alternatives(["so", "so far"])
    'so\\s+far|so'
    """
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


def read_table(path: Path) -> Any:
    """Read a file of shipped data.

    Raises:
        RuleError: It cannot be read, or is not YAML.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise RuleError(f"{path}: cannot be read: {error.strerror}") from error
    try:
        return yaml.load(text, StringLoader)
    except yaml.YAMLError as error:
        raise RuleError(f"{path}: not YAML: {error}") from error
