"""Turn files into immutable text with places in it."""

from factcheck.documents.collect import (
    Collected,
    collect,
    collect_on_disk,
    files_of,
    path_of,
    read,
    read_unsaved,
    tell_apart,
)
from factcheck.documents.document import TEXT, TITLE, Document, Span
from factcheck.documents.files import READERS, DocumentFault, File, ForeignClaim, reader
from factcheck.documents.source import HEADER, day_of, wire_of

__all__ = [
    "HEADER",
    "READERS",
    "TEXT",
    "TITLE",
    "Collected",
    "Document",
    "DocumentFault",
    "File",
    "ForeignClaim",
    "Span",
    "collect",
    "collect_on_disk",
    "day_of",
    "files_of",
    "path_of",
    "read",
    "read_unsaved",
    "reader",
    "tell_apart",
    "wire_of",
]
