"""The page of a document in a browser: facts open the text at their characters, lit passages show their facts."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

TABLE = "zh/document/002_eadff74e2d733c9b.html"
DAMAGED = "en/document/001_0637c81013e3d2f1.html"
FOLDED = "zh/document/003_1f18d597dd06f3c4.html"
ROW = "#char=1479,1495"
"""A row of the table: the whole is a discrepancy's, the city in it a pilot unit's."""


def open_page(page: Page, site: Path, path: str) -> None:
    page.goto((site / path.partition("#")[0]).as_uri() + "".join(path.partition("#")[1:]))


def fragment(page: Page) -> str:
    return page.evaluate("location.hash")


def is_in_view(page: Page, selector: str) -> bool:
    """Tell whether the first characters of something come to lie in the window, and nothing lies over them."""
    from playwright.sync_api import TimeoutError as TooLate

    try:
        page.wait_for_function(
            """(selector) => {
              const box = document.querySelector(selector)?.getClientRects()[0];
              if (!box) return false;
              const [x, y] = [box.left + 3, box.top + box.height / 2];
              if (y < 0 || y > innerHeight || x < 0 || x > innerWidth) return false;
              const seen = document.elementFromPoint(x, y);
              return Boolean(seen && seen.closest(selector.split(" ")[0]));
            }""",
            arg=selector,
            timeout=3000,
        )
    except TooLate:
        return False
    return True


@pytest.fixture(params=[(1200, 900), (400, 800)], ids=["desk", "phone"])
def sized(browser_page: Page, request: pytest.FixtureRequest) -> Page:
    width, height = request.param
    browser_page.set_viewport_size({"width": width, "height": height})
    return browser_page


def test_a_click_on_a_fact_lights_its_characters_and_brings_them_into_view(sized: Page, site: Path) -> None:
    open_page(sized, site, TABLE)
    fact = sized.locator("#column .fact[id]", has_text="青海省海西蒙古族藏族自治州")
    fact.locator(".opens").click()
    expect(sized.locator("mark.strong")).to_have_text("海西蒙古族藏族自治州", use_inner_text=True)
    assert is_in_view(sized, "mark.strong")
    assert fragment(sized) == "#" + fact.get_attribute("id")
    expect(sized.locator("#chosen")).to_be_visible()


def test_a_fact_with_several_passages_lights_them_all(browser_page: Page, site: Path) -> None:
    open_page(browser_page, site, TABLE)
    fact = browser_page.locator("#column .fact[id]", has_text="2-3").last
    passages = fact.get_attribute("data-passages").split()
    fact.locator(".opens").click()
    for passage in passages:
        start, end = passage.split(",")
        assert browser_page.evaluate(
            """([start, end]) => [...document.querySelectorAll("mark.strong")].some(
                 (mark) => mark.dataset.at.startsWith(`${start},`))""",
            [start, end],
        )
    fact.locator(".places a", has_text="11").click()
    assert fragment(browser_page) == f"#char={passages[-1]}"
    assert is_in_view(browser_page, "mark.strong")


def test_a_click_on_a_lit_passage_shows_its_facts(sized: Page, site: Path) -> None:
    open_page(sized, site, TABLE)
    passage = sized.locator("#column .fact[id]", has_text="河北省邯郸市").get_attribute("data-passages")
    sized.locator(f"mark[data-at='{passage}'] a").click()
    expect(sized.locator("#chosen-facts .opens")).to_have_text(["河北省邯郸市"])
    expect(sized.locator("#column .fact[aria-current]")).to_have_count(1)
    assert is_in_view(sized, "#chosen-facts .opens")
    assert fragment(sized) == f"#char={passage}"


def test_passages_that_overlap_are_both_reached(browser_page: Page, site: Path) -> None:
    open_page(browser_page, site, TABLE + ROW)
    expect(browser_page.locator("#chosen-facts .fact")).to_have_count(2)
    whole = browser_page.evaluate("[...document.querySelectorAll('mark.strong')].map((m) => m.textContent).join('')")
    assert whole.startswith("12 | 山西省")
    inner = browser_page.locator("#chosen-also a")
    expect(inner).to_have_text(["内蒙古自治区包头市"])
    inner.click()
    expect(browser_page.locator("#chosen-facts .opens")).to_have_text(["内蒙古自治区包头市"])
    assert fragment(browser_page) != ROW
    browser_page.locator("mark.strong a").click()
    assert fragment(browser_page) == ROW


def test_a_link_from_elsewhere_opens_at_its_characters(sized: Page, site: Path) -> None:
    open_page(sized, site, TABLE + ROW)
    expect(sized.locator("#chosen")).to_be_visible()
    assert is_in_view(sized, "mark.strong")
    assert sized.evaluate("document.querySelector('.top .language a').hash") == ROW


@pytest.mark.parametrize("strange", ["#char=1,2", "#%E0%A4%A", "#fact=unit/nobody", "#", "#char=x"])
def test_an_address_of_nothing_shows_nothing(browser_page: Page, site: Path, strange: str) -> None:
    open_page(browser_page, site, TABLE + strange)
    expect(browser_page.locator("#chosen")).to_be_hidden()
    expect(browser_page.locator("mark.strong")).to_have_count(0)


def test_back_goes_to_what_was_chosen_before_and_escape_clears(browser_page: Page, site: Path) -> None:
    open_page(browser_page, site, TABLE)
    marks = browser_page.locator("mark a")
    marks.nth(0).click()
    first = fragment(browser_page)
    marks.nth(40).click()
    assert fragment(browser_page) != first
    browser_page.go_back()
    expect(browser_page.locator("mark.strong").first).to_be_visible()
    assert fragment(browser_page) == first
    assert is_in_view(browser_page, "mark.strong")
    browser_page.keyboard.press("Escape")
    expect(browser_page.locator("#chosen")).to_be_hidden()
    expect(browser_page.locator("mark.strong")).to_have_count(0)
    assert fragment(browser_page) == ""
    browser_page.go_back()
    expect(browser_page.locator("#chosen")).to_be_visible()
    assert fragment(browser_page) == first


def test_the_keyboard_does_all_of_it(browser_page: Page, site: Path) -> None:
    open_page(browser_page, site, TABLE)
    browser_page.locator("mark a").first.focus()
    browser_page.keyboard.press("Enter")
    assert browser_page.evaluate("document.activeElement.id") == "chosen"
    browser_page.keyboard.press("Tab")
    assert browser_page.evaluate("document.activeElement.matches('#chosen-facts a.opens')")
    browser_page.keyboard.press("Enter")
    assert browser_page.evaluate("document.activeElement.matches('mark.strong a')")
    assert is_in_view(browser_page, "mark.strong")
    browser_page.keyboard.press("Escape")
    assert browser_page.evaluate("document.activeElement.matches('#column .fact a.opens')")
    expect(browser_page.locator("#chosen")).to_be_hidden()


def test_the_switch_shows_what_is_read_and_keeps_the_place(sized: Page, site: Path) -> None:
    open_page(sized, site, DAMAGED)
    fact = sized.locator("#column .fact[id]", has_text="打造高水平临床专科")
    fact.locator(".opens").click()
    expect(sized.locator("mark.strong .stood").first).to_be_visible()
    expect(sized.locator("mark.strong .read").first).to_be_hidden()
    sized.evaluate("document.getElementById('as-read').focus({preventScroll: true})")
    sized.keyboard.press("Space")
    expect(sized.locator("mark.strong .read").first).to_be_visible()
    expect(sized.locator("mark.strong .stood").first).to_be_hidden()
    assert sized.locator("mark.strong").first.inner_text().startswith("打造高水平临床专科")
    assert is_in_view(sized, "mark.strong")


def test_a_repaired_spot_is_reached_from_the_list(browser_page: Page, site: Path) -> None:
    open_page(browser_page, site, DAMAGED)
    browser_page.locator(".spots summary").click()
    link = browser_page.locator(".spots a").first
    link.click()
    assert fragment(browser_page) == link.get_attribute("href")
    assert is_in_view(browser_page, ".repair:target")


def test_a_passage_in_folded_boilerplate_unfolds_it(browser_page: Page, site: Path) -> None:
    open_page(browser_page, site, FOLDED)
    expect(browser_page.locator("details.folded").first).not_to_have_attribute("open", "")
    browser_page.evaluate(
        """() => {
          const text = document.querySelector(".folded .text");
          const [anchor, mark] = [document.querySelector('[id^="char="]'), document.querySelector("mark")];
          text.append(anchor, mark);
        }"""
    )
    browser_page.locator(".folded mark").evaluate("(mark) => mark.querySelector('a').click()")
    expect(browser_page.locator("details.folded").first).to_have_attribute("open", "")
    assert is_in_view(browser_page, "mark.strong")


def test_without_scripts_the_text_can_be_read_and_facts_lead_to_it(site: Path, browser_page: Page) -> None:
    context = browser_page.context.browser.new_context(java_script_enabled=False)
    page = context.new_page()
    open_page(page, site, TABLE)
    expect(page.locator("#chosen")).to_be_hidden()
    page.locator("#column .fact[id]", has_text="青海省海西蒙古族藏族自治州").locator(".opens").click()
    box = page.locator(".at:target + mark").bounding_box()
    assert 0 <= box["y"] <= page.viewport_size["height"]
    page.locator("#as-read").check()
    expect(page.locator(".text .stood").first).to_be_hidden()
    context.close()


@pytest.mark.parametrize("path", [TABLE, DAMAGED, FOLDED])
def test_a_phone_needs_no_sideways_scrolling(browser_page: Page, site: Path, path: str) -> None:
    browser_page.set_viewport_size({"width": 360, "height": 740})
    open_page(browser_page, site, path)
    browser_page.locator("mark a").first.click()
    browser_page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert browser_page.evaluate("document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize("path", [TABLE + ROW, DAMAGED])
def test_what_is_chosen_unfolded_and_repaired_is_accessible_too(browser_page: Page, site: Path, path: str) -> None:
    open_page(browser_page, site, path)
    browser_page.locator("#as-read").check()
    browser_page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    violations = Axe().run(browser_page, options={"preload": False}).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in violations] == []
