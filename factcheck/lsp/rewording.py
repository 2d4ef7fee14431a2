"""Other words for a draft: what another source or the reference has instead."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from factcheck.claims import KINDS, Claim, Mention
from factcheck.documents import TEXT, Document, Span
from factcheck.lsp.drafting import Checked
from factcheck.lsp.positions import Spot
from factcheck.reports.escape import inert
from factcheck.rules.definition.rule import Rule

WORD = re.compile(r"\w[\w'’-]*")
SAME = 0.5
"""Share of a quotation's words that two versions must have in common."""

SHOWN = 50
"""Characters of new words that are shown in the name of an action."""


class TextEdit(NamedTuple):
    """Words to be put in place of others in one document."""

    span: Span
    words: str


class Rewording(NamedTuple):
    """A way to make a draft say what another text says.

    Attributes:
        title: What it does, in words.
        changes: What changes, in order.
        reference: Whether it follows the reference facts.
    """

    title: str
    changes: Sequence[TextEdit]
    reference: bool = False


def rewordings(
    spot: Spot, spots: Sequence[Spot], checked: Checked
) -> Iterator[Rewording]:
    """Yield the ways in which other texts put what a spot of the draft says."""
    rule = checked.rules.get(spot.finding.rule)
    if rule is None or not spot.document.verbatim or spot.claim.span.part != TEXT:
        return
    yield from _by_reference(spot, rule, checked)
    exact = spot.variant is spot.finding.variants[0]
    if exact and rule.compare and rule.compare.properties.one_sided:
        return  # others have vaguer words
    offered = set()
    ours = {draft.id for draft in checked.drafts}
    for other in spots:
        if other.variant is spot.variant or other.document.id in ours:
            continue
        if other.variant not in spot.finding.variants:
            continue
        changes = list(_changes(spot, other, rule))
        words = tuple(change.words for change in changes)
        if changes and words not in offered:
            offered.add(words)
            source = inert(other.document.source)
            yield Rewording(f"Use {_words(changes)}, as {source} has it", changes)


def _by_reference(spot: Spot, rule: Rule, checked: Checked) -> Iterator[Rewording]:
    slot = KINDS[spot.claim.kind].fact
    if rule.check != "against" or slot is None:
        return
    mention = _only(spot.claim, slot.value)
    for fact in checked.facts:
        same = ", ".join(fact.subject) == spot.finding.key
        if (
            mention
            and same
            and fact.kind == spot.claim.kind
            and fact.value in spot.finding.message
        ):
            words = _cased(fact.value, mention.text)
            change = TextEdit(mention.span, words)
            title = f"Use “{inert(words)}”, as the reference has it"
            yield Rewording(title, [change], True)


def _changes(spot: Spot, other: Spot, rule: Rule) -> Iterator[TextEdit]:
    differ = rule.differ or ""
    ours, theirs = spot.claim.role(differ), other.claim.role(differ)
    if spot.claim.kind != other.claim.kind or len(ours) != 1 or not theirs:
        return
    if ours[0].part != TEXT:
        return
    if spot.finding.diff:
        words = " ".join(other.document.quote(mention.span) for mention in theirs)
        yield from _words_changed(ours[0], spot.document, words)
    elif len(theirs) == 1 and inert(theirs[0].text) != ours[0].text:
        yield TextEdit(ours[0].span, inert(theirs[0].text))


def _words_changed(
    mention: Mention, document: Document, version: str
) -> Iterator[TextEdit]:
    """Yield the words of a quotation that another version of it has otherwise.

    What the other version says before or after does not count: it may be an excerpt.
    """
    text = document.quote(mention.span)
    here, there = list(WORD.finditer(text)), list(WORD.finditer(version))
    left = [word[0].casefold() for word in here]
    right = [word[0].casefold() for word in there]
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    codes = matcher.get_opcodes()
    same = sum(code[2] - code[1] for code in codes if code[0] == "equal")
    if same < SAME * len(left):
        return
    for n, (kind, i, j, k, m) in enumerate(codes):
        at_end = n in (0, len(codes) - 1)
        if kind == "equal" or (at_end and kind == "insert"):
            continue
        words = inert(version[there[k].start() : there[m - 1].end()]) if m > k else ""
        if kind == "insert":
            start = end = here[i - 1].end()
            words = f" {words}"
        else:
            start, end = here[i].start(), here[j - 1].end()
        if kind == "delete":
            start, end = (
                (start, here[j].start()) if j < len(here) else (here[i - 1].end(), end)
            )
        first = mention.start
        yield TextEdit(Span(first + start, first + end), words)


def _only(claim: Claim, role: str) -> Mention | None:
    mentions = claim.role(role)
    return mentions[0] if len(mentions) == 1 and mentions[0].part == TEXT else None


def _cased(words: str, like: str) -> str:
    """Begin words with capitals where those they replace do."""
    if like[:1].isupper() and words.islower():
        return " ".join(word[:1].upper() + word[1:] for word in words.split(" "))
    return words


def _words(changes: Sequence[TextEdit]) -> str:
    words = [change.words.strip() for change in changes if change.words.strip()]
    shown = " … ".join(dict.fromkeys(words)) or "fewer words"
    if len(shown) > SHOWN:
        shown = f"{shown[:SHOWN].rsplit(' ', 1)[0]} …"
    return f"“{shown}”" if words else shown
