"""Make the pictures of the README from real output.

`python .ci/images.py` writes them to docs/images.

Needs chromium and the extra `browser`.
"""

import io
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"
EXAMPLE = "examples/ferry-2024"
CHECK = ["check", EXAMPLE, "--store", "none", "-q"]
LINES = 24  # of the terminal shown
PAPER = TerminalTheme(
    (255, 255, 255),
    (27, 28, 30),
    [
        *((27, 28, 30), (163, 33, 28), (26, 107, 52), (138, 83, 0)),
        *((11, 87, 168), (120, 60, 140), (11, 97, 115), (90, 95, 102)),
    ],
    [(110, 115, 122), *[(27, 28, 30)] * 7],
)


def main() -> None:
    """Write the picture of a terminal and that of a page."""
    IMAGES.mkdir(exist_ok=True)
    shown = run(*CHECK, "--color", "always").splitlines()[:LINES]
    console = Console(record=True, width=90, file=io.StringIO())
    console.print(Text.from_ansi(f"$ factcheck check {EXAMPLE}\n"))
    console.print(Text.from_ansi("\n".join(shown)))
    svg = console.export_svg(title="factcheck", theme=PAPER, unique_id="factcheck")
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.S)  # fetch nothing
    svg = svg.replace("Fira Code, monospace", "ui-monospace, monospace")
    svg = "\n".join(line.rstrip() for line in svg.splitlines())
    (IMAGES / "terminal.svg").write_text(svg + "\n", encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        run(*CHECK, "-f", f"html={folder}/site")
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": 960, "height": 700})
        page.goto(Path(folder, "site", "index.html").as_uri())
        page.screenshot(path=str(IMAGES / "page.png"))
        browser.close()


def run(*arguments: str) -> str:
    """Return what a command prints."""
    command = [sys.executable, "-m", "factcheck", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    return done.stdout


if __name__ == "__main__":
    main()
