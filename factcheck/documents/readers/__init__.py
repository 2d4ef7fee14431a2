"""Read one sort of file each; a new sort is a new module here."""

from factcheck.documents.readers import html, jsonl, markdown, office, txt

__all__ = ["html", "jsonl", "markdown", "office", "txt"]
