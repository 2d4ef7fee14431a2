"""What can go wrong, and to whom it is said.

```
FactcheckError          a user can fix it: it names where, what and what is right
├── UsageError          the command line or the configuration (exit status 2)
├── RuleError           a rule, lexicon or facts file (exit status 2)
├── UnknownNameError    a name that nothing is registered under (exit status 2)
├── StoreError          the fact store cannot be opened or written (exit status 2)
└── DocumentError       one document cannot be read or extracted (exit status 3)
```

A conflict between sources is a `Finding`, never an exception.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

DEBUG = "FACTCHECK_DEBUG"
"""Set it in the environment, and each failure shows where in the code it happened."""

HINT = f"to see where, set {DEBUG}=1"
"""Ends every report of a failure inside factcheck."""

LONGEST = 120
"""Characters shown of an error's own message."""

SHOWN = 5
"""Failures listed one by one; the others are counted."""

MOST_LISTED = 200
"""Faults listed of one file; the others are counted."""


def listed(faults: Sequence[object]) -> str:
    """Return faults one a line; of very many the first, and how many more."""
    more = len(faults) - MOST_LISTED
    lines = [str(fault) for fault in faults[:MOST_LISTED]]
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


@contextmanager
def needs_extra(extra: str, what: str, where: str = "") -> Iterator[None]:
    """Say how to install an extra where what it brings cannot be imported.

    Raises:
        DocumentError: It cannot, and *where* names the document that needs it.
        UsageError: It cannot, and nothing is named.
    """
    try:
        yield
    except ImportError as error:
        reason = f"{what} needs an extra: pip install 'factcheck-sources[{extra}]'"
        if where:
            raise DocumentError(where, reason) from error
        raise UsageError(reason) from error


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Make the folder of a file, and say so where the file cannot be written inside.

    Raises:
        UsageError: It cannot.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {error.strerror}") from error


class Faults:
    """Failures inside factcheck that one document, pair or rule had to pay for."""

    def __init__(self) -> None:
        self._faults: dict[str, None] = {}

    @contextmanager
    def survived(self, what: str) -> Iterator[None]:
        """Note a failure inside and go on; what a user can fix is raised.

        Raises:
            FactcheckError: As it came.
        """
        try:
            yield
        except FactcheckError:
            raise
        except Exception as error:
            if os.environ.get(DEBUG):
                import traceback  # slow to import

                traceback.print_exc()
            words = " ".join(str(error).split())[:LONGEST]
            self.note(f"{what} failed ({type(error).__name__}{words and f': {words}'})")

    def note(self, fault: str) -> None:
        """Note what is missing, once."""
        self._faults.setdefault(fault)

    def __bool__(self) -> bool:
        return bool(self._faults)

    def __str__(self) -> str:
        more = len(self._faults) - SHOWN
        shown = [*self._faults][:SHOWN] + [f"and {more} more"] * (more > 0)
        return f"{'; '.join(shown)}; {HINT}"
