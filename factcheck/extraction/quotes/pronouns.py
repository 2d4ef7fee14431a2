"""Who is meant by *he* and *she*: the person last spoken of, or nobody we know."""

from functools import cache

from spacy.tokens import Token

from factcheck.extraction.analysis import Analysis
from factcheck.extraction.quotes.scene import (
    Appearance,
    Scene,
    is_subject,
    scene_of,
)
from factcheck.lexicons import load_table

MALE, FEMALE = "male", "female"
PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), MALE),
    **dict.fromkeys(("she", "her", "hers", "herself"), FEMALE),
}
SENTENCES = 6
"""How many sentences back a pronoun reaches."""


def resolve_pronoun(analysis: Analysis, token: Token) -> str | None:
    """Return the local entity that *he*, *she* and their forms mean, or None.

    The person must be named before, outside quotation marks, must not be known to be
    of the other sex, and must be the subject nearest before, or the only one near.
    """
    sex = PRONOUNS.get(token.lower_)
    if sex is None:
        return None
    scene = scene_of(analysis)
    if token.i not in scene.resolved:
        scene.resolved[token.i] = None
        scene.resolved[token.i] = _antecedent(scene, token, sex)
    return scene.resolved[token.i]


def _antecedent(scene: Scene, token: Token, sex: str) -> str | None:
    doc = scene.analysis.doc
    if scene.quoted[token.i]:
        return None
    persons = [p for p in scene.persons if p.token < token.i]
    sentence = token.sent
    own_clause = {t.i for t in token.head.children} if is_subject(token) else set()
    for _ in range(SENTENCES):
        start, end = sentence.start, min(sentence.end, token.i)
        here = [
            p
            for p in persons
            if start <= p.token < end
            and p.token not in own_clause
            and not _names_a_thing(doc[p.token])
            and sex_of(scene.analysis, p.entity) in (sex, None)
        ]
        subjects = [p for p in here if p.subject]
        if _somebody_else(scene, start, end, sex, subjects):
            return None
        earlier = _earlier_pronoun(scene, start, end, sex)
        if earlier is not None and not (subjects and subjects[-1].token > earlier[0]):
            return earlier[1]
        if subjects:
            return _among(scene, here, subjects, token)
        known = [p for p in here if sex_of(scene.analysis, p.entity) == sex]
        for group in (here, known):
            if len({p.entity for p in group}) == 1:
                return group[0].entity
        if len({p.entity for p in here}) > 1:
            return None
        if sentence.start == 0:
            return None
        sentence = doc[sentence.start - 1].sent
    return None


def _names_a_thing(name: Token) -> bool:
    """Ask whether a name only says which thing is meant: "the **Duval** trial"."""
    head = name.head
    return name.dep_ == "compound" and head.pos_ == "NOUN" and head.i > name.i


def _somebody_else(
    scene: Scene, start: int, end: int, sex: str, subjects: list[Appearance]
) -> bool:
    """Ask whether the subject is somebody without a name: *a woman*, *his mother*."""
    doc, words = scene.analysis.doc, _tables()[0]
    last = max((p.token for p in subjects), default=-1)
    for i in range(max(start, last + 1), end):
        token = doc[i]
        if words.get(token.lower_) != sex or token.pos_ != "NOUN" or scene.quoted[i]:
            continue
        if token.dep_ in ("nsubj", "nsubjpass", "poss"):
            return True
    return False


def _among(
    scene: Scene, here: list[Appearance], subjects: list[Appearance], token: Token
) -> str | None:
    """Choose the subject of the main clause, unless another person is as likely.

    In the pronoun's own sentence a second subject makes it unsure; in the sentence
    before, a person introduced at its end: *... worries Jon Park, a local priest.*
    """
    doc = scene.analysis.doc
    main = [p for p in subjects if _main(doc[p.token])]
    chosen = main[0] if main else subjects[-1]
    others = {p.entity for p in subjects} - {chosen.entity}
    if token.sent.start == doc[chosen.token].sent.start:
        beside = token.head.dep_ in ("conj", "ROOT")
        return chosen.entity if beside or not others else None
    last = here[-1]
    new = last is scene.introduced.get(last.entity)
    if last.entity != chosen.entity and new and _described(doc[last.token]):
        return None
    return chosen.entity


def _described(name: Token) -> bool:
    return any(c.dep_ == "appos" for c in name.children) or name.dep_ == "appos"


def _earlier_pronoun(
    scene: Scene, start: int, end: int, sex: str
) -> tuple[int, str] | None:
    """Find the last pronoun of the same sex in a sentence that is a known subject."""
    doc = scene.analysis.doc
    for i in range(end - 1, start - 1, -1):
        token = doc[i]
        if PRONOUNS.get(token.lower_) == sex and not scene.quoted[i]:
            if not is_subject(token) and token.lower_ not in ("his", "her"):
                continue
            person = resolve_pronoun(scene.analysis, token)
            return (i, person) if person else None
    return None


def _main(token: Token) -> bool:
    """Ask whether a subject belongs to the main clause of its sentence."""
    while token.dep_ in ("appos", "conj", "compound", "flat", "nmod"):
        token = token.head
    return token.head.dep_ in ("ROOT", "conj")


def sex_of(analysis: Analysis, entity: str) -> str | None:
    """Say whether a person is a man or a woman as far as the text lets us know.

    A courtesy title or a word like *spokeswoman* before the name decides, else the
    given name where nearly everybody who bears it is one or the other.
    """
    known = scene_of(analysis).sexes
    if entity not in known:
        known[entity] = _sex(analysis, entity)
    return known[entity]


def _sex(analysis: Analysis, entity: str) -> str | None:
    words, given = _tables()
    for name in analysis.names:
        if name.entity != entity:
            continue
        before = analysis.text[max(0, name.span.start - 24) : name.span.start]
        for word in (*before.split()[-1:], *name.text.split()[:1]):
            if sex := words.get(word.strip(".,").lower()):
                return sex
    person = analysis.entities.get(entity)
    if person is None:
        return None
    for form in (person.name, *person.forms):
        parts = form.replace(".", " ").split()
        if len(parts) > 1 and (sex := given.get(parts[0].lower())):
            return sex
    return None


@cache
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    table = load_table("sexes")
    words, given = (
        {word: sex for sex in (MALE, FEMALE) for word in table[sort][sex].split()}
        for sort in ("words", "given")
    )
    return words, given
