"""Parquet: claims of another extractor, or our own, one row per claim.

Reading them takes an extra: `pip install factcheck-sources[parquet]`.
"""

from collections.abc import Iterator

from factcheck.documents.files import File, Read, reader
from factcheck.errors import needs_extra


@reader(".parquet")
def read_parquet(file: File) -> Iterator[Read]:
    """Read each row as a claim."""
    with needs_extra("parquet", "reading .parquet", file.path):
        from factcheck.documents.parquet_claims import read_table
    yield from read_table(file)
