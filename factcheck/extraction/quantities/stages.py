"""What a document says of its tolls: which have changed, how sure it is of them."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple, Self

from factcheck.claims import Claim, Value
from factcheck.documents import TEXT
from factcheck.extraction.quantities.measures import group, table
from factcheck.lazy import CACHE_SIZE
from factcheck.lexicons import alternatives

ENTRY = re.compile(
    r"^[ \t]{0,4}(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)"
    r"(?:\s?(?P<half>[ap])\.?m\b\.?)?(?:\s?[A-Z]{2,4}\b)?(?=[\s:–—-])",
    re.MULTILINE,
)
LEAST = 3
"""Entries that make a text a live blog."""


class Entries:
    r"""When what stands at a place of a live blog was written.

    >>> blog = Entries("09:10 Two dead.\n10:30 Four dead.\n11:05 Police came.\n")
    >>> blog.minute(6), blog.minute(24)
    (550, 630)
    >>> Entries("09:10 Two dead.").minute(6) is None
    True
    """

    def __init__(self, text: str) -> None:
        entries = list(ENTRY.finditer(text))
        minutes = [_minutes(match) for match in entries]
        self._starts = [match.start() for match in entries]
        self._minutes = minutes if len(entries) >= LEAST and _in_order(minutes) else []

    def __bool__(self) -> bool:
        return bool(self._minutes)

    def minute(self, place: int) -> int | None:
        """Return the minute of the day of an entry; None outside of one."""
        n = bisect_right(self._starts, place) - 1
        return self._minutes[n] if self._minutes and n >= 0 else None


def _minutes(match: "re.Match[str]") -> int:
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + 12 * (match["half"].lower() == "p")
    return 60 * hour + int(match["minute"])


def _in_order(minutes: Sequence[int]) -> bool:
    """Ask whether entries run forward or backward, as those of a schedule do too."""
    steps = [later - earlier for earlier, later in pairwise(minutes)]
    return all(step >= 0 for step in steps) or all(step <= 0 for step in steps)


UPDATED, EARLIER = "updated", "earlier"
NEAR = 3
"""Words between "raised" and the toll, at most."""
FAR = 10
"""Words between a toll and what it has done, at most: "the toll of the fire … rose"."""


def stage_of(sentence: str, place: int) -> tuple[str, int, int] | None:
    """Say at which stage a sentence tells the toll at a place, and by which words.

    The number behind the words for an earlier toll is that; any other is the newer one.
    None where nothing says that the toll has changed.

    >>> said = "The blast killed 15, officials said, raising an earlier toll of 12."
    >>> stage_of(said, said.index("15"))
    ('updated', 48, 60)
    >>> stage_of(said, said.index("12"))
    ('earlier', 48, 60)
    >>> stage_of("The blast killed 15.", 17) is None
    True
    """
    if corrected := correction_of(sentence, place):
        return corrected
    if earlier := _pattern("earlier", True).search(sentence):
        stage = EARLIER if place >= earlier.end() else UPDATED
        return stage, *earlier.span()
    for pattern in (_pattern("updated", True), _pattern("grown", False)):
        if match := pattern.search(sentence):
            return UPDATED, *match.span()
    return None


def correction_of(sentence: str, place: int) -> tuple[str, int, int] | None:
    """Say whether a sentence takes the number at a place back, or corrects another.

    >>> said = "An earlier version of this article said 23 people had died."
    >>> correction_of(said, said.index("23"))[0]
    'earlier'
    >>> said = "The price was corrected from 40 to 45 crowns."
    >>> [correction_of(said, said.index(number))[0] for number in ("40", "45")]
    ['earlier', 'updated']
    """
    cues, moved, not_so = _corrections()
    for match in cues.finditer(sentence):
        if place < match.end():
            return UPDATED, *match.span()
        if not re.search(r"\d", sentence[match.end() : place]):
            return EARLIER, *match.span()
    if move := moved.search(sentence):
        if place <= move.end() + 1:  # a sign of money may stand before it
            return (EARLIER, *move.span("cue")) if place >= move.end() else None
        return UPDATED, *move.span("cue")
    denied = not_so.search(sentence)
    if denied and place >= denied.end("whole"):
        return EARLIER, *denied.span("cue")
    return None


@cache
def _corrections() -> "tuple[re.Pattern[str], ...]":
    """Match what was said before, "from … to …", and "not 23" in a correction."""
    words = table()["stages"]
    reported, before = alternatives(words["said"]), alternatives(words["before"])
    versions, moving = alternatives(words["versions"]), alternatives(words["moving"])
    hedge = r"(?:(?:at least|more than|about|some|nearly|an?)\s{1,3}){0,2}"
    return (
        re.compile(
            rf"\b(?:(?:{before})\s{{1,3}}(?:{reported})"
            rf"|(?:earlier|previous|prior|original)\s{{1,3}}(?:{versions})s?\b"
            rf"[^.;]{{0,60}}?\b(?:{reported}))\b",
            re.I,
        ),
        re.compile(
            rf"\b(?P<cue>(?:{moving})\b[^.;\d]{{0,30}}?\bfrom)\s{{1,3}}{hedge}"
            r"(?=\S{1,20}[^.;]{0,40}?\bto\b)",
            re.I,
        ),
        re.compile(
            r"(?P<whole>\b(?P<cue>correct|clarif|error|mistake)[^.;]{0,120}?,\s{1,3}"
            rf"(?:and\s{{1,3}})?not\s{{1,3}}{hedge})",
            re.I,
        ),
    )


@lru_cache(maxsize=CACHE_SIZE)
def _pattern(group: str, before: bool) -> "re.Pattern[str]":
    """Match words of a group before the word for a toll, or behind it."""
    cues = alternatives(table()["stages"][group])
    tolls = alternatives(table()["stages"]["tolls"])
    words = NEAR if before else FAR
    between = rf"(?:\s+(?!and\b|but\b)[\w'’-]+){{0,{words}}}?\s+"
    first, second = (cues, tolls) if before else (tolls, cues)
    return re.compile(rf"\b(?:{first}){between}(?:{second})\b", re.I)


GROWTH = 3
"""Times by which a toll that is given anew exceeds the earlier one, at most."""


def hedged(claims: Iterable[Claim], text: str = "") -> list[Claim]:
    """Return the claims of a document, its tolls as cautious as it is itself.

    A headline drops "at least" and "about" for want of room; where the text has them,
    the headline's number is no more exact. Where a text gives an earlier toll, its
    other one is an update. Of the entries of a live blog the last one to give a toll
    has the current one.
    """
    current = _current(list(claims), Entries(text))
    tolls: dict[object, list[Claim]] = defaultdict(list)
    for claim in current:
        if (measure := _measure(claim)) in group("tolls"):
            tolls[measure].append(claim)
    alike = {measure: Alike.of(some) for measure, some in tolls.items()}
    return [
        _cautious(claim, alike[measure])
        if (measure := _measure(claim)) in alike
        else claim
        for claim in current
    ]


def _current(claims: list[Claim], blog: Entries) -> list[Claim]:
    """Call the tolls of a live blog earlier that a later entry gives anew."""
    if not blog:
        return claims
    latest: dict[object, tuple[int, object]] = {}
    for claim in claims:
        if (written := _written(claim, blog)) is not None:
            known = latest.setdefault(_measure(claim), (written, _number(claim)))
            if written > known[0]:
                latest[_measure(claim)] = written, _number(claim)
    return [_outdated(claim, blog, latest) for claim in claims] if latest else claims


def _written(claim: Claim, blog: Entries) -> int | None:
    """Return the minute of the entry that gives a toll, None for all else."""
    if _measure(claim) not in group("tolls") or claim.span.part != TEXT:
        return None
    return blog.minute(claim.span.start)


def _outdated(
    claim: Claim, blog: Entries, latest: dict[object, tuple[int, object]]
) -> Claim:
    value, written = claim.first("value"), _written(claim, blog)
    if value is None or written is None or claim.role("stage"):
        return claim
    minute, number = latest[_measure(claim)]
    if written == minute or _number(claim) == number:
        return claim
    stage = (value._replace(value=EARLIER),)
    return replace(claim, roles={**claim.roles, "stage": stage}, id="")


class Alike(NamedTuple):
    """What a document gives of one measure.

    Attributes:
        bounds: The first word but "exact" that is put before each number.
        earlier: The numbers that are told as earlier ones.
    """

    bounds: dict[object, Value]
    earlier: tuple[float, ...]

    @classmethod
    def of(cls, claims: Sequence[Claim]) -> Self:
        """Sum up the tolls of one measure."""
        bounds: dict[object, Value] = {}
        earlier = []
        for claim in claims:
            modifier, stage, number = (
                claim.first("modifier"),
                claim.first("stage"),
                _number(claim),
            )
            if modifier and modifier.value != "exact":
                bounds.setdefault(_key(number), modifier.value)
            if stage and stage.value == EARLIER and isinstance(number, int | float):
                earlier.append(number)
        return cls(bounds, tuple(earlier))


def _cautious(claim: Claim, alike: Alike) -> Claim:
    value, modifier = claim.first("value"), claim.first("modifier")
    roles = dict(claim.roles)
    bound = alike.bounds.get(_key(value.value)) if value is not None else None
    if bound and modifier is not None and modifier.value == "exact":
        roles["modifier"] = (modifier._replace(value=bound),)
    if value is not None and "stage" not in roles and _outgrows(claim, alike.earlier):
        roles["stage"] = (value._replace(value=UPDATED),)
    return claim if roles == claim.roles else replace(claim, roles=roles, id="")


def _outgrows(claim: Claim, before: Iterable[float]) -> bool:
    """Ask whether a toll takes the place of an earlier one that is given too."""
    number = _number(claim)
    if not isinstance(number, int | float):
        return False
    return any(
        earlier != number and earlier <= GROWTH * number and number <= GROWTH * earlier
        for earlier in before
    )


def _key(number: object) -> object:
    """Return a number, or the ends of a range, as something to look up."""
    return tuple(number) if isinstance(number, list) else number


def _measure(claim: Claim) -> object:
    measure = claim.first("measure") if claim.kind == "quantity" else None
    return measure.value if measure else None


def _number(claim: Claim) -> object:
    value = claim.first("value")
    return value.value if value else None
