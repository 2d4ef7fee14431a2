"""How long something lasted, how long somebody is to serve, when a goal was scored.

"The **siege** of Tarn lasted **12 days**", "**Duval** was jailed for **12 years**",
"**Duval** scored in the **89th minute**".
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from spacy.tokens import Token

from factcheck.claims import Mention, Value
from factcheck.claims.intervals import ends_of
from factcheck.claims.written_numbers import amount
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.descriptions.mentions import plain
from factcheck.extraction.descriptions.subjects import subject_noun
from factcheck.extraction.meetings.participants import subjects
from factcheck.extraction.quantities.amounts import Amount
from factcheck.extraction.quantities.measured import (
    Measured,
    event_noun,
    matches_of,
    one_named,
    owners,
)
from factcheck.extraction.quantities.measures import group, table

MINUTE = re.compile(
    r"\b(?P<minute>\d{1,3})(?:st|nd|rd|th)(?:\s{1,3}|-)(?P<unit>minute)\b", re.I
)
LONGEST = 130
"""Minutes of a match, at most."""
LASTED = 0.99
"""Units by which what "lasted 12 days" may have been shorter or longer."""
PLACES = ("of", "in", "at", "on", "near", "over", "against", "between")
WHOSE = ("of", "by", "from", "for", "to")
BESIDE = ("compound", "amod", "nmod", "nummod")


def extents(analysis: Analysis, lengths: Iterable[Amount]) -> Iterator[Measured]:
    """Yield what some lengths of time are told of, and the minutes of goals."""
    count = Counter(analysis.sentence_of(length.head).start for length in lengths)
    for length in lengths:
        if count[analysis.sentence_of(length.head).start] == 1:
            yield from _extent(analysis, length)
    yield from _counts_of_goals(analysis)
    goals = [*_goals(analysis, lengths)]
    scored = Counter((goal.subject.entity, goal.predicate.value) for goal in goals)
    several = bool(goals) and _rules()["several"].search(analysis.text)
    for goal in goals:
        kind = goal.predicate.value
        if scored[goal.subject.entity, kind] == 1 and not (several and kind == "score"):
            yield goal


def _extent(analysis: Analysis, length: Amount) -> Iterator[Measured]:
    """Yield how long an event lasted, or a term that somebody is to serve."""
    unit = length.unit_value
    if unit not in _days() or not ends_of(length.number.value):
        return
    host, link = _host(length)
    verb = _verb(host)
    if (who := _served(analysis, host, link, verb)) is not None:
        yield _measured(analysis, "sentence", length, verb, who, "serve", 0.5)
    noun = _lasting(host, link) if who is None else None
    if noun is None:
        return
    event = event_noun(analysis, noun)
    about = owners(analysis, noun, PLACES)[:1]
    if event is None and noun.lemma_.lower() in _rules()["times_of"]:
        event = plain(analysis, noun.idx, noun.idx + len(noun), noun.lemma_.lower())
        about = about or _doers(analysis, _verb(noun))
        event = event if about else None
    if event is not None:
        made = _measured(analysis, "duration", length, verb, event, "last", LASTED)
        yield made._replace(about=tuple(about))


def _doers(analysis: Analysis, verb: Token) -> list[Mention]:
    """Return who does what a verb says, where that is one with a name."""
    nouns = subjects(verb)
    who = one_named(analysis, nouns[0]) if len(nouns) == 1 else None
    return [who] if who is not None and who.entity else []


def _host(length: Amount) -> tuple[Token, str]:
    """Return what a length of time belongs to, and the word that leads to it.

    That is "-" in front of what it belongs to: "the 12-day **siege**".
    """
    head = length.head
    if length.unit is None or head.idx != length.unit[0]:
        return head, "-"
    return _governor(head)


def _governor(head: Token) -> tuple[Token, str]:
    above = head.head
    if head.dep_ == "pobj" and above.dep_ == "prep":
        return above.head, above.lower_
    if head.dep_ in ("npadvmod", "dobj", "attr") and above.pos_ in ("VERB", "AUX"):
        return above, ""
    return head, ""


def _verb(token: Token) -> Token:
    """Return the verb that governs a word, the highest word where there is none."""
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    return token


def _lasting(host: Token, link: str) -> Token | None:
    """Return the noun of what lasted: "a 12-day **siege**", "the **siege** lasted".

    Of what goes on ("has lasted", "the five-year war") any day gives another length.
    """
    if link == "-":
        goes_on = host.lemma_.lower() in group("lasting")
        return None if goes_on or host.text[0].isupper() else host
    if link == "of" and host.lemma_.lower() in _rules()["times_of"]:
        return host
    if host.lemma_.lower() not in _rules()["lasting"] or link not in ("", "for"):
        return None
    if host.tag_ != "VBD" and any(c.lower_ in ("has", "have") for c in host.lefts):
        return None
    noun = subject_noun(host)
    relative = noun is None or noun.lower_ in ("which", "that")
    return host.head if relative and host.dep_ in ("relcl", "acl") else noun


def _served(analysis: Analysis, host: Token, link: str, verb: Token) -> Mention | None:
    """Return who is to serve a term; None where a length of time is no term."""
    deed = verb.lemma_.lower()
    if link == "-":
        done = _rules()["giving"] | _rules()["getting"] | _rules()["jailing"]
        if host.lemma_.lower() not in _rules()["terms"] or deed not in done:
            return None
        if whose := owners(analysis, host, WHOSE):
            return whose[0]
    elif link in ("for", "to") and deed in _rules()["jailing"]:
        beside = host == verb or (host.head == verb and host.dep_ == "dobj")
        return _patient(analysis, verb) if beside else None
    elif link or host != verb or not _names_jail(verb):
        return None
    if deed in _rules()["getting"]:
        return _subject(analysis, verb)
    convicting = deed in _rules()["giving"] or deed in _rules()["jailing"]
    return _patient(analysis, verb) if convicting else None


def _names_jail(verb: Token) -> bool:
    """Ask whether a clause says that a term is served: "12 years **in prison**"."""
    return any(t.lemma_.lower() in _rules()["jails"] for t in verb.subtree)


def _subject(analysis: Analysis, verb: Token) -> Mention | None:
    noun = subject_noun(verb)
    return one_named(analysis, noun) if noun is not None else None


def _patient(analysis: Analysis, verb: Token) -> Mention | None:
    """Return to whom something is done: "**Duval** was jailed", "jailed **Duval**"."""
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return _subject(analysis, verb)
    for child in verb.rights:
        if child.dep_ in ("dative", "dobj") and (who := one_named(analysis, child)):
            return who
    return None


def _measured(
    analysis: Analysis,
    measure: str,
    length: Amount,
    verb: Token,
    subject: Mention,
    predicate: str,
    slack: float,
) -> Measured:
    """Make what a length of time says of a subject, in days."""
    number, end = length.number, (length.unit or (0, length.number.end))[1]
    ends = ends_of(number.value)
    days = _days()[length.unit_value]
    slack = slack if number.modifier in ("exact", "about") else 0
    least, most = (min(ends) - slack) * days, (max(ends) + slack) * days
    if more := _rules()["more"].match(analysis.text, end):
        rest = (amount(more["number"]) or 0) * _days().get(more["unit"].lower(), 0)
        fine = _days().get(more["unit"].lower(), 0) * slack
        least = min(ends) * days + rest - fine
        most, end = max(ends) * days + rest + fine, more.end()
    where = verb.idx, verb.idx + len(verb)
    return Measured(
        measure,
        number.start,
        end,
        [round(least, 3), round(most, 3)],
        verb,
        subject,
        plain(analysis, *where, predicate),
        modifier=number.modifier,
        bound=number.bound,
    )


def _counts_of_goals(analysis: Analysis) -> Iterator[Measured]:
    """Yield how often somebody scored, told in a word: "scored **twice**"."""
    for token in analysis.tokens_printed(table()["goal_counts"]):
        count = table()["goal_counts"][token.lower_]
        verb = token.head
        part = "half" in analysis.words_around(token)  # "twice in the first half"
        scored = (
            not part
            and count
            and verb.lemma_.lower() in ("score", "net", "grab", "bag")
        )
        scorer = _subject(analysis, verb) if scored else None
        if scorer is not None and scorer.entity:
            words = plain(analysis, verb.idx, verb.idx + len(verb), "goals")
            span = token.left_edge.idx, token.idx + len(token)
            yield Measured("goals", *span, int(count), verb, scorer, words)


def _goals(analysis: Analysis, lengths: Iterable[Amount]) -> Iterator[Measured]:
    """Yield the minutes in which one who has a name scored."""
    for match in matches_of(MINUTE, analysis.text, "minute"):
        head = analysis.token_at(match.start("unit"))
        while head.dep_ in BESIDE and head.head != head:
            head = head.head
        minute = int(match["minute"])
        if 0 < minute <= LONGEST:
            yield from _goal(analysis, head, match.span(), minute)
    for length in lengths:
        value = length.number.value
        if length.unit_value == "minute" and isinstance(value, int) and length.unit:
            _, link = _host(length)
            if link in ("after", "on") and value <= LONGEST:
                span = length.number.start, length.unit[1]
                yield from _goal(analysis, length.head, span, value, later=1)


def _goal(
    analysis: Analysis, head: Token, span: tuple[int, int], minute: int, later: int = 0
) -> Iterator[Measured]:
    goals, scoring = _rules()["goals"], _rules()["scoring"]
    host = head if head.lemma_.lower() in goals else _governor(head)[0]
    verb = _verb(host)
    scorer = None
    if host.lemma_.lower() in goals:
        whose = owners(analysis, host, WHOSE)
        scorer = whose[0] if whose else None
        if scorer is None and verb.lemma_.lower() in scoring:
            scorer = _subject(analysis, verb)
    elif host == verb and verb.lemma_.lower() in scoring:
        things = [c.lemma_.lower() for c in verb.rights if c.dep_ == "dobj"]
        alone = not things and verb.lemma_.lower() in _rules()["scoring_alone"]
        if alone or verb.lemma_ == "score" or not goals.isdisjoint(things):
            scorer = _subject(analysis, verb)
    if scorer is None or not scorer.entity:
        return
    value: Value = [minute, minute + later] if later else minute
    words = {host.lemma_.lower(), *(c.lemma_.lower() for c in verb.rights)}
    for kind in ("score", *sorted(_rules()["kinds"] & words)):
        predicate = plain(analysis, verb.idx, verb.idx + len(verb), kind)
        yield Measured("minute", *span, value, verb, scorer, predicate)


@cache
def _days() -> dict[str, float]:
    """Return how many days a unit of time has, by the words for it."""
    units = {str(unit): float(n) for unit, n in table()["days"].items()}
    return units | {f"{unit}s": n for unit, n in units.items()}


@cache
def _rules() -> dict[str, Any]:
    """Return the words around a length of time, and patterns made of some of them."""
    rules: dict[str, Any] = {k: frozenset(ws) for k, ws in table()["extents"].items()}
    several = "|".join(sorted(rules.pop("several")))
    units = "|".join(table()["days"])
    more = r",?\s{1,4}and\s{1,4}(?P<number>[\w-]{1,20})\s{1,4}"
    more += rf"(?P<unit>(?:{units})s?)\b"
    rules["several"] = re.compile(rf"\b(?:{several})\b", re.I)
    rules["more"] = re.compile(more, re.I)
    return rules
