"""The quotations, paragraphs and persons of one stretch, laid out once."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Token

from factcheck.claims import Mention
from factcheck.documents import TITLE
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.quotes.marks import Quotation, find_quotations
from factcheck.lexicons import load_table

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
APART = re.compile(r"[\W_]+")
LEAD = 60
"""Characters before a mark in which a nickname is announced."""
NICKNAME = 4
"""Words in the longest nickname."""
HEADLINES = 4
"""Lines that a headline may fill, blank ones counted."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """A person named outside any quotation.

    Attributes:
        token: The word that heads the name.
        entity: The local entity.
        subject: Whether something is said of the person: the name is a subject.
    """

    token: int
    entity: str
    subject: bool


@dataclass(slots=True)
class Scene:
    """What stands where: quotations, paragraphs, persons.

    Attributes:
        analysis: The stretch.
        quotations: In order, nested ones behind the one that holds them.
        outer: Those that are not nested.
        quoted: For each token, 0 or the number (from 1) of the outer quotation it is
            in; marks belong to their quotation.
        persons: Persons named outside quotations, in order.
        introduced: Where each person is named first.
        resolved: Pronouns looked at already, by token.
        sexes: Whether a person is a man or a woman, looked at already, by entity.
        headline: Offset behind the headline, 0 where the stretch has none.
        offices: Titles and their holders, by the place of the holder; None until
            somebody asks, for titles are found later than scenes are made.
    """

    analysis: Analysis
    quotations: list[Quotation] = field(default_factory=list)
    outer: list[Quotation] = field(default_factory=list)
    quoted: list[int] = field(default_factory=list)
    persons: list[Appearance] = field(default_factory=list)
    introduced: dict[str, Appearance] = field(default_factory=dict)
    resolved: dict[int, str | None] = field(default_factory=dict)
    sexes: dict[str, str | None] = field(default_factory=dict)
    headline: int = 0
    offices: list[tuple[Mention, Mention]] | None = None

    def holders(self, start: int, end: int) -> "list[tuple[Mention, Mention]]":
        """Return the titles whose holders are named in a range, with the holders."""
        if self.offices is None:
            titles = (c for c in self.analysis.claims if c.kind == "title")
            pairs = ((c.first("title"), c.first("person")) for c in titles)
            self.offices = [(t, p) for t, p in pairs if t is not None and p is not None]
            self.offices.sort(key=_place_of_holder)
        first = bisect_left(self.offices, start, key=_place_of_holder)
        last = bisect_left(self.offices, end, key=_place_of_holder)
        return self.offices[first:last]

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """Return the tokens of a range of characters, as a half-open range."""
        starts = self.analysis.token_starts
        first = bisect_right(starts, start) - 1
        if (
            first < 0
            or self.analysis.doc[first].idx + len(self.analysis.doc[first]) <= start
        ):
            first += 1
        return first, bisect_left(starts, end)

    def quotation_at(self, offset: int) -> Quotation | None:
        """Return the outer quotation that holds a character, marks included."""
        place = bisect_right(self.outer, offset, key=lambda q: q.start) - 1
        if place >= 0 and offset < self.outer[place].end:
            return self.outer[place]
        return None

    def paragraph(self, offset: int) -> int:
        """Return the number of the paragraph that holds a character."""
        return bisect_right(self.analysis.reading.breaks, offset)

    def paragraph_bounds(self, offset: int) -> tuple[int, int]:
        """Return first and last offset of the paragraph that holds a character."""
        breaks = self.analysis.reading.breaks
        place = bisect_right(breaks, offset)
        start = breaks[place - 1] if place else 0
        end = breaks[place] if place < len(breaks) else len(self.analysis.text)
        return start, end


def _place_of_holder(office: tuple[Mention, Mention]) -> int:
    return office[1].start


def scene_of(analysis: Analysis) -> Scene:
    """Return the scene of a stretch, made when first asked for."""
    if analysis.scene is None:
        analysis.scene = _make_scene(analysis)
    return analysis.scene


def _make_scene(analysis: Analysis) -> Scene:
    scene = Scene(analysis, headline=_headline_end(analysis))
    scene.quotations = [
        quotation
        for quotation in find_quotations(analysis.text, analysis.reading.breaks)
        if not _nickname(analysis, quotation)
    ]
    scene.outer = [q for q in scene.quotations if not q.depth]
    scene.quoted = [0] * len(analysis.doc)
    for number, quotation in enumerate(scene.outer, 1):
        first, last = scene.tokens(quotation.start, quotation.end)
        scene.quoted[first:last] = [number] * (last - first)
    scene.persons = _persons(scene)
    for person in scene.persons:
        scene.introduced.setdefault(person.entity, person)
    return scene


def _nickname(analysis: Analysis, quotation: Quotation) -> bool:
    """Ask whether marks hold a name: *Tomás “Tom” Duval*, *known as “Tom”*."""
    words = analysis.text[quotation.inner_start : quotation.inner_end].split()
    before = analysis.text[max(0, quotation.start - LEAD) : quotation.start]
    if len(words) <= NICKNAME and words[0][0].isupper() and _naming().search(before):
        return True
    name = analysis.name_at(quotation.start)
    return name is not None and name.kind == "person" and name.span.end > quotation.end


@cache
def _naming() -> re.Pattern[str]:
    phrases = "|".join(map(re.escape, load_table("cues")["naming"]))
    return re.compile(rf"\b(?:{phrases})\s*\Z", re.I)


def _headline_end(analysis: Analysis) -> int:
    """Return where the headline ends: the whole stretch, or the text's first lines.

    A line is the headline when it has the words of the document's title.
    """
    if analysis.reading.part == TITLE:
        return len(analysis.text)
    title = _letters(analysis.document.title or "")
    for end in analysis.reading.breaks[:HEADLINES] if title else ():
        words = _letters(analysis.text[:end])
        if words and not title.startswith(words):
            return 0
        if words == title:
            return end
    return 0


def _letters(words: str) -> str:
    return APART.sub("", words).lower()


def _persons(scene: Scene) -> list[Appearance]:
    analysis = scene.analysis
    persons = []
    for name in analysis.names:
        if name.kind != "person":
            continue
        first, last = scene.tokens(name.span.start, name.span.end)
        if first >= last or scene.quoted[first]:
            continue
        root = analysis.doc[first:last].root
        subject = is_subject(root) or _credited(root)
        persons.append(Appearance(root.i, name.entity, subject))
    return persons


def _credited(token: Token) -> bool:
    """Ask whether somebody's words are given: *according to Duval*, who speaks too."""
    to = token.head
    return to.lower_ == "to" and to.i > 0 and to.nbor(-1).lower_ == "according"


def is_subject(token: Token) -> bool:
    """Ask whether a word is a subject, or in apposition or joined to one."""
    for _ in range(4):
        if token.dep_ in SUBJECTS:
            return True
        if token.dep_ not in ("appos", "conj", "compound", "flat", "nmod"):
            return False
        token = token.head
    return False
