"""What a verb reports as its object: a plan, a name for it, what a preposition adds."""

from spacy.tokens import Token

from factcheck.extraction.quotes.cues import lexicon
from factcheck.extraction.quotes.scene import Scene
from factcheck.extraction.quotes.stretches import Places, stretch

TAILS = frozenset({"for", "as"})


def object_of(scene: Scene, verb: Token, sorts: frozenset[str]) -> Places | None:
    """Find an object that names what was said: *criticised the plan*, *called it off*.

    With a verb of naming the name belongs to it: *called **the plan a trick***.
    """
    children = list(verb.children)
    if "show" in sorts and (surveyed := _surveyed(children, verb)) is not None:
        return stretch(scene, *surveyed)
    if not sorts & {"judge", "name"}:
        return None
    theme = next((c for c in children if c.dep_ == "dobj"), None)
    if "judge" in sorts and (topic := _judged_by(children)) is not None:
        return stretch(scene, topic.left_edge.i, topic.right_edge.i)
    if "name" in sorts:
        tail = next((c for c in children if _renames(c)), None)
        if tail is not None and (theme is not None or _whole(verb, tail)):
            first = tail.left_edge.i
            if theme is not None:
                first = min(first, theme.left_edge.i)
            return stretch(scene, _behind(first, verb, tail), tail.right_edge.i)
    if "judge" not in sorts:
        return None
    if theme is None:
        theme = next((c for c in children if c.dep_ == "xcomp"), None)
        if theme is None or theme.tag_ != "VBG":
            return None
    if theme.i < verb.i:
        return None
    last = theme.right_edge.i
    for child in children:
        follows = child.i == last + 1
        if follows and child.dep_ == "prep" and child.lower_ in TAILS:
            last = child.right_edge.i
    return stretch(scene, theme.left_edge.i, last)


def _surveyed(children: list[Token], verb: Token) -> tuple[int, int] | None:
    """Return first and last token of what a poll shows: *Park ahead by ten points*."""
    subject = next((c for c in children if c.dep_ == "nsubj"), None)
    theme = next((c for c in children if c.dep_ == "dobj" and c.i > verb.i), None)
    if subject is None or theme is None or subject.lemma_ not in lexicon().surveys:
        return None
    last = theme.right_edge.i
    for child in children:
        if child.i > theme.i and child.dep_ in ("prep", "acomp", "xcomp", "advmod"):
            last = max(last, child.right_edge.i)
    return theme.left_edge.i, last


def _judged_by(children: list[Token]) -> Token | None:
    """Return the topic of *The plan was criticised by Duval*."""
    if not any(c.dep_ == "agent" for c in children):
        return None
    topic = next((c for c in children if c.dep_ == "nsubjpass"), None)
    return None if topic is None or topic.pos_ == "PRON" else topic


def _whole(verb: Token, tail: Token) -> bool:
    """Ask whether a name holds what is named: called | *her critics “cowards”*."""
    if tail.dep_ == "oprd":
        named = any(c.dep_ == "nmod" for c in tail.children)
        return named and tail.left_edge.i == verb.i + 1
    return tail.dep_ == "ccomp"


def _renames(child: Token) -> bool:
    as_ = child.dep_ == "prep" and child.lower_ == "as"
    return as_ or child.dep_ in ("oprd", "attr", "xcomp", "ccomp")


def _behind(first: int, verb: Token, tail: Token) -> int:
    return verb.i + 1 if first <= verb.i < tail.right_edge.i else first


def after_preposition(scene: Scene, verb: Token) -> tuple[Places, Token] | None:
    """Find what a verb's preposition introduces, and the last word of the cue.

    *Called for **restraint***; with somebody between, *accused **him of lying***.
    """
    words = lexicon()
    theme = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    wanted = (words.somebody if theme else words.prepositions).get(verb.lemma_)
    if not wanted:
        return None
    for child in (*verb.children, *(_joined_to(theme) if theme else ())):
        if child.dep_ != "prep" or child.lower_ not in wanted or child.i < verb.i:
            continue
        for grand in child.children:
            if grand.dep_ in ("pobj", "pcomp"):
                start = theme.left_edge.i if theme is not None else grand.left_edge.i
                last = verb if theme is not None else child
                return stretch(scene, start, grand.right_edge.i), last
    return None


def _joined_to(theme: Token) -> list[Token]:
    """Return what hangs on the last of those spoken of: her aides | of."""
    last = theme
    for _ in range(4):
        last = next((c for c in last.children if c.dep_ == "conj"), last)
    return list(last.children)
