"""Whose words they are: the subject of a cue, found in the parse."""

from dataclasses import dataclass

from spacy.tokens import Token

from factcheck.extraction.quotes.cues import lexicon
from factcheck.extraction.quotes.scene import Scene

LONGEST = 40
"""Words in the longest phrase taken for a speaker."""
LONGEST_NAME = 6
"""Words between marks that may be the name of whoever speaks: “Fox and Friends”."""
RELATIVES = frozenset({"who", "which", "that"})
CLAUSAL = ("xcomp", "advcl", "conj", "acl", "ccomp", "pcomp", "dep")
NOBODY = frozenset({"it", "there", "what", "this", "one"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """A phrase that says who speaks.

    Attributes:
        start: Offset of its first character.
        end: Offset behind its last.
        head: The word at its head.
        meant: The noun a relative pronoun stands for, where the phrase is one.
    """

    start: int
    end: int
    head: Token
    meant: Token | None = None


def phrase(scene: Scene, head: Token) -> Speaker:
    """Return the noun phrase of a word: its subtree, without a stray comma."""
    doc = head.doc
    first, last = head.left_edge.i, head.right_edge.i
    if last - first >= LONGEST:
        last = min(last, head.i + LONGEST)
    for i in range(head.i, last + 1):
        if scene.quoted[i] != scene.quoted[head.i] or (
            doc[i].is_sent_start and i > head.i
        ):
            last = i - 1
            break
    while first < head.i and (
        doc[first].is_punct or scene.quoted[first] != scene.quoted[head.i]
    ):
        first += 1
    while last > head.i and (
        doc[last].is_punct or doc[last].is_space or doc[last].dep_ == "cc"
    ):
        last -= 1
    if last + 1 < len(doc) and doc[last + 1].text == ")":
        opened = any(doc[i].text == "(" for i in range(first, last + 1))
        last += opened
    last = _without_day(head, last)
    if first < head.i and doc[first].dep_ in ("cc", "advmod", "preconj", "mark"):
        first += 1
    start, end = doc[first].idx, doc[last].idx + len(doc[last])
    if last + 1 < len(doc) and head.pos_ in ("NOUN", "PROPN"):
        following = scene.analysis.name_at(doc[last + 1].idx)
        if following is not None and following.kind == "person":
            end = following.span.end  # the parse cuts *official | Juma Mwinyi*
    return Speaker(*_whole_names(scene, start, end), head)


def _whole_names(scene: Scene, start: int, end: int) -> tuple[int, int]:
    """Widen a phrase to the names it cuts: the parse splits *Min-ho*."""
    first, last = scene.analysis.name_at(start), scene.analysis.name_at(end - 1)
    start = min(start, first.span.start) if first is not None else start
    return start, max(end, last.span.end) if last is not None else end


def _without_day(head: Token, last: int) -> int:
    """Leave a day out of a phrase it does not belong to: *the minister on Monday*."""
    for child in head.children:
        if child.dep_ == "prep" and child.right_edge.i == last and child.i > head.i:
            days = [c for c in child.children if c.ent_type_ in ("DATE", "TIME")]
            return child.i - 1 if days else last
        if child.dep_ == "npadvmod" and child.right_edge.i == last and child.i > head.i:
            return child.left_edge.i - 1
    return last


def subject_of(scene: Scene, verb: Token) -> Speaker | None:
    """Find who does what a verb says, up through verbs that share their subject.

    *She walked out, saying ...*, *he wants to say*, *he rose and said*; None where the
    subject is nobody (*it is said*) or cannot be told.
    """
    start = verb
    if _bare_participle(verb):
        agent = _agent(verb)
        return _named(scene, agent) if agent is not None else None
    for _ in range(6):
        passive = None
        subjects = [c for c in verb.children if c.dep_ == "nsubj"]
        if subjects and (subject := _likeliest(scene, subjects, start)) is not None:
            return _named(scene, subject)
        for child in verb.children:
            if child.dep_ == "nsubjpass":
                passive = child
        if verb.dep_ == "relcl" and verb != start:
            return _antecedent(scene, verb)
        if passive is not None and verb != start:
            return _named(scene, passive)
        if agent := _agent(verb):
            return _named(scene, agent)
        if verb.dep_ == "acl" and verb.head.pos_ in ("NOUN", "PROPN", "PRON"):
            return _named(scene, verb.head) if verb.tag_ == "VBG" else None
        if verb.dep_ == "relcl":
            return _antecedent(scene, verb)
        if verb.dep_ not in CLAUSAL or verb.head == verb:
            return None
        if verb == start and (outer := _resumed(verb)) is not None:
            verb = outer
            continue
        clause = verb.dep_ in ("xcomp", "ccomp")
        if clause and (controller := _controller(verb)):
            return _named(scene, controller)
        verb = verb.head
        if verb.pos_ == "ADP" and verb.head != verb:
            as_, verb = verb, verb.head
            if as_.lower_ == "as" and (quoted := _quoted_person(verb)) is not None:
                return _named(scene, quoted)
        if verb.pos_ in ("NOUN", "PROPN") and verb.dep_ in ("dobj", "pobj", "attr"):
            verb = next((a for a in verb.ancestors if a.pos_ in ("VERB", "AUX")), verb)
    return None


def _likeliest(scene: Scene, subjects: list[Token], cue: Token) -> Token | None:
    """Choose among what the parse takes for subjects.

    It may cut the first word off a phrase (*Dover | police chief*), or take one out of
    the quoted words that a cue announces; None where nothing else is left.
    """
    outside = [t for t in subjects if not _quoted_apart(scene, t, cue)]
    nominal = [t for t in outside if t.pos_ in NOMINAL]
    return next(iter(nominal or outside), None)


def _quoted_apart(scene: Scene, token: Token, cue: Token) -> bool:
    number = scene.quoted[token.i]
    if not number or number == scene.quoted[cue.i]:
        return False
    quotation = scene.outer[number - 1]
    first, last = scene.tokens(quotation.inner_start, quotation.inner_end)
    return last - first > LONGEST_NAME


def _bare_participle(verb: Token) -> bool:
    """Ask whether a verb is said of nobody: *when asked about it*."""
    if verb.tag_ != "VBN" or verb.dep_ not in ("advcl", "acl", "amod"):
        return False
    return not any(c.dep_ in ("aux", "auxpass", "nsubj") for c in verb.children)


def _resumed(verb: Token) -> Token | None:
    """Return the cue that a participle goes on from: she *said* it rained, adding ...

    The parse hangs *adding* on what was said; it is the speaker who adds.
    """
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or verb.head.i > verb.i:
        return None
    host, verbs = verb.head, lexicon().verbs
    while host.dep_ in ("conj", "xcomp") and host.head != host:
        host = host.head
    outer = host.head
    quotes = host.dep_ == "ccomp" and "say" in verbs.get(outer.lemma_, ())
    own = verbs.get(verb.lemma_, frozenset())
    return outer if quotes and own & {"say", "name", "judge"} else None


def _quoted_person(verb: Token) -> Token | None:
    """Return who is quoted: KCNA quoted *her* as saying; *she* was quoted as saying."""
    if verb.lemma_ not in lexicon().relaying:
        return None
    wanted = ("dobj", "nsubjpass")
    return next((c for c in verb.children if c.dep_ in wanted), None)


def relay_of(scene: Scene, cue: Token) -> Speaker | None:
    """Find who passes the words on: quoted as saying by *the agency*."""
    if cue.dep_ not in ("pcomp", "advcl", "acl", "xcomp") and cue.tag_ != "VBN":
        return None
    verbs = [cue, *cue.ancestors][:4]
    verb = next((v for v in verbs if v.lemma_ in lexicon().relaying), None)
    if verb is None or verb.pos_ != "VERB" or (quoted := _quoted_person(verb)) is None:
        return None
    if quoted.dep_ == "dobj":
        agency = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if agency is None and verb == cue:
            return subject_of(scene, verb.head)  # said the aide, quoting her
    else:
        below = [c for p in verb.children if p.lower_ == "as" for c in p.children]
        agents = (_agent(v) for v in (*below, *verbs))
        agency = next((a for a in agents if a is not None), None)
    return _named(scene, agency) if agency is not None else None


def _controller(verb: Token) -> Token | None:
    """Return the object that does what an infinitive says: told *him* to say."""
    if verb.head.lemma_ in ("promise", "vow", "threaten"):
        return None
    return next(
        (c for c in verb.head.children if c.dep_ == "dobj" and c.i < verb.i), None
    )


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _antecedent(scene: Scene, verb: Token) -> Speaker | None:
    return _named(scene, verb.head) if verb.head.pos_ in NOMINAL else None


def _named(scene: Scene, head: Token) -> Speaker | None:
    if head.lower_ in NOBODY and head.lower_ != "it":
        return None
    if head.lower_ in RELATIVES and head.head.dep_ == "relcl":
        return Speaker(head.idx, head.idx + len(head), head, head.head.head)
    if head.pos_ not in NOMINAL:
        return None
    return phrase(scene, head)


def owner_of(scene: Scene, noun: Token) -> Speaker | None:
    """Return whose claim it is: *the minister's claim*, *a claim by the minister*."""
    for child in noun.children:
        if child.dep_ == "poss":
            owner = phrase(scene, child)
            if child.pos_ == "PRON":
                return Speaker(child.idx, child.idx + len(child), child)
            return owner
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("by", "from"):
            pobj = next((c for c in child.children if c.dep_ == "pobj"), None)
            if pobj is not None:
                return _named(scene, pobj)
    if noun.dep_ == "dobj" and noun.head.lemma_ in (
        "make",
        "express",
        "have",
        "repeat",
    ):
        return subject_of(scene, noun.head)
    return None
