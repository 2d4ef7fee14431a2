"""`factcheck schema`: the JSON Schemas of what goes in and comes out."""

import argparse
import json

from factcheck.cli import CLEAN
from factcheck.cli.json_schemas import SCHEMAS, schema


def run(options: argparse.Namespace) -> int:
    """Print one schema, or list what there is."""
    if options.name is not None:
        print(json.dumps(schema(options.name), indent=2, ensure_ascii=False))
        return CLEAN
    width = max(map(len, SCHEMAS))
    for name in SCHEMAS:
        described = schema(name)["description"].split(". ")[0].rstrip(".")
        print(f"{name:<{width}}  {described}")
    return CLEAN
