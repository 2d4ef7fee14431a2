"""How a kind of claims is declared: its roles, and a sentence it is about.

Whatever shows, compares, links or checks claims asks these declarations: no other table
is keyed by kind or role. A new kind is a declaration in `kinds` and an extractor.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from factcheck.registry import Registry

PERSON = "person"
ORGANIZATION = "organization"
PLACE = "place"
ENTITY = "entity"
"""A person, a body, a place or a thing: whatever the mention was resolved to."""
NAME = "name"
"""A form of a name."""
TERM = "term"
"""A word of a small vocabulary, which is its own value: "about", "killed"."""
TITLE = "title"
TIME = "time"
NUMBER = "number"
WORDS = "words"
"""Words as printed; a value, if there is one, only brings them into one form."""

RESOLVED = (PERSON, ORGANIZATION, PLACE)
NAMED = (*RESOLVED, ENTITY)
"""Ranges of roles that somebody or something fills; other roles hold a value."""

Compared = tuple[str, Mapping[str, str]]
"""A comparator and its options."""


@dataclass(frozen=True, slots=True)
class Role:
    """A part of a claim, and how it is read, compared and shown.

    Attributes:
        meaning: What fills it, in words for people who write rules.
        range: What sort of thing fills it.
        default: The value where the source prints nothing, or None.
        by_value: Whether messages give its value and not the words printed.
        marked: Whether excerpts mark its words.
        compare: How its values are compared where nobody says otherwise.
        needed: Whether such a claim says nothing without it.
        qualifies: Whether a value other than the default belongs to what the claim
            says: a *former* president.
    """

    meaning: str
    range: str = WORDS
    default: str | None = None
    by_value: bool = False
    marked: bool = False
    compare: Compared | None = None
    needed: bool = False
    qualifies: bool = False

    @property
    def is_named(self) -> bool:
        """Whether somebody or something fills it, and not a value."""
        return self.range in NAMED

    @property
    def is_person(self) -> bool:
        """Whether it may refer to people."""
        return self.range in (PERSON, ENTITY, NAME)


@dataclass(frozen=True, slots=True)
class ClaimKind:
    """What may be claimed: a kind, the roles it has, and an example.

    Attributes:
        name: The word used in claims and rules.
        example: A sentence that makes such a claim.
        roles: Its roles by name, the most important first.
        about_roles: The roles that say what such a claim is about, the plainest
            first: findings are named by them, and reference facts looked up.
        fact_role: The role, or "time", that a reference fact gives the value of; None
            where no fact is about such claims.
        in_timeline: Whether it happens at a time that a timeline shows.
        coreferent: Whether claims of several documents may tell of one event.
        brief: Whether people read notes about such claims last, and in one line.
        extractor: The module or package in `factcheck.extraction` that yields such
            claims.
    """

    name: str
    example: str
    roles: Mapping[str, Role]
    about_roles: tuple[str, ...] = ()
    fact_role: str | None = None
    in_timeline: bool = False
    coreferent: bool = False
    brief: bool = False
    extractor: str = ""

    def names(self, **wanted: object) -> Iterator[str]:
        """Yield the names of its roles that have all these attributes.

        >>> list(KINDS["meeting"].names(range=PLACE))
        ['place']
        """
        for name, role in self.roles.items():
            if all(getattr(role, key) == value for key, value in wanted.items()):
                yield name

    def defaults(self) -> Iterator[tuple[str, str]]:
        """Yield role and value of what holds where the source prints nothing."""
        for name, role in self.roles.items():
            if role.default is not None:
                yield name, role.default

    @property
    def fact(self) -> "FactSlot | None":
        """What a reference fact about such claims says; None where there are none."""
        if self.fact_role is None:
            return None
        role = self.roles.get(self.fact_role, _PLAIN)
        return FactSlot(self.about_roles[0], self.fact_role, role.compare or DAYS)


class FactSlot(NamedTuple):
    """What a reference fact is about, and which value it gives.

    Attributes:
        subject: The role that names whom or what it is about.
        value: The role, or "time", that it gives the value of.
        compare: How the value is compared with claims.
    """

    subject: str
    value: str
    compare: Compared


DAYS: Compared = ("interval", {})
"""How times are compared."""

KINDS: Registry[ClaimKind] = Registry("claim kind")
_PLAIN = Role("")


def role_of(kind: str, role: str) -> Role:
    """Return the declaration of a role; one that was never declared holds words."""
    return KINDS[kind].roles.get(role, _PLAIN) if kind in KINDS else _PLAIN


def claim_kind(
    name: str,
    example: str,
    /,
    *,
    about_roles: tuple[str, ...] = (),
    fact_role: str | None = None,
    in_timeline: bool = False,
    coreferent: bool = False,
    brief: bool = False,
    extractor: str = "",
    **roles: str | Role,
) -> ClaimKind:
    """Declare a kind of claims.

    A role may be given by its meaning alone; a role whose name is a word of Python ends
    in an underscore here, and nowhere else.
    """
    declared = {
        role.rstrip("_"): Role(given) if isinstance(given, str) else given
        for role, given in roles.items()
    }
    kind = ClaimKind(
        name,
        example,
        declared,
        about_roles,
        fact_role,
        in_timeline,
        coreferent,
        brief,
        extractor,
    )
    return KINDS.register(name)(kind)
