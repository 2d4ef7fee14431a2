"""What can go wrong, and to whom it is said.

```
FactcheckError          a user can mend it: it names where, what and what is right
├── UsageError          the command line or the configuration (exit status 2)
├── RuleError           a rule, lexicon or facts file (exit status 2)
├── UnknownNameError    a name that nothing is registered under (exit status 2)
├── StoreError          the fact store cannot be opened or written (exit status 2)
└── DocumentError       one document cannot be read or extracted (exit status 3)
```

A conflict between sources is a `Finding`, never an exception.
"""

from collections.abc import Sequence

MOST_TOLD = 200
"""Faults told of one file; the others are counted."""


def told(faults: Sequence[object]) -> str:
    """Return faults one a line; of very many the first, and how many more."""
    more = len(faults) - MOST_TOLD
    lines = [str(fault) for fault in faults[:MOST_TOLD]]
    return "\n".join([*lines, f"and {more:,} more faults"] if more > 0 else lines)


class FactcheckError(Exception):
    """Something a user can fix; the text of the error says how."""


class UsageError(FactcheckError):
    """The command line or the configuration asks for something impossible."""


class RuleError(FactcheckError):
    """A rule, lexicon or facts file is faulty; every fault is listed, one a line."""


class UnknownNameError(FactcheckError):
    """Nothing is registered under a name."""


class StoreError(FactcheckError):
    """The fact store cannot be opened, read or written."""


class DocumentError(FactcheckError):
    """One document cannot be read or extracted.

    Attributes:
        where: The path, with the line where there is one, as the user would type it.
        reason: What is wrong with it and what would be right.
    """

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}")
        self.where = where
        self.reason = reason
