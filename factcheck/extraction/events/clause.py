"""The words of an event's own clause."""

from spacy.tokens import Token

EMBEDDED = ("ccomp", "advcl", "relcl", "acl", "pcomp")
CLAUSAL = frozenset((*EMBEDDED, "conj", "parataxis", "dep", "csubj"))
EDGES = CLAUSAL | {"punct", "cc", "mark"}


def clause_of(trigger: Token) -> tuple[int, int]:
    """Return the characters of an event's clause, without the clauses inside it.

    "The man who fled **was arrested** on Monday, police said" begins behind *fled* and
    ends with *Monday*.
    """
    doc = trigger.doc
    first = last = trigger.i
    for child in reversed(list(trigger.lefts)):
        if child.dep_ in EDGES:
            break
        inner = [t.right_edge.i + 1 for t in _clauses_in(child)]
        first = max([child.left_edge.i, *(i for i in inner if i <= trigger.i)])
        if inner:
            break
    for child in trigger.rights:
        if child.dep_ in CLAUSAL:
            break
        if child.dep_ not in EDGES:
            inner = [t.left_edge.i for t in _clauses_in(child)]
            last = max(trigger.i, min([child.right_edge.i, *(i - 1 for i in inner)]))
            if inner:
                break
    return doc[first].idx, doc[last].idx + len(doc[last])


def _clauses_in(phrase: Token) -> list[Token]:
    """Return the verbs of the clauses inside a phrase; a single word has none."""
    if not (phrase.n_lefts or phrase.n_rights):
        return []
    stretch = phrase.doc[phrase.left_edge.i : phrase.right_edge.i + 1]
    verbs = (token for token in stretch if token.dep_ in EMBEDDED)
    return [verb for verb in verbs if phrase.is_ancestor(verb)]
