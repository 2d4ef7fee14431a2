"""Reports are compared whole with the files in `reports/`.

To accept a change: `UPDATE_REPORTS=1 python -m pytest tests/test_reports.py`, then read
the difference.
"""

import json
import os
import re
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest
import stories

from factcheck.documents import Document, Span
from factcheck.documents.ours import is_ours
from factcheck.findings import RuleText, State
from factcheck.reports import REPORTS, Look, Report, text
from factcheck.reports.escape import inert, markdown
from factcheck.reports.excerpts import cut
from factcheck.reports.layout import StyledWord, underline, width_of, wrap, write
from factcheck.reports.locations import spread
from factcheck.reports.summary import on_one_screen

GOLDEN = Path(__file__).parent.parent / "reports"
SUFFIX = {
    "text": "txt",
    "concise": "concise.txt",
    "summary": "summary.txt",
    "markdown": "md",
    "junit": "junit.xml",
    "github": "github.txt",
    "gitlab": "gitlab.json",
}
PLACE = re.compile(r" +\S+:\d+(?::\d+)?")
"""A file and line, which are never broken: a terminal opens them."""
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def golden(name: str, written: str) -> str:
    path = GOLDEN / name
    if os.environ.get("UPDATE_REPORTS"):
        path.write_text(written, encoding="utf-8")
    return path.read_text(encoding="utf-8")


def test_every_format_is_written_here():
    assert set(REPORTS) == {
        "text", "concise", "summary", "markdown", "json", "jsonl", "csv", "sarif",
        "junit", "github", "gitlab",
    }  # fmt: skip


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("story", ["dam", "hostile", "clean"])
def test_golden_reports(name, story):
    written = REPORTS[name](getattr(stories, story)())

    assert written == golden(f"{story}.{SUFFIX.get(name, name)}", written)


@pytest.mark.parametrize("width", [60, 120])
def test_golden_text_of_other_widths(width):
    written = text.text(stories.dam(), Look(width, verbose=True))

    assert written == golden(f"dam-{width}-verbose.txt", written)


@pytest.mark.parametrize("name", ["dam", "hostile"])
@pytest.mark.parametrize("width", range(60, 201))
def test_no_line_is_wider_than_the_screen(name, width):
    written = text.text(getattr(stories, name)(), Look(width, verbose=True))

    wide = [one for one in written.split("\n") if width_of(one) > width]
    assert [one for one in wide if not PLACE.fullmatch(one)] == []
    assert not re.search(r"^\^+$", written, re.M)


def test_a_limit_counts_what_it_leaves_out():
    written = text.text(stories.dam(), Look(limit=1))

    left = len(stories.dam().new) - 1
    assert f"and {left} more findings (--limit 0 prints all)" in written
    assert written.count("  why  ") == 1


def test_a_spreadsheet_computes_nothing():
    finding = replace(stories.dam().new[0], key="=1+1")

    written = REPORTS["csv"](replace(stories.dam(), findings=(finding,)))

    assert ",'=1+1," in written


def test_colour_adds_nothing_but_colour():
    plain = text.text(stories.dam())
    coloured = text.text(stories.dam(), Look(colour=True))

    assert "\x1b[1;31merror\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


@pytest.mark.parametrize("name", REPORTS)
def test_hostile_text_comes_out_inert(name):
    written = REPORTS[name](stories.hostile())

    assert CONTROL.findall(written) == []
    assert max(map(len, written.splitlines())) < 100_000


def test_markdown_holds_no_markup_of_the_articles():
    written = REPORTS["markdown"](stories.hostile())
    tags = set(re.findall(r"<[^>]*>", written))

    assert tags == {"<!-- factcheck report -->", "<!-- -->", "<sub>", "</sub>"}
    assert not re.search(r"(?<!\\)\[click", written)
    assert not re.search(r"https?:", written)
    assert "@everyone" not in written


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("story", ["dam", "clean"])
def test_our_own_reports_are_recognised(name, story):
    written = REPORTS[name](getattr(stories, story)())

    assert is_ours(written.encode()) or written in ("", "[]\n")


@pytest.mark.parametrize("story", ["dam", "hostile", "clean"])
def test_every_sarif_result_has_a_place_and_links_those_it_names(story):
    report = getattr(stories, story)()
    (run,) = json.loads(REPORTS["sarif"](report))["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]

    assert len(run["results"]) == len(report.findings)
    for result in run["results"]:
        (location,) = result["locations"]
        related = [place["id"] for place in result.get("relatedLocations", ())]
        linked = re.findall(r"(?<!\\)\]\((\d+)\)", result["message"]["text"])
        assert location["physicalLocation"]["region"]["startLine"] > 0
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert [int(number) for number in linked] == related


def test_sarif_gives_every_rule_its_level_whether_it_fired_or_not():
    rules = [RuleText("a-b", severity="note", claims=("title",)), RuleText("c-d")]

    (run,) = json.loads(REPORTS["sarif"](Report([], rules=rules)))["runs"]

    described = run["tool"]["driver"]["rules"]
    assert [r["defaultConfiguration"]["level"] for r in described] == [
        "note",
        "warning",
    ]
    assert described[0]["properties"]["tags"] == ["facts", "title"]
    assert all(r["helpUri"].startswith("https://") for r in described)


def test_sarif_points_first_to_the_text_that_can_still_be_changed():
    report = stories.dam()
    late = replace(report.documents["heron.md"], published="2024-05-09")
    report = replace(report, documents={**report.documents, late.id: late})

    first = json.loads(REPORTS["sarif"](report))["runs"][0]["results"][0]

    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "news/heron.md"
    assert place["region"] == {
        "startLine": 7, "startColumn": 48, "endLine": 7, "endColumn": 60,
    }  # fmt: skip


def test_a_finding_without_claims_has_a_place_all_the_same():
    finding = replace(stories.dam().findings[0], claims=())
    report = Report((finding,), {})

    (result,) = json.loads(REPORTS["sarif"](report))["runs"][0]["results"]

    assert result["locations"]


def test_known_and_suppressed_findings_say_so_in_sarif():
    findings = tuple(replace(stories.dam().findings[0], state=state) for state in State)
    report = replace(stories.dam(), findings=findings)

    results = json.loads(REPORTS["sarif"](report))["runs"][0]["results"]

    assert [(r["baselineState"], "suppressions" in r) for r in results] == [
        ("new", False),
        ("unchanged", False),
        ("unchanged", True),
    ]


@pytest.mark.parametrize("story", ["dam", "hostile", "clean"])
def test_junit_is_xml_whose_counts_are_right(story):
    root = ElementTree.fromstring(REPORTS["junit"](getattr(stories, story)()))

    for suite in root:
        assert int(suite.get("tests")) == len(suite)
        for name in ("failure", "error", "skipped"):
            count = suite.get(f"{name}s", suite.get(name))
            assert int(count) == len(suite.findall(f"testcase/{name}"))


def test_a_rule_that_found_nothing_has_passed_in_junit():
    class Rule(NamedTuple):
        id: str
        message: str = ""
        why: str = ""

    root = ElementTree.fromstring(
        REPORTS["junit"](Report((), {}, rules=(Rule("title-conflict"),)))
    )

    assert [case.get("name") for case in root.iter("testcase")] == [
        "Compared 0 documents, 0 stories: 0 facts are given by two sources or more,"
        " 0 by one alone.",
        "no contradiction found",
    ]
    assert root.findall("testsuite")[1].get("name") == "title-conflict"


def test_github_annotations_are_one_line_each():
    lines = REPORTS["github"](stories.hostile()).splitlines()

    assert [line.split("::")[1].split()[0] for line in lines] == ["error", "warning"]
    title, file = lines[0].removeprefix("::error ").split(",")[:2]
    assert title == "title=title-conflict%3A Mallory %3A%3Aerror%3A%3Ax"
    assert file == "file=<b>.txt"


def test_github_annotations_beyond_what_is_shown_are_counted():
    report = stories.dam()
    many = tuple(
        replace(report.findings[0], fingerprint=f"{n:016x}") for n in range(25)
    )

    lines = REPORTS["github"](replace(report, findings=many)).splitlines()

    assert sum(line.startswith("::error") for line in lines) == 10
    assert lines[-1] == "factcheck: 15 further errors are not annotated"


def test_gitlab_reports_hold_what_gitlab_asks_for():
    laid = json.loads(REPORTS["gitlab"](stories.dam()))

    assert len(laid) == 4
    for one in laid:
        assert set(one) == {
            "check_name", "description", "fingerprint", "severity", "location",
        }  # fmt: skip
        assert one["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert one["location"]["lines"]["begin"] > 0
    assert len({one["fingerprint"] for one in laid}) == 4


@pytest.mark.parametrize("name", REPORTS)
def test_the_order_of_findings_does_not_matter(name):
    report = stories.dam()
    backward = replace(report, findings=report.findings[::-1])

    assert REPORTS[name](backward) == REPORTS[name](report)


def test_known_findings_are_counted_and_listed_only_when_asked_for():
    brief = text.text(stories.dam())
    whole = text.text(stories.dam(), Look(verbose=True))

    assert "name-spelling" not in brief
    assert "1 known" in brief
    assert "Orsa  (known)" in whole


def test_json_is_one_document_and_json_lines_are_the_same_findings():
    laid = json.loads(REPORTS["json"](stories.dam()))
    lines = REPORTS["jsonl"](stories.dam()).splitlines()

    assert list(laid) == ["schema", "findings", "summary", "exit_code"]
    assert [json.loads(line) for line in lines] == laid["findings"]
    assert set(laid["findings"][0]) == {
        "rule", "severity", "fingerprint", "state", "group", "key", "message",
        "variants", "compatible", "diff", "claims", "why",
    }  # fmt: skip


def test_a_claim_whose_document_has_no_text_is_named():
    report = stories.dam()
    bare = {i: Document(i, "", d.source) for i, d in report.documents.items()}
    written = text.text(Report(report.findings, bare))

    assert "heron.md:1" in written
    assert "    wire.jsonl:2:1\n      At least 45" not in written
    assert "      Deputy Foreign Secretary\n      ^^^^^^^^" in written


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        pytest.param("a\n\t b\u00a0c", "a b c", id="blanks"),
        pytest.param("\x1b[31mred", r"\x1b[31mred", id="escape"),
        pytest.param("a\u202eb\u2066c", r"a\u202eb\u2066c", id="direction"),
        pytest.param("a\ufeffb\u200bc", r"a\ufeffb\u200bc", id="invisible"),
        pytest.param("\U000e0041", r"\U000e0041", id="tag characters"),
        pytest.param("\ud800", r"\ud800", id="half a character"),
        pytest.param("नमस्ते “é” 조선", "नमस्ते “é” 조선", id="other scripts"),
    ],
)
def test_inert(given, shown):
    assert inert(given) == shown


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        pytest.param("# x", r"\# x", id="heading"),
        pytest.param("1. x", r"\1. x", id="list"),
        pytest.param("a|b", r"a\|b", id="table"),
        pytest.param("[a](b)", r"\[a\](b)", id="link"),
        pytest.param("&lt; $x$", "&amp;lt; &dollar;x&dollar;", id="entities"),
        pytest.param("see #12", "see #<!-- -->12", id="reference"),
        pytest.param("plain, (short) - words!", "plain, (short) - words!", id="prose"),
    ],
)
def test_markdown_escapes(given, shown):
    assert markdown(given) == shown


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        pytest.param(
            "One is. Two was there. Three.", "Two", "[Two] was there.", id="sentence"
        ),
        pytest.param("Heading\nTwo was there\nX", "Two", "[Two] was there", id="lines"),
        pytest.param(
            "One. The U.S. President met Mr. Ode. X", "met",
            "The U.S. President [met] Mr. Ode.", id="initials",
        ),
        pytest.param("“We go.” He left.", "We", "“[We] go.”", id="quotation"),
        pytest.param(
            "x " * 200 + "here" + " y" * 200, "here",
            "… " + "x " * 35 + "[here]" + " y" * 34 + " …", id="long sentence",
        ),
        pytest.param("a  b\tc", "b", "a [b] c", id="blanks"),
        pytest.param("ab", "b", "a[b]", id="inside a word"),
    ],
)  # fmt: skip
def test_excerpts(text, words, shown):
    start = text.index(words)
    pieces = cut(text, [Span(start, start + len(words))])

    assert "".join(f"[{p.text}]" if p.marked else p.text for p in pieces) == shown


def test_marks_far_apart_are_shown_with_what_is_between_cut_out():
    text = "first " + "word " * 100 + "last"
    pieces = cut(text, [Span(0, 5), Span(len(text) - 4, len(text))])

    shown = "".join(f"[{p.text}]" if p.marked else p.text for p in pieces)
    assert re.fullmatch(r"\[first\]( word)+ … (word )+\[last\]", shown)


@pytest.mark.parametrize(
    ("words", "width", "lines"),
    [
        pytest.param(["one two three"], 9, ["one two", "three"], id="blanks"),
        pytest.param(["one t", "wo, x"], 6, ["one", "two, x"], id="across styles"),
        pytest.param(["abcdefghijkl"], 9, ["abcdefghi", "jkl"], id="a long word"),
        pytest.param(
            ["조선 조선 조선"], 10, ["조선 조선", "조선"], id="wide characters"
        ),
        pytest.param(["exactly nine"], 12, ["exactly nine"], id="fits"),
    ],
)
def test_wrapping(words, width, lines):
    wrapped = wrap([StyledWord(w) for w in words], width, "")

    assert write(wrapped, colour=False).splitlines() == lines


def test_wide_characters_take_two_columns():
    assert width_of("조a\u0301") == 3
    assert underline((StyledWord("조 "), StyledWord("조", "mark"))) == (
        StyledWord("   "),
        StyledWord("^^", "under"),
    )


def test_places_of_other_documents_come_before_further_ones_of_the_same():
    claims = [
        stories.claim(document, "title", title=stories.at(document, words))
        for document, words in (
            (stories.HERON, "Mara"),
            (stories.HERON, "Venn"),
            (stories.WIRE, "Venn"),
        )
    ]

    assert spread(claims) == [claims[0], claims[2], claims[1]]


def test_copies_of_a_sentence_are_shown_once_with_every_place():
    report = stories.dam()
    copy = replace(stories.HERON, id="copy.md", source="The Copy", path="copy.md")
    finding = report.findings[0]
    again = replace(finding.claims[0], document="copy.md", id="")
    first = replace(
        finding.variants[0],
        claims=(*finding.variants[0].claims, again.id),
        sources=("The Copy", "The Heron"),
    )
    finding = replace(
        finding,
        claims=(*finding.claims, again),
        variants=(first, finding.variants[1]),
    )

    written = text.text(
        replace(
            report, findings=(finding,), documents={**report.documents, "copy.md": copy}
        )
    )

    assert "(1 origin)" in written
    assert written.count("Talks on the Orsa dam will resume") == 1
    assert "news/heron.md:5:52 · The Heron\n    copy.md:5:52 · The Copy\n" in written


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_what_was_not_read_is_not_called_clean(form):
    said = REPORTS[form](Report((), {}))

    assert "nothing was compared" in said
    assert "no contradiction" not in said


@pytest.mark.parametrize(
    ("named", "shown"),
    [
        pytest.param(["dam", "flood"], True, id="two stories"),
        pytest.param(["dam", "dam"], False, id="one story"),
        pytest.param([None, None], False, id="none"),
    ],
)
def test_a_summary_counts_by_story_where_there_are_several(named, shown):
    first, second, *_ = (replace(f, group=None) for f in stories.dam().new)
    pair = [replace(f, story=s) for f, s in zip((first, second), named, strict=True)]

    assert ("By story" in REPORTS["summary"](Report(pair))) is shown


@pytest.mark.parametrize("missing", [0, 30])
def test_the_counts_of_many_findings_fit_on_one_screen(missing):
    (finding, *_) = stories.dam().new
    many = [
        replace(
            finding,
            rule=f"rule-{n}",
            story=f"story-{n}",
            variants=(replace(finding.variants[0], sources=(f"Source {n} " * 9,)),),
        )
        for n in range(99)
    ]
    left_out = [(f"news/{n}.md", "the file is empty") for n in range(missing)]
    counted = replace(stories.dam().summary, not_checked=left_out)
    report = replace(stories.dam(), findings=many, summary=counted)

    lines = on_one_screen(report, 100).splitlines()
    narrow = on_one_screen(report, 60).splitlines()

    assert len(lines) < 29
    assert max(map(width_of, narrow)) <= 60
