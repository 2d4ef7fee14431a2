"""`factcheck test`: run the tests written inside rules."""

import argparse
from collections import Counter

from factcheck.cli import CLEAN, FINDINGS
from factcheck.pipeline.rule_choice import chosen_rules, pointed_at
from factcheck.pipeline.rule_tests import try_rules
from factcheck.pipeline.settings import load_settings
from factcheck.rules import survivors, uncovered, unnoticed_edges

WORDS = {
    "noisy": "fired, and should not have",
    "missing": "should have fired",
    "wrong": "fired, but not as expected",
    "fixed": "is marked `todo` but passes: remove the mark",
    "todo": "known gap",
    "skipped": "not run",
}


def run(options: argparse.Namespace) -> int:
    """Test the rules named, or all; 1 if one failed or is lacking."""
    settings = load_settings(options)
    settings, names = pointed_at(settings, options.names)
    rules = chosen_rules(settings, names)
    results = try_rules(rules, settings.model, settings.style_guide)
    for result in results:
        if result.outcome in WORDS:
            meaning = WORDS[result.outcome]
            print(f"{result.outcome}  {result.rule}: {result.test}: {meaning}")
            if result.failed:
                print(f"  {result.detail}")
    lacking = uncovered(rules, results) if options.coverage else []
    for fault in lacking:
        print(f"uncovered  {fault}")
    surviving = [*survivors(rules), *unnoticed_edges(rules)] if options.mutate else []
    for change in surviving:
        print(f"unnoticed  {change}")
    counted = Counter(result.outcome for result in results)
    failed = sum(result.failed for result in results)
    passed = counted["passed"] + counted["todo"]
    skipped = f", {counted['skipped']} skipped" if counted["skipped"] else ""
    plural = "" if len(rules) == 1 else "s"
    print(f"{len(rules)} rule{plural}: {passed} passed, {failed} failed{skipped}")
    return FINDINGS if failed or lacking or surviving else CLEAN
