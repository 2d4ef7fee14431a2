"""Event coreference: which claims of different documents tell of one event."""
