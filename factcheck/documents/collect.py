"""From the paths a user names to documents, and a reason for each that is not one."""

import os
import re
import stat
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from factcheck.documents import readers  # noqa: F401 (each reader registers itself)
from factcheck.documents.document import Document
from factcheck.documents.files import (
    LARGEST,
    READERS,
    DocumentFault,
    File,
    ForeignClaim,
    Read,
)
from factcheck.documents.ours import is_ours
from factcheck.documents.spool import Spool
from factcheck.errors import DEBUG, DocumentError

STDIN = "-"
EMPTY = "empty; there is nothing to check"
SNIFF = 4000
Seen = set[tuple[int, int]]
SNIFFED = {"{": ".json", "[": ".json", "<": ".html", "---\n": ".md"}
FEED = re.compile(rb"<(?:rss|feed|(?:\w{1,20}:)?RDF)[\s>]")


@dataclass(frozen=True, slots=True)
class Collected:
    """What was found under the paths.

    Attributes:
        documents: In the order of the paths, folders sorted; every id is unique.
        faults: What could not be read, and why.
        claims: Claims another extractor made, not yet validated.
    """

    documents: Sequence[Document] = ()
    faults: list[DocumentFault] = field(default_factory=list)
    claims: list[ForeignClaim] = field(default_factory=list)


def collect(paths: Sequence[str | Path], stdin: BinaryIO | None = None) -> Collected:
    """Read every document under files and folders, and whatever `-` holds.

    Nothing is raised for a bad document: it becomes a fault and the others are read.
    """
    documents: list[Document] = []
    collected = _sorted(paths, stdin, documents.append)
    return replace(collected, documents=tell_apart(documents))


def collect_on_disk(
    paths: Sequence[str | Path], stdin: BinaryIO | None = None
) -> Collected:
    """Read every document like `collect`, and keep the texts out of memory."""
    spool = Spool()
    bare: list[Document] = []

    def keep(document: Document) -> None:
        spool.append(document)
        bare.append(replace(document, text="", title=None))

    collected = _sorted(paths, stdin, keep)
    spool.rename(document.id for document in tell_apart(bare))
    return replace(collected, documents=spool)


def _sorted(
    paths: Sequence[str | Path],
    stdin: BinaryIO | None,
    keep: Callable[[Document], None],
) -> Collected:
    """Read everything; documents are handed on, the rest is returned."""
    collected = Collected()
    seen: Seen = set()
    for path in paths:
        for read in _read_argument(str(path), stdin, seen):
            if isinstance(read, Document):
                keep(read)
            elif isinstance(read, DocumentFault):
                collected.faults.append(read)
            else:
                collected.claims.append(read)
    return collected


def read(path: str | Path) -> list[Document]:
    """Read the documents of one file or folder.

    Raises:
        DocumentError: Something there could not be read; names the first fault.
    """
    collected = collect([path])
    for fault in collected.faults:
        raise DocumentError(*fault)
    return list(collected.documents)


def read_unsaved(path: str, text: str, suffix: str | None = None) -> list[Read]:
    """Read the text of a file as it would be read if it were saved now.

    The file need not exist. *suffix* says what sort of file it is, where its name does
    not.
    """
    name = Path(path)
    raw = text.encode("utf-8", "replace")  # halves of characters: one sign for one
    file = File(printable(name.name), printable(path), printable(name.stem), raw)
    return list(_read_bytes(file, suffix or name.suffix.lower()))


def files_of(paths: Sequence[str]) -> Iterator[Path]:
    """Yield the files that `collect` would look into, in its order."""
    for path in paths:
        if Path(path).is_dir():
            yield from (file for file, _ in _files(path, []))
        else:
            yield Path(path)


def tell_apart(documents: list[Document]) -> list[Document]:
    """Give documents of one id longer ids: their path, then `path#id`, then the line.

    All of them get one, so the order of the paths does not matter. Those of one line
    are counted: `feed.rss:1:2` is the second.
    """
    for longer in (path_of, _by_line):
        count = Counter(d.id for d in documents)
        documents = [
            replace(d, id=longer(d)) if count[d.id] > 1 else d for d in documents
        ]
    count = Counter(d.id for d in documents)
    turn: Counter[str] = Counter()
    for place, document in enumerate(documents):
        if count[document.id] > 1:
            turn[document.id] += 1
            longer_id = f"{document.id}:{turn[document.id]}"
            documents[place] = replace(document, id=longer_id)
    return documents


def path_of(document: Document) -> str:
    """Return the id of a document with the path that leads to it from here."""
    path = Path(document.path or "").as_posix()
    file, _, line = document.id.rpartition(":")
    if path.endswith(document.id):
        return path
    if file and path.endswith(file):
        return f"{path}:{line}"
    return f"{path}#{document.id}"


def _by_line(document: Document) -> str:
    path, _, name = document.id.partition("#")
    return f"{path}:{document.line}#{name}" if name else f"{path}:{document.line}"


def _read_argument(path: str, stdin: BinaryIO | None, seen: Seen) -> Iterator[Read]:
    if path == STDIN:
        yield from _read_stdin(stdin)
    elif Path(path).is_dir():
        yield from _read_folder(path, seen)
    else:
        yield from _read_path(Path(path), Path(path).name, seen)


def _read_stdin(stdin: BinaryIO | None) -> Iterator[Read]:
    if stdin is None:
        yield DocumentFault(STDIN, "there is no standard input to read")
        return
    raw = stdin.read(LARGEST + 1)
    head = raw[:200].decode("utf-8", "replace").lstrip("\ufeff \r\n\t")
    suffix = next((s for mark, s in SNIFFED.items() if head.startswith(mark)), ".txt")
    if suffix == ".html" and _is_feed(raw):
        suffix = ".xml"
    yield from _read_bytes(File("stdin", STDIN, "stdin", raw), suffix)


def _read_folder(folder: str, seen: Seen) -> Iterator[Read]:
    any_file = False
    closed: list[OSError] = []
    for path, name in _files(folder, closed):
        any_file = True
        yield from _read_path(path, name, seen, True)
    for error in closed:
        yield DocumentFault(printable(error.filename), _say(error))
    if not any_file and not closed:
        suffixes = ", ".join(READERS)
        yield DocumentFault(folder, f"no document in this folder (it reads {suffixes})")


def _files(folder: str, closed: list[OSError]) -> Iterator[tuple[Path, str]]:
    """Yield the files of known suffix and their names in the folder, sorted.

    Hidden files and folders are left out.
    """
    for parent, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        inside = Path(parent).relative_to(folder).as_posix()
        prefix = "" if inside == "." else f"{inside}/"
        for name in sorted(names):
            suffix = f".{name.rpartition('.')[2].lower()}"
            if suffix in READERS and not name.startswith("."):
                yield Path(parent, name), prefix + name


def _read_path(
    path: Path, name: str, seen: Seen, in_folder: bool = False
) -> Iterator[Read]:
    try:
        raw = _bytes(path, seen, in_folder)
    except OSError as error:
        yield DocumentFault(printable(str(path)), _say(error))
        return
    if raw is None or (in_folder and is_ours(raw)):
        return
    if in_folder and path.suffix.lower() == ".xml" and not _is_feed(raw):
        return  # folders hold XML of many sorts
    file = File(printable(name), printable(str(path)), printable(path.stem), raw)
    yield from _read_bytes(file, path.suffix.lower())


def _bytes(path: Path, seen: Seen, in_folder: bool) -> bytes | None:
    """Return a file's bytes; None if it was read before, or is a pipe nobody named."""
    status = path.stat()
    if in_folder and not stat.S_ISREG(status.st_mode):
        return None
    if (status.st_dev, status.st_ino) in seen:
        return None
    seen.add((status.st_dev, status.st_ino))
    size = min(status.st_size, LARGEST)
    with path.open("rb") as opened:
        raw = opened.read(size + 1)  # most files end where their size says
        return raw + opened.read(LARGEST + 1 - len(raw)) if len(raw) > size else raw


def _read_bytes(file: File, suffix: str) -> Iterator[Read]:
    if len(file.raw) > LARGEST:
        megabytes = LARGEST // (1024 * 1024)
        yield DocumentFault(
            file.path, f"larger than {megabytes} MB; split it into several files"
        )
        return
    if not file.raw.strip():
        yield DocumentFault(file.path, EMPTY)
        return
    try:
        for read in READERS[suffix if suffix in READERS else ".txt"](file):
            blank = isinstance(read, Document) and not read.text.strip()
            yield DocumentFault(file.path, EMPTY) if blank else read
    except DocumentError as error:
        yield DocumentFault(error.where, error.reason)
    except Exception as error:
        # Readers stand on libraries, and no list of what those raise is whole.
        if os.environ.get(DEBUG):
            import traceback  # slow to import

            traceback.print_exc()
        reason = f"its reader failed ({type(error).__name__}); save it as .txt"
        yield DocumentFault(file.path, f"{reason}, or set {DEBUG}=1 to see where")


def _is_feed(raw: bytes) -> bool:
    return FEED.search(raw[:SNIFF]) is not None


def printable(name: str) -> str:
    """Spell out the bytes of a file's name that are not UTF-8."""
    return (
        name
        if name.isascii()
        else os.fsencode(name).decode("utf-8", "backslashreplace")
    )


def _say(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or folder; check the spelling of the path"
    return f"cannot be read: {(error.strerror or str(error)).lower()}"
