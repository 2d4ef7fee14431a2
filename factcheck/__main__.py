"""Run the command: `python -m factcheck`."""

import sys


def run() -> None:
    """Run the command line and leave with its exit status."""
    from factcheck.cli import main

    raise SystemExit(main(sys.argv[1:]))


if __name__ == "__main__":
    run()
