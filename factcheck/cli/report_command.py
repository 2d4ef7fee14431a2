"""`factcheck report`: lay out the last check again, in other formats."""

from factcheck.cli.check_command import run

__all__ = ["run"]
