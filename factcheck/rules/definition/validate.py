"""What is wrong with a rule that is well formed: names that nothing bears."""

import string
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from factcheck.claims import KINDS, MODALITIES
from factcheck.comparators import COMPARATORS
from factcheck.errors import RuleError, StoreError
from factcheck.lexicons.lexicon import load_lexicon
from factcheck.registry import unknown
from factcheck.rules.definition.rule import Condition, Rule
from factcheck.rules.testing.written_claims import faults_of_case
from factcheck.store import FactStore
from factcheck.store.safety import VIEWS

if TYPE_CHECKING:
    from sqlglot import exp

Place = tuple[str | int, ...]
Faults = Iterator[tuple[Place, str]]

ATTRIBUTES = ("source", "document", "story", "event", "time")
"""What a rule may name besides roles."""

FILLED = (
    "variants",
    "source",
    "published",
    "value",
    "other",
    "group",
    "cite",
    "changes",
    "origin",
)
"""What a message may name besides roles."""


def faults_of(rule: Rule) -> Faults:
    """Yield the place of each fault in the rule, and what it is."""
    if rule.check == "sql":
        yield from _sql_faults(rule)
        return
    if not rule.claims:
        yield ("claims",), "claims: name a kind of claims"
    kinds = [kind for kind in rule.claims if kind in KINDS]
    for n, kind in enumerate(rule.claims):
        if kind not in KINDS:
            yield ("claims", n), f"claims: {unknown('claim kind', kind, KINDS)}"
    for modality in rule.modality:
        if modality not in MODALITIES:
            message = unknown("modality", modality, MODALITIES)
            yield ("modality",), f"modality: {message}"
    yield from _shape_faults(rule)
    yield from _comparator_faults(rule)
    if not kinds:
        return
    yield from _name_faults(rule, kinds)
    yield from _message_faults(rule, kinds)
    for n, case in enumerate(rule.tests):
        for at, key, message in faults_of_case(rule, case):
            yield ("tests", n, "claims", at, key), f"tests: {message}"


def _name_faults(rule: Rule, kinds: list[str]) -> Faults:
    roles = {role for kind in kinds for role in KINDS[kind].roles}
    named: list[tuple[Place, str]] = []
    for key, words in (("same", rule.same), ("apart_by", rule.apart_by)):
        named += [((key, n), word) for n, word in enumerate(words)]
    named += [(("differ",), rule.differ)] if rule.differ else []
    for key, conditions in (("where", rule.where), ("require", rule.require)):
        for role, condition in conditions.items():
            named.append(((key, role), role))
            if condition.after:
                named.append(((key, role, "after"), condition.after))
            if condition.weekday_of:
                named.append(((key, role, "weekday_of"), condition.weekday_of))
            yield from _lexicon_faults((key, role), condition)
    if rule.unless_fact:
        named.append((("unless_fact", "subject"), rule.unless_fact.subject))
    for place, name in named:
        if name not in roles and name not in ATTRIBUTES:
            message = unknown(f"role of {' or '.join(kinds)}", name, roles)
            yield place, f"{place[0]}: {message}"


def _lexicon_faults(place: Place, condition: Condition) -> Faults:
    if condition.using is None:
        return
    try:
        lexicon = load_lexicon(condition.using)
    except RuleError as error:
        yield (*place, "using"), f"using: {error}"
        return
    for key in ("category", "holds"):
        name = getattr(condition, key)
        if name is not None and name not in lexicon.categories():
            message = unknown("category", name, lexicon.categories())
            yield (*place, key), f"{key}: {message}"


def _shape_faults(rule: Rule) -> Faults:
    if rule.check == "agree":
        if not rule.differ:
            yield ("check",), "check: an `agree` rule needs `differ`: what must agree"
        if not rule.compare:
            yield ("check",), "check: an `agree` rule needs `compare`"
        if not rule.same:
            yield ("check",), "check: an `agree` rule needs `same`: the slot"
    elif rule.check == "each":
        if not (rule.require or rule.where or rule.unless_fact):
            yield ("check",), "check: an `each` rule needs `where` or `require`"
        if not rule.differ:
            yield ("check",), "check: an `each` rule needs `differ`: what to show"
    if rule.check != "each" and rule.require:
        yield ("require",), "require: only an `each` rule has it"
    if rule.query is not None:
        yield ("query",), "query: only an `sql` rule has it"


def _comparator_faults(rule: Rule) -> Faults:
    if rule.compare is None:
        return
    name = rule.compare.as_
    if name not in COMPARATORS:
        yield ("compare", "as"), f"as: {unknown('comparator', name, COMPARATORS)}"
        return
    for key in ("exact", "grown"):
        if getattr(rule.compare, key) and not rule.compare.properties.bounded:
            yield ("compare", key), f"{key}: only a comparator of numbers has it"
    if rule.compare.slight and not rule.compare.properties.by_words:
        yield (
            ("compare", "slight"),
            "slight: only a comparator of quotations has it, such as `near`",
        )
    made = COMPARATORS[name]
    takes = made.OPTIONS
    options = rule.compare.options()
    for option in options:
        if option not in takes:
            known = ", ".join(sorted(takes)) or "nothing"
            message = f"{option}: `{name}` takes {known}"
            yield ("compare", option), message
    try:
        made({key: options[key] for key in options if key in takes})
    except ValueError as error:
        place = str(error).partition(":")[0]
        yield ("compare", place), str(error)
    except RuleError as error:
        yield ("compare", "using"), f"using: {error}"


def _message_faults(rule: Rule, kinds: list[str]) -> Faults:
    roles = {role for kind in kinds for role in KINDS[kind].roles}
    known = {*roles, *FILLED, *ATTRIBUTES}
    try:
        fields = [name for _, name, _, _ in string.Formatter().parse(rule.message)]
    except ValueError as error:
        yield ("message",), f"message: {error}"
        return
    for name in fields:
        if name is not None and name not in known:
            yield ("message",), f"message: {unknown('placeholder', name, known)}"


def _sql_faults(rule: Rule) -> Faults:
    if not rule.query:
        yield ("check",), "check: an `sql` rule needs `query`: a SELECT"
        return
    faults = list(faults_of_query(rule.query))
    yield from ((("query",), f"query: {fault}") for fault in faults)
    if faults:
        return
    with FactStore.open() as store:  # an empty one tells what is wrong as well
        try:
            store.query(rule.query, seconds=1)
        except StoreError as error:
            yield ("query",), str(error)


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
