"""Tables and lattices of words: what extraction and comparison know of the language.

Names are imported when first used: a check in which nothing changed reads no table.
"""

from typing import TYPE_CHECKING

from factcheck.lazy import lazy_names

if TYPE_CHECKING:
    from factcheck.lexicons.folder import data_folder
    from factcheck.lexicons.tables import (
        alternatives,
        load_table,
        values_by_key,
        word_list,
    )
    from factcheck.lexicons.verdict import Verdict

_HOMES = {
    "Verdict": "verdict",
    "alternatives": "tables",
    "data_folder": "folder",
    "load_table": "tables",
    "values_by_key": "tables",
    "word_list": "tables",
}

__all__ = [
    "Verdict",
    "alternatives",
    "data_folder",
    "load_table",
    "values_by_key",
    "word_list",
]

__getattr__ = lazy_names(__name__, _HOMES)
