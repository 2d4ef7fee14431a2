"""The kinds of claims; what their roles say is explained in `declaration`."""

from factcheck.claims.declaration import (
    ENTITY,
    NAME,
    NUMBER,
    ORGANIZATION,
    PERSON,
    PLACE,
    TERM,
    TIME,
    TITLE,
    Role,
    claim_kind,
)

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
        qualifies=True,
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
    language=Role("what says that the words were first said in another language"),
    setting="the sentence around a short phrase: its content words (in value)",
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
    patient=Role("whom or what it happened to", ENTITY),
    participant=Role("each of both who is named", PERSON),
    place=Role("where", PLACE),
    outcome="what came of it: sworn in as interim president",
    cause="why somebody died or something crashed, or that it is not known (in value)",
    polarity="the words that say whether it happened (in value)",
)
claim_kind(
    "quantity",
    "at least 14 people were killed; Ana Duval, 54",
    extractor="quantities.quantity",
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
    unit="what is counted, in the singular: bed (in value)",
    measure=Role(
        "what the number measures: killed, wounded, missing, aboard, participants, "
        "votes for, votes against, seats, score, money, price, percent, magnitude, "
        "distance, area, weight, duration and sentence (in days), clock, minute, "
        "youngest, oldest, record (since which year), age …; count for all else, named "
        "by its unit (in value)",
        TERM,
        by_value=True,
    ),
    modifier=Role(
        "exact, about, at least or at most (in value)", TERM, default="exact"
    ),
    stage="updated or earlier, where a text says that a toll changed (in value)",
    about=Role("a person for an age, an event for a toll", ENTITY),
    part_of="the measure of which those counted are a part (in value)",
    subject=Role("whose number it is: Korvex", ENTITY),
    predicate="what of theirs, with all that narrows it down (in value): sell tram",
)
claim_kind(
    "description",
    "Red Harbour is not a French film",
    extractor="descriptions",
    subject=Role("who or what is described", ENTITY, needed=True),
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
    attribute="a word before the noun that excludes others: natural lake (in value)",
    year="the year of a work",
    status=Role("current or former (in value)", TERM),
)
claim_kind(
    "relation",
    "The director of Red Harbour is Bo Okoro; Ana Duval was born in Lisbon in May",
    extractor="relations",
    subject=Role("of whom or what", ENTITY, needed=True),
    relation=Role(
        "what has one answer: director, capital, birth, founding … (in value)",
        TERM,
        by_value=True,
        needed=True,
    ),
    holder=Role("who or what it is", PERSON, marked=True),
    sort="person, organization or place (in value)",
    day="when, where a year is given",
    month="the month, also where no year is given (in value)",
    dated="with a year or without one (in value)",
    country="the country whoever made it is said to be of (in value)",
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
    "assertion",
    "The bridge in Freetown did not reopen on Friday",
    extractor="assertions",
    words=Role("the sentence", marked=True, needed=True),
    number=Role("each number in it, or [least, most] (in value)", NUMBER),
    day=Role("each time in it (in value)", TIME),
    place=Role("each place named", PLACE),
    person=Role("each person named", PERSON),
    organization=Role("each body named", ORGANIZATION),
    title=Role("each office (in value)", TITLE),
    polarity=Role("each word that denies, such as not or never"),
    lead=Role("the first word of a headline or of a text's first sentence"),
    denial=Role("the words by which such a sentence denies a report: denies, a hoax"),
    denied=Role("what it says did not happen; value: the words that say something"),
    denied_of=Role("of whom or what it says so", ENTITY),
    topic="what a pronoun that is its subject means: Red Harbour (in value)",
    region="the part of a country that such a sentence names: the south (in value)",
    country="the country it is a part of (in value)",
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
    brief=True,
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
    extractor="date_claims",
    value=Role("the time expression; value: TIMEX3", TIME, marked=True, needed=True),
    weekday=Role("the weekday printed with it", marked=True),
)
