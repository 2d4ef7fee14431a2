"""Which words before an office noun belong to it: ranks, departments, modifiers."""

from functools import cache

from spacy.tokens import Doc, Token

from factcheck.extraction.titles.bodies import COURTESY
from factcheck.extraction.titles.names import NameIndex
from factcheck.extraction.titles.nouns import is_office_noun
from factcheck.lexicons.titles_table import title_words

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
