"""Who said which words: quotations, reported speech and the persons behind pronouns."""

from factcheck.extraction.quotes.pronouns import resolve_pronoun

__all__ = ["resolve_pronoun"]
