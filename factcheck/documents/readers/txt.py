"""Plain text: an optional `date YYYY-MM-DD`, then the article as printed."""

from collections.abc import Iterator

from factcheck.documents.files import File, Read, reader
from factcheck.documents.model import Document
from factcheck.documents.source import HEADER, attribute, day_of
from factcheck.errors import DocumentError


@reader(".txt", ".text")
def read_txt(file: File) -> Iterator[Read]:
    """Read a text; the date may be its first line or just stand before it.

    Raises:
        DocumentError: The date is no day of the calendar.
    """
    text = file.text()
    header = HEADER.match(text)
    published = day_of(header[1]) if header else None
    if header and not published:
        line = text.count("\n", 0, header.start(1)) + 1
        raise DocumentError(
            f"{file.path}:{line}",
            f"date {header[1]} is not a day; write date YYYY-MM-DD",
        )
    source, credit = attribute(text, None, file.stem)
    yield Document(
        file.id,
        text,
        source,
        published,
        path=file.path,
        verbatim=True,
        credit=credit,
    )
