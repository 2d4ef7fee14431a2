"""`factcheck rules`: list the rules, or show some of them whole."""

import argparse
import textwrap
from pathlib import Path

from factcheck.cli import CLEAN
from factcheck.cli.rule_choice import choose, chosen_files
from factcheck.cli.settings import load_settings
from factcheck.rules import Rule, load_rules

WIDTH = 88
NAME = 32


def run(options: argparse.Namespace) -> int:
    """List every rule in a line, or show those named.

    Raises:
        FactcheckError: A rule is faulty, or a name is no rule's.
    """
    settings = load_settings(options)
    chosen_files(settings)
    paths = [Path(path) for path in settings.rules]
    select = [*settings.select, *options.names]
    rules = choose(load_rules(paths or None), select, settings.ignore)
    if options.names:
        print("\n\n".join(_whole(rule) for rule in rules))
        return CLEAN
    for rule in rules:
        print(f"{rule.severity:<8} {rule.id:<{NAME}} {_short(rule)}")
    print(f"\n{len(rules)} rules; `factcheck rules NAME` shows one whole")
    return CLEAN


def _short(rule: Rule) -> str:
    first = rule.why.split(". ")[0].strip().rstrip(".")
    return textwrap.shorten(first, 110, placeholder=" …")


def _whole(rule: Rule) -> str:
    compare = rule.compare
    reads = ", ".join(rule.claims) or "the views of the store"
    lines = [f"{rule.id}  ({rule.severity})", ""]
    lines += textwrap.wrap(rule.message, WIDTH)
    lines += ["", *textwrap.wrap(rule.why.strip(), WIDTH), ""]
    lines.append(f"check     {rule.check}, reads {reads} claims")
    if rule.same:
        lines.append(f"same      {', '.join(rule.same)}")
    if rule.differ and compare:
        using = f" using {compare.using}" if compare.using else ""
        lines.append(f"differ    {rule.differ}, compared as {compare.as_}{using}")
    if rule.apart_by:
        lines.append(f"apart by  {', '.join(rule.apart_by)}")
    for sort, fires in (("fires", True), ("silent", False)):
        for case in rule.tests:
            if bool(case.expect) == fires:
                lines.append(f"{sort:<9} {case.name}")
    return "\n".join(lines)
