"""Make claims of sentences that say what somebody or something is, or is not.

Only what a document says in its own voice and in a main clause: what somebody says
about somebody is opinion more often than description.
"""

from collections.abc import Iterable, Iterator
from functools import partial

from spacy.tokens import Token

from factcheck.claims import ASSERTED, DENIED, Claim, Mention
from factcheck.documents import Span
from factcheck.extraction.analysis import EXTRACTORS, Analysis
from factcheck.extraction.descriptions.antecedents import subject_or_topic
from factcheck.extraction.descriptions.countries import is_in, lies_in, of_nation
from factcheck.extraction.descriptions.mentions import is_person, named, plain
from factcheck.extraction.descriptions.natures import (
    PERSON,
    attributes_of,
    countries_of,
    country_code,
    reality_of,
    sort_of,
    years_of,
)
from factcheck.extraction.descriptions.ranks import Rank, rank_of
from factcheck.extraction.descriptions.subjects import Subject, aliases, called_in
from factcheck.extraction.modality import modality_of
from factcheck.lexicons import word_list

_words = partial(word_list, "descriptions")
LEFT = ("amod", "compound", "nmod")
CONFIDENCE = 0.8
COPULAS = ("be", "become", "remain")
PLACED = ("lie", "locate", "situate")
FINITE = ("VBZ", "VBD", "VBP", "VBN")
LIVING = (None, PERSON, "animal")
"""Sorts of what a name that is known for a person's may have; no film or town."""
CLAUSES = ("relcl", "acl", "ccomp", "xcomp")


@EXTRACTORS.register("description")
def descriptions(analysis: Analysis) -> Iterator[Claim]:
    """Yield what names are said to be: "Red Harbour is a **French film**"."""
    for sentence in analysis.sentences:
        verb = sentence.root
        placed = verb.lemma_ in PLACED
        if verb.tag_ not in FINITE or not (placed or verb.lemma_ in COPULAS):
            continue
        if analysis.reports_at(verb.idx) or _is_quoted(analysis, verb.idx):
            continue
        modality = modality_of(analysis, verb)
        if modality not in (ASSERTED, DENIED):
            continue
        subject = subject_or_topic(analysis, verb) or called_in(verb)
        if subject is None:
            continue
        if modality == ASSERTED and not is_person(analysis, subject):
            yield from _put(analysis, subject, verb, list(is_in(analysis, verb)))
        for head in () if placed else _heads(verb):
            if modality == ASSERTED or _denies(verb, head):
                yield from _describe(analysis, subject, verb, head, modality)


def _is_quoted(analysis: Analysis, at: int) -> bool:
    """Ask whether a place is inside quotation marks opened in its paragraph."""
    before = analysis.text[analysis.text.rfind("\n", 0, at) + 1 : at]
    curly = before.count("“") > before.count("”")
    return curly or before.count('"') % 2 == 1


def _denies(verb: Token, head: Token) -> bool:
    """Ask whether *not* is all there is to it: "not only", "no longer" say more."""
    words = {t.lower_ for t in verb.doc[verb.i + 1 : head.i]}
    return bool(words & {"not", "n't", "n’t"}) and not words & _words("no_denial")


def _heads(verb: Token) -> Iterator[Token]:
    """Yield the nouns behind *is*: "a singer, actor and model"."""
    for child in verb.rights:
        if child.dep_ in ("attr", "acomp"):
            yield child
            first = sort_of(child)
            for other in child.conjuncts:
                if first in (None, PERSON) or sort_of(other) != PERSON:
                    yield other
            return


def _put(
    analysis: Analysis, subject: Subject, verb: Token, places: list[tuple[Span, str]]
) -> Iterator[Claim]:
    """Yield where something lies: "the town of Osk **is in Norway**"."""
    if places:
        end = max(span.end for span, _ in places)
        roles = {
            "subject": _called(analysis, subject, verb, person=False),
            "location": _located(analysis, places),
        }
        yield _claim(analysis, subject, verb, end, roles, ASSERTED)


def _describe(
    analysis: Analysis, subject: Subject, verb: Token, head: Token, modality: str
) -> Iterator[Claim]:
    """Yield what a noun, or a word of nationality, says of somebody or something."""
    sort: str | None = PERSON
    countries, classes = [head], []
    rank: Rank | None = None
    if country_code(analysis, head) is not None:
        if not is_person(analysis, subject):
            return
    elif head.pos_ in ("NOUN", "PROPN") and head.is_alpha:
        sort = sort_of(head)
        if subject.value in _words("city_states") and sort in ("country", "town"):
            sort = None
        countries = list(countries_of(analysis, head))
        rank = rank_of(head)
        classes = list(_classes(head, modality))
        if rank is not None:
            classes.append((rank.start, rank.end, rank.whole))
        if not classes:
            return
    else:
        return
    start, end = head.idx, head.idx + len(head)
    roles = {
        "subject": _called(
            analysis, subject, verb, sort in LIVING and is_person(analysis, subject)
        ),
        "class": [analysis.mention(*place) for place in classes],
        "sort": [plain(analysis, start, end, sort)] if sort else [],
        "country": [
            plain(analysis, t.idx, t.idx + len(t), country_code(analysis, t))
            for t in countries
        ],
        "location": _located(analysis, _where(analysis, head, sort, countries)),
        "reality": [
            plain(analysis, t.idx, t.idx + len(t), value)
            for t, value in reality_of(head)
        ],
        "attribute": [plain(analysis, *place) for place in attributes_of(head)],
        "ranked": [plain(analysis, rank.start, end, rank.ranked)] if rank else [],
        "rank": [plain(analysis, rank.start, rank.end, rank.place)] if rank else [],
        "year": [
            plain(analysis, year.idx, year.idx + len(year), year.text)
            for year in years_of(head)
        ],
    }
    yield _claim(analysis, subject, verb, end, roles, modality)


def _called(
    analysis: Analysis, subject: Subject, verb: Token, person: bool
) -> list[Mention]:
    """Return the name of what is described, and those it is also known by."""
    others = aliases(analysis.text, subject, verb.idx)
    return [
        named(analysis, subject, person),
        *(plain(analysis, *other) for other in others),
    ]


def _where(
    analysis: Analysis, head: Token, sort: str | None, countries: list[Token]
) -> Iterator[tuple[Span, str]]:
    """Yield where something lies: by a preposition, or by a word of nationality."""
    yield from lies_in(analysis, head, sort)
    if sort in _words("local"):
        yield from of_nation(countries, lambda token: country_code(analysis, token))


def _claim(
    analysis: Analysis,
    subject: Subject,
    verb: Token,
    end: int,
    roles: dict[str, list[Mention]],
    modality: str,
) -> Claim:
    start, behind = verb.idx, verb.idx + len(verb)
    former = verb.tag_ in ("VBD", "VBN") or any(
        t.lower_ == "former" and t.idx < end for t in verb.doc[verb.i : verb.i + 6]
    )
    status = "former" if former else "current"
    stance = "is not" if modality == DENIED else "is"
    roles["stance"] = [plain(analysis, start, end, stance)]
    roles["status"] = [plain(analysis, start, behind, status)]
    last = max(m.end for some in roles.values() for m in some)
    return analysis.claim(
        "description",
        subject.start,
        last,
        roles,
        modality=modality,
        confidence=CONFIDENCE,
        extractor="description",
    )


def _located(analysis: Analysis, places: Iterable[tuple[Span, str]]) -> list[Mention]:
    return [plain(analysis, span.start, span.end, name) for span, name in places]


def _classes(head: Token, modality: str) -> Iterator[tuple[int, int, str]]:
    """Yield what something is called: the noun, and the noun with each attribute.

    A denial denies the whole only: what is no silent film may be a film.
    """
    if modality == DENIED:
        if any(c.dep_ in CLAUSES for c in head.children):
            return
        left = [c for c in head.lefts if c.dep_ in LEFT]
        if any(c.lower_ in _words("opinions") or c.tag_ == "JJS" for c in left):
            return
        behind = [c for c in head.rights if c.dep_ == "prep"]
        if len(left) > 1 or len(behind) > 1 or (left and behind):
            return
        if behind:
            yield _with(head, behind[0])
        elif left:
            yield _before(left[0], head)
        else:
            yield head.idx, head.idx + len(head), head.lemma_.lower()
        return
    yield head.idx, head.idx + len(head), head.lemma_.lower()
    for child in head.lefts:
        if child.dep_ in LEFT:
            yield _before(child, head)
    for child in head.rights:
        if child.dep_ == "prep":
            yield _with(head, child)


def _before(attribute: Token, head: Token) -> tuple[int, int, str]:
    value = f"{attribute.lower_} {head.lemma_.lower()}"
    return attribute.idx, head.idx + len(head), value


def _with(head: Token, link: Token) -> tuple[int, int, str]:
    last = link.right_edge
    words = [t for t in link.subtree if t.pos_ != "DET"]
    if named := [t for t in words if t.pos_ == "PROPN"]:
        words = [link, *named]
    behind = " ".join(t.lower_ for t in words)
    return head.idx, last.idx + len(last), f"{head.lemma_.lower()} {behind}"
