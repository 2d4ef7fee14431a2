"""Report one difference once, however many rules see it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from factcheck.claims import Claim
from factcheck.findings import Finding, Variant

SENTENCE = "assertion"
"""The kind of claims that are whole sentences: what rules on them find is the net under
the rules that know what a sentence says."""

Place = tuple[str, str, int, int]
"""Document, part, and the characters from start to end."""


def without_duplicates(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings of which no other one tells the same.

    A changed sentence is not reported where a rule that names what differs sets the
    same words of two sentences against each other, unless that is a note only: then the
    changed sentence stands for both. Of two rules that set the same values in the
    same places against each other, the first of the order given is kept. What is kept
    names the rules of what is not.
    """
    ordered = list(findings)
    by_document: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in ordered:
        for document in {claim.document for claim in finding.claims}:
            by_document[document].append(finding)
    rank = {id(finding): number for number, finding in enumerate(ordered)}
    kept: list[Finding] = []
    also: defaultdict[int, set[str]] = defaultdict(set)
    for finding in ordered:
        documents = {claim.document for claim in finding.claims}
        near = {id(f): f for d in sorted(documents) for f in by_document[d]}
        telling = [
            other
            for other in near.values()
            if other is not finding and _tells(other, finding, rank)
        ]
        for other in telling:
            also[id(other)].add(finding.rule)
        if not telling:
            kept.append(finding)
    for finding in kept:
        more = also[id(finding)]
        yield replace(finding, also=tuple(sorted(more))) if more else finding


def _is_net(finding: Finding) -> bool:
    return bool(finding.claims) and all(c.kind == SENTENCE for c in finding.claims)


def _tells(other: Finding, finding: Finding, rank: dict[int, int]) -> bool:
    """Ask whether *other* makes *finding* superfluous."""
    if other.group != finding.group or len(finding.variants) < 2:
        return False
    if _is_net(finding):
        if _is_net(other) or other.severity.rank > finding.severity.rank:
            return False
        if not _holds_words(other, finding):
            return False
    elif _is_net(other):
        if other.severity.rank >= finding.severity.rank or not _names(other, finding):
            return False
    else:
        earlier = rank[id(other)] < rank[id(finding)] and other.rule != finding.rule
        if not earlier or _labels(other) != _labels(finding):
            return False
    theirs = [list(_places(v, other)) for v in other.variants]
    ours = [list(_places(v, finding)) for v in finding.variants]
    met = [
        {n for n, places in enumerate(theirs) if _meet(places, side)} for side in ours
    ]
    return all(met) and len(set().union(*met)) > 1


def _holds_words(finding: Finding, net: Finding) -> bool:
    """Ask whether a finding is about words that a changed sentence has otherwise.

    "Deputy" in front of a name and another sum behind it are two differences.
    """
    mentions = (m for c in finding.claims for role in c.roles.values() for m in role)
    times = (claim.time.text for claim in finding.claims if claim.time)
    held = {*_words(m.text for m in mentions), *_words(times)}
    changed = _words(word for pair in net.diff for word in pair)
    return not changed or bool(changed & held)


def _words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in text.casefold().split()}


def _names(net: Finding, finding: Finding) -> bool:
    """Ask whether the words that a changed sentence has are the values of a finding."""
    labels = _labels(finding)
    return bool(net.diff) and all(
        any(word.casefold() in label for label in labels)
        for word in net.diff[0]
        if word
    )


def _labels(finding: Finding) -> set[str]:
    return {variant.label.casefold() for variant in finding.variants}


def _places(variant: Variant, finding: Finding) -> Iterator[Place]:
    claims: dict[str, Claim] = {claim.id: claim for claim in finding.claims}
    for name in variant.claims:
        if claim := claims.get(name):
            yield claim.document, claim.span.part, claim.span.start, claim.span.end


def _meet(left: Iterable[Place], right: Iterable[Place]) -> bool:
    """Ask whether some place of one overlaps some place of the other."""
    places = list(right)
    return any(
        a[:2] == b[:2] and a[2] < b[3] and b[2] < a[3] for a in left for b in places
    )
