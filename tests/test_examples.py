"""The dossiers in `examples/` are held to what their `expect.yaml` says."""

from functools import cache
from pathlib import Path

import pytest
import yaml
from gold import Dossier, conflict_faults, unexpected_findings

from factcheck.documents import collect
from factcheck.pipeline import check
from factcheck.resolution.origins import origins

EXAMPLES = Path(__file__).parent.parent / "examples"
NAMES = sorted(path.parent.name for path in EXAMPLES.glob("*/expect.yaml"))


@cache
def expected(name):
    return yaml.safe_load((EXAMPLES / name / "expect.yaml").read_text("utf-8"))


@cache
def dossier(name):
    collected = collect([EXAMPLES / name])
    assert collected.faults == []
    return Dossier(check(collected.documents), expected(name))


def test_there_are_examples():
    assert NAMES == [
        "ferry-2024",
        "final-2023",
        "flood-2022",
        "obituary-2022",
        "results-2024",
        "seoul-2021",
    ]


@pytest.mark.parametrize("name", NAMES)
def test_sources_and_days_are_read(name):
    for letter, document in dossier(name).documents.items():
        about = expected(name)["documents"][letter]
        assert (document.source, document.published) == (
            about["source"],
            about["published"],
        )


@pytest.mark.parametrize("name", NAMES)
def test_every_conflict_is_found(name):
    assert list(conflict_faults(dossier(name), expected(name))) == []


@pytest.mark.parametrize("name", NAMES)
def test_nothing_else_is_reported(name):
    assert list(unexpected_findings(dossier(name), expected(name))) == []


@pytest.mark.parametrize("name", NAMES)
def test_agreement_is_corroborated(name):
    found = {(one.kind, one.key) for one in dossier(name).result.corroborated}

    for agreed in expected(name)["agreements"]:
        assert (agreed["kind"], agreed["key"]) in found


def test_a_dispatch_printed_twice_is_one_witness():
    documents = collect([EXAMPLES / "flood-2022"]).documents

    found = origins(documents)

    assert found["lake-herald"] == found["agency.txt"]
    assert len(set(found.values())) == 3
