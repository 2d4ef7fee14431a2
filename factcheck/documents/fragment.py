"""The words of a piece of HTML that is an article and no page: what feeds carry."""

import re
from html.parser import HTMLParser

WORDS = (
    "address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3"
    " h4 h5 h6 header hr li main nav ol p pre section table td th tr ul"
)
BLOCKS = frozenset(WORDS.split())
SILENT = frozenset({"script", "style", "template", "noscript", "iframe", "object"})
"""Elements whose text nobody reads."""

CDATA = re.compile(r"<!\[CDATA\[(.*?)(?:\]\]>|\Z)", re.S)
TWICE = re.compile(r"</(?:a|b|div|em|i|p|span|strong)>|<br ?/?>")
"""Markup that was written as words: it was escaped twice."""

MARKUP = re.compile(r"<[a-zA-Z!/]|&(?:#\w{1,8}|[a-zA-Z]\w{1,30});")


def words_of(html: str) -> str:
    """Return the text of a fragment, its paragraphs apart; plain text as it is.

    >>> words_of("<p>Mayor <b>Ana</b> Duval&#8217;s dam</p><script>x()</script>")
    'Mayor Ana Duval’s dam'
    """
    html = CDATA.sub(r"\1", html)
    if not MARKUP.search(html):
        return html.strip()
    reader = _FragmentReader()
    reader.feed(html)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.parts).split("\n"))
    words = "\n\n".join(line for line in lines if line)
    return words_of(words) if TWICE.search(words) and words != html else words


class _FragmentReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT and not self._silent:
            self._silent = tag
        elif tag in BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._silent:
            self._silent = ""
        elif tag in BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data.replace("\n", " "))
