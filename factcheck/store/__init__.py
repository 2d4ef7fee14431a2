"""Hold claims in SQLite, and what one check judges as relations."""

from factcheck.store.check_view import Witness
from factcheck.store.factstore import FactStore
from factcheck.store.rows import Row, as_shared, as_text
from factcheck.store.schema import MOST_KEYS
from factcheck.store.working_tables import Links, members_of

__all__ = [
    "MOST_KEYS",
    "FactStore",
    "Links",
    "Row",
    "Witness",
    "as_shared",
    "as_text",
    "members_of",
]
