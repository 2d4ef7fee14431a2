"""Say in JSON Schema what goes in and comes out, for editors and other programs."""

from factcheck.cli.schemas.naming import SCHEMAS, schema

__all__ = ["SCHEMAS", "schema"]
