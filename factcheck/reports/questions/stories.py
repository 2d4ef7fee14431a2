"""Which documents report one event in the news, one row per document."""

from collections.abc import Mapping, Sequence

from factcheck.documents import Document
from factcheck.reports.questions.answer import Answer
from factcheck.reports.report import plural

COLUMNS = ("story", "published", "source", "title", "document")


def stories(
    members: Mapping[str, Sequence[str]], documents: Mapping[str, Document]
) -> Answer:
    """Return the documents by story, the stories most documents report first.

    *members* has the ids of the documents of each story.
    """
    rows = [
        (
            story,
            documents[name].published or "",
            documents[name].source,
            documents[name].title or "",
            name,
        )
        for story, names in sorted(members.items(), key=lambda o: (-len(o[1]), o[0]))
        for name in names
    ]
    several = sum(len(names) > 1 for names in members.values())
    title = (
        f"{plural(len(documents), 'document')} in {plural(len(members), 'story')},"
        f" {several:,} of them with several documents"
    )
    return Answer("stories", title, COLUMNS, rows, "title")
