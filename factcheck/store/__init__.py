"""Hold claims in SQLite, and what one check judges as relations."""

from factcheck.store.factstore import FactStore
from factcheck.store.judged import members_of
from factcheck.store.judging import Witness, Witnesses
from factcheck.store.rows import ATTRIBUTION, Row, as_shared, as_text
from factcheck.store.schema import MOST_KEYS

__all__ = [
    "ATTRIBUTION",
    "MOST_KEYS",
    "FactStore",
    "Row",
    "Witness",
    "Witnesses",
    "as_shared",
    "as_text",
    "members_of",
]
