"""Find the names of one document and who or what each stands for."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.claims.extraction import NameMention
from factcheck.documents import Span
from factcheck.extraction.names.bodies import abbreviations, find_bodies
from factcheck.extraction.names.governments import acting, side
from factcheck.extraction.names.linking import link_names
from factcheck.extraction.names.nicknamed import find_nicknames, find_other_names
from factcheck.extraction.names.people import find_people
from factcheck.extraction.names.pieces import DIRECTIONS, People, cut
from factcheck.extraction.names.printed import Label, NameSpan, Piece
from factcheck.extraction.names.recurring import Shorts, recurring
from factcheck.extraction.names.runs import Run, runs
from factcheck.extraction.names.unlikely import set_right
from factcheck.extraction.names.words import fold, given_names
from factcheck.lexicons.territories import capitals

if TYPE_CHECKING:
    from factcheck.extraction.analysis import Analysis


NOUNS = ("PROPN", "NOUN")


def name_entities(analyses: "list[Analysis]") -> None:
    """Fill names, entities and decisions of the stretches of one document.

    The stretches share one dictionary of entities and one list of decisions: a
    surname in the headline is the person whom the text introduces.
    """
    if not analyses:
        return
    stretches = [_NameStretch(analysis) for analysis in analyses]
    full = {f.text for s in stretches for f in s.names if f.kind == "person"}
    for stretch in stretches:
        stretch.trim_people(full)
    shorts = Shorts(f for s in stretches for f in s.names if f.kind == "person")
    for stretch in stretches:
        stretch.add_recurring(shorts)
    set_right([(stretch.analysis, stretch.names) for stretch in stretches])
    nicknames = {n: p for s in stretches for n, p in s.add_nicknames().items()}
    named = {
        f.country for s in stretches for f in s.names if f.kind == "place" and f.country
    }
    abbreviated: dict[str, str] = {}
    for stretch in stretches:
        stretch.add_sides(named)
        abbreviated |= abbreviations(stretch.analysis.text, stretch.names)
    linked = link_names([f for s in stretches for f in s.names], abbreviated, nicknames)
    mentions = iter(linked.mentions)
    for stretch in stretches:
        analysis = stretch.analysis
        analysis.entities = linked.entities
        analysis.decisions = linked.decisions
        for name, entity in zip(stretch.names, mentions, strict=False):
            span = Span(name.start, name.end, name.part)
            analysis.names.append(NameMention(span, name.kind, entity, name.text))


class _NameStretch:
    """One stretch and the names found in it so far."""

    def __init__(self, analysis: "Analysis") -> None:
        self.analysis = analysis
        self.part = analysis.reading.part
        self.runs: list[Run] = list(runs(analysis.reading))
        self.labels = [
            Label(e.start_char, e.end_char, e.label_) for e in analysis.doc.ents
        ]
        text = analysis.text
        spans = [(f.start, f.end) for f in self.labels if f.label == "PERSON"]
        names: list[NameSpan] = []
        pieces: list[Piece] = []
        for item in cut(text, self.runs, self.part, People(spans)):
            if isinstance(item, Piece):
                pieces.append(item)
            else:
                names.append(item)
        people = list(find_people(analysis, pieces, self.labels))
        headlines = [(run.start, run.end) for run in self.runs if run.titled]
        bodies = list(find_bodies(text, self.labels, self.part, headlines))
        self.names = settle([*people, *names, *bodies, *self._capitals()])
        self.names = [self._act(f) for f in self.names]

    def _capitals(self) -> Iterator[NameSpan]:
        """Yield capitals, also those the parser has not seen."""
        for run in self.runs:
            text = self.analysis.text[run.start : run.end]
            if text in capitals() and fold(text) not in given_names():
                yield NameSpan(run.start, run.end, "place", text, self.part)

    def _act(self, name: NameSpan) -> NameSpan:
        if name.kind != "place" or name.text not in capitals():
            return name
        if code := acting(self.analysis, name):
            return replace(name, country=code, acts=True)
        return name

    def trim_people(self, full: set[str]) -> None:
        """Leave out a first word that is no part of a name: "Tireless Ada Quill"."""
        surnames = {name.rpartition(" ")[2] for name in full if " " in name}
        for place, printed in enumerate(self.names):
            first, _, rest = printed.text.partition(" ")
            if printed.kind != "person" or fold(first) in given_names() or "." in first:
                continue
            if self._is_more(printed, rest, rest in full, rest in surnames):
                start = printed.end - len(rest)
                self.names[place] = replace(printed, start=start, text=rest, before="")

    def _is_more(self, name: NameSpan, rest: str, full: bool, surname: bool) -> bool:
        """Ask whether a name is another one with a word before it."""
        if " " in rest:
            return full and fold(rest.partition(" ")[0]) in given_names()
        token = self.analysis.token_at(name.start)
        acts = token.is_sent_start and token.text.endswith("ing")
        return surname and (acts or token.pos_ not in NOUNS)

    def add_recurring(self, shorts: Shorts) -> None:
        """Add short forms of persons named in full elsewhere in the document."""
        more = recurring(self.analysis, self.runs, self.names, shorts)
        self.names = settle([*more, *self.names], prefer=len(more))

    def add_nicknames(self) -> dict[str, str]:
        """Add names the text says somebody is called by; return whose they are."""
        text = self.analysis.text
        pairs = list(find_nicknames(text, self.names, self.part))
        pairs += find_other_names(text, self.names, self.part)
        if pairs:
            self.names = settle([n for n, _ in pairs] + self.names, prefer=len(pairs))
        return {nickname.text: person.text for nickname, person in pairs}

    def add_sides(self, named: set[str]) -> None:
        """Add "the South" where it stands for a country."""
        text = self.analysis.text
        more = []
        for run in self.runs:
            word = run.words[0]
            if len(run.words) == 1 and word.text in DIRECTIONS:
                name = NameSpan(word.start, word.end, "place", word.text, self.part)
                if code := side(text, name, named):
                    more.append(replace(name, country=code))
        if more:
            self.names = settle([*more, *self.names], prefer=len(more))


def settle(names: list[NameSpan], prefer: int = 0) -> list[NameSpan]:
    """Keep names that do not overlap: the first given wins over a later one.

    An organisation that holds a person's name and more is kept instead of it
    ("Quill Foundation"); so is a body that begins with a country's name.

    Args:
        names: Names; persons first, then countries, then what the parser sees.
        prefer: How many of the first names win against anything.
    """
    kept: list[NameSpan] = []
    taken: dict[int, NameSpan] = {}
    order = sorted(range(len(names)), key=lambda i: _rank(names[i], i < prefer))
    for place in order:
        name = names[place]
        if any(c in taken for c in (name.start, name.end - 1)) or any(
            c in taken for c in range(name.start, name.end)
        ):
            continue
        kept.append(name)
        taken |= dict.fromkeys(range(name.start, name.end), name)
    return sorted(kept, key=lambda f: f.start)


def _rank(name: NameSpan, preferred: bool) -> tuple[int, int]:
    words = len(name.text.split())
    if preferred or name.kind == "person":
        return 0, -words
    if name.kind == "organization" and words > 1:
        return 1, -words
    return 2, -words
