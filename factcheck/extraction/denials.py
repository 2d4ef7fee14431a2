"""Find the words by which a sentence denies what others report: "denies", "a hoax"."""

from collections.abc import Iterator
from functools import cache, partial

from spacy.tokens import Span, Token

from factcheck.extraction.analysis import Analysis
from factcheck.lexicons import load_table, word_list

_words = partial(word_list, "denials")
NEAR = 4
"""Words behind a verb within which what it denies is named."""
CLAUSES = ("that", "it", "they", "he", "she", "any", "having", "being", "there")
NEGATIVE = frozenset(("not", "n't", "n’t"))


def denying(analysis: Analysis, sentence: Span) -> Iterator[tuple[Token, Token]]:
    """Yield the first and the last of the words that deny: "is **not true**"."""
    text = sentence.text.lower()
    doc, start = sentence.doc, sentence.start_char
    for phrase in load_table("denials")["phrases"]:
        at = text.find(phrase)
        span = (
            doc.char_span(start + at, start + at + len(phrase), alignment_mode="expand")
            if at >= 0
            else None
        )
        if span is not None and len(span):
            yield span[0], span[-1]
    stretch = slice(sentence.start, sentence.end)
    for token, *forms in zip(
        sentence, analysis.words[stretch], analysis.lemmas[stretch], strict=True
    ):
        if not _denying_words().isdisjoint(forms) and _denies(token):
            yield token, token
    first = sentence[0]
    answers = first.lower_ in _words("answers") and first.i + 1 < sentence.end
    if answers and first.nbor().text == "," and any(map(_is_not, sentence)):
        yield first, first


@cache
def _denying_words() -> frozenset[str]:
    kinds = ("nouns", "adjectives", "verbs", "of_reports")
    return frozenset(word for kind in kinds for word in _words(kind))


def _is_not(token: Token) -> bool:
    return token.dep_ == "neg" or token.lower_ in NEGATIVE


def _denies(token: Token) -> bool:
    lemma = token.lemma_.lower()
    if token.lower_ in _words("nouns") or lemma in _words("nouns"):
        return not _is_before(token, "news") or token.lower_ != "fake"
    if token.lower_ in _words("adjectives"):
        return _is_of_report(token)
    if any(c.dep_ == "neg" for c in token.children):
        return False
    if lemma in _words("verbs"):
        return True
    return lemma in _words("of_reports") and _denies_report(token)


def _is_before(token: Token, word: str) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor().lower_ == word


def _is_of_report(token: Token) -> bool:
    """Ask whether a report is called so: "the story is **false**".

    Before a report only at the beginning ("A **false** report of …"): somebody's false
    claims are what a report is about.
    """
    doc, i = token.doc, token.i
    if i + 1 < token.sent.end and doc[i + 1].lemma_.lower() in _words("reports"):
        return i - token.sent.start <= 1
    ends = i + 1 >= token.sent.end or not doc[i + 1].is_alpha
    return ends and i > token.sent.start and doc[i - 1].lower_ in _words("before")


def _denies_report(verb: Token) -> bool:
    """Ask whether a verb is followed by a report, a clause or a gerund."""
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        return False
    behind = verb.doc[verb.i + 1 : min(verb.i + 1 + NEAR, verb.sent.end)]
    if not len(behind):
        return False
    if verb.lemma_.lower() in ("deny", "dispute"):
        if behind[0].lower_ in CLAUSES or behind[0].tag_ == "VBG":
            return True
        if any(c.dep_ == "ccomp" for c in verb.children):
            return True
        if any(t.lemma_.lower() in _words("deeds") for t in behind):
            return True
    return any(t.lemma_.lower() in _words("reports") for t in behind)
