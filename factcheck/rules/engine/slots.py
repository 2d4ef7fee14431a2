"""Which slots of a rule the claims at hand stand in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.claims import Claim
from factcheck.comparators.shingles import shingles_of
from factcheck.comparators.wording import join_parts, words_of
from factcheck.rules.definition.model import Rule
from factcheck.rules.engine.compile import WORDY, passing, read_claims, slot_of
from factcheck.rules.engine.slot_bindings import JOINT, Key, key_words, read_slots
from factcheck.store import FactStore, Witness

SlotWords = tuple[str, ...]
"""A slot in words that never change: the group, then what its claims share."""

WORDS = "words"
"""The sort of what is said in words that are part of a slot."""


def has_slots(rule: Rule) -> bool:
    """Ask whether what a rule finds in a slot rests on the claims of that slot alone.

    A query may look anywhere. A fact may be about several slots. Who holds an office is
    looked up among all titles. Quotations in other words have no slot beforehand.
    """
    if rule.check == "each":
        return not any(asked.holds for asked in rule.require.values())
    return rule.check == "agree" and not is_near(rule)


def is_wordy(rule: Rule) -> bool:
    """Ask whether words are part of the slots of a rule."""
    return any(name in WORDY for name in rule.same)


def slots_at_hand(
    rule: Rule, store: FactStore, witnesses: Mapping[int, Witness]
) -> dict[SlotWords, Key]:
    """Return the slots of the claims laid out: in words, and their keys as numbers."""
    if is_wordy(rule):
        read = read_slots(rule, store, passing(rule), witnesses)
        found = {(slot.group, slot.key) for slot in read}
    else:
        keys = ", ".join(slot_of(rule))
        query = read_claims(rule, slots_needed=rule.check == "agree")
        rows = store.select(
            f"SELECT DISTINCT {keys} FROM ({query.text}) f", query.values
        )
        groups = store.group_names(row[0] for row in rows)
        found = {(groups[grp], tuple(key)) for grp, *key in rows}
    words = key_words(rule, store, witnesses, {key for _, key in found})
    return {(group, *words[key]): key for group, key in found}


def is_near(rule: Rule) -> bool:
    """Ask whether a rule looks for quotations in other words."""
    return rule.compare is not None and rule.compare.as_ == "near"


def said_in(rules: Iterable[Rule], claim: Claim) -> Iterator[tuple[str, str]]:
    """Yield the words of a claim by which the slots of some rules are looked up.

    `WORDS`, with words that are part of a slot; or the id of a rule that looks for
    quotations in other words, with a row of words by which they find each other.
    """
    texts = [mention.text for mention in claim.role("content")]
    if not texts:
        return
    for rule in rules:
        if claim.kind not in rule.claims or claim.modality not in rule.modality:
            continue
        if is_wordy(rule):
            yield WORDS, folded(texts)
        if is_near(rule):
            words, _ = join_parts(texts)
            yield from ((rule.id, " ".join(some)) for some in shingles_of(words))


def folded(texts: Sequence[str]) -> str:
    """Return the words of a quotation as they are part of a slot."""
    return " ".join(word.folded for word in words_of(JOINT.join(texts)))
