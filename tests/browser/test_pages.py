"""Questions, checks, vocabulary and pictures in a browser: with a mouse, with a keyboard, and without scripts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from queries.catalogue import find

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

QUESTION = "is-this-place-a-pilot"
PRESS = "Copy · Command line"


def question(site: Path, language: str = "en") -> str:
    return (site / language / "questions" / f"{QUESTION}.html").as_uri()


def test_the_list_of_questions_is_filtered_as_people_type(site: Path, browser_page: Page) -> None:
    browser_page.goto((site / "zh" / "questions" / "index.html").as_uri())
    shown = browser_page.locator("#questions li:visible")
    every = shown.count()
    browser_page.get_by_label("筛选").fill("省份 provinces")
    expect(browser_page.get_by_role("status")).to_have_text(f"{shown.count()} 个问题")
    assert 0 < shown.count() < every
    assert all("省份" in text for text in shown.all_text_contents())
    assert (
        browser_page.locator("#questions section:visible").count() < browser_page.locator("#questions section").count()
    )
    browser_page.get_by_label("筛选").fill("")
    expect(shown).to_have_count(every)
    expect(browser_page.get_by_role("status")).to_have_text("")


def test_a_filter_that_finds_nothing_says_so(site: Path, browser_page: Page) -> None:
    browser_page.goto((site / "en" / "questions" / "index.html").as_uri())
    browser_page.get_by_label("Filter").fill("no such question")
    expect(browser_page.get_by_role("status")).to_have_text("0 questions")


def test_a_button_copies_the_text(site: Path, browser_page: Page) -> None:
    browser_page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    browser_page.goto(question(site))
    browser_page.get_by_role("button", name=PRESS).press("Enter")
    expect(browser_page.get_by_text("Copied", exact=True)).to_be_visible()
    assert browser_page.evaluate("navigator.clipboard.readText()") == f"reformgraph ask {QUESTION} 'place=南皮县'"


def test_where_there_is_no_clipboard_the_text_is_selected(site: Path, browser_page: Page) -> None:
    browser_page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    browser_page.goto(question(site))
    browser_page.get_by_role("button", name="Copy · SPARQL").click()
    expect(browser_page.get_by_text("Selected: press Ctrl+C to copy")).to_be_visible()
    assert browser_page.evaluate("getSelection().toString()").startswith("PREFIX rg:")


def test_a_link_to_a_term_shows_it(site: Path, browser_page: Page) -> None:
    pages = sorted((site / "en" / "unit").glob("*.html"))
    browser_page.goto(
        next(file for file in pages if "#designation-level:pilot-county" in file.read_text("utf-8")).as_uri()
    )
    browser_page.locator("dl").get_by_role("link", name="pilot county", exact=True).click()
    expect(browser_page.locator("[id='designation-level:pilot-county']")).to_be_in_viewport()


@pytest.mark.parametrize("name", ["map-provinces", "map-prefectures", "tiles", "bars", "timeline"])
def test_a_picture_is_drawn_and_fits_a_phone(name: str, site: Path, browser_page: Page) -> None:
    browser_page.set_viewport_size({"width": 360, "height": 780})
    browser_page.goto((site / "zh" / "pictures" / f"{name}.html").as_uri())
    drawn = browser_page.locator(".picture > *").first
    box = drawn.bounding_box()
    assert box is not None
    assert 200 < box["width"] <= 360
    if name == "map-prefectures":
        assert drawn.evaluate("image => image.complete && image.naturalWidth > 0")


def test_without_scripts_the_pages_read_and_offer_nothing_that_needs_them(site: Path, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "en" / "questions" / "index.html").as_uri())
    assert not page.get_by_label("Filter").is_visible()
    page.get_by_role("link", name=find(QUESTION).question["en"]).click()
    assert page.get_by_role("cell", name="南皮县").first.is_visible()
    assert page.get_by_role("button", name=PRESS).count() == 0
    page.goto((site / "en" / "pictures" / "bars.html").as_uri())
    assert page.get_by_role("img", name="Number of pilots by province").is_visible()
    context.close()
