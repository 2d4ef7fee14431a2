"""Compile a rule to its slots in dispute, however many claims each holds.

A claim is never read by itself: a slot is read as its values, with the stretches of
time each is given for, and then the voices of the few values that conflict are counted.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from factcheck.claims.day_numbers import EARLIEST, LATEST
from factcheck.rules.definition.rule import Rule
from factcheck.rules.engine.compile import (
    TIME,
    WORDY,
    Query,
    contested_by,
    differing,
    held_apart,
    opposing,
    read_claims,
    slot_of,
)
from factcheck.store import MOST_KEYS, Row

BITS = 60
"""Values of a slot whose number fits into a whole number as a bit."""

MOST_CLAIMS = 20
"""Claims that a variant shows; sources and origins are counted over all."""

BOUNDS = ("least", "most")
DAYS = ("low", "high")
BESIDES = ("apart", "src")
FIXED = {
    "least": "0",
    "most": "-1",
    "apart": "0",
    "src": "0",
    "low": str(EARLIEST),
    "high": str(LATEST),
}
"""What a claim may tell of a slot besides its value, and what it is where none does."""


class ValueRow(NamedTuple):
    """A row of `stretches`: one value of a slot, while some documents give it.

    Attributes:
        slot: The number of the slot in this query.
        group: The group its documents are compared in.
        value: The number of the value.
        least: The least it may be, where it is a number or a time.
        most: The most it may be.
        separator: What keeps its claims apart from others.
        source: The source, where it matters; else 0.
        mixed: The values that each of the documents gives, as bits.
        lone: A document that stands by itself; else 0.
        place: The place of the value among those of the slot.
        claims: How many claims give it.
        low: The first day.
        high: The last day.
        claim: The first claim that gives it.
        keys: The keys of the slot.
    """

    slot: int
    group: int
    value: int
    least: float
    most: float
    separator: int
    source: int
    mixed: int
    lone: int
    place: int
    claims: int
    low: int
    high: int
    claim: int
    keys: tuple[Any, ...]

    @classmethod
    def of(cls, row: Row) -> "ValueRow":
        """Name the columns of a row; the keys are as many as the rule has."""
        width = len(cls._fields) - 1
        return cls._make((*row[:width], row[width:]))

    @property
    def cell(self) -> tuple[int, float, float]:
        """The value as a slot holds it: its number, the least and the most."""
        return self.value, self.least, self.most


class VoiceRow(NamedTuple):
    """A row of `voices`: a claim that gives a value in dispute.

    Attributes:
        part: The number of the value among all in dispute.
        claim: The claim.
        document: Its document.
        turn: How many claims of its source come before it.
        rank: Its place among the claims that may be shown.
        unsure: Whether it may speak of something else.
        ahead: Whether its document is shown before others.
        source: The outlet.
        origin: Where the text really comes from.
    """

    part: int
    claim: int
    document: int
    turn: int
    rank: int
    unsure: int
    ahead: int
    source: str
    origin: str


def collapses(rule: Rule) -> bool:
    """Ask whether SQL can tell all that decides about a slot of the rule.

    It cannot where words are folded, looked up or filtered one by one, nor where
    claims are kept apart by more than one role or share more than `MOST_KEYS`.
    """
    compare = rule.compare
    if rule.check != "agree" or compare is None or compare.properties.by_words:
        return False
    wordy = {*rule.same, rule.differ} & {*WORDY, None}
    unfiltered = rule.differ == TIME or rule.differ not in rule.where
    asked = any(c.category or c.after or c.words for c in rule.where.values())
    few = len(rule.same) <= MOST_KEYS and len(rule.apart_by) <= 1
    return not wordy and unfiltered and not asked and few


def compared(rule: Rule) -> Query | None:
    """Return the query for the values a rule may compare; None where more is compared.

    What the values are is their words and nothing else, so every two can be compared
    once, whatever slots they stand in. Claims of other kinds may give some of them.
    """
    compare = rule.compare
    if compare is None or rule.differ in (None, TIME):
        return None
    if compare.properties.bounded or compare.properties.by_claim:
        return None
    text = "SELECT DISTINCT v.held FROM judged_role v WHERE v.role = ?"
    return Query(text, (rule.differ,))


def stretches(rule: Rule, opposed: bool = False) -> Query:
    """Return the query for the values of every slot that two documents differ in.

    With *opposed* only of slots that hold two values of a row of `judged_rival`.

    Columns: slot, group, value, least, most, separator, source (0 where it does not
    matter), the values that the documents give together as bits (0 for a document that
    gives one), a document by itself (0 for any), place of the value, claims that
    give it, first and last day, first claim, then the keys of the slot.
    """
    keys = slot_of(rule)
    slot = ", ".join(keys)
    more = _further(rule)
    value = ", ".join(["held", *(name for name in BOUNDS if name in more)])
    besides = "".join(f", {name}" for name in BESIDES if name in more)
    cells = f"{slot}, {value}{besides}, mixed, lone"
    filled, values = _voiced(rule, {n: t for n, t in more.items() if n != "apart"})
    disputed = opposing(keys) if opposed else differing(keys)
    contested = contested_by(keys)
    if "apart" in more:  # asked of few claims, so only of those
        column = f", {more['apart']} AS apart"
        contested = contested_by(keys, column, held_apart(0, "f.claim"))
        values += rule.apart_by
    parts = [f"filled AS ({filled})", *disputed, contested]
    if rule.compare and rule.compare.properties.one_sided:
        parts.append("together AS (SELECT f.*, 0 AS mixed, 0 AS lone FROM contested f)")
    else:
        parts += _together(keys, value)
    ends = begun = ""
    if rule.overlap is not None:
        ends = ", MIN(t.low) AS low, MAX(t.high) AS high"
        begun = f", {_begun(2 * rule.overlap)}"
    parts.append(
        f"said AS (SELECT {cells}{ends}, MIN(claim) AS claim, COUNT(*) AS claims"
        f" FROM together t GROUP BY {cells}{begun})"
    )
    if ends:
        within = f"OVER (PARTITION BY {cells} ORDER BY low, high"
        parts += [
            f"reached AS (SELECT {cells}, low, high, claim, claims, MAX(high) {within}"
            " ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reach FROM said)",
            f"broken AS (SELECT {cells}, low, high, claim, claims, SUM(CASE WHEN"
            f" reach >= low THEN 0 ELSE 1 END) {within} ROWS BETWEEN UNBOUNDED"
            " PRECEDING AND CURRENT ROW) AS stretch FROM reached)",
            f"joined AS (SELECT {cells}, MIN(low) AS low, MAX(high) AS high,"
            " MIN(claim) AS claim, SUM(claims) AS claims"
            f" FROM broken GROUP BY {cells}, stretch)",
        ]
    own = "".join(f", {key}" for key in keys[1:])
    least, most, apart, src, low, high = (
        name if name in more else f"{FIXED[name]} AS {name}" for name in FIXED
    )
    text = (
        f"WITH {', '.join(parts)} SELECT DENSE_RANK() OVER (ORDER BY {slot}) AS slot,"
        f" grp, held, {least}, {most}, {apart}, {src}, mixed, lone,"
        f" DENSE_RANK() OVER (PARTITION BY {slot} ORDER BY {value}) - 1 AS place,"
        f" claims, {low}, {high}, claim{own}"
        f" FROM {'joined' if ends else 'said'} ORDER BY slot, claim, {value}"
    )
    return Query(text, values)


def voices(rule: Rule) -> Query:
    """Return the query for who gives the values in `judged_contest`, and where.

    For every part: the claims shown, and one of every source and origin. Columns:
    part, claim, document, its turn among the claims of its source, its place among
    those shown, whether any claim of the part may speak of something else, whether the
    document comes first, source, origin.
    """
    more = _further(rule) | {"src": "d.src"}
    filled, values = _voiced(rule, more)
    asked = ["held", *slot_of(rule), "apart", *BOUNDS]
    given = [FIXED[n] if n in FIXED and n not in more else f"i.{n}" for n in asked]
    same = " AND ".join(f"x.{n} = {g}" for n, g in zip(asked, given, strict=True))
    low, high = (f"i.{day}" if day in more else FIXED[day] for day in DAYS)
    text = (
        f"WITH filled AS ({filled}), heard AS (SELECT DISTINCT x.part AS part,"
        " i.claim AS claim, i.document AS document, i.unsure AS unsure, i.src AS src"
        f" FROM filled i CROSS JOIN judged_contest x WHERE {same}"
        f" AND {low} <= x.high AND x.low <= {high}"
        " AND (x.src = 0 OR x.src = i.src)),"
        " turned AS (SELECT h.part AS part, h.claim AS claim, h.document AS document,"
        " h.unsure AS unsure, d.ahead AS ahead, ROW_NUMBER() OVER (PARTITION BY h.part,"
        " h.src ORDER BY d.ahead DESC, h.claim) AS turn, ROW_NUMBER() OVER (PARTITION"
        " BY h.part, h.src, d.origin ORDER BY h.claim) AS nth FROM heard h"
        " JOIN judged_document d ON d.id = h.document),"
        " placed AS (SELECT part, claim, document, turn, nth, ROW_NUMBER() OVER"
        " (PARTITION BY part ORDER BY ahead DESC, turn, claim) AS place,"
        " MAX(unsure) OVER (PARTITION BY part) AS unsure FROM turned)"
        " SELECT p.part, p.claim, p.document, p.turn, p.place, p.unsure, d.ahead,"
        " d.source, d.origin FROM placed p JOIN judged_document d ON d.id = p.document"
        f" WHERE p.place <= {MOST_CLAIMS} OR p.nth = 1 ORDER BY p.part, p.claim"
    )
    return Query(text, values)


def _further(rule: Rule) -> dict[str, str]:
    """Return what besides its value a claim may tell of a slot, as SQL.

    What no claim of the rule can tell is left out: its column would only be carried
    along.
    """
    more: dict[str, str] = {}
    if rule.differ != TIME and rule.compare and rule.compare.properties.bounded:
        more["least"] = "CASE WHEN v.low IS NULL THEN 0 ELSE v.low END"
        more["most"] = "CASE WHEN v.high IS NULL THEN -1 ELSE v.high END"
    if rule.apart_by:
        more["apart"] = "CASE WHEN a0.whole IS NULL THEN 0 ELSE a0.whole END"
    if rule.compare and rule.compare.properties.one_sided:
        more["src"] = "d.src"
    if rule.overlap is not None:
        always = "d.published IS NOT NULL"
        if not rule.of_one_event:
            always += f" AND c.low = {EARLIEST} AND c.high = {LATEST}"
        day = f"d.published - {rule.overlap}", f"d.published + {rule.overlap}"
        more["low"] = f"CASE WHEN {always} THEN {day[0]} ELSE c.low END"
        more["high"] = f"CASE WHEN {always} THEN {day[1]} ELSE c.high END"
    return more


def _begun(long: int) -> str:
    """Tell stretches of time by when they begin, as SQL: alike are those that overlap.

    Two that begin on one day do; so do two of *long* days or more that begin within as
    many. Most of a value's stretches are joined so, before any is sorted.
    """
    if not long:
        return "t.low"
    within = f"t.low - t.low % {long}"
    return f"CASE WHEN t.high - t.low >= {long} THEN {within} ELSE -1 - t.low END"


def _voiced(rule: Rule, more: Mapping[str, str]) -> Query:
    """Select what claims put into slots: the value, when it holds, who gives it."""
    columns = [f"{text} AS {name}" for name, text in more.items()]
    return read_claims(rule, True, columns, rule.apart_by if "apart" in more else ())


def _together(keys: Sequence[str], value: str) -> list[str]:
    """Tell which values the document of each claim gives of the slot, as bits.

    Most documents give one, so the others are looked at apart.
    """
    slot = ", ".join(keys)
    differ = " OR ".join(f"MIN({n}) <> MAX({n})" for n in value.split(", "))
    bits = " ".join(f"WHEN {n} THEN {2**n}" for n in range(BITS))
    where = _same("m", "f", [*keys, "document"])
    return [
        f"several AS (SELECT {slot}, document FROM contested GROUP BY {slot}, document"
        f" HAVING {differ})",
        f"ranked AS (SELECT {slot}, {value}, ROW_NUMBER() OVER (PARTITION BY {slot}"
        f" ORDER BY {value}) - 1 AS place FROM (SELECT DISTINCT {slot}, {value}"
        f" FROM contested WHERE ({slot}) IN (SELECT {slot} FROM several)) r)",
        f"doubled AS (SELECT DISTINCT {slot}, document, {value} FROM contested"
        f" WHERE ({slot}, document) IN (SELECT {slot}, document FROM several))",
        f"mixtures AS (SELECT {_of('b', keys)}, b.document, SUM(CASE r.place {bits}"
        " ELSE 0 END) AS bits, MAX(r.place) AS highest FROM doubled b"
        f" LEFT JOIN ranked r ON {_same('r', 'b', [*keys, *value.split(', ')])}"
        f" GROUP BY {_of('b', keys)}, b.document)",
        "together AS (SELECT f.*, CASE WHEN m.bits IS NULL THEN 0"
        " ELSE CAST(m.bits AS BIGINT) END AS mixed,"
        f" CASE WHEN m.highest >= {BITS} THEN f.document ELSE 0 END AS lone"
        f" FROM contested f LEFT JOIN mixtures m ON {where})",
    ]


def _of(alias: str, names: Iterable[str]) -> str:
    return ", ".join(f"{alias}.{name}" for name in names)


def _same(left: str, right: str, names: Iterable[str]) -> str:
    return " AND ".join(f"{left}.{name} = {right}.{name}" for name in names)
