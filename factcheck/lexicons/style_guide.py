"""Disputed terms: what a style guide calls a war, a territory or a group."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from factcheck.lazy import CACHE_SIZE
from factcheck.lexicons.folder import data_folder
from factcheck.lexicons.lattice import Lattice
from factcheck.lexicons.marked import Path_, read_marked, refuse
from factcheck.lexicons.tables import load_table
from factcheck.registry import unknown

KEYS = ("extends", "topics", "governments")
TOPIC = ("topic", "cite", "frames", "beside")
FRAME = ("frame", "words", "near", "neutral")

SHIPPED = data_folder() / "tables" / "framing.yaml"


@lru_cache(maxsize=CACHE_SIZE)
def disputed_terms(guide: str | None) -> Mapping[str, Any]:
    """Read a table: `topics`, and `governments`, the words for those of a country.

    None is the shipped table; a newsroom's, named by its file, takes its place.

    One that says `extends: shipped` adds to the shipped table; where both have a topic,
    it is the newsroom's that counts.

    Raises:
        RuleError: The file cannot be read or is not such a table.
    """
    if guide is None:
        return dict(load_table("framing"))
    marked = read_marked(Path(guide))
    refuse(marked.faults)
    for at, message in _faults(marked.data):
        marked.add_fault(at, message)
    refuse(marked.faults)
    table = {"topics": [], "governments": {"frames": {}}, **marked.data}
    if "extends" in table:
        shipped = disputed_terms(None)
        own = {topic["topic"] for topic in table["topics"]}
        table["topics"] += [t for t in shipped["topics"] if t["topic"] not in own]
        if "governments" not in marked.data:
            table["governments"] = shipped["governments"]
    return table


@lru_cache(maxsize=CACHE_SIZE)
def frames_of(guide: str | None) -> Lattice:
    """Return the frames of a table: those of one topic exclude each other.

    A frame is `neutral` where the style guide uses it, and `contested` elsewhere.
    """
    table = disputed_terms(guide)
    rulers = table["governments"]["frames"]
    frames = [frame for topic in table["topics"] for frame in topic["frames"]]
    neutral = {frame["frame"] for frame in frames if "neutral" in frame}
    neutral |= {"government"} & {*rulers}
    names = {*(frame["frame"] for frame in frames), *rulers}
    return Lattice(
        {
            "disjoint": [
                *([f["frame"] for f in topic["frames"]] for topic in table["topics"]),
                list(rulers),
            ],
            "categories": {
                "neutral": sorted(neutral),
                "contested": sorted(names - neutral),
            },
        }
    )


def _faults(table: Any) -> Iterator[tuple[Path_, str]]:
    """Yield the place of each fault, and what would be right."""
    if not isinstance(table, dict):
        yield (), "should be a mapping with topics"
        return
    yield from _unknown_keys((), table, KEYS)
    if table.get("extends", "shipped") != "shipped":
        yield ("extends",), f"extends: should be shipped, not {table['extends']!r}"
    rulers = table.get("governments", {"frames": {}})
    if not (isinstance(rulers, dict) and isinstance(rulers.get("frames"), dict)):
        yield ("governments",), "governments: should hold frames, each with its words"
    else:
        for name, words in rulers["frames"].items():
            if not _is_words(words):
                yield ("governments", "frames", name), f"{name}: should list words"
    topics = table.get("topics", [])
    if not isinstance(topics, list):
        yield ("topics",), "topics: should be a list"
        return
    for n, topic in enumerate(topics):
        frames = topic.get("frames") if isinstance(topic, dict) else None
        if not isinstance(frames, list) or not isinstance(topic.get("topic"), str):
            yield ("topics", n), "should be a topic with its frames"
            continue
        yield from _unknown_keys(("topics", n), topic, TOPIC)
        for m, frame in enumerate(frames):
            yield from _frame_faults(("topics", n, "frames", m), frame)


def _frame_faults(at: Path_, frame: Any) -> Iterator[tuple[Path_, str]]:
    named = isinstance(frame, dict) and isinstance(frame.get("frame"), str)
    if not named or not _is_words(frame.get("words")):
        yield at, "should be a frame with its words, a list"
        return
    yield from _unknown_keys(at, frame, FRAME)
    near = frame.get("near", [])
    if not isinstance(near, list) or not all(map(_is_words, near)):
        yield (*at, "near"), "near: should be a list of lists of words"


def _unknown_keys(
    at: Path_, part: Mapping[str, Any], known: tuple[str, ...]
) -> Iterator[tuple[Path_, str]]:
    for key in part:
        if key not in known:
            yield (*at, key), unknown("key", key, known)


def _is_words(content: Any) -> bool:
    return (
        isinstance(content, list)
        and bool(content)
        and all(isinstance(word, str) and word.strip() for word in content)
    )
