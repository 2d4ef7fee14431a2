"""Compile a rule to plain SQL: the claims it reads, and the slots they dispute.

The subset runs unchanged on SQLite, DuckDB and Spark: whole numbers, equi-joins,
EXISTS, GROUP BY, COUNT(DISTINCT) and windows with a total order; claims are never
joined with claims.
"""

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.rules.definition.rule import Condition, Rule

WORDY = ("content",)
"""Roles whose slot is their words, told apart in Python."""

TIME = "time"

DAYS = 10_000_000
"""A time is one number: its first day times this, and its last day."""


class Query(NamedTuple):
    """A query and the values for its question marks."""

    text: str
    values: tuple[object, ...]


def keyed(rule: Rule) -> list[str]:
    """Return what of the slot SQL groups by."""
    return [name for name in rule.same if name not in WORDY]


def contested(rule: Rule) -> Query:
    """Return the query for claims in slots that hold two values from two documents.

    Columns: group, claim, document, low, high, unsure, then the keys of the slot.
    """
    slot = slot_of(rule)
    filled, values = read_claims(rule)
    columns = ["grp", "claim", "document", "low", "high", "unsure", *slot[1:]]
    parts = [f"filled AS ({filled})", *differing(slot), contested_by(slot)]
    text = (
        f"WITH {', '.join(parts)}"
        f" SELECT DISTINCT {', '.join(f'f.{c}' for c in columns)} FROM contested f"
    )
    return Query(text, values)


def slot_of(rule: Rule) -> list[str]:
    """Return the columns that identify a slot: its group, then its keys."""
    return ["grp", *(f"k{n}" for n in range(len(keyed(rule))))]


def differing(slot: Sequence[str]) -> list[str]:
    """Find the slots in which two documents hold two values."""
    names = ", ".join(slot)
    return [
        f"disputed AS (SELECT {names} FROM filled GROUP BY {names}"
        " HAVING MIN(document) <> MAX(document) AND MIN(held) <> MAX(held))"
    ]


def opposing(slot: Sequence[str]) -> list[str]:
    """Find the slots in which two documents hold values that `judged_rival` opposes.

    Far fewer than those in which they differ: most that differ agree all the same.
    """
    names, own = ", ".join(slot), ", ".join(f"a.{name}" for name in slot)
    same = " AND ".join(f"b.{name} = a.{name}" for name in slot)
    return [
        f"each AS (SELECT {names}, held, MIN(document) AS earliest, MAX(document)"
        f" AS latest FROM filled GROUP BY {names}, held)",
        f"disputed AS (SELECT DISTINCT {own} FROM each a JOIN judged_rival x"
        f" ON x.held = a.held JOIN each b ON {same} AND b.held = x.rival"
        " WHERE a.earliest <> b.latest OR a.latest <> b.earliest)",
    ]


def contested_by(slot: Sequence[str], columns: str = "", joins: str = "") -> str:
    """Select what stands in the slots in dispute.

    A list of keys and not a join: SQLite would go through all slots for every claim.

    *columns* are further ones, each behind a comma; *joins* holds them, joined with the
    claims `f`.
    """
    names, own = ", ".join(slot), ", ".join(f"f.{name}" for name in slot)
    return (
        f"contested AS (SELECT f.*{columns} FROM filled f{joins}"
        f" WHERE ({own}) IN (SELECT {names} FROM disputed))"
    )


def held_apart(n: int, claim: str) -> str:
    """Join what keeps a claim apart from others, the role of one `?`, as `a0`, `a1`."""
    return (
        f" LEFT JOIN judged_role a{n} ON a{n}.claim = {claim} AND a{n}.role = ?"
        f" AND a{n}.place = 0"
    )


def passing(rule: Rule) -> Query:
    """Return the query for every claim that a rule reads, with its slot.

    The columns are those of `contested`.
    """
    keys = [f"f.k{n}" for n in range(len(keyed(rule)))]
    filled, values = read_claims(rule, slots_needed=False)
    first = ["grp", "claim", "document", "low", "high", "unsure"]
    columns = [*(f"f.{name}" for name in first), *keys]
    text = f"SELECT DISTINCT {', '.join(columns)} FROM ({filled}) f"
    return Query(text, values)


def fillings(roles: Sequence[str]) -> Query:
    """Return the query, to be looked up, for what fills roles of chosen claims."""
    marks = ", ".join("?" * len(roles))
    text = (
        "SELECT r.claim, r.role, r.text, r.slot, r.held, r.low, r.high, r.entity,"
        " r.name, r.value FROM judged_chosen c JOIN judged_role r ON r.claim = c.claim"
        f" WHERE r.role IN ({marks}) ORDER BY r.claim, r.n"
    )
    return Query(text, tuple(roles))


def read_claims(
    rule: Rule,
    slots_needed: bool = True,
    columns: Sequence[str] = ("c.low AS low", "c.high AS high"),
    apart: Sequence[str] = (),
) -> Query:
    """Select the claims that a rule reads, a row for every key and value they hold.

    With *slots_needed*, claims that lack a key are left out. A claim may hold nothing
    of the roles *apart*, which are joined as `a0`, `a1`, ...
    """
    columns = [
        "d.grp AS grp",
        "c.id AS claim",
        "c.document AS document",
        "c.unsure AS unsure",
        *columns,
    ]
    joins: list[str] = []
    conditions: list[str] = []
    values: list[object] = []
    for n, name in enumerate(keyed(rule)):
        column, join = _key(n, name, slots_needed)
        columns.append(f"{column} AS k{n}")
        if join:
            joins.append(join)
            values.append(name)
        elif slots_needed:
            conditions.append(f"{column} IS NOT NULL")
    if slots_needed and (value := _value(rule)):
        column, join = value
        columns.append(f"{column} AS held")
        if join:
            joins.append(join)
            values.append(rule.differ)
    for n, role in enumerate(apart):
        joins.append(held_apart(n, "c.id"))
        values.append(role)
    if rule.differ == TIME:
        conditions.append("(c.low > 0 OR c.high < 4000000)")
    for column, words in (("c.kind", rule.claims), ("c.modality", rule.modality)):
        conditions.append(f"{column} IN ({', '.join('?' * len(words))})")
        values += words
    for role, condition in rule.where.items():
        for text, given in _filters(role, condition):
            conditions.append(text)
            values += given
    head = f"SELECT {', '.join(columns)} FROM judged_claim c"
    document = " JOIN judged_document d ON d.id = c.document"
    where = " AND ".join(conditions)
    return Query(f"{head}{document} {' '.join(joins)} WHERE {where}", tuple(values))


def _value(rule: Rule) -> tuple[str, str] | None:
    """Return the column of the value that must not differ, and what joins it."""
    if rule.differ is None:
        return None
    if rule.differ == TIME:
        return f"CAST(c.low AS BIGINT) * {DAYS} + c.high", ""
    join = "JOIN judged_role v ON v.claim = c.id AND v.role = ?"
    if rule.compare and rule.compare.properties.together:
        return "v.whole", f"{join} AND v.place = 0"
    return "v.held", join


def _key(n: int, name: str, needed: bool) -> tuple[str, str]:
    match name:
        case "event":
            return "c.event", ""
        case "source":
            return "d.src", ""
        case "document":
            return "c.document", ""
        case "story":
            return "d.story", ""
        case "time":
            return "c.low", ""
    kind = "JOIN" if needed else "LEFT JOIN"
    join = f"{kind} judged_role j{n} ON j{n}.claim = c.id AND j{n}.role = ?"
    return f"j{n}.slot", join


def _filters(role: str, condition: Condition) -> list[tuple[str, tuple[object, ...]]]:
    """Compile what SQL can tell of a condition; the rest is asked in Python."""
    if role == TIME:
        if condition.known is None:
            return []
        known = "(c.low > 0 OR c.high < 4000000)"
        return [(known if condition.known else f"NOT {known}", ())]
    if role == "event":
        if condition.known is None:
            return []
        test = "IS NOT NULL" if condition.known else "IS NULL"
        return [(f"c.event {test}", ())]
    if role in ("source", "document"):
        return _attribute(f"d.{'source' if role == 'source' else 'name'}", condition)
    inner = "SELECT 1 FROM judged_role w WHERE w.claim = c.id AND w.role = ?"
    held = (
        " AND w.held IN (SELECT b.id FROM judged_word b WHERE b.word IN ({}))"
    ).format
    filters: list[tuple[str, tuple[object, ...]]] = []
    if condition.known is not None:
        test = "EXISTS" if condition.known else "NOT EXISTS"
        filters.append((f"{test} ({inner})", (role,)))
    for test, words in (("EXISTS", condition.is_), ("NOT EXISTS", condition.not_)):
        if words:
            marks = ", ".join("?" * len(words))
            filters.append((f"{test} ({inner}{held(marks)})", (role, *words)))
    return filters


def _attribute(
    column: str, condition: Condition
) -> list[tuple[str, tuple[object, ...]]]:
    filters: list[tuple[str, tuple[object, ...]]] = []
    for test, words in (("IN", condition.is_), ("NOT IN", condition.not_)):
        if words:
            marks = ", ".join("?" * len(words))
            filters.append((f"{column} {test} ({marks})", tuple(words)))
    return filters
