"""Find what texts say that somebody or something is: "Red Harbour is a French film"."""

from factcheck.extraction.descriptions.describing import descriptions

__all__ = ["descriptions"]
