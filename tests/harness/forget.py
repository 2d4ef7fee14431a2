"""Lets each test start from forgotten results, so that mutants cannot hide in them.

A mutant is tried in a copy of a process in which all tests have run: a function that
remembers its results would give the right ones, whatever became of what it calls.
Examples at random are the same each time, and one that fails is not made smaller: that
takes longer than all the rest.
"""

import sys

import pytest
from hypothesis import Phase, settings

MUTATED = ("factcheck.comparators.", "factcheck.rules.")

settings.register_profile(
    "mutants", derandomize=True, database=None, phases=[Phase.explicit, Phase.generate]
)
settings.load_profile("mutants")


@pytest.fixture(autouse=True)
def forget():
    """Forget what functions of the rule engine and the comparators remember."""
    for name, module in list(sys.modules.items()):
        if name.startswith(MUTATED):
            for made in list(vars(module).values()):
                if hasattr(made, "cache_clear"):
                    made.cache_clear()
