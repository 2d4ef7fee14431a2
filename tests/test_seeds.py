"""The two articles the project started from, and a pair of our own, read with care.

The gold says what a careful reader finds in them: every `must` has to be found and no
`never` may be. The articles themselves belong to others and lie outside the repository;
where they are not at hand those tests are skipped, visibly. Our own pair, with other
people, countries and events, is always here.
"""

from functools import cache
from pathlib import Path

import gold as reading
import pytest
import yaml

from factcheck.pipeline import check

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared"
DOSSIERS = {
    "seeds": (SHARED / "seeds", SHARED / "gold" / "seeds.yaml"),
    "ferry-2019": (
        HERE / "dossiers" / "ferry-2019",
        HERE / "dossiers" / "ferry-2019" / "gold.yaml",
    ),
}


@cache
def read_dossier(name):
    folder, path = DOSSIERS[name]
    if not path.exists():
        pytest.skip(f"{path} is not here")
    gold = yaml.safe_load(path.read_text(encoding="utf-8"))
    return reading.Dossier(check(folder), gold), gold


CHECKS = [
    reading.entity_faults,
    reading.title_faults,
    reading.quote_faults,
    reading.meeting_faults,
    reading.date_faults,
    reading.event_faults,
    reading.framing_faults,
    reading.conflict_faults,
    reading.unexpected_findings,
    reading.agreement_faults,
]


@pytest.mark.parametrize("name", DOSSIERS)
@pytest.mark.parametrize("faults", CHECKS, ids=lambda check: check.__name__)
def test_a_careful_reader_agrees(faults, name):
    dossier, gold = read_dossier(name)

    assert list(faults(dossier, gold)) == []
