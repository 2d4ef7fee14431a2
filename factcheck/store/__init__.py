"""Hold claims in SQLite, and what one check judges as relations."""

from factcheck.store.factstore import FactStore
from factcheck.store.judging import Witness
from factcheck.store.rows import ATTRIBUTION, as_text

__all__ = ["ATTRIBUTION", "FactStore", "Witness", "as_text"]
