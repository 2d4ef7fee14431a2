"""Feeds and pages saved in one file, written here."""

from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from io import BytesIO

import pytest

from factcheck.documents import collect, read

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Orsa Radio</title><link>https://orsa.example/</link>
<item><title>Dam  opens</title><link>https://orsa.example/1</link>
  <pubDate>Thu, 02 May 2024 23:30:00 +0900</pubDate>
  <media:description>A picture.</media:description>
  <description>Short.</description>
  <content:encoded><![CDATA[<p>Mayor <b>Mara Venn</b> opened the dam &amp; left.</p>
    <script>alert(1)</script><p>She spoke to 41&nbsp;people.</p>]]></content:encoded>
</item>
<item><title>A headline</title></item>
<item><title>Rain</title><source url="x">Hill Post</source>
  <description>Rain fell &lt;i&gt;all&lt;/i&gt; day. 3 &lt; 4.</description></item>
</channel></rss>
"""
ATOM = """<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title type="text">Orsa &amp; Hill</title>
<link rel="self" href="https://orsa.example/feed"/>
<entry><title type="html">Dam &amp;amp; rain</title>
  <link rel="edit" href="https://orsa.example/edit"/>
  <link href="https://orsa.example/2"/>
  <updated>2024-05-04T00:00:00Z</updated><published>2024-05-03T00:10:00Z</published>
  <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
    <p>The dam <em>holds</em>.</p><p>Write &lt;b&gt; for bold.</p></div></content>
</entry>
<entry><title>Plain</title><summary type="text">5 &lt; 6 <!-- no --></summary></entry>
</feed>
"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Hill Post</title></channel>
<item><title>Rain</title><description>Rain fell.</description>
<dc:date>2024-05-03T10:00:00+02:00</dc:date></item></rdf:RDF>
"""


def test_every_entry_of_a_feed_is_a_document(tmp_path):
    path = tmp_path / "news.rss"
    path.write_text(RSS, encoding="utf-8")

    found = collect([path])

    first, last = found.documents
    assert first.text == (
        "Mayor Mara Venn opened the dam & left.\n\nShe spoke to 41 people."
    )
    assert (first.id, first.line) == ("news.rss:5", 5)
    assert (first.source, first.published) == ("Orsa Radio", "2024-05-02")
    assert (first.title, first.url) == ("Dam opens", "https://orsa.example/1")
    assert (last.text, last.source) == ("Rain fell all day. 3 < 4.", "Hill Post")
    (fault,) = found.faults
    assert fault.document == f"{path}:12"
    assert "headline only" in fault.reason


def test_atom_is_read_by_its_types(tmp_path):
    path = tmp_path / "news.atom"
    path.write_text(ATOM, encoding="utf-8")

    first, last = read(path)

    assert first.text == "The dam holds.\n\nWrite <b> for bold."
    assert (first.title, first.source) == ("Dam & rain", "Orsa & Hill")
    assert (first.published, first.url) == ("2024-05-03", "https://orsa.example/2")
    assert last.text == "5 < 6"


def test_the_first_rss_is_read(tmp_path):
    path = tmp_path / "news.xml"
    path.write_text(RDF, encoding="utf-8")

    (rain,) = read(path)

    assert (rain.text, rain.source) == ("Rain fell.", "Hill Post")
    assert rain.published == "2024-05-03"


LAUGHS = (
    '<!DOCTYPE rss [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">'
        for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>\n<rss><channel><item><description>&i;</description></item></channel></rss>"
)
OUTSIDE = (
    '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n'
    "<rss><channel><item><description>&x;</description></item></channel></rss>"
)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        pytest.param(LAUGHS, "declares entities", id="a billion laughs"),
        pytest.param(OUTSIDE, "declares entities", id="a file outside"),
        pytest.param("<rss><a>" * 5000, "nested too deeply", id="nested"),
        pytest.param("<rss><channel>", "not XML", id="not closed"),
        pytest.param("<rss/>", "no feed", id="no entries"),
        pytest.param("<rss>\0</rss>", "not XML", id="a NUL byte"),
        pytest.param(
            '<?xml version="1.0" encoding="klingon"?><rss/>', "not XML", id="encoding"
        ),
        pytest.param(
            "<rss><item><description>date 2024-02-31 Rain.</description></item></rss>",
            "not a day",
            id="a date that is none",
        ),
    ],
)
def test_hostile_feeds_are_faults(tmp_path, raw, said):
    path = tmp_path / "bad.xml"
    path.write_text(raw, encoding="utf-8")

    found = collect([path])

    assert found.documents == []
    (fault,) = found.faults
    assert said in fault.reason


def test_other_xml_in_a_folder_is_passed_over(tmp_path):
    (tmp_path / "pom.xml").write_text("<project/>", encoding="utf-8")
    (tmp_path / "news.xml").write_text(RDF, encoding="utf-8")

    found = collect([tmp_path])

    assert [d.id for d in found.documents] == ["news.xml:4"]
    assert found.faults == []


def test_a_feed_is_known_by_its_first_characters():
    (rain,) = collect(["-"], BytesIO(RDF.encode())).documents

    assert (rain.id, rain.text) == ("stdin:4", "Rain fell.")


PAGE = (
    '<html><head><meta charset="iso-8859-1"><title>Dam</title></head><body><article>'
    "<h1>Dam</h1><p>Mayor Zoë Venn opened the new dam above the town on Friday, as she"
    " had promised the people of the valley two years ago.</p><p>She said that it would"
    " hold for a hundred years, and thanked everybody.</p></article></body></html>"
)


def archive(*pages: MIMEText, start: str = "") -> bytes:
    made = MIMEMultipart("related", **({"start": start} if start else {}))
    for page in pages:
        made.attach(page)
    return made.as_bytes()


def page(html: str, charset: str, **headers: str) -> MIMEText:
    part = MIMEText(html, "html", charset)
    for name, value in headers.items():
        part[name.replace("_", "-")] = value
    return part


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1"])
def test_a_saved_page_is_read_from_its_archive(tmp_path, charset):
    pytest.importorskip("trafilatura", reason="the extra html is not installed")
    path = tmp_path / "page.mhtml"
    saved = page(PAGE, charset, Content_Location="https://orsa.example/3")
    path.write_bytes(archive(saved, page("<p>An advertisement.</p>", "utf-8")))

    (document,) = read(path)

    assert "Mayor Zoë Venn opened" in document.text
    assert "advertisement" not in document.text
    assert (document.title, document.url) == ("Dam", "https://orsa.example/3")


def test_the_page_an_archive_names_is_taken(tmp_path):
    pytest.importorskip("trafilatura", reason="the extra html is not installed")
    path = tmp_path / "page.mht"
    frame = page("<p>A frame.</p>", "utf-8")
    named = page(PAGE, "utf-8", Content_ID="<main>")
    path.write_bytes(archive(frame, named, start="<main>"))

    (document,) = read(path)

    assert "Mayor Zoë Venn opened" in document.text


def test_an_archive_without_a_page_is_a_fault(tmp_path):
    letter = EmailMessage()
    letter.set_content("No page.")
    (tmp_path / "letter.mht").write_bytes(letter.as_bytes())

    (fault,) = collect([tmp_path]).faults

    assert "no page in this file" in fault.reason


LINE = (
    "<rss><channel><title>Orsa Radio</title><item>"
    "<description>One.</description></item>"
    "<item><description>{}</description><pubDate>{}</pubDate></item></channel></rss>"
)


def test_entries_on_one_line_are_told_apart(tmp_path):
    (tmp_path / "a.rss").write_text(LINE.format("Two.", ""))

    documents = read(tmp_path / "a.rss")

    assert [d.text for d in documents] == ["One.", "Two."]
    assert len({d.id for d in documents}) == 2


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        pytest.param("&lt;![CDATA[It rained.]]&gt;", "It rained.", id="CDATA escaped"),
        pytest.param(
            "&amp;lt;p&amp;gt;It rained.&amp;lt;/p&amp;gt;", "It rained.", id="twice"
        ),
        pytest.param("If a &amp;lt; b", "If a < b", id="a sign"),
    ],
)
def test_escaped_markup_hides_no_words(tmp_path, printed, text):
    (tmp_path / "a.rss").write_text(LINE.format(printed, ""))

    assert read(tmp_path / "a.rss")[1].text == text


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        pytest.param("2 May 2024", "2024-05-02", id="day first"),
        pytest.param("Thursday, May 2nd, 2024 - 8:30", "2024-05-02", id="month first"),
        pytest.param("Thu, 02-May-24 08:30", "2024-05-02", id="two digits"),
        pytest.param("Thu May  2 08:30:00 CEST 2024", "2024-05-02", id="year last"),
        pytest.param("2024/5/2", "2024-05-02", id="year first"),
        pytest.param("2.5.2024", "2024-05-02", id="points"),
        pytest.param("30/05/2024", "2024-05-30", id="slashes that tell"),
        pytest.param("02/05/2024", None, id="slashes that do not tell"),
        pytest.param("31 June 2024", None, id="no such day"),
        pytest.param("yesterday", None, id="words"),
    ],
)
def test_days_are_read_as_feeds_spell_them(tmp_path, printed, day):
    (tmp_path / "a.rss").write_text(LINE.format("It rained.", printed))

    assert read(tmp_path / "a.rss")[1].published == day
