"""Evaluate rules over the store: slots, bindings, attestations and findings."""
