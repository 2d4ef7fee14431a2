"""Tables and lattices of words: what extraction and comparison know of the language."""

from factcheck.lexicons.tables import data_folder, load_table
from factcheck.lexicons.verdict import Verdict

__all__ = ["Verdict", "data_folder", "load_table"]
