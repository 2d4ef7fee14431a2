"""Claims of several documents: one event, or two."""

import pytest

from factcheck.claims import Claim, ClaimTime, Mention, Value
from factcheck.claims.extraction import Entity, Extraction
from factcheck.documents import Document, Span
from factcheck.extraction import extract
from factcheck.resolution.events.clustering import join_events

ENTITIES = {
    "ana": Entity("ana", "person", "Ana Duval"),
    "tom": Entity("tom", "person", "Tomas Riel"),
    "eva": Entity("eva", "person", "Eva Lind"),
    "bern": Entity("bern", "place", "Bern"),
    "oslo": Entity("oslo", "place", "Oslo"),
    "orla": Entity("orla", "person", "Orla"),
}


def mention(entity: str) -> Mention:
    return Mention(0, 1, "x", entity=entity)


def at(days: str) -> ClaimTime | None:
    start, _, end = days.partition("/")
    return ClaimTime(start, end or start, "then") if days else None


def extraction(document: str, claim: Claim, published: str, text: str) -> Extraction:
    printed = Document(document, text, document, published=published or None)
    return Extraction(printed, (claim,), (), ENTITIES)


def meeting(
    document: str, who: str, place: str = "", days: str = "", published: str = ""
) -> Extraction:
    roles = {"participant": tuple(mention(w) for w in who.split())}
    if place:
        roles["place"] = (mention(place),)
    claim = Claim("meeting", document, Span(0, 9), roles, time=at(days))
    return extraction(document, claim, published, "They met somewhere.")


def toll(
    document: str, number: Value, text: str, published: str = "", of: str = ""
) -> Extraction:
    roles = {
        "value": (Mention(0, 1, "x", value=number),),
        "measure": (Mention(0, 1, "x", value="killed"),),
        "unit": (Mention(0, 1, "x", value="people"),),
    }
    if of:
        event, entity = of.split()
        roles["about"] = (Mention(0, 1, "x", value=event, entity=entity),)
    claim = Claim("quantity", document, Span(0, len(text)), roles)
    return extraction(document, claim, published, text)


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        pytest.param(
            meeting("a", "ana tom", "bern", "2020-05-01"),
            meeting("b", "ana tom", "bern", "2020-05-01"),
            True,
            id="everything agrees",
        ),
        pytest.param(
            meeting("a", "ana tom", "bern", "2020-05-01"),
            meeting("b", "ana tom", "oslo", "2020-05-01"),
            True,
            id="one day, two places: one of them is wrong",
        ),
        pytest.param(
            meeting("a", "ana tom", "bern", "2020-01-01/2020-12-31"),
            meeting("b", "ana tom", "oslo", "2020-01-01/2020-12-31"),
            False,
            id="one year, two places: two meetings",
        ),
        pytest.param(
            meeting("a", "ana tom", "bern", "2020-05-01"),
            meeting("b", "ana tom", "bern", "2020-05-02"),
            True,
            id="one place, neighbouring days",
        ),
        pytest.param(
            meeting("a", "ana tom", "bern", "2020-05-01"),
            meeting("b", "ana tom", "bern", "2021-05-01"),
            True,
            id="one place, the same day of another year",
        ),
        pytest.param(
            meeting("a", "ana tom", "bern", "2020-05-01"),
            meeting("b", "ana tom", "bern", "2020-09-01"),
            False,
            id="one place, months apart",
        ),
        pytest.param(
            meeting("a", "ana tom", "bern", "2020-05-01"),
            meeting("b", "ana eva", "bern", "2020-05-01"),
            False,
            id="another companion",
        ),
        pytest.param(
            meeting("a", "ana tom", "", "", "2020-05-01"),
            meeting("b", "ana tom", "", "", "2020-05-02"),
            True,
            id="undated, published together",
        ),
        pytest.param(
            meeting("a", "ana tom", "", "", "2020-05-01"),
            meeting("b", "ana tom", "", "", "2020-08-02"),
            False,
            id="undated, published months apart",
        ),
        pytest.param(
            toll("a", 12, "The ferry fire off Korvia killed 12 people on deck."),
            toll("b", 15, "A ferry fire off Korvia killed 15 people on its deck."),
            True,
            id="one sentence, two numbers",
        ),
        pytest.param(
            toll("a", [12, 14], "The ferry fire off Korvia killed 12 to 14 on deck."),
            toll("b", 15, "A ferry fire off Korvia killed 15 people on its deck."),
            True,
            id="one sentence, a range and a number",
        ),
        pytest.param(
            toll("a", None, "The ferry fire off Korvia killed people on deck."),
            toll("b", 15, "A landslide in the Arno valley killed 15 people."),
            False,
            id="no number",
        ),
        pytest.param(
            toll("a", 12, "The ferry fire off Korvia killed 12 people on deck."),
            toll("b", 15, "A landslide in the Arno valley killed 15 people."),
            False,
            id="another disaster",
        ),
        pytest.param(
            toll("a", 12, "The ferry fire off Korvia killed 12 people.", "2020-05-01"),
            toll("b", 15, "The ferry fire off Korvia killed 15 people.", "2020-09-01"),
            False,
            id="months later",
        ),
        pytest.param(
            toll("a", 31, "The raid on Korvia killed 31 people, 10 in a bus."),
            toll("b", 10, "The raid on Korvia killed 10 people in a bus."),
            False,
            id="a whole and its part",
        ),
        pytest.param(
            toll("a", 320, "The ferry fire off Korvia killed 320 people on deck."),
            toll("b", 15, "A ferry fire off Korvia killed 15 people on its deck."),
            False,
            id="more than ten times as many",
        ),
        pytest.param(
            toll("a", 12, "All is to be inspected after 12 died.", of="sinking orla"),
            toll("b", 17, "The Orla killed 17.", of="crash orla"),
            True,
            id="one ship went down once",
        ),
        pytest.param(
            toll("a", 12, "All is to be inspected after 12 died.", of="fire orla"),
            toll("b", 17, "The Orla killed 17.", of="sinking orla"),
            False,
            id="a ship that burned and one that sank",
        ),
        pytest.param(
            toll("a", 12, "All is to be inspected after 12 died.", of="fire bern"),
            toll("b", 17, "In Bern 17 were killed.", of="fire bern"),
            False,
            id="much burns in one town",
        ),
        pytest.param(
            toll("a", 12, "A fire at a market in Zuromba killed 12 people late today."),
            toll("b", 17, "The fire near Zuromba killed 17 at a cattle market."),
            True,
            id="a fire in a town nobody knows",
        ),
        pytest.param(
            toll("a", 12, "A fire at a market in Zuromba killed 12 people late today."),
            toll("b", 17, "The fire near Korvash killed 17 at a cattle market."),
            False,
            id="fires in two towns nobody knows",
        ),
    ],
)
def test_one_event(left: Extraction, right: Extraction, one: bool) -> None:
    found = join_events([left, right])
    swapped = join_events([right, left])

    assert (len(set(found.values())) == 1) is one
    assert found == swapped


SHELLED = "The shelling of the market in Zuromba killed {} people{}, medics said."


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        pytest.param(("12", " on 3 May"), ("15", " on 3 May"), True, id="one day"),
        pytest.param(("12", " on 3 May"), ("15", " on 4 May"), True, id="the next day"),
        pytest.param(("12", " on 3 May"), ("15", " on 6 May"), False, id="days apart"),
        pytest.param(
            ("12", ""), ("15", " on 9 May"), False, id="not yet, when printed"
        ),
        pytest.param(("12", " on 3 May"), ("15", ""), True, id="one text has no day"),
    ],
)
def test_tolls_of_days_that_are_no_single_night(left, right, one) -> None:
    texts = [SHELLED.format(*left), SHELLED.format(*right)]
    days = ["2016-05-04", "2016-05-09" if "9 May" in right[1] else "2016-05-06"]
    documents = [
        Document(name, text, name, published=day, group="zuromba")
        for name, text, day in zip("ab", texts, days, strict=True)
    ]
    extractions = list(extract(documents))

    found = join_events(extractions, {"a": "zuromba", "b": "zuromba"})

    tolls = [c.id for e in extractions for c in e.claims if c.kind == "quantity"]
    assert (len({found[claim] for claim in tolls}) == 1) is one


def test_separate_raids_have_a_total_of_their_own() -> None:
    said = "raids on the rebel town of Zuromba killed {} people, medics said."
    left = toll("a", 16, "Air " + said.format(16), "2016-07-01")
    right = toll("b", 25, "Separate air " + said.format(25), "2016-07-01")

    found = join_events([left, right])

    assert len(set(found.values())) == 2


def test_a_number_joins_its_equal() -> None:
    said = "The ferry fire off Korvia killed {} people on the deck."
    early, late = toll("a", 12, said.format(12)), toll("a", 19, said.format(19))
    other = toll("b", 19, said.format(19))

    found = join_events([early, late, other])

    assert found[other.claims[0].id] == found[late.claims[0].id]


FERRY = "A ferry fire off Korvia killed {} people on its crowded lower deck."
BLAZE = "Harbour crews towed a burnt ferry whose lower deck held {} dead."
BOTH = "Crews towed a burnt ferry off Korvia after fire killed {} on its lower deck."


def test_a_third_report_joins_two_of_which_it_resembles_one() -> None:
    said = [toll("a", 12, FERRY.format(12)), toll("b", 15, BOTH.format(15))]

    found = join_events([*said, toll("c", 19, BLAZE.format(19))])
    apart = join_events([said[0], toll("c", 19, BLAZE.format(19))])

    assert len(set(found.values())) == 1
    assert len(set(apart.values())) == 2


def test_two_tolls_of_one_report_are_two() -> None:
    text = FERRY.format(12) + " " + FERRY.format(15)
    first, second = toll("a", 12, text), toll("a", 15, text)
    both = Extraction(first.document, (*first.claims, *second.claims), (), ENTITIES)

    assert len(set(join_events([both]).values())) == 2


def test_a_plan_is_no_event() -> None:
    held = meeting("a", "ana tom", "bern", "2020-05-01")
    planned = Claim(
        "meeting", "b", Span(0, 9), held.claims[0].roles, at("2020-05-01"), "planned"
    )

    found = join_events([held, extraction("b", planned, "", "They will meet.")])

    assert list(found) == [held.claims[0].id]


def named(*documents):
    return set(join_events(documents).values())


FIRE = "A fire at a mill in Oslo killed {} people on Friday."


def test_an_event_keeps_its_name_when_more_is_reported():
    both = [
        toll("a", 12, FIRE.format(12), "2020-05-02"),
        toll("b", 15, FIRE.format(15), "2020-05-02"),
    ]
    (name,) = named(*both)

    longer = toll("a", 12, "OSLO, Norway: " + FIRE.format(12), "2020-05-02")
    renamed = toll("z", 12, FIRE.format(12), "2020-05-02")
    earlier = toll("0", 12, FIRE.format(12), "2020-05-01")
    later = toll("c", 15, FIRE.format(15), "2020-05-03")

    assert named(longer, both[1]) == {name}
    assert named(renamed, both[1]) == {name}
    assert named(earlier, *both) == {name}
    assert named(*both, later) == {name}


def test_two_events_of_one_sort_have_two_names():
    names = named(
        meeting("a", "ana tom", "bern", "2020-05-01"),
        meeting("b", "ana tom", "bern", "2020-05-01"),
        meeting("c", "ana tom", "bern", "2021-09-01"),
        meeting("d", "ana tom", "bern", "2021-09-01"),
    )

    assert len(names) == 2
    assert sum(name.endswith("2021-09") for name in names) == 1
