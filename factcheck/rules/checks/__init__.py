"""The shapes a rule can have: agree, each, against and sql."""
