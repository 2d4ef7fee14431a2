"""What the reporter adds behind what somebody said: *, who is 70*; *, adding ...*."""

from spacy.tokens import Token

from factcheck.extraction.quotes.cues import lexicon
from factcheck.extraction.quotes.scene import Scene

TAIL = 60
"""Words in the longest tail that is looked for behind a clause."""
CONTRASTS = frozenset({"while", "whereas"})
COORDINATORS = CONTRASTS | {"and", "but", "though", "although"}
CIRCUMSTANCES = frozenset({"as", "while", "before", "after", "when", "though"})
"""What opens a clause about the moment of speaking, behind quoted words."""
PERSONAL = ("nsubj", "nsubjpass")


def without_tail(scene: Scene, cue: Token, first: int, last: int) -> int:
    """Cut off what is the reporter's own, from a range of tokens behind a cue.

    Returns the last token that is left.
    """
    doc = scene.analysis.doc
    for i in range(first + 1, last + 1):
        if _circumstance(scene, doc[i]):
            return i - 1
        if _next_report(scene, cue, i):
            return i - 1
    for i in range(last - 1, max(first + 2, last - TAIL), -1):
        if doc[i].text == "," and not scene.quoted[i] and _own_words(doc[i + 1], last):
            return i - 1
    return last


def _circumstance(scene: Scene, token: Token) -> bool:
    """Ask whether a clause about the moment begins: “It is over,” *as he left*.

    Quoted words that end in a comma go before it.
    """
    if token.lower_ not in CIRCUMSTANCES or token.dep_ not in ("mark", "advmod"):
        return False
    if scene.quoted[token.i] or any(scene.quoted[t.i] for t in token.head.subtree):
        return False
    text, before = scene.analysis.text, token.idx
    while before and text[before - 1].isspace():
        before -= 1
    quotation = scene.quotation_at(before - 1)
    return quotation is not None and text[quotation.inner_end - 1] == ","


def _next_report(scene: Scene, cue: Token, place: int) -> bool:
    """Ask whether somebody else begins to speak: *and two in five said they would*."""
    token = scene.analysis.doc[place]
    if token.lower_ not in COORDINATORS or scene.quoted[place]:
        return False
    if token.dep_ == "cc":
        clause = next(
            (c for c in token.head.children if c.dep_ == "conj" and c.i > place), None
        )
    elif token.dep_ == "mark" and token.lower_ != "that":
        clause = token.head
    else:
        return False
    if clause is None or clause.tag_ != cue.tag_ or not _as_plain(token, clause, cue):
        return False
    subject = next((c for c in clause.children if c.dep_ in PERSONAL), None)
    return subject is not None and place < subject.i < clause.i


def _as_plain(token: Token, clause: Token, cue: Token) -> bool:
    """Ask whether a clause reports as the cue does: says ... *and* says ...

    Behind *while* any verb of saying does: critics say ..., while *supporters argue*.
    """
    if token.lower_ in CONTRASTS:
        return "say" in lexicon().verbs.get(clause.lemma_, ())
    return clause.lemma_ == cue.lemma_


def _own_words(token: Token, last: int) -> bool:
    """Ask whether what follows a comma is the reporter's: *, which she called a sham*.

    It has to reach to the end of the range.
    """
    speaks = token.lemma_ in lexicon().verbs
    if token.tag_ == "VBG" and speaks and token.dep_ == "advcl":
        return token.right_edge.i >= last - 1
    relative = token.head
    if relative.dep_ != "relcl":
        return relative.pos_ == "ADP" and _own_words(relative, last)
    if relative.right_edge.i < last - 1:
        return False
    if token.lower_ == "who":
        return True
    speaker = any(c.dep_ == "nsubj" and c.i > token.i for c in relative.children)
    return token.lower_ == "which" and speaker and relative.lemma_ in lexicon().verbs
