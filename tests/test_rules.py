"""The rule engine: what is one finding, who is a witness, what keeps its identity."""

import re
from dataclasses import replace

import make
import pytest
from make import claim, extraction, mention, title

from factcheck.claims.extraction import Extraction
from factcheck.findings import Severity
from factcheck.rules import Fact, Rule, load_rules, run_rules
from factcheck.store import FactStore, Links

TITLES = {**make.TITLES, "where": {"status": "current"}}
TOLLS = {
    "id": "tolls",
    "severity": "warning",
    "message": "{variants}",
    "why": "One number.",
    "check": "agree",
    "claims": "quantity",
    "same": ["event"],
    "differ": "value",
    "compare": {"as": "number"},
}


def rule(base=None, **changes):
    return Rule.model_validate({**(base or TITLES), **changes})


def judge(*extractions: Extraction, rules=(), by_group=False, **scope):
    facts = scope.pop("facts", ())
    with FactStore.open() as store:
        store.scope(extractions, Links(**scope))
        return run_rules(rules or [rule()], store, by_group, facts)


def holds(office, document, person="Ana Duval", **about):
    about.setdefault("source", document.upper())
    return extraction(title(person, office, document), **about)


def toll(number, document, **about):
    counted = claim("quantity", document, value=mention(str(number), float(number)))
    return extraction(counted, source=document, **about)


def tolls(*extractions, **scope):
    events = {c.id: "fire" for e in extractions for c in e.claims}
    return judge(*extractions, rules=[rule(TOLLS)], **{"events": events, **scope})


def test_four_sources_make_one_finding():
    findings = judge(
        holds("foreign minister", "a"),
        holds("vice foreign minister", "b"),
        holds("vice foreign minister", "c"),
        holds("senior diplomat", "d"),
    )

    (finding,) = findings
    assert [v.sources for v in finding.variants] == [("B", "C"), ("A",)]
    assert [v.label for v in finding.compatible] == ["senior diplomat"]
    assert finding.key == "Ana Duval"
    assert len(finding.claims) == 4


def test_a_document_never_conflicts_with_itself():
    both = extraction(
        title("Ana Duval", "foreign minister", "a"),
        title("Ana Duval", "vice foreign minister", "a", start=80),
    )

    assert judge(both) == []


def test_the_order_of_documents_does_not_matter():
    given = [
        holds("foreign minister", "a"),
        holds("vice foreign minister", "b"),
        holds("official", "c"),
    ]

    there, back = judge(*given), judge(*reversed(given))

    assert [f.fingerprint for f in there] == [f.fingerprint for f in back]
    assert [f.message for f in there] == [f.message for f in back]


def test_groups_are_worlds_of_their_own():
    given = [
        holds("foreign minister", "a", group="one"),
        holds("vice foreign minister", "b", group="two"),
    ]

    assert judge(*given, by_group=True) == []
    assert len(judge(*given)) == 1


def test_a_finding_names_its_group():
    (finding,) = judge(
        holds("foreign minister", "a", group="one"),
        holds("vice foreign minister", "b", group="one"),
        by_group=True,
    )

    assert finding.group == "one"


def fingerprints(*extractions, **scope):
    return [f.fingerprint for f in judge(*extractions, **scope)]


def test_one_more_outlet_is_no_new_finding():
    given = [holds("foreign minister", "a"), holds("vice foreign minister", "b")]

    more = [*given, holds("vice foreign minister", "z")]

    assert fingerprints(*given) == fingerprints(*more)


def test_a_third_variant_is_a_new_finding():
    given = [holds("foreign minister", "a"), holds("finance minister", "b")]

    more = [*given, holds("defence minister", "c")]

    assert fingerprints(*given) != fingerprints(*more)


def test_copies_of_one_text_share_an_origin():
    (finding,) = judge(
        holds("foreign minister", "a"),
        holds("vice foreign minister", "b"),
        holds("vice foreign minister", "c"),
        origins={"b": "wire", "c": "wire"},
    )

    assert finding.variants[0].sources == ("B", "C")
    assert finding.variants[0].origins == ("wire",)


def test_a_copy_that_was_changed_conflicts_with_its_origin():
    findings = judge(
        holds("foreign minister", "a"),
        holds("vice foreign minister", "b"),
        origins={"a": "wire", "b": "wire"},
    )

    assert len(findings) == 1


def test_unsure_identity_caps_severity():
    (finding,) = judge(
        holds("foreign minister", "a"),
        holds("vice foreign minister", "b"),
        unsure={"person:ana-duval"},
    )

    assert finding.severity is Severity.NOTE


@pytest.mark.parametrize(
    ("level", "severities"),
    [
        pytest.param(None, [], id="nothing by default"),
        pytest.param("note", ["note"], id="a note where the rule says so"),
    ],
)
def test_unknown_is_never_a_conflict(level, severities):
    compare = {**TITLES["compare"], **({"unknown": level} if level else {})}

    findings = judge(
        holds("foreign minister", "a"),
        holds("grand poobah", "b"),
        rules=[rule(compare=compare)],
    )

    assert [str(f.severity) for f in findings] == severities


def test_what_is_certain_keeps_the_severity_of_the_rule():
    compare = {**TITLES["compare"], "unknown": "note"}

    (finding,) = judge(
        holds("foreign minister", "a"),
        holds("vice foreign minister", "b"),
        rules=[rule(compare=compare)],
    )

    assert finding.severity is Severity.ERROR


def test_a_slot_may_be_what_one_source_or_document_says():
    twice = extraction(
        title("Ana Duval", "foreign minister", "a"),
        title("Ana Duval", "mayor", "a", start=80),
        source="Kurier",
    )
    later = holds("finance minister", "b", source="Kurier")
    by_source, by_document = (
        judge(twice, later, rules=[rule(same=[key], compare={"as": "exact"})])
        for key in ("source", "document")
    )

    assert [f.slot for f in by_source] == [("", "Kurier")]
    assert by_document == []


def test_a_chain_of_numbers_conflicts_at_its_ends():
    (finding,) = tolls(toll(95, "a"), toll(100, "b"), toll(105, "c"))

    assert sorted(v.label for v in finding.variants) == ["105", "95"]
    assert [v.label for v in finding.compatible] == ["100"]


def test_a_report_that_gives_both_numbers_agrees_with_either():
    both = extraction(
        claim("quantity", "b", value=mention("12", 12.0)),
        claim("quantity", "b", value=mention("15", 15.0, start=9), start=9),
    )

    assert tolls(toll(12, "a"), both) == []


@pytest.mark.parametrize(
    ("changes", "count"),
    [
        pytest.param({}, 1, id="asserted"),
        pytest.param({"modality": "planned"}, 0, id="planned"),
    ],
)
def test_only_assertions_are_read(changes, count):
    findings = judge(
        extraction(title("Ana Duval", "foreign minister", "a", **changes)),
        holds("vice foreign minister", "b"),
    )

    assert len(findings) == count


def test_findings_are_sorted_by_severity_rule_and_key():
    note = rule(id="a-note", severity="note")
    findings = judge(
        holds("foreign minister", "a"),
        holds("vice foreign minister", "b"),
        holds("foreign minister", "c", person="Bo Okoro"),
        holds("vice foreign minister", "d", person="Bo Okoro"),
        rules=[note, rule()],
    )

    assert [(f.rule, f.key) for f in findings] == [
        ("titles", "Ana Duval"),
        ("titles", "Bo Okoro"),
        ("a-note", "Ana Duval"),
        ("a-note", "Bo Okoro"),
    ]


def test_reference_facts_are_told_with_where_they_are_written():
    against = rule(
        id="reference",
        check="against",
        same=[],
        differ=None,
        compare=None,
        where={},
        message="{source}: {value}, not {other} ({cite})",
    )
    fact = Fact(
        subject="Ana Duval", kind="title", value="finance minister", cite="gazette 7"
    )

    (finding,) = judge(holds("foreign minister", "a"), rules=[against], facts=[fact])

    assert finding.message == "A: foreign minister, not finance minister (gazette 7)"


def quoted(words, document, speaker="Ana Duval"):
    said = mention(speaker, entity="person:" + speaker, name=speaker)
    parts = [mention(part, start=100 * n) for n, part in enumerate(words.split(" | "))]
    return extraction(
        claim("quote", document, speaker=said, content=parts), source=document.upper()
    )


QUOTES = {
    "id": "quotes",
    "severity": "error",
    "message": "{speaker}: {variants}",
    "why": "Words in marks are somebody's own.",
    "check": "agree",
    "claims": "quote",
    "same": ["speaker"],
    "differ": "content",
    "compare": {"as": "near"},
}
BRIDGE = "the bridge will be open to everybody in the city by the end of June"


def quotes(*extractions):
    return judge(*extractions, rules=[rule(QUOTES)])


def test_a_pair_of_quotations_is_one_finding_with_every_change():
    changed = BRIDGE.replace("will", "may").replace("city", "country")

    (finding,) = quotes(quoted(BRIDGE, "a"), quoted(changed, "b"))

    assert sorted(map(sorted, finding.diff)) == [["city", "country"], ["may", "will"]]
    assert finding.key == "Ana Duval"


def test_the_most_telling_change_comes_first():
    telling = BRIDGE.replace("city", "country")

    (finding,) = quotes(
        quoted(BRIDGE.replace("by the end", "by end"), "a"),
        quoted(BRIDGE, "b"),
        quoted(telling, "c"),
    )

    assert finding.diff == (("country", "city"), ("the", ""))
    assert [v.sources for v in finding.variants] == [("C",), ("B",), ("A",)]


def test_an_excerpt_stands_with_the_wording_it_repeats():
    changed = BRIDGE.replace("city", "country")

    (finding,) = quotes(
        quoted(BRIDGE, "a"),
        quoted(changed, "b"),
        quoted(" ".join(changed.split()[4:]), "c"),
    )

    assert sorted(v.sources for v in finding.variants) == [("A",), ("B", "C")]


def test_an_excerpt_of_what_both_agree_on_takes_no_side():
    changed = BRIDGE.replace("June", "July")

    (finding,) = quotes(
        quoted(BRIDGE, "a"),
        quoted(changed, "b"),
        quoted(" ".join(BRIDGE.split()[:9]), "c"),
    )

    assert sorted(v.sources for v in finding.variants) == [("A",), ("B",)]


def test_a_few_common_words_make_no_excerpt():
    changed = BRIDGE.replace("city", "country")
    other = "it was hard for everybody in the country"

    (finding,) = quotes(quoted(BRIDGE, "a"), quoted(changed, "b"), quoted(other, "c"))

    assert sorted(v.sources for v in finding.variants) == [("A",), ("B",)]


def test_a_changed_contraction_is_told_as_printed():
    (finding,) = quotes(
        quoted("they'll open the old bridge to everybody in the city", "a"),
        quoted("some may open the old bridge to everybody in the city", "b"),
    )

    assert sorted(finding.diff[0]) == ["some may", "they'll"]


def test_a_finding_shows_only_the_part_in_dispute():
    resumed = "Nobody has to wait any longer now | " + BRIDGE

    (finding,) = quotes(
        quoted(resumed, "a"), quoted(resumed.replace("city", "country"), "b")
    )

    shown = [[m.text for m in c.role("content")] for c in finding.claims]
    assert [len(parts) for parts in shown] == [1, 1]


def test_a_paper_that_prints_both_wordings_changed_neither():
    slogan = "security for everybody at every stage of your life"
    both = replace(
        quoted(slogan, "a"),
        claims=(
            *quoted(slogan, "a").claims,
            *quoted(slogan.replace("your life", "our lives"), "a").claims,
        ),
    )

    assert quotes(both, quoted(slogan, "b")) == []


def test_two_quotations_of_one_speaker_are_two_findings():
    other = "we have never paid a single cent for that tunnel of theirs"
    findings = quotes(
        quoted(BRIDGE, "a"),
        quoted(BRIDGE.replace("city", "country"), "b"),
        quoted(other, "c"),
        quoted(other.replace("cent", "penny"), "d"),
    )

    assert len({f.fingerprint for f in findings}) == 2


@pytest.mark.parametrize("shipped", load_rules(), ids=lambda shipped: shipped.id)
def test_each_shipped_rule_says_why(shipped):
    assert len(shipped.why.split()) > 5
    assert shipped.message


def test_the_shipped_rules_are_these():
    assert [shipped.id for shipped in load_rules()] == [
        "against-reference",
        "age-conflict",
        "altered-quotation",
        "amount-conflict",
        "attribute-conflict",
        "birthplace-conflict",
        "body-misspelt",
        "copied-date",
        "copied-name",
        "copied-negation",
        "copied-number",
        "copied-opposite",
        "copied-place",
        "copied-roles",
        "copied-title",
        "count-conflict",
        "date-after-publication",
        "denied-event",
        "denied-fact",
        "denied-report",
        "description-denied",
        "detail-conflict",
        "doer-conflict",
        "event-cause",
        "event-date-conflict",
        "event-outcome",
        "event-place-conflict",
        "figure-conflict",
        "framing-contested",
        "framing-differs",
        "given-name-as-surname",
        "location-conflict",
        "maker-country-conflict",
        "marriage-date-conflict",
        "measurement-conflict",
        "meeting-date-conflict",
        "meeting-participants",
        "meeting-place-conflict",
        "misattributed-quotation",
        "month-conflict",
        "name-misspelt",
        "name-spelling",
        "nationality-conflict",
        "nature-conflict",
        "number-conflict",
        "office-country",
        "office-status",
        "once-only-date",
        "paraphrase-conflict",
        "place-misspelt",
        "premiere-date-conflict",
        "rank-conflict",
        "reality-conflict",
        "region-conflict",
        "relation-conflict",
        "relation-date-conflict",
        "relation-place-conflict",
        "release-date-conflict",
        "role-succession",
        "score-conflict",
        "state-visit-needs-head-of-state",
        "title-conflict",
        "title-unlisted",
        "title-vaguer",
        "visit-nature",
        "vote-conflict",
        "weekday-mismatch",
        "who-did-what",
        "work-year-conflict",
    ]


def by_query(text):
    return rule(
        id="own-query",
        check="sql",
        claims=[],
        same=[],
        differ=None,
        compare=None,
        where={},
        message="{variants}",
        query=text,
    )


OFFICES = """
SELECT p.text, t.value, c.claim_id FROM claims c
JOIN roles p ON p.claim_id = c.claim_id AND p.role = 'person'
JOIN roles t ON t.claim_id = c.claim_id AND t.role = 'title'
WHERE c.kind = 'title'
"""


def test_a_query_makes_findings():
    (finding,) = judge(
        holds("mayor", "a"), holds("senator", "b"), rules=[by_query(OFFICES)]
    )

    assert [v.label for v in finding.variants] == ["mayor", "senator"]


def test_a_query_sees_one_group_at_a_time():
    apart = [
        holds("mayor", "a", group="north"),
        holds("senator", "b", group="north"),
        holds("mayor", "c", group="south"),
    ]

    findings = judge(*apart, rules=[by_query(OFFICES)], by_group=True)

    assert [(f.group, len(f.variants)) for f in findings] == [
        ("north", 2),
        ("south", 1),
    ]


@pytest.mark.parametrize("nothing", ["p.text", "t.value"], ids=["key", "variant"])
def test_a_query_says_nothing_where_it_returns_nothing(nothing):
    text = OFFICES.replace(nothing, "NULL", 1)

    findings = judge(holds("mayor", "a"), holds("senator", "b"), rules=[by_query(text)])

    assert findings == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("SELECT name, 1, id FROM document", "no such", id="archive"),
        pytest.param("SELECT name, 1, 1 FROM sqlite_master", "prohib", id="schema"),
        pytest.param("DELETE FROM judged_claim", "not authorized", id="delete"),
        pytest.param("ATTACH 'x.db' AS x", "not authorized", id="attach"),
        pytest.param("PRAGMA user_version = 3", "not authorized", id="pragma"),
        pytest.param("SELECT load_extension('x'), 1, 1", "not auth", id="extension"),
        pytest.param("SELECT randomblob(1000000000), 1, 1", "not auth", id="a blob"),
        pytest.param(
            "SELECT replace(printf('%9999d', 1), ' ', printf('%9999d', 1)), 1, 1",
            "too big",
            id="a long value",
        ),
        pytest.param("SELECT 1, 2", "should return key", id="two columns"),
        pytest.param(
            "SELECT 1, 2, 99", "no claim has the number 99", id="no such claim"
        ),
        pytest.param("SELECT wrong FROM claims", "no such column", id="no column"),
        pytest.param(
            "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) "
            "SELECT x, x, x FROM n",
            "not authorized",
            id="endless",
        ),
    ],
)
def test_a_query_can_only_read_the_views(text, told):
    findings = judge(holds("mayor", "a"), rules=[by_query(text)])

    assert findings == []
    assert re.search(told, findings.skipped["own-query"])
