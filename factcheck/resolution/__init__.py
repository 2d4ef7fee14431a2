"""Decide what is the same across documents: entities, events and origins."""
