"""Lets each test start from forgotten results, so that mutants cannot hide in them.

A mutant is tried in a copy of a process in which all tests have run: a function that
remembers its results would give the right ones, whatever became of what it calls.
"""

import sys

import pytest

MUTATED = ("factcheck.comparators.", "factcheck.rules.")


@pytest.fixture(autouse=True)
def forget():
    """Forget what functions of the rule engine and the comparators remember."""
    for name, module in list(sys.modules.items()):
        if name.startswith(MUTATED):
            for made in list(vars(module).values()):
                if hasattr(made, "cache_clear"):
                    made.cache_clear()
