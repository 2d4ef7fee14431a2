"""One session of an editor: its drafts, their checks, and what comes of them."""

import argparse
import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from factcheck.errors import FactcheckError
from factcheck.lsp.progress import ProgressBar, Stopped
from factcheck.pipeline.settings import checked

if TYPE_CHECKING:
    from factcheck.lsp.drafting import Checked, Drafting
    from factcheck.lsp.locations import Spot

DELAY = 0.4
"""Seconds without a keystroke after which a draft is checked."""

SHOW = "factcheck.show"
"""The command that opens a file at a line, for a reason to be written there."""

SUFFIXES = {"markdown": ".md", "html": ".html", "json": ".json", "jsonl": ".jsonl"}
"""What sort of file a text without a name is, by the language of the editor."""

NO_CORPUS = (
    "factcheck: there is nothing to compare drafts with; name the folder of your "
    "corpus under `against` in factcheck.yaml"
)


@dataclass(slots=True)
class DraftResult:
    """What was last found out about a draft.

    Attributes:
        version: The version of the text that was checked.
        checked: What there is to say.
        spots: Where the claims of each finding stand.
    """

    version: int | None
    checked: "Checked"
    spots: "dict[str, list[Spot]]"


@dataclass(slots=True)
class EditorSession:
    """The state of one session.

    Attributes:
        options: The command line.
        drafting: Checks drafts; made by the first check.
        worker: The one thread in which checks run.
        stopping: Set when the session ends.
        pending: The check under way or ahead, by draft.
        answers: What was last found out, by draft.
        shown: Messages that were shown and are not shown again.
    """

    options: argparse.Namespace
    given: dict[str, Any] = field(default_factory=dict)
    drafting: "Drafting | None" = None
    worker: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(1, "factcheck")
    )
    stopping: Event = field(default_factory=Event)
    pending: dict[str, "asyncio.Task[None]"] = field(default_factory=dict)
    answers: dict[str, DraftResult] = field(default_factory=dict)
    shown: set[str] = field(default_factory=set)

    def merged(self) -> argparse.Namespace:
        """Return the command line, and the editor's settings where it says nothing."""
        given = {k: v for k, v in vars(self.options).items() if v is not None}
        return argparse.Namespace(**{**self.given, **given, "quiet": True})


def configure(server: LanguageServer, editor: EditorSession, given: object) -> None:
    """Take the settings an editor gives; faulty ones are reported and ignored."""
    if not isinstance(given, dict):
        return
    try:
        editor.given = checked(given, "settings of the editor")
    except FactcheckError as error:
        _tell(server, editor, str(error), types.MessageType.Error)


def check_all(server: LanguageServer, editor: EditorSession) -> None:
    """Check every draft again after a moment."""
    for document in list(server.workspace.text_documents.values()):
        schedule(server, editor, document.uri, DELAY)


def schedule(
    server: LanguageServer, editor: EditorSession, uri: str, delay: float
) -> None:
    """Check a draft after a moment, unless it changes again before."""
    path = to_fs_path(uri)
    if path and Path(path).suffix.lower() in (".yaml", ".yml", ".toml"):
        return  # configuration, no draft
    if editor.stopping.is_set():
        return
    if earlier := editor.pending.get(uri):
        earlier.cancel()
    editor.pending[uri] = asyncio.ensure_future(_check(server, editor, uri, delay))


async def _check(
    server: LanguageServer, editor: EditorSession, uri: str, delay: float
) -> None:
    await asyncio.sleep(delay)
    document = server.workspace.get_text_document(uri)
    version = document.version
    loop = asyncio.get_running_loop()
    bar = ProgressBar(server, loop, editor.stopping)
    work = _work(editor, uri, document.source, document.language_id, bar)
    try:
        result = await loop.run_in_executor(editor.worker, work)
    except FactcheckError as error:
        _tell(server, editor, f"factcheck: {error}", types.MessageType.Error)
        return
    except Stopped:
        return
    except Exception as error:
        message = f"factcheck: a fault of its own, please report it: {error!r}"
        _tell(server, editor, message, types.MessageType.Error)
        raise
    finally:
        bar.end()
    if server.workspace.get_text_document(uri).version == version:
        _publish(server, editor, uri, version, result)


def _work(
    editor: EditorSession, uri: str, text: str, language: str | None, bar: ProgressBar
) -> "Callable[[], Checked]":
    draft_path = _path(uri)

    def work() -> "Checked":
        from factcheck.lsp.drafting import Draft, Drafting  # slow to import

        bar.stop_if_asked()
        if editor.drafting is None:
            editor.drafting = Drafting(editor.merged())
        editor.drafting.options = editor.merged()
        suffix = None if Path(draft_path).suffix else SUFFIXES.get(language or "")
        draft = Draft(draft_path, text, suffix)
        return editor.drafting.check(draft, bar.update)

    return work


def _publish(
    server: LanguageServer,
    editor: EditorSession,
    uri: str,
    version: int | None,
    result: "Checked",
) -> None:
    from factcheck.lsp.diagnostics import corpus_reasons, diagnostics, spots_of

    spots = spots_of(result, encoding_of(server))
    editor.answers[uri] = DraftResult(version, result, spots)
    text = server.client_capabilities.text_document
    shown = text.publish_diagnostics if text else None
    linked = bool(shown and shown.related_information)
    server.text_document_publish_diagnostics(
        types.PublishDiagnosticsParams(uri, diagnostics(result, spots, linked), version)
    )
    if not result.against:
        _tell(server, editor, NO_CORPUS, types.MessageType.Info)
    for message in (*corpus_reasons(result), *result.stale):
        _tell(server, editor, f"factcheck: {message}", types.MessageType.Warning)
    compared = f"{_path(uri)}: {len(result.findings)} findings against {result.corpus}"
    server.window_log_message(types.LogMessageParams(types.MessageType.Log, compared))


def _tell(
    server: LanguageServer, editor: EditorSession, message: str, kind: types.MessageType
) -> None:
    """Show a message, once a session."""
    if message not in editor.shown:
        editor.shown.add(message)
        server.window_show_message(types.ShowMessageParams(kind, message))


def encoding_of(server: LanguageServer) -> str:
    """Return how the editor counts columns."""
    return str(server.workspace.position_codec.encoding or "utf-16")


def _path(uri: str) -> str:
    """Name a draft: its file from the working folder, or what the editor calls it."""
    file = to_fs_path(uri) if uri.startswith("file:") else None
    if file is None:
        return uri.partition(":")[2].lstrip("/") or "draft"
    path = Path(file)
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def text_of(server: LanguageServer, path: Path) -> str:
    """Read a file as it stands in the editor, else on disk; "" if it is not there."""
    for document in server.workspace.text_documents.values():
        if to_fs_path(document.uri) == str(path.absolute()):
            return str(document.source)
    try:
        return path.read_bytes().decode("utf-8", "replace")
    except OSError:
        return ""
