"""Say what a rule found: the slot, the variants, who says what, in one sentence."""

import hashlib
import re
import string
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Any

from factcheck.claims import Claim, Mention
from factcheck.claims.canonical import plain
from factcheck.claims.declaration import ENTITY, KINDS, PERSON, PLACE, Role, role_of
from factcheck.findings import Finding, Severity, Variant
from factcheck.resolution.events.event_names import FACET, WHERE, WHO
from factcheck.rules.definition.rule import Rule
from factcheck.rules.engine.attestations import Attestations, attestations_of
from factcheck.rules.engine.compile import TIME, WORDY, keyed
from factcheck.rules.engine.slot_bindings import JOINT, Given
from factcheck.store import FactStore

MOST_SOURCES = 3
"""Sources named in a sentence before the rest is counted."""

MOST_CHANGES = 5
"""Changed words told in a sentence before the rest is counted."""

UPDATED = frozenset({TIME, "value", "words", "region"})
"""Roles in which one source alone differs for a reason: it brought its text up to date,
or reports two things in the words of a series. Such a finding is a note."""

_PERSON = re.compile(r"\bperson:(?:[\w.]+-)*?(\w+)(?:-(?:jr|sr|[iv]+))?(?![\w-])")
"""A person's id: the last name is what every report prints."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a finding shows, whatever the rule says about it.

    Attributes:
        variants: The conflicting values.
        compatible: Further values of the slot, shown and not accused.
        claims: The claims shown, in order of the documents.
        accused: What fills the roles of the conflicting claims, in words.
        values: What the disagreement is known by.
        unsure: Whether a claim may speak of something else.
        printed: The variants in words.
    """

    variants: tuple[Variant, ...]
    compatible: tuple[Variant, ...]
    claims: Sequence[Claim]
    accused: Mapping[str, str]
    values: tuple[str, ...]
    unsure: bool
    printed: str


def report(
    rule: Rule,
    store: FactStore,
    group: str,
    key: Sequence[str],
    variants: Sequence[Sequence[Given]],
    compatible: Sequence[Sequence[Given]] = (),
    severity: Severity | None = None,
    diff: tuple[tuple[str, str], ...] = (),
    values: Sequence[str] | None = None,
    parts: Mapping[int, set[int]] | None = None,
    words: Mapping[str, str] | None = None,
) -> Finding:
    """Make one finding.

    Args:
        rule: The rule.
        store: Looks up names and claims.
        group: The group of its documents.
        key: The slot in words that never change: entity ids, values.
        variants: What is reported, each with who says it.
        compatible: Further values of the slot, shown and not accused.
        severity: Instead of the rule's.
        diff: Word pairs between the first two variants.
        values: The conflicting values for the fingerprint, where they are not
            those of the variants.
        parts: For some claims, which mentions of the role that differs are in
            dispute; the finding shows no others.
        words: Further words for the message.
    """
    shown, rest = (
        [attestations_of(given, store.witnesses) for given in some]
        for some in (variants, compatible)
    )
    if values is None:
        values = [given[0].held.value for given in variants]
    claims = store.claims(shown_claims(shown, rest))
    for number, places in (parts or {}).items():
        if number in claims:
            claims[number] = _narrowed(claims[number], rule.differ or "", places)
    evidence = gather(shown, rest, values, claims)
    return make_finding(rule, group, key, evidence, severity, diff, words or {})


def shown_claims(*sides: Iterable[Attestations]) -> set[int]:
    """Return the numbers of the claims that variants show."""
    return {one.claim for some in sides for attested in some for one in attested.given}


def gather(
    variants: Sequence[Attestations],
    compatible: Sequence[Attestations],
    values: Sequence[str],
    claims: Mapping[int, Claim],
) -> Evidence:
    """Put together what a finding shows; *claims* are those of its variants or more."""
    shown = tuple(_variant(one, claims) for one in variants)
    accused = [claims[given.claim] for one in variants for given in one.given]
    return Evidence(
        shown,
        tuple(_variant(one, claims) for one in compatible),
        tuple(claims[n] for n in sorted(shown_claims(variants, compatible))),
        _role_words(accused),
        tuple(values),
        any(one.unsure for one in variants),
        _tell(shown),
    )


def make_finding(
    rule: Rule,
    group: str,
    key: Sequence[str],
    evidence: Evidence,
    severity: Severity | None = None,
    diff: tuple[tuple[str, str], ...] = (),
    words: Mapping[str, str] | None = None,
) -> Finding:
    """Say what a rule found; the arguments are those of `report`."""
    level = severity or rule.severity
    sources = {source for one in evidence.variants for source in one.sources}
    alone = len(evidence.variants) > 1 and len(sources) == 1
    if evidence.unsure or (alone and rule.differ in UPDATED):
        level = Severity.NOTE
    if not diff and rule.differ == TIME and len(evidence.variants) == 2:
        diff = _printed_times(evidence)
    more = words or {}
    name = more.get("key") or _slot_name(rule, evidence.accused, more)
    shown = evidence.variants
    filled = {
        **evidence.accused,
        "variants": evidence.printed,
        "value": shown[0].label if shown else "",
        "other": shown[1].label if len(shown) > 1 else "",
        "source": _sources(shown[0].sources) if shown else "",
        "changes": _tell_changes(diff),
        "time": shown[0].label if shown else "",
        "group": _group(group) or "",
        "event": name,
        **more,
    }
    return Finding(
        rule.id,
        level,
        fingerprint(
            rule.id, _lasting(rule, key, evidence), sorted(map(plain, evidence.values))
        ),
        _group(group),
        name,
        fill(rule.message, filled),
        shown,
        evidence.compatible,
        diff,
        evidence.claims,
        rule.why,
        slot=(group, *key),
    )


def _printed_times(evidence: Evidence) -> tuple[tuple[str, str], ...]:
    """Return how two variants print the times that differ, where both do."""
    claims = {claim.id: claim for claim in evidence.claims}
    times = [claims[variant.claims[0]].time for variant in evidence.variants]
    before, after = (time.text if time else "" for time in times)
    return ((before, after),) if before and after and before != after else ()


def _variant(attested: Attestations, claims: Mapping[int, Claim]) -> Variant:
    """Lay out one variant under the words most of the claims shown print."""
    first = attested.given[0].held
    labels = Counter(
        one.held.label for one in attested.given if one.held.value == first.value
    )
    label = min(labels, key=lambda words: (-labels[words], words))
    if JOINT in label:
        shown = claims[attested.given[0].claim].role("content")
        label = " … ".join(mention.text for mention in shown)
    numbers = sorted({one.claim for one in attested.given})
    return Variant(
        label,
        attested.sources,
        attested.origins,
        tuple(dict.fromkeys(claims[number].id for number in numbers)),
    )


def fingerprint(rule: str, key: Iterable[str], values: Iterable[str]) -> str:
    """Return the identity of a disagreement: the rule, the slot and the values."""
    identity = "\x1f".join([rule, *map(_stable, key), "\x1e", *map(_stable, values)])
    return hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _stable(word: str) -> str:
    """Return a word with people under their last name: a report may print it in full.

    >>> _stable("person:bo-j-okoro, person:ana-duval-jr")
    'person:okoro, person:duval'
    """
    return _PERSON.sub(r"person:\1", word)


def _lasting(rule: Rule, key: Sequence[str], evidence: Evidence) -> Iterator[str]:
    """Yield the key without what another report, or a renamed file, may change.

    Stories are left out, documents stand under their source, and of the name of an
    event is left what the rule does not find in dispute.
    """
    names = [*keyed(rule), *(name for name in rule.same if name in WORDY)]
    for part, name in zip_longest(key, names):
        if name == "document":
            yield from (source for one in evidence.variants for source in one.sources)
        elif name == "event":
            facets = part.split(FACET)
            yield FACET.join(one for one in facets if not _disputes(rule, one))
        elif name != "story" and part is not None:
            yield part


def _disputes(rule: Rule, facet: str) -> bool:
    """Ask whether a rule compares what a facet of an event's name says."""
    ranges = {role_of(kind, rule.differ or "").range for kind in rule.claims}
    if facet.startswith(WHO):
        return bool(ranges & {PERSON, ENTITY})
    return facet.startswith(WHERE) and PLACE in ranges


def _narrowed(claim: Claim, role: str, places: set[int]) -> Claim:
    """Keep only some mentions of a role; it stays the same claim."""
    kept = tuple(m for n, m in enumerate(claim.role(role)) if n in places)
    return replace(claim, roles={**claim.roles, role: kept or claim.role(role)})


def fill(message: str, words: Mapping[str, str]) -> str:
    """Fill the placeholders of a message; what is not known is left out.

    >>> fill("Two days ({event}, {trigger})", {"event": "war", "trigger": "war"})
    'Two days (war)'
    """
    parts: list[str] = []
    for text, name, _, _ in string.Formatter().parse(message):
        word = words.get(name, "") if name is not None else ""
        if not word or text != ", " or parts[-1:] != [word]:
            parts += [text, word]
    return " ".join("".join(parts).split())


def _tell(variants: Sequence[Variant]) -> str:
    return " / ".join(
        f"“{variant.label}” ({_sources(variant.sources)})" for variant in variants
    )


def _tell_changes(diff: Sequence[tuple[str, str]]) -> str:
    """Say which words differ: “will” / “may”, “old” or nothing."""
    changes = [
        f"“{before}” / “{after}”"
        if before and after
        else f"with or without “{before or after}”"
        for before, after in diff[:MOST_CHANGES]
    ]
    more = len(diff) - len(changes)
    return ", ".join(changes) + (f" and {more} more" if more else "")


def _sources(sources: Sequence[str]) -> str:
    named = list(sources[:MOST_SOURCES])
    more = len(sources) - len(named)
    return ", ".join(named) + (f" and {more} more" if more else "")


def _role_words(claims: Sequence[Claim]) -> dict[str, str]:
    words: dict[str, str] = {}
    for claim in claims:
        for role, mentions in claim.roles.items():
            if role not in words and mentions:
                shown = (_display(role_of(claim.kind, role), m) for m in mentions)
                words[role] = ", ".join(dict.fromkeys(shown))
    return words


def _display(role: Role, mention: Mention) -> str:
    """Say who is meant, or what: the topic of "the civil war" is the Korean War."""
    if role.is_named:
        return mention.name or mention.text
    if role.by_value and isinstance(mention.value, str):
        return mention.value
    return mention.text


def slot_name(rule: Rule, claims: Sequence[Claim]) -> str:
    """Say what the claims of a slot speak of: "Ana Duval"."""
    words = _role_words(claims)
    for kind in rule.claims:
        for role, _ in KINDS[kind].defaults():
            words.pop(role, None)
    return _slot_name(rule, words, {})


def _slot_name(rule: Rule, words: Mapping[str, str], more: Mapping[str, Any]) -> str:
    names = []
    for role in rule.same:
        if role == "event":
            about = (r for kind in rule.claims for r in KINDS[kind].about_roles)
            names += [words[role] for role in about if role in words][:1]
        elif role in more:
            names.append(str(more[role]))
        elif role in words:
            names.append(words[role])
    return ", ".join(names)


def _group(group: str) -> str | None:
    kind, _, name = group.partition(":")
    return name if kind == "group" else None
