"""Say who holds an office: the person before, after, or the subject of its verb."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from spacy.tokens import Doc, Token

from factcheck.claims import ASSERTED
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.titles.name_index import NameIndex
from factcheck.extraction.titles.nouns import is_office_noun, things
from factcheck.extraction.titles.title_phrase import HONORIFICS, TitlePhrase
from factcheck.lexicons.titles_parse import LINKS, singular

if TYPE_CHECKING:
    from factcheck.claims.extraction import NameMention

STOPS = frozenset({",", ".", ";", ")", "—", "–", "--", ":", "?", "!"})
RELATIVES = frozenset({"who", "which", "that", "whose", "whom"})
BRACKET = 14
"""Tokens that brackets behind a name or body may hold."""

NOT_APPOSED = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative"})


class Holder(NamedTuple):
    """Somebody an office is ascribed to, and how the text does it.

    Attributes:
        phrase: The office.
        start: First character of the person.
        end: Character behind the person.
        entity: The local entity, where it is not a name.
        pattern: "before", "after", "copula", "as" or "list".
        modality: How the clause is put.
        status: A status the verb implies ("was": former), or None.
        verb: Token of the verb that ascribes it, or None.
    """

    phrase: TitlePhrase
    start: int
    end: int
    entity: str | None
    pattern: str
    modality: str = ASSERTED
    status: str | None = None
    verb: int | None = None


def named(phrase: TitlePhrase, name: "NameMention", pattern: str) -> Holder:
    """Give an office to somebody named."""
    return Holder(phrase, name.span.start, name.span.end, name.entity, pattern)


def holders_before(
    analysis: Analysis, names: NameIndex, phrases: list[TitlePhrase]
) -> Iterator[Holder]:
    """Yield holders named right behind their office: "Foreign Minister Ana Bell".

    Several offices share a name ("actor and singer Jo Bell"), several names share one
    in the plural ("Senators Ann Lee and Bo Lind").
    """
    doc = analysis.doc
    following: tuple[TitlePhrase, list[NameMention]] | None = None
    for phrase in reversed(phrases):
        name = name_behind(doc, names, phrase) or _friend_behind(doc, names, phrase)
        if name is not None and doc[phrase.head].lower_ == "fellow":
            following = None
            continue
        if name is not None:
            people = [name]
            if is_plural(doc[phrase.head]):
                people += _listed(doc, names, name)
        elif following and _coordinated(doc, phrase, following[0]):
            people = following[1][:1]
        else:
            following = None
            continue
        following = (phrase, people)
        for person in people:
            yield named(phrase, person, "before")


def name_behind(
    doc: Doc, names: NameIndex, phrase: TitlePhrase
) -> "NameMention | None":
    """Return the name that follows an office directly, an honorific aside."""
    if phrase.plain_body:
        return None
    at = phrase.outer_end
    if phrase.end == phrase.outer_end and at < len(doc) and doc[at].text == ".":
        at += 1
    for _ in range(3):
        if at >= len(doc) or (doc[at].is_sent_start and at != phrase.end):
            return None
        if at in names.person_at:
            name, end = names.person_at[at], names.end_of(at)
            goes_on = end == at + 1 < len(doc) and is_office_noun(doc[end].lower_)
            if name.text.split()[-1].lower() in things():
                return None
            return None if goes_on and doc[end].text[0].isupper() else name
        if doc[at].lower_ not in HONORIFICS:
            return None
        at += 1
    return None


def _friend_behind(
    doc: Doc, names: NameIndex, phrase: TitlePhrase
) -> "NameMention | None":
    """Return the name behind an office and a plain noun: "actor and friend Bo Lind"."""
    at = phrase.outer_end
    if phrase.determiner == "the" or at + 2 >= len(doc) or doc[at].lower_ != "and":
        return None
    plain = doc[at + 1].tag_ == "NN" and doc[at + 1].text.islower()
    return names.person_at.get(at + 2) if plain else None


def is_plural(token: Token) -> bool:
    """Ask whether an office noun stands for several holders."""
    low = token.lower_.rstrip(".")
    return singular(low) != low or low in ("reps", "sens", "govs", "gens", "profs")


def _listed(doc: Doc, names: NameIndex, name: "NameMention") -> Iterator["NameMention"]:
    """Yield further names of a list: "… Ann Lee, Bo Lind and Cy Moe"."""
    at = _behind_place(doc, names, names.end_of(names.first[name.span.start]))
    while at < len(doc) and doc[at].lower_ in (",", "and", "or", "&"):
        while at < len(doc) and doc[at].lower_ in (",", "and", "or", "&"):
            at += 1
        if at not in names.person_at:
            return
        yield names.person_at[at]
        at = _behind_place(doc, names, names.end_of(at))


def _behind_place(doc: Doc, names: NameIndex, at: int) -> int:
    """Step over "of Norland" behind a name."""
    if at + 1 < len(doc) and doc[at].lower_ == "of" and at + 1 in names.inside:
        return names.end_of(at + 1)
    return at


def _coordinated(doc: Doc, left: TitlePhrase, right: TitlePhrase) -> bool:
    """Ask whether two offices are one list in front of a name."""
    between = [t.lower_ for t in doc[left.outer_end : right.outer_begin]]
    if between not in (["and"], ["&"], [","], [",", "and"], ["/"], []):
        return False
    if right.determiner or is_plural(doc[left.head]) != is_plural(doc[right.head]):
        return False
    big = doc[left.head].text[0].isupper(), doc[right.head].text[0].isupper()
    if big == (True, True) and (left.determiner or "," in between):
        return False
    alike = big[0] == big[1] or bool(doc[left.outer_begin].is_sent_start)
    return alike and (left.determiner != "the" or len(between) < 2)


def holder_after(
    analysis: Analysis, names: NameIndex, phrase: TitlePhrase, others: set[int]
) -> Holder | None:
    """Return who is named before an office in apposition: "Ana Bell, the mayor,".

    *others* are the first tokens of all offices: "Ana Bell, mayor and treasurer of".
    """
    doc = analysis.doc
    name, separated = _name_in_front(doc, names, phrase.outer_begin)
    if name is None or is_plural(doc[phrase.head]):
        return None
    if name_behind(doc, names, phrase) is not None:
        return None
    head = doc[phrase.head]
    if doc[phrase.outer_begin - 1].text == "(" and phrase.determiner == "the":
        return None
    follower = doc[phrase.outer_end] if phrase.outer_end < len(doc) else None
    apposed = head.dep_ == "appos" and head.head.i in names.inside_person
    if not separated:
        bodied = phrase.determiner is None and phrase.outer_end > phrase.head + 2
        held = phrase.status or bodied or (apposed and phrase.determiner == "a")
        return named(phrase, name, "after") if held else None
    closed = (
        follower is None
        or follower.text in STOPS
        or follower.is_sent_start
        or follower.lower_ in RELATIVES
        or (follower.lower_ == "and" and follower.i + 1 in others)
    )
    loosely = head.dep_ == "appos" and phrase.determiner == "a"
    goes_on = follower is not None and follower.lower_ in LINKS
    if loosely or (apposed and (closed or goes_on or phrase.determiner)):
        return named(phrase, name, "after")
    if closed and head.dep_ not in NOT_APPOSED:
        return named(phrase, name, "after")
    starts = doc[names.first[name.span.start]].is_sent_start
    if closed and follower is not None and starts and _verb_follows(doc, follower):
        return named(phrase, name, "after")
    return None


def _verb_follows(doc: Doc, comma: Token) -> bool:
    return comma.i + 1 < len(doc) and doc[comma.i + 1].pos_ in ("VERB", "AUX")


def opening(doc: Doc, at: int) -> int | None:
    """Return where the brackets open that close at a token."""
    inside = range(at - 1, max(0, at - BRACKET), -1)
    return next((i for i in inside if doc[i].text == "("), None)


def _name_in_front(
    doc: Doc, names: NameIndex, begin: int
) -> "tuple[NameMention | None, bool]":
    """Return the name before an apposition, an age or brackets aside."""
    at, separated = begin, False
    if at > 0 and doc[at - 1].text in (",", "(", "—", "–", "--"):
        separated = True
        at -= 1
    if separated and at > 1 and doc[at - 1].like_num and doc[at - 2].text == ",":
        at -= 2
    if at > 2 and doc[at - 1].text == ")":
        opened = opening(doc, at - 1)
        at = opened if opened is not None else at
    return names.person_end.get(at), separated


def holder_behind(
    analysis: Analysis, names: NameIndex, phrase: TitlePhrase
) -> Holder | None:
    """Return who follows an office after a comma: "its director, Ana Bell, said"."""
    doc, at = analysis.doc, phrase.outer_end
    if at < len(doc) and doc[at].text == "(":
        inside = range(at + 1, min(len(doc), at + BRACKET))
        at = next((i + 1 for i in inside if doc[i].text == ")"), at)
    opens = phrase.owners and doc[phrase.outer_begin].is_sent_start
    if at + 1 >= len(doc) or doc[at].text != "," or not (phrase.determiner or opens):
        return None
    at += 1
    while at < len(doc) and doc[at].lower_ in HONORIFICS:
        at += 1
    name = names.person_at.get(at)
    if name is None or is_plural(doc[phrase.head]) or doc[at].is_sent_start:
        return None
    end = names.end_of(at)
    head, root = doc[phrase.head], doc[at:end].root
    closed = end >= len(doc) or doc[end].text in STOPS or doc[end].is_sent_start
    here = range(phrase.begin, phrase.outer_end)
    apposed = root.dep_ == "appos" and root.head.i in here
    listed = root.dep_ == "conj" or head.dep_ == "conj"
    if (apposed or (closed and not listed)) and root.dep_ not in ("nsubj", "nsubjpass"):
        return named(phrase, name, "after")
    owned = phrase.determiner == "owner" or phrase.owners
    return named(phrase, name, "after") if closed and owned and not listed else None
