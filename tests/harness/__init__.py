"""Harnesses that run for minutes on demand, and briefly among the tests."""
