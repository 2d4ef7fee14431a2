"""Make the mentions of what sentences describe."""

from collections.abc import Iterator

from spacy.tokens import Token

from factcheck.claims import Mention
from factcheck.claims.extraction import NameMention
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.descriptions.subjects import Subject


def is_person(analysis: Analysis, subject: Subject) -> bool:
    """Ask whether a subject is known to be a person."""
    entity = subject.entity or analysis.entity_of(subject.start, subject.end)
    return entity in analysis.entities and analysis.entities[entity].kind == "person"


def named(analysis: Analysis, subject: Subject, person: bool) -> Mention:
    """Make the mention of a person, or of a thing that is known by its name alone."""
    if person:
        return analysis.mention(subject.start, subject.end, entity=subject.entity)
    return plain(analysis, subject.start, subject.end, subject.value)


def plain(analysis: Analysis, start: int, end: int, value: str | None) -> Mention:
    """Make a mention of words that name nobody."""
    text = analysis.original[start:end]
    return Mention(start, end, text, value, part=analysis.reading.part)


def names_beside(analysis: Analysis, head: Token) -> Iterator[NameMention]:
    """Yield the name at a noun, and those beside it: "the band **Red Harbour**"."""
    if name := analysis.name_at(head.idx):
        yield name
    for beside in head.rights:
        if beside.dep_ == "appos" and (name := analysis.name_at(beside.idx)):
            yield name
