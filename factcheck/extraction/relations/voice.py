"""What a sentence tells, in the voice of the document alone."""

from spacy.tokens import Span, Token

from factcheck.claims import ASSERTED
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.descriptions.antecedents import subject_or_topic
from factcheck.extraction.descriptions.natures import PERSON, sort_of
from factcheck.extraction.descriptions.subjects import (
    Subject,
    name_in,
    subject_noun,
)
from factcheck.extraction.modality import modality_of

RELATIVE = ("who", "which", "that")
VERBAL = ("VERB", "AUX")


def asserts(analysis: Analysis, verb: Token) -> bool:
    """Ask whether a verb is the main one of a sentence that asserts it."""
    main = verb
    while main.dep_ == "conj" or is_clause_apart(main):
        main = main.head
    return main.dep_ == "ROOT" and modality_of(analysis, verb) == ASSERTED


def is_clause_apart(verb: Token) -> bool:
    """Ask whether a semicolon ends a clause: "It **is** old; it stands"."""
    head = verb.head
    if verb.dep_ != "ccomp" or verb.i > head.i or head.pos_ not in VERBAL:
        return False
    return any(t.text == ";" for t in verb.doc[verb.i + 1 : head.i])


def undergoer(analysis: Analysis, verb: Token, alone: bool) -> Subject | None:
    """Return whom or what a verb is said of, where the document itself says so.

    Told in a sentence of its own ("Red Harbour was **released** in May"), behind a
    description ("a film **released** in May", "a film, which was **released**"), or,
    unless it stands *alone*, before another sentence ("**Born** in Osk, Ana Duval …").
    """
    own = subject_noun(verb)
    sentence = analysis.sentence_of(verb)
    root = sentence.root
    if any(c.dep_ == "neg" for c in verb.children):
        return None
    if verb.dep_ in ("ROOT", "conj"):
        return _of_main(analysis, verb, own)
    if root.dep_ != "ROOT" or verb.dep_ not in ("acl", "advcl", "csubj", "relcl"):
        return None
    if verb.dep_ == "relcl":
        if own is not None and own.lower_ not in RELATIVE:
            astray = (
                root == verb.head
                and root.pos_ == "NOUN"
                and modality_of(analysis, verb)
            )
            return subject_or_topic(analysis, verb) if astray == ASSERTED else None
        if modality_of(analysis, verb) != ASSERTED:
            return None
    elif own is not None or verb.tag_ not in ("VBN", "VBG", "NN"):
        return None
    if modality_of(analysis, root) != ASSERTED:
        return None
    noun = verb.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":
        noun = noun.head.head  # "a form of dance **originating** from Osk"
    described = root.lemma_ == "be" and noun.dep_ == "attr" and noun.head == root
    if described and (verb.dep_ == "relcl" or sort_of(noun) != PERSON):
        return subject_or_topic(analysis, root)
    if verb.dep_ == "relcl" and noun.dep_ in ("nsubj", "nsubjpass") and not described:
        return name_in(verb.doc[noun.left_edge.i : noun.i + 1])
    if alone:
        return None
    leads = verb.i == sentence.start and not described and _is_set_off(verb, sentence)
    behind = root.lemma_ == "be" and root.i < verb.i and verb.nbor(-1).text == ","
    trails = behind and verb.dep_ != "relcl" and not _is_of_people(root)
    return subject_or_topic(analysis, root) if leads or trails else None


def _is_set_off(verb: Token, sentence: Span) -> bool:
    """Ask whether a comma comes before the next verb: "**Born** in Osk, Ana Duval"."""
    behind = (t for t in sentence if t.i > verb.i)
    return (
        next((t.text for t in behind if t.text == "," or t.pos_ in VERBAL), "") == ","
    )


def _of_main(analysis: Analysis, verb: Token, own: Token | None) -> Subject | None:
    """Return the subject of a main verb, or the one it shares with an earlier verb."""
    if not asserts(analysis, verb):
        return None
    while own is None and verb.dep_ == "conj":
        verb = verb.head
        own = subject_noun(verb)
    return subject_or_topic(analysis, verb)


def _is_of_people(root: Token) -> bool:
    """Ask whether a sentence says what somebody is: what was released is not they."""
    return any(sort_of(c) == PERSON for c in root.rights if c.dep_ == "attr")
