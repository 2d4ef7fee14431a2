"""Run the tests that rules carry, and change rules to see whether tests notice."""
