"""Read who made a work: directed, wrote, recorded, discovered it."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from factcheck.claims import ASSERTED, Claim, Mention
from factcheck.extraction.analysis import EXTRACTORS, Analysis
from factcheck.extraction.descriptions.naming import names_beside
from factcheck.extraction.descriptions.natures import sort_of
from factcheck.extraction.descriptions.subjects import Subject, subject_of
from factcheck.extraction.modality import modality_of
from factcheck.lexicons import load_table

if TYPE_CHECKING:
    from spacy.tokens import Token


@EXTRACTORS.register("making")
def makings(analysis: Analysis) -> Iterator[Claim]:
    """Yield who made what: "Red Harbour is a film **directed by Bo Okoro**"."""
    by = analysis.doc.vocab.strings["by"]
    for i in (analysis.doc.to_array("LOWER") == by).nonzero()[0].tolist():
        link = analysis.doc[i]
        if link.dep_ not in ("agent", "prep"):
            continue
        act = link.head
        makers = list(_makers(analysis, link))
        if not makers:
            continue
        for done in _acts(act):
            work = _work(done)
            if work is not None:
                yield _making(analysis, work, done, makers)


def _acts(act: "Token") -> "Iterator[Token]":
    """Yield the verbs that share what follows *by*: "written and directed by"."""
    if act.pos_ == "NOUN":
        if sort_of(act) in _words("by"):
            yield act
        return
    chain = [act]
    while chain[-1].dep_ == "conj" and not _agents(chain[-1].head):
        chain.append(chain[-1].head)
    chain += [c for c in act.children if c.dep_ == "conj" and not _agents(c)]
    for verb in chain:
        if verb.tag_ == "VBN" and verb.lemma_.lower() in _words("makes"):
            yield verb


def _agents(verb: "Token") -> "list[Token]":
    return [c for c in verb.children if c.dep_ == "agent"]


def _work(done: "Token") -> Subject | None:
    """Return the name of what was made, in the voice of the document alone."""
    verb = done
    while verb.dep_ == "conj":
        verb = verb.head
    if verb.dep_ == "acl":
        verb = verb.head
    if verb.dep_ == "attr":
        verb = verb.head
    passive = any(c.dep_ == "nsubjpass" for c in verb.children)
    if verb.lemma_ != "be" and not passive:
        return None
    if verb.dep_ != "ROOT" or modality_of(verb) != ASSERTED:
        return None
    return subject_of(verb)


def _makers(analysis: Analysis, link: "Token") -> Iterator[Mention]:
    """Yield the names behind *by*; none where one of them is no name."""
    heads = [c for c in link.children if c.dep_ == "pobj"]
    heads += [t for head in heads for t in head.conjuncts]
    names = [next(names_beside(analysis, token), None) for token in heads]
    for name in names if all(names) else []:
        if name is not None and name.kind in ("person", "organization"):
            yield analysis.mention(name.span.start, name.span.end)


def _making(
    analysis: Analysis, work: Subject, done: "Token", makers: list[Mention]
) -> Claim:
    start, end = done.idx, done.idx + len(done)
    act = "make" if done.pos_ == "NOUN" else done.lemma_.lower()
    part = analysis.reading.part
    named = analysis.original[work.start : work.end]
    return analysis.claim(
        "making",
        min(work.start, start),
        max(end, *(maker.end for maker in makers)),
        {
            "work": [Mention(work.start, work.end, named, work.value, part=part)],
            "act": [Mention(start, end, analysis.original[start:end], act, part=part)],
            "maker": makers,
        },
        confidence=0.8,
        extractor="making",
    )


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(load_table("descriptions")[group])
