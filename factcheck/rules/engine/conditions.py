"""What a role has to hold, asked of one claim: yes, no, or cannot tell."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol, TypeVar

from factcheck.claims.day_numbers import WEEKDAYS
from factcheck.comparators.quotation_words import words_of
from factcheck.comparators.wording import content_words
from factcheck.lexicons.lexicon import load_lexicon
from factcheck.rules.definition.rule import Condition


class Filled(Protocol):
    """A mention in a role, as conditions see it."""

    @property
    def text(self) -> str:
        """The words as printed."""

    @property
    def word(self) -> str:
        """What it holds."""

    @property
    def entity(self) -> str | None:
        """Who is meant."""


Filling = TypeVar("Filling", bound=Filled)
Roles = Mapping[str, Sequence[Filled]]
Holds = Callable[[str, str, str], bool | None]
"""Asks of an entity, a category and a lexicon whether it is given such an office."""


def _comes_after(filling: Filled, others: Sequence[Filled]) -> bool:
    """Ask whether words stand in another role's words, and not at their beginning."""
    for other in others:
        whole = other.text.casefold().split()
        part = filling.text.casefold().split()
        for start in range(1, len(whole)):
            if whole[start : start + len(part)] == part:
                return True
    return False


def picked(
    condition: Condition | None, filled: Sequence[Filling], roles: Roles
) -> list[Filling]:
    """Return the mentions of a role that a filter is about."""
    if condition is None:
        return list(filled)
    return [
        filling
        for filling in filled
        if (not condition.is_ or filling.word in condition.is_)
        and (not condition.not_ or filling.word not in condition.not_)
        and (not condition.category or _is_a(condition, filling.word))
        and (
            not condition.after or _comes_after(filling, roles.get(condition.after, ()))
        )
    ]


def fits(where: Mapping[str, Condition], roles: Roles) -> bool:
    """Ask whether a claim passes the filters that SQL cannot tell."""
    for role, condition in where.items():
        filled = roles.get(role, ())
        asked = condition.category or condition.after
        if asked and not picked(condition, filled, roles):
            return False
        if condition.words:
            text = " ".join(filling.text for filling in filled)
            if content_words(words_of(text)) < condition.words:
                return False
    return True


def met(
    role: str,
    condition: Condition,
    roles: Roles,
    days: tuple[int, int | None],
    holds: Holds,
) -> bool | None:
    """Say whether a claim meets a condition; None when that cannot be told.

    *days* are the first day of the claim's time and the day of publication; *holds*
    looks up the offices of an entity.
    """
    answers: list[bool | None] = []
    filled = roles.get(role, ())
    if condition.not_after:
        first, published = days
        answers.append(None if published is None or first <= 0 else first <= published)
    if condition.known is not None:
        answers.append(bool(filled) == condition.known)
    if condition.is_:
        answers.append(_any(filling.word in condition.is_ for filling in filled))
    if condition.not_:
        among = _any(filling.word in condition.not_ for filling in filled)
        answers.append(None if among is None else not among)
    if condition.category:
        answers.append(_any(_is_a(condition, f.word) for f in filled))
    if condition.words:
        text = " ".join(filling.text for filling in filled)
        answers.append(content_words(words_of(text)) >= condition.words)
    if condition.weekday_of:
        answers.append(_falls_on(filled, roles.get(condition.weekday_of, ())))
    if condition.holds:
        answers.append(_any(_office(f.entity, condition, holds) for f in filled))
    if False in answers:
        return False
    return None if None in answers else True


def _any(answers: Iterable[bool | None]) -> bool | None:
    """One yes is a yes, one unknown without a yes is unknown, nothing is unknown."""
    known = list(answers)
    if not known:
        return None
    if True in known:
        return True
    return None if None in known else False


def _is_a(condition: Condition, word: str) -> bool | None:
    return load_lexicon(condition.using or "").is_a(word, condition.category or "")


def _office(entity: str | None, condition: Condition, holds: Holds) -> bool | None:
    if entity is None:
        return None
    return holds(entity, condition.holds or "", condition.using or "")


def _falls_on(weekday: Sequence[Filled], value: Sequence[Filled]) -> bool | None:
    """Ask whether a printed weekday is that of the date printed with it."""
    if not weekday or not value:
        return None
    try:
        day = date.fromisoformat(value[0].word[:10])
    except ValueError:
        return None
    printed = weekday[0].word.casefold()[:3]
    names = [name.casefold()[:3] for name in WEEKDAYS]
    return names.index(printed) == day.weekday() if printed in names else None
