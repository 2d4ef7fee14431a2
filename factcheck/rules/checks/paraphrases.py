"""Rules about what somebody said, quoted here and paraphrased there."""

from collections import defaultdict
from collections.abc import Iterator

from factcheck.comparators.paraphrase import LEAST, exact_change
from factcheck.comparators.reworded import reworded_pairs
from factcheck.comparators.words import words_of
from factcheck.findings import Finding
from factcheck.rules.checks.quotation_pairs import is_of_one_speaker
from factcheck.rules.definition.model import Rule
from factcheck.rules.engine.compile import passing
from factcheck.rules.engine.report import Reporter
from factcheck.rules.engine.slot_bindings import Given, key_words, read_slots
from factcheck.store import FactStore

QUOTES = "SELECT id FROM judged_claim WHERE kind = 'quote'"


def paraphrased(rule: Rule, store: FactStore, reporter: Reporter) -> Iterator[Finding]:
    """Yield one finding for every quotation that another document paraphrases wrongly.

    A document that prints the other's number, name or *not* itself is not wrong.
    """
    slots = read_slots(rule, store, passing(rule))
    keys = key_words(rule, store, (slot.key for slot in slots))
    quotes = {claim for (claim,) in store.select(QUOTES)} if slots else set()
    for slot in slots:
        given = slot.given
        if len({one.document for one in given}) < 2:
            continue
        words = [words_of(one.held.label) for one in given]
        printed: dict[int, set[str]] = defaultdict(set)
        for one, printed_words in zip(given, words, strict=True):
            printed[one.document] |= {word.folded for word in printed_words}
        for n, m, shared in reworded_pairs(words, LEAST):
            left, right = given[n], given[m]
            exact = exact_change(shared)
            if exact is None or not _may_be_one(left, right, quotes):
                continue
            before, after = exact.changes[0].before, exact.changes[0].after
            if _prints(printed[right.document], before) or _prints(
                printed[left.document], after
            ):
                continue
            yield reporter.report(
                rule,
                slot.group,
                keys[slot.key],
                [[left], [right]],
                diff=((before, after),),
                values=sorted([before, after]),
            )


def _may_be_one(left: Given, right: Given, quotes: set[int]) -> bool:
    mixed = (left.claim in quotes) != (right.claim in quotes)
    return mixed and left.document != right.document and is_of_one_speaker(left, right)


def _prints(printed: set[str], text: str) -> bool:
    """Ask whether a document prints words of a change somewhere itself."""
    words = {word.folded for word in words_of(text)}
    return bool(words) and words <= printed
