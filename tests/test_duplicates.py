"""One difference is reported once, however many rules see it."""

from dataclasses import replace

import pytest

from factcheck.claims import Claim, Mention
from factcheck.documents import Span
from factcheck.findings import Finding, Severity, Variant
from factcheck.rules.engine.duplicates import without_duplicates


def finding(rule, kind, labels, spans, group=None):
    claims = [Claim(kind, d, Span(a, b), {}) for d, a, b in spans]
    variants = tuple(
        Variant(label, (claim.document,), (claim.document,), (claim.id,))
        for label, claim in zip(labels, claims, strict=True)
    )
    return Finding(
        rule, Severity.WARNING, rule, group, "k", "m", variants, claims=tuple(claims)
    )


NET = finding("copied-number", "assertion", ("12", "19"), [("a", 0, 90), ("b", 0, 90)])


@pytest.mark.parametrize(
    ("other", "kept"),
    [
        pytest.param(
            finding("number", "quantity", ("12", "19"), [("a", 9, 20), ("b", 9, 20)]),
            ["number"],
            id="a rule that knows what the sentence says",
        ),
        pytest.param(
            finding("number", "quantity", ("12", "19"), [("a", 9, 20), ("c", 9, 20)]),
            ["copied-number", "number"],
            id="another text",
        ),
        pytest.param(
            finding("number", "quantity", ("5", "6"), [("a", 95, 99), ("b", 95, 99)]),
            ["copied-number", "number"],
            id="another sentence",
        ),
        pytest.param(
            finding("n", "quantity", ("5", "6"), [("a", 9, 20), ("b", 9, 20)], "g"),
            ["copied-number", "n"],
            id="another group",
        ),
    ],
)
def test_a_changed_sentence_is_not_reported_again(other, kept):
    found = list(without_duplicates([NET, other]))

    assert [one.rule for one in found] == kept
    assert found[0].also == (() if len(kept) > 1 else ("copied-number",))


@pytest.mark.parametrize(
    ("labels", "kept"),
    [
        pytest.param(("12", "at least 19"), ["copied-number"], id="the same numbers"),
        pytest.param(("5", "6"), ["copied-number", "number"], id="other numbers"),
    ],
)
def test_a_changed_sentence_stands_for_a_note(labels, kept):
    spans = [("a", 9, 20), ("b", 9, 20)]
    note = replace(finding("number", "quantity", labels, spans), severity=Severity.NOTE)
    net = replace(NET, diff=(("12", "19"),))

    assert [one.rule for one in without_duplicates([net, note])] == kept


@pytest.mark.parametrize(
    ("labels", "kept"),
    [
        pytest.param(("Lima", "Cusco"), ["meeting-place"], id="the same values"),
        pytest.param(
            ("Peru", "Chile"), ["meeting-place", "event-place"], id="other values"
        ),
    ],
)
def test_the_first_of_two_rules_that_tell_the_same_is_kept(labels, kept):
    spans = [("a", 0, 30), ("b", 0, 30)]
    meeting = finding("meeting-place", "meeting", ("Lima", "Cusco"), spans)
    event = finding("event-place", "event", labels, spans)

    assert [one.rule for one in without_duplicates([meeting, event])] == kept


def test_two_findings_of_one_rule_are_two():
    spans = [("a", 0, 30), ("b", 0, 30)]
    same = [finding("number", "quantity", ("1", "2"), spans) for _ in range(2)]

    assert list(without_duplicates(same)) == same


def held(kind, words):
    """Return a finding about one word of two sentences that differ in another too."""
    found = finding(kind, kind, words, [("a", 9, 20), ("b", 9, 20)])
    claims = [
        replace(claim, roles={"value": (Mention(9, 20, word),)})
        for claim, word in zip(found.claims, words, strict=True)
    ]
    return replace(found, claims=tuple(claims))


@pytest.mark.parametrize(
    ("other", "kept"),
    [
        pytest.param(held("quantity", ("12", "19")), ["quantity"], id="these words"),
        pytest.param(
            held("title", ("minister", "mayor")),
            ["copied-number", "title"],
            id="other words of the sentence",
        ),
    ],
)
def test_two_differences_of_one_sentence(other, kept):
    net = replace(NET, diff=(("12", "19"),))

    assert sorted(f.rule for f in without_duplicates([net, other])) == kept
