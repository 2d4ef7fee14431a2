"""Word lists and tables in YAML, read as strings only and kept once read."""

from functools import cache
from typing import Any

import yaml

from factcheck.errors import RuleError
from factcheck.lexicons.folder import data_folder


class StringLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """A YAML loader for which every scalar is a string.

    YAML's own guesses turn a key `on` into true, `NO` into false, `1:20` into 80 and
    `010` into 8.
    """


StringLoader.yaml_implicit_resolvers = {}


@cache
def load_table(name: str) -> Any:
    """Read `tables/NAME.yaml` of the shipped data.

    Raises:
        RuleError: There is no such table, or it is not YAML.
    """
    path = data_folder() / "tables" / f"{name}.yaml"
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise RuleError(f"{path}: cannot be read: {error.strerror}") from error
    try:
        return yaml.load(text, StringLoader)
    except yaml.YAMLError as error:
        raise RuleError(f"{path}: not YAML: {error}") from error
