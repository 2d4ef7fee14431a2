"""Read who or what fills a relation that has one answer.

"The director of Red Harbour **is Bo Okoro**", "Bo Okoro, the director of Red Harbour",
"Red Harbour was directed **by Bo Okoro**", "Bo Okoro **directed** Red Harbour".
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import takewhile

from spacy.tokens import Token

from factcheck.claims import ASSERTED, Claim, Mention
from factcheck.claims.extraction import NameMention
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.descriptions.antecedents import subject_or_topic
from factcheck.extraction.descriptions.mentions import (
    is_person,
    named,
    names_beside,
    plain,
)
from factcheck.extraction.descriptions.natures import country_code, sort_of
from factcheck.extraction.descriptions.subjects import (
    QUOTES,
    SMALL,
    Subject,
    name_in,
    sort_nouns,
    subject_of,
)
from factcheck.extraction.modality import modality_of
from factcheck.extraction.relations.relation_table import Relation, stated_by
from factcheck.extraction.relations.voice import asserts, undergoer
from factcheck.lexicons import word_list
from factcheck.lexicons.given import given_with_sex
from factcheck.lexicons.places import known_place

LEFT = ("amod", "compound", "nmod")
LINKS = ("of", "for")
CONFIDENCE = 0.8


def by_noun(analysis: Analysis) -> Iterator[Claim]:
    """Yield what nouns tell: "**the director of** Red Harbour is Bo Okoro"."""
    nouns = stated_by("nouns")
    for noun in analysis.tokens_of(_last_words()):
        if noun.pos_ != "NOUN":
            continue
        before = [c.lower_ for c in noun.lefts if c.dep_ in LEFT]
        relation = nouns.get(" ".join([*before, noun.lemma_.lower()]))
        if relation is None or analysis.reports_at(noun.idx):
            continue
        subject = _owner(analysis, noun)
        if subject is None or not _may_have(analysis, subject, relation):
            continue
        holders = _holders(analysis, _filling(analysis, noun, relation), relation)
        if holders:
            yield _claim(analysis, subject, noun, relation, holders)


def characters(analysis: Analysis) -> Iterator[Claim]:
    """Yield in what work somebody appears: "Mog is **a character in** Red Harbour"."""
    within = stated_by("within")
    for noun in analysis.tokens_of(within):
        verb, relation = noun.head, within[noun.lemma_.lower()]
        if noun.dep_ != "attr" or verb.lemma_ != "be" or not asserts(analysis, verb):
            continue
        links = (c for c in noun.rights if c.lower_ in ("in", "on", "from"))
        work = next((work for c in links if (work := _named_behind(analysis, c))), None)
        if work is None or known_place(analysis.text[work.start : work.end]):
            continue
        if (subject := subject_or_topic(analysis, verb)) is not None:
            holder = plain(analysis, work.start, work.end, work.value)
            yield _claim(analysis, subject, noun, relation, [holder])


@cache
def _last_words() -> frozenset[str]:
    return frozenset(noun.split()[-1] for noun in stated_by("nouns"))


def _may_have(analysis: Analysis, subject: Subject, relation: Relation) -> bool:
    """Ask whether it is not an office: a body has one director after another."""
    if relation.name not in word_list("relations", "not_of"):
        return True
    name = analysis.name_at(subject.start)
    whole = name is not None and name.span.end >= subject.end
    return not (whole and name is not None and name.kind == "place")


def _owner(analysis: Analysis, noun: Token) -> Subject | None:
    """Return the name a noun is said of: "the director of **Red Harbour**"."""
    doc = noun.doc
    owner = next((c for c in noun.lefts if c.dep_ == "poss"), None)
    if owner is not None:
        return name_in(doc[owner.left_edge.i : owner.i + 1])
    if not any(c.lower_ == "the" for c in noun.lefts):
        return None
    link = next((c for c in noun.rights if c.dep_ == "prep"), None)
    if link is None or link.lower_ not in LINKS or link.i != noun.i + 1:
        return None
    verb = noun.head
    if noun.dep_ == "nsubj" and verb.i > link.i:
        return name_in(doc[link.i + 1 : verb.i])
    return name_in(_name_words(doc[link.i + 1 : analysis.sentence_of(noun).end]))


def _name_words(tokens: Iterable[Token]) -> list[Token]:
    """Return the words at the beginning that may be one name."""
    words = list(takewhile(_goes_on, tokens))
    while words and words[-1].lower_ in SMALL:
        words.pop()
    return words


def _goes_on(token: Token) -> bool:
    """Ask whether a name may go on with a word."""
    if token.text in QUOTES:
        return True
    if token.lower_ in SMALL or token.lower_ in sort_nouns():
        return True
    return token.text[0].isupper() or token.text[0].isdigit()


def _filling(analysis: Analysis, noun: Token, relation: Relation) -> list[Token]:
    """Return the nouns that say who or what it is."""
    verb = noun.head
    beside = [c for c in noun.rights if c.dep_ == "appos"]
    if (
        verb.lemma_ == "be"
        and noun.dep_ in ("nsubj", "attr")
        and asserts(analysis, verb)
    ):
        if relation.changes and verb.tag_ not in ("VBZ", "VBP"):
            return []
        wanted = "attr" if noun.dep_ == "nsubj" else "nsubj"
        heads = [c for c in verb.children if c.dep_ == wanted]
        if heads or not beside:
            return [t for head in heads for t in listed(head)]
    if (
        relation.changes
        or modality_of(analysis, analysis.sentence_of(noun).root) != ASSERTED
    ):
        return []
    if noun.dep_ == "appos":
        return [noun.head]
    if not beside and relation.answers == ("person",):
        owners = (
            c for link in noun.rights if link.lower_ in LINKS for c in link.rights
        )
        beside = [c for owner in owners for c in owner.rights if c.dep_ == "appos"]
    return beside if len(beside) == 1 else []


def listed(head: Token) -> list[Token]:
    """Return a noun with those listed beside it: "**Duval**, **Okoro** and **Lind**".

    The parser takes the second name of a list for another name of the first.
    """
    nouns = [head, *head.conjuncts]
    if len(nouns) > 1 and head.pos_ == "PROPN":
        beside = (t for noun in nouns for t in noun.rights if t.dep_ == "appos")
        nouns += [t for t in beside if t.pos_ == "PROPN" and t not in nouns]
    return nouns


def by_verb(analysis: Analysis) -> Iterator[Claim]:
    """Yield what verbs tell: "a film **directed by** Bo Okoro", "aired **on** PTV"."""
    active = stated_by("made")
    for link in analysis.tokens_printed(("by", "on")):
        if link.dep_ not in ("agent", "prep"):
            continue
        heads = [c for c in link.children if c.dep_ == "pobj"]
        heads = [t for head in heads for t in listed(head)]
        if heads and link.lower_ == "by":
            yield from _made_by(analysis, link, heads)
        elif heads and (relation := stated_by("on").get(link.head.lemma_.lower())):
            work = undergoer(analysis, link.head, alone=True)
            if work and (holders := _holders(analysis, heads, relation)):
                yield _claim(analysis, work, link.head, relation, holders)
    for verb in analysis.tokens_of(active):
        if verb.tag_ == "VBD":
            yield from _actively(analysis, verb, active[verb.lemma_.lower()])


def _made_by(analysis: Analysis, link: Token, heads: list[Token]) -> Iterator[Claim]:
    """Yield who made something, and of what country: "**by** the Irish author Lind"."""
    for done in _acts(link.head):
        relation = (
            stated_by("works").get(sort_of(done) or "")
            if done.pos_ == "NOUN"
            else stated_by("by").get(done.lemma_.lower())
        )
        part = next((c for c in done.lefts if c.dep_ == "nsubjpass"), None)
        whole = _whole(analysis, part) if relation and part is not None else None
        if whole is not None and part is not None:
            relation = stated_by("parts")[part.lemma_.lower()]
        if relation is None:
            continue
        holders = _holders(analysis, heads, relation)
        alone = (
            sum(head.pos_ == "PROPN" for head in heads) < 2
        )  # "poet and aviator Osk"
        countries = list(_countries(analysis, heads[0])) if alone else []
        work = (whole or _work(analysis, done)) if holders or countries else None
        if work is not None:
            yield _claim(analysis, work, done, relation, holders, countries)


def _countries(analysis: Analysis, maker: Token) -> Iterator[Mention]:
    """Yield of what country a maker is: "by the **Irish** author Eva Lind"."""
    for token in maker.doc[maker.left_edge.i : maker.i]:
        code = country_code(analysis, token) if token.dep_ in LEFT else None
        if code and token.nbor().text not in "-–":
            yield plain(analysis, token.idx, token.idx + len(token), code)


def _actively(analysis: Analysis, verb: Token, relation: Relation) -> Iterator[Claim]:
    """Yield who made what: "Bo Okoro **directed** Red Harbour"."""
    makers = [c for c in verb.lefts if c.dep_ == "nsubj"]
    works = [c for c in verb.rights if c.dep_ == "dobj"]
    if len(makers) != 1 or len(works) != 1 or not asserts(analysis, verb):
        return
    work = _whole(analysis, works[0])
    if work is not None:
        relation = stated_by("parts")[works[0].lemma_.lower()]
    else:
        first = works[0].left_edge.i
        words = list(verb.doc[first : works[0].i + 1])
        end = analysis.sentence_of(verb).end
        words += _name_words(verb.doc[works[0].i + 1 : end])
        work = name_in(words)
        introduced = any(t.text.islower() and t.lower_ in sort_nouns() for t in words)
        if not introduced and work and _is_somebody(analysis, work, relation):
            return
    if work is None:
        return
    holders = _holders(analysis, listed(makers[0]), relation)
    if holders:
        yield _claim(analysis, work, verb, relation, holders)


def _whole(analysis: Analysis, part: Token) -> Subject | None:
    """Return the work that a noun is a part of: "the script for **Red Harbour**"."""
    if part.lemma_.lower() not in stated_by("parts"):
        return None
    near = (*part.rights, *(c for c in part.head.rights if c.i == part.i + 1))
    link = next((c for c in near if c.dep_ == "prep"), None)
    if link is None or link.lower_ not in LINKS:
        return None
    return _named_behind(analysis, link)


def _named_behind(analysis: Analysis, link: Token) -> Subject | None:
    """Return the work named behind a preposition: "for the **film Red Harbour**"."""
    behind = list(link.doc[link.i + 1 : analysis.sentence_of(link).end])
    while behind and behind[0].lower_ not in sort_nouns():
        named = behind[0].text[0].isupper() and behind[0].pos_ != "ADJ"
        if named or (not behind[0].is_alpha and not behind[0].like_num):
            break
        behind.pop(0)  # "the critically derided American film", "the 2013 film"
    return name_in(_name_words(behind))


def _is_somebody(analysis: Analysis, work: Subject, relation: Relation) -> bool:
    """Ask whether what looks like a work is a person, a place or a day."""
    if relation.name == "killer":
        return not is_person(analysis, work)
    name = analysis.name_at(work.start)
    dated = any(t.start < work.end and work.start < t.end for t in analysis.times)
    return dated or (name is not None and name.kind in ("person", "place"))


def _acts(act: Token) -> Iterator[Token]:
    """Yield the verbs that share what follows *by*: "written and directed by"."""
    if act.pos_ == "NOUN":
        yield act
        return
    chain = [act]
    while chain[-1].dep_ == "conj" and not _agents(chain[-1].head):
        chain.append(chain[-1].head)
    chain += [c for c in act.children if c.dep_ == "conj" and not _agents(c)]
    yield from (verb for verb in chain if verb.tag_ == "VBN")


def _agents(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ == "agent"]


def _work(analysis: Analysis, done: Token) -> Subject | None:
    """Return the name of what was made."""
    if done.pos_ == "NOUN":
        verb = done.head
        described = (
            done.dep_ == "attr" and verb.lemma_ == "be" and asserts(analysis, verb)
        )
        return subject_of(analysis, verb) if described else None
    verb = done
    while verb.dep_ == "conj" and not any(c.dep_ == "auxpass" for c in verb.lefts):
        verb = verb.head
    if verb.dep_ == "ROOT" and not any(c.dep_ == "auxpass" for c in verb.lefts):
        described = verb.lemma_ == "be" and asserts(analysis, done)
        return subject_or_topic(analysis, verb) if described else None
    return undergoer(analysis, verb, alone=True)


def _holders(
    analysis: Analysis, heads: Iterable[Token], relation: Relation
) -> list[Mention]:
    """Return the names of who or what it is; none where one of them is not a name."""
    holders: list[Mention] = []
    for head in heads:
        named_there = analysis.name_at(head.idx) if head.pos_ == "PROPN" else None
        beside = () if head.pos_ == "PROPN" else names_beside(analysis, head)
        name = named_there or next(iter(beside), None)
        bare = _bare(analysis, head)
        if name is not None and _answers(name.kind, relation):
            span = name.span
            holders.append(analysis.mention(span.start, span.end, entity=name.entity))
        elif bare is not None and _may_be(bare, name, relation, head.dep_ == "nsubj"):
            holders.append(bare)
        else:
            return []
    return holders


def _may_be(
    bare: Mention, name: NameMention | None, relation: Relation, begins: bool
) -> bool:
    """Ask whether words that the parser takes for something else may be the name.

    Towns are taken for anything, and people for bodies: a given name tells.
    """
    if _is_of_places(relation):
        return True
    words = bare.text.split()
    given = words[0].casefold() in given_with_sex()
    if len(words) == 1:  # a surname before an active verb: "Okoro wrote it"
        return name is None and relation.answers == ("person",) and begins
    return name is None or (name.kind != "place" and given)


def _answers(kind: str, relation: Relation) -> bool:
    return kind in relation.answers if relation.answers else kind != "place"


def _is_of_places(relation: Relation) -> bool:
    """Ask whether a place answers it; the names of towns are taken for anything."""
    return relation.answers == ("place",)


def _bare(analysis: Analysis, head: Token) -> Mention | None:
    """Return a name that nobody resolved: capitalised words."""
    words = list(head.doc[head.left_edge.i : head.i + 1])
    if head.pos_ != "PROPN" or len(words) > 4:
        return None
    if not all(t.text[0].isupper() and t.text[-1].isalpha() for t in words):
        return None
    if words[0].lower_ in ("the", "a", "an"):
        return None
    start, end = words[0].idx, head.idx + len(head)
    return plain(analysis, start, end, None)


def _claim(
    analysis: Analysis,
    subject: Subject,
    word: Token,
    relation: Relation,
    holders: list[Mention],
    countries: list[Mention] | None = None,
) -> Claim:
    start, end = word.idx, word.idx + len(word)
    roles = {
        "subject": [named(analysis, subject, is_person(analysis, subject))],
        "relation": [plain(analysis, start, end, relation.name)],
        "holder": holders,
        "country": countries or [],
    }
    if holders:
        entity = analysis.entities.get(holders[0].entity or "")
        sort = entity.kind if entity else "work" if holders[0].value else "person"
        sort = "place" if _is_of_places(relation) else sort
        roles["sort"] = [plain(analysis, holders[0].start, holders[0].end, sort)]
    return analysis.claim_over(
        "relation", roles, confidence=CONFIDENCE, extractor="relation"
    )
