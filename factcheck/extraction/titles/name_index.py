"""The names of a text by token, to walk over them left and right."""

from bisect import bisect_left, bisect_right

from factcheck.claims.extraction import NameMention
from factcheck.extraction.analysis import Analysis
from factcheck.extraction.titles.nouns import is_office_noun
from factcheck.lexicons.titles_parse import parse_title, singular
from factcheck.lexicons.titles_table import title_words


def _ends_in_office(text: str) -> bool:
    """Ask whether an office was taken for a name: "Security Advisor", "Co-Chair"."""
    words = text.replace("-", " ").split()
    if len(words) < 2 or not parse_title(text).known:
        return False
    return singular(words[-1].lower()) == words[-1].lower()


def _is_portfolio(analysis: Analysis, begin: int, end: int) -> bool:
    """Ask whether a department was taken for a person: "Foreign | Minister"."""
    doc = analysis.doc
    if end - begin > 1 or end >= len(doc) or not is_office_noun(doc[end].lower_):
        return False
    table = title_words()
    word = table.spelling.get(doc[begin].lower_, doc[begin].lower_)
    return word in table.portfolio or word in table.ranks


class NameIndex:
    """Names by token.

    Attributes:
        inside: The name that a token is part of.
        inside_person: Tokens that are part of a person's name.
        person_at: Names of persons by their first token.
        person_end: Names of persons by the token behind them.
        first: The first token of a name, by its first character.
    """

    def __init__(self, analysis: Analysis) -> None:
        self.inside: dict[int, NameMention] = {}
        self.inside_person: set[int] = set()
        self.person_at: dict[int, NameMention] = {}
        self.person_end: dict[int, NameMention] = {}
        self.first: dict[int, int] = {}
        self._end: dict[int, int] = {}
        starts = analysis.token_starts
        for name in analysis.names:
            if name.kind != "person" and _ends_in_office(name.text):
                continue
            begin = bisect_right(starts, name.span.start) - 1
            end = max(begin + 1, bisect_left(starts, name.span.end))
            if name.kind == "person" and _is_portfolio(analysis, begin, end):
                continue
            self.first[name.span.start] = begin
            self._end[name.span.start] = end
            for at in range(begin, end):
                self.inside[at] = name
            if name.kind == "person":
                self.inside_person |= set(range(begin, end))
                self.person_at[begin] = name
                self.person_end[end] = name

    def add_person(self, name: NameMention, begin: int, end: int) -> None:
        """Add a person found later."""
        self.first[name.span.start] = begin
        self._end[name.span.start] = end
        self.inside |= dict.fromkeys(range(begin, end), name)
        self.inside_person |= set(range(begin, end))
        self.person_at[begin] = self.person_end[end] = name

    def begin_of(self, at: int) -> int:
        """Return the first token of the name that covers a token."""
        return self.first[self.inside[at].span.start]

    def end_of(self, at: int) -> int:
        """Return the token behind the name that covers a token."""
        return self._end[self.inside[at].span.start]
