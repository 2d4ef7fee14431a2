"""`factcheck init`: write commented starter files, never over any that are there."""

import argparse
from pathlib import Path

from factcheck.cli import CLEAN
from factcheck.errors import writing

STARTERS = Path(__file__).parent / "starters"
PLACES = {
    "aliases.yaml": "aliases.yaml",
    "factcheck.suppress.yaml": "factcheck.suppress.yaml",
    "factcheck.yaml": "factcheck.yaml",
    "facts.yaml": "facts/people.yaml",
    "house-rule.yaml": "house-rules/hospital-beds.yaml",
}
"""Where each starter goes."""

CI = {
    "workflow.yml": ".github/workflows/factcheck.yml",
    "pre-commit.yaml": ".pre-commit-config.yaml",
}
"""Where those go that --ci asks for."""


def run(options: argparse.Namespace) -> int:
    """Write each starter file that is not there yet."""
    for starter, place in {**PLACES, **(CI if options.ci else {})}.items():
        path = Path(place)
        if path.exists() or path.is_symlink():
            print(f"{path}: already exists, left unchanged")
            continue
        with writing(path), path.open("x", encoding="utf-8") as file:
            file.write((STARTERS / starter).read_text(encoding="utf-8"))
        print(f"{path}: written")
    print("next: factcheck check PATH")
    return CLEAN
