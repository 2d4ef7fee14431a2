"""What conditions ask of a claim and facts say of it: yes, no, or cannot tell."""

from typing import NamedTuple

import pytest
from make import TITLES, claim, extraction, mention, title

from factcheck.claims.intervals import ENDLESS
from factcheck.comparators import Held
from factcheck.comparators.quotation_words import GAP, Word, join_parts, words_of
from factcheck.comparators.wording import content_words, is_filler, is_slight
from factcheck.findings import Severity
from factcheck.rules import Fact, Rule, run_rules
from factcheck.rules.definition.reference_facts import (
    fact_held,
    faults_of_fact,
    names_of,
    usable,
)
from factcheck.rules.definition.rule import Condition
from factcheck.rules.engine.conditions import fits, met, picked
from factcheck.rules.engine.slot_bindings import Filling
from factcheck.store import FactStore


class Said(NamedTuple):
    """A mention in a role."""

    text: str
    word: str
    entity: str | None = None


QUEEN = Said("the Queen", "queen", "person:ana-duval")
GUEST = Said("a guest", "guest")
FRIDAY, MONDAY = Said("Fri.", "fri."), Said("Monday,", "Monday,")
DAY = Said("3 May", "2024-05-03")
TITLE = {"using": "titles"}


def asked(condition, roles, days=(0, None), holds=lambda *_: None):
    return met("x", Condition.model_validate(condition), roles, days, holds)


@pytest.mark.parametrize(
    ("condition", "filled", "answer"),
    [
        pytest.param({"known": True}, [GUEST], True, id="known"),
        pytest.param({"known": True}, [], False, id="not known"),
        pytest.param({"known": False}, [], True, id="rightly not known"),
        pytest.param({"is": ["guest", "host"]}, [GUEST], True, id="one of"),
        pytest.param({"is": ["host"]}, [GUEST], False, id="none of"),
        pytest.param({"is": ["host"]}, [], None, id="nobody to be one of"),
        pytest.param({"not": ["host"]}, [GUEST], True, id="not one of"),
        pytest.param({"not": ["guest"]}, [GUEST, QUEEN], False, id="one of them"),
        pytest.param({"not": ["guest"]}, [], None, id="nobody to be none of"),
        pytest.param(
            {"category": "head of state", **TITLE}, [QUEEN], True, id="in a category"
        ),
        pytest.param({"words": 2}, [Said("open city bridge", "")], True, id="words"),
        pytest.param({"words": 4}, [Said("open city bridge", "")], False, id="few"),
        pytest.param({"words": 1}, [Said("of the", "")], False, id="empty words"),
        pytest.param({"words": 3}, [Said("open city bridge", "")], True, id="just so"),
        pytest.param(
            {"is": ["guest"], "known": True}, [QUEEN], False, id="one no is a no"
        ),
        pytest.param(
            {"is": ["guest"], "holds": "head of state", **TITLE},
            [GUEST],
            None,
            id="a yes and an unknown",
        ),
    ],
)
def test_one_role(condition, filled, answer):
    assert asked(condition, {"x": filled}) is answer


@pytest.mark.parametrize(
    ("condition", "answer"),
    [
        pytest.param({"known": False}, True, id="rightly not known"),
        pytest.param({"is": ["guest"]}, None, id="nobody to be one of"),
        pytest.param({"words": 1}, False, id="no words"),
        pytest.param({"weekday_of": "value"}, None, id="no weekday"),
    ],
)
def test_a_role_that_nothing_fills(condition, answer):
    assert asked(condition, {}) is answer


def test_words_of_all_that_fill_a_role_are_counted():
    parts = {"x": [Said("the open", ""), Said("of the", ""), Said("bridge", "")]}
    two, three = (Condition.model_validate({"words": n}) for n in (2, 3))

    assert asked({"words": 2}, parts) is True
    assert asked({"words": 3}, parts) is False
    assert fits({"x": two}, parts)
    assert not fits({"x": three}, parts)


@pytest.mark.parametrize(
    ("first", "published", "answer"),
    [
        pytest.param(10, 10, True, id="on the day"),
        pytest.param(11, 10, False, id="the day after"),
        pytest.param(1, 10, True, id="before"),
        pytest.param(0, 10, None, id="no day given"),
        pytest.param(11, None, None, id="no day of publication"),
    ],
)
def test_a_time_no_later_than_publication(first, published, answer):
    condition = {"not_after": "published"}

    assert asked(condition, {}, (first, published)) is answer


@pytest.mark.parametrize(
    ("weekday", "day", "answer"),
    [
        pytest.param([FRIDAY], [DAY], True, id="it is"),
        pytest.param([MONDAY], [DAY], False, id="another"),
        pytest.param([FRIDAY], [Said("", "2024-05-03T22:00")], True, id="an hour"),
        pytest.param([], [DAY], None, id="no weekday"),
        pytest.param([FRIDAY], [], None, id="no day"),
        pytest.param([FRIDAY], [Said("May", "2024-05")], None, id="a month"),
        pytest.param([Said("noon", "noon")], [DAY], None, id="no weekday's name"),
    ],
)
def test_the_weekday_of_a_day(weekday, day, answer):
    roles = {"x": weekday, "value": day}

    assert asked({"weekday_of": "value"}, roles) is answer


@pytest.mark.parametrize(
    ("told", "filled", "answer"),
    [
        pytest.param(True, [QUEEN], True, id="has it"),
        pytest.param(False, [QUEEN], False, id="has another"),
        pytest.param(None, [QUEEN], None, id="nobody says"),
        pytest.param(True, [GUEST], None, id="nobody known"),
        pytest.param(True, [GUEST, QUEEN], True, id="one of two"),
        pytest.param(False, [GUEST, QUEEN], None, id="perhaps the other"),
    ],
)
def test_somebody_who_holds_an_office(told, filled, answer):
    wanted = []

    def holds(*question):
        wanted.append(question)
        return told

    assert (
        asked({"holds": "head of state", **TITLE}, {"x": filled}, holds=holds) is answer
    )
    assert set(wanted) <= {("person:ana-duval", "head of state", "titles")}


FULL = Said("Kim Jong Un", "kim jong un")


@pytest.mark.parametrize(
    ("condition", "kept"),
    [
        pytest.param(None, [GUEST, QUEEN], id="no filter"),
        pytest.param({"is": ["guest"]}, [GUEST], id="is"),
        pytest.param({"not": ["guest"]}, [QUEEN], id="not"),
        pytest.param({"category": "head of state", **TITLE}, [QUEEN], id="sort"),
        pytest.param({"after": "full"}, [QUEEN], id="after other words"),
        pytest.param({"after": "none"}, [], id="after nothing"),
    ],
)
def test_which_mentions_a_filter_is_about(condition, kept):
    read = condition and Condition.model_validate(condition)
    roles = {"full": [Said("A guest of the Queen", "")]}

    assert picked(read, [GUEST, QUEEN], roles) == kept


@pytest.mark.parametrize(
    ("condition", "text", "answer"),
    [
        pytest.param({"after": "full"}, "jong un", True, id="after"),
        pytest.param({"after": "full"}, "kim jong", False, id="at the beginning"),
        pytest.param({"after": "full"}, "un jong", False, id="another order"),
        pytest.param({"after": "other"}, "jong", False, id="no such role"),
        pytest.param({"words": 2}, "jong un", True, id="enough words"),
        pytest.param({"words": 3}, "jong un", False, id="too few words"),
        pytest.param({"after": "full"}, "un", True, id="the last word"),
    ],
)
def test_what_sql_cannot_tell(condition, text, answer):
    where = {"x": Condition.model_validate(condition)}

    assert fits(where, {"x": [Said(text, "")], "full": [FULL]}) is answer
    assert fits(where, {"full": [FULL]}) is False


def fact(kind="title", value="mayor", subject="Ana Duval", **rest):
    return Fact.model_validate(
        {"subject": subject, "kind": kind, "value": value, **rest}
    )


@pytest.mark.parametrize(
    ("given", "held"),
    [
        pytest.param(
            fact(value="Defense Minister"),
            Held("defense minister", "Defense Minister"),
            id="a title in small letters",
        ),
        pytest.param(
            fact("quantity", "1,207"),
            Held("1,207", "1,207", 1207, 1207),
            id="a number as printed",
        ),
        pytest.param(fact("quantity", "many"), None, id="no number"),
        pytest.param(fact("quantity", "9" * 400), None, id="a number without end"),
        pytest.param(fact("quantity", str(ENDLESS)), None, id="as good as without"),
        pytest.param(fact("visit", "soon"), None, id="no day"),
        pytest.param(
            fact("framing", "war"), Held("war", "war", None, None), id="as it is"
        ),
    ],
)
def test_the_value_of_a_fact(given, held):
    assert fact_held(given) == held


def test_the_days_of_a_fact():
    month, day = (
        fact_held(fact("visit", "2024-05")),
        fact_held(fact("visit", "2024-05-31")),
    )

    assert (month.low, month.high) == (day.low - 30, day.low)


@pytest.mark.parametrize(
    ("given", "faults"),
    [
        pytest.param(fact(), [], id="none"),
        pytest.param(
            fact("titel"),
            [("kind", "no kind of fact is named 'titel'; did you mean 'title'?")],
            id="kind",
        ),
        pytest.param(
            fact("visit", "soon"),
            [("value", "should be a day, such as 2021-03-18")],
            id="a day",
        ),
        pytest.param(
            fact("quantity", "many"), [("value", "should be a number")], id="a number"
        ),
        pytest.param(
            fact(**{"from": "once", "to": "later"}),
            [
                ("from", "should be a day, such as 2021-03-18"),
                ("to", "should be a day, such as 2021-03-18"),
            ],
            id="from and to",
        ),
    ],
)
def test_faults_of_facts(given, faults):
    assert list(faults_of_fact(given)) == faults


def test_names_by_which_a_fact_may_call_somebody():
    named = mention("Ms. Duval", entity="person:ana-li-duval", name="Ana-Li Duval")

    assert names_of(named) == {"ms. duval", "ana-li duval", "ana li duval"}
    assert names_of(mention(" ", entity="Q42")) == set()


def test_a_fact_may_call_something_by_what_a_rule_reads():
    told = Filling("the Games", 1, 1, "Olympics", None, None, None, None, "Olympics")

    assert names_of(told) == {"the games", "olympics"}


@pytest.mark.parametrize(
    ("ranks", "kept"),
    [
        pytest.param(["normal", "normal"], [0, 1], id="all"),
        pytest.param(["normal", "preferred"], [1], id="the preferred one"),
        pytest.param(["deprecated", "normal"], [1], id="no deprecated one"),
        pytest.param(["deprecated"], [], id="nothing"),
    ],
)
def test_ranks(ranks, kept):
    facts = [fact(value=str(n), rank=rank) for n, rank in enumerate(ranks)]

    assert [int(one.value) for one in usable(facts)] == kept


EXCUSED = {
    "id": "excused",
    "severity": "error",
    "message": "{visitor}: {variants}",
    "why": "Only a president makes one.",
    "check": "each",
    "claims": "visit",
    "same": ["visitor"],
    "differ": "nature",
    "unless_fact": {"kind": "title", "subject": "visitor", "is": ["President"]},
    "unknown": "note",
}


@pytest.mark.parametrize(
    ("facts", "severity"),
    [
        pytest.param([fact(value="president")], None, id="excused"),
        pytest.param([fact(value="mayor")], Severity.ERROR, id="not excused"),
        pytest.param([], Severity.NOTE, id="nothing known"),
        pytest.param(
            [fact(value="president", subject="Bo Lind")], Severity.NOTE, id="of another"
        ),
        pytest.param(
            [fact(value="president", rank="deprecated")], Severity.NOTE, id="deprecated"
        ),
        pytest.param(
            [fact("framing", "president")], Severity.NOTE, id="of another kind"
        ),
        pytest.param(
            [fact(value="mayor"), fact(value="president")], None, id="one of two"
        ),
    ],
)
def test_a_fact_excuses_a_claim(facts, severity):
    made = claim(
        "visit",
        visitor=mention("Duval", entity="person:ana-duval", name="Ana Duval"),
        nature=mention("state", "state", start=20),
    )
    with FactStore.open() as store:
        store.scope([extraction(made)])
        found = run_rules([Rule.model_validate(EXCUSED)], store, facts=facts)

    assert [f.severity for f in found] == ([severity] if severity else [])
    assert found.skipped == {}


HOLDS = {
    **{key: EXCUSED[key] for key in EXCUSED if key != "unless_fact"},
    "require": {"visitor": {"holds": "head of state", "using": "titles"}},
}
PRESIDENT = fact(value="president")
HERE, THERE = "group:here", "group:there"


def visits(*others, facts=(), by_group=False, visitor="Ana Duval", rule=HOLDS):
    roles = {"visitor": mention(visitor, entity="person:ana-duval")} if visitor else {}
    made = claim("visit", nature=mention("state", "state", start=20), **roles)
    with FactStore.open() as store:
        store.scope([extraction(made, group="here"), *others])
        found = run_rules([Rule.model_validate(rule)], store, by_group, facts)
    assert found.skipped == {}
    return found


@pytest.mark.parametrize(
    ("facts", "severity"),
    [
        pytest.param([PRESIDENT], None, id="holds it"),
        pytest.param([fact(value="mayor")], Severity.ERROR, id="holds another"),
        pytest.param([fact(value="mayor"), PRESIDENT], None, id="one of two"),
        pytest.param([], Severity.NOTE, id="nothing known"),
        pytest.param(
            [fact(value="president", rank="deprecated")], Severity.NOTE, id="deprecated"
        ),
        pytest.param(
            [fact("framing", "president")], Severity.NOTE, id="of another kind"
        ),
        pytest.param(
            [fact(value="president", subject="Bo Lind")], Severity.NOTE, id="of another"
        ),
        pytest.param({"": [PRESIDENT]}, None, id="holds it everywhere"),
        pytest.param({HERE: [PRESIDENT]}, None, id="holds it in this group"),
        pytest.param(
            {THERE: [PRESIDENT]}, Severity.NOTE, id="holds it in another group"
        ),
    ],
)
@pytest.mark.parametrize("rule", [HOLDS, EXCUSED], ids=["holds", "unless_fact"])
def test_an_office_that_a_fact_gives(rule, facts, severity):
    found = visits(facts=facts, by_group=True, rule=rule)

    assert [f.severity for f in found] == ([severity] if severity else [])


@pytest.mark.parametrize("rule", [HOLDS, EXCUSED], ids=["holds", "unless_fact"])
def test_an_office_that_nobody_could_hold(rule):
    (found,) = visits(facts=[PRESIDENT], visitor=None, rule=rule)

    assert found.severity is Severity.NOTE


def test_a_slot_may_be_what_one_document_says():
    (found,) = visits(rule={**HOLDS, "same": ["visitor", "document"]})

    assert found.slot == ("", "person:ana-duval", "a.txt")


def test_what_a_visitor_is_called_elsewhere_is_shown_as_printed():
    called = mention("the Lady Mayor", "mayor", start=20)
    person = mention("Ana Duval", entity="person:ana-duval")
    other = extraction(claim("title", "b", person=person, title=called), group="here")

    (found,) = visits(other)

    assert found.severity is Severity.ERROR
    assert [v.label for v in found.compatible] == ["the Lady Mayor"]


AGAINST = {
    "id": "reference",
    "severity": "error",
    "message": "{source}: {value}, not {other}",
    "why": "It is known.",
    "check": "against",
    "claims": ["title", "meeting"],
}
MET = {"kind": "meeting", "subject": ["Ana Duval", "Bo Lind"], "value": "2024-05-01"}


def held(time=None, **roles):
    return extraction(claim("title", time=time, **roles))


def contradicted(*given, facts, by_group=False, **changes):
    rule = Rule.model_validate({**AGAINST, **changes})
    with FactStore.open() as store:
        store.scope(given)
        found = run_rules([rule], store, by_group, facts)
    assert found.skipped == {}
    return found


def against(found, *facts):
    return len(contradicted(found, facts=facts))


@pytest.mark.parametrize(
    ("time", "rest", "count"),
    [
        pytest.param("2024-05-03", {}, 1, id="always"),
        pytest.param("2024-05-03", {"from": "2024-05-03"}, 1, id="from that day"),
        pytest.param("2024-05-03", {"from": "2024-05-04"}, 0, id="only later"),
        pytest.param("2024-05-03", {"to": "2024-05-03"}, 1, id="to that day"),
        pytest.param("2024-05-03", {"to": "2024-05-02"}, 0, id="only before"),
        pytest.param("2024-05-03", {"from": "2024-05"}, 1, id="in that month"),
        pytest.param("2024-05-03", {"rank": "deprecated"}, 0, id="deprecated"),
        pytest.param("2024-05-03", {"subject": "Bo Lind"}, 0, id="of another"),
        pytest.param("2024-05-03", {"place": "Oslo"}, 0, id="only there"),
    ],
)
def test_a_fact_holds_in_its_time(time, rest, count):
    person = mention("Ana Duval", entity="person:ana-duval")
    office = mention("foreign minister", "foreign minister", start=20)

    found = held(time, person=person, title=office)

    assert against(found, fact(**{"value": "finance minister", **rest})) == count


@pytest.mark.parametrize(
    ("time", "place", "rest", "count"),
    [
        pytest.param("2024-05-03", "Oslo", {}, 1, id="another day"),
        pytest.param("2024-05-01", "Oslo", {}, 0, id="that day"),
        pytest.param("2024-05-03", "Oslo", {"place": "Oslo"}, 1, id="there"),
        pytest.param("2024-05-03", "Oslo", {"place": "Lima"}, 0, id="elsewhere"),
        pytest.param("2024-05-03", "Oslo", {"to": "2024-05-02"}, 1, id="for ever"),
        pytest.param("2024-05-03", "Oslo", {"subject": ["Ana Duval"]}, 1, id="fewer"),
        pytest.param(
            "2024-05-03", "Oslo", {"subject": ["Ana Duval", "Cy Okoro"]}, 0, id="others"
        ),
    ],
)
def test_a_fact_of_a_meeting(time, place, rest, count):
    people = [mention("Ana Duval"), mention("Bo Lind", start=20)]
    made = claim(
        "meeting", time=time, participant=people, place=mention(place, start=40)
    )

    assert against(extraction(made), fact(**{**MET, **rest})) == count


FINANCE, FOREIGN = fact(value="finance minister"), fact(value="foreign minister")


def offices(*given, document="a"):
    return extraction(
        *(title("Ana Duval", office, document, 80 * n) for n, office in given),
        group="here",
    )


@pytest.mark.parametrize(
    ("facts", "count"),
    [
        pytest.param([FINANCE], 1, id="one"),
        pytest.param([FINANCE, FOREIGN], 0, id="one of two agrees"),
        pytest.param({"": [FINANCE]}, 1, id="everywhere"),
        pytest.param({HERE: [FINANCE]}, 1, id="in this group"),
        pytest.param({THERE: [FINANCE]}, 0, id="in another group"),
        pytest.param({"": [FINANCE], HERE: [FOREIGN]}, 0, id="the group agrees"),
    ],
)
def test_facts_that_a_claim_contradicts(facts, count):
    said = offices((0, "foreign minister"))

    assert len(contradicted(said, facts=facts, by_group=True)) == count


def test_a_claim_that_agrees_hides_no_other_of_the_slot():
    said = offices((0, "finance minister"), (1, "foreign minister"))

    (found,) = contradicted(said, facts=[FINANCE])

    assert [v.label for v in found.variants] == ["foreign minister"]


def test_every_fact_that_is_contradicted_is_a_finding_of_its_own():
    said = offices((0, "foreign minister"))
    other = extraction(title("Bo Lind", "finance minister", "b"))

    his = fact(value="foreign minister", subject="Bo Lind")

    found = contradicted(said, other, facts=[his, FINANCE])

    assert [f.slot for f in found] == [
        ("", "title", "Ana Duval", "finance minister"),
        ("", "title", "Bo Lind", "foreign minister"),
    ]


def test_a_claim_about_nobody_contradicts_no_fact():
    said = extraction(claim("title", title=mention("mayor", "mayor")))

    assert contradicted(said, facts=[FINANCE]) == []


def test_a_finding_names_all_that_a_fact_is_about():
    people = [mention("Ana Duval"), mention("Bo Lind", start=20)]
    made = extraction(claim("meeting", time="2024-05-03", participant=people))

    (found,) = contradicted(made, facts=[Fact.model_validate(MET)])

    assert found.slot == ("", "meeting", "Ana Duval, Bo Lind", "2024-05-01")


def test_a_fact_of_one_kind_says_nothing_about_another():
    person = mention("Ana Duval", entity="person:ana-duval")
    made = extraction(claim("meeting", time="2024-05-03", participant=person))
    known = [fact("event", "2024-05-01")]

    assert contradicted(made, facts=known, claims=["event", "meeting"]) == []


def test_claims_of_which_there_are_no_facts_contradict_none():
    said = offices((0, "foreign minister"))

    facts = [fact("quote", "never"), FINANCE]

    assert len(contradicted(said, facts=facts, claims=["quote", "title"])) == 1


@pytest.mark.parametrize(
    ("rest", "count"),
    [
        pytest.param({"from": "2024-05-03"}, 1, id="from that day"),
        pytest.param({"from": "2024-05-04"}, 0, id="from the next day"),
        pytest.param({"to": "2024-05-02"}, 0, id="to the day before"),
    ],
)
def test_a_claim_without_a_time_speaks_of_the_day_it_was_published(rest, count):
    made = title("Ana Duval", "foreign minister", "a")
    known = fact(**{"value": "finance minister", **rest})

    assert against(extraction(made, published="2024-05-03"), known) == count


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("Per cent, per year", "percent per year", id="per cent"),
        pytest.param("a cent", "a cent", id="a coin"),
        pytest.param("5%", "5 percent", id="a sign"),
        pytest.param("can’t won't", "can not will not", id="irregular contractions"),
        pytest.param("it'll", "it will", id="contractions"),
        pytest.param("'tis", "tis", id="a mark before"),
        pytest.param("the traders’ bridge", "the traders bridge", id="a mark behind"),
        pytest.param("rock n't", "rock n't", id="short for nothing"),
        pytest.param("1,200 U.S. colours", "1200 us colors", id="figures and letters"),
        pytest.param("go … ...", "go", id="gaps at the end"),
        pytest.param("… go … … on", "go … on", id="gaps once"),
    ],
)
def test_how_words_are_folded(text, folded):
    assert " ".join(word.folded for word in words_of(text)) == folded


def test_what_of_words_is_printed():
    words = words_of("We'll pay 5 per cent. Now [they] go!")

    assert [word.printed for word in words] == [
        *("We'll", "", "pay", "5", "per cent", "Now", "[they]", "go"),
    ]
    assert [word.printed for word in words if word.ends] == ["per cent", "go"]
    assert words_of("We'll … go") == (
        Word("we", "We'll", False, 0),
        Word("will", "", False, 0),
        Word(GAP, GAP, False, 6),
        Word("go", "go", False, 8),
    )


def test_a_quotation_resumed():
    words, places = join_parts(["go on", "", "and stay"])

    assert [word.folded for word in words] == ["go", "on", "…", "and", "stay"]
    assert words[2] == Word(GAP, GAP, False)
    assert places == (0, 0, 1, 2, 2)
    assert content_words(words) == 2
    assert join_parts([]) == ((), ())


@pytest.mark.parametrize(
    ("note", "filler"),
    [
        pytest.param("[and]", True, id="a little word"),
        pytest.param("[of The]", True, id="two"),
        pytest.param("[the bridge]", False, id="a word that says something"),
    ],
)
def test_fillers(note, filler):
    assert is_filler(note) is filler


@pytest.mark.parametrize(
    ("before", "after", "slight"),
    [
        pytest.param("And", "", True, id="a little word left out"),
        pytest.param("I mean", "so", True, id="a little phrase"),
        pytest.param("mean", "", False, id="a word of it alone"),
        pytest.param("and", "not", False, id="a little word for another"),
    ],
)
def test_slight_changes(before, after, slight):
    assert is_slight(before, after) is slight
    assert is_slight(after, before) is slight


@pytest.mark.parametrize(
    ("where", "found"),
    [
        pytest.param({}, 1, id="all"),
        pytest.param({"source": "A"}, 0, id="one source"),
        pytest.param({"source": ["A", "B"]}, 1, id="both sources"),
        pytest.param({"source": {"not": "B"}}, 0, id="not a source"),
        pytest.param({"document": ["a", "b"]}, 1, id="documents"),
        pytest.param({"document": {"not": "a"}}, 0, id="not a document"),
        pytest.param({"time": {"known": True}}, 0, id="dated"),
        pytest.param({"time": {"known": False}}, 1, id="not dated"),
        pytest.param({"time": {}}, 1, id="dated or not"),
        pytest.param({"event": {"known": True}}, 0, id="of an event"),
        pytest.param({"event": {"known": False}}, 1, id="of no event"),
        pytest.param({"event": {}}, 1, id="of one or not"),
        pytest.param({"organization": {"known": False}}, 1, id="no such role"),
        pytest.param({"organization": {"known": True}}, 0, id="a role"),
        pytest.param({"title": {"not": "queen"}}, 1, id="other values"),
        pytest.param({"title": {"not": "finance minister"}}, 0, id="not a value"),
    ],
)
def test_which_claims_a_rule_reads(where, found):
    given = [
        extraction(title("Ana Duval", office, name), source=name.upper())
        for name, office in (("a", "finance minister"), ("b", "defence minister"))
    ]
    with FactStore.open() as store:
        store.scope(given)
        rule = Rule.model_validate({**TITLES, "where": where})
        findings = run_rules([rule], store)

    assert findings.skipped == {}
    assert len(findings) == found
