"""Read rules and facts, and report everything that is wrong with them at once."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from factcheck.errors import RuleError
from factcheck.lexicons import data_folder
from factcheck.lexicons.marked import (
    Fault,
    Marked,
    Path_,
    WordMark,
    read_marked,
    refuse,
)
from factcheck.registry import unknown
from factcheck.rules.definition.reference_facts import faults_of_fact
from factcheck.rules.definition.rule import Fact, Rule
from factcheck.rules.definition.validate import faults_of

DEEP = 10
OWN = ("id", "tests", "extends")
"""Keys that are never inherited."""

Entry = tuple[Path_, Marked]


def inherit(at: Path_, marked: Marked, known: Sequence[Entry]) -> dict[str, Any] | None:
    """Lay a rule over the one it extends; None where that cannot be found.

    A key replaces what was there, `key+` adds to a list, `key-` takes from it.
    """
    data = part_of(marked.data, at)
    by_id = {str(part_of(m.data, a).get("id")): (a, m) for a, m in known}
    chain = [data]
    while "extends" in chain[-1]:
        name = str(chain[-1]["extends"])
        if name not in by_id:
            message = f"extends: {unknown('rule', name, by_id)}"
            marked.add_fault((*at, "extends"), message)
            return None
        where, other = by_id[name]
        chain.append(part_of(other.data, where))
        if len(chain) > DEEP:
            message = f"extends: more than {DEEP} rules deep, or in a circle"
            marked.add_fault((*at, "extends"), message)
            return None
    merged: dict[str, Any] = {}
    for layer in reversed(chain):
        merged = {key: merged[key] for key in merged if key not in OWN}
        for key, content in layer.items():
            if key == "extends":
                continue
            if key[-1:] in "+-" and key[:-1]:
                fault = _edit(merged, key, content)
                if fault and layer is data:
                    marked.add_fault((*at, key), fault)
            else:
                merged[key] = content
    return merged


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


SUFFIXES = (".yaml", ".yml")
NOT_RULES = ("facts", "lexicons", "tables")
"""Folders beside the rules that hold something else."""


def rule_files(paths: Iterable[Path] | None = None) -> list[Path]:
    """Return the rule files under some paths, sorted; the shipped ones for None.

    Raises:
        RuleError: A path is not there.
    """
    if paths is None:
        return sorted(data_folder().glob("*.yaml"))
    return _files(paths, "rule", NOT_RULES)


def load_rules(paths: Iterable[Path] | None = None) -> list[Rule]:
    """Read rules, sorted by id; the shipped ones when no paths are given.

    Raises:
        RuleError: Every fault of every file, with its place.
    """
    files = [read_marked(path) for path in rule_files(paths)]
    raw = [entry for marked in files for entry in _entries(marked, "rule")]
    known = raw if paths is None else [*raw, *_shipped(raw)]
    rules: dict[str, tuple[str, Rule]] = {}
    for at, marked in raw:
        data = inherit(at, marked, known)
        if data is None:
            continue
        rule = _model(Rule, at, marked, data)
        readable = rule or _without_faults(data)
        for place, message in faults_of(readable) if readable else ():
            if rule or (place and marked.has((*at, place[0]))):
                marked.add_fault((*at, *place), message)
        if rule is None:
            continue
        if rule.id in rules:
            message = f"id: {rules[rule.id][0]} has a rule named {rule.id!r} already"
            marked.add_fault((*at, "id"), message)
        rules[rule.id] = (marked.path, rule)
    refuse(fault for marked in files for fault in marked.faults)
    return [rules[name][1] for name in sorted(rules)]


def load_facts(paths: Iterable[Path] | None = None) -> list[Fact]:
    """Read reference facts; the shipped ones when no paths are given.

    Raises:
        RuleError: Every fault of every file, with its place.
    """
    if paths is None:
        files = sorted((data_folder() / "facts").glob("*.yaml"))
    else:
        files = _files(paths, "facts file", ())
    read = [read_marked(path) for path in files]
    facts = []
    for at, marked in [entry for one in read for entry in _entries(one, "fact")]:
        data = part_of(marked.data, at)
        fact = _model(Fact, at, marked, data)
        if fact is not None:
            facts.append(fact)
        for key, message in faults_of_fact(fact or _readable(data)):
            if key in data:
                marked.add_fault((*at, key), f"{key}: {message}")
    refuse(fault for marked in read for fault in marked.faults)
    return facts


def _shipped(given: Sequence[Entry]) -> list[Entry]:
    """Return the shipped rules, that own rules may extend."""
    known = {Path(marked.path).resolve() for _, marked in given}
    files = [path for path in rule_files() if path.resolve() not in known]
    return [e for path in files for e in _entries(read_marked(path), "rule")]


def _entries(marked: Marked, sort: str) -> Iterator[Entry]:
    """Yield each rule or fact of a file: the whole of it, or the items of a list."""
    if isinstance(marked.data, list):
        for n, item in enumerate(marked.data):
            if isinstance(item, dict):
                yield (n,), marked
            else:
                marked.add_fault((n,), f"a {sort} should be a mapping of keys")
    elif isinstance(marked.data, dict):
        yield (), marked
    elif marked.data is not None:
        message = f"should hold a {sort}: a mapping of keys"
        marked.faults.append(Fault(marked.path, WordMark(1, 1), message))


PLACEHOLDERS = {
    "id": "x",
    "severity": "note",
    "message": "",
    "why": "",
    "check": "agree",
}
"""What stands in for a faulty key, so that the other keys can be looked at too."""


def _without_faults(data: dict[str, Any]) -> Rule | None:
    """Return what a faulty rule would be if its faulty keys were not there."""
    try:
        return Rule.model_validate({**PLACEHOLDERS, **data})
    except ValidationError as error:
        faulty = {fault["loc"][0] for fault in error.errors() if fault["loc"]}
    kept = {key: content for key, content in data.items() if key not in faulty}
    try:
        return Rule.model_validate({**PLACEHOLDERS, **kept})
    except ValidationError:
        return None


def _readable(data: dict[str, Any]) -> Fact:
    """Return what a faulty fact says by those of its keys that can be read."""
    text = {key: value for key, value in data.items() if isinstance(value, str)}
    return Fact.model_construct(
        kind=text.get("kind", "title"),
        value=text.get("value", "0001-01-01"),
        from_=text.get("from"),
        to=text.get("to"),
    )


def _model(model: type[Any], at: Path_, marked: Marked, data: Any) -> Any:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        for fault in error.errors():
            place = _place(data, fault["loc"])
            name = ".".join(map(str, place))
            message = f"{name}: {_tell(model, fault, place)}" if name else fault["msg"]
            marked.add_fault((*at, *place), message)
    return None


def _place(data: Any, loc: tuple[int | str, ...]) -> Path_:
    """Keep the steps of a fault's location that are keys and positions of the file."""
    place: list[str | int] = []
    for step in loc:
        if isinstance(data, dict):
            if step not in data:
                place.append(step)
                break
            data = data[step]
            place.append(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
            place.append(step)
    return tuple(place)


def _tell(model: type[Any], fault: Any, place: Path_) -> str:
    match fault["type"]:
        case "missing":
            return "is missing"
        case "extra_forbidden" if len(place) == 1:
            keys = [f.alias or name for name, f in model.model_fields.items()]
            return unknown("key", str(place[-1]), keys)
        case "extra_forbidden":
            return "there is no such key here"
        case "string_pattern_mismatch":
            return "should be small letters and hyphens, such as title-conflict"
    message = str(fault["msg"]).removeprefix("Value error, ")
    return message[0].lower() + message[1:]


def _files(paths: Iterable[Path], sort: str, besides: Sequence[str]) -> list[Path]:
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            files += [
                inside
                for inside in sorted(path.rglob("*"))
                if inside.suffix in SUFFIXES
                and not set(inside.relative_to(path).parts) & set(besides)
            ]
        elif path.exists():
            files.append(path)
        else:
            raise RuleError(f"{path}: no such {sort} or folder")
    return list(dict.fromkeys(files))
