"""Make a document of a text: who published it and when, given or found in the text."""

from factcheck.documents.document import Document
from factcheck.documents.files import File
from factcheck.documents.source import HEADER, day_of, source_and_credit
from factcheck.errors import DocumentError


def make_document(
    file: File,
    text: str,
    *,
    id: str | None = None,
    source: str | None = None,
    published: str | None = None,
    title: str | None = None,
    url: str | None = None,
    line: int = 1,
    verbatim: bool = False,
) -> Document:
    """Return a document of a file; what is not given, the text itself may say.

    A text may begin with `date YYYY-MM-DD`, and credit its source on its last line or
    behind its dateline.

    Raises:
        DocumentError: The date it begins with is not a day of the calendar.
    """
    header = None if published else HEADER.match(text)
    if header:
        published = day_of(header[1])
        if not published:
            where = line + text.count("\n", 0, header.start(1))
            reason = f"date {header[1]} is not a day; write date YYYY-MM-DD"
            raise DocumentError(f"{file.path}:{where}", reason)
    named, credit = source_and_credit(text, source, file.stem)
    return Document(
        id or file.id,
        text,
        named,
        published,
        title or None,
        url or None,
        path=file.path,
        line=line,
        verbatim=verbatim,
        credit=credit,
    )
