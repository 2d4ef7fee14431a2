"""One session of an editor: its drafts, their checks, and what comes of them."""

import argparse
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from factcheck.errors import FactcheckError
from factcheck.pipeline.settings import checked

if TYPE_CHECKING:
    from factcheck.lsp.drafting import Checked, Drafting
    from factcheck.lsp.positions import Spot

OFTEN = 0.2
"""Seconds between two looks of the bar."""


class Stopped(Exception):  # noqa: N818 (no error: the session ends)
    """The session ends; a check under way is not worth finishing."""


class ProgressBar:
    """A bar in the editor for one check; shown only when documents are extracted."""

    def __init__(
        self, server: LanguageServer, loop: asyncio.AbstractEventLoop, stopping: Event
    ) -> None:
        self._server = server
        self._loop = loop
        self._stopping = stopping
        self._token = str(uuid4())
        self._drawn = 0.0
        self._asking: asyncio.Future[None] | None = None
        self._begun = False
        self._ended = False

    def stop_if_asked(self) -> None:
        """Leave the check if the session ends.

        Raises:
            Stopped: It does.
        """
        if self._stopping.is_set():
            raise Stopped

    def update(self, done: int, total: int, _: int) -> None:
        """Say how many documents are extracted; called from the thread of checks.

        Raises:
            Stopped: The session ends.
        """
        self.stop_if_asked()
        now = time.monotonic()
        if now - self._drawn > OFTEN:
            self._drawn = now
            self._loop.call_soon_threadsafe(self._draw, done, total)

    def end(self) -> None:
        """Take the bar away."""
        self._ended = True
        if self._begun:
            self._begun = False
            self._server.work_done_progress.end(
                self._token, types.WorkDoneProgressEnd()
            )

    def _draw(self, done: int, total: int) -> None:
        window = self._server.client_capabilities.window
        if self._ended or not (window and window.work_done_progress):
            return
        message = f"{done:,} of {total:,} documents"
        share = 100 * done // max(total, 1)
        if self._begun:
            report = types.WorkDoneProgressReport(message=message, percentage=share)
            self._server.work_done_progress.report(self._token, report)
        elif self._asking is None:
            self._asking = asyncio.ensure_future(self._begin(message, share))

    async def _begin(self, message: str, share: int) -> None:
        await self._server.work_done_progress.create_async(self._token)
        if self._ended:
            return
        self._begun = True
        self._server.work_done_progress.begin(
            self._token,
            types.WorkDoneProgressBegin(
                "factcheck: reading the corpus", message=message, percentage=share
            ),
        )


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
        server: Speaks with the editor.
        given: The settings the editor gives.
        drafting: Checks drafts; made by the first check.
        worker: The one thread in which checks run.
        stopping: Set when the session ends.
        pending: The check under way or ahead, by draft.
        answers: What was last found out, by draft.
        shown: Messages that were shown and are not shown again.
    """

    options: argparse.Namespace
    server: LanguageServer
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

    def configure(self, given: object) -> None:
        """Take the settings an editor gives; faulty ones are reported and ignored."""
        if not isinstance(given, dict):
            return
        try:
            self.given = checked(given, "settings of the editor")
        except FactcheckError as error:
            self._tell(str(error), types.MessageType.Error)

    def check_all(self) -> None:
        """Check every draft again after a moment."""
        for document in list(self.server.workspace.text_documents.values()):
            self.schedule(document.uri, DELAY)

    def schedule(self, uri: str, delay: float) -> None:
        """Check a draft after a moment, unless it changes again before."""
        path = to_fs_path(uri)
        if path and Path(path).suffix.lower() in (".yaml", ".yml", ".toml"):
            return  # configuration, no draft
        if self.stopping.is_set():
            return
        if earlier := self.pending.get(uri):
            earlier.cancel()
        self.pending[uri] = asyncio.ensure_future(self._check(uri, delay))

    async def _check(self, uri: str, delay: float) -> None:
        await asyncio.sleep(delay)
        document = self.server.workspace.get_text_document(uri)
        version = document.version
        loop = asyncio.get_running_loop()
        bar = ProgressBar(self.server, loop, self.stopping)
        suffix = SUFFIXES.get(document.language_id or "")
        draft = (_path(uri), document.source, suffix)
        try:
            result = await loop.run_in_executor(self.worker, self._work, *draft, bar)
        except FactcheckError as error:
            self._tell(f"factcheck: {error}", types.MessageType.Error)
            return
        except Stopped:
            return
        except Exception as error:
            message = f"factcheck: a fault of its own, please report it: {error!r}"
            self._tell(message, types.MessageType.Error)
            raise
        finally:
            bar.end()
        if self.server.workspace.get_text_document(uri).version == version:
            self._publish(uri, version, result)

    def _work(
        self, path: str, text: str, suffix: str | None, bar: ProgressBar
    ) -> "Checked":
        """Check a draft, in the thread of checks."""
        from factcheck.lsp.drafting import Draft, Drafting  # slow to import

        bar.stop_if_asked()
        if self.drafting is None:
            self.drafting = Drafting(self.merged())
        self.drafting.options = self.merged()
        draft = Draft(path, text, None if Path(path).suffix else suffix)
        return self.drafting.check(draft, bar.update)

    def _publish(self, uri: str, version: int | None, result: "Checked") -> None:
        from factcheck.lsp.diagnostics import corpus_reasons, diagnostics, spots_of

        spots = spots_of(result, self.encoding)
        self.answers[uri] = DraftResult(version, result, spots)
        text = self.server.client_capabilities.text_document
        shown = text.publish_diagnostics if text else None
        linked = bool(shown and shown.related_information)
        self.server.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(
                uri, diagnostics(result, spots, linked), version
            )
        )
        if not result.against:
            self._tell(NO_CORPUS, types.MessageType.Info)
        for message in (*corpus_reasons(result), *result.stale):
            self._tell(f"factcheck: {message}", types.MessageType.Warning)
        counted = f"{len(result.findings)} findings against {result.corpus}"
        self.server.window_log_message(
            types.LogMessageParams(types.MessageType.Log, f"{_path(uri)}: {counted}")
        )

    def _tell(self, message: str, kind: types.MessageType) -> None:
        """Show a message, once a session."""
        if message not in self.shown:
            self.shown.add(message)
            self.server.window_show_message(types.ShowMessageParams(kind, message))

    @property
    def encoding(self) -> str:
        """How the editor counts columns."""
        return str(self.server.workspace.position_codec.encoding or "utf-16")

    def text_of(self, path: Path) -> str:
        """Read a file as it stands in the editor, else on disk; "" for none."""
        for document in self.server.workspace.text_documents.values():
            if to_fs_path(document.uri) == str(path.absolute()):
                return str(document.source)
        try:
            return path.read_bytes().decode("utf-8", "replace")
        except OSError:
            return ""


def _path(uri: str) -> str:
    """Name a draft: its file from the working folder, or what the editor calls it."""
    file = to_fs_path(uri) if uri.startswith("file:") else None
    if file is None:
        return uri.partition(":")[2].lstrip("/") or "draft"
    path = Path(file)
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
