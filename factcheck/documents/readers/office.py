"""Word documents and PDF files: their text, with title and day from the file's fields.

Reading them takes an extra: `pip install factcheck-sources[office]`.
"""

from collections.abc import Iterator

from factcheck.documents.files import File, Read, reader
from factcheck.errors import DocumentError

REMEDY = "reading {} needs an extra: pip install 'factcheck-sources[office]'"


@reader(".docx")
def read_docx(file: File) -> Iterator[Read]:
    """Read the paragraphs and tables of a Word document, in their order.

    Raises:
        DocumentError: The extra is not installed, or this is no Word document.
    """
    try:
        from factcheck.documents.word import read_word  # python-docx is an extra
    except ImportError as error:
        raise DocumentError(file.path, REMEDY.format(".docx")) from error
    yield read_word(file)


@reader(".pdf")
def read_pdf(file: File) -> Iterator[Read]:
    """Read the text of a PDF file, page by page.

    Raises:
        DocumentError: The extra is not installed, or this is no PDF file with text.
    """
    try:
        from factcheck.documents.pdf import read_pages  # pypdf is an extra
    except ImportError as error:
        raise DocumentError(file.path, REMEDY.format("PDF")) from error
    yield read_pages(file)
