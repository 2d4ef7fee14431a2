"""Find the names in a text and who or what each stands for."""

from factcheck.extraction.names.naming import name_entities

__all__ = ["name_entities"]
