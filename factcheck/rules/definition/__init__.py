"""What a rule file may say: models, loading and validation."""
