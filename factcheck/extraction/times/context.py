"""Ask whether words that have the form of a time are one where they stand."""

import re

from factcheck.extraction.times.time_phrase import TimePhrase
from factcheck.extraction.times.time_words import TimeWord
from factcheck.lexicons import load_table

_TABLE = load_table("times")
YEAR_AFTER = frozenset(_TABLE["year_after"])
COUNTED = frozenset(_TABLE["counted"])


def belongs(phrase: TimePhrase, text: str) -> bool:
    """Ask whether a phrase is a time expression in its surroundings."""
    test = TESTS.get(phrase.rule)
    return test is None or test(phrase, text)


def word_before(text: str, start: int) -> str:
    """Return the word before an offset, in lower case; signs count as words."""
    before = text[max(0, start - 30) : start].split()
    if not before:
        return ""
    return before[-1].lower()


def word_after(text: str, end: int) -> str:
    """Return the word after an offset, in lower case, with what sticks to it."""
    after = text[end : end + 30].split(None, 1)
    return after[0].lower() if after else ""


def _year(phrase: TimePhrase, text: str) -> bool:
    year = phrase.words[-1]
    if len(phrase.words) > 1 or year.code == "!":
        return True
    before = text[year.start - 1 : year.start]
    after = text[year.end : year.end + 1]
    if year.code == "Y" and before not in ("-", "/", ".") and _begins_range(year, text):
        return True
    if before in ("-", "/", ".") or (
        after == "-" and text[year.end + 1 : year.end + 2].isdigit()
    ):
        return before == "-" and text[year.start - 5 : year.start - 1].isdigit()
    if word_after(text, year.end).strip(".,;)") in COUNTED:
        return False
    if year.code == "h":
        return word_before(text, year.start) in YEAR_AFTER
    if 1900 <= int(year.value) <= 2050:
        return word_before(text, year.start) not in (
            "no.",
            "flight",
            "number",
            "room",
            "$",
        )
    return word_before(text, year.start) in YEAR_AFTER


def _begins_range(year: TimeWord, text: str) -> bool:
    """Ask whether a later year follows at once: "1914-18", "1914-1918", "2020/21"."""
    until = RANGE.match(text, year.end)
    if not until or not 1000 <= int(year.value) <= 2100:
        return False
    short = len(until[1]) == 2
    last = int(year.value[:2] + until[1] if short else until[1])
    return 0 < last - int(year.value) <= (60 if short else 200)


RANGE = re.compile(r"[-–—/](\d{4}|\d\d)(?![\d/–—-]|[.,]\d)")


def _year_end(phrase: TimePhrase, text: str) -> bool:
    start = text.rfind("-", 0, phrase.start)
    dash = max(
        start, text.rfind("–", 0, phrase.start), text.rfind("—", 0, phrase.start)
    )
    printed = text[dash - 4 : dash]
    if dash != phrase.start - 1 or not printed.isdigit():
        return False
    return _begins_range(TimeWord("Y", dash - 4, dash, printed), text)


def _spoken(phrase: TimePhrase, text: str) -> bool:
    """Ask whether it is a time of day: "ten past six", not "ten last six"."""
    point = phrase.first("L")
    if point is not None:
        return point.value == "past"
    return phrase.has("Q") or phrase.has("U")


def _the_day(phrase: TimePhrase, text: str) -> bool:
    """Ask whether an ordinal is a day: "on the 16th, …", not "the 16th floor"."""
    word = phrase.words[-1]
    if not text[word.start].isdigit():
        return False
    following = word_after(text, phrase.end)
    return not following[:1].isalnum() or following.rstrip(",.") in AFTER_DAY


AFTER_DAY = frozenset(_TABLE["after_day"])


def _month(phrase: TimePhrase, text: str) -> bool:
    word = phrase.first("M")
    if word is None or len(phrase.words) > 1:
        return True
    printed = text[word.start : word.end].lower().rstrip(".")
    if len(printed) == 3 and printed != "may":
        return False
    if not text[word.start].isupper():
        return False
    if printed in ("may", "march"):
        return word_before(text, word.start) in MONTH_AFTER
    return True


MONTH_AFTER = YEAR_AFTER - {"or", "the", "at", "year", "last"}


def _season(phrase: TimePhrase, text: str) -> bool:
    if len(phrase.words) > 1:
        return True
    printed = text[phrase.start : phrase.end].lower()
    return printed in ("summer", "winter", "autumn") or word_before(
        text, phrase.start
    ) in ("in", "of", "by", "since", "until")


def _units(phrase: TimePhrase, text: str) -> bool:
    return word_before(text, phrase.start) in ("for", "in", "after", "within", "over")


def _the_end(phrase: TimePhrase, text: str) -> bool:
    codes = phrase.codes
    if codes in ("tQ", "ZpB", "Z-B", "ZB") or "B" in codes or "e" in codes:
        return True
    return phrase.unit() in ("WE", "Y") and codes[0] == "t"


def _weekday(phrase: TimePhrase, text: str) -> bool:
    word = phrase.first("W")
    if word is None or (len(phrase.words) > 1 and phrase.has("MNP")):
        return True
    return len(text[word.start : word.end].rstrip(".")) > 4


def _ref(phrase: TimePhrase, text: str) -> bool:
    printed = text[phrase.start : phrase.end].lower()
    if phrase.has("C"):
        return printed == "current"
    if phrase.codes == "tL":
        return printed == "the past"
    if printed == "the future":
        return word_after(text, phrase.end) != "of"
    if printed == "future":
        before = word_before(text, phrase.start)
        return word_after(text, phrase.end).isalpha() and before not in OWNERS
    return True


OWNERS = frozenset(("his", "her", "its", "their", "our", "my", "your", "whose"))


def _length(phrase: TimePhrase, text: str) -> bool:
    if phrase.unit() == "Q" and word_after(text, phrase.end) == "of":
        return False
    part = "-quarters" in text[phrase.start : phrase.end].lower()
    return not part and phrase.codes not in ("a2", "ta2", "aQ", "t2", "a-2")


OF_LIFE = re.compile(
    r"\b(?:his|her|their|my|our|your|its)\s+"
    r"(?:(?:early|mid|late|teens|\d0['’]?s|to|and|or|[-–,])[\s-]*)*\Z",
    re.I,
)
"""What stands before "40s" where that is an age."""


def _decade(phrase: TimePhrase, text: str) -> bool:
    """Ask whether a decade is one of the calendar: not "in her 40s", "aged 20s"."""
    word = phrase.first("d")
    if word is None or len(word.value) == 4 or text[word.start] in "'’":
        return True
    before = text[max(0, phrase.start - 60) : phrase.start]
    if not phrase.has("t") and word_before(text, phrase.start) in AGED:
        return False
    return OF_LIFE.search(before) is None


AGED = ("in", "and", "or", "aged", "mostly")


def _quarter(phrase: TimePhrase, text: str) -> bool:
    """Ask whether a half or quarter is one of a year and not of a match."""
    if phrase.year() or phrase.has("ge"):
        return True
    around = text[max(0, phrase.start - AROUND) : phrase.start + AROUND].lower()
    return len(PLAY.intersection(re.findall(r"[a-z-]{3,20}", around))) < 2


AROUND = 400
"""Characters before and behind a half in which a match shows."""
PLAY = frozenset(_TABLE["play"])

TESTS = {
    "quarter": _quarter,
    "decade": _decade,
    "spoken": _spoken,
    "the_day": _the_day,
    "year_end": _year_end,
    "year": _year,
    "month": _month,
    "season": _season,
    "units": _units,
    "the_end": _the_end,
    "weekday": _weekday,
    "ref": _ref,
    "length": _length,
}
