"""A file's bytes, what to call them, and what becomes of them: documents or faults."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from factcheck.documents.document import Document
from factcheck.errors import DocumentError
from factcheck.registry import Registry

LARGEST = 50 * 1024 * 1024
BOM = "\ufeff"


class DocumentFault(NamedTuple):
    """A document that could not be read: its name, with the line, and why."""

    document: str
    reason: str


class ForeignClaim(NamedTuple):
    """A claim another extractor made, as laid out in JSON, and its file and line."""

    document: str
    laid: dict[str, Any]
    where: str


@dataclass(frozen=True, slots=True)
class File:
    """The bytes of one file.

    Attributes:
        id: The path relative to the argument that led to it, with forward slashes.
        path: The path as the user would type it.
        stem: The file's name without its suffix, the source of last resort.
        raw: The bytes.
    """

    id: str
    path: str
    stem: str
    raw: bytes

    def text(self) -> str:
        r"""Return the characters, without a byte order mark; line ends stay.

        Raises:
            DocumentError: The bytes are not UTF-8 text.
        """
        if b"\0" in self.raw:
            line = self.raw.count(b"\n", 0, self.raw.index(b"\0")) + 1
            raise DocumentError(
                f"{self.path}:{line}",
                "a binary file (it holds NUL bytes); give it as text in UTF-8",
            )
        try:
            text = self.raw.decode("utf-8")
        except UnicodeDecodeError as error:
            raise self._not_utf8(error) from error
        return text.removeprefix(BOM)

    def _not_utf8(self, error: UnicodeDecodeError) -> DocumentError:
        line = self.raw.count(b"\n", 0, error.start) + 1
        byte = self.raw[error.start]
        return DocumentError(
            f"{self.path}:{line}",
            f"not UTF-8: byte 0x{byte:02x} at offset {error.start}; if it is "
            f"Windows-1252: iconv -f WINDOWS-1252 -t UTF-8 {self.path} > utf8.txt",
        )


Read = Document | DocumentFault | ForeignClaim
Reader = Callable[[File], Iterator[Read]]
READERS: Registry[Reader] = Registry("reader")
"""By suffix. A reader raises a `DocumentError` for a file that it cannot read."""


def reader(*suffixes: str) -> Callable[[Reader], Reader]:
    """Return a decorator that files a reader under the suffixes it reads."""

    def file(read: Reader) -> Reader:
        for suffix in suffixes:
            READERS.register(suffix)(read)
        return read

    return file
