"""Find who holds which office: the claims of kind `title`."""

from factcheck.extraction.titles.extractor import titles

__all__ = ["titles"]
