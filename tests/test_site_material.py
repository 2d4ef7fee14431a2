"""Pages that show what was read: people, days, single sources, what was not checked."""

from dataclasses import replace

import pytest
import stories

from factcheck.claims import Claim, ClaimTime, Mention
from factcheck.documents import Span
from factcheck.findings import Corroborated
from factcheck.reports import SITES, Material, Report
from factcheck.reports.site.agreement import headline, uncorroborated
from factcheck.reports.site.person_pages import people, titles
from factcheck.reports.site.timeline_chart import bars
from factcheck.reports.site.timeline_page import timeline

VENN = {"entity": "person:mara-venn", "name": "Mara Venn"}


def dated(claim: Claim, start: str, end: str | None = None) -> Claim:
    return replace(claim, time=ClaimTime(start, end or start, "then"), id="")


def read() -> Report:
    heron, wire = stories.HERON, stories.WIRE
    claims = (
        stories.claim(
            heron,
            "title",
            person=stories.at(heron, "Mara Venn", **VENN),
            title=stories.at(heron, "Foreign Secretary", value="foreign secretary"),
        ),
        stories.claim(
            wire,
            "title",
            person=stories.at(wire, "Mara Venn", **VENN),
            title=stories.at(wire, "Deputy Foreign Secretary"),
        ),
        stories.claim(heron, "name", person=stories.at(heron, "Mara Venn", **VENN)),
        dated(
            stories.claim(
                heron,
                "visit",
                visitor=stories.at(heron, "Venn", **VENN),
                destination=stories.at(heron, "Kessel"),
            ),
            "2024-05-03",
        ),
        dated(
            stories.claim(heron, "event", trigger=stories.at(heron, "flood")),
            "2019-01-01",
            "2019-12-31",
        ),
    )
    alone = (
        stories.Corroborated(
            "visit", "Mara Venn", "visit to Kessel", ("H",), ("h",), ()
        ),
    )
    relations = {"5d1f0c7a9b3e2468": ("a deputy is no secretary",)}
    return replace(stories.dam(), material=Material(claims, {}, alone, relations))


def pages(report: Report) -> dict[str, str]:
    return {page.path: page.text for page in SITES["html"](report)}


def page_of(report: Report, name: str) -> str:
    (path,) = (p.path for p in people(report) if p.name == name)
    return pages(report)[path]


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("foreign secretary", id="title"),
        pytest.param("Northern Wire", id="source"),
        pytest.param("Titles over time", id="titles"),
        pytest.param("Meetings and visits", id="visits"),
        pytest.param("3 May 2024", id="day"),
    ],
)
def test_a_person_has_a_page(said):
    assert said in page_of(read(), "Mara Venn")


def test_titles_are_told_with_their_sources_and_days():
    report = read()
    (person,) = people(report)

    held = titles(person, report.documents)

    assert [(h.title, h.sources, h.first) for h in held] == [
        ("Deputy Foreign Secretary", ("Northern Wire",), "2024-05-03"),
        ("foreign secretary", ("The Heron",), "2024-05-03"),
    ]


def test_the_timeline_is_in_order_and_years_are_years():
    told = timeline(read())

    assert [(one.when, one.kind) for one in told] == [
        ("2019", "event"),
        ("2024-05-03", "visit"),
    ]
    assert [bar.number for bar in bars(told)] == [1, 1]


@pytest.mark.parametrize(
    ("days", "labels"),
    [
        pytest.param(["2024-05-01", "2024-05-03"], ["1 May 2024", "3 May 2024"],
                     id="days"),
        pytest.param(["2023-05-01", "2024-05-03"], ["May 2023", "May 2024"],
                     id="months"),
        pytest.param(["1990-05-01", "2024-05-03"], ["1990", "2024"], id="years"),
        pytest.param(["1790-05-01", "2024-05-03"], ["1790s", "2020s"], id="decades"),
        pytest.param(["0400-05-01", "2024-05-03"], ["0400s", "2000s"], id="centuries"),
        pytest.param(["1969-05-01", *(f"2024-05-{n:02}" for n in range(1, 11))],
                     ["1969", *(f"{n} May 2024" for n in range(1, 11))],
                     id="a birth long ago flattens nothing"),
        pytest.param(["2024-05-01", "never"], ["1 May 2024"], id="no day"),
    ],
)  # fmt: skip
def test_bars_are_as_wide_as_the_time_they_span(days, labels):
    flood = stories.claim(
        stories.HERON, "event", trigger=stories.at(stories.HERON, "flood")
    )
    report = replace(read(), material=Material([dated(flood, day) for day in days]))

    assert [bar.label for bar in bars(timeline(report))] == labels


def test_a_gap_stands_where_time_is_left_out():
    flood = stories.claim(
        stories.HERON, "event", trigger=stories.at(stories.HERON, "flood")
    )
    days = ["2024-05-01", "2024-05-02", "2024-05-04"]
    report = replace(read(), material=Material([dated(flood, day) for day in days]))

    assert [bar.gap for bar in bars(timeline(report))] == [False, False, True]


def test_that_somebody_spoke_is_no_event():
    said = stories.at(stories.HERON, "said")
    speech = stories.claim(stories.HERON, "statement", cue=said)
    event = dated(stories.claim(stories.HERON, "event", trigger=said), "2024-05-03")

    assert timeline(replace(read(), material=Material([speech, event]))) == []


def test_a_finding_shows_how_its_values_relate_and_what_to_do():
    text = pages(read())["findings/5d1f0c7a9b3e2468.html"]

    assert "a deputy is no secretary" in text
    assert "Ask the office itself who held" in text
    assert "fingerprint: 5d1f0c7a" in text


def test_findings_are_listed_by_rule_person_and_pair_of_sources():
    written = pages(read())
    link = "findings/5d1f0c7a9b3e2468.html"

    assert link in written["rules/title-conflict.html"]
    assert link in written["pairs/1.html"]
    assert "pairs/1.html" in written["sources.html"]
    assert "people/" in written["people.html"]


def test_single_sources_and_what_was_not_checked_have_pages():
    written = pages(read())

    assert "visit to Kessel" in written["single.html"]
    assert "front matter is not closed" in written["unchecked.html"]


def test_a_hostile_name_makes_a_harmless_page():
    bad = Mention(0, 3, "<b>", entity="person:../../<script>", name="<script>\x1b[2J")
    claim = Claim("name", "<b>\x1b[2J.txt", Span(0, 3), {"person": (bad,)})
    written = pages(replace(stories.hostile(), material=Material((claim,))))

    assert all(p.count("..") == 0 for p in written)
    assert not [p for p, text in written.items() if "<script>" in text]
    assert not [p for p, text in written.items() if "\x1b" in text]


def test_lists_of_people_are_cut_into_pages():
    claims = [
        Claim(
            "name",
            "heron.md",
            Span(n, n + 1),
            {"person": (Mention(n, n + 1, f"N{n}", entity=f"person:{n}"),)},
        )
        for n in range(1200)
    ]

    written = pages(replace(read(), material=Material(claims)))

    assert {"people.html", "people-2.html", "people-3.html"} <= set(written)


def test_what_one_phrase_says_alone_is_one():
    said = stories.Wording("H", "heron.md", "text", 0, 5, "VELDE")
    alone = [
        stories.Corroborated("event", key, value, ("H",), ("h",), (), wordings=(said,))
        for key, value in [("Venn", "left"), ("Venn, Riel", "2024"), ("Venn", "left")]
    ]
    other = replace(alone[0], wordings=(said._replace(start=1),))
    report = replace(stories.dam(), material=Material(alone=[*alone, other]))

    assert [(one.key, one.value) for one in uncorroborated(report)] == [
        ("Venn", "left"),
        ("Venn, Riel", "left, 2024"),
    ]


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        pytest.param("Ana Duval", "mayor", "Ana Duval: mayor", id="an office"),
        pytest.param(
            "led the talks in Basel",
            "Ana Duval, led",
            "Ana Duval: led the talks in Basel",
            id="whoever did it comes first",
        ),
        pytest.param(
            "We will count every truck,",
            "Ana Duval",
            "Ana Duval: We will count every truck",
            id="a quotation without its comma",
        ),
        pytest.param(
            "Aldora, seas, harbour, distance",
            "9",
            "Aldora, seas, harbour, distance: 9",
            id="a list is not a sentence",
        ),
        pytest.param(
            "sank", "2024-02-13, sank", "sank: 13 February 2024", id="a day in words"
        ),
        pytest.param("sank", "sank", "sank", id="nothing but the key"),
    ],
)
def test_what_sources_agree_on_in_one_line(key, value, said):
    assert headline(Corroborated("event", key, value, ("A",), ("A",), ())) == said


def test_words_outside_quotations_are_what_is_reported_in_other_words():
    def claim(kind, start, end):
        speaker = Mention(0, 5, "Duval", entity="person:d", name="Ana Duval")
        return Claim(kind, "d", Span(start, end), {"speaker": (speaker,)})

    inside, outside = claim("statement", 10, 30), claim("statement", 50, 70)
    claims = (claim("quote", 0, 40), inside, outside)
    (person,) = people(Report((), {}, material=Material(claims)))

    assert person.statements() == [outside]
