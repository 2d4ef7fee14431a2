import pytest

from factcheck.documents import collect

pytest.importorskip("trafilatura", reason="the extra html is not installed")

ARTICLE = """
<p>The minister resigned on Friday after the vote failed, officials in Velde said, and
nobody there was surprised.</p>
<p>She had been in office for two years and will go back to her farm near the lake, her
office said in a statement.</p>
"""


def page(head: str, body: str = f"<nav>Home</nav><article>{ARTICLE}</article>") -> str:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


def collected(tmp_path, content: str):
    path = tmp_path / "page.html"
    path.write_text(content, encoding="utf-8")
    return collect([path])


@pytest.mark.parametrize(
    ("head", "title", "source", "published"),
    [
        pytest.param(
            '<title>T</title><script type="application/ld+json">{"@type": "Article",'
            '"headline": "Minister goes", "datePublished": "2024-05-03T23:00:00+09:00",'
            '"publisher": {"@type": "Organization", "name": "The Heron"}}</script>',
            "Minister goes",
            "The Heron",
            "2024-05-03",
            id="linked data",
        ),
        pytest.param(
            '<script type="application/ld+json">{"@graph": [{"@type": "WebSite"},'
            '{"headline": "Minister goes", "datePublished": "2024-05-03"}]}</script>',
            "Minister goes",
            "page",
            "2024-05-03",
            id="graph",
        ),
        pytest.param(
            '<meta property="og:title" content="Minister goes">'
            '<meta property="og:site_name" content="The Heron">'
            '<meta property="article:published_time" content="2024-05-03T10:00Z">',
            "Minister goes",
            "The Heron",
            "2024-05-03",
            id="meta tags",
        ),
        pytest.param(
            '<title>Minister goes</title><script type="application/ld+json">{bad'
            "</script>",
            "Minister goes",
            "page",
            None,
            id="broken linked data",
        ),
    ],
)
def test_metadata(tmp_path, head, title, source, published):
    (document,) = collected(tmp_path, page(head)).documents

    assert document.title == title
    assert document.source == source
    assert document.published == published


def test_the_text_is_the_article_without_the_page(tmp_path):
    (document,) = collected(tmp_path, page("<title>T</title>")).documents

    assert document.text.startswith("The minister resigned on Friday")
    assert "Home" not in document.text
    assert not document.verbatim


def test_a_page_without_an_article_is_a_fault(tmp_path):
    found = collected(tmp_path, page("<title>T</title>", ""))

    assert found.documents == []
    assert "no article found in this page" in found.faults[0].reason
