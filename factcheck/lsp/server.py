"""The language server itself: what an editor says, and what it is answered.

Nothing slow is done here. Checks run in one thread of their own, a moment after the
last keystroke; an answer that comes too late is thrown away.
"""

import argparse
import os
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from factcheck import __version__
from factcheck.lsp.positions import At
from factcheck.lsp.session import DELAY, SHOW, EditorSession
from factcheck.pipeline.settings import ALIASES, SUPPRESSIONS, load_settings

WATCHED = "**/*.{yaml,yml,toml,txt,md,html,json,jsonl}"


def serve(options: argparse.Namespace) -> None:
    """Serve an editor over standard input and output until it says goodbye."""
    synced = types.TextDocumentSyncKind.Full
    server = LanguageServer("factcheck", __version__, text_document_sync_kind=synced)
    editor = EditorSession(options, server)
    _add_session(server, editor)
    _add_texts(server, editor)
    _add_questions(server, editor)
    try:
        server.start_io()
    finally:
        editor.stopping.set()
        editor.worker.shutdown(wait=True, cancel_futures=True)


def _add_session(server: LanguageServer, editor: EditorSession) -> None:
    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        folders = params.workspace_folders or []
        uri = folders[0].uri if folders else params.root_uri
        root = to_fs_path(uri) if uri else params.root_path
        if root and Path(root).is_dir():
            os.chdir(root)  # paths in factcheck.yaml count from there
        editor.configure(params.initialization_options)

    @server.feature(types.INITIALIZED)
    def initialized(_: types.InitializedParams) -> None:
        workspace = server.client_capabilities.workspace
        watching = workspace and workspace.did_change_watched_files
        if watching and watching.dynamic_registration:
            watchers = [types.FileSystemWatcher(WATCHED)]
            options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
            method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
            wanted = types.Registration("watched", method, options)
            server.client_register_capability(types.RegistrationParams([wanted]))

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def configured(params: types.DidChangeConfigurationParams) -> None:
        given = params.settings
        if isinstance(given, dict) and isinstance(given.get("factcheck"), dict):
            editor.configure(given["factcheck"])
        editor.check_all()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files_changed(_: types.DidChangeWatchedFilesParams) -> None:
        editor.check_all()

    @server.feature(types.SHUTDOWN)
    def shutdown(_: None) -> None:
        editor.stopping.set()
        for task in editor.pending.values():
            task.cancel()


def _add_texts(server: LanguageServer, editor: EditorSession) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(params: types.DidOpenTextDocumentParams) -> None:
        editor.schedule(params.text_document.uri, 0)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        editor.schedule(params.text_document.uri, DELAY)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(_: types.DidSaveTextDocumentParams) -> None:
        editor.check_all()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        if task := editor.pending.pop(uri, None):
            task.cancel()
        editor.answers.pop(uri, None)
        server.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri, [])
        )


def _add_questions(server: LanguageServer, editor: EditorSession) -> None:
    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hovered(params: types.HoverParams) -> types.Hover | None:
        answer = editor.answers.get(params.text_document.uri)
        if answer is None:
            return None
        from factcheck.lsp.diagnostics import hover

        at = At(params.position.line, params.position.character)
        return hover(at, answer.checked, answer.spots, editor.encoding)

    kinds = types.CodeActionOptions([types.CodeActionKind.QuickFix])

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)
    def offered(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        answer = editor.answers.get(uri)
        document = server.workspace.get_text_document(uri)
        if answer is None or answer.version != document.version:
            return []  # the words may have moved
        from factcheck.lsp.actions import DraftView, actions

        settings = load_settings(editor.merged())
        workspace = server.client_capabilities.workspace
        window = server.client_capabilities.window
        edits = workspace.workspace_edit if workspace else None
        desk = DraftView(
            uri,
            document.version,
            document.source,
            editor.encoding,
            bool(edits and edits.document_changes),
            bool(window and window.show_document and window.show_document.support),
            Path(settings.suppress or SUPPRESSIONS),
            Path(settings.aliases or ALIASES),
            editor.text_of,
        )
        return list(actions(params.range, answer.checked, answer.spots, desk))

    @server.command(SHOW)
    def show(uri: str, line: int) -> None:
        end = types.Position(line, 10_000)
        server.window_show_document(
            types.ShowDocumentParams(
                uri, take_focus=True, selection=types.Range(end, end)
            )
        )
