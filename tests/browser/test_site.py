"""The site as people open it: from the disk, in both languages, at every width, with a keyboard and with a reader."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

LANGUAGES = ("zh", "en")
each_language = pytest.mark.parametrize("language", LANGUAGES)


def pages(site: Path, language: str) -> list[Path]:
    """Return the single pages, and of every sort its list and one page."""
    folder = site / language
    found = sorted(folder.glob("*.html"))
    for sort in sorted(each for each in folder.iterdir() if each.is_dir()):
        found += sorted(sort.glob("*.html"), key=lambda file: (file.name != "index.html", file.name))[:2]
    return found


def test_the_site_of_the_five_documents_is_small(site: Path) -> None:
    assert sum(file.stat().st_size for file in site.rglob("*") if file.is_file()) < 10_000_000


def test_the_start_page_leads_to_both_languages(site: Path, browser_page: Page) -> None:
    browser_page.goto((site / "index.html").as_uri())
    browser_page.get_by_role("link", name="English").click()
    assert browser_page.url == (site / "en" / "index.html").as_uri()
    browser_page.get_by_role("link", name="中文").click()
    assert browser_page.url == (site / "zh" / "index.html").as_uri()
    assert browser_page.get_by_role("cell", name="河北省").count() >= 1


@each_language
def test_every_sort_of_page_is_accessible(language: str, site: Path, browser_page: Page) -> None:
    """Axe finds nothing against WCAG 2.1 A and AA, nor against its own best practices. (Preloading would be a request.)"""
    found = {}
    for file in pages(site, language):
        browser_page.goto(file.as_uri())
        violations = Axe().run(browser_page, options={"preload": False}).response["violations"]
        if violations:
            found[file.relative_to(site).as_posix()] = [
                (each["id"], each["nodes"][0]["html"][:120]) for each in violations
            ]
    assert found == {}


@each_language
def test_no_page_is_wider_than_a_phone(language: str, site: Path, browser_page: Page) -> None:
    browser_page.set_viewport_size({"width": 360, "height": 780})
    wide = []
    for file in pages(site, language):
        browser_page.goto(file.as_uri())
        if browser_page.evaluate("document.documentElement.scrollWidth") > 360:
            wide.append(file.relative_to(site).as_posix())
    assert wide == []


def test_a_fact_leads_to_its_characters(site: Path, browser_page: Page) -> None:
    browser_page.goto(min(file for file in (site / "zh" / "goal").iterdir() if file.name != "index.html").as_uri())
    quote = browser_page.locator("blockquote a").first
    target = quote.get_attribute("href")
    quote.click()
    assert target is not None
    assert "#char=" in target
    assert browser_page.url.endswith(target.rpartition("/")[2])


def test_the_keyboard_reaches_the_content_first(site: Path, browser_page: Page) -> None:
    browser_page.goto((site / "zh" / "index.html").as_uri())
    browser_page.keyboard.press("Tab")
    assert browser_page.evaluate("document.activeElement.textContent") == "跳到正文"
    browser_page.keyboard.press("Enter")
    assert browser_page.evaluate("document.activeElement.id") == "main"


@each_language
def test_a_printed_page_has_no_navigation(language: str, site: Path, browser_page: Page) -> None:
    browser_page.goto((site / language / "index.html").as_uri())
    browser_page.emulate_media(media="print")
    assert not browser_page.get_by_role("navigation").is_visible()
    assert browser_page.get_by_role("heading", level=1).is_visible()


def test_what_is_folded_on_the_screen_is_printed(site: Path, browser_page: Page) -> None:
    folded = next(file for file in sorted((site / "zh" / "program").glob("*.html")) if "<details>" in file.read_text())
    browser_page.goto(folded.as_uri())
    hidden = browser_page.locator("details li").last
    assert not hidden.is_visible()
    browser_page.emulate_media(media="print")
    expect(hidden).to_be_visible()


def test_the_switch_of_language_keeps_what_was_searched(site: Path, browser_page: Page) -> None:
    browser_page.goto((site / "zh" / "search.html").as_uri())
    browser_page.get_by_role("searchbox").fill("滦州")
    expect(browser_page.locator("#found a").first).to_be_visible()
    browser_page.get_by_role("link", name="English").click()
    expect(browser_page.get_by_role("searchbox")).to_have_value("滦州")


def test_a_thing_leads_to_its_node_in_the_network(site: Path, browser_page: Page) -> None:
    pages = sorted(file for file in (site / "zh" / "program").glob("*.html") if file.name != "index.html")
    browser_page.goto(pages[0].as_uri())
    name = browser_page.get_by_role("heading", level=1).inner_text()
    browser_page.get_by_role("link", name="在网络图中查看").click()
    expect(browser_page.locator("#panel")).to_contain_text(name)
