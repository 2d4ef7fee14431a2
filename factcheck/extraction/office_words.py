"""Take back names that proved to be words of an office: "State", "Foreign"."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from factcheck.claims import Claim
from factcheck.claims.extraction import NameMention
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.interval_index import Covered


def release_office_words(analyses: Sequence[Analysis]) -> None:
    """Drop names that lie inside a title, and entities that nothing names any more.

    Names are found before titles, by capitals; the title knows better what its words
    are. The stretches of a document share their entities.
    """
    for analysis in analyses:
        offices = [m for c in analysis.claims for m in c.role("title")]
        covered = Covered((office.start, office.end) for office in offices)
        analysis.keep_names(partial(_is_outside, covered))
        analysis.claims[:] = [_unnamed(claim) for claim in analysis.claims]
    named = {name.entity for analysis in analyses for name in analysis.names}
    named |= {entity for a in analyses for entity in a.pronouns.values()}
    for analysis in analyses:
        for entity in set(analysis.entities) - named:
            del analysis.entities[entity]


def _is_outside(offices: Covered, name: NameMention) -> bool:
    return not offices.hold(name.span.start, name.span.end)


def _unnamed(claim: Claim) -> Claim:
    """Return a title claim whose office and status words stand for nobody."""
    if claim.kind != "title":
        return claim
    cleared = {
        role: tuple(replace(m, entity=None, name=None) for m in claim.role(role))
        for role in ("title", "status")
        if claim.role(role)
    }
    return replace(claim, roles={**claim.roles, **cleared})
