"""The search in a browser: what is typed finds what is meant, in Chinese, English and codes, with the keyboard alone."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect


def opened(page: Page, site: Path, language: str = "zh", words: str = "") -> Page:
    page.goto((site / language / "search.html").as_uri() + (f"?q={quote(words)}" if words else ""))
    expect(page.locator("#query")).to_be_visible()
    return page


def found(page: Page, words: str) -> dict[str, list[str]]:
    """Return the names that words find, by the headings of their kinds."""
    page.fill("#query", words)
    page.wait_for_function("words => new URLSearchParams(location.search).get('q') === words", arg=words)
    groups = page.locator("#found section").all()
    return {
        group.locator("h2").inner_text().rsplit(" ", 1)[0]: group.locator("li > a").all_inner_texts()
        for group in groups
    }


def test_a_place_and_its_unit_are_found_by_a_part_of_the_name(browser_page: Page, site: Path) -> None:
    assert found(opened(browser_page, site), "滦州") == {
        "地方": ["河北省唐山市滦州市"],
        "试点单位": ["河北省唐山市滦州市"],
    }


def test_a_place_is_found_by_its_former_name(browser_page: Page, site: Path) -> None:
    assert found(opened(browser_page, site), "滦县")["地方"] == ["河北省唐山市滦州市"]


def test_a_code_finds_its_place_and_its_first_digits_those_of_a_prefecture(browser_page: Page, site: Path) -> None:
    page = opened(browser_page, site)
    assert found(page, "130927") == {"地方": ["河北省沧州市南皮县"], "试点单位": ["河北省沧州市南皮县"]}
    assert found(page, "1309")["地方"] == ["河北省沧州市", "河北省沧州市南皮县"]


@pytest.mark.parametrize("words", ["Hebei", "hebei", "HEBEI", "Ｈｅｂｅｉ", "hebie", "the province of Hebei"])
def test_an_english_name_finds_the_province_first_whatever_its_letters(
    words: str, browser_page: Page, site: Path
) -> None:
    results = found(opened(browser_page, site, "en"), words)
    assert results["Places"][0] == "Hebei Province"
    assert "Hubei Province" not in results["Places"]
    assert "河北省沧州市" in results["Pilot units"]


def test_a_short_word_finds_programs_that_documents_call_so(browser_page: Page, site: Path) -> None:
    results = found(opened(browser_page, site), "医共体")
    assert next(iter(results)) == "改革项目"
    assert "紧密型县域医疗卫生共同体建设试点" in results["改革项目"]
    assert "县人民医院医共体" in results["联合体"]


def test_words_in_texts_and_in_questions_are_found(browser_page: Page, site: Path) -> None:
    results = found(opened(browser_page, site), "牵头")
    assert set(results) == {"条件", "问题"}


def test_several_words_find_what_has_all_of_them(browser_page: Page, site: Path) -> None:
    assert found(opened(browser_page, site), "石家庄 医共体") == {"试点单位": ["河北省石家庄市高邑县"]}


def test_where_nothing_has_all_of_the_words_it_is_said_and_the_nearest_is_shown(browser_page: Page, site: Path) -> None:
    page = opened(browser_page, site, "en")
    assert found(page, "滦州医共体") == {"Pilot units": ["河北省唐山市滦州市"]}
    expect(page.locator("#count")).to_contain_text("Nothing has all of these words")


@pytest.mark.parametrize("words", ["wei sheng", "chengdu", ".*", "<script>", "国卫"])
def test_what_is_called_by_nothing_is_said_with_advice(words: str, browser_page: Page, site: Path) -> None:
    page = opened(browser_page, site, "en")
    assert found(page, words) == {}
    expect(page.locator("#count")).to_contain_text(f"Nothing is called “{words}”. Try")
    expect(page.locator("#lists")).to_be_visible()


def test_the_same_words_give_the_same_order(browser_page: Page, site: Path) -> None:
    first = found(opened(browser_page, site), "县")
    assert found(opened(browser_page, site), "县") == first


def test_the_words_are_marked_and_results_counted_by_kind(browser_page: Page, site: Path) -> None:
    page = opened(browser_page, site, words="紧密型城市医疗集团")
    expect(page.locator("#found mark").first).to_have_text("紧密型城市医疗集团")
    counts = page.locator("#found h2 small").all_inner_texts()
    expect(page.locator("#count")).to_have_text(f"{sum(map(int, counts))} 项结果")


def test_the_address_opens_the_same_results(browser_page: Page, site: Path) -> None:
    page = opened(browser_page, site, words="滦州")
    expect(page.locator("#query")).to_have_value("滦州")
    expect(page.locator("#found a").first).to_have_text("河北省唐山市滦州市")


def test_the_rest_of_a_long_list_can_be_shown(browser_page: Page, site: Path) -> None:
    page = opened(browser_page, site, words="河北")
    group = page.locator("#found section", has_text="地方").first
    number = int(group.locator("h2 small").inner_text())
    assert group.locator("li").count() == 10 < number
    group.get_by_role("button").click()
    assert group.locator("li").count() == number
    expect(group.locator("li a").nth(10)).to_be_focused()


def test_results_lead_to_pages(browser_page: Page, site: Path) -> None:
    page = opened(browser_page, site, words="北京")
    for link in page.locator("#found a").evaluate_all("links => links.map(link => link.href)"):
        assert Path(link.removeprefix("file://")).is_file(), link


def test_arrows_enter_and_escape_are_enough(browser_page: Page, site: Path) -> None:
    page = opened(browser_page, site, words="滦州")
    expect(page.locator("#query")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#found a").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#found a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#query")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("河北省唐山市滦州市")


def test_the_box_of_every_page_leads_here(browser_page: Page, site: Path) -> None:
    browser_page.goto((site / "zh" / "program" / "index.html").as_uri())
    browser_page.keyboard.press("/")
    expect(browser_page.locator("#q")).to_be_focused()
    browser_page.keyboard.type("滦州/")
    expect(browser_page.locator("#q")).to_have_value("滦州/")
    browser_page.keyboard.press("Enter")
    expect(browser_page.locator("#query")).to_have_value("滦州/")
    expect(browser_page.locator("#found a").first).to_have_text("河北省唐山市滦州市")


def test_a_slash_leads_to_the_box_of_this_page(browser_page: Page, site: Path) -> None:
    page = opened(browser_page, site, words="滦州")
    page.locator("#found a").first.focus()
    page.keyboard.press("/")
    expect(page.locator("#query")).to_be_focused()
    expect(page.locator(".top .search")).to_be_hidden()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_on_a_phone_nothing_is_wider_than_the_screen(language: str, browser_page: Page, site: Path) -> None:
    browser_page.set_viewport_size({"width": 360, "height": 740})
    page = opened(browser_page, site, language, "建设")
    expect(page.locator("#found a").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_both_languages_look_through_one_small_file(site: Path) -> None:
    assert (site / "data" / "search.js").stat().st_size < 300_000
