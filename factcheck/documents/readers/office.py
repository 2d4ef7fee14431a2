"""Word documents and PDF files: their text, with title and day from the file's fields.

Reading them takes an extra: `pip install factcheck-sources[office]`.
"""

from collections.abc import Iterator

from factcheck.documents.files import File, Read, reader
from factcheck.errors import needs_extra


@reader(".docx")
def read_docx(file: File) -> Iterator[Read]:
    """Read the paragraphs and tables of a Word document, in their order."""
    with needs_extra("office", "reading .docx", file.path):
        from factcheck.documents.word import read_word
    yield read_word(file)


@reader(".pdf")
def read_pdf(file: File) -> Iterator[Read]:
    """Read the text of a PDF file, page by page."""
    with needs_extra("office", "reading PDF", file.path):
        from factcheck.documents.pdf import read_pages
    yield read_pages(file)
