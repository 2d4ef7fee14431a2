"""What a verb reports: its clause, or the sentence around it."""

from spacy.tokens import Token

from factcheck.extraction.quotes.cues import lexicon
from factcheck.extraction.quotes.scene import Scene
from factcheck.extraction.quotes.stretches import (
    Places,
    around,
    sentence_bounds,
    stretch,
)

REPORTING = frozenset({"say", "tell", "think", "show", "ask"})
QUESTION = frozenset({"if", "whether"})
SHORT = 12
"""Words in the longest parenthesis: *, the ministry's spokesman said on Friday,*"""


def clause_of(scene: Scene, verb: Token, sorts: frozenset[str]) -> Places | None:
    """Find a content clause or infinitive: *said (that) ...*, *vowed to ...*."""
    for child in sorted(verb.children, key=lambda c: c.i < verb.i):
        if child.i < verb.i and child.tag_ in ("VBG", "VBN") and not _finite(child):
            continue
        infinitive = infinitival(child)
        fits = (
            sorts & REPORTING or (infinitive and "urge" in sorts)
            if child.dep_ == "ccomp"
            else (child.dep_ == "xcomp" and infinitive and sorts & {"intend", "urge"})
            or (infinitive and _called_for(child, verb))
            or ("ask" in sorts and _asked(child, verb))
        )
        if fits and not (child.i > verb.i and _announced_by(scene, verb)):
            return _clause(scene, child, verb)
    return None


def _called_for(clause: Token, verb: Token) -> bool:
    """Ask whether a cue's *for* opens a clause: *called for the bridge to close*."""
    mark = clause.left_edge
    fits = mark.i == verb.i + 1 and mark.lower_ == "for" and mark.dep_ == "mark"
    return fits and "for" in lexicon().prepositions.get(verb.lemma_, ())


def _announced_by(scene: Scene, verb: Token) -> bool:
    """Ask whether a cue names who said the words before it: *“...,” said Ana Duval*.

    The parse takes the speaker for what was said.
    """
    if verb.i == 0 or not scene.quoted[verb.i - 1] or verb.tag_ not in ("VBD", "VBZ"):
        return False
    if verb.doc[verb.i + 1 : verb.i + 2].text.lower() in ("that", "to"):
        return False
    subjects = ("nsubj", "nsubjpass")
    return not any(c.dep_ in subjects and c.i < verb.i for c in verb.children)


def _finite(verb: Token) -> bool:
    wanted = ("aux", "auxpass", "nsubj", "nsubjpass")
    return any(c.dep_ in wanted for c in verb.children)


def infinitival(verb: Token) -> bool:
    """Ask whether a verb is a to-infinitive."""
    return any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)


def _asked(clause: Token, verb: Token) -> bool:
    """Ask whether a clause is what somebody was asked: asked them *if they knew*."""
    if clause.dep_ != "advcl" or clause.i < verb.i:
        return False
    return any(c.dep_ == "mark" and c.lower_ in QUESTION for c in clause.children)


def _clause(scene: Scene, head: Token, cue: Token) -> Places:
    first, last = head.left_edge.i, head.right_edge.i
    if head.i < cue.i:
        last = min(last, subject_edge(cue) - 1)
        return stretch(scene, first, _spoken(scene, first, last))
    mark = _that(scene, head, cue)
    if mark:
        first = mark
    if _called_for(head, cue):
        first += 1
    if first <= cue.i:
        first = cue.i + 1
    if head.dep_ == "xcomp" and cue.lemma_ in lexicon().urging:
        first = min([first, *(_urged(c, cue) for c in cue.children)])
    while first < last and head.doc[first].dep_ == "npadvmod" and not mark:
        first = head.doc[first].right_edge.i + 1
    asked_for = _gap(cue) if first > cue.i else ()
    return asked_for + stretch(scene, first, without_tail(scene, cue, first, last))


def _spoken(scene: Scene, first: int, last: int) -> int:
    """Return the last token said before a cue: “...,” | *Dover* police chief Park said.

    The parse may cut the first words off who speaks.
    """
    doc = scene.analysis.doc
    for i in range(last, first, -1):
        if scene.quoted[i]:
            comma = doc[i - 1].text == "," and i < last
            return i if comma else last
        if doc[i].pos_ in ("AUX", "CCONJ", "SCONJ", "PUNCT"):
            break
    return last


def _that(scene: Scene, head: Token, cue: Token) -> int:
    """Return where *that* opens the clause behind a cue, or 0.

    The parse may hang it elsewhere: told them *that within a week he had left*.
    """
    for child in head.children:
        if child.lower_ == "that" and child.dep_ == "mark" and child.i > cue.i:
            return child.i
    for i in range(cue.i + 1, head.i):
        token = cue.doc[i]
        if token.lower_ == "that" and token.tag_ == "IN" and not scene.quoted[i]:
            return i if token.head.dep_ not in ("acl", "relcl") else 0
        if token.pos_ in ("VERB", "AUX"):
            break
    return 0


def _gap(cue: Token) -> Places:
    """Return the relative that a clause lacks: *which* she said *had closed*."""
    if cue.dep_ != "relcl" or "say" not in lexicon().verbs.get(cue.lemma_, ()):
        return ()
    pronoun = cue.left_edge
    speaker = any(c.dep_ == "nsubj" and c != pronoun for c in cue.children)
    if pronoun.tag_ not in ("WDT", "WP") or not speaker:
        return ()
    return ((pronoun.idx, pronoun.idx + len(pronoun)),)


def _urged(child: Token, cue: Token) -> int:
    """Return where whoever is urged begins: urged *members* to go, called on *him*."""
    if child.dep_ == "dobj" and child.i > cue.i:
        return child.left_edge.i
    if child.dep_ == "prep" and child.lower_ in ("on", "for", "upon"):
        return min((c.left_edge.i for c in child.children), default=len(cue.doc))
    return len(cue.doc)


def subject_edge(cue: Token) -> int:
    """Return the first token of a cue with its subject and auxiliaries before it."""
    before = ("nsubj", "nsubjpass", "aux", "auxpass", "advmod", "neg")
    lefts = (c.left_edge.i for c in cue.children if c.i < cue.i and c.dep_ in before)
    return min([cue.i, *lefts])


def closing_of(scene: Scene, verb: Token, sorts: frozenset[str]) -> Places | None:
    """Find the sentence that a cue closes: *The bridge is safe, she said.*."""
    if "say" not in sorts and "think" not in sorts:
        return None
    doc = verb.doc
    first, last = sentence_bounds(verb)
    edge = subject_edge(verb)
    inverted = edge == verb.i
    if inverted and not _followed_by_subject(verb):
        return None
    if edge <= first or doc[edge - 1].text != "," or scene.quoted[edge - 1]:
        return None
    if doc[edge].tag_ in ("WP", "WDT") or verb.tag_ == "VBG":
        return None
    for i in range(verb.i + 1, last + 1):
        token = doc[i]
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("relcl", "acl", "amod"):
            return None
    start = edge - 1
    while start > first and not scene.quoted[start - 1]:
        start -= 1
    if scene.quoted[start - 1] and start > first:
        return None
    if not any(doc[i].pos_ in ("VERB", "AUX") for i in range(start, edge)):
        return None
    return stretch(scene, start, edge - 2)


def _followed_by_subject(verb: Token) -> bool:
    return any(c.dep_ == "nsubj" and c.i > verb.i for c in verb.children)


def parenthesis_of(scene: Scene, verb: Token, sorts: frozenset[str]) -> Places | None:
    """Find the sentence around a cue in commas: *The bridge, she said, is safe.*."""
    if not sorts & {"say", "think", "show"}:
        return None
    if verb.dep_ not in ("parataxis", "ccomp", "advcl", "dep"):
        return None
    as_ = any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children)
    subject = any(c.dep_ == "nsubj" for c in verb.children)
    host = verb.head
    if not subject or host.pos_ not in ("VERB", "AUX") or (verb.dep_ == "advcl") > as_:
        return None
    doc = verb.doc
    inner = (verb.left_edge.i, verb.right_edge.i)
    if verb.dep_ != "advcl":
        inner = (subject_edge(verb), inner[1])
    outer = (host.left_edge.i, host.right_edge.i)
    if host.dep_ == "ROOT":
        outer = sentence_bounds(verb)
    if inner[1] - inner[0] > SHORT:
        return None
    if inner[0] > outer[0] and not doc[inner[0] - 1].is_punct:
        return None
    if inner[0] <= outer[0] and (verb.dep_ == "ccomp" or not as_):
        return None
    return around(scene, outer, inner)


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
