"""Turn files into immutable text with places in it."""

from factcheck.documents.model import TEXT, TITLE, Document, Lines, Span

__all__ = ["TEXT", "TITLE", "Document", "Lines", "Span"]
