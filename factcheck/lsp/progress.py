"""How far reading the corpus has come, shown by the editor."""

import asyncio
import time
from threading import Event
from uuid import uuid4

from lsprotocol import types
from pygls.lsp.server import LanguageServer

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
