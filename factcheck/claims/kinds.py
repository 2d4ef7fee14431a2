"""The kinds of claims, their roles, and a sentence each is about."""

from dataclasses import dataclass

from factcheck.registry import Registry

KINDS: Registry["ClaimKind"] = Registry("claim kind")
MENTION_TYPES = ("person", "organization", "place", "title", "time", "number")


@dataclass(frozen=True, slots=True)
class ClaimKind:
    """What may be claimed: a kind, the roles it has, and an example.

    Attributes:
        name: The word used in claims and rules.
        roles: What fills each role, in words for people who write rules.
        example: A sentence that makes such a claim.
    """

    name: str
    roles: dict[str, str]
    example: str


def _kind(name: str, example: str, **roles: str) -> None:
    KINDS.register(name)(ClaimKind(name, roles, example))


_kind(
    "title",
    "North Korea's First Vice Foreign Minister Choe Son-hui",
    person="who holds it",
    title="the office words with their portfolio; value: the canonical title",
    organization="the country, body or employer",
    status="current, former, acting, elect or designate (in value)",
)
_kind(
    "quote",
    '"We will not yield," the minister said',
    speaker="who said it",
    cue="the word that says so",
    content="the words inside the marks; several where a quotation is resumed",
)
_kind(
    "statement",
    "The minister said the talks had failed",
    speaker="who said it",
    cue="the word that says so",
    content="what was said, in the source's words",
)
_kind(
    "meeting",
    "The two presidents met in Geneva",
    participant="each who took part",
    place="where",
)
_kind(
    "visit",
    "his first visit to Peru as chancellor",
    visitor="who travels",
    destination="where to",
    nature="first, state, official, working, surprise … (as printed)",
)
_kind(
    "event",
    "troops crossed the border in 1950",
    trigger="the word for what happened; value: its name in the lattice of events",
    agent="who did it",
    patient="whom or what it befell",
    participant="each of both who is named",
    place="where",
    outcome="what came of it: sworn in as interim president",
    polarity="the words that say whether it happened (in value)",
)
_kind(
    "quantity",
    "at least 14 people were killed; Ana Duval, 54",
    value="the number, or [least, most]",
    unit="what is counted",
    measure="killed, wounded, age, money …",
    modifier="exact, about, at least or at most (in value)",
    stage="updated or earlier, where a toll is told to have changed (in value)",
    about="a person for an age, an event for a toll",
)
_kind(
    "description",
    "Red Harbour is not a French film",
    subject="who or what is described",
    **{"class": "what it is called: the noun, and the noun with each attribute"},
    sort="the sort of thing (person, film, town …), in value",
    country="the country it is said to be of (in value)",
    stance="whether it is that: is, is not (in value)",
    location="the country, capital or continent it is said to lie in (in value)",
    ranked="what it has a place among: largest city in Norway (in value)",
    rank="its place there: 1, 3, 2 from the end (in value)",
    reality="made up or real (in value)",
    year="the year of a work",
    status="current or former (in value)",
)
_kind(
    "making",
    "Red Harbour was directed by Bo Okoro",
    work="what was made",
    act="directed, written, recorded, discovered … (in value)",
    maker="by whom",
)
_kind(
    "milestone",
    "Ana Duval was born in Lisbon in May",
    subject="who or what it befell",
    act="what befalls once: bear, die, found, release, premiere … (in value)",
    day="when, as far as it is told with a year",
    month="the month, also where no year is told (in value)",
    dated="with a year or without one (in value)",
    place="the country, capital or continent where (in value)",
)
_kind(
    "deed",
    "Ana Duval found the missing harbour plans in a cellar",
    doer="who did it: persons, or states",
    sort="person or place (in value)",
    counted="what did it, where it is counted and not named",
    count="how many, or [least, most]",
    modifier="exact, about, at least or at most (in value)",
    deed="the words that tell it; value: those that say something first, in one form",
)
_kind(
    "framing",
    "the civil war",
    topic="what is framed (in value)",
    frame="the words used; value: the frame",
)
_kind(
    "name",
    "Choe Son-hui; Son-hui",
    person="the fullest form in the document",
    form="every other form",
)
_kind(
    "date",
    "Thursday, 18 March 2021",
    value="the time expression; value: TIMEX3",
    weekday="the weekday printed with it",
)
