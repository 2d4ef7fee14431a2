"""`factcheck store`: list what the fact store holds, or forget documents."""

import argparse
from pathlib import Path

from factcheck.cli import CLEAN
from factcheck.errors import UsageError
from factcheck.pipeline.inputs import open_store
from factcheck.pipeline.settings import load_settings
from factcheck.registry import unknown


def run(options: argparse.Namespace) -> int:
    """List or forget documents."""
    settings = load_settings(options)
    if settings.store == "none" or not Path(settings.store).is_file():
        raise UsageError(f"{settings.store}: there is no fact store here")
    with open_store(settings) as store:
        kept = store.documents()
        if options.action == "list":
            print("\n".join(kept) if kept else "the store is empty")
            return CLEAN
        if not options.names:
            raise UsageError("name the documents to forget (see: factcheck store list)")
        for name in options.names:
            if name not in kept:
                raise UsageError(unknown("document", name, kept))
        store.forget(options.names)
    print(f"forgot {len(options.names)} of {len(kept)} documents")
    return CLEAN
