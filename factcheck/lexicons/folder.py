"""Where the shipped rules, lexicons and tables lie."""

from functools import cache
from pathlib import Path


@cache
def data_folder() -> Path:
    """Return the folder with the shipped rules, lexicons and tables."""
    package = Path(__file__).parent.parent
    installed = package / "_data"
    return installed if installed.is_dir() else package.parent / "rules"
