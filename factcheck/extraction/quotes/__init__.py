"""Who said which words: quotations, reported speech and the persons behind pronouns."""

from factcheck.extraction.quotes.extractor import quotes
from factcheck.extraction.quotes.pronouns import resolve_pronoun

__all__ = ["quotes", "resolve_pronoun"]
