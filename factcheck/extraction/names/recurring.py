"""Short forms of persons whom the document names in full somewhere."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Token

from factcheck.extraction.names.name_words import name_words
from factcheck.extraction.names.person import parse_name, short_forms
from factcheck.extraction.names.printed import NameSpan
from factcheck.extraction.names.runs import NameWord, Run
from factcheck.extraction.nlp import is_english_word
from factcheck.lexicons.territories import territory_names

if TYPE_CHECKING:
    from factcheck.extraction.analysis import Analysis

OPENING = ("“", "‘", '"', "'", ":")


class Shorts:
    """The short forms that the full names of a document allow.

    Attributes:
        forms: What each folded form may be: "surname" or "given".
        particled: Family names with particles: "van der linden".
    """

    def __init__(self, people: Iterable[NameSpan]) -> None:
        self.forms: dict[str, str] = {}
        self.particled: set[str] = set()
        for text, before in dict.fromkeys((f.text, f.before) for f in people):
            name = parse_name(text)
            if not name.is_full:
                if before or len(name.surname) > 3:
                    self.forms.setdefault(name.surname, "surname")
                continue
            for form, kind in short_forms(name).items():
                if kind == "surname" or "-" in form:
                    self.forms.setdefault(form, kind)
            if len(name.family) > 1:
                self.particled.add(" ".join(name.family))


def recurring(
    analysis: "Analysis",
    runs: Sequence[Run],
    names: Sequence[NameSpan],
    shorts: Shorts,
) -> list[NameSpan]:
    """Find the short forms that stand where no person has been found yet."""
    if not shorts.forms:
        return []
    covered = {c for f in names if f.kind == "person" for c in range(f.start, f.end)}
    larger = [f for f in names if f.kind == "organization" and " " in f.text]
    inside = {c for f in larger for c in range(f.start, f.end)}
    more = []
    for run in runs:
        if named := _with_particles(analysis, run, shorts, covered):
            more.append(named)
            continue
        for place, word in enumerate(run.words):
            if word.folded not in shorts.forms or word.start in covered:
                continue
            if word.start in inside and not _is_own(word, larger):
                continue
            if _is_name(analysis, run, place, word):
                more.append(_person(analysis, word.start, word.end))
    return more


def _person(analysis: "Analysis", start: int, end: int) -> NameSpan:
    text = analysis.text[start:end]
    return NameSpan(start, end, "person", text, analysis.reading.part)


def _with_particles(
    analysis: "Analysis", run: Run, shorts: Shorts, covered: set[int]
) -> NameSpan | None:
    """Return a family name with its particles: "Van der Linden", "bin Nasser"."""
    for form in sorted(shorts.particled):
        if not form.endswith(run.words[-1].folded):
            continue
        start = run.end - len(form)
        same = start >= 0 and analysis.text[start : run.end].lower() == form
        if (
            same
            and run.start - start < len(form)
            and run.words[-1].start not in covered
        ):
            return _person(analysis, start, run.end)
    return None


def _is_own(word: NameWord, larger: Sequence[NameSpan]) -> bool:
    return any(f.start == word.start and f.end == word.end for f in larger)


def _is_name(analysis: "Analysis", run: Run, place: int, word: NameWord) -> bool:
    """Ask whether a word that equals somebody's surname is the person here."""
    if word.text in territory_names():
        return False
    known = name_words()
    if place + 1 < len(run.words):
        following = run.words[place + 1]
        if following.folded in known.not_people and not run.titled:
            return False
        if not run.titled and following.folded not in known.suffixes:
            return False
    if place and not run.titled:
        before = run.words[place - 1].folded
        office = before in known.titles or before in known.honorifics
        if not office and before not in known.never and place == 1:
            return False
        if place > 1 and not office:
            return False
    token = analysis.token_at(word.start)
    if word.folded in known.never or word.folded in known.titles:
        return token.tag_ == "NNP" and token.ent_type_ != "DATE"
    if run.titled or token.pos_ == "PROPN" or token.ent_type_:
        return True
    return not _begins_sentence(token) or not is_english_word(token)


def _begins_sentence(token: Token) -> bool:
    """Ask whether a word has its capital from its place, behind marks as well."""
    before = token.doc[token.sent.start : token.i]
    if not any(word.is_alpha for word in before):
        return True
    last = before[-1]
    return last.text in OPENING and (last.text == ":" or not last.whitespace_)
