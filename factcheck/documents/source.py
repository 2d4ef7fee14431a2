"""Who published a text, and when: given, credited in the text, or the file's name."""

import re
from datetime import date
from functools import cache, lru_cache
from typing import Any

from factcheck.lazy import CACHE_SIZE

HEADER = re.compile(r"\A\s*date:?[ \t]+(\d{4}-\d\d-\d\d)(?!\d)", re.I)
CREDIT = re.compile(r"\s(?:—|–|--|-)[ \t]*([A-Z][\w./&' -]{1,40}?)\s*\Z")
DATELINE = re.compile(r"\A[^\n]{0,90}?\(([A-Z][\w./&' -]{1,40})\)\s*(?:--|[—–_-])\s")
DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ]|\Z)")
TAIL = 300
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
MONTHS = _MONTHS.split()
MONTH = r"(?P<month>" + "|".join(MONTHS) + r")[a-z]*\.?"
YEAR = r"(?P<year>\d{4}|\d\d(?=\s|\Z))"
SPELLED = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{MONTH},?[\s-]+{YEAR}",
        rf"\b{MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{YEAR}",
        r"\A\s*(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})\b",
        r"\A\s*(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})\b",
        r"\A\s*(?P<day>1[3-9]|2\d|3[01])/(?P<month>\d{1,2})/(?P<year>\d{4})\b",
        r"\A\s*(?P<month>\d{1,2})/(?P<day>1[3-9]|2\d|3[01])/(?P<year>\d{4})\b",
        r"\A\s*\w{3,9}\s+(?:"
        + MONTH
        + r")\s+(?P<day>\d{1,2})\b.*\b(?P<year>\d{4})\s*\Z",
    )
)
"""Days as people and old software write them; one that two orders allow is none."""


def day_of(published: str) -> str | None:
    """Cut a timestamp down to its day; None for what is not an ISO 8601 date.

    >>> day_of("2021-03-18T23:30:00+09:00"), day_of("18 March 2021")
    ('2021-03-18', None)
    """
    match = DAY.match(published.strip())
    if not match:
        return None
    try:
        return date(*map(int, match.groups())).isoformat()
    except ValueError:
        return None


def spelled_day(text: str) -> str | None:
    """Return the day that a date of any usual spelling names, as its own clock has it.

    >>> spelled_day("Thursday, March 18, 2021 - 23:30"), spelled_day("03/04/2021")
    ('2021-03-18', None)
    """
    if day := day_of(text):
        return day
    for pattern in SPELLED:
        if match := pattern.search(text):
            month, year = match["month"].lower(), int(match["year"])
            number = MONTHS.index(month[:3]) + 1 if month.isalpha() else int(month)
            try:
                read = date(year + 2000 * (year < 100), number, int(match["day"]))
            except ValueError:
                return None
            return read.isoformat()
    return None


@lru_cache(maxsize=CACHE_SIZE)
def wire_of(name: str) -> str | None:
    """Return the wire service a credit names, in its usual form, or None.

    >>> wire_of("The Associated Press"), wire_of("Ana Duval")
    ('AP', None)
    """
    for part in re.split(r"\s{0,9}(?:/|,|&|\band\b)\s{0,9}", name):
        if known := _wires().get(_fold(part)):
            return known
    return None


def credited(text: str) -> tuple[str | None, str | None]:
    """Return the source a text credits and the wire service it credits.

    A credit stands alone on the last line (`— Reuters`) or behind the dateline
    (`SEOUL (Reuters) - `). A name there that is neither a wire service nor looks like
    an outlet may be the author's and credits nobody.

    >>> credited("Talks went on. — Reuters")
    ('Reuters', 'Reuters')
    """
    for match in (CREDIT.search(text[-TAIL:]), DATELINE.match(text.lstrip()[:TAIL])):
        name = match[1].strip() if match else ""
        if wire := name and wire_of(name):
            return wire, wire
        if name and any(word in _outlets() for word in _fold(name).split()):
            return name, None
    return None, None


def source_and_credit(
    text: str, given: str | None, fallback: str
) -> tuple[str, str | None]:
    """Return the name of the source, and the wire service credited or named."""
    named, wire = credited(text)
    source = (given or "").strip() or named or fallback
    return source, wire or wire_of(source)


def _fold(name: str) -> str:
    folded = re.sub(r"[^\w&]+", " ", name.casefold()).strip()
    return folded.removeprefix("the ")


@cache
def _wires() -> dict[str, str]:
    return {
        _fold(form): wire
        for wire, forms in _table()["wires"].items()
        for form in (wire, *forms)
    }


@cache
def _outlets() -> frozenset[str]:
    return frozenset(_table()["outlet_words"])


def _table() -> dict[str, Any]:
    from factcheck.lexicons import load_table  # YAML is slow to import

    return load_table("wires")  # type: ignore[no-any-return]
