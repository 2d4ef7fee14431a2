"""Names that look like persons and are not: places, bodies, works, stray words.

A word by itself, which no full name of the document explains, says little. What
stands around it in the whole document decides: "in Tarn", "the Tarn hotel", "the app
Tarn" against "Mr Tarn" and "Tarn said".
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.extraction.names.name_words import fold, given_names, name_words
from factcheck.extraction.names.printed import NameSpan
from factcheck.extraction.nlp import is_english_word, is_verb_form
from factcheck.lexicons import load_table, word_list
from factcheck.lexicons.cities import city
from factcheck.lexicons.territories import capitals, territory_names

if TYPE_CHECKING:
    from factcheck.extraction.analysis import Analysis

SAYS = re.compile(
    r"(?:\s?,[^,.;\n]{1,60},)?\s(?:who|said|says|told|added|wrote|tweeted|recalled|replied|"
    r"testified|explained)\b|,\swho\b|,\s(?:aged\s)?\d{1,2}(?=[,.;)])(?!\.\d)|\s\(\d{1,2}\)"
)
"""What stands behind persons: "Tarn said", "Tarn, 45"."""

THEIRS = re.compile(
    r"[\"”’']?\s(?:administration|agenda|brothers|cabinet|camp|campaign|children|clan|doctrine|"
    r"era|family|government|marriage|presidency|sisters|tax|team|trial|wedding|White|years)\b"
)
"""What persons have, behind their names: "the Tarn administration"."""

BELONGS = re.compile(
    r"\s(?:reporter|journalist|columnist|correspondent|editor|headquarters|shares|stock|"
    r"shareholders|customers|subscribers|users|employees|app|website)s?\b"
)
"""What bodies have, behind their names: "a Tarn reporter"."""

PLURAL = re.compile(
    r"\b(?:(?:thousands|hundreds|dozens|millions|most|many|some|all) of|among|fellow|"
    r"thousand|hundred|million|many|young|other)\s\Z",
    re.I,
)
"""Before the members of a people or a camp: "thousands of Tarns"."""

MADE = re.compile(
    r"\b(?:bottles?|glass(?:es)?|cans?|packs?|boxes|box|bars?|copy|copies|episodes?|editions?|"
    r"issues?|versions?|readers?|viewers?|users?) of\s\Z"
)
"""Before products and works: "a bottle of Tarn"."""

BROKEN = re.compile(r"n[’']t\b|[a-z][ÃÂ]")
"""In what is not a name: a verb, letters of another encoding."""

YEAR = re.compile(r"[\"”’']?\s\((?:1[89]|20)\d\d\)")
"""Behind the titles of works."""

PLACED = re.compile(
    r"\b(?:in|near|via|(?:hailed|hails|hailing) from|natives? of|"
    r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|others) from|"
    r"(?:fly|flew|flown|flying|drove|drive|travell?ed|sailed|moved|bound) (?:to|for)|"
    r"outside|inside|across|throughout|around|"
    r"(?:north|south|east|west)(?:ern)?|central|downtown|upstate|"
    r"(?:mayor|governor|bishop|archbishop|residents|people|citizens|outskirts|streets|"
    r"cent(?:re|er)|heart|city|town|village|island|port|province|region|state|district|county|suburb|"
    r"municipality|resort|capital|area|towns|villages|cities|districts|neighbou?rhoods?|"
    r"suburbs|countryside|stronghold) of)\s\Z",
    re.I,
)
"""Before places."""

IN_TOWN = re.compile(r"(?:\b(?:[Ii]n|[Nn]ear) [A-Z][\w’'-]{1,30}|\(\d{1,2}\)), \Z")
"""Before the county of a town, or somebody's home: "in Osk, Tarn", "(24), Tarn"."""

IS_PLACE = re.compile(
    r",\s(?:an?|the|in)\s[^,.;\n]{0,40}\b(?:island|city|town|village|mainland|port|province|"
    r"region|district|county|suburb|capital|resort)\b"
)
"""Behind places: "Tarn, a town in the north"."""

PART = re.compile(
    r"\b(?:New|North|South|East|West|San|Santa|Los|Las|Saint|St\.|Fort|Port|Mount|El)\s\Z"
)
"""Before the rest of the name of a place: "New York"."""

FROM = re.compile(r"\b(?:of|in|from|near|at|outside)\s\Z")
"""Before a place that an apposition may follow: "a man from Tarn, Lima, said"."""

LED = re.compile(r"\b(?:the|an?|first|last|big|every)\s\Z", re.I)
"""Before a noun: persons have no article."""

HYPHENED = re.compile(r"[-‑](?:led|based|backed|born|era|style|owned|run|like|bound)\Z")

VERBS = ("VB", "VBP", "VBZ", "VBD", "MD")

BEFORE = 40
"""Characters before a name that are read."""


def set_right(stretches: Sequence[tuple["Analysis", list[NameSpan]]]) -> None:
    """Leave out what is not a person, and call a place or a body by its kind."""
    people = [
        (analysis, names, n)
        for analysis, names in stretches
        for n, name in enumerate(names)
        if name.kind == "person"
    ]
    _cut_verbs(people)
    full = {
        fold(word)
        for name in {names[n].text for _, names, n in people}
        if " " in name.strip() and not HYPHENED.search(name)
        for word in re.split(r"[\s-]", name)
    }
    alone: dict[str, list[tuple[Analysis, list[NameSpan], int]]] = defaultdict(list)
    dropped: dict[int, set[int]] = defaultdict(set)
    for analysis, names, n in people:
        name = names[n]
        if BROKEN.search(name.text):
            dropped[id(names)].add(n)
        elif " " not in name.text and fold(name.text) not in full:
            alone[name.text].append((analysis, names, n))
        elif " " in name.text and _is_no_full_name(analysis, name):
            dropped[id(names)].add(n)
    for places in alone.values():
        kind = _kind_of([(analysis, names[n]) for analysis, names, n in places])
        for _, names, n in places:
            if kind is None:
                dropped[id(names)].add(n)
            elif kind != "person":
                names[n] = names[n]._replace(kind=kind, before="")
    for analysis, names in stretches:
        _join_places(analysis, names, alone)
        gone = dropped[id(names)]
        names[:] = [name for n, name in enumerate(names) if n not in gone]


def _cut_verbs(people: Sequence[tuple["Analysis", list[NameSpan], int]]) -> None:
    """End a known full name before a verb: "if Ana Duval | Wins"."""
    known = {names[n].text for _, names, n in people}
    for analysis, names, n in people:
        name = names[n]
        before = name.text.rpartition(" ")[0]
        if " " not in before or before not in known:
            continue
        if is_verb_form(analysis.token_at(name.end - 1)):
            names[n] = name._replace(end=name.start + len(before), text=before)


def _join_places(
    analysis: "Analysis", names: list[NameSpan], alone: Mapping[str, object]
) -> None:
    """Call what stands between places in a list a place too: "Tarn, Osk and Lima"."""
    for left, right in (
        *pairwise(range(len(names))),
        *pairwise(range(len(names))[::-1]),
    ):
        known, name = names[left], names[right]
        if known.kind != "place" or name.kind != "person":
            continue
        first, second = sorted((known, name), key=lambda one: one.start)
        joined = analysis.text[first.end : second.start] in (", ", " and ", ", and ")
        if (
            joined
            and not name.before
            and name.text in alone
            and fold(name.text) not in given_names()
            and "human" not in _evidence(analysis, name)
        ):
            names[right] = name._replace(kind="place")


def _is_no_full_name(analysis: "Analysis", name: NameSpan) -> bool:
    """Ask whether several words name a work or a place, or are cut out of a word."""
    if HYPHENED.search(name.text):
        return True
    words = name.text.split()
    text = analysis.text
    if any(word.endswith("ing") for word in words[1:-1]):
        return True
    body = fold(words[-1]) in name_words().organizations
    if body and not name.before and not SAYS.match(text, name.end):
        return True
    if name.before or fold(words[0]) in given_names():
        return False
    no_person = word_list("name-words", "begins_no_person")
    if fold(words[0]) in no_person or _thing_behind(analysis, name):
        return True
    if analysis.token_at(name.start).tag_ in VERBS:
        return True
    if YEAR.match(text, name.end) or _is_quoted(text, name):
        return True
    before = text[max(0, name.start - BEFORE) : name.start]
    return before.rstrip().endswith(" of") and PLACED.search(before) is not None


def _is_quoted(text: str, name: NameSpan) -> bool:
    """Ask whether a name is the end of words in capitals between marks: a title."""
    end = name.end + (text[name.end : name.end + 1] in (",", ".", "!", "?"))
    if text[end : end + 1] not in ('"', "”", "’"):
        return False
    before = text[max(0, name.start - BEFORE) : name.start]
    opened = max(before.rfind(mark) for mark in ('"', "“", "‘"))
    return opened >= 0 and all(w[0].isupper() for w in before[opened + 1 :].split())


def _kind_of(places: Iterable[tuple["Analysis", NameSpan]]) -> str | None:
    """Say what a word by itself names: a person, a place, a body, or nothing (None)."""
    evidence: set[str] = set()
    word = ""
    for analysis, name in places:
        word = name.text
        evidence |= set(_evidence(analysis, name))
    given = fold(word) in given_names()
    if word in _bodies():
        return "organization"
    no_person = word_list("name-words", "begins_no_person")
    if "part" in evidence or fold(word) in no_person:
        return None
    if evidence & {"title", "lives"}:
        return "person"
    if _is_seat(word) and (not given or fold(word) in name_words().regions):
        return "place"
    if "human" in evidence:
        return "person"
    if "place" in evidence or (city(word) and not given):
        return "place"
    if "noun" in evidence or ("article" in evidence and not given):
        return "organization"
    return None if evidence & {"word", "cut", "plural"} and not given else "person"


def _is_seat(word: str) -> bool:
    """Ask whether a word names a capital, a region or a very large city."""
    return word in capitals() or fold(word) in name_words().regions


def _evidence(analysis: "Analysis", name: NameSpan) -> Iterator[str]:
    """Yield what one mention says.

    A title; what only persons do or undergo, or mostly do; a place; a noun of bodies
    beside it; an article; a name it is cut from; any word that begins a sentence.
    """
    text = analysis.text
    token = analysis.token_at(name.start)
    before = text[max(0, name.start - BEFORE) : name.start]
    if name.before:
        yield "title"
    speaks = SAYS.match(text, name.end)
    apart = speaks and speaks[0].startswith(",") and FROM.search(before)
    if (speaks and not apart) or THEIRS.match(text, name.end):
        yield "human"
    verb, known = token.head.lemma_.lower(), name_words()
    if (token.dep_ == "nsubj" and verb in known.human) or (
        token.dep_ == "nsubjpass" and verb in known.undergone
    ):
        yield "lives"
    ends = text.startswith((",", ".", "\n", " —", " –"), name.end)
    county = ends and IN_TOWN.search(before)
    if PLACED.search(before) or IS_PLACE.match(text, name.end) or county:
        yield "place"
    if _names_a_thing(analysis, name) or BELONGS.match(text, name.end):
        yield "noun"
    owned = before.endswith(("’s ", "'s ")) and text.startswith(" of ", name.end)
    made = owned or MADE.search(before) or text.startswith(", which ", name.end)
    if LED.search(before) or made:
        yield "article"
    if name.text.endswith("s") and (token.tag_ == "NNPS" or PLURAL.search(before)):
        yield "plural"
    if PART.search(before):
        yield "part"
    if _is_cut(analysis, name):
        yield "cut"
    bare = token.tag_ in VERBS or (token.is_sent_start and token.tag_ != "NNP")
    if bare and is_english_word(token):
        yield "word"


def _names_a_thing(analysis: "Analysis", name: NameSpan) -> bool:
    """Ask whether a noun beside a word says that it is a body: "the app Tarn"."""
    token = analysis.token_at(name.start)
    before = analysis.doc[token.i - 1] if token.i else None
    if before is not None and before.lower_ in _things() and before.is_lower:
        return True
    return _thing_behind(analysis, name)


def _thing_behind(analysis: "Analysis", name: NameSpan) -> bool:
    doc, last = analysis.doc, analysis.token_at(name.end - 1)
    behind = doc[last.i + 1] if last.i + 1 < len(doc) else None
    return behind is not None and behind.is_lower and behind.lower_ in _things()


def _is_cut(analysis: "Analysis", name: NameSpan) -> bool:
    """Ask whether a name goes on before the word: "Order of | Tarn", "Grand Tarn"."""
    token = analysis.token_at(name.start)
    before = analysis.doc[token.i - 1] if token.i else None
    if before is None or before.is_sent_start or before.pos_ != "PROPN":
        return False
    known = name_words()
    led = known.titles | known.members | known.never | known.honorifics.keys()
    return (
        before.text[:1].isupper()
        and before.idx + len(before) == token.idx - 1
        and fold(before.text) not in led
        and before.text not in territory_names()
    )


@cache
def _things() -> frozenset[str]:
    table = load_table("name-words")
    lists = ("organization_words", "place_words", "nouns_of_bodies")
    return frozenset(word for name in lists for word in table[name].split())


@cache
def _bodies() -> frozenset[str]:
    """Return the agencies and outlets of one word."""
    wires = load_table("wires")["wires"]
    named = {*wires, *(other for others in wires.values() for other in others)}
    named |= set(load_table("languages")["agencies"])
    return frozenset(named | set(load_table("name-words")["brands"].split()))
