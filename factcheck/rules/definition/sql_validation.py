"""Read the query of an `sql` rule with a SQL parser before anything runs it.

SQLite's authorizer, the clock and the limit of rows guard a query when it runs
(`store/safety.py`). This says, without running it, whether it is one SELECT over the
views, in the part of SQL that other engines read too.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from factcheck.registry import unknown
from factcheck.store.safety import VIEWS

if TYPE_CHECKING:
    from sqlglot import exp

RETURNS = ("key", "variant", "claim_id")
LONGEST = 20_000
"""Characters of a query; nobody reads a longer one."""


def faults_of_query(text: str) -> Iterator[str]:
    """Yield what keeps a text from being one SELECT over the views.

    >>> list(faults_of_query("SELECT document, source, claim_id FROM claims"))
    []
    >>> list(faults_of_query("SELECT source, claim_id FROM claim"))[0]
    "no view is named 'claim'; did you mean 'claims'?"
    """
    from sqlglot import exp, parse
    from sqlglot.errors import SqlglotError

    if len(text) > LONGEST:
        yield f"should have at most {LONGEST:,} characters"
        return
    try:
        parsed = parse(text, read="sqlite")
    except SqlglotError as error:
        yield _broken(error)
        return
    except RecursionError:
        yield "is nested too deeply"
        return
    statements = [
        s for s in parsed if s is not None and not isinstance(s, exp.Semicolon)
    ]
    if len(statements) != 1 or not isinstance(statements[0], exp.Query):
        yield f"should be one SELECT of {', '.join(RETURNS)}"
        return
    yield from _faults(statements[0])


def _faults(query: "exp.Query") -> "Iterator[str]":
    from sqlglot import exp

    for part in query.find_all(exp.With):
        if part.args.get("recursive"):
            yield "WITH RECURSIVE may never end; name the levels it should go"
    own = set(_named_in_query(query))
    for table in query.find_all(exp.Table):
        if table.db or (table.name.casefold() not in VIEWS and id(table) not in own):
            named = f"{table.db}.{table.name}" if table.db else table.name
            yield unknown("view", named, VIEWS)
    columns = query.selects
    starred = any(column.is_star for column in columns)
    if len(columns) != len(RETURNS) and not starred:
        yield f"returns {len(columns)} columns; should return {', '.join(RETURNS)}"
    if starred:
        yield f"name the columns in place of *: {', '.join(RETURNS)}"


def _named_in_query(query: "exp.Query") -> Iterator[int]:
    """Yield the tables, by identity, that a WITH of the query itself names there.

    A name holds inside its own WITH only: elsewhere it is a table of the store.
    """
    from sqlglot.errors import SqlglotError
    from sqlglot.optimizer.scope import traverse_scope

    try:
        for scope in traverse_scope(query):
            for table in scope.tables:
                if table.name in scope.cte_sources and not table.db:
                    yield id(table)
    except SqlglotError:  # what cannot be resolved is taken for a table
        return


def _broken(error: Any) -> str:
    """Say where the parser stopped, in a line."""
    for fault in getattr(error, "errors", ()):
        near = f"{fault['start_context']}{fault['highlight']}"[-40:].strip()
        what = str(fault["description"]).partition(" but got ")[0].rstrip(".")
        return f"is not SQL (line {fault['line']}, near {near!r}): {what}"
    return f"is not SQL: {str(error).splitlines()[0]}"
