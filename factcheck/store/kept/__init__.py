"""Keep the last judgement of many documents, for a check in which little changed."""

from factcheck.store.kept.file import attached, file_beside
from factcheck.store.kept.judgement import Kept
from factcheck.store.kept.model import KeptDocument, KeptTold

__all__ = ["Kept", "KeptDocument", "KeptTold", "attached", "file_beside"]
