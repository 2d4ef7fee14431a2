"""Read one sort of file each; a new sort is a new module here."""

from factcheck.documents.readers import (
    archives,
    feeds,
    html,
    jsonl,
    markdown,
    office,
    parquet,
    txt,
)

__all__ = ["archives", "feeds", "html", "jsonl", "markdown", "office", "parquet", "txt"]
