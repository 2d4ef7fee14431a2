"""A linter for facts: read documents, extract what they claim, flag contradictions."""

__version__ = "0.1.0"
