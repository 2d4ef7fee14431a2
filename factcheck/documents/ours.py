"""Recognise what this program wrote, so that a folder's own reports are not read."""

import re

OURS = re.compile(
    rb"""\A(?:\xef\xbb\xbf)?\s*(?:
        <!--\ factcheck\ report                           # Markdown
      | (?:<!doctype\ html>\s*)?<html[^>]*\ data-factcheck # HTML
      | \{\s*"schema":\s*"factcheck                       # JSON
      | \{"rule":\s*"[a-z-]+",\s*"severity":              # JSON Lines
      | \{"fingerprint":\s*"[0-9a-f]+",\s*"rule":      # verdicts of `review`
      | \[\s*\{\s*"check_name":                           # GitLab
      | \{\s*"\$schema":\s*"[^"]*sarif                     # SARIF
      | <\?xml[^>]*>\s*<testsuites\ name="factcheck"      # JUnit
      | ::(?:error|warning|notice)\ title=                 # GitHub
      | (?:error|warning|note)\ \ [a-z][a-z0-9-]*\ \ .*\ \ [0-9a-f]{8}\n  # text
      | [^\n]*:\ (?:error|warning|note)\ [a-z0-9-]+\ \[[0-9a-f]{8}\]\  # concise
      | By\ rule\ +errors\ +warnings\ +notes\n           # summary
      | fingerprint,severity,rule,                       # CSV
      | (?:Checked\ \d|Compared\ \d|Corroborated\ by\ independent\ |Not\ checked\ \(\d)
    )""",
    re.X | re.I,
)


def is_ours(raw: bytes) -> bool:
    """Tell whether a file is one of our own reports."""
    return OURS.match(raw[:400]) is not None
