"""Run the tests inside rules, with the texts in them extracted for real."""

from collections.abc import Sequence

from factcheck.documents import Document
from factcheck.resolution.relating import Linked, relate
from factcheck.rules import Rule, TestResult, test_rules


def try_rules(
    rules: Sequence[Rule], model: str | None = None, style_guide: str | None = None
) -> list[TestResult]:
    """Run every test of some rules, all of them in one batch.

    Raises:
        UsageError: No spaCy pipeline is installed and a test holds a text.
    """

    def linked(documents: Sequence[Document]) -> Linked:
        from factcheck.extraction import extract

        return relate(list(extract(documents, model, style_guide)), by_group=True)

    return test_rules(rules, linked)
