"""Which characters of a Markdown text are markup and no words of it."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

HIDDEN = ("script", "style", "template", "del")
HTML = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<name>" + "|".join(HIDDEN) + r")\b.*?(?:</(?P=name)\s*>|\Z)"
    r"|</?[a-zA-Z][^<>]*>|<[!?][^<>]*>",
    re.S | re.I,
)
STRUCK = re.compile(r"<(/?)(?:del|s|strike)\b", re.I)
NOTE = re.compile(r"\[\^[^\]\s]+\]:?")
BREAK = re.compile(r"[ \t]{0,99}\\?\n[ \t]{0,99}")
LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]", re.S)


class MarkupChange(NamedTuple):
    """Characters of a text, and what a reader sees there."""

    start: int
    end: int
    shown: str


def markup_of(text: str) -> list[MarkupChange]:
    """Return what of a Markdown text is not read as it is written, in order.

    Markup, comments, addresses, pictures and struck-out words are read as nothing; a
    line break inside a paragraph is read as a blank.

    >>> text = "Mayor [Ana **Duval**](https://town.example) spoke.<!-- check -->"
    >>> [text[c.start : c.end] for c in markup_of(text)]
    ['[', '**', '**](https://town.example)', '<!-- check -->']
    """
    ends = [m.start() - n for n, m in enumerate(re.finditer("\r\n", text))]
    return [
        MarkupChange(
            start + bisect_left(ends, start), end + bisect_left(ends, end), shown
        )
        for start, end, shown in _changes(text.replace("\r\n", "\n"))
    ]


def _changes(text: str) -> Iterator[MarkupChange]:
    last = 0
    for start, end, shown in sorted(_seen(text)):
        if start < last:
            continue
        yield from _between(text, last, start)
        if shown != text[start:end]:
            yield MarkupChange(start, end, shown)
        last = end
    yield from _between(text, last, len(text))


def _between(text: str, start: int, end: int) -> Iterator[MarkupChange]:
    """Hide what lies between two stretches of words, except for the ends of lines."""
    for line in re.finditer(r"[^\n]+", text[start:end]):
        inside = start > 0 and end < len(text) and line[0] == text[start:end]
        cell = inside and "|" in line[0]
        first, last = start + line.start(), start + line.end()
        if text[max(0, first - 1) : first] == " " == text[last : last + 1]:
            last += 1  # one blank is left of two
        yield MarkupChange(first, last, " | " if cell else "")


def _seen(text: str) -> Iterator[MarkupChange]:
    """Yield the stretches that are words, and what is read there."""
    lines = [0, *(m.end() for m in re.finditer("\n", text)), len(text)]
    env: dict[str, Any] = {}
    at = 0
    for block in _parser().parse(text, env):
        if block.map is None:
            continue
        first, last = lines[block.map[0]], lines[min(block.map[1], len(lines) - 1)]
        if block.type == "inline":
            at = max(at, first)
            places = _places(text, block.content, at, last)
            for start, end, shown in _Inline(block, env).seen():
                if end > start and places[end - 1] < len(text):
                    yield MarkupChange(places[start], places[end - 1] + 1, shown)
            at = places[-1] if places else at
        elif block.type in ("code_block", "fence"):
            for line in re.finditer(r"[^\n]+", block.content):
                begin = text.find(line[0], first, last)
                if begin >= 0:
                    yield MarkupChange(begin, begin + len(line[0]), line[0])
                    first = begin + len(line[0])
        elif block.type == "html_block":
            yield from _outside(HTML, text, first, last)


def _outside(
    pattern: re.Pattern[str], text: str, first: int, last: int
) -> Iterator[MarkupChange]:
    """Yield what lies between the matches of a pattern, as it is."""
    for hidden in (*pattern.finditer(text, first, last), None):
        start = hidden.start() if hidden else last
        if first < start:
            yield MarkupChange(first, start, text[first:start])
        first = hidden.end() if hidden else last


def _places(text: str, content: str, start: int, end: int) -> list[int]:
    """Return where each character of a block's content stands in the text.

    The content lacks what its lines begin with: blanks, and the marks of quotations
    and lists.
    """
    places: list[int] = []
    for line in content.splitlines(keepends=True):
        bare = line.rstrip("\n")
        at = text.find(bare, start, end)
        if at < 0:  # what a cell of a table escapes
            return places + [len(text)] * (len(content) - len(places))
        places += range(at, at + len(bare))
        start = at + len(bare)
        if line != bare:
            start = text.find("\n", start, end)
            places.append(start)
            start += 1
    return places


class _Inline:
    """One paragraph's content, walked token by token."""

    def __init__(self, block: "Token", env: dict[str, Any]) -> None:
        self.text = block.content
        self.tokens = block.children or []
        self.references = env.get("references", {})
        self.at = 0
        self.struck = 0

    def seen(self) -> Iterator[MarkupChange]:
        """Yield what is read of the content, in order."""
        for token in self.tokens:
            start, end, shown = self._read(token)
            self.struck += _strikes(token)
            if self.struck or end <= start:
                continue
            if shown == self.text[start:end]:
                yield from _outside(NOTE, self.text, start, end)
            else:
                yield MarkupChange(start, end, shown)

    def _read(self, token: "Token") -> MarkupChange:
        """Go past a token, and return the words in it."""
        nothing = MarkupChange(self.at, self.at, "")
        if token.type == "text":
            return self._words(token.content, token.content)
        if token.type == "text_special":
            return self._words(token.markup, token.content)
        if token.type in ("softbreak", "hardbreak"):
            line_break = BREAK.match(self.text, self.at)
            if line_break is None:
                return nothing
            self.at = line_break.end()
            return MarkupChange(
                *line_break.span(), " " if token.type == "softbreak" else "\n"
            )
        if token.type == "code_inline":
            start = self.at + len(token.markup)
            end = start + len(token.content)
            if self.text[start : start + 1] == " " and not token.content.startswith(
                " "
            ):
                start, end = start + 1, end + 1
            closed = self.text.find(token.markup, end)
            self.at = (closed if closed >= 0 else end) + len(token.markup)
            return MarkupChange(start, end, self.text[start:end].replace("\n", " "))
        if token.type == "html_inline":
            self.at += len(token.content)
            line = token.content.lower().startswith("<br")
            return MarkupChange(nothing.start, self.at, "\n") if line else nothing
        if token.type == "image":
            self.at += len(token.content) + 3
            self.at = self._tail(self.at)
        elif token.type == "link_open":
            self.at += 1
        elif token.type == "link_close":
            self.at = (
                self._tail(self.at + 1) if token.markup != "autolink" else self.at + 1
            )
        else:
            self.at += len(token.markup)
        return nothing

    def _words(self, written: str, shown: str) -> MarkupChange:
        start = self.text.find(written, self.at)
        if start < 0:
            return MarkupChange(self.at, self.at, "")
        self.at = start + len(written)
        return MarkupChange(start, self.at, shown)

    def _tail(self, at: int) -> int:
        """Go past the address of a link whose words end before *at*."""
        helpers = _parser().helpers
        most = len(self.text)
        if self.text[at : at + 1] == "(":
            pos = self._blanks(at + 1)
            address = helpers.parseLinkDestination(self.text, pos, most)
            pos = self._blanks(address.pos if address.ok else pos)
            title = helpers.parseLinkTitle(self.text, pos, most)
            pos = self._blanks(title.pos if title.ok else pos)
            if self.text[pos : pos + 1] == ")":
                return pos + 1
        label = LABEL.match(self.text, at)
        return label.end() if label and self._refers(label[1]) else at

    def _refers(self, label: str) -> bool:
        from markdown_it.common.utils import normalizeReference

        return not label or normalizeReference(label) in self.references

    def _blanks(self, at: int) -> int:
        while at < len(self.text) and self.text[at] in " \t\n":
            at += 1
        return at


def _strikes(token: "Token") -> int:
    """Return whether struck-out words begin (1), end (-1) or neither."""
    if token.type == "html_inline":
        tag = STRUCK.match(token.content)
        return 0 if tag is None else -1 if tag[1] else 1
    return {"s_open": 1, "s_close": -1}.get(token.type, 0)


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # slow to import

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return parser.disable("text_join")
