"""The words titles are made of, read from `rules/lexicons/titles.yaml`."""

from dataclasses import dataclass
from functools import cache

from factcheck.errors import RuleError
from factcheck.lexicons.folder import data_folder
from factcheck.lexicons.tables import read_table


@dataclass(frozen=True)
class TitleWords:
    """What the lattice knows of single words and offices.

    Attributes:
        heads: Each head and the vaguer titles of whoever holds it.
        same: Other forms of a head or title, and the canonical one.
        spelling: British and other spellings of single words.
        ranks: Words that place a holder above or below a head, and how.
        status: Words that say whether the office is held.
        empty: Words that belong to no title.
        levels: Words for a whole state, which change no portfolio: "Union", "federal".
        portfolio: Every form of a department, and its canonical word.
        family: The family of a canonical department.
        cabinet: Heads whose portfolio makes the office.
        loose: Heads that their deputies are also called by.
        broader: Composed titles and vaguer words for them.
        disjoint: Groups of titles nobody holds two of at a time.
        single_seat: Titles one person fills at a time.
        head_of_state: Titles of heads of state.
        head_of_government: Titles of heads of government.
    """

    heads: dict[str, tuple[str, ...]]
    same: dict[str, str]
    spelling: dict[str, str]
    ranks: dict[str, str]
    status: dict[str, str]
    empty: frozenset[str]
    levels: frozenset[str]
    portfolio: dict[str, str]
    family: dict[str, str]
    cabinet: frozenset[str]
    loose: frozenset[str]
    broader: dict[str, tuple[str, ...]]
    disjoint: tuple[frozenset[str], ...]
    single_seat: frozenset[str]
    head_of_state: frozenset[str]
    head_of_government: frozenset[str]


@cache
def title_words() -> TitleWords:
    """Read the table once.

    Raises:
        RuleError: It cannot be read, is not YAML, or lacks a part.
    """
    path = data_folder() / "lexicons" / "titles.yaml"
    table = read_table(path)
    try:
        return TitleWords(
            heads={
                h: tuple(up) for f in table["heads"].values() for h, up in f.items()
            },
            same=table["same"],
            spelling=table["spelling"],
            ranks=table["ranks"],
            status=table["status"],
            empty=frozenset(table["empty"]),
            levels=frozenset(table["levels"]),
            portfolio={
                form: name
                for name, about in table["portfolios"].items()
                for form in about["forms"]
            },
            family={n: about["family"] for n, about in table["portfolios"].items()},
            cabinet=frozenset(table["cabinet"]),
            loose=frozenset(table["loose"]),
            broader={title: tuple(up) for title, up in table["broader"].items()},
            disjoint=tuple(frozenset(group) for group in table["disjoint"]),
            single_seat=frozenset(table["single_seat"]),
            head_of_state=frozenset(table["head_of_state"]),
            head_of_government=frozenset(table["head_of_government"]),
        )
    except KeyError as error:
        raise RuleError(f"{path}: {error.args[0]}: is missing") from error
