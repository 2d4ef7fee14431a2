"""The documentation as pages: it builds strictly, with a page for each shipped rule."""

import html
import re
import subprocess
import sys
from pathlib import Path

import pytest

import factcheck
from factcheck.claims import KINDS
from factcheck.cli.arguments import COMMANDS
from factcheck.rules import load_rules

ROOT = Path(__file__).parent.parent
RULES = load_rules()

pytest.importorskip("mkdocs", reason="the extra docs is not installed")
pytestmark = pytest.mark.skipif(
    not (ROOT / ".ci").exists(), reason="the pages are built in the repository"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    build = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    where = ["-f", str(ROOT / ".ci" / "mkdocs.yml"), "-d", str(folder)]
    done = subprocess.run([*build, *where], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_shipped_rule_has_a_page(site, rule):
    page = (site / "rules" / rule.id / "index.html").read_text("utf-8")

    shown = " ".join(html.unescape(page).split())
    assert " ".join(rule.message.split()) in shown
    assert " ".join(rule.why.split())[:30] in shown
    fires = shown.split('id="it-fires-on"')[1].split('id="it-is-silent-about"')[0]
    assert any(_example(case) in fires for case in rule.tests if case.expect)
    assert f'href="../{rule.id}/"' in (site / "rules/shipped/index.html").read_text()


@pytest.mark.parametrize(
    ("page", "names"),
    [
        pytest.param("commands", [f"factcheck {n}" for n in COMMANDS], id="commands"),
        pytest.param("python", [*factcheck.__all__, "Result.to_pandas"], id="python"),
        pytest.param("roles", list(KINDS), id="roles"),
    ],
)
def test_the_reference_is_whole(site, page, names):
    shown = (site / "reference" / page / "index.html").read_text("utf-8")

    heads = re.findall(r"<h[23] id=[^>]*>(.*?)</h[23]>", shown)
    assert set(names) <= set(heads)


def _example(case):
    if case.texts:
        return " ".join(next(iter(case.texts.values())).text.split())
    return f"source: {case.claims[0]['source']}"


def test_pages_load_nothing_from_elsewhere(site):
    for page in site.rglob("*.html"):
        loaded = re.findall(
            r'<(?:script|img|link)\b[^>]*(?:src|href)="([^"]*)"', page.read_text()
        )
        assert not [url for url in loaded if re.match(r"(https?:)?//", url)], page
