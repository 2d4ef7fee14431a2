"""What people decided about findings, and what becomes of them."""

from dataclasses import replace
from datetime import date

import pytest

from factcheck.errors import RuleError, UsageError
from factcheck.findings import Finding, Severity, State
from factcheck.review import (
    Judged,
    Suppression,
    add_verdict,
    all_known,
    decide,
    precision,
    read_baseline,
    read_suppressions,
    read_verdicts,
    write_baseline,
)

TODAY = date(2024, 5, 3)
PRINT = "5d1f0c7a9b3e2468"
FOUND = Finding(
    "title-conflict",
    Severity.ERROR,
    PRINT,
    None,
    "Mara Venn",
    "Mara Venn is given two titles",
    (),
)
OTHER = replace(FOUND, fingerprint="0c7a9b3e24685d1f", key="Ivo Orsa")


def suppression(reason="as agreed", **given):
    return Suppression(reason, place="s.yaml:1:3", **given)


@pytest.mark.parametrize(
    ("given", "covers"),
    [
        pytest.param({"fingerprint": PRINT}, True, id="its fingerprint"),
        pytest.param({"fingerprint": PRINT[:8]}, True, id="as the report prints it"),
        pytest.param({"fingerprint": OTHER.fingerprint}, False, id="another one"),
        pytest.param(
            {"rule": "title-conflict", "key": "mara  venn"}, True, id="rule and key"
        ),
        pytest.param(
            {"rule": "name-spelling", "key": "Mara Venn"}, False, id="another rule"
        ),
        pytest.param(
            {"rule": "title-conflict", "key": "Mara"}, False, id="part of a key"
        ),
        pytest.param(
            {"fingerprint": PRINT, "rule": "name-spelling"}, False, id="all must fit"
        ),
    ],
)
def test_what_an_entry_covers(given, covers):
    decided = decide([FOUND], TODAY, [suppression(**given)])

    assert (decided.findings[0].state == State.SUPPRESSED) is covers
    assert bool(decided.stale) is not covers


@pytest.mark.parametrize(
    ("entry", "state", "said"),
    [
        pytest.param(
            suppression(fingerprint=PRINT, expires=TODAY),
            State.SUPPRESSED,
            None,
            id="its last day",
        ),
        pytest.param(
            suppression(fingerprint=PRINT, expires=date(2024, 5, 2)),
            State.NEW,
            "expired on 2024-05-02",
            id="the day after",
        ),
        pytest.param(
            suppression("", fingerprint=PRINT), State.NEW, "no reason", id="no reason"
        ),
        pytest.param(
            suppression(fingerprint="f" * 16), State.NEW, "no finding", id="unused"
        ),
    ],
)
def test_entries_without_effect_are_told(entry, state, said):
    decided = decide([FOUND], TODAY, [entry])

    assert decided.findings[0].state == state
    assert [said in told for told in decided.stale] == ([True] if said else [])


def test_an_entry_that_new_values_overtook_names_the_finding():
    entry = suppression(fingerprint="f" * 16, rule="title-conflict", key="Mara Venn")

    decided = decide([FOUND], TODAY, [entry])

    assert decided.findings[0].state == State.NEW
    assert "something else now (5d1f0c7a)" in decided.stale[0]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        pytest.param({"rule": "title-conflict", "key": "x"}, 1, id="a rule that ran"),
        pytest.param({"rule": "age-conflict", "key": "x"}, 0, id="one that did not"),
        pytest.param({"fingerprint": "f" * 16}, 0, id="nobody knows whose"),
    ],
)
def test_entries_for_rules_that_did_not_run_are_not_unused(given, told):
    decided = decide([FOUND], TODAY, [suppression(**given)], ran={"title-conflict"})

    assert len(decided.stale) == told


def verdict(word, finding=FOUND):
    return Judged(finding.fingerprint, finding.rule, finding.key, word)


@pytest.mark.parametrize(
    ("words", "state"),
    [
        pytest.param(["real"], State.NEW, id="real"),
        pytest.param(["not-an-issue"], State.SUPPRESSED, id="not an issue"),
        pytest.param(["accepted"], State.SUPPRESSED, id="accepted"),
        pytest.param(["accepted", "real"], State.NEW, id="the last one counts"),
    ],
)
def test_verdicts_decide_the_state(words, state):
    decided = decide([FOUND], TODAY, verdicts=[verdict(word) for word in words])

    assert decided.findings[0].state == state


def test_a_baseline_goes_by_identity():
    decided = decide([FOUND, OTHER], TODAY, baseline=all_known([FOUND]))

    assert [f.state for f in decided.findings] == [State.KNOWN, State.NEW]


@pytest.mark.parametrize(
    ("decisions", "reason"),
    [
        pytest.param(
            {"suppressions": [suppression("both are right", fingerprint=PRINT)]},
            "both are right",
            id="a suppression",
        ),
        pytest.param(
            {"verdicts": [verdict("accepted")._replace(note="asked both")]},
            "accepted: asked both",
            id="a verdict",
        ),
        pytest.param({"verdicts": [verdict("real")]}, "", id="real"),
        pytest.param({"baseline": all_known([FOUND])}, "", id="known"),
    ],
)
def test_the_reason_goes_with_the_finding(decisions, reason):
    decided = decide([FOUND], TODAY, **decisions)

    assert decided.findings[0].reason == reason


def test_a_suppression_goes_before_the_baseline():
    decided = decide(
        [FOUND],
        TODAY,
        [suppression(fingerprint=PRINT)],
        baseline=all_known([FOUND]),
    )

    assert decided.findings[0].state == State.SUPPRESSED


def test_precision_comes_from_the_last_verdicts():
    third = replace(FOUND, fingerprint="f" * 16)
    given = [
        verdict("not-an-issue"),
        verdict("real"),
        verdict("accepted", OTHER),
        verdict("not-an-issue", third),
        verdict("not-an-issue", replace(third, rule="age-conflict")),
    ]

    (told,) = precision(given[:4])

    assert told[:4] == ("title-conflict", 1, 1, 1)
    assert round(told.share, 2) == 0.67


def test_a_baseline_is_read_back_and_sorted(tmp_path):
    path = tmp_path / "known" / "baseline.json"

    write_baseline(all_known([FOUND, OTHER]), path)

    assert read_baseline(path) == all_known([OTHER, FOUND])
    lines = path.read_text(encoding="utf-8").splitlines()
    assert "Ivo Orsa" in lines[3]
    assert "Mara Venn" in lines[4]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("", id="empty"),
        pytest.param("[]", id="a list"),
        pytest.param('{"findings": []}', id="no schema"),
        pytest.param(
            '{"schema": "factcheck.baseline/1", "findings": [1]}', id="no entry"
        ),
        pytest.param("\x00\udc80", id="no text"),
        pytest.param("[" * 100_000, id="nested too deeply"),
    ],
)
def test_what_is_no_baseline_is_refused(tmp_path, content):
    path = tmp_path / "baseline.json"
    path.write_bytes(content.encode("utf-8", "surrogatepass"))

    with pytest.raises(UsageError, match=r"baseline\.json"):
        read_baseline(path)


def test_verdicts_are_added_at_the_end(tmp_path):
    path = tmp_path / "review.jsonl"
    path.write_text('{"fingerprint": "a", "rule": "r", "key": "k", "verdict": "real"}')

    add_verdict(verdict("accepted"), path)

    assert [j.verdict for j in read_verdicts(path)] == ["real", "accepted"]
    assert read_verdicts(tmp_path / "none.jsonl") == []


def test_of_very_many_broken_verdicts_the_first_are_named(tmp_path):
    path = tmp_path / "review.jsonl"
    path.write_text("[]\n" * 900)

    with pytest.raises(UsageError) as error:
        read_verdicts(path)

    *named, rest = str(error.value).splitlines()
    assert [line.split(": ")[0] for line in named] == [
        f"{path}:{number}" for number in range(1, 201)
    ]
    assert rest == "and 700 more faults"


def test_every_broken_verdict_is_named(tmp_path):
    path = tmp_path / "review.jsonl"
    path.write_text(
        '{\n{"verdict": "real"}\n'
        '{"fingerprint": "a", "rule": "r", "key": "k", "verdict": "reel"}\n[]\n'
    )

    with pytest.raises(UsageError) as error:
        read_verdicts(path)

    assert [line.split(": ")[0][-2:] for line in str(error.value).splitlines()] == [
        ":1",
        ":2",
        ":3",
        ":4",
    ]


def test_an_entry_is_read_with_its_place(tmp_path):
    path = tmp_path / "s.yaml"
    path.write_text(
        "# why\n- rule: title-conflict\n  key: Mara Venn\n  reason: promoted\n"
        "  by: ivo\n  expires: 2024-06-01\n- {fingerprint: 5D1F0C7A, reason: so}\n"
    )

    first, second = read_suppressions(path)

    assert first == Suppression(
        "promoted",
        "title-conflict",
        None,
        "Mara Venn",
        "ivo",
        date(2024, 6, 1),
        f"{path}:2:3",
    )
    assert second.covers(FOUND)


@pytest.mark.parametrize(
    "text", [pytest.param("", id="empty"), pytest.param("# none yet\n", id="comments")]
)
def test_a_file_without_entries_suppresses_nothing(tmp_path, text):
    path = tmp_path / "s.yaml"
    path.write_text(text)

    assert read_suppressions(path) == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("rule: x", "1:1: should be a list", id="a mapping"),
        pytest.param("- title-conflict", "1:3: a suppression should", id="a word"),
        pytest.param("- {rule: x, reason: y}", "ignore", id="a whole rule"),
        pytest.param("- {key: x, reason: y}", "name the rule", id="a key alone"),
        pytest.param(
            "- {fingerprint: 5d1f, reason: y}", "at least 8", id="a short fingerprint"
        ),
        pytest.param(
            f"- fingerprint: {PRINT}\n  expires: May",
            "2:3: expires: should be a day",
            id="no day",
        ),
        pytest.param(
            f"- {{fingerprint: {PRINT}, raeson: y}}",
            "did you mean 'reason'?",
            id="a wrong key",
        ),
        pytest.param(
            f"- {{fingerprint: {PRINT}, reason: [a]}}", "one piece of text", id="a list"
        ),
        pytest.param("- [", "not YAML", id="not YAML"),
    ],
)
def test_faults_of_a_file_are_named_with_their_place(tmp_path, text, said):
    path = tmp_path / "s.yaml"
    path.write_text(text)

    with pytest.raises(RuleError) as error:
        read_suppressions(path)

    assert said in str(error.value)
    assert str(error.value).startswith(f"{path}:")
