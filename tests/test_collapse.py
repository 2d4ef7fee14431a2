"""Slots read collapsed hold what reading claim by claim holds."""

import random

import pytest
from make import claim, extraction, mention, title
from test_rules import TOLLS, holds, judge, rule

from factcheck.comparators import COMPARATORS, Held
from factcheck.rules import load_rules
from factcheck.rules.engine.attestations import Heard, shown
from factcheck.rules.engine.disputes import claim_by_claim, disputes
from factcheck.rules.engine.slot_aggregation import BITS, MOST_CLAIMS, collapses
from factcheck.rules.engine.slot_bindings import Given
from factcheck.rules.engine.validity_intervals import CLAIMS_A_PAIR, Collapsed
from factcheck.store import FactStore, Links

SHIPPED = {rule.id: rule for rule in load_rules()}
OFFICES = (
    "foreign minister",
    "vice foreign minister",
    "finance minister",
    "minister",
    "official",
    "mayor",
)
BODIES = ("country:a", "country:b", "country:c")
DAYS = ("2024-01-10", "2024-03-01", "2024-04-15", "2024-09-01", None)


def story(seed, documents=14):
    """Return documents with claims of every sort that collapses, at random."""
    draw = random.Random(seed)
    told, events, origins = [], {}, {}
    for n in range(documents):
        claims = [made(draw, f"d{n}", 90 * m) for m in range(draw.randrange(1, 9))]
        for one in claims:
            events[one.id] = f"h{draw.randrange(3)}"
        source = draw.choice("ABCDE")
        day = draw.choice(DAYS)
        told.append(extraction(*claims, source=source, id=f"d{n}", published=day))
        origins[f"d{n}"] = draw.choice((f"d{n}", "wire"))
    unsure = {f"h{n}" for n in range(3) if draw.random() < 0.2}
    return told, events, origins, unsure


def made(draw, document, at):
    time = draw.choice((None, None, "2024-03-01", "2024-03-04", "2024-08"))
    person = draw.choice(("Ana Duval", "Bo Okoro"))
    who = mention(person, entity=f"person:{person}", start=at)
    sort = draw.choice(("title", "title", "title", "quantity", "meeting", "event"))
    if sort == "title":
        office = draw.choice(OFFICES)
        held = [mention(office.upper() if draw.random() < 0.2 else office, office)]
        bodies = draw.sample(BODIES, draw.choice((0, 0, 1, 1, 2)))
        roles = {"person": who, "title": held}
        roles["organization"] = [mention(b, entity=b, start=at) for b in bodies]
        return claim("title", document, time, at, **roles)
    if sort == "quantity":
        number = draw.choice((10, 12, 12.0, 30, [10, 12]))
        modifier = draw.choice(("exact", "at least", "about"))
        return claim(
            "quantity",
            document,
            time,
            at,
            value=mention(str(number), number, start=at),
            measure=mention("killed", "killed"),
            modifier=mention(modifier, modifier),
            unit=[mention("people")] * draw.randrange(2),
        )
    if sort == "meeting":
        some = draw.sample(("ana", "bo", "eva", "li"), draw.choice((1, 2, 2, 3)))
        met = [mention(p.title(), entity=f"person:{p}", start=at) for p in some]
        return claim("meeting", document, time, at, participant=met)
    return claim(
        "event", document, time, at, participant=who, trigger=mention("bear", "bear")
    )


def asked():
    """Return rules of all sorts that collapse."""
    yield rule(overlap=True, apart_by=["organization"])
    yield rule(overlap=True)
    yield rule(compare={"as": "taxonomy", "using": "titles", "unknown": "note"})
    yield rule(same=["title"], differ="person", compare={"as": "exact", "by": "entity"})
    yield rule(same=["source"], overlap=2)
    vaguer = {"as": "taxonomy", "using": "titles", "fault": "broader"}
    yield rule(compare=vaguer, apart_by=["organization"])
    yield rule(same=["person", "document"], compare={"as": "exact"})
    yield rule(TOLLS, overlap=2, apart_by=["unit"])
    yield rule(TOLLS, compare={"as": "number", "abs": "1"})
    for name in ("title-vaguer", "meeting-participants", "meeting-date-conflict"):
        yield SHIPPED[name]
    yield SHIPPED["once-only-date"]
    yield rule(overlap=0)
    yield rule(differ="time", compare={"as": "exact"})


def laid(found):
    """Lay out disputes for comparing."""
    return [
        (
            one.group,
            one.key,
            one.certain,
            [
                [
                    (value, told.sources, told.origins, told.unsure, listed(told))
                    for value, told in some
                ]
                for some in (one.variants, one.compatible)
            ],
        )
        for one in sorted(found, key=lambda one: repr((one.group, one.key)))
    ]


def listed(told):
    return [(one.claim, one.held.label) for one in told.given]


def found_both_ways(asked, store):
    """Return what is in dispute, read collapsed; claim by claim it is the same."""
    how = COMPARATORS[asked.compare.as_](asked.compare.options())
    given = (asked, store, how, asked.compare)
    found = disputes(*given)
    assert laid(found) == laid(claim_by_claim(*given))
    return found


@pytest.mark.parametrize("by_group", [False, True], ids=["all", "by group"])
@pytest.mark.parametrize("each", [CLAIMS_A_PAIR, 1], ids=["all slots", "opposed"])
@pytest.mark.parametrize("seed", range(15))
def test_what_is_found_is_the_same_both_ways(monkeypatch, seed, each, by_group):
    monkeypatch.setattr("factcheck.rules.engine.validity_intervals.CLAIMS_A_PAIR", each)
    told, events, origins, unsure = story(seed)
    with FactStore.open() as store:
        store.scope(told, Links(events, origins, unsure))
        store.compare_groups(by_group)
        for one in asked():
            assert collapses(one)
            found_both_ways(one, store)


def test_something_is_found_by_each():
    kinds = set()
    for seed in range(15):
        told, events, origins, unsure = story(seed)
        with FactStore.open() as store:
            store.scope(told, Links(events, origins, unsure))
            for n, one in enumerate(asked()):
                how = COMPARATORS[one.compare.as_](one.compare.options())
                if disputes(one, store, how, one.compare):
                    kinds.add(n)
    assert kinds == set(range(len(list(asked())))) - {6}  # a document alone agrees


def test_slots_whose_values_agree_are_not_read(monkeypatch):
    agreeing = [
        extraction(
            claim(
                "title",
                f"{name}{n}",
                person=mention(name, entity=f"person:{name}"),
                title=mention(office, office),
            ),
            source=f"S{n}",
        )
        for name in ("Ana", "Bo", "Cy", "Di")
        for n, office in enumerate(("foreign minister", "minister"))
    ]
    read = []
    real = FactStore.rows

    def noted(store, *query):
        for row in real(store, *query):
            read.append(row)
            yield row

    monkeypatch.setattr(FactStore, "rows", noted)
    found = {}
    for each in (CLAIMS_A_PAIR, 1):
        monkeypatch.setattr(
            "factcheck.rules.engine.validity_intervals.CLAIMS_A_PAIR", each
        )
        read.clear()
        judge(*agreeing)
        found[each] = [row for row in read if len(row) > 1]
    assert len(found[CLAIMS_A_PAIR]) == 8
    assert not found[1]


@pytest.mark.parametrize("overlap", [0, 2, 30, 45])
@pytest.mark.parametrize(
    ("day", "at_odds"),
    [
        pytest.param("2024-03-01", True, id="on one day"),
        pytest.param("2024-06-01", False, id="between two times"),
        pytest.param("2024-09-01", True, id="on the other"),
    ],
)
def test_a_value_given_twice_is_not_given_in_between(overlap, day, at_odds):
    office = {"2024-03-01": "foreign minister", "2024-09-01": "foreign minister"}
    said = [
        extraction(title("Ana Duval", office, f"d{n}"), source=f"S{n}", published=when)
        for n, (when, office) in enumerate([*office.items(), (day, "finance minister")])
    ]

    assert bool(judge(*said, rules=[rule(overlap=overlap)])) is at_odds


def crowd(count, office, first="d"):
    return [
        extraction(
            claim(
                "title",
                f"{first}{n}",
                person=mention("Ana Duval", entity="person:ana-duval"),
                title=mention(office, office),
            ),
            source=f"{first}{n % 30}",
        )
        for n in range(count)
    ]


def test_a_variant_lists_a_few_claims_and_counts_all_sources():
    (found,) = judge(
        *crowd(100, "foreign minister"), *crowd(1, "finance minister", "x")
    )

    many = next(v for v in found.variants if v.label == "foreign minister")
    assert len(many.sources) == 30
    assert len(many.origins) == 100
    assert len(many.claims) == MOST_CLAIMS
    assert len({claim.document for claim in found.claims}) == MOST_CLAIMS + 1


def test_a_draft_is_listed_before_all_others():
    (found,) = judge(
        *crowd(100, "foreign minister"),
        *crowd(1, "finance minister", "x"),
        first={"d77", "d99"},
    )

    assert {"d77", "d99"} <= {claim.document for claim in found.claims}


@pytest.mark.parametrize("many", [MOST_CLAIMS, MOST_CLAIMS + 1, 100])
def test_the_claims_shown_of_many_are_the_same_both_ways(many):
    said = [*crowd(many, "foreign minister")[::-1], *crowd(1, "finance minister", "x")]
    twice = title("Ana Duval", "foreign minister", "d7", 90)
    said += [extraction(*crowd(8, "foreign minister")[7].claims, twice, source="d7")]
    said = [one for n, one in enumerate(said) if n != many - 8]
    with FactStore.open() as store:
        store.scope(said, Links(first={"d3", "d18"}))

        found = found_both_ways(rule(), store)

    assert len(found) == 1


def test_the_claim_that_names_a_variant_is_always_shown():
    office = Held("mayor", "mayor")
    heard = [
        Heard(Given(n, n, office), first=False, turn=1 if n else 2)
        for n in range(MOST_CLAIMS + 5)
    ]

    assert [one.claim for one in shown(heard)] == list(range(MOST_CLAIMS))


def test_the_claims_shown_of_a_variant_of_two_values_are_the_same_both_ways():
    tolls = rule(TOLLS, compare={"as": "number", "abs": "5"})
    said = [
        extraction(
            claim("quantity", f"d{n}", value=mention(str(number), number)),
            source=f"S{n % 7}",
        )
        for n, number in enumerate([100, 100, 100, 104, 104] * 9 + [300])
    ]
    events = {c.id: "h" for e in said for c in e.claims}
    with FactStore.open() as store:
        store.scope(said, Links(events))

        found = found_both_ways(tolls, store)

    assert len(found[0].variants) == 2


def test_more_values_than_bits_are_compared_like_few():
    said = [
        extraction(
            *(
                claim(
                    "quantity",
                    f"d{n}",
                    start=50 * m,
                    value=mention(str(number), number, start=50 * m),
                )
                for m, number in enumerate((round(10 * 1.3**n), 5))
            ),
            source=f"S{n}",
        )
        for n in range(90)
    ]
    events = {c.id: "h" for e in said for c in e.claims}
    numbers = rule(TOLLS)
    with FactStore.open() as store:
        store.scope(said, Links(events))

        found = found_both_ways(numbers, store)

    assert len(found[0].variants) == 90


UNKNOWN = [f"keeper of lamp {n}" for n in range(BITS + 5)]


@pytest.mark.parametrize(
    ("told", "at_odds"),
    [
        pytest.param(
            [UNKNOWN, OFFICES[:1], OFFICES[2:3]], True, id="two with one value each"
        ),
        pytest.param(
            [UNKNOWN, OFFICES[0:3:2], OFFICES[2::-2]], False, id="two with both values"
        ),
        pytest.param(
            [UNKNOWN, OFFICES[0:3:2], OFFICES[:1]], False, id="one has the other's too"
        ),
        pytest.param(
            [UNKNOWN, [UNKNOWN[0], OFFICES[0]], OFFICES[2:3]],
            True,
            id="one has the first of all values too",
        ),
        pytest.param(
            [[*UNKNOWN[:1], *OFFICES[:1]], UNKNOWN[1:], OFFICES[2:3]],
            True,
            id="one of the first values and one of the last",
        ),
    ],
)
def test_who_gives_both_is_known_of_values_beyond_the_bits(told, at_odds):
    said = [
        extraction(
            *(title("Ana Duval", one, f"d{n}", 90 * m) for m, one in enumerate(some)),
            source=f"S{n}",
            id=f"d{n}",
        )
        for n, some in enumerate(told)
    ]

    assert bool(judge(*said)) is at_odds


def test_of_very_many_values_those_that_most_claims_give_are_read(monkeypatch):
    for module in ("judge", "validity_intervals"):
        monkeypatch.setattr(f"factcheck.rules.engine.{module}.MOST_VALUES", 2)
    offices = ["vice foreign minister", *["foreign minister", "finance minister"] * 2]

    (found,) = judge(*(holds(office, f"d{n}") for n, office in enumerate(offices)))

    labels = {variant.label for variant in found.variants}
    assert labels == {"foreign minister", "finance minister"}


def test_a_number_that_nobody_can_tell_contradicts_none():
    vague = claim("quantity", "a", value=mention("scores"), measure=mention("killed"))
    exact = claim("quantity", "b", value=mention("4", 4.0), measure=mention("killed"))
    said = [extraction(vague, source="A"), extraction(exact, source="B")]
    events = {vague.id: "fire", exact.id: "fire"}

    assert judge(*said, rules=[rule(TOLLS)], events=events) == []


@pytest.mark.parametrize("most", [5, 8])
def test_a_few_whole_slots_are_held_at_a_time(monkeypatch, most):
    monkeypatch.setattr("factcheck.rules.engine.validity_intervals.ROWS", most)
    with FactStore.open() as store:
        store.scope(offices(8))
        how = COMPARATORS["taxonomy"](rule().compare.options())
        read = Collapsed(rule(), store, how, rule().compare)
        chunks = list(read.slots())

    assert sorted({row.slot for some in chunks for rows in some for row in rows}) == [
        *range(1, 9)
    ]
    assert [len(rows) for some in chunks for rows in some] == [4] * 8
    assert [len(some) for some in chunks] == [2] * 4


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        pytest.param({}, True, id="values"),
        pytest.param({"differ": "time"}, True, id="times"),
        pytest.param({"apart_by": ["organization"]}, True, id="one separator"),
        pytest.param({"apart_by": ["organization", "unit"]}, False, id="two of them"),
        pytest.param({"same": ["content"]}, False, id="words"),
        pytest.param({"compare": {"as": "near"}}, False, id="wordings"),
        pytest.param({"check": "each"}, False, id="another shape"),
        pytest.param({"where": {"title": {"is": ["mayor"]}}}, False, id="some values"),
        pytest.param({"where": {"person": {"words": 2}}}, False, id="counted words"),
        pytest.param({"where": {"person": {"after": "form"}}}, False, id="after words"),
    ],
)
def test_what_sql_can_tell_of_a_slot(changes, told):
    assert collapses(rule(**changes)) is told


def test_slots_of_many_keys_are_read_claim_by_claim():
    keys = ["person", "document", "source", "time", "event"]

    assert not collapses(rule(same=keys))
    assert collapses(rule(same=keys[:4]))


def offices(persons):
    """Yield three documents a person: two offices, and one document that has both."""
    for n in range(persons):
        for m, some in enumerate((OFFICES[:1], OFFICES[2:3], OFFICES[0:3:2])):
            named = f"d{n}.{m}"
            claims = [
                title(f"Ana Number{n}", office, named, 50 * place)
                for place, office in enumerate(some)
            ]
            yield extraction(*claims, source="ABC"[m])


def work(persons):
    """Count the steps SQLite takes to judge so many slots."""
    told = []
    with FactStore.open() as store:
        store.scope(offices(persons))
        store.connection.set_progress_handler(lambda: told.append(1) and 0, 100)
        shipped = SHIPPED["title-conflict"]
        how = COMPARATORS["taxonomy"](shipped.compare.options())
        found = disputes(shipped, store, how, shipped.compare)
    assert len(found) == persons
    return len(told)


def test_sqlite_goes_once_through_the_slots_and_not_once_for_every_claim():
    # without its own indexes on derived tables it would take 36 times the steps
    assert work(800) / work(100) < 10
