"""Parquet: claims of another extractor, or our own, one row per claim.

Reading them takes an extra: `pip install factcheck-sources[parquet]`.
"""

from collections.abc import Iterator

from factcheck.documents.files import File, Read, reader
from factcheck.errors import DocumentError


@reader(".parquet")
def read_parquet(file: File) -> Iterator[Read]:
    """Read each row as a claim.

    Raises:
        DocumentError: The extra is not installed, or the file holds no claims.
    """
    try:
        from factcheck.documents.table import read_table  # pyarrow is an extra
    except ImportError as error:
        raise DocumentError(
            file.path,
            "reading .parquet needs an extra: pip install 'factcheck-sources[parquet]'",
        ) from error
    yield from read_table(file)
