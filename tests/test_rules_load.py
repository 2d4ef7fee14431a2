"""Rule files: every fault at once, with its place and what would be right."""

from pathlib import Path

import pytest

from factcheck.errors import RuleError
from factcheck.rules import load_facts, load_rules

GOOD = """\
id: titles
severity: error
message: "{person}: {variants}"
why: One office at a time.
check: agree
claims: title
same: [person]
differ: title
compare: {as: taxonomy, using: titles}
"""


@pytest.fixture
def write(tmp_path):
    def written(text, name="rule.yaml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return written


def faults(path: Path) -> list[str]:
    with pytest.raises(RuleError) as caught:
        load_rules([path])
    return [line.removeprefix(f"{path}:") for line in str(caught.value).split("\n")]


def test_a_rule_is_read(write):
    (rule,) = load_rules([write(GOOD)])

    assert rule.id == "titles"
    assert rule.claims == ("title",)
    assert rule.modality == ("asserted",)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        pytest.param(
            "same: [person]",
            "same: [persn]",
            "7:8: same: no role of title is named 'persn'; did you mean 'person'?",
            id="unknown role",
        ),
        pytest.param(
            "claims: title",
            "claims: titel",
            "6:1: claims: no claim kind is named 'titel'; did you mean 'title'?",
            id="unknown kind",
        ),
        pytest.param(
            "as: taxonomy",
            "as: taxnomy",
            "9:11: as: no comparator is named 'taxnomy'; did you mean 'taxonomy'?",
            id="unknown comparator",
        ),
        pytest.param(
            "using: titles",
            "using: titel",
            "9:25: using: no lexicon is named 'titel'; did you mean 'titles'?",
            id="unknown lexicon",
        ),
        pytest.param(
            "check: agree",
            "check: agree\noverlap: -3",
            "6:1: overlap: should be true or a number of days",
            id="fewer days than none",
        ),
        pytest.param(
            "as: taxonomy, using: titles",
            "as: number, abs: far",
            "9:23: abs: should be a number of at least 0",
            id="a tolerance that is no number",
        ),
        pytest.param(
            "using: titles",
            "using: titles, slight: note",
            "9:40: slight: only a comparator of quotations has it, such as `near`",
            id="what only quotations have",
        ),
        pytest.param(
            "using: titles",
            "using: titles, abs: 3",
            "9:40: abs: `taxonomy` takes fault, using",
            id="an option of another comparator",
        ),
        pytest.param(
            "differ: title",
            "difer: title",
            "8:1: difer: no key is named 'difer'; did you mean 'differ'?",
            id="unknown key",
        ),
        pytest.param(
            "severity: error",
            "severity: fatal",
            "2:1: severity: input should be 'error', 'warning' or 'note'",
            id="unknown severity",
        ),
        pytest.param(
            "{person}:",
            "{persn}:",
            "3:1: message: no placeholder is named 'persn'; did you mean 'person'?",
            id="unknown placeholder",
        ),
        pytest.param(
            "check: agree",
            "check: agree\ncheck: each",
            "6:1: 'check' is given twice; keep one of the two",
            id="a key twice",
        ),
        pytest.param(
            "why: One office at a time.\n", "", "1:1: why: is missing", id="no why"
        ),
        pytest.param(
            "id: titles",
            "id: Titles!",
            "1:1: id: should be small letters and hyphens, such as title-conflict",
            id="an id that is none",
        ),
        pytest.param(
            "id: titles",
            "id: titles\nextends: nothing-like-it",
            "2:1: extends: no rule is named 'nothing-like-it'",
            id="extends nothing",
        ),
        pytest.param(
            "check: agree",
            "where: {title: {category: single seats, using: titles}}\ncheck: agree",
            "5:17: category: no category is named 'single seats'; did you mean "
            "'single seat'?",
            id="unknown category",
        ),
    ],
)
def test_a_fault_has_a_place_and_a_remedy(write, before, after, told):
    found = faults(write(GOOD.replace(before, after)))

    assert any(line.startswith(told) for line in found), found


def test_every_fault_of_a_file_is_told_at_once(write):
    text = GOOD.replace("[person]", "[persn]").replace("using: titles", "using: no")

    assert len(faults(write(text))) == 2


def test_broken_keys_do_not_hide_wrong_names(write):
    text = GOOD.replace("severity: error", "severity: fatal")
    text = text.replace("[person]", "[persn]").replace("taxonomy", "taxnomy")

    assert len(faults(write(text))) == 3


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("", "1:1: is empty", id="empty"),
        pytest.param("id: [1, 2", "is not YAML", id="no end"),
        pytest.param("just words", "should hold a rule", id="only words"),
        pytest.param(
            "- just words", "a rule should be a mapping", id="a list of words"
        ),
        pytest.param("a: &a [*a]", "nested too deeply", id="an alias of itself"),
        pytest.param("? [a, b]\n: c", "a key should be a word", id="a list for a key"),
        pytest.param("id: \x07", "is not YAML", id="control character"),
    ],
)
def test_what_is_no_rule(write, text, told):
    assert told in "\n".join(faults(write(text)))


def test_bytes_that_are_no_text(tmp_path):
    path = tmp_path / "rule.yaml"
    path.write_bytes(b"id: \xff\xfe")

    assert "is not UTF-8" in faults(path)[0]


def test_values_stay_words(write):
    text = (
        GOOD
        + "tests:\n  - {name: on, claims: [{person: NO, title: 010}], expect: none}"
    )

    (rule,) = load_rules([write(text)])

    assert rule.tests[0].name == "on"
    assert rule.tests[0].claims[0] == {"person": "NO", "title": "010"}


def test_two_rules_of_one_name(write, tmp_path):
    write(GOOD, "one.yaml")
    write(GOOD, "two.yaml")

    with pytest.raises(RuleError, match=r"has a rule named 'titles' already"):
        load_rules([tmp_path])


def test_folders_are_read_without_what_is_no_rule(write, tmp_path):
    write(GOOD)
    (tmp_path / "facts").mkdir()
    write("not: a rule", "facts/some.yaml")

    assert [rule.id for rule in load_rules([tmp_path])] == ["titles"]


def test_a_path_that_is_not_there(tmp_path):
    with pytest.raises(RuleError, match="no such rule or folder"):
        load_rules([tmp_path / "missing.yaml"])


def test_a_rule_says_only_what_differs(write):
    own = "id: titles-strict\nextends: title-conflict\nseverity: warning\n"

    (rule,) = load_rules([write(own)])

    assert rule.severity == "warning"
    assert rule.differ == "title"
    assert rule.tests == ()


@pytest.mark.parametrize(
    ("line", "same"),
    [
        pytest.param("same+: [organization]", ("person", "organization"), id="adds"),
        pytest.param(
            "same-: [person]\nsame+: [organization]", ("organization",), id="takes"
        ),
        pytest.param("same: [organization]", ("organization",), id="replaces"),
    ],
)
def test_lists_are_edited(write, line, same):
    own = f"id: own\nextends: title-conflict\n{line}\n"

    (rule,) = load_rules([write(own)])

    assert rule.same == same


def test_taking_away_what_is_not_there(write):
    own = "id: own\nextends: title-conflict\nsame-: [organization]\n"

    assert "2:1" not in faults(write(own))[0]
    assert "'organization' is not in the list" in faults(write(own))[0]


def test_a_circle_of_rules(write, tmp_path):
    write("id: one\nextends: two", "one.yaml")
    write("id: two\nextends: one", "two.yaml")

    with pytest.raises(RuleError, match="or in a circle"):
        load_rules([tmp_path])


def test_facts_are_read(write):
    path = write(
        "- {subject: Ana Duval, kind: title, value: mayor, from: 2020-01-01}\n"
        "- {subject: [Ana Duval, Bo Okoro], kind: meeting, value: 2021-03-18}\n"
    )

    facts = load_facts([path])

    assert [fact.subject for fact in facts] == [
        ("Ana Duval",),
        ("Ana Duval", "Bo Okoro"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "- {subject: A, kind: titel, value: b}",
            "1:4: kind: no kind of fact is named 'titel'; did you mean 'title'?",
            id="unknown kind",
        ),
        pytest.param(
            "- {subject: A, kind: meeting, value: once}",
            "1:4: value: should be a day, such as 2021-03-18",
            id="no day",
        ),
        pytest.param(
            "- {subject: A, kind: quantity, value: many}",
            "1:4: value: should be a number",
            id="no number",
        ),
    ],
)
def test_faulty_facts(write, text, told):
    path = write(text)

    with pytest.raises(RuleError) as caught:
        load_facts([path])

    assert told.partition(" ")[2] in str(caught.value)


def test_every_fault_of_a_rule_is_told_at_once(write):
    text = "id: x\nseverity: fatal\ncheck: agree\nclaims: titel\n"
    text += "compare: {as: taxonmy}\nmesage: x\n"

    told = faults(write(text))

    assert [line.partition(" ")[2].partition(":")[0] for line in told] == [
        "message",
        "why",
        "severity",
        "check",
        "check",
        "claims",
        "as",
        "mesage",
    ]


def test_every_fault_of_a_fact_is_told_at_once(write):
    path = write("{subject: Ana Duval, kind: event, value: x, rank: best, from: y}")

    with pytest.raises(RuleError) as caught:
        load_facts([path])

    told = [line.split(": ")[1] for line in str(caught.value).split("\n")]
    assert told == ["value", "rank", "from"]


QUERY = """\
id: visitors
severity: note
message: "{key}: {variants}"
why: Worth a look.
check: sql
query: QUERY
"""


@pytest.mark.parametrize(
    ("query", "told"),
    [
        pytest.param(
            "WITH a AS (SELECT name FROM document), b AS (SELECT * FROM (WITH document"
            " AS (SELECT 1 AS x) SELECT x FROM document)) SELECT name, 1, 1 FROM a",
            "no view is named 'document'",
            id="a table behind the name of a WITH elsewhere",
        ),
        pytest.param("DELETE FROM claims", "should be one SELECT", id="no SELECT"),
        pytest.param("SELECT 1, 2, 3; SELECT 4", "should be one", id="two statements"),
        pytest.param(
            "SELECT knd, 1, 1 FROM claims", "no such column: knd", id="a slip"
        ),
        pytest.param(
            "SELECT text, 1, 1 FROM document", "mean 'documents'", id="a table"
        ),
        pytest.param(
            "SELECT text, 1, 1 FROM main.claims", "main.claims", id="a schema"
        ),
        pytest.param("SELECT 1, 2 FROM claims", "returns 2 columns", id="two columns"),
        pytest.param("SELECT * FROM claims", "in place of *", id="a star"),
        pytest.param("SELECT 1, 2, 3 FROM", "is not SQL (line 1", id="broken"),
        pytest.param("SELECT " + "(" * 9000 + "1", "is ", id="deep"),
        pytest.param(
            "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) "
            "SELECT x, x, x FROM n",
            "may never end",
            id="recursive",
        ),
        pytest.param("SELECT randomblob(9), 1, 1", "not authorized", id="a function"),
    ],
)
def test_a_query_is_tried_when_it_is_read(write, query, told):
    (fault,) = faults(write(QUERY.replace("QUERY", query)))

    assert fault.startswith("6:1: query: ")
    assert told in fault


def test_a_semicolon_inside_words_ends_no_query(write):
    query = "\"SELECT source || '; ' || document, kind, claim_id FROM claims;\""

    (read,) = load_rules([write(QUERY.replace("QUERY", query))])

    assert read.query is not None


def test_a_good_query_is_read(write):
    query = "SELECT source, kind, claim_id FROM claims"

    (rule,) = load_rules([write(QUERY.replace("QUERY", query))])

    assert rule.query == query


EACH = """\
id: visits
severity: note
message: "{visitor}"
why: Worth a look.
check: each
claims: visit
same: [visitor]
differ: nature
where: {nature: state}
"""


@pytest.mark.parametrize(
    ("text", "before", "after", "told"),
    [
        pytest.param(
            GOOD, "claims: title\n", "", "claims: name a kind of claims", id="no kind"
        ),
        pytest.param(
            GOOD,
            "same:",
            "modality: [assertd]\nsame:",
            "modality: no modality is named 'assertd'; did you mean 'asserted'?",
            id="modality",
        ),
        pytest.param(GOOD, "differ: title\n", "", "needs `differ`", id="no differ"),
        pytest.param(
            GOOD,
            "compare: {as: taxonomy, using: titles}\n",
            "",
            "needs `compare`",
            id="no compare",
        ),
        pytest.param(GOOD, "same: [person]\n", "", "needs `same`", id="no slot"),
        pytest.param(
            GOOD,
            "same:",
            "require: {title: {known: true}}\nsame:",
            "require: only an `each` rule has it",
            id="require",
        ),
        pytest.param(
            GOOD,
            "same:",
            "query: SELECT 1\nsame:",
            "query: only an `sql` rule has it",
            id="query",
        ),
        pytest.param(
            GOOD, "{person}: {variants}", "{person", "message: expected '}'", id="brace"
        ),
        pytest.param(
            GOOD,
            "same:",
            "where: {title: {category: single seat, using: titel}}\nsame:",
            "no lexicon is named 'titel'",
            id="a lexicon of a filter",
        ),
        pytest.param(
            GOOD,
            "same:",
            "where: {title: {category: single seat}}\nsame:",
            "name the lexicon",
            id="a filter without a lexicon",
        ),
        pytest.param(
            GOOD,
            "same:",
            "where: {title: {after: persn}}\nsame:",
            "where: no role of title is named 'persn'",
            id="a role of a filter",
        ),
        pytest.param(
            EACH,
            "where: {nature: state}\n",
            "",
            "an `each` rule needs `where` or `require`",
            id="nothing asked",
        ),
        pytest.param(EACH, "differ: nature\n", "", "what to show", id="nothing shown"),
        pytest.param(
            EACH,
            "where:",
            "require: {nature: {weekday_of: natur}}\nwhere:",
            "require: no role of visit is named 'natur'",
            id="a weekday of nothing",
        ),
        pytest.param(
            EACH,
            "where:",
            "unless_fact: {kind: title, subject: guest, is: king}\nwhere:",
            "unless_fact: no role of visit is named 'guest'",
            id="whom a fact is about",
        ),
        pytest.param(
            QUERY, "query: QUERY\n", "", "an `sql` rule needs `query`", id="no query"
        ),
    ],
)
def test_what_a_shape_of_rule_needs(write, text, before, after, told):
    assert before in text

    found = faults(write(text.replace(before, after, 1)))

    assert [fault for fault in found if told in fault], found


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        pytest.param("{kind: titel}", "no claim kind is named 'titel'", id="kind"),
        pytest.param("{persn: Ana}", "persn: a title has no such role", id="role"),
    ],
)
def test_faults_of_the_claims_in_tests(write, claims, told):
    tests = f"tests: [{{name: it, claims: [{claims}], expect: none}}]\n"

    (fault,) = faults(write(GOOD + tests))

    assert f": tests: {told}" in fault


@pytest.mark.parametrize(
    "given",
    [
        pytest.param("texts: {A: Ana left.}, claims: [{title: mayor}]", id="both"),
        pytest.param("facts: []", id="neither"),
    ],
)
def test_a_test_has_claims_or_texts(write, given):
    (fault,) = faults(write(f"{GOOD}tests: [{{name: it, {given}, expect: none}}]\n"))

    assert "give either `claims` or `texts`" in fault


def test_reference_facts_of_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(RuleError, match="no such facts file or folder"):
        load_facts([tmp_path / "none"])
