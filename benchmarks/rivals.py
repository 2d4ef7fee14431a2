"""The title rule by other means, over the same columns.

Each is given rows of person, title, first day, last day, document and source, and the
pairs of titles that exclude each other, and returns what counts the persons in dispute.
Setting up columns is not measured; reading them into what a rival needs (facts, a
graph, a frame) is.
"""

from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

Rows = list[tuple[int, int, int, int, int, int]]
Pairs = list[tuple[int, int]]
Work = Callable[[], int]


def numpy_loop(rows: Rows, pairs: Pairs) -> Work:
    """Sort packed columns, merge times, and look for excluded titles that overlap."""
    import numpy as np

    person, title, low, high, *_ = np.array(rows, np.int64).T.copy()
    titles, code = np.unique(title, return_inverse=True)
    place = {int(t): n for n, t in enumerate(titles)}
    table = np.zeros((len(titles), len(titles)), bool)
    for a, b in pairs:
        table[place[a], place[b]] = table[place[b], place[a]] = True

    def work() -> int:
        key = (person * len(titles) + code) << 24 | low
        order = np.argsort(key)
        own, first, last = (key >> 24)[order], low[order], high[order]
        new = np.empty(len(own), bool)
        new[0] = True
        new[1:] = (own[1:] != own[:-1]) | (first[1:] > last[:-1])
        start = np.flatnonzero(new)
        begins, ends = first[start], last[np.append(start[1:], len(own)) - 1]
        who, what = own[start] // len(titles), own[start] % len(titles)
        found = 0
        slots = np.flatnonzero(np.r_[True, who[1:] != who[:-1], True])
        several = np.flatnonzero(np.diff(slots) > 1)
        for n in several:
            at = slice(slots[n], slots[n + 1])
            w, b, e = what[at], begins[at], ends[at]
            bad = table[w[:, None], w[None, :]]
            if bad.any():
                meet = (b[:, None] <= e[None, :]) & (b[None, :] <= e[:, None])
                found += bool((bad & meet).any())
        return found

    return work


def pairs_join(rows: Rows, pairs: Pairs) -> Work:
    """Join claims with claims in DuckDB, as one would without thinking of size.

    Two claims about one person within so many days by two sources, whose titles are not
    among those that can stand side by side: the join by which the goal was measured.
    """
    duck = _claims(rows)
    bad = {*pairs, *((b, a) for a, b in pairs)}
    titles = {row[1] for row in rows}
    allowed = sorted({(a, b) for a in titles for b in titles} - bad)
    duck.execute("CREATE TABLE allowed (a BIGINT, b BIGINT)")
    duck.executemany("INSERT INTO allowed VALUES (?, ?)", allowed)
    apart = rows[0][3] - rows[0][2] + 1
    return _counted(
        duck,
        f"{JOIN} AND a.source < b.source"
        f" AND b.low > a.low - {apart} AND b.low < a.low + {apart} WHERE NOT EXISTS"
        " (SELECT 1 FROM allowed x WHERE x.a = a.title AND x.b = b.title)",
    )


def excluded_join(rows: Rows, pairs: Pairs) -> Work:
    """The same, joined with the pairs of titles that exclude each other.

    Kinder than a join that tests pairs: few titles are wrong, so few pairs are made.
    """
    duck = _claims(rows)
    duck.execute("CREATE TABLE excluded (a BIGINT, b BIGINT)")
    both = [*pairs, *((b, a) for a, b in pairs)]
    duck.executemany("INSERT INTO excluded VALUES (?, ?)", both)
    return _counted(
        duck,
        f"{JOIN} AND a.document < b.document AND a.low <= b.high AND b.low <= a.high"
        " JOIN excluded x ON x.a = a.title AND x.b = b.title",
    )


JOIN = (
    "SELECT COUNT(DISTINCT a.person), COUNT(*) FROM claims a"
    " JOIN claims b ON a.person = b.person"
)


def _claims(rows: Rows) -> Any:
    """Return a DuckDB that holds the columns."""
    import duckdb
    import numpy as np

    names = ("person", "title", "low", "high", "document", "source")
    columns = dict(zip(names, np.array(rows, np.int64).T.copy(), strict=True))
    duck = duckdb.connect()
    duck.register("given", columns)
    duck.execute("CREATE TABLE claims AS SELECT * FROM given")
    return duck


def _counted(duck: Any, query: str) -> Work:
    def work() -> int:
        found = duck.execute(query).fetchone()
        return int(found[0]) if found else 0

    return work


def pandas_script(rows: Rows, pairs: Pairs) -> Work:
    """Group by person, then merge values with values, as a script by hand would."""
    import pandas as pd

    names = ["person", "title", "low", "high", "document", "source"]
    frame = pd.DataFrame(rows, columns=names)
    both = [*pairs, *((b, a) for a, b in pairs)]
    bad = pd.DataFrame(both, columns=["title_a", "title_b"])

    def work() -> int:
        said = frame.groupby("person").title.nunique()
        some = frame[frame.person.isin(said.index[said > 1])]
        some = some.drop_duplicates(["person", "title", "low", "high"])
        met = some.merge(some, on="person", suffixes=("_a", "_b"))
        met = met[(met.low_a <= met.high_b) & (met.low_b <= met.high_a)]
        return int(met.merge(bad, on=["title_a", "title_b"]).person.nunique())

    return work


def clingo_program(rows: Rows, pairs: Pairs) -> Work:
    """State the rule in answer set programming and let clingo ground it."""
    import clingo

    def work() -> int:
        facts = [f"c({p},{t},{a},{b},{d})." for p, t, a, b, d, _ in rows]
        facts += [f"x({a},{b}). x({b},{a})." for a, b in pairs]
        rule = (
            "bad(P) :- c(P,T,A,B,D), c(P,U,E,F,G), x(T,U), D < G, A <= F, E <= B."
            " #show bad/1."
        )
        control = clingo.Control(["--warn=none"])
        control.add("base", [], "\n".join([*facts, rule]))
        control.ground([("base", [])])
        found = 0
        with control.solve(yield_=True) as models:
            for model in models:
                found = len(model.symbols(shown=True))
        return found

    return work


def shacl_shape(rows: Rows, pairs: Pairs) -> Work:
    """State the rule as a SHACL shape with SPARQL and let pySHACL validate a graph."""
    from pyshacl import validate

    def work() -> int:
        turtle = ["@prefix : <http://example.org/> ."]
        turtle += [
            f":c{n} :of :p{p} ; :title :t{t} ; :low {a} ; :high {b} ; :doc {d} ."
            for n, (p, t, a, b, d, _) in enumerate(rows)
        ]
        turtle += [f":p{p} a :Person ." for p in {row[0] for row in rows}]
        turtle += [f":t{a} :excludes :t{b} . :t{b} :excludes :t{a} ." for a, b in pairs]
        _, results, _ = validate(
            "\n".join(turtle),
            shacl_graph=SHAPE,
            data_graph_format="turtle",
            shacl_graph_format="turtle",
            advanced=False,
        )
        focus = "http://www.w3.org/ns/shacl#focusNode"
        return len({str(o) for _, p, o in results if str(p) == focus})

    return work


SHAPE = """
@prefix : <http://example.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
:OneOffice a sh:NodeShape ; sh:targetClass :Person ; sh:sparql [ sh:select '''
SELECT DISTINCT $this WHERE {
  ?a <http://example.org/of> $this ; <http://example.org/title> ?t ;
     <http://example.org/low> ?al ; <http://example.org/high> ?ah ;
     <http://example.org/doc> ?ad .
  ?t <http://example.org/excludes> ?u .
  ?b <http://example.org/of> $this ; <http://example.org/title> ?u ;
     <http://example.org/low> ?bl ; <http://example.org/high> ?bh ;
     <http://example.org/doc> ?bd .
  FILTER (?ad < ?bd && ?al <= ?bh && ?bl <= ?ah)
}''' ] .
"""

_RIVALS: dict[str, tuple[str, Callable[[Rows, Pairs], Work]]] = {
    "numpy": ("numpy", numpy_loop),
    "naive pairs": ("duckdb", pairs_join),
    "pairs that exclude": ("duckdb", excluded_join),
    "pandas": ("pandas", pandas_script),
    "clingo": ("clingo", clingo_program),
    "pyshacl": ("pyshacl", shacl_shape),
}
RIVALS = {name: made for name, (needs, made) in _RIVALS.items() if find_spec(needs)}
MISSING = sorted({needs for needs, _ in _RIVALS.values() if not find_spec(needs)})
"""Packages of rivals that are not installed here."""
