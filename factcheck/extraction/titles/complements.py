"""Read what follows an office noun: "-elect", its portfolio, its country or body."""

from spacy.tokens import Doc

from factcheck.extraction.analysis import Analysis
from factcheck.extraction.titles.name_index import NameIndex
from factcheck.extraction.titles.nouns import is_office_noun, things
from factcheck.extraction.titles.title_phrase import (
    DETERMINERS,
    MODIFIERS,
    OWNERS,
    TAGS,
    TitlePhrase,
)
from factcheck.lexicons import word_list
from factcheck.lexicons.titles_parse import LINKS, singular
from factcheck.lexicons.titles_table import title_words

ATTACHED = frozenset({"elect", "designate", "designated", "nominee"})
TOPICS = (*TAGS, "JJ")
IN_BODY = MODIFIERS | {"NNS", "NNPS", "CD", "POS"}
LOOSE_ENDS = ("JJ", "VBG", "VBN", "POS", "CD", "HYPH")
COURTESY = frozenset({"mr.", "mrs.", "ms.", "dr.", "mr", "mrs", "ms", "dr", "sir"})
LONGEST = 9


def read_attached(analysis: Analysis, phrase: TitlePhrase) -> None:
    """Take "-elect", "designate" and "nominee" behind the head."""
    doc, at = analysis.doc, phrase.end
    if at < len(doc) and doc[at].text == "-" and at + 1 < len(doc):
        if doc[at + 1].lower_ in ATTACHED:
            phrase.status, phrase.end = (at + 1, at + 2), at + 2
        elif doc[at + 1].lower_ in ("in", "at") and at + 3 < len(doc):
            phrase.end = at + 4
    elif at < len(doc) and doc[at].lower_ in ATTACHED and doc[at - 1].whitespace_:
        phrase.status, phrase.end = (at, at + 1), at + 1
    phrase.outer_end = phrase.end


def read_body(analysis: Analysis, names: NameIndex, phrase: TitlePhrase) -> None:
    """Read "of …", "for …", "at …": the portfolio, then the body."""
    doc, words = analysis.doc, analysis.words
    for _ in range(3):
        at = phrase.outer_end
        if at + 1 >= len(doc) or words[at] not in LINKS or doc[at].is_sent_end:
            return
        if not phrase.owners or phrase.end == phrase.outer_end:
            known = _office_end(analysis, names, phrase, at)
            if known:
                phrase.end = phrase.outer_end = known
                continue
        begin = at + 1
        if words[begin] in DETERMINERS or words[begin] in OWNERS:
            begin += 1
        body = _body_end(analysis, names, begin)
        if body is None:
            return
        start, end, named = body
        bare = begin == at + 1 and not named and not _is_place(doc, phrase, at)
        if bare and words[at] in ("of", "for") and doc[start].tag_ in TOPICS:
            if phrase.end != phrase.outer_end:
                return
            phrase.end = phrase.outer_end = end
        elif not bare and words[at] in ("of", "for", "to", "in", "at", "with"):
            definite = named or words[at + 1] not in ("a", "an")
            if definite:
                phrase.owners.append(_place(doc, start, end, named))
            phrase.outer_end = end
            phrase.plain_body = doc[end - 1].text.islower()
        else:
            return


def _is_place(doc: Doc, phrase: TitlePhrase, at: int) -> bool:
    """Ask whether "of" leads to a place we have no name for: "mayor of Overby"."""
    word = doc[at + 1].text
    if word.isupper() and len(word) > 1 and not doc[phrase.head].text.isupper():
        return True
    big = word[0].isupper() and doc[at].lower_ == "of"
    of_bodies = word_list("person-nouns", "of_bodies")
    return big and singular(doc[phrase.head].lower_) in of_bodies


def _place(doc: Doc, start: int, end: int, named: bool) -> tuple[int, int]:
    """Return the characters of a body; a named one begins with its first big word."""
    while named and start < end - 1 and doc[start].text.islower():
        start += 1
    return doc[start].idx, doc[end - 1].idx + len(doc[end - 1])


def _office_end(
    analysis: Analysis, names: NameIndex, phrase: TitlePhrase, at: int
) -> int | None:
    """Return the end of a known office or portfolio that runs across *at*."""
    table = title_words()
    words = analysis.words[phrase.head : phrase.head + 6]
    words[0] = singular(words[0])
    if at == phrase.head + 1:
        for size in (5, 4, 3):
            office = " ".join(words[:size])
            if office in table.heads or office in table.same:
                return phrase.head + size
    if analysis.words[at] not in ("of", "for"):
        return None
    low = [table.spelling.get(word, word) for word in analysis.words[at + 1 : at + 8]]
    skip = 1 if low[:1] == ["the"] else 0
    for size in (6, 5, 4, 3, 2, 1):
        words = low[skip : skip + size]
        if len(words) == size and _is_departments(" ".join(words)):
            end = at + 1 + skip + size
            return None if _runs_on(analysis.doc, names, end) else end
    return None


def _runs_on(doc: Doc, names: NameIndex, at: int) -> bool:
    """Ask whether a noun phrase goes on: "of the Health | Committee"."""
    while at < len(doc) and doc[at].tag_ in TAGS and at not in names.person_at:
        if doc[at].text.islower() or doc[at].lower_ in things():
            return True
        at += 1
    return False


def _is_departments(phrase: str) -> bool:
    table = title_words().portfolio
    if phrase in table:
        return True
    sides = phrase.replace(", ", " and ").split(" and ")
    return len(sides) > 1 and all(side.strip() in table for side in sides)


def _body_end(
    analysis: Analysis, names: NameIndex, begin: int
) -> tuple[int, int, bool] | None:
    """Return where a body or topic begins and ends, and whether it is a name."""
    doc, at, named = analysis.doc, begin, False
    while at < len(doc) and at - begin < LONGEST:
        token = doc[at]
        if token.i in names.inside_person or (token.is_sent_start and at > begin):
            break
        if token.i in names.inside:
            name = names.inside[token.i]
            named = True
            at = names.end_of(token.i)
            goes_on = at < len(doc) and doc[at].tag_ in ("NN", "NNS")
            if name.kind == "place" and not goes_on:
                break
            continue
        if is_office_noun(token.lower_) and not named and at == begin:
            return None
        if named and token.text.islower() and token.tag_ not in TAGS:
            break
        if token.tag_ in IN_BODY and not token.is_space:
            at += 1
            continue
        break
    while at > begin and doc[at - 1].tag_ in LOOSE_ENDS:
        if doc[at - 1].i in names.inside:
            break
        at -= 1
    if at > begin and doc[at - 1].lower_ in COURTESY:
        return None
    return (begin, at, named) if at > begin else None
