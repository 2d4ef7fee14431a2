"""Find the office words of a text: "former US | Deputy Secretary of State"."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from factcheck.extraction.analysis import Analysis
from factcheck.extraction.titles.complements import (
    ATTACHED,
    COURTESY,
    LONGEST,
    read_attached,
    read_body,
)
from factcheck.extraction.titles.name_index import NameIndex
from factcheck.extraction.titles.nouns import is_office_noun
from factcheck.extraction.titles.title_phrase import (
    DETERMINERS,
    HONORIFICS,
    MODIFIERS,
    OWNERS,
    TAGS,
    TitlePhrase,
)
from factcheck.lexicons.titles_parse import singular
from factcheck.lexicons.titles_table import title_words


def phrases(analysis: Analysis, names: NameIndex) -> Iterator[TitlePhrase]:
    """Yield every phrase for an office or a role, in the order of their heads."""
    doc = analysis.doc
    for at in (i for i, word in enumerate(analysis.words) if is_office_noun(word)):
        if _is_head(doc[at], names) and not _is_patched(doc, at):
            yield _measure(analysis, names, at)


def _is_head(token: Token, names: NameIndex) -> bool:
    """Ask whether a noun ends its phrase: no "minister level", no part of a name."""
    follower = token.nbor() if token.i + 1 < len(token.doc) else None
    if token.i in names.inside_person or (len(token) == 2 and token.text.islower()):
        return False  # "da" is part of a name, "DA" is an office
    before_name = follower is not None and follower.i in names.person_at
    sure = token.text[0].isupper() or token.lower_.endswith(("er", "or", "ist"))
    if token.tag_ not in TAGS and not (before_name and sure):
        return False
    if (
        follower is not None
        and follower.text == "."
        and follower.i + 1 < len(token.doc)
    ):
        follower = follower.nbor()
        before_name = follower.i in names.person_at
    if follower is None or before_name or follower.lower_ in ATTACHED | HONORIFICS:
        return True
    if follower.text == "-" and not token.whitespace_:
        beyond = token.doc[token.i + 2] if token.i + 2 < len(token.doc) else None
        joined = beyond is not None and beyond.lower_ in ATTACHED | {"in", "at"}
        return joined or bool(follower.whitespace_)
    if follower.tag_ in TAGS and follower.i not in names.inside:
        if token.text.islower() and follower.tag_ == "NNP":
            return True
        return token.dep_ not in ("compound", "nmod", "amod") or token.head.i < token.i
    return True


def _is_patched(doc: Doc, at: int) -> bool:
    """Ask whether an editor changed the words before: "[Vice] President"."""
    return at > 0 and doc[at - 1].text in ("]", "\\]")


def _measure(analysis: Analysis, names: NameIndex, head: int) -> TitlePhrase:
    begin, skip = _office_begin(analysis, names, head)
    phrase = TitlePhrase(head, begin, head + 1, begin, head + 1, skip=skip)
    _read_left(analysis, names, phrase)
    read_attached(analysis, phrase)
    read_body(analysis, names, phrase)
    return phrase


def _office_begin(
    analysis: Analysis, names: NameIndex, head: int
) -> tuple[int, set[int]]:
    """Walk left over ranks, portfolio and modifiers; step over a country between."""
    doc, words = analysis.doc, analysis.words
    at = _compound_begin(analysis, head)
    first, skip, passed = at, set[int](), set[int]()
    office = doc[head]
    short, polite = office.text.endswith("."), words[head] in HONORIFICS
    while at > 0 and head - at < LONGEST:
        token, low = doc[at - 1], words[at - 1]
        if low == "." and at > 1 and words[at - 2] in title_words().same:
            at -= 1
            continue
        parted = low.endswith(".") or words[at] == "."
        if short and not (parted or is_rank(doc, at - 1)):
            break
        if token.i in names.inside_person or token.is_space or token.is_sent_end:
            break
        if polite and is_office_noun(low):
            break  # Supreme Leader Ayatollah Duval
        if token.i in names.inside and not names_portfolio(names, token):
            at = names.begin_of(token.i)
            passed |= set(range(at, token.i + 1))
            if low.endswith("'s") or token.tag_ == "POS":
                break
            continue
        joined = low == "-" and not token.whitespace_
        linked = low in ("and", "&") and joins_departments(doc, token.i)
        fits = token.tag_ in MODIFIERS or linked or joined or is_plural(token, head)
        rank = is_rank(doc, token.i)
        if not fits and not rank:
            break
        if not rank and (token.like_num or is_verb(token) or jars(doc, at, head)):
            break
        at -= 1
        if is_body(token, office):
            passed.add(at)
            continue
        if passed and not (rank or is_status(token)):
            break
        if is_status(token):
            break
        skip |= passed
        passed = set()
        first = at
    while first < head and (is_cut(doc, first) or _is_idle_word(doc, first)):
        first += 1
    return first, {i for i in skip if i > first}


def _compound_begin(analysis: Analysis, head: int) -> int:
    """Return where a known office of several words begins: "chief executive"."""
    heads, words = title_words().heads, analysis.words
    begin, office = head, singular(words[head])
    for at in range(head - 1, max(0, head - 3) - 1, -1):
        office = f"{words[at]} {office}"
        if office in heads:
            begin = at
    return begin


def _is_idle_word(doc: Doc, at: int) -> bool:
    """Ask whether a whole word is idle; "front" of "front-runner" is none."""
    joined = doc[at + 1].text == "-" and not doc[at].whitespace_
    return is_idle(doc[at]) and not joined


def _read_left(analysis: Analysis, names: NameIndex, phrase: TitlePhrase) -> None:
    """Read what stands before: status, country or body, owner, determiner."""
    doc, at = analysis.doc, phrase.begin
    for i in sorted(phrase.skip):
        _add_owner(doc, names, phrase, i)
    while at > 0:
        token = doc[at - 1]
        low = token.lower_
        if token.is_sent_end:
            break
        if low in title_words().status or low.rstrip("-") in ("ex", "then"):
            phrase.status = (token.i, phrase.status[1] if phrase.status else at)
        elif token.text == "-" and at > 1 and doc[at - 2].lower_ in ("ex", "then"):
            phrase.status = (token.i - 1, at)
            at -= 1
        elif token.i in names.inside and token.i not in names.inside_person:
            _add_owner(doc, names, phrase, token.i)
            at = names.begin_of(token.i) + 1
        elif is_body(token, doc[phrase.head]) and token.i not in names.inside:
            _add_owner(doc, names, phrase, token.i)
        elif (token.tag_ in MODIFIERS and is_idle(token) and is_amod(token)) or (
            token.i < phrase.head and is_counted(doc, token)
        ):
            pass
        else:
            break
        at -= 1
    phrase.outer_begin = at
    if at == 0:
        return
    token = doc[at - 1]
    if token.lower_ in DETERMINERS:
        phrase.determiner = "the" if token.lower_ == "the" else "a"
        phrase.outer_begin -= 1
    elif token.lower_ in OWNERS:
        phrase.determiner = "owner"
        phrase.outer_begin -= 1
    elif token.tag_ == "POS" and at > 1:
        _read_owner(analysis, names, phrase, at - 2)


def _read_owner(
    analysis: Analysis, names: NameIndex, phrase: TitlePhrase, at: int
) -> None:
    """Take the owner before 's: a country, a body, "the company"."""
    phrase.determiner = "owner"
    doc = analysis.doc
    if at in names.inside:
        if at not in names.inside_person:
            _add_owner(doc, names, phrase, at)
        phrase.outer_begin = names.begin_of(at)
    else:
        begin = at
        while begin > 0 and doc[begin - 1].tag_ in MODIFIERS | {"NNS"}:
            begin -= 1
        phrase.owners.append((doc[begin].idx, doc[at].idx + len(doc[at])))
        phrase.outer_begin = begin
    before = phrase.outer_begin - 1
    if before >= 0 and doc[before].lower_ in DETERMINERS | OWNERS:
        phrase.outer_begin = before


def _add_owner(doc: Doc, names: NameIndex, phrase: TitlePhrase, at: int) -> None:
    """Add the name at a token, or the token, to what the office belongs to."""
    if at in names.inside:
        span = names.inside[at].span
        place = span.start, span.end
    else:
        place = doc[at].idx, doc[at].idx + len(doc[at])
        for begin, end in phrase.owners:
            if 0 <= begin - place[1] <= 1 or 0 <= place[0] - end <= 1:
                phrase.owners.remove((begin, end))
                place = min(begin, place[0]), max(end, place[1])
                break
    if place not in phrase.owners:
        phrase.owners.append(place)


NO_MODIFIERS = frozenset({"dear", "today", "yesterday", "tonight", "tomorrow", "now"})
PLURAL_MODIFIERS = frozenset({"affairs", "sports", "arts", "services", "relations"})


def jars(doc: Doc, at: int, head: int) -> bool:
    """Ask whether the word before *at* is too small, or too polite, for a big head."""
    word, office = doc[at - 1], doc[head]
    if word.lower_ in COURTESY or word.lower_ in NO_MODIFIERS:
        return True
    small = word.text.islower() and not (doc[at].text.islower() and at < head)
    return small and office.text[0].isupper() and not _is_small_office(word, office)


def _is_small_office(word: Token, office: Token) -> bool:
    """Ask whether a small word still belongs: "defence Minister", "interim-PM"."""
    known = word.lower_ in _portfolio_words() or is_status(word) or word.text == "-"
    return known or office.text.isupper() or bool(office.is_sent_start)


def is_plural(token: Token, head: int) -> bool:
    """Ask whether a plural belongs before an office: "sports", "civil rights"."""
    if token.lower_ in PLURAL_MODIFIERS:
        return True
    office = token.doc[head]
    joined = token.dep_ == "compound" and token.head.i == head
    return token.tag_ == "NNS" and joined and office.text.islower()


def is_rank(doc: Doc, at: int) -> bool:
    """Ask whether a word is one of rank: "deputy", and "under" of a secretary only."""
    low = doc[at].lower_.rstrip(".")
    if low == "under":
        joined = doc[at + 1].text == "-" or doc[at + 1].lower_.startswith("secretar")
        return joined and (at == 0 or doc[at - 1].pos_ not in ("NOUN", "PROPN", "VERB"))
    return low in title_words().ranks


def names_portfolio(names: NameIndex, token: Token) -> bool:
    """Ask whether a name is a department printed big: "State", "Defence"."""
    name = names.inside[token.i]
    table = title_words()
    words = name.text.lower().removeprefix("the ").split()
    form = " ".join(table.spelling.get(word, word) for word in words)
    return name.kind != "place" and form in table.portfolio


def joins_departments(doc: Doc, at: int) -> bool:
    """Ask whether "and" stands between two words for departments."""
    table = _portfolio_words()
    before, after = doc[at - 1].lower_, doc[at + 1].lower_
    return before in table and after in table


@cache
def _portfolio_words() -> frozenset[str]:
    return frozenset(w for form in title_words().portfolio for w in form.split())


def is_body(token: Token, head: Token) -> bool:
    """Ask whether a word printed big before a small head is a body: "AFT president"."""
    if head.text[0].isupper() or token.tag_ not in ("NNP", "NNPS"):
        return False
    low = token.lower_
    known = low in _portfolio_words() or low.rstrip(".") in title_words().ranks
    return token.text[0].isupper() and not (token.is_sent_start or known)


def is_verb(token: Token) -> bool:
    """Ask whether a participle is a verb, not a modifier."""
    return token.tag_ in ("VBG", "VBN") and not is_amod(token)


def is_amod(token: Token) -> bool:
    """Ask whether a word modifies a noun."""
    return token.dep_ in ("amod", "compound", "nmod")


def is_status(token: Token) -> bool:
    """Ask whether a word says that an office is past, future or acting."""
    low = token.lower_
    return low in title_words().status or low.startswith(("ex-", "then-"))


def is_counted(doc: Doc, token: Token) -> bool:
    """Ask whether a word is of "17th-century", "54-year-old", "the 32nd"."""
    if token.text == "-":
        return not token.whitespace_ and token.i > 0
    ordinal = token.text[0].isdigit() and not token.text.isdigit()
    return (
        ordinal
        or is_cut(doc, token.i)
        or (token.text.isalnum() and doc[token.i + 1].text == "-")
    )


def is_cut(doc: Doc, at: int) -> bool:
    """Ask whether a word is the rest of "17th-century" or "54-year-old"."""
    before = doc[at - 1] if at else None
    if at > 1 and doc[at - 2].lower_ in ("then", "ex"):
        return False  # then-Vice President: it stands before the whole office
    return before is not None and before.text == "-" and not before.whitespace_


def is_idle(token: Token) -> bool:
    """Ask whether a leading word says nothing about the office: "acclaimed"."""
    if token.text == "-" or token.lower_ in ("and", "&"):
        return True
    low = token.lower_
    if low in title_words().ranks or low in _portfolio_words():
        return False
    if token.tag_ in ("VBG", "VBN", "JJS", "JJR"):
        return True
    last = token.i + 1 < len(token.doc) and token.nbor().tag_ not in ("NN", "NNS")
    last = last or is_office_noun(token.nbor().lower_)
    plain = token.tag_ == "JJ" and token.text.islower() and last
    return plain and not low.endswith(("al", "ic", "ary", "ive", "-century"))
