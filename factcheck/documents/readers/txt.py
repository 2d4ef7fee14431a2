"""Plain text: an optional `date YYYY-MM-DD`, then the article as printed."""

from collections.abc import Iterator

from factcheck.documents.files import File, Read, reader
from factcheck.documents.make_document import make_document


@reader(".txt", ".text")
def read_txt(file: File) -> Iterator[Read]:
    """Read a text; the date may be its first line or just stand before it."""
    yield make_document(file, file.text(), verbatim=True)
