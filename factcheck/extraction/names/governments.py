"""When a capital stands for its government, and "the South" for a country."""

import re
from typing import TYPE_CHECKING

from factcheck.extraction.names.printed import NameSpan
from factcheck.extraction.names.words import name_words
from factcheck.lexicons.territories import capitals, territory_names

if TYPE_CHECKING:
    from factcheck.extraction.analysis import Analysis

SIDE = re.compile(r"(?:^|\b)the\s+\Z")
BOTH = re.compile(r" and (?:North|South|East|West) ([A-Z]\w+)")
NOT_SIDE = re.compile(
    r"\s{1,9}(?:of|side|coast|end|shore|bank|wing|wind|gate|part|face|tower|sea|pole|star)\b",
    re.I,
)


def acting(analysis: "Analysis", name: NameSpan) -> str | None:
    """Return the country whose government a capital stands for here, or None.

    It does as the subject of what only people do ("Oslo warned"), as the one who is
    spoken to ("urged Oslo"), as the owner of what governments have ("Oslo's decision")
    and between capitals ("talks between Oslo and Rome").
    """
    code = capitals().get(name.text)
    if code is None:
        return None
    token = analysis.token_at(name.end - 1)
    while token.dep_ == "conj":
        token = token.head
    head = token.head
    if token.dep_ == "nsubj" and head.pos_ in ("VERB", "AUX"):
        return None if head.lemma_.lower() in name_words().states else code
    if (
        token.dep_ in ("dobj", "dative")
        and head.lemma_.lower() in name_words().addressed
    ):
        return code
    if token.dep_ == "poss" and head.lemma_.lower() in name_words().belongings:
        return code
    if token.dep_ == "pobj" and head.lower_ in ("between", "with", "by", "against"):
        return code
    return None


def side(text: str, direction: NameSpan, named: set[str]) -> str | None:
    """Return the country "the South" means where the text has named "South X".

    Args:
        text: The text of the stretch.
        direction: The word "North", "South", "East" or "West" by itself.
        named: Codes of the countries the document names.
    """
    if both := BOTH.match(text, direction.end):
        return territory_names().get(f"{direction.text} {both[1]}")
    before = text[max(0, direction.start - 5) : direction.start].lower()
    if not SIDE.search(before) or NOT_SIDE.match(text, direction.end):
        return None
    codes = {
        code
        for name, code in territory_names().items()
        if code in named and name.startswith(f"{direction.text} ")
    }
    return codes.pop() if len(codes) == 1 else None
