"""Schemas by name, each whole by itself and with its version in its id."""

from collections.abc import Callable
from typing import Any

from factcheck.cli.schemas import contract, files
from factcheck.registry import Registry

DIALECT = "https://json-schema.org/draft/2020-12/schema"
VERSION = 1
"""Raised when what was valid before no longer is, or means something else."""

SCHEMAS: Registry[Callable[[], dict[str, Any]]] = Registry("schema")
"""What makes each schema."""

for _name, _make in {
    "report": contract.report,
    "finding": contract.finding,
    "claim": contract.claim,
    "document": contract.document,
    "rule": files.rule,
    "facts": files.facts,
    "lexicon": files.lexicon,
    "suppressions": files.suppressions,
    "configuration": files.configuration,
    "aliases": files.aliases,
    "baseline": files.baseline,
    "verdict": files.verdict,
}.items():
    SCHEMAS.register(_name)(_make)


def schema(name: str) -> dict[str, Any]:
    """Return a schema by name.

    Raises:
        UnknownNameError: There is none of that name.
    """
    made = SCHEMAS[name]()
    made.pop("$schema", None)
    title = f"factcheck {name}"
    identity = f"urn:factcheck:{name}:{VERSION}"
    return {"$schema": DIALECT, "$id": identity, "title": title, **made}
