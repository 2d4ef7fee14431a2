"""`factcheck init`: write commented starter files, never over any that are there."""

import argparse
from pathlib import Path

from factcheck.cli import CLEAN
from factcheck.errors import UsageError

STARTERS = Path(__file__).parent / "starters"


def run(options: argparse.Namespace) -> int:
    """Write each starter file that is not there yet.

    Raises:
        UsageError: A file cannot be written.
    """
    for starter in sorted(STARTERS.iterdir()):
        path = Path(starter.name)
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(starter.read_text(encoding="utf-8"))
        except FileExistsError:
            print(f"{path}: is there already, left as it is")
        except OSError as error:
            raise UsageError(f"{path}: cannot be written: {error.strerror}") from error
        else:
            print(f"{path}: written")
    print("next: factcheck check PATH")
    return CLEAN
