"""Documents read once and kept on disk, for more texts than memory holds."""

import os
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import overload

from factcheck.documents.document import Document


class Spool(Sequence[Document]):
    """Documents in a file without a name, which ends with this object.

    Each access reads a document again; memory holds only ids and places.
    """

    def __init__(self) -> None:
        import tempfile  # slow to import

        self._file = tempfile.TemporaryFile()  # noqa: SIM115 (it lives as long as we)
        self._places = array("Q")
        self._ids: list[str] = []

    def __del__(self) -> None:
        self._file.close()

    def append(self, document: Document) -> None:
        """Keep one more document."""
        import pickle  # slow to import

        self._file.seek(0, os.SEEK_END)
        self._places.append(self._file.tell())
        pickle.dump(document, self._file, pickle.HIGHEST_PROTOCOL)
        self._ids.append(document.id)

    def rename(self, ids: Iterable[str]) -> None:
        """Give all documents other ids, in their order."""
        self._ids = list(ids)

    def __len__(self) -> int:
        return len(self._ids)

    @overload
    def __getitem__(self, place: int) -> Document: ...
    @overload
    def __getitem__(self, place: slice) -> list[Document]: ...
    def __getitem__(self, place: int | slice) -> Document | list[Document]:
        if isinstance(place, slice):
            return [self[n] for n in range(*place.indices(len(self)))]
        place = range(len(self))[place]
        import pickle

        self._file.seek(self._places[place])
        document: Document = pickle.load(self._file)
        named = self._ids[place]
        return document if document.id == named else replace(document, id=named)

    def __iter__(self) -> Iterator[Document]:
        return (self[n] for n in range(len(self)))
