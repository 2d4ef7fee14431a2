"""What each form of the grammar means: rule by rule, from phrase to type and value."""

from collections.abc import Callable

from factcheck.extraction.times.anchor import Anchor
from factcheck.extraction.times.dates import (
    counted,
    date_value,
    last_quarter,
    latest,
    pointed,
    year_named,
)
from factcheck.extraction.times.days import days_of, step
from factcheck.extraction.times.lengths import length
from factcheck.extraction.times.model import (
    DATE,
    DURATION,
    FUTURE,
    PAST,
    PRESENT,
    SET,
    TIME,
)
from factcheck.extraction.times.phrase import Phrase

Meaning = tuple[str, str] | None
"""Type and value; None where the words are no time expression after all."""

MEANINGS: dict[str, Callable[[Phrase, Anchor], Meaning]] = {}


def _means(
    *rules: str,
) -> Callable[
    [Callable[[Phrase, Anchor], Meaning]], Callable[[Phrase, Anchor], Meaning]
]:
    def file(
        function: Callable[[Phrase, Anchor], Meaning],
    ) -> Callable[[Phrase, Anchor], Meaning]:
        MEANINGS.update(dict.fromkeys(rules, function))
        return function

    return file


@_means(
    "iso", "numeric", "full", "weekday", "holiday", "month", "season", "pointed_month"
)
def _date(phrase: Phrase, anchor: Anchor) -> Meaning:
    value = date_value(phrase, anchor)
    if value is None:
        return None
    return (TIME if "T" in value else DATE), value


@_means("relative")
def _relative(phrase: Phrase, anchor: Anchor) -> Meaning:
    word = phrase.first("R")
    value = date_value(phrase, anchor)
    _, _, part = (word.value if word else "").partition(" ")
    if value is None:
        return (DATE, PRESENT) if not part else (TIME, f"XXXX-XX-XXT{part}")
    return (TIME, f"{value}T{part}") if part else (DATE, value)


@_means("year")
def _year(phrase: Phrase, anchor: Anchor) -> Meaning:
    year = phrase.year()
    return (DATE, year) if year else None


@_means("pointed")
def _pointed(phrase: Phrase, anchor: Anchor) -> Meaning:
    if phrase.has("GSW"):
        return _date(phrase, anchor)
    unit = phrase.unit()
    point = phrase.first("L")
    if unit in ("DE", "CE") and point and point.value in ("last", "past"):
        return DURATION, length("1", unit)
    value = pointed(phrase, anchor)
    return (DATE, value) if value else None


@_means("decade")
def _decade(phrase: Phrase, anchor: Anchor) -> Meaning:
    word = phrase.first("d")
    digits = word.value if word else ""
    if len(digits) == 4:
        return DATE, digits[:3] + "X"
    return DATE, f"19{digits[0]}X"


@_means("century")
def _century(phrase: Phrase, anchor: Anchor) -> Meaning:
    word = phrase.first("O2")
    number = 2 if word is None or word.code == "2" else int(word.value)
    return DATE, f"{number - 1:02d}"


def _clock(said: str) -> str | None:
    figures, _, half = said.partition(" ")
    hour, _, rest = figures.partition(":")
    number = int(hour)
    if number > 24 or (half in ("a", "p") and number > 12):
        return None
    if half == "p" and number < 12:
        number += 12
    if half == "a" and number == 12:
        number = 0
    return f"{number:02d}:{rest}"


@_means("clock", "clock_date", "date_clock")
def _clock_date(phrase: Phrase, anchor: Anchor) -> Meaning:
    clock_word, part_word = phrase.first("k"), phrase.first("P")
    if clock_word:
        clock = _clock(clock_word.value)
    elif part_word and phrase.first("Nc") and "itP" in phrase.codes:
        number = phrase.first("Nc")
        half = "a" if part_word.value == "MO" else "p"
        clock = _clock(f"{number.value if number else ''}:00 {half}")
    else:
        clock = part_word and part_word.value
    rest = [w for w in phrase.words if w.code not in "kzP"]
    if phrase.rule == "clock" or not rest:
        day: str | None = _reached_day(anchor)
    else:
        day = date_value(Phrase(phrase.rule, rest), anchor)
    if clock is None or day is None:
        return None
    return TIME, f"{day[:10]}T{clock}"


def _reached_day(anchor: Anchor) -> str:
    """Return the day a clock time without one belongs to: the last named, if a day."""
    if anchor.last and len(anchor.last) >= 10 and anchor.last[4] == "-":
        return anchor.last[:10]
    if anchor.narrative or anchor.published is None:
        return "XXXX-XX-XX"
    return anchor.published.isoformat()


@_means("date_part", "next_part", "the_part")
def _date_part(phrase: Phrase, anchor: Anchor) -> Meaning:
    word = phrase.last("P")
    part = word.value if word else ""
    direction = phrase.direction()
    rest = [w for w in phrase.words if w.code != "P"]
    if phrase.has("WRMNOGI/"):
        day = date_value(Phrase(phrase.rule, rest), anchor)
    elif direction is None:
        day = _reached_day(anchor)
    elif phrase.has("D") or (phrase.has("X") and phrase.has("t")) or anchor.narrative:
        day = counted(anchor, "D", direction, told=True)
    else:
        day = counted(anchor, "D", direction, told=False)
    return (TIME, f"{day[:10]}T{part}") if day else None


@_means("quarter")
def _quarter(phrase: Phrase, anchor: Anchor) -> Meaning:
    number_word, half = phrase.first("O2"), phrase.has("H") and not phrase.has("Q")
    number = (
        2 if number_word is None or number_word.code == "2" else int(number_word.value)
    )
    if number > (2 if half else 4):
        return None
    if phrase.has("ge"):
        base = last_quarter(anchor, number, phrase.start, half)
        return base and (DATE, f"{int(base[:4]) - 1:04d}{base[4:]}")
    year = year_named(phrase, anchor)
    if year is None:
        value = last_quarter(anchor, number, phrase.start, half)
    else:
        value = f"{year}-{'H' if half else 'Q'}{number}"
    if value and not half:
        anchor.quarter = value
    return (DATE, value) if value else None


@_means("quarter_year")
def _quarter_year(phrase: Phrase, anchor: Anchor) -> Meaning:
    year = phrase.year() or ""
    if anchor.quarter:
        return DATE, year + anchor.quarter[4:]
    return DATE, year


@_means("ago_period")
def _ago_period(phrase: Phrase, anchor: Anchor) -> Meaning:
    number = phrase.first("O2")
    if number is not None:
        return _quarter(phrase, anchor)
    return _year_back(anchor, phrase.has("Q"))


def _year_back(anchor: Anchor, quarter: bool = False) -> Meaning:
    """Return what a year earlier was: of the quarter told of, else of the year."""
    base = anchor.quarter
    if base is None and quarter:
        now = anchor.now()
        base = now and step(now, "Q", -1)
    if base is not None:
        return DATE, f"{int(base[:4]) - 1:04d}{base[4:]}"
    value = counted(anchor, "Y", -1, told=False)
    return (DATE, value) if value else None


@_means("fiscal")
def _fiscal(phrase: Phrase, anchor: Anchor) -> Meaning:
    year = phrase.year()
    if year is None:
        value = counted(anchor, "Y", phrase.direction() or 0, told=False)
        return (DATE, value) if value else None
    return DATE, year


@_means("ago")
def _ago(phrase: Phrase, anchor: Anchor) -> Meaning:
    unit, count = phrase.unit() or "", phrase.count()
    way = phrase.last("gel")
    later = way is not None and way.code == "l"
    told = way is not None and way.code in "el"
    if count is None and unit == "Y" and not phrase.has("U"):
        return _year_back(anchor)
    if count is None and not phrase.has("U"):
        return None
    if count in (None, "X"):
        if told and phrase.has("U"):
            return (DATE, FUTURE) if later else (DATE, PAST)
        return DATE, PAST
    if unit == "Y" and count == "1" and not later and anchor.quarter:
        return _year_back(anchor)
    if unit.startswith("T"):
        base = _reached_day(anchor)
        return TIME, f"{base}TXX"
    value = _stepped(anchor, unit, count or "1", later, told)
    return (DATE, value) if value else None


def _stepped(
    anchor: Anchor, unit: str, count: str, later: bool, told: bool
) -> str | None:
    number = float(count)
    if number != int(number):
        if unit != "Y":
            return None
        unit, number = "M", number * 12
    return counted(anchor, unit, int(number) * (1 if later else -1), told)


@_means("before", "day_before")
def _before(phrase: Phrase, anchor: Anchor) -> Meaning:
    later = phrase.has(">")
    unit, count = phrase.unit() or "", phrase.count() or "1"
    if count == "X" or unit.startswith("T"):
        return DATE, (FUTURE if later else PAST)
    value = _stepped(anchor, unit, count, later, told=True)
    return (DATE, value) if value else None


@_means("past_length", "length", "range_length", "half_length")
def _length(phrase: Phrase, anchor: Anchor) -> Meaning:
    unit, count = phrase.unit() or "", phrase.count() or "X"
    if phrase.rule == "half_length" and phrase.codes.endswith("u"):
        return DURATION, length("0.5", unit)
    if phrase.rule == "half_length":
        count = f"{count}.5"
    if phrase.words[-1].code == "Y" and not phrase.has("U"):
        return None
    return DURATION, length(count, unit)


@_means("age")
def _age(phrase: Phrase, anchor: Anchor) -> Meaning:
    return None


@_means("every")
def _every(phrase: Phrase, anchor: Anchor) -> Meaning:
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
    return SET, length(phrase.count() or "1", unit)


@_means("pointed_plural", "units")
def _plural(phrase: Phrase, anchor: Anchor) -> Meaning:
    unit = phrase.unit()
    return (DURATION, length("X", unit)) if unit else None


@_means("the_end")
def _the_end(phrase: Phrase, anchor: Anchor) -> Meaning:
    unit = phrase.unit() or "Y"
    if unit.startswith("T") or unit in ("CE", "DE"):
        return None
    if unit == "Q":
        value = latest("Q", anchor)
    elif unit == "WE":
        now = anchor.now()
        value = now and step(
            now, "WE", -1 if anchor.tense(phrase.start) != "future" else 0
        )
    else:
        value = counted(anchor, unit, 0, told=anchor.narrative)
    return (DATE, value) if value else None


@_means("ref")
def _ref(phrase: Phrase, anchor: Anchor) -> Meaning:
    word = phrase.first("V")
    if phrase.has("C"):
        return DATE, PRESENT
    return DATE, word.value if word else PAST


def covered(value: str) -> tuple[str | None, str | None]:
    """Return the first and last ISO day of a value, None where it names no place."""
    days = days_of(value)
    return (days[0].isoformat(), days[1].isoformat()) if days else (None, None)
