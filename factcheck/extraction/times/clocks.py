"""Read clock times and parts of the day."""

from factcheck.extraction.times.anchor import Anchor
from factcheck.extraction.times.dates import counted, date_value
from factcheck.extraction.times.time_expression import TIME
from factcheck.extraction.times.time_phrase import Meaning, TimePhrase, means


def _clock(printed: str) -> str | None:
    figures, _, half = printed.partition(" ")
    hour, _, rest = figures.partition(":")
    number = int(hour)
    if number > 24 or (half in ("a", "p") and number > 12):
        return None
    if half == "p" and number < 12:
        number += 12
    if half == "a" and number == 12:
        number = 0
    return f"{number:02d}:{rest}"


@means("spoken")
def _spoken(phrase: TimePhrase, anchor: Anchor) -> Meaning:
    """Return "half past ten", "a quarter to six", "ten minutes past two"."""
    hour, day = int(phrase.words[-1].value), _its_day(phrase, anchor)
    first = phrase.first("HQc")
    if first is None or not 1 <= hour <= 12 or day is None:
        return None
    minutes = {"H": 30, "Q": 15}.get(first.code) or int(float(first.value))
    if not 0 < minutes < 60:
        return None
    if phrase.has("r"):
        hour, minutes = hour - 1 or 12, 60 - minutes
    return TIME, f"{day[:10]}T{hour:02d}:{minutes:02d}"


def _its_day(phrase: TimePhrase, anchor: Anchor) -> str | None:
    """Return the day a clock time is of: the one behind it, else the last named."""
    if phrase.day:
        return date_value(TimePhrase("clock_date", phrase.day), anchor)
    return reached_day(anchor)


@means("clock", "clock_date", "date_clock")
def _clock_date(phrase: TimePhrase, anchor: Anchor) -> Meaning:
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
        day: str | None = _its_day(phrase, anchor)
    else:
        day = date_value(TimePhrase(phrase.rule, rest), anchor)
    if clock is None or day is None:
        return None
    return TIME, f"{day[:10]}T{clock}"


def reached_day(anchor: Anchor) -> str:
    """Return the day a clock time without one belongs to: the last named, if a day."""
    if anchor.last and len(anchor.last) >= 10 and anchor.last[4] == "-":
        return anchor.last[:10]
    if anchor.narrative or anchor.published is None:
        return "XXXX-XX-XX"
    return anchor.published.isoformat()


@means("date_part", "next_part", "the_part")
def _date_part(phrase: TimePhrase, anchor: Anchor) -> Meaning:
    word = phrase.last("P")
    part = word.value if word else ""
    direction = phrase.direction()
    rest = [w for w in phrase.words if w.code != "P"]
    if phrase.has("WRMNOGI/"):
        day = date_value(TimePhrase(phrase.rule, rest), anchor)
    elif direction is None:
        day = _its_day(phrase, anchor)
    elif phrase.has("D") or (phrase.has("X") and phrase.has("t")) or anchor.narrative:
        day = counted(anchor, "D", direction, anaphoric=True)
    else:
        day = counted(anchor, "D", direction, anaphoric=False)
    return (TIME, f"{day[:10]}T{part}") if day else None
