"""Find the names of one document and who or what each stands for."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.claims.extraction import NameMention
from factcheck.documents import Span
from factcheck.extraction.names.bodies import abbreviations, find_bodies
from factcheck.extraction.names.linking import link_names
from factcheck.extraction.names.name_pieces import DIRECTIONS, People, cut
from factcheck.extraction.names.name_words import fold, given_names, name_words
from factcheck.extraction.names.people import find_people
from factcheck.extraction.names.printed import Label, NameSpan, Piece
from factcheck.extraction.names.recurring import Shorts, recurring
from factcheck.extraction.names.runs import Run, runs
from factcheck.extraction.names.unlikely import set_right
from factcheck.lexicons.territories import capitals, territory_names

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
    nicknames |= _full_name(stretches)
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


def _full_name(stretches: Sequence["_NameStretch"]) -> dict[str, str]:
    """Return the full name an article opens with, and the shorter one it is headed by.

    "Wilhelm Karl Osk (3 May 1931 – 4 May 2003) was" under the headline "Bill Osk".
    """
    heads = [s.names for s in stretches if s.part == "title"]
    texts = [s for s in stretches if s.part == "text"]
    if len(heads) != 1 or not texts:
        return {}
    title = texts[0].analysis.document.title or ""
    named = [f for f in heads[0] if f.kind == "person" and f.text == title.strip()]
    first = next((f for f in texts[0].names if f.start == 0), None)
    if not named or first is None or first.kind != "person" or first.text == title:
        return {}
    surname = first.text.rpartition(" ")[2] == title.strip().rpartition(" ")[2]
    dated = texts[0].analysis.text[first.end :].startswith(" (")
    return {first.text: named[0].text} if surname and dated and " " in title else {}


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
            return name._replace(country=code)
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
                self.names[place] = printed._replace(start=start, text=rest, before="")

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
        if more:
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
                    more.append(name._replace(country=code))
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
    taken: set[int] = set()
    order = sorted(enumerate(names), key=lambda one: _rank(one[1], one[0] < prefer))
    for _, name in order:
        place = range(name.start, name.end)
        if taken.isdisjoint(place):
            kept.append(name)
            taken.update(place)
    return sorted(kept, key=lambda f: f.start)


def _rank(name: NameSpan, preferred: bool) -> tuple[int, int]:
    words = len(name.text.split())
    if preferred or name.kind == "person":
        return 0, -words
    if name.kind == "organization" and words > 1:
        return 1, -words
    return 2, -words


SIDE = re.compile(r"(?:^|\b)the\s+\Z")
BOTH = re.compile(r" and (?:North|South|East|West) ([A-Z]\w+)")
NOT_SIDE = re.compile(
    r"\s{1,9}(?:of|side|coast|end|shore|bank|wing|wind|gate|part|face|tower|sea|pole|star)\b",
    re.I,
)


def acting(analysis: "Analysis", name: NameSpan) -> str | None:
    """Return the country whose government a capital stands for here, or None.

    It does as the subject of what only people do ("Oslo warned"), as the one who is
    spoken to ("urged Oslo"), as the owner of what governments have ("Oslo's decision")
    and between capitals ("talks between Oslo and Rome").
    """
    code = capitals().get(name.text)
    if code is None:
        return None
    token = analysis.token_at(name.end - 1)
    while token.dep_ == "conj":
        token = token.head
    head = token.head
    if token.dep_ == "nsubj" and head.pos_ in ("VERB", "AUX"):
        return None if head.lemma_.lower() in name_words().states else code
    if (
        token.dep_ in ("dobj", "dative")
        and head.lemma_.lower() in name_words().addressed
    ):
        return code
    if token.dep_ == "poss" and head.lemma_.lower() in name_words().belongings:
        return code
    if token.dep_ == "pobj" and head.lower_ in ("between", "with", "by", "against"):
        return code
    return None


def side(text: str, direction: NameSpan, named: set[str]) -> str | None:
    """Return the country "the South" means where the text has named "South X".

    Args:
        text: The text of the stretch.
        direction: The word "North", "South", "East" or "West" by itself.
        named: Codes of the countries the document names.
    """
    if both := BOTH.match(text, direction.end):
        return territory_names().get(f"{direction.text} {both[1]}")
    before = text[max(0, direction.start - 5) : direction.start].lower()
    if not SIDE.search(before) or NOT_SIDE.match(text, direction.end):
        return None
    codes = {
        code
        for name, code in territory_names().items()
        if code in named and name.startswith(f"{direction.text} ")
    }
    return codes.pop() if len(codes) == 1 else None


CALLED = re.compile(
    r"\b(?:known|nicknamed|code-?named|alias|aka|a\.k\.a\.)"
    r"(?: (?:to|by|in|among) [^,.;“”\"]{1,30}?)?(?: as)?,? ?(?:[“\"‘]|``) ?"
    r"(?P<name>[A-Z][\w-]*(?: [A-Z][\w-]*){0,2}),? ?(?:[”\"’]|'')"
)
REACH = 160
NEAR = 12
APPOSED = re.compile(
    r"\s?[,(]?\s?(?:[^.;“”\"]{0,120}?\bwho (?=is|was|had|became))?"
    r"(?:(?:is|was|had|been|became|also|better|widely|once|often|who),?\s){0,9}\Z"
)
HOW = (
    r"(?:(?:also|best|better|commonly|mononymously|popularly|professionally|simply"
    r"|widely) )"
)
OTHER = re.compile(
    r"(?:\s?\([^()\n]{0,160}\))?,? " + HOW + r"{0,2}known " + HOW + r"?"
    r"(?:as|by (?:his|her|their) (?:pen|ring|stage) name) "
    r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'.-]*){0,3})(?=[,;)])"
)
"""Without marks, only directly behind the name, and where a comma ends it."""
SENTENCE = re.compile(r"[.!?]\s+(?=[A-Z“\"])")


def find_other_names(
    text: str, names: Sequence[NameSpan], part: str
) -> Iterator[tuple[NameSpan, NameSpan]]:
    """Yield names that stand without marks: "Ana Duval, known as Red Harbour, is"."""
    known = name_words()
    for person in names:
        if person.kind != "person" or " " not in person.text:
            continue
        called = OTHER.match(text, person.end)
        if called is None:
            continue
        if fold(called["name"].split()[0]) in known.titles | known.honorifics.keys():
            continue
        first, last = called.span("name")
        yield (
            NameSpan(first, last, "person", called["name"], part, before=""),
            person,
        )


def find_nicknames(
    text: str, names: Sequence[NameSpan], part: str
) -> Iterator[tuple[NameSpan, NameSpan]]:
    """Yield each nickname with the person it is said of.

    That is the only person the sentence has named so far; where there are several, or
    another person follows at once, nothing is yielded.
    """
    for called in CALLED.finditer(text):
        start = max(0, called.start() - REACH)
        ends = [m.end() for m in SENTENCE.finditer(text, start, called.start())]
        since = ends[-1] if ends else start
        beyond = called.end() + NEAR
        if any(f.kind == "person" and called.end() <= f.start < beyond for f in names):
            continue
        before = [f for f in names if since <= f.start and f.end <= called.start()]
        people = [f for f in before if f.kind == "person"]
        if len({f.text for f in people}) != 1:
            continue
        if APPOSED.match(text[people[-1].end : called.start()]):
            first, last = called.span("name")
            name = NameSpan(first, last, "person", called["name"], part, before="")
            yield name, people[-1]
