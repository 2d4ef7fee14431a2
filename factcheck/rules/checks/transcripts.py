"""Which documents are transcripts: talk taken down under the speakers' labels."""

from factcheck.store import FactStore

LABELLED = """
SELECT c.document
FROM judged_claim c
JOIN judged_role q ON q.claim = c.id AND q.role = 'cue'
JOIN judged_role s ON s.claim = c.id AND s.role = 'speaker'
WHERE c.kind = 'statement' AND q.text = ':' AND s.text = UPPER(s.text)
GROUP BY c.document
HAVING COUNT(DISTINCT c.id) > 1
"""
"""Documents with two turns or more under labels in capitals: `THE MAYOR: …`."""


def transcripts(store: FactStore) -> frozenset[int]:
    """Return the numbers of the documents that are transcripts."""
    return frozenset(document for (document,) in store.select(LABELLED))
