import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
import stories

from factcheck.claims import Claim, Mention
from factcheck.cli.outputs import outputs, write
from factcheck.documents import Document, Span
from factcheck.errors import UsageError
from factcheck.pipeline.settings import Settings
from factcheck.reports import SITES, Material, Report
from factcheck.reports.site.book import Book
from factcheck.reports.site.document_pages import (
    Part,
    document_paths,
    document_rows,
    paragraphs,
)
from factcheck.reports.text import text as text_report

VOID = {"meta", "link", "br", "input"}


class Tree(HTMLParser):
    """Collects tags and attributes, and notes what is not closed in order."""

    def __init__(self, text):
        super().__init__()
        self.open, self.tags, self.faults = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)


def pages(report: Report) -> dict[str, str]:
    return {page.path: page.text for page in SITES["html"](report)}


def read() -> Report:
    """Return a story whose texts show their claims."""
    story = stories.dam()
    claims = {claim.id: claim for f in story.findings for claim in f.claims}
    return replace(story, material=Material(list(claims.values())))


def trees(report: Report) -> dict[str, Tree]:
    return {p: Tree(t) for p, t in pages(report).items() if p.endswith(".html")}


def test_every_folder_format_is_written_here():
    assert set(SITES) == {"html"}


def test_the_pages_of_a_report():
    assert list(pages(stories.dam())) == [
        "style.css",
        "filter.js",
        "search.js",
        "index.html",
        "findings/0c7a9b3e24685d1f.html",
        "findings/5d1f0c7a9b3e2468.html",
        "findings/24685d1f0c7a9b3e.html",
        "findings/b3e24685d1f0c7a9.html",
        "findings/e24685d1f0c7a9b3.html",
        "findings.js",
        "everything.js",
        "search.html",
        "documents.html",
        "documents/1.html",
        "documents/2.html",
        "rules/altered-quotation.html",
        "rules/title-conflict.html",
        "rules/number-conflict.html",
        "rules/state-visit-needs-head-of-state.html",
        "rules/name-spelling.html",
        "people.html",
        "timeline.html",
        "sources.html",
        "sources/1.html",
        "sources/2.html",
        "pairs/1.html",
        "corroborated.html",
        "single.html",
        "facts.html",
        "unchecked.html",
    ]


@pytest.mark.parametrize("story", ["dam", "hostile", "clean"])
def test_pages_are_well_formed_and_link_to_pages_there_are(story):
    report = getattr(stories, story)()
    written = pages(report)

    for path, tree in trees(report).items():
        root = path.count("/")
        assert tree.faults == []
        assert tree.open == []
        for _, attributes in tree.tags:
            link = attributes.get("href") or attributes.get("src") or "#"
            inside, _, anchor = link.removeprefix("../" * root).partition("#")
            assert link.startswith(("#", "https://")) or inside in written
            assert not anchor or f'id="{anchor}"' in written.get(inside, written[path])


@pytest.mark.parametrize("story", ["dam", "hostile", "clean"])
def test_a_page_names_its_language_its_title_and_its_one_heading(story):
    for tree in trees(getattr(stories, story)()).values():
        tags = [tag for tag, _ in tree.tags]
        assert tree.tags[0] == ("html", {"lang": "en", "data-factcheck": None})
        assert tags.count("title") == 1
        assert tags.count("h1") == 1
        assert tags.count("main") == 1


def test_hostile_text_adds_no_tag_and_no_control_character():
    report = stories.hostile()

    for path, tree in trees(report).items():
        text = pages(report)[path]
        scripts = [attributes for tag, attributes in tree.tags if tag == "script"]
        own = {"findings.js", "everything.js", "filter.js", "search.js"}
        assert all(set(found) == {"src", "defer"} for found in scripts)
        assert {found["src"] for found in scripts} <= own
        assert not {"img", "b", "i"} & {tag for tag, _ in tree.tags}
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066]", text)
        assert not [a for _, a in tree.tags if any(n.startswith("on") for n in a)]


def test_a_document_shows_its_claims_where_they_stand():
    document = Document("d", "Mayor Ana Duval spoke.\nShe left.", "A", "2025-03-14")
    person = Mention(6, 15, "Ana Duval")
    claim = Claim("title", "d", Span(0, 15), {"person": (person,)})
    report = Report((), {"d": document}, material=Material([claim]))
    (row,) = document_rows(Book(report, (), documents=document_paths(report)))

    first, second = paragraphs(row, {claim.id: "Northern Wire"})

    said = "title: Ana Duval\nsaid by Northern Wire"
    assert first.parts == (
        Part("Mayor Ana Duval", said, None, backed=True),
        Part(" spoke.", "", None),
    )
    assert (second.number, second.parts) == (2, (Part("She left.", "", None),))


def test_the_list_of_findings_ends_no_script():
    finding = replace(stories.dam().new[0], message="</script><b>")

    written = pages(replace(stories.dam(), findings=(finding,)))["findings.js"]

    assert "<" not in written


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        pytest.param("https://heron.example/1?a=1&b=2", True, id="page"),
        pytest.param("javascript:alert(1)", False, id="script"),
        pytest.param("data:text/html,x", False, id="data"),
        pytest.param(" https://x.example onclick=y", False, id="blanks"),
    ],
)
def test_only_addresses_of_pages_are_linked(url, linked):
    report = stories.dam()
    documents = {i: replace(d, url=url) for i, d in report.documents.items()}

    links = {
        attributes.get("href")
        for tree in trees(replace(report, documents=documents)).values()
        for _, attributes in tree.tags
    }

    assert (url in links) is linked


def test_a_page_never_leaves_the_folder():
    finding = replace(stories.dam().findings[0], fingerprint="../../etc/passwd")

    paths = list(pages(Report((finding, finding), stories.dam().documents)))

    assert "findings/etcpasswd.html" in paths
    assert "findings/etcpasswd-2.html" in paths


def test_many_findings_are_spread_over_pages():
    report = stories.dam()
    many = tuple(
        replace(report.findings[0], fingerprint=f"{n:016x}") for n in range(450)
    )

    written = pages(replace(report, findings=many))

    assert {"index.html", "index-2.html", "index-3.html"} <= set(written)
    assert max(len(text) for text in written.values()) < 200_000


def test_sources_are_compared_with_each_other():
    text = pages(stories.dam())["sources.html"]

    assert "1 agree" in text
    assert "4 conflict" in text


@pytest.mark.parametrize(
    ("path", "said"),
    [
        pytest.param("sources/1.html", "<dt>findings it appears in</dt>", id="figures"),
        pytest.param("sources/1.html", "conflicts most often with", id="its rival"),
        pytest.param("sources/1.html", 'href="../documents/', id="its documents"),
        pytest.param("documents/2.html", 'class="margin"', id="findings by the text"),
        pytest.param("documents/2.html", 'href="../sources/', id="its source"),
        pytest.param("index.html", '<mark>coordination</mark>', id="a sentence a side"),
        pytest.param("index.html", '<a class="home" href="index.html">news</a>',
                     id="the folder"),
        pytest.param("index.html", "newest text", id="the newest day"),
        pytest.param("corroborated.html", '<span class="said">', id="in a sentence"),
        pytest.param("everything.js", '"sort": "document"', id="documents are found"),
        pytest.param("everything.js", '"sort": "source"', id="sources are found"),
    ],
)  # fmt: skip
def test_what_is_read_on_a_page(path, said):
    assert said in pages(read())[path]


def test_no_source_stands_against_a_claim_that_contradicts_nothing():
    (finding, *_) = read().new
    kept, *others = finding.variants
    agreed = replace(finding, variants=(kept,), compatible=tuple(others))
    report = replace(read(), findings=(agreed,))

    marked = [n for n, text in pages(report).items() if 'class="disputed"' in text]

    assert len(marked) == 1


def outputs_of(folder):
    (output,) = outputs([f"html={folder}"])
    return output


def test_a_new_report_takes_the_place_of_an_old_one(tmp_path):
    folder = tmp_path / "site"
    write(stories.dam(), outputs_of(folder), settings=Settings(), as_text=text_report)

    write(stories.clean(), outputs_of(folder), settings=Settings(), as_text=text_report)

    assert list(folder.glob("findings/*")) == []
    assert "No contradiction found" in (folder / "index.html").read_text()


def test_a_folder_with_other_files_is_left_alone(tmp_path):
    (tmp_path / "index.html").write_text("<html>my page")

    with pytest.raises(UsageError, match="holds other files"):
        write(
            stories.dam(),
            outputs_of(tmp_path),
            settings=Settings(),
            as_text=text_report,
        )

    assert (tmp_path / "index.html").read_text() == "<html>my page"


def test_a_folder_has_to_be_named():
    with pytest.raises(UsageError, match="name a folder, such as html=report"):
        outputs(["html"])
