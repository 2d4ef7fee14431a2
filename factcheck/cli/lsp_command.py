"""`factcheck lsp`: check drafts in an editor while they are written."""

import argparse
from importlib.util import find_spec

from factcheck.cli import CLEAN
from factcheck.errors import UsageError

REMEDY = "the language server needs an extra: pip install 'factcheck-sources[lsp]'"


def run(options: argparse.Namespace) -> int:
    """Serve an editor over standard input and output until it says goodbye."""
    if find_spec("pygls") is None:
        raise UsageError(REMEDY)
    from factcheck.lsp.server import serve  # pygls is an extra

    serve(options)
    return CLEAN
