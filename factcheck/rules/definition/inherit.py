"""Let a rule say only what differs from another one."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from factcheck.lexicons.marked import Fault, Marked, Path_
from factcheck.registry import unknown

DEEP = 10
OWN = ("id", "tests", "extends")
"""Keys that are never inherited."""

Entry = tuple[Path, Path_, Marked]


def inherit(
    path: Path, at: Path_, marked: Marked, known: Sequence[Entry]
) -> tuple[dict[str, Any] | None, list[Fault]]:
    """Lay a rule over the one it extends; None where that cannot be found.

    A key replaces what was there, `key+` adds to a list, `key-` takes from it.
    """
    data = part_of(marked.data, at)
    by_id = {str(part_of(m.data, a).get("id")): (p, a, m) for p, a, m in known}
    chain, faults = [data], []
    while "extends" in chain[-1]:
        name = str(chain[-1]["extends"])
        place = marked.mark((*at, "extends"))
        if name not in by_id:
            message = f"extends: {unknown('rule', name, by_id)}"
            return None, [Fault(str(path), place, message)]
        _, where, other = by_id[name]
        chain.append(part_of(other.data, where))
        if len(chain) > DEEP:
            message = f"extends: more than {DEEP} rules deep, or in a circle"
            return None, [Fault(str(path), place, message)]
    merged: dict[str, Any] = {}
    for layer in reversed(chain):
        merged = {key: merged[key] for key in merged if key not in OWN}
        for key, content in layer.items():
            if key == "extends":
                continue
            if key[-1:] in "+-" and key[:-1]:
                fault = _edit(merged, key, content)
                if fault and layer is data:
                    place = marked.mark((*at, key))
                    faults.append(Fault(str(path), place, fault))
            else:
                merged[key] = content
    return merged, faults


def _edit(merged: dict[str, Any], key: str, content: Any) -> str | None:
    name, sign = key[:-1], key[-1]
    given = content if isinstance(content, list) else [content]
    before = merged.get(name, [])
    before = before if isinstance(before, list) else [before]
    if sign == "+":
        merged[name] = [*before, *given]
        return None
    missing = [item for item in given if item not in before]
    merged[name] = [item for item in before if item not in given]
    return f"{key}: {missing[0]!r} is not in the list" if missing else None


def part_of(data: Any, at: Path_) -> Any:
    """Return the part of a file's content at a path of keys and positions."""
    for step in at:
        data = data[step]
    return data
