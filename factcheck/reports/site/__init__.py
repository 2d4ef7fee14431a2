"""The report as a folder of pages that needs no server, no network and no script."""
