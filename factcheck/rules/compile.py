"""Compile a rule to plain SQL: the claims of every slot that may hold a conflict.

The subset runs unchanged on SQLite, DuckDB and Spark: whole numbers, equi-joins,
EXISTS, GROUP BY with COUNT(DISTINCT); claims are never joined with claims.
"""

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.rules.model import Condition, Rule

WORDY = ("content",)
"""Roles whose slot is their words, told apart in Python."""

TIME = "time"


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
    return _contested(rule, ["claim", "document", "low", "high", "unsure"])


def values_of(rule: Rule) -> Query:
    """Return the query for the distinct values of those slots: group, keys, value."""
    return _contested(rule, [], ["held"])


def _contested(rule: Rule, first: list[str], last: Sequence[str] = ()) -> Query:
    keys = [f"k{n}" for n in range(len(keyed(rule)))]
    filled, values = _filled(rule)
    grouping = ", ".join(["grp", *keys])
    same = " AND ".join(f"f.{key} = s.{key}" for key in ["grp", *keys])
    columns = ", ".join(f"f.{name}" for name in ["grp", *first, *keys, *last])
    distinct = "1 = 1"
    if rule.differ != TIME and rule.compare and rule.compare.as_ not in ("near", "set"):
        distinct = "COUNT(DISTINCT held) > 1"
    text = (
        f"WITH filled AS ({filled}), slots AS (SELECT {grouping} FROM filled"
        f" GROUP BY {grouping} HAVING COUNT(DISTINCT document) > 1 AND {distinct})"
        f" SELECT DISTINCT {columns} FROM filled f JOIN slots s ON {same}"
    )
    return Query(text, values)


def passing(rule: Rule) -> Query:
    """Return the query for every claim that a rule reads, with its slot.

    The columns are those of `contested`.
    """
    keys = [f"f.k{n}" for n in range(len(keyed(rule)))]
    filled, values = _filled(rule, slots_needed=False)
    columns = ["f.grp", "f.claim", "f.document", "f.low", "f.high", "f.unsure", *keys]
    text = f"SELECT DISTINCT {', '.join(columns)} FROM ({filled}) f"
    return Query(text, values)


def fillings(roles: Sequence[str]) -> Query:
    """Return the query for what fills some roles of the claims that were chosen."""
    marks = ", ".join("?" * len(roles))
    text = (
        "SELECT r.claim, r.role, r.text, r.slot, r.held, r.low, r.high, r.entity,"
        " r.name, r.value FROM judged_chosen c JOIN judged_role r ON r.claim = c.claim"
        f" WHERE r.role IN ({marks}) ORDER BY r.claim, r.n"
    )
    return Query(text, tuple(roles))


def _filled(rule: Rule, slots_needed: bool = True) -> Query:
    """Select the claims that a rule reads, a row for every key and value they hold."""
    columns = [
        "c.grp AS grp",
        "c.id AS claim",
        "c.document AS document",
        "c.low AS low",
        "c.high AS high",
        "c.unsure AS unsure",
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
    if rule.differ and rule.differ != TIME and slots_needed:
        joins.append("JOIN judged_role v ON v.claim = c.id AND v.role = ?")
        values.append(rule.differ)
        columns.append("v.held AS held")
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


def _key(n: int, name: str, needed: bool) -> tuple[str, str]:
    match name:
        case "happening":
            return "c.happening", ""
        case "source" | "document":
            return f"d.{'source' if name == 'source' else 'name'}", ""
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
    if role == "happening":
        if condition.known is None:
            return []
        told = "IS NOT NULL" if condition.known else "IS NULL"
        return [(f"c.happening {told}", ())]
    if role in ("source", "document"):
        return _attribute(f"d.{'source' if role == 'source' else 'name'}", condition)
    inner = "SELECT 1 FROM judged_role w WHERE w.claim = c.id AND w.role = ?"
    held = (
        " AND w.held IN (SELECT b.id FROM judged_word b WHERE b.word IN ({}))"
    ).format
    found: list[tuple[str, tuple[object, ...]]] = []
    if condition.known is not None:
        told = "EXISTS" if condition.known else "NOT EXISTS"
        found.append((f"{told} ({inner})", (role,)))
    if condition.is_:
        marks = ", ".join("?" * len(condition.is_))
        found.append((f"EXISTS ({inner}{held(marks)})", (role, *condition.is_)))
    if condition.not_:
        marks = ", ".join("?" * len(condition.not_))
        found.append((f"NOT EXISTS ({inner}{held(marks)})", (role, *condition.not_)))
    return found


def _attribute(
    column: str, condition: Condition
) -> list[tuple[str, tuple[object, ...]]]:
    found: list[tuple[str, tuple[object, ...]]] = []
    for told, words in (("IN", condition.is_), ("NOT IN", condition.not_)):
        if words:
            marks = ", ".join("?" * len(words))
            found.append((f"{column} {told} ({marks})", tuple(words)))
    return found
