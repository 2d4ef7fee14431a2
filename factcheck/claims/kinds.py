"""The kinds of claims: each declares its roles, and a sentence it is about.

Whatever shows, compares, links or checks claims asks these declarations: no other table
is keyed by kind or role. A new kind is a declaration here and an extractor.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from factcheck.registry import Registry

MENTION_TYPES = ("person", "organization", "place", "title", "time", "number")

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
    """

    meaning: str
    range: str = WORDS
    default: str | None = None
    by_value: bool = False
    marked: bool = False
    compare: Compared | None = None
    needed: bool = False

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
        extractor,
    )
    return KINDS.register(name)(kind)


claim_kind(
    "title",
    "North Korea's First Vice Foreign Minister Choe Son-hui",
    extractor="titles",
    about_roles=("person",),
    fact_role="title",
    person=Role("who holds it", PERSON, needed=True),
    title=Role(
        "the office words with their portfolio; value: the canonical title",
        TITLE,
        marked=True,
        compare=("taxonomy", {"using": "titles"}),
    ),
    organization=Role("the country, body or employer", ORGANIZATION),
    status=Role(
        "current, former, acting, elect or designate (in value)",
        TERM,
        default="current",
    ),
)
claim_kind(
    "quote",
    '"We will not yield," the minister said',
    extractor="quotes",
    about_roles=("speaker",),
    in_timeline=True,
    speaker=Role("who said it", PERSON),
    cue="the word that says so",
    content=Role(
        "the words inside the marks; several where a quotation is resumed",
        marked=True,
        needed=True,
    ),
)
claim_kind(
    "statement",
    "The minister said the talks had failed",
    extractor="quotes",
    about_roles=("speaker",),
    speaker=Role("who said it", PERSON),
    cue="the word that says so",
    content=Role("what was said, in the source's words", marked=True, needed=True),
)
claim_kind(
    "meeting",
    "The two presidents met in Geneva",
    extractor="meetings",
    about_roles=("participant",),
    coreferent=True,
    in_timeline=True,
    fact_role="time",
    participant=Role("each who took part", PERSON, marked=True),
    place=Role("where", PLACE, marked=True),
)
claim_kind(
    "visit",
    "his first visit to Peru as chancellor",
    extractor="meetings",
    about_roles=("visitor",),
    coreferent=True,
    in_timeline=True,
    fact_role="time",
    visitor=Role("who travels", PERSON),
    destination=Role("where to", PLACE, marked=True, needed=True),
    nature=Role(
        "first, state, official, working, surprise … (as printed)", TERM, marked=True
    ),
)
claim_kind(
    "event",
    "troops crossed the border in 1950",
    extractor="events",
    about_roles=("participant", "trigger"),
    coreferent=True,
    in_timeline=True,
    fact_role="time",
    trigger=Role(
        "the word for what happened; value: its name in the lattice of events",
        marked=True,
        needed=True,
    ),
    agent=Role("who did it", ENTITY),
    patient=Role("whom or what it befell", ENTITY),
    participant=Role("each of both who is named", PERSON),
    place=Role("where", PLACE),
    outcome="what came of it: sworn in as interim president",
    polarity="the words that say whether it happened (in value)",
)
claim_kind(
    "quantity",
    "at least 14 people were killed; Ana Duval, 54",
    extractor="quantities",
    about_roles=("about",),
    coreferent=True,
    fact_role="value",
    value=Role(
        "the number, or [least, most]",
        NUMBER,
        marked=True,
        compare=("number", {}),
        needed=True,
    ),
    unit="what is counted",
    measure=Role("killed, wounded, age, money …", TERM, by_value=True),
    modifier=Role(
        "exact, about, at least or at most (in value)", TERM, default="exact"
    ),
    stage="updated or earlier, where a toll is told to have changed (in value)",
    about=Role("a person for an age, an event for a toll", ENTITY),
)
claim_kind(
    "description",
    "Red Harbour is not a French film",
    extractor="descriptions",
    subject=Role("who or what is described", needed=True),
    class_=Role(
        "what it is called: the noun, and the noun with each attribute", marked=True
    ),
    sort="the sort of thing (person, film, town …), in value",
    country=Role("the country it is said to be of (in value)", marked=True),
    stance="whether it is that: is, is not (in value)",
    location="the country, capital or continent it is said to lie in (in value)",
    ranked="what it has a place among: largest city in Norway (in value)",
    rank="its place there: 1, 3, 2 from the end (in value)",
    reality="made up or real (in value)",
    year="the year of a work",
    status=Role("current or former (in value)", TERM),
)
claim_kind(
    "making",
    "Red Harbour was directed by Bo Okoro",
    extractor="descriptions",
    work=Role("what was made", needed=True),
    act="directed, written, recorded, discovered … (in value)",
    maker=Role("by whom", PERSON, marked=True, needed=True),
)
claim_kind(
    "milestone",
    "Ana Duval was born in Lisbon in May",
    extractor="descriptions",
    subject=Role("who or what it befell", needed=True),
    act=Role(
        "what befalls once: bear, die, found, release, premiere … (in value)",
        needed=True,
    ),
    day="when, as far as it is told with a year",
    month="the month, also where no year is told (in value)",
    dated="with a year or without one (in value)",
    place=Role("the country, capital or continent where (in value)", PLACE),
)
claim_kind(
    "deed",
    "Ana Duval found the missing harbour plans in a cellar",
    extractor="deeds",
    doer="who did it: persons, or states",
    sort="person or place (in value)",
    counted="what did it, where it is counted and not named",
    count=Role("how many, or [least, most]", NUMBER),
    modifier=Role("exact, about, at least or at most (in value)", TERM),
    deed=Role(
        "the words that tell it; value: those that say something first, in one form",
        needed=True,
    ),
)
claim_kind(
    "framing",
    "the civil war",
    extractor="framing",
    about_roles=("topic",),
    fact_role="frame",
    topic=Role("what is framed (in value)", TERM, by_value=True, needed=True),
    frame=Role(
        "the words used; value: the frame",
        TERM,
        marked=True,
        compare=("taxonomy", {"using": "frames"}),
        needed=True,
    ),
)
claim_kind(
    "name",
    "Choe Son-hui; Son-hui",
    extractor="name_claims",
    about_roles=("person",),
    fact_role="person",
    person=Role(
        "the fullest form in the document",
        PERSON,
        marked=True,
        compare=("exact", {"by": "spelling"}),
        needed=True,
    ),
    form=Role("every other form", NAME),
)
claim_kind(
    "date",
    "Thursday, 18 March 2021",
    extractor="dates",
    value=Role("the time expression; value: TIMEX3", TIME, marked=True, needed=True),
    weekday=Role("the weekday printed with it", marked=True),
)
