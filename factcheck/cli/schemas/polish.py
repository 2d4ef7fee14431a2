"""Make schemas of models useful to editors: describe keys, allow what YAML guesses."""

import re
from typing import Any

ENTRY = re.compile(r"^    (\w+): (.*(?:\n        .*)*)", re.M)
SCALAR = ["string", "number", "boolean"]
"""What an editor takes words of YAML for; they are all read as strings."""

WHOLE = {"type": ["integer", "string"], "pattern": "^[0-9]+$"}
TRUTH = {"enum": [True, False, "true", "false"]}


def polished(schema: dict[str, Any], description: str) -> dict[str, Any]:
    """Return a schema with descriptions at its keys and without generated titles."""
    made: dict[str, Any] = _polish(schema)
    return {**made, "description": description}


def _polish(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_polish(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {
        key: content
        for key, content in schema.items()
        if not (key == "title" and isinstance(content, str))
    }
    kept = _loosened(_described(kept))
    return {
        key: {name: _polish(part) for name, part in content.items()}
        if key in ("properties", "$defs", "patternProperties")
        else _polish(content)
        for key, content in kept.items()
    }


def untitled(schema: Any) -> Any:
    """Return a schema without the titles that are made of names."""
    if isinstance(schema, list):
        return [untitled(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: {name: untitled(part) for name, part in content.items()}
        if key in ("properties", "$defs")
        else untitled(content)
        for key, content in schema.items()
        if not (key == "title" and isinstance(content, str))
    }


def _described(schema: dict[str, Any]) -> dict[str, Any]:
    """Move what a docstring says about attributes to the keys."""
    text = schema.get("description")
    if not isinstance(text, str) or "Attributes:" not in text:
        return schema
    head, _, attributes = text.partition("Attributes:")
    about = {
        name.rstrip("_"): " ".join(words.split())
        for name, words in ENTRY.findall(attributes)
    }
    properties = {
        key: {**content, "description": about[key]} if key in about else content
        for key, content in schema.get("properties", {}).items()
    }
    return {**schema, "description": head.strip(), "properties": properties}


def _loosened(schema: dict[str, Any]) -> dict[str, Any]:
    """Allow numbers for words and words for numbers: files are read as strings."""
    match schema.get("type"):
        case "string" if not {"enum", "pattern", "const"} & set(schema):
            return {**schema, "type": SCALAR}
        case "integer":
            rest = {k: v for k, v in schema.items() if k != "type"}
            return {**rest, **WHOLE}
        case "boolean":
            rest = {k: v for k, v in schema.items() if k not in ("type", "default")}
            return {**rest, **TRUTH}
    return schema
