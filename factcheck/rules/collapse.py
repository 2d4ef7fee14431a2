"""Compile a rule to its slots in dispute, however many claims each holds.

A claim is never read by itself: a slot is read as its values, with the stretches of
time each is given for, and then the voices of the few values that conflict are counted.
"""

from factcheck.claims.days import EARLIEST, LATEST
from factcheck.rules.compile import (
    TIME,
    WORDY,
    Query,
    in_dispute,
    keyed,
    read_claims,
)
from factcheck.rules.model import Rule

BITS = 60
"""Values of a slot whose number fits into a whole number as a bit."""

MOST_CLAIMS = 20
"""Claims that a variant shows; sources and origins are counted over all."""

BOUNDED = ("number", "interval")
"""Comparators that look at the least and most a value may be."""


def collapses(rule: Rule) -> bool:
    """Ask whether SQL can tell all that decides about a slot of the rule.

    It cannot where words are folded, looked up or filtered one by one, nor where
    claims are kept apart by more than one role.
    """
    if rule.check != "agree" or rule.compare is None or rule.compare.as_ == "near":
        return False
    wordy = {*rule.same, rule.differ} & {*WORDY, None}
    told = rule.differ == TIME or rule.differ not in rule.where
    asked = any(c.category or c.after or c.words for c in rule.where.values())
    return not wordy and told and not asked and len(rule.apart_by) <= 1


def by_source(rule: Rule) -> bool:
    """Ask whether it matters which source gives a value, and not which document."""
    return rule.compare is not None and rule.compare.fault == "broader"


def stretches(rule: Rule) -> Query:
    """Return the query for the values of every slot that two documents differ in.

    Columns: slot, group, value, least, most, separator, source (0 where it does not
    matter), the values that the documents give together as bits (0 for a document that
    gives one), a document by itself (0 for any), place of the value, claims that
    give it, first and last day, first claim, then the keys of the slot.
    """
    keys = [f"k{n}" for n in range(len(keyed(rule)))]
    filled, values = _voiced(rule)
    timed = rule.overlap is not None
    steps = _together(keys)
    if by_source(rule):
        steps = ["together AS (SELECT placed.*, 0 AS mixed, 0 AS lone FROM placed)"]
    own = "".join(f", {key}" for key in keys)
    cells = "slot, held, least, most, apart, src, place, mixed, lone"
    days = f"low, high, claim, claims, grp{own}"
    parts = [
        f"filled AS ({filled})",
        in_dispute(keys),
        _numbered(keys),
        f"placed AS (SELECT slot, grp{own}, document, claim, held, least, most, apart,"
        " src, low, high, DENSE_RANK() OVER (PARTITION BY slot ORDER BY held, least,"
        " most) - 1"
        " AS place FROM numbered)",
        *steps,
        f"said AS (SELECT {cells}, low, high, MIN(claim) AS claim, COUNT(*) AS claims,"
        f" {_carried(keys)} FROM together GROUP BY {cells}, low, high)",
    ]
    if timed:
        within = f"OVER (PARTITION BY {cells} ORDER BY low, high"
        parts += [
            f"reached AS (SELECT {cells}, {days}, MAX(high) {within} ROWS BETWEEN"
            " UNBOUNDED PRECEDING AND 1 PRECEDING) AS reach FROM said)",
            f"broken AS (SELECT {cells}, {days}, SUM(CASE WHEN reach >= low THEN 0"
            f" ELSE 1 END) {within} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)"
            " AS stretch FROM reached)",
            f"joined AS (SELECT {cells}, MIN(low) AS low, MAX(high) AS high,"
            f" MIN(claim) AS claim, SUM(claims) AS claims, {_carried(keys)}"
            f" FROM broken GROUP BY {cells}, stretch)",
        ]
    text = (
        f"WITH {', '.join(parts)} SELECT slot, grp, held, least, most, apart, src,"
        f" mixed, lone, place, claims, low, high, claim{own}"
        f" FROM {'joined' if timed else 'said'} ORDER BY slot, claim, held, least, most"
    )
    return Query(text, values)


def voices(rule: Rule) -> Query:
    """Return the query for who gives the values in `judged_contest`, and where.

    For every part: the claims shown, and one of every source and origin. Columns:
    part, claim, document, its turn among the claims of its source, its place among
    those shown, whether any claim of the part may speak of something else, whether the
    document comes first, source, origin.
    """
    keys = [f"k{n}" for n in range(len(keyed(rule)))]
    filled, values = _voiced(rule, sources=True)
    text = (
        f"WITH filled AS ({filled}), {in_dispute(keys)}, {_numbered(keys)},"
        " heard AS (SELECT DISTINCT x.part AS part, i.claim AS claim,"
        " i.document AS document, i.unsure AS unsure, i.src AS src"
        " FROM numbered i CROSS JOIN judged_contest x WHERE x.slot = i.slot"
        " AND x.held = i.held AND x.apart = i.apart"
        " AND x.least = i.least AND x.most = i.most"
        " AND i.low <= x.high AND x.low <= i.high"
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


def _voiced(rule: Rule, sources: bool = False) -> Query:
    """Select what claims put into slots: the value, when it holds, who gives it."""
    low, high = str(EARLIEST), str(LATEST)
    if rule.overlap is not None:
        open_end = (
            f"c.low = {EARLIEST} AND c.high = {LATEST} AND d.published IS NOT NULL"
        )
        low = f"CASE WHEN {open_end} THEN d.published - {rule.overlap} ELSE c.low END"
        high = f"CASE WHEN {open_end} THEN d.published + {rule.overlap} ELSE c.high END"
    least, most = "0", "-1"
    if rule.differ != TIME and rule.compare and rule.compare.as_ in BOUNDED:
        least = "CASE WHEN v.low IS NULL THEN 0 ELSE v.low END"
        most = "CASE WHEN v.high IS NULL THEN -1 ELSE v.high END"
    apart = "0"
    if rule.apart_by:
        apart = "CASE WHEN a0.whole IS NULL THEN 0 ELSE a0.whole END"
    columns = (
        f"{low} AS low",
        f"{high} AS high",
        f"{least} AS least",
        f"{most} AS most",
        f"{apart} AS apart",
        f"{'d.src' if sources or by_source(rule) else '0'} AS src",
    )
    return read_claims(rule, True, columns, rule.apart_by)


def _numbered(keys: list[str]) -> str:
    """Number the slots: the same claims give the same numbers."""
    grouping = ", ".join(["grp", *keys])
    return (
        f"numbered AS (SELECT DENSE_RANK() OVER (ORDER BY {grouping}) AS slot,"
        f" {grouping}, document, claim, unsure, held, least, most, apart, src, low,"
        " high FROM contested)"
    )


def _carried(keys: list[str]) -> str:
    """Carry along what a slot has only one of."""
    return ", ".join(f"MIN({key}) AS {key}" for key in ["grp", *keys])


def _together(keys: list[str]) -> list[str]:
    """Tell which values the document of each claim gives of the slot, as bits."""
    own = ", ".join(["slot, grp", *keys])
    said = f"{own}, document, claim, held, least, most, apart, src, low, high, place"
    bits = " ".join(f"WHEN {n} THEN {2**n}" for n in range(BITS))
    theirs = "OVER (PARTITION BY slot, document)"
    return [
        f"once AS (SELECT {said}, CASE WHEN ROW_NUMBER() OVER (PARTITION BY slot,"
        " document, place ORDER BY claim, least, most) = 1"
        f" THEN CASE place {bits} ELSE 0 END ELSE 0 END AS bit FROM placed)",
        f"given AS (SELECT {said}, SUM(bit) {theirs} AS bits,"
        f" MIN(place) {theirs} AS lowest, MAX(place) {theirs} AS highest FROM once)",
        f"together AS (SELECT {said},"
        " CASE WHEN lowest = highest THEN 0 ELSE bits END AS mixed,"
        f" CASE WHEN lowest < highest AND highest >= {BITS} THEN document ELSE 0 END"
        " AS lone FROM given)",
    ]
