"""Whether an event is said to have happened or not to have: "has yet to appear"."""

from spacy.tokens import Token

from factcheck.claims import ASSERTED, DENIED, Mention
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.events.predicates import group
from factcheck.extraction.modality import modality_of

HAPPENED, DID_NOT = "happened", "did not happen"
CLIMB = 3


def polarity_of(analysis: Analysis, verb: Token) -> list[Mention]:
    """Return the words that say whether it happened; none where that is left open.

    What will not, may not, did not only or no longer happen is neither.
    """
    put = modality_of(analysis, verb)
    if any(c.lower_ == "longer" for c in verb.children):
        return []
    if put == ASSERTED and (none := _none(verb)) is not None:
        return [_mention(analysis, none, none, DID_NOT)]
    if put == ASSERTED:
        return [_mention(analysis, verb, verb, HAPPENED)]
    if put != DENIED or verb.pos_ == "NOUN":
        return []
    if any(c.lower_ in group("partly") for c in verb.rights):
        return []  # "had not sung before Monday"
    word = _denying(verb)
    if word is None:
        return []
    first, last = sorted((word, verb), key=lambda token: token.i)
    if last.i - first.i > 8:
        first = last = word
    return [_mention(analysis, first, last, DID_NOT)]


def _none(verb: Token) -> Token | None:
    """Return the *no* before an object: "provided **no** details"."""
    if verb.pos_ != "VERB":
        return None
    for noun in (c for c in verb.children if c.dep_ in ("dobj", "attr")):
        for word in noun.lefts:
            if word.lower_ == "no" and word.dep_ == "det":
                inner = (t.dep_ in ("pcomp", "relcl", "acl") for t in noun.subtree)
                if not any(inner):
                    return word
    return None


def _denying(verb: Token) -> Token | None:
    """Return the word that denies a verb: its *not*, or what governs it."""
    token = verb
    for _ in range(CLIMB):
        helpers = [c for c in token.children if c.dep_ in ("aux", "auxpass", "advmod")]
        left_open = group("open", "partly")
        if token is not verb:
            left_open -= {"yet"}
        if any(c.lower_ in left_open for c in helpers):
            return None
        for child in token.children:
            if child.dep_ == "neg" or child.lower_ in group("denying"):
                if token is not verb and token.lemma_ not in group("achieving"):
                    return None
                after = verb.doc[child.i + 1].lower_
                return None if after in group("partly") - {"yet"} else child
        if token is not verb and token.lemma_ not in ("have", "be"):
            return token
        if token is not verb:
            return next((c for c in token.children if c.lower_ == "yet"), None)
        if token.dep_ not in ("xcomp", "acl", "acomp"):
            return None
        token = token.head
    return None


def _mention(analysis: Analysis, first: Token, last: Token, value: str) -> Mention:
    start, end = first.idx, last.idx + len(last)
    text = analysis.original[start:end]
    return Mention(start, end, text, value, part=analysis.reading.part)
