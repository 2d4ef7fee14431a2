"""Every regular expression of the package, and food on which bad ones choke."""

import ast
import importlib
import pkgutil
import re
import signal
import time
from functools import _lru_cache_wrapper
from inspect import signature
from pathlib import Path

import factcheck

LENGTH = 30_000
PATIENCE = 0.6
"""Seconds of processor time after which a pattern's growth is looked at."""
LAST_PATIENCE = 20.0
"""Seconds after which it is given up: what takes that long has no bound."""
STEEP = 9.0
"""Times the cost for four times the food: linear is 4, a square 16."""

PIECES = (
    *(" ", "\n", " \n", "\u00a0", "\u200b", "0", "0,", "1-", "a", "A", "Aa"),
    *("a ", "A ", "A.", "a-", "A. ", '"', "'", "” ", ",", "a, ", ".", ". ", "-"),
    *("— ", "a/"),
    *("(", "() ", "[", "<a ", "READ | ", "of the ", "and ", "1 ", "x\n", "said "),
)
FOOD = [(piece * LENGTH)[:LENGTH] + "!" for piece in PIECES]
CALLS = {"compile", "findall", "finditer", "fullmatch", "match", "search", "split"}


class TooSlowError(Exception):
    pass


def chokes_on(pattern):
    """Return the piece whose repetition a pattern is too slow for, or None."""
    before = signal.signal(signal.SIGVTALRM, _give_up)
    try:
        for piece, food in zip(PIECES, FOOD, strict=True):
            if _cost(pattern, food, PATIENCE) is None and _steep(pattern, food):
                return piece
    finally:
        signal.signal(signal.SIGVTALRM, before)
    return None


def _cost(pattern, food, patience):
    """Return the processor time a pattern takes over food, None where too much."""
    signal.setitimer(signal.ITIMER_VIRTUAL, patience)
    started = time.process_time()
    try:
        _use(pattern, food)
    except TooSlowError:
        return None
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - started


def _steep(pattern, food):
    """Ask whether the cost grows faster than the food, on however slow a machine."""
    small = _cost(pattern, food[: LENGTH // 4], LAST_PATIENCE)
    large = _cost(pattern, food, LAST_PATIENCE)
    return small is None or large is None or large > STEEP * small


def _use(pattern, food):
    if isinstance(pattern.pattern, bytes):
        food = food.encode()
    pattern.fullmatch(food[: len(food) // 3] + food[-1:])
    for _ in pattern.finditer(food):
        pass


def _give_up(number, frame):
    raise TooSlowError


def all_patterns():
    """Return patterns by their name: of modules, of cached tables, and in the code."""
    found = {}
    for info in pkgutil.walk_packages(factcheck.__path__, "factcheck."):
        if not info.name.endswith("__main__") and _importable(info.name):
            module = importlib.import_module(info.name)
            for name, value in vars(module).items():
                _gather(f"{info.name}.{name}", _made(value), found)
    for path in Path(factcheck.__path__[0]).rglob("*.py"):
        _gather_written(path, found)
    named = {}
    for name, pattern in sorted(found.values(), key=str):
        again = sum(known.partition("#")[0] == name for known in named)
        named[f"{name}#{again + 1}" if again else name] = pattern
    return named


def _importable(name):
    """Ask whether a module can be imported: Spark is not installed everywhere."""
    try:
        importlib.import_module(name)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "pyspark":
            raise
        return False
    return True


def _made(value):
    """Return what a cached function without arguments builds."""
    ours = isinstance(value, _lru_cache_wrapper) and not signature(value).parameters
    return value() if ours else value


def _gather(name, value, found, depth=0):
    if isinstance(value, re.Pattern):
        found.setdefault((value.pattern, value.flags), (name, value))
    elif depth < 4 and isinstance(value, dict):
        _gather(name, list(value.values()), found, depth + 1)
    elif depth < 4 and isinstance(value, list | tuple | set | frozenset):
        for part in value:
            _gather(name, part, found, depth + 1)


def _gather_written(path, found):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="re"), attr=called),
                args=[ast.Constant(value=str(written)), *_],
            ) if called in CALLS or called == "sub":
                pattern = re.compile(written)
                _gather(f"{path.name}:{node.lineno}", pattern, found)
