"""A small client of the language server protocol, written from its specification."""

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PATIENCE = 60
EVERYTHING = {
    "workspace": {
        "workspaceEdit": {"documentChanges": True},
        "didChangeWatchedFiles": {"dynamicRegistration": True},
    },
    "textDocument": {"publishDiagnostics": {"relatedInformation": True}},
    "window": {"showDocument": {"support": True}, "workDoneProgress": True},
}
LITTLE: dict[str, Any] = {}


class Client:
    """Talks to a server over its standard input and output."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self.seen: list[dict[str, Any]] = []
        self._came: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._number = 0
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def notify(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: Any) -> Any:
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": params})
        answer = self.wait(lambda m: m.get("id") == number and "method" not in m)
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer["result"]

    def wait(self, wanted: Any) -> dict[str, Any]:
        """Return the first message, seen or to come, that is wanted; take it away."""
        for message in self.seen:
            if wanted(message):
                self.seen.remove(message)
                return message
        while True:
            message = self._came.get(timeout=PATIENCE)
            if message is None:
                raise EOFError("the server is gone")
            if "id" in message and "method" in message:
                shown = message["method"] == "window/showDocument"
                result = {"success": True} if shown else None
                self._send({"id": message["id"], "result": result})
            if wanted(message):
                return message
            self.seen.append(message)

    def diagnostics(self, uri: str, version: int) -> list[dict[str, Any]]:
        """Wait for what is said about one version of a text."""
        found = self.wait(
            lambda m: (
                m.get("method") == "textDocument/publishDiagnostics"
                and m["params"]["uri"] == uri
                and m["params"].get("version") == version
            )
        )
        return found["params"]["diagnostics"]

    def message(self) -> dict[str, Any]:
        """Wait for a message shown to the user."""
        found = self.wait(lambda m: m.get("method") == "window/showMessage")
        return found["params"]

    def begin(self, folder: Path, capabilities: Any, options: Any = None) -> Any:
        result = self.ask(
            "initialize",
            {
                "processId": None,
                "rootUri": folder.as_uri(),
                "workspaceFolders": [{"uri": folder.as_uri(), "name": "news"}],
                "capabilities": capabilities,
                "initializationOptions": options,
            },
        )
        self.notify("initialized", {})
        return result

    def open(self, uri: str, text: str, language: str = "plaintext") -> None:
        about = {"uri": uri, "languageId": language, "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": about})

    def change(self, uri: str, text: str, version: int) -> None:
        self.notify(
            "textDocument/didChange",
            {
                "textDocument": {"uri": uri, "version": version},
                "contentChanges": [{"text": text}],
            },
        )

    def hover(self, uri: str, line: int, character: int) -> Any:
        at = {"line": line, "character": character}
        where = {"textDocument": {"uri": uri}, "position": at}
        return self.ask("textDocument/hover", where)

    def actions(self, uri: str, where: Any) -> list[dict[str, Any]]:
        wanted = {"textDocument": {"uri": uri}, "range": where}
        context: dict[str, Any] = {"context": {"diagnostics": []}}
        return self.ask("textDocument/codeAction", wanted | context)

    def end(self) -> int:
        """Say goodbye as an editor does; return the server's exit status."""
        self.ask("shutdown", None)
        self.notify("exit", None)
        return self.process.wait(PATIENCE)

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def _read(self) -> None:
        out = self.process.stdout
        assert out
        while line := out.readline():
            length = 0
            while line.strip():
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
                line = out.readline()
            self._came.put(json.loads(out.read(length)))
        self._came.put(None)


@contextmanager
def server(folder: Path, *options: str) -> Iterator[Client]:
    """Run the language server in a folder; nothing of it is left behind."""
    with (folder / "stderr.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "factcheck", "lsp", *options],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
        )
        try:
            yield Client(process)
        finally:
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                assert stream
                stream.close()
