"""Names in texts that have no capitals but at the beginning of sentences.

What a machine took down or scraped carelessly names people in small letters. The parser
sees few of them; a noun that stands where only names stand without an article, and that
no dictionary has, is one all the same.
"""

from spacy.tokens import Doc, Token

from factcheck.extraction.names.name_words import fold, given_names
from factcheck.extraction.nlp import is_english_word
from factcheck.extraction.titles.nouns import is_office_noun

FEWEST = 5
"""Words inside sentences from which the letters of a text can be told."""

LONGEST = 3
"""Words of a name."""

BARE = ("NOUN", "PROPN", "ADJ", "ADV", "VERB")


def is_caseless(doc: Doc) -> bool:
    """Ask whether no word has a capital but the first of a sentence, and *I*."""
    small = 0
    for token in doc:
        if token.is_alpha and not token.is_sent_start and token.lower_ != "i":
            if not token.is_lower:
                return False
            small += 1
    return small >= FEWEST


def bare_name(head: Token) -> list[Token]:
    """Return the words of a name in small letters that ends with a noun.

    Empty where the noun has an article, a number or an owner, is a plural, says what
    somebody is ("minister"), or every word of it is in the dictionary.
    """
    words = [
        t
        for t in head.doc[head.left_edge.i : head.i + 1]
        if t.text not in ("(", ")", ",") and not t.is_space
    ]
    described = [n for n, t in enumerate(words) if _describes(t)]
    name = words[described[-1] + 1 :] if described else words
    if len(name) > LONGEST or any(t.pos_ not in BARE for t in name):
        return []
    known = all(is_english_word(t) and fold(t.text) not in given_names() for t in name)
    return [] if known else name


def _describes(word: Token) -> bool:
    """Ask whether a word ends what is said of somebody: "the 34-year-old **tenor**"."""
    return is_office_noun(word.lower_) or word.lower_ == "old"
