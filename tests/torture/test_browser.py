"""The report of pages in a real browser: nothing fails, nothing leaves, all can read.

Needs `pip install '.[browser]'` and an installed chromium.
"""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import stories

sync_api = pytest.importorskip(
    "playwright.sync_api", reason="the extra browser is not installed"
)
axe = pytest.importorskip(
    "axe_playwright_python.sync_playwright",
    reason="the extra browser is not installed",
)
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium is installed")

from factcheck.cli.outputs import outputs, write  # noqa: E402
from factcheck.pipeline.settings import Settings  # noqa: E402
from factcheck.reports import Material, Report  # noqa: E402
from factcheck.reports.text import text as text_report  # noqa: E402

VIEWS = [(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")]
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic"]


def whole() -> Report:
    """Return a story with everything the pages can show."""
    story = stories.dam()
    claims = tuple(claim for f in story.findings for claim in f.claims)
    known = tuple(
        replace(
            claim,
            roles={
                role: tuple(
                    m._replace(entity=f"person:{m.text}", name=m.text) for m in found
                )
                for role, found in claim.roles.items()
            },
        )
        for claim in claims
    )
    agreed = story.summary.corroborated
    relations = {f.fingerprint: ("a deputy is no head",) for f in story.findings}
    return replace(story, material=Material(known, {}, agreed, relations))


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture(scope="module", params=["whole", "hostile", "clean"])
def folder(request, tmp_path_factory) -> Path:
    """Write the pages of one story."""
    made = tmp_path_factory.mktemp(request.param)
    report = whole() if request.param == "whole" else getattr(stories, request.param)()
    (target,) = outputs([f"html={made}"])
    write(report, target, Settings(), as_text=text_report)
    return made


@pytest.mark.parametrize(("width", "scheme"), VIEWS)
def test_pages_are_sound_in_a_browser(browser, folder, width, scheme):
    context = browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 900}
    )
    said, left, faults, wide = [], [], [], []
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda r: None if _inside(r.url, folder) else left.append(r.url))

    for path in sorted(folder.rglob("*.html")):
        page.goto(path.as_uri())
        overflow = "document.documentElement.scrollWidth > innerWidth"
        wide += [path.name] if page.evaluate(overflow) else []
        found = axe.Axe().run(page, options={"preload": False})
        broken = found.response["violations"]
        faults += [(path.name, v["id"], v["nodes"][0]["html"]) for v in broken]
    context.close()

    assert (said, left, faults, wide) == ([], [], [], [])


def test_a_keyboard_reaches_the_findings_and_the_filter_narrows_them(browser, tmp_path):
    (target,) = outputs([f"html={tmp_path}"])
    write(whole(), target, Settings(), as_text=text_report)
    page = browser.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    reached = []

    for _ in range(30):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.getAttribute('href')"))
    links = page.locator(".findings a").all()
    assert {link.get_attribute("href") for link in links} <= set(reached)

    page.get_by_label("Severity").select_option("error")

    assert reached[0] == "#main"
    assert page.locator(".findings > li:visible").count() == 2
    page.close()


def test_the_filter_searches_the_findings_of_all_pages(browser, tmp_path):
    (finding, *_) = whole().findings
    many = [
        replace(finding, fingerprint=f"{n:016x}", message=f"Sentence number {n}.")
        for n in range(450)
    ]
    (target,) = outputs([f"html={tmp_path}"])
    write(replace(whole(), findings=many), target, Settings(), as_text=text_report)
    page = browser.new_page()
    page.goto((tmp_path / "index.html").as_uri())

    page.get_by_label("Search").fill("number 444.")

    (link,) = page.locator(".findings a").all()
    assert link.text_content() == "Sentence number 444."  # painted or not
    link.click()
    assert "Sentence number 444." in page.locator("main").inner_text()
    page.close()


def test_everything_can_be_searched(browser, tmp_path):
    (target,) = outputs([f"html={tmp_path}"])
    write(whole(), target, Settings(), as_text=text_report)
    page = browser.new_page()
    page.goto((tmp_path / "search.html").as_uri())

    page.get_by_label("Words").fill("gates downstream")

    kinds = page.locator("#results .who").all_inner_texts()
    assert kinds.count("document") == 2
    page.get_by_role("link", name="Talks on dam to resume").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Talks on dam to resume"
    page.close()


def test_all_is_there_without_a_script(browser, tmp_path):
    (target,) = outputs([f"html={tmp_path}"])
    write(whole(), target, Settings(), as_text=text_report)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()

    page.goto((tmp_path / "index.html").as_uri())
    shown = page.locator(".findings > li:visible").count()
    page.get_by_role("link", name="People").first.click()

    assert shown == len(whole().findings)
    assert page.get_by_role("heading", level=1).inner_text() == "People"
    context.close()


def _inside(url: str, folder: Path) -> bool:
    return url.startswith(folder.as_uri())
