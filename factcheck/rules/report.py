"""Say what a rule found: the slot, the variants, who says what, in one sentence."""

import hashlib
import string
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from factcheck.claims import Claim, Mention
from factcheck.claims.canonical import NAMING
from factcheck.findings import Finding, Severity, Variant
from factcheck.rules.given import JOINT, Given
from factcheck.rules.model import Rule
from factcheck.store import FactStore, Witness

MOST_SOURCES = 3
"""Sources named in a sentence before the rest is counted."""

VALUED = ("topic", "measure", "unit")
"""Roles whose value says more than the words do."""

MOST_CHANGES = 5
"""Changed words told in a sentence before the rest is counted."""

ABOUT = ("participant", "visitor", "person", "about", "topic", "trigger", "speaker")
"""Roles that say what a happening is about, the plainest first."""


class Reporter:
    """Makes findings of one check; it looks up names and claims in the store."""

    def __init__(self, store: FactStore, witnesses: Mapping[int, Witness]) -> None:
        self._store = store
        self._witnesses = witnesses

    def report(
        self,
        rule: Rule,
        group: str,
        key: Sequence[str],
        variants: Sequence[Sequence[Given]],
        compatible: Sequence[Sequence[Given]] = (),
        severity: Severity | None = None,
        diff: tuple[tuple[str, str], ...] = (),
        quiet: bool = False,
        values: Sequence[str] | None = None,
        parts: Mapping[int, set[int]] | None = None,
        words: Mapping[str, str] | None = None,
    ) -> Finding:
        """Make one finding.

        Args:
            rule: The rule.
            group: The group of its documents.
            key: The slot in words that never change: entity ids, values.
            variants: What is reported, each with who says it.
            compatible: Further values of the slot, shown and not accused.
            severity: Instead of the rule's.
            diff: Word pairs between the first two variants.
            quiet: Whether to leave compatible values out altogether.
            values: The conflicting values for the fingerprint, where they are not
                those of the variants.
            parts: For some claims, which mentions of the role that differs are in
                dispute; the finding shows no others.
            words: Further words for the message.
        """
        numbers = {given.claim for one in (*variants, *compatible) for given in one}
        claims = self._store.claims(numbers)
        for number, places in (parts or {}).items():
            claims[number] = _narrowed(claims[number], rule.differ or "", places)
        if values is None:
            values = [given[0].held.value for given in variants]
        shown = tuple(self._variant(given, claims) for given in variants)
        level = severity or rule.severity
        if any(given.unsure for one in variants for given in one):
            level = Severity.NOTE
        ordered = sorted(claims)
        accused = [claims[given.claim] for one in variants for given in one]
        more = words or {}
        name = more.get("key") or _slot_name(rule, accused, more)
        filled = {
            **_role_words(accused),
            "variants": _tell(shown),
            "value": shown[0].label if shown else "",
            "other": shown[1].label if len(shown) > 1 else "",
            "source": _sources(shown[0].sources) if shown else "",
            "changes": _tell_changes(diff),
            "time": shown[0].label if shown else "",
            "group": _group(group) or "",
            "happening": name,
            **more,
        }
        return Finding(
            rule.id,
            level,
            fingerprint(rule.id, key, sorted(map(str.casefold, values))),
            _group(group),
            name,
            fill(rule.message, filled),
            shown,
            () if quiet else tuple(self._variant(g, claims) for g in compatible),
            diff,
            tuple(claims[number] for number in ordered),
            rule.why,
        )

    def _variant(self, given: Sequence[Given], claims: Mapping[int, Claim]) -> Variant:
        witnesses = [self._witnesses[one.document] for one in given]
        first = given[0].held
        labels = Counter(
            one.held.label for one in given if one.held.value == first.value
        )
        label = min(labels, key=lambda words: (-labels[words], words))
        if JOINT in label:
            shown = claims[given[0].claim].role("content")
            label = " … ".join(mention.text for mention in shown)
        return Variant(
            label,
            tuple(sorted({witness.source for witness in witnesses})),
            tuple(sorted({witness.origin for witness in witnesses})),
            tuple(
                dict.fromkeys(claims[n].id for n in sorted({g.claim for g in given}))
            ),
        )


def fingerprint(rule: str, key: Iterable[str], values: Iterable[str]) -> str:
    """Return the identity of a disagreement: the rule, the slot and the values."""
    said = "\x1f".join([rule, *key, "\x1e", *values])
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _narrowed(claim: Claim, role: str, places: set[int]) -> Claim:
    """Keep only some mentions of a role; it stays the same claim."""
    kept = tuple(m for n, m in enumerate(claim.role(role)) if n in places)
    return replace(claim, roles={**claim.roles, role: kept or claim.role(role)})


def fill(message: str, words: Mapping[str, str]) -> str:
    """Fill the placeholders of a message; what is not known is left out."""
    parts = []
    for text, name, _, _ in string.Formatter().parse(message):
        parts.append(text)
        if name is not None:
            parts.append(words.get(name, ""))
    return " ".join("".join(parts).split())


def _tell(variants: Sequence[Variant]) -> str:
    return " / ".join(
        f"“{variant.label}” ({_sources(variant.sources)})" for variant in variants
    )


def _tell_changes(diff: Sequence[tuple[str, str]]) -> str:
    """Say which words differ: “will” / “may”, “old” or nothing."""
    told = [
        f"“{before}” / “{after}”" if before and after else f"“{before or after}” or not"
        for before, after in diff[:MOST_CHANGES]
    ]
    more = len(diff) - len(told)
    return ", ".join(told) + (f" and {more} more" if more else "")


def _sources(sources: Sequence[str]) -> str:
    named = list(sources[:MOST_SOURCES])
    more = len(sources) - len(named)
    return ", ".join(named) + (f" and {more} more" if more else "")


def _role_words(claims: Sequence[Claim]) -> dict[str, str]:
    words: dict[str, str] = {}
    for claim in claims:
        for role, mentions in claim.roles.items():
            if role not in words and mentions:
                words[role] = ", ".join(_display(role, m) for m in mentions)
    return words


def _display(role: str, mention: Mention) -> str:
    """Say who is meant, or what: the topic of "the civil war" is the Korean War."""
    if role in NAMING:
        return mention.name or mention.text
    if role in VALUED and isinstance(mention.value, str):
        return mention.value
    return mention.text


def _slot_name(rule: Rule, claims: Sequence[Claim], more: Mapping[str, Any]) -> str:
    words = _role_words(claims)
    names = []
    for role in rule.same:
        if role == "happening":
            names += [words[about] for about in ABOUT if about in words][:1]
        elif role in more:
            names.append(str(more[role]))
        elif role in words:
            names.append(words[role])
    return ", ".join(names)


def _group(group: str) -> str | None:
    kind, _, name = group.partition(":")
    return name if kind == "group" else None
