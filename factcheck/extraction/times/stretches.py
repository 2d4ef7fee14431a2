"""Read durations and sets: how long, and how often."""

from factcheck.extraction.times.anchor import Anchor
from factcheck.extraction.times.lengths import length
from factcheck.extraction.times.meaning import Meaning, means
from factcheck.extraction.times.model import DURATION, SET
from factcheck.extraction.times.phrase import TimePhrase


@means("past_length", "length", "range_length", "half_length")
def _length(phrase: TimePhrase, anchor: Anchor) -> Meaning:
    unit, count = phrase.unit() or "", phrase.count() or "X"
    if phrase.rule == "half_length" and phrase.codes.endswith("u"):
        return DURATION, length("0.5", unit)
    if phrase.rule == "half_length" or phrase.codes.endswith(("&q", "&aH")):
        number = phrase.first("cNnY")
        count = f"{number.value if number else 1}.5"
    if phrase.words[-1].code == "Y" and not phrase.has("U"):
        return None
    return DURATION, length(count, unit)


@means("age")
def _age(phrase: TimePhrase, anchor: Anchor) -> Meaning:
    return None


@means("every", "rate")
def _every(phrase: TimePhrase, anchor: Anchor) -> Meaning:
    if often := phrase.first("v"):
        return SET, often.value
    if weekday := phrase.first("wW"):
        part = phrase.first("P")
        return SET, f"XXXX-WXX-{weekday.value}" + (f"T{part.value}" if part else "")
    if month := phrase.first("M"):
        return SET, f"XXXX-{int(month.value):02d}"
    if season := phrase.first("S"):
        return SET, f"XXXX-{season.value}"
    if part := phrase.first("P"):
        return SET, f"XXXX-XX-XXT{part.value}"
    unit = phrase.unit()
    if unit is None:
        return None
    other = "2" if phrase.has("m") else "1"
    return SET, length(phrase.count() or other, unit)


@means("pointed_plural", "units")
def _plural(phrase: TimePhrase, anchor: Anchor) -> Meaning:
    unit = phrase.unit()
    return (DURATION, length("X", unit)) if unit else None
