"""Whether quoted words were first said in another language than English."""

import re
from collections import Counter
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck.claims import Claim, Mention
from factcheck.extraction.analysis import Analysis
from factcheck.lazy import CACHE_SIZE
from factcheck.lexicons import load_table
from factcheck.lexicons.cities import city
from factcheck.lexicons.territories import territory

if TYPE_CHECKING:
    from factcheck.claims.extraction import NameMention

LEAST_NAMED = 3
"""How often a text names the country it is set in, at the least."""

FEW = 4
"""So many times as often as all countries where English is spoken."""


class LanguageEvidence(NamedTuple):
    """Where a text says in which country, and so in which language, somebody speaks.

    Attributes:
        code: ISO code of the country, or "" where the language is foreign anyway.
        start: Where the words begin that say so.
        end: Where they end.
    """

    code: str
    start: int
    end: int


class Languages:
    """What a text says about the language of the words it quotes."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis

    def foreign(self, claim: Claim) -> Mention | None:
        """Return the words that say that a quotation is translated, or None.

        An interpreter or a language beside it, the foreign country or agency of the
        speaker, or an agency that quotes them: the value is "speaker". Else the country
        the text is set in: "setting".
        """
        evidence = self._beside(claim.span.start, claim.span.end)
        for who in (*claim.role("speaker")[:1], *claim.attribution):
            evidence = evidence or self._home(who)
        way = "speaker" if evidence else "setting"
        evidence = evidence or self._setting
        if evidence is None or _is_english(evidence.code):
            return None
        return self._analysis.mention(evidence.start, evidence.end, way)

    def _beside(self, start: int, end: int) -> LanguageEvidence | None:
        """Find a language or an interpreter in the sentences of a quotation."""
        analysis = self._analysis
        first, last = analysis.token_at(start).sent, analysis.token_at(end - 1).sent
        match = _speech().search(analysis.text, first.start_char, last.end_char)
        if match is None:
            return None
        return LanguageEvidence("US" if match["english"] else "", *match.span())

    def _home(self, who: Mention) -> LanguageEvidence | None:
        """Find the country or the agency that somebody belongs to."""
        for name in self._analysis.names_in(who.start, who.end):
            if code := self._country(name):
                return code
        return self._homes.get(who.entity or "")

    @cached_property
    def _homes(self) -> dict[str, LanguageEvidence]:
        """Countries of persons by the offices the text gives them, the first first."""
        homes: dict[str, LanguageEvidence] = {}
        for claim in self._analysis.claims:
            if claim.kind != "title":
                continue
            for body in claim.role("organization"):
                if code := _code(body.text):
                    for person in claim.role("person"):
                        evidence = LanguageEvidence(code, body.start, body.end)
                        homes.setdefault(person.entity or "", evidence)
        homes.pop("", None)
        return homes

    @cached_property
    def _setting(self) -> LanguageEvidence | None:
        """Find the country that most of a text's places and nationalities are of."""
        countries = [self._country(name) for name in self._analysis.names]
        named = Counter(
            evidence.code for evidence in countries if evidence and evidence.code
        )
        if not named:
            return None
        code, times = min(named.items(), key=lambda item: (-item[1], item[0]))
        english = sum(named[code] for code in named if _is_english(code))
        if times < LEAST_NAMED or 2 * times < named.total() or FEW * english > times:
            return None
        return next(
            evidence for evidence in countries if evidence and evidence.code == code
        )

    def _country(self, name: "NameMention") -> LanguageEvidence | None:
        entity = self._analysis.entities.get(name.entity)
        if entity is None or name.kind == "person":
            return None
        code = entity.country or _code(name.text)
        return (
            None
            if code is None
            else LanguageEvidence(code, name.span.start, name.span.end)
        )


def _is_english(code: str) -> bool:
    return code in load_table("languages")["english"]


@lru_cache(maxsize=CACHE_SIZE)
def _code(name: str) -> str | None:
    """Return the country of a name, a nationality or a city; "" for an agency."""
    if name in load_table("languages")["agencies"]:
        return ""
    country = territory(name) or territory(name.split()[0])
    if country:
        return country.code
    place = city(name)
    return place.code if place else None


@cache
def _speech() -> "re.Pattern[str]":
    table = load_table("languages")
    languages = "|".join(table["languages"])
    phrases = "|".join(table["phrases"])
    return re.compile(rf"\bin (?:(?P<english>English)|{languages})\b|\b(?:{phrases})\b")
