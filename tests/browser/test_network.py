"""The interactive network in a browser: filters, list, details and picture say the same, by mouse and by keyboard."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

BASE = "https://w3id.org/reformgraph/"
LUANZHOU = BASE + "place/130284"
COUNTIES = "紧密型县域医疗卫生共同体建设试点"

# The drawn network: cytoscape.js keeps itself at the element that it draws in.
CY = "document.getElementById('picture')._cyreg.cy"
POINT_OF = f"""iri => {{
    const index = window.reformgraphNetwork.nodes.findIndex(row => row[0] === iri);
    const at = {CY}.getElementById(String(index)).renderedPosition();
    const frame = document.getElementById('picture').getBoundingClientRect();
    return [frame.left + at.x, frame.top + at.y];
}}"""
DRAWN = f"""() => {CY}.nodes().not('.area').not('.gone').length"""
LIT = f"""() => {CY}.nodes().not('.area').not('.gone').not('.far').map(n => n.data('label')).sort()"""


@pytest.fixture(params=["zh", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return request.param


def opened(page: Page, site: Path, language: str = "zh", node: str = "") -> Page:
    fragment = f"#node={quote(node, safe='')}" if node else ""
    page.goto((site / language / "pictures" / "network.html").as_uri() + fragment)
    page.wait_for_function(f"{CY}.nodes().length > 0")
    return page


def shown(page: Page) -> tuple[int, int]:
    """Return how many nodes the page says are shown, and of how many."""
    numbers = re.findall(r"\d+", page.locator("#shown").inner_text())
    return int(numbers[0]), int(numbers[-1])


def listed(page: Page) -> int:
    return sum(int(text) for text in page.locator("#list h3 small").all_inner_texts())


def test_everything_is_shown_at_once_in_the_picture_and_in_the_list(
    browser_page: Page, site: Path, language: str
) -> None:
    page = opened(browser_page, site, language)
    number, total = shown(page)
    assert number == total == listed(page) == page.evaluate(DRAWN) > 200
    expect(page.locator("#large")).to_be_hidden()


def test_the_whole_network_is_inside_the_picture(browser_page: Page, site: Path) -> None:
    page = opened(browser_page, site)
    inside = page.evaluate(
        f"() => {{ const b = {CY}.elements().renderedBoundingBox(); "
        f"return [b.x1 >= -1, b.y1 >= -1, b.x2 <= {CY}.width() + 1, b.y2 <= {CY}.height() + 1]; }}"
    )
    assert inside == [True, True, True, True]


def test_positions_do_not_change_from_visit_to_visit(browser_page: Page, site: Path) -> None:
    positions = f"() => {CY}.nodes().map(n => [n.id(), n.position('x'), n.position('y')])"
    first = opened(browser_page, site).evaluate(positions)
    browser_page.reload()
    browser_page.wait_for_function(f"{CY}.nodes().length > 0")
    assert browser_page.evaluate(positions) == first


def test_the_filters_narrow_the_picture_and_the_list_to_the_same(browser_page: Page, site: Path, language: str) -> None:
    page = opened(browser_page, site, language)
    page.select_option("#province", "130000")
    in_hebei, _ = shown(page)
    assert in_hebei == listed(page) == page.evaluate(DRAWN)
    page.select_option("#program", label=COUNTIES)
    of_the_program, _ = shown(page)
    assert of_the_program < in_hebei
    page.select_option("#level", "pilot-county")
    units = page.locator("#list h3", has_text=re.compile("试点单位|Pilot units")).locator("small")
    assert units.inner_text() == "12"
    page.select_option("#level", "pilot-province")
    assert page.locator("#list h3").count() == 0
    page.locator("button[type=reset]").click()
    expect(page.locator("#list h3 small").first).to_be_visible()
    assert shown(page)[0] == shown(page)[1]


def test_a_kind_can_be_left_out(browser_page: Page, site: Path) -> None:
    page = opened(browser_page, site)
    before, _ = shown(page)
    places = int(page.locator("#list h3", has_text="地方").locator("small").inner_text())
    page.get_by_label("地方", exact=True).uncheck()
    assert shown(page)[0] == before - places == page.evaluate(DRAWN)


@pytest.mark.parametrize("words", ["滦州", "130284", "130284 唐山"])
def test_words_and_codes_find_nodes(words: str, browser_page: Page, site: Path) -> None:
    page = opened(browser_page, site)
    page.fill("#find", words)
    expect(page.locator("#list .choices button").first).to_have_text("河北省唐山市滦州市")
    assert shown(page)[0] == 2


def test_english_names_of_provinces_find_what_is_in_them(browser_page: Page, site: Path) -> None:
    page = opened(browser_page, site, "en")
    page.fill("#find", "hebei")
    expect(page.locator("#shown")).not_to_contain_text("256 of")
    assert 20 < shown(page)[0] < 60
    expect(page.locator("#list")).to_contain_text("Hebei Province")


def test_what_nothing_fits_is_said(browser_page: Page, site: Path) -> None:
    page = opened(browser_page, site, "en")
    page.fill("#find", "nothing is called so")
    expect(page.locator("#shown")).to_have_text("No node fits.")


def test_a_click_in_the_picture_shows_the_node_and_lights_its_neighbours(browser_page: Page, site: Path) -> None:
    page = opened(browser_page, site)
    page.locator("#picture").scroll_into_view_if_needed()
    page.mouse.click(*page.evaluate(POINT_OF, LUANZHOU))
    expect(page.locator("#panel h3")).to_have_text("河北省唐山市滦州市")
    expect(page.locator("#panel dl")).to_contain_text("130284")
    assert page.evaluate(LIT) == ["唐山市", "滦州市", "滦州市"]
    assert page.url.endswith(quote(LUANZHOU, safe=""))


def test_a_click_beside_everything_clears_the_choice(browser_page: Page, site: Path) -> None:
    page = opened(browser_page, site, node=LUANZHOU)
    page.locator("#fit").click()
    frame = page.locator("#picture").bounding_box()
    assert frame
    page.mouse.click(frame["x"] + 3, frame["y"] + 3)
    expect(page.locator("#panel")).to_have_text("尚未选择节点。")
    assert "#" not in page.url


def test_the_links_of_the_details_lead_to_pages_of_the_site(browser_page: Page, site: Path, language: str) -> None:
    page = opened(browser_page, site, language, BASE + "program/" + COUNTIES)
    links = page.locator("#panel a").evaluate_all("links => links.map(link => link.href)")
    assert len(links) > 20
    for link in links:
        assert Path(re.sub("^file://", "", link)).is_file(), link
    page.locator("#panel a").first.click()
    expect(page.locator("h1")).to_have_text(COUNTIES)


def test_neighbours_are_grouped_by_what_they_are_to_the_node(browser_page: Page, site: Path) -> None:
    page = opened(browser_page, site, "en", BASE + "program/" + COUNTIES)
    heads = page.locator("#panel h4").all_inner_texts()
    assert heads[0] == "pilot units 15"
    assert {head.rsplit(" ", 1)[0] for head in heads} == {
        "pilot units",
        "issued by",
        "implemented by",
        "same policy as",
    }


def test_the_way_back_leads_to_the_node_before(browser_page: Page, site: Path) -> None:
    page = opened(browser_page, site, node=LUANZHOU)
    page.locator("#panel .choices button").last.click()
    expect(page.locator("#panel h3")).to_have_text("河北省唐山市")
    page.go_back()
    expect(page.locator("#panel h3")).to_have_text("河北省唐山市滦州市")


@pytest.mark.parametrize("fragment", ["#node=urn:nothing", "#node=%E0%A4%A", "#main"])
def test_an_address_that_names_no_node_chooses_none(fragment: str, browser_page: Page, site: Path) -> None:
    browser_page.goto((site / "zh" / "pictures" / "network.html").as_uri() + fragment)
    expect(browser_page.locator("#panel")).to_have_text("尚未选择节点。")


def test_a_node_that_the_filters_leave_out_is_still_shown_when_it_is_chosen(browser_page: Page, site: Path) -> None:
    page = opened(browser_page, site, node=LUANZHOU)
    page.select_option("#province", "440000")
    assert "滦州市" in page.evaluate(LIT)


def test_the_keyboard_does_what_the_mouse_does(browser_page: Page, site: Path) -> None:
    page = opened(browser_page, site)
    page.locator("#find").focus()
    page.keyboard.type("滦州")
    expect(page.locator("#list .choices button")).to_have_count(2)
    page.locator("#list .choices button").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#panel h3")).to_have_text("河北省唐山市滦州市")
    expect(page.locator("#details-title")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#panel .actions a")).to_be_focused()
    zoom, pan = (page.evaluate(f"() => {CY}.{name}()") for name in ("zoom", "pan"))
    page.locator("#picture").focus()
    page.keyboard.press("-")
    page.keyboard.press("ArrowLeft")
    assert page.evaluate(f"() => {CY}.zoom()") < zoom
    assert page.evaluate(f"() => {CY}.pan()") != pan


def test_the_wheel_scrolls_the_page_and_zooms_only_with_the_control_key(browser_page: Page, site: Path) -> None:
    page = opened(browser_page, site)
    page.locator("#picture").hover()
    zoom = page.evaluate(f"() => {CY}.zoom()")
    page.keyboard.down("Control")
    for _ in range(40):  # for a moment after the page was scrolled the picture leaves the wheel alone
        page.mouse.wheel(0, -200)
        page.wait_for_timeout(50)
        if page.evaluate(f"() => {CY}.zoom()") > zoom:
            break
    assert page.evaluate(f"() => {CY}.zoom()") > zoom
    page.keyboard.up("Control")
    zoom = page.evaluate(f"() => {CY}.zoom()")
    page.mouse.wheel(0, 200)
    page.wait_for_function("window.scrollY > 50")
    assert page.evaluate(f"() => {CY}.zoom()") == zoom


def test_the_pointer_shows_what_is_under_it(browser_page: Page, site: Path) -> None:
    page = opened(browser_page, site)
    page.locator("#picture").scroll_into_view_if_needed()
    page.mouse.move(*page.evaluate(POINT_OF, LUANZHOU))
    expect(page.locator("#tip")).to_have_text("河北省唐山市滦州市 · 地方")


def test_a_large_network_begins_with_programs_and_agencies_and_says_so(browser_page: Page, site: Path) -> None:
    smaller = "JSON.parse = (parse => text => Object.assign(parse(text), {most: 10}))(JSON.parse)"
    browser_page.add_init_script(smaller)
    page = opened(browser_page, site)
    expect(page.locator("#large")).to_contain_text("256")
    assert page.locator("#list h3").count() == 2
    assert shown(page)[0] == page.evaluate(DRAWN) < 20


@pytest.mark.parametrize("width", [360, 400])
def test_on_a_phone_nothing_is_wider_than_the_screen(width: int, browser_page: Page, site: Path, language: str) -> None:
    browser_page.set_viewport_size({"width": width, "height": 740})
    page = opened(browser_page, site, language, LUANZHOU)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    expect(page.locator("#panel h3")).to_be_visible()
