"""Tables and lattices of words: what extraction and comparison know of the language."""

from factcheck.lexicons.tables import data_folder, load_table

__all__ = ["data_folder", "load_table"]
