"""Contested words: what a source calls a war, a territory, a group or a government."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from factcheck.claims import Claim
from factcheck.extraction.analysis import EXTRACTORS, Analysis
from factcheck.extraction.quotes.scene import scene_of
from factcheck.lazy import CACHE_SIZE
from factcheck.lexicons import alternatives
from factcheck.lexicons.style_guide import disputed_terms

WORD = re.compile(r"\w+")
WINDOW = 400
"""Characters on either side in which the words must stand that bind a frame."""


NEAR_CALL = 80
"""Characters before words in which somebody may be said to call a thing so."""

CALLED = re.compile(
    r"\b(?:so-called|self-styled|(?:call|term|dub|label|brand|style)(?:s|ed|d|ing|led|bed)?"
    r"|(?:call|term|dub|label|brand)(?:s|ed|led|bed)?(?: [\w’'-]{1,20}){1,6} an?(?= )"
    r"|(?:describe|denounce|condemn|hail)(?:s|d)?(?: [\w’'-]{1,20}){0,8} as"
    r"|(?:known|referred to) as|in (?:its|his|her|their) words)"
    r"(?: (?:it|this|that|them|the|an?|his|her|its|their)){0,2}\s\Z",
    re.I,
)
"""Before words that somebody else uses: *what Moscow calls a* …"""


REPORTED = 0.75
"""Confidence in a statement from which its words are those of whoever says it."""


class TopicFrame(NamedTuple):
    """One name for a topic, and what must stand near for it to be meant.

    Attributes:
        topic: What is named.
        frame: The name's side.
        near: Patterns that must all be found close by.
        beside: Whether the topic is what is named right before or behind the words.
        proper: Whether it is written with capitals.
    """

    topic: str
    frame: str
    near: "tuple[re.Pattern[str], ...]"
    beside: bool
    proper: bool


class Framed(NamedTuple):
    """Words that name a topic, and the side their name takes."""

    start: int
    end: int
    topic: str
    frame: str


@EXTRACTORS.register("framing")
def framings(analysis: Analysis) -> Iterator[Claim]:
    """Yield each contested word with its topic: "the **civil war**" of the Koreas.

    Words with more than one meaning count only where their topic is near, and a frame
    is told once, where a text uses it first. What stands between marks, what somebody
    says, or calls a thing, is not the text's own word.
    """
    if not analysis.text.strip():
        return
    scene = scene_of(analysis)
    reported = [
        (content.start, content.end)
        for claim in analysis.claims
        if claim.kind == "statement" and claim.confidence >= REPORTED
        for content in claim.role("content")
    ]
    framed: set[tuple[str, str]] = set()
    for start, end, topic, frame in (*_topics(analysis), *_governments(analysis)):
        own = not scene.quotation_at(start) and not _is_called_so(analysis.text, start)
        own = own and not any(first <= start < last for first, last in reported)
        if own and (topic, frame) not in framed:
            framed.add((topic, frame))
            roles = {
                "topic": [analysis.mention(start, end, topic)],
                "frame": [analysis.mention(start, end, frame)],
            }
            yield analysis.claim_over(
                "framing", roles, confidence=0.9, extractor="framing"
            )


def _topics(analysis: Analysis) -> Iterator[Framed]:
    """Yield the words of the style guide's topics, the longest at each place."""
    text, taken = analysis.text, -1
    guide = analysis.style_guide
    first_words = _patterns(guide)
    for word in WORD.finditer(text):
        pattern = first_words.get(word[0].lower())
        match = pattern.match(text, word.start()) if pattern else None
        if match is None or match.start() < taken:
            continue
        start, end = match.span()
        window = text[max(0, start - WINDOW) : end + WINDOW]
        for frame in _frames(guide)[" ".join(match[0].lower().split())]:
            if frame.proper and match[0].islower():
                continue
            topic = _topic(analysis, start, end, frame)
            if topic and all(near.search(window) for near in frame.near):
                taken = end
                yield Framed(start, end, topic, frame.frame)
                break


def _is_called_so(text: str, start: int) -> bool:
    """Ask whether words are what somebody calls a thing: *what they call* it."""
    return CALLED.search(text[max(0, start - NEAR_CALL) : start]) is not None


def _topic(analysis: Analysis, start: int, end: int, frame: TopicFrame) -> str | None:
    """Return what is named; for groups the one beside the words, or None."""
    if not frame.beside:
        return frame.topic
    for name in analysis.names_in(max(0, start - 40), end + 40):
        before = analysis.text[name.span.end : start]
        behind = analysis.text[end : name.span.start]
        if before in BETWEEN or behind in (" ", " of ", " from ", ", "):
            entity = analysis.entities.get(name.entity)
            return f"{frame.topic}: {entity.name if entity else name.text}"
    return None


def _governments(analysis: Analysis) -> Iterator[Framed]:
    """Yield the words for the government of a named country: "the Korvian regime"."""
    rulers, ruled = _rulers(analysis.style_guide)
    for name in analysis.names:
        if name.kind != "place":
            continue
        match = ruled.match(analysis.text, name.span.end)
        entity = analysis.entities.get(name.entity)
        if match and entity:
            frame = rulers[" ".join(match["ruler"].lower().split())]
            topic = f"government of {entity.country or entity.name}"
            yield Framed(*match.span("ruler"), topic, frame)


BETWEEN = (" ", "'s ", "’s ", "' ", "’ ")


@lru_cache(maxsize=CACHE_SIZE)
def _frames(guide: str | None) -> dict[str, list[TopicFrame]]:
    """Return the frames by the words printed for them, the best bound first."""
    by_topic: dict[str, list[TopicFrame]] = {}
    for topic in disputed_terms(guide)["topics"]:
        for frame in topic["frames"]:
            near = tuple(_any_of(words) for words in frame.get("near", ()))
            for words in frame["words"]:
                proper = words[:1].isupper()
                beside = "beside" in topic
                read = TopicFrame(topic["topic"], frame["frame"], near, beside, proper)
                by_topic.setdefault(words.lower(), []).append(read)
    for frames in by_topic.values():
        frames.sort(key=lambda frame: -len(frame.near))
    return by_topic


def _any_of(words: list[str]) -> "re.Pattern[str]":
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


@lru_cache(maxsize=CACHE_SIZE)
def _patterns(guide: str | None) -> "dict[str, re.Pattern[str]]":
    """Return the words of the table as one pattern for each first word."""
    by_first: dict[str, list[str]] = {}
    for words in _frames(guide):
        first = WORD.search(words)
        if first:
            by_first.setdefault(first[0], []).append(words)
    return {
        first: re.compile(rf"(?<![\w-])(?:{alternatives(words)})(?![\w-])", re.I)
        for first, words in by_first.items()
    }


@lru_cache(maxsize=CACHE_SIZE)
def _rulers(guide: str | None) -> "tuple[dict[str, str], re.Pattern[str]]":
    """Return the frames by the words for a government, and what follows a country."""
    frames = disputed_terms(guide)["governments"]["frames"]
    rulers = {word: frame for frame, words in frames.items() for word in words}
    words = alternatives(rulers) or "(?!)"
    return rulers, re.compile(rf"(?-i:['’]s?)? \b(?P<ruler>{words})\b", re.I)
