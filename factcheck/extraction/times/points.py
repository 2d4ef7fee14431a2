"""Read dates and clock times: what each names on the calendar."""

from factcheck.extraction.times.anchor import Anchor
from factcheck.extraction.times.dates import date_value, pointed
from factcheck.extraction.times.lengths import length
from factcheck.extraction.times.meaning import Meaning, means
from factcheck.extraction.times.model import DATE, DURATION, PAST, PRESENT, TIME
from factcheck.extraction.times.phrase import Phrase


@means(
    "iso", "numeric", "full", "weekday", "holiday", "month", "season", "pointed_month"
)
def _date(phrase: Phrase, anchor: Anchor) -> Meaning:
    value = date_value(phrase, anchor)
    if value is None:
        return None
    return (TIME if "T" in value else DATE), value


@means("relative")
def _relative(phrase: Phrase, anchor: Anchor) -> Meaning:
    word = phrase.first("R")
    value = date_value(phrase, anchor)
    _, _, part = (word.value if word else "").partition(" ")
    if value is None:
        return (DATE, PRESENT) if not part else (TIME, f"XXXX-XX-XXT{part}")
    return (TIME, f"{value}T{part}") if part else (DATE, value)


@means("year")
def _year(phrase: Phrase, anchor: Anchor) -> Meaning:
    year = phrase.year()
    return (DATE, year) if year else None


@means("pointed")
def _pointed(phrase: Phrase, anchor: Anchor) -> Meaning:
    if phrase.has("GSW"):
        return _date(phrase, anchor)
    unit = phrase.unit()
    point = phrase.first("L")
    if unit in ("DE", "CE") and point and point.value in ("last", "past"):
        return DURATION, length("1", unit)
    value = pointed(phrase, anchor)
    return (DATE, value) if value else None


@means("decade")
def _decade(phrase: Phrase, anchor: Anchor) -> Meaning:
    word = phrase.first("d")
    digits = word.value if word else ""
    if len(digits) == 4:
        return DATE, digits[:3] + "X"
    return DATE, f"19{digits[0]}X"


@means("century")
def _century(phrase: Phrase, anchor: Anchor) -> Meaning:
    word = phrase.first("O2")
    number = 2 if word is None or word.code == "2" else int(word.value)
    return DATE, f"{number - 1:02d}"


@means("ref")
def _ref(phrase: Phrase, anchor: Anchor) -> Meaning:
    word = phrase.first("V")
    if phrase.has("C"):
        return DATE, PRESENT
    return DATE, word.value if word else PAST
