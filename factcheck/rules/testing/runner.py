"""Run the tests inside rules: all tests of all rules in one batch."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar

from factcheck.claims import Claim
from factcheck.documents import Document
from factcheck.findings import Finding
from factcheck.resolution.relating import Linked
from factcheck.rules.definition.rule import Case, Expect, Fact, Rule
from factcheck.rules.engine.run_rules import run_rules
from factcheck.rules.testing.diagnosis import why_nothing
from factcheck.rules.testing.written_claims import Prepared, prepare
from factcheck.store import FactStore, Links

Extract = Callable[[Sequence[Document]], Linked]
"""Extracts and links documents, each group by itself."""

PUBLISHED = "2024-05-03"
"""The day on which the texts of tests were published, a Friday."""

PASSED = "passed"
NOISY = "noisy"
MISSING = "missing"
WRONG = "wrong"
SKIPPED = "skipped"
TODO = "todo"
FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class TestResult:
    """How one test of a rule went.

    Attributes:
        rule: Id of the rule.
        test: Name of the test.
        outcome: `passed`; `noisy` (fired and should not have), `missing` (should have
            fired), `wrong` (fired otherwise); `skipped` (a text, and nothing to extract
            with); `todo` (a known gap); `fixed` (a known gap that is none).
        detail: What was expected and what was found.
    """

    __test__: ClassVar[bool] = False

    rule: str
    test: str
    outcome: str
    detail: str = ""

    @property
    def failed(self) -> bool:
        """Whether somebody has to act."""
        return self.outcome in (NOISY, MISSING, WRONG, FIXED)


@dataclass(slots=True)
class _Batch(Prepared):
    """All tests as groups of documents in one store."""

    texts: list[Document] = field(default_factory=list)
    facts: dict[str, Sequence[Fact]] = field(default_factory=dict)

    def add(self, rule: Rule, case: Case, group: str) -> None:
        """Add the documents of one test."""
        self.facts[f"group:{group}"] = case.facts
        if case.claims:
            prepare(rule, case, group, self)
        for source, text in case.texts.items():
            name, published = f"{group}/{source}", text.published or PUBLISHED
            document = Document(name, text.text, source, published, text.title)
            self.texts.append(replace(document, group=group))

    def claims_of(self, group: str) -> list[Claim]:
        """Return the claims of one test."""
        mine = (e for e in self.extractions if e.document.group == group)
        return [claim for extraction in mine for claim in extraction.claims]

    def link(self, extract: Extract) -> None:
        """Extract the texts and link them."""
        linked = extract(self.texts)
        self.extractions += linked.extractions
        self.events |= linked.events
        self.origins |= linked.origins
        self.stories |= linked.stories


def test_rules(
    rules: Iterable[Rule],
    extract: Extract | None = None,  # noqa: PT028 (no test function of pytest's)
    explain: bool = True,  # noqa: PT028
) -> list[TestResult]:
    """Run every test of some rules; texts are skipped without *extract*.

    With *explain*, a test whose rule found nothing says why.
    """
    rules = list(rules)
    batch, cases = _Batch(), []
    for rule in rules:
        for n, case in enumerate(rule.tests):
            group = f"{rule.id}/{n}"
            cases.append((rule, case, group))
            batch.add(rule, case, group)
    findings, reasons = _judge(cases, batch, extract, explain)
    return [
        _compare(
            rule,
            case,
            findings[rule.id, group],
            extract is not None,
            reasons.get((rule.id, group), ""),
        )
        for rule, case, group in cases
    ]


test_rules.__test__ = False  # type: ignore[attr-defined]


def uncovered(rules: Iterable[Rule], results: Iterable[TestResult]) -> list[str]:
    """Say which rules no test makes fire, none leaves silent, or no text tries."""
    passed = {(r.rule, r.test) for r in results if r.outcome == PASSED}
    faults = []
    for rule in rules:
        cases = [case for case in rule.tests if (rule.id, case.name) in passed]
        if not any(case.expect for case in cases):
            faults.append(f"{rule.id}: no test makes it fire")
        if not any(not case.expect for case in cases):
            faults.append(f"{rule.id}: no test leaves it silent")
        if not any(case.texts and case.expect for case in rule.tests):
            faults.append(f"{rule.id}: no test makes it fire on running text")
    return faults


def _judge(
    cases: Sequence[tuple[Rule, Case, str]],
    batch: _Batch,
    extract: Extract | None,
    explain: bool,
) -> tuple[dict[tuple[str, str], list[Finding]], dict[tuple[str, str], str]]:
    """Return what rules found by rule and test, and why they found nothing."""
    if batch.texts and extract is not None:
        batch.link(extract)
    by_test: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    with FactStore.open() as store:
        decided = (batch.events, batch.origins, batch.unsure)
        store.scope(batch.extractions, Links(*decided, stories=batch.stories))
        rules = list({rule.id: rule for rule, _, _ in cases}.values())
        findings = run_rules(rules, store, group_by=True, facts=batch.facts)
        for finding in findings:
            by_test[finding.rule, finding.group or ""].append(finding)
        reasons = {
            (rule.id, group): findings.skipped.get(rule.id)
            or why_nothing(rule, batch.claims_of(group), store, group)
            for rule, case, group in cases
            if explain and case.expect and not by_test[rule.id, group]
            if case.claims or extract is not None
        }
    return by_test, reasons


def _compare(
    rule: Rule, case: Case, findings: list[Finding], with_texts: bool, why: str
) -> TestResult:
    if case.texts and not with_texts:
        return TestResult(rule.id, case.name, SKIPPED, "no texts are extracted here")
    made = "; ".join(f"{f.severity} {f.message}" for f in findings) or "nothing"
    detail = f"expected {_expected(case.expect)}; found {made}"
    detail += f": {why}" if why else ""
    if len(findings) > len(case.expect):
        outcome = NOISY
    elif len(findings) < len(case.expect):
        outcome = MISSING
    else:
        fits = _matched(case.expect, findings)
        outcome = PASSED if fits else WRONG
    if case.todo:
        outcome = FIXED if outcome == PASSED else TODO
    return TestResult(rule.id, case.name, outcome, "" if outcome == PASSED else detail)


def _matched(expected: Sequence[Expect], findings: Sequence[Finding]) -> bool:
    left = list(findings)
    for expect in expected:
        fitting = next((f for f in left if _fits(expect, f)), None)
        if fitting is None:
            return False
        left.remove(fitting)
    return True


def _fits(expect: Expect, finding: Finding) -> bool:
    sources = {source for v in finding.variants for source in v.sources}
    wanted = [
        (expect.severity, finding.severity),
        (expect.variants, len(finding.variants)),
        (expect.compatible, len(finding.compatible)),
        (expect.key, finding.key),
        (expect.sources and set(expect.sources), sources),
    ]
    return all(want is None or want == got for want, got in wanted)


def _expected(expected: Sequence[Expect]) -> str:
    wanted = [e.model_dump(mode="json", exclude_none=True) for e in expected]
    return "; ".join(map(_pairs, wanted)) or "nothing"


def _pairs(given: Mapping[str, object]) -> str:
    return ", ".join(f"{key}: {value}" for key, value in given.items()) or "a finding"
