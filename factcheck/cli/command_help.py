"""What the help says about each command apart from its options; read on demand."""

from pathlib import Path
from typing import NamedTuple

import yaml

EXIT_STATUS = """\
exit status:
  0  everything was checked, nothing new at or above --fail-on
  1  new findings at or above --fail-on
  2  a usage, configuration or rule error
  3  something could not be checked (--allow-incomplete accepts that)
"""


class Help(NamedTuple):
    """The help of a command.

    Attributes:
        about: What a user has to know before using it.
        examples: Command lines with a word on each.
        status: Whether the exit statuses are listed.
    """

    about: str
    examples: dict[str, str]
    status: bool = False

    @property
    def epilog(self) -> str:
        """The examples and, where asked for, the exit statuses."""
        wide = max(map(len, self.examples)) + 3
        shown = (f"  {one.ljust(wide)}{what}" for one, what in self.examples.items())
        status = f"\n{EXIT_STATUS}" if self.status else ""
        return "\n".join(["examples:", *shown, status])


_TEXT = Path(__file__).with_name("help.yaml").read_text(encoding="utf-8")
HELP = {name: Help(**parts) for name, parts in yaml.safe_load(_TEXT).items()}
"""The help of the program, by its own name, and of each command."""
