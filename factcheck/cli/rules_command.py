"""`factcheck rules`: list the rules, or show some of them whole."""

import argparse
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factcheck.claims import KINDS
from factcheck.cli import CLEAN
from factcheck.pipeline.rule_choice import chosen_rules
from factcheck.pipeline.settings import Settings, load_settings
from factcheck.rules import Rule
from factcheck.rules.definition.load import rule_files

WIDTH = 88
NAME = 32
GAP = " " * 15
ID = re.compile(r"^(?:- )?id:\s*['\"]?(?P<id>[\w-]+)", re.M)


def run(options: argparse.Namespace) -> int:
    """List every rule in a line, or show those named."""
    if options.roles:
        print("\n".join(_kinds(options.names)))
        return CLEAN
    settings = load_settings(options)
    rules = chosen_rules(settings, options.names)
    if options.yaml:
        print("\n".join(_files(settings, rules)), end="")
        return CLEAN
    if options.names:
        print("\n\n".join(_whole(rule) for rule in rules))
        return CLEAN
    for rule in rules:
        print(f"{rule.severity:<8} {rule.id:<{NAME}} {_short(rule)}")
    plural = "" if len(rules) == 1 else "s"
    print(f"\n{len(rules)} rule{plural}; `factcheck rules NAME` shows one")
    return CLEAN


def _files(settings: Settings, rules: list[Rule]) -> list[str]:
    """Return the files that hold some rules, as they are."""
    wanted = {rule.id for rule in rules}
    paths = [Path(path) for path in settings.rules] or None
    texts = (path.read_text(encoding="utf-8") for path in rule_files(paths))
    return [text for text in texts if wanted & {m["id"] for m in ID.finditer(text)}]


def _kinds(names: list[str]) -> Iterator[str]:
    """Yield the roles of some kinds of claims, or of all, and what they hold."""
    for name in names or KINDS:
        kind = KINDS[name]
        yield f"{name}: {kind.example}"
        for role, part in kind.roles.items():
            notes = [f"default: {part.default}"] if part.default else []
            notes += ["always filled"] if part.needed else []
            meaning = f"{part.meaning} ({'; '.join(notes)})" if notes else part.meaning
            head = f"  {role:<13}"
            yield textwrap.fill(
                meaning, WIDTH, initial_indent=head, subsequent_indent=GAP
            )
        yield ""


def _short(rule: Rule) -> str:
    first = rule.why.split(". ")[0].strip().rstrip(".")
    return textwrap.shorten(first, 110, placeholder=" …")


def shape(rule: Rule) -> list[str]:
    """Say in a few lines what a rule reads and how it compares."""
    compare = rule.compare
    reads = f"{', '.join(rule.claims)} claims" if rule.claims else "the views"
    lines = [f"check     {rule.check}, reads {reads}"]
    for label, conditions in (("where", rule.where), ("require", rule.require)):
        for role, condition in conditions.items():
            asked = condition.model_dump(by_alias=True, exclude_none=True)
            holds = ", ".join(
                f"{name} {_listed(value)}" for name, value in asked.items()
            )
            lines.append(f"{label:<9} {role}: {holds}")
    if rule.same:
        lines.append(f"same      {', '.join(rule.same)}")
    if rule.differ:
        lines.append(f"differ    {rule.differ}")
    if compare:
        options = "".join(f", {k} {v}" for k, v in compare.options().items())
        unknown = f", unknown: {compare.unknown}" if compare.unknown else ""
        lines.append(f"compare   as {compare.as_}{options}{unknown}")
    if rule.apart_by:
        lines.append(f"apart by  {', '.join(rule.apart_by)}")
    if rule.overlap is not None:
        around = f"{rule.overlap} days around publication"
        lines.append(f"overlap   times meet; without a time: {around}")
    return lines


def _listed(value: Any) -> str:
    return ", ".join(value) if isinstance(value, (tuple, list)) else str(value)


def _whole(rule: Rule) -> str:
    lines = [f"{rule.id}  ({rule.severity})", ""]
    lines += textwrap.wrap(rule.message, WIDTH)
    lines += ["", *textwrap.wrap(rule.why.strip(), WIDTH), "", *shape(rule)]
    for sort, fires in (("fires", True), ("silent", False)):
        for case in rule.tests:
            if bool(case.expect) == fires:
                lines.append(f"{sort:<9} {case.name}")
    return "\n".join(lines)
