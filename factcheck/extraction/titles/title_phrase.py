"""The words for an office, and what stands around them."""

from dataclasses import dataclass, field

MODIFIERS = frozenset({"NN", "NNP", "JJ", "JJS", "JJR", "VBN", "VBG", "HYPH", "AFX"})
DETERMINERS = frozenset({"the", "a", "an"})
OWNERS = frozenset({"his", "her", "its", "their", "our", "my", "your", "whose"})
HONORIFICS = frozenset(
    {"sir", "dame", "dr", "dr.", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "lord",
     "lady", "prof.", "rev.", "hon.", "honorable", "honourable",
     "ayatollah", "imam", "sheikh"}
)  # fmt: skip
TAGS = ("NN", "NNP", "NNS", "NNPS")


@dataclass(slots=True)
class TitlePhrase:
    """The words for an office, what stands around them, and no holder yet.

    Attributes:
        head: Token of the head noun.
        begin: First token of the office words.
        end: Token behind them, portfolio included.
        outer_begin: First token with determiner, owner and status.
        outer_end: Token behind the body that follows ("of the United Nations").
        owners: Character ranges of country, body or employer.
        status: Token range of the words that say whether it is held, or None.
        determiner: "the", "a", "owner" for a possessive, or None.
        plain_body: Whether a common noun follows: "of the band".
        skip: Tokens inside the office words that belong to the owner.
    """

    head: int
    begin: int
    end: int
    outer_begin: int
    outer_end: int
    owners: list[tuple[int, int]] = field(default_factory=list)
    status: tuple[int, int] | None = None
    determiner: str | None = None
    plain_body: bool = False
    skip: set[int] = field(default_factory=set)
