"""`factcheck lsp`: check drafts in an editor while they are written."""

import argparse

from factcheck.cli import CLEAN
from factcheck.errors import needs_extra


def run(options: argparse.Namespace) -> int:
    """Serve an editor over standard input and output until it says goodbye."""
    with needs_extra("lsp", "the language server"):
        from factcheck.lsp.server import serve

    serve(options)
    return CLEAN
