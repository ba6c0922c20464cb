"""What holds for every picture: it can be read, by everybody, everywhere, and is the same at every run."""

from __future__ import annotations

import base64
import os
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fontTools.ttLib import TTFont
from PIL import Image, ImageChops
from pyoxigraph import Store

from exports.errors import ExportError
from exports.pictures import LANGUAGES, PICTURES
from exports.pictures.drawing import draw
from exports.pictures.files import png, save, write
from exports.pictures.glyphs import characters, embed, missing
from exports.pictures.labels import Box
from exports.pictures.lettering import width
from queries.store import GraphFile

ROOT = Path(__file__).parent.parent.parent
GRAPH = ROOT / "tests" / "queries" / "pilots.trig"
SVG = "{http://www.w3.org/2000/svg}"
HAN = re.compile("[\u3400-\u9fff]")
GRAPHS = ("pilots", "shipped", "crowded", "empty")
every_picture = pytest.mark.parametrize("picture", PICTURES)
every_graph = pytest.mark.parametrize("graph", GRAPHS)
every_language = pytest.mark.parametrize("language", LANGUAGES)


def box_of(text: ElementTree.Element) -> Box:
    """Return where a text stands: from a little below its base line to the height of a Chinese character."""
    size, x, y = (float(text.get(name)) for name in ("font-size", "x", "y"))
    wide = width(text.text, size)
    left = x - {"middle": wide / 2, "end": wide}.get(anchor_of(text), 0)
    return Box(left, y - 0.86 * size, wide, size)


def anchor_of(text: ElementTree.Element) -> str:
    return text.get("text-anchor", text.get("inherited-anchor", ""))


def texts_of(svg: str) -> list[ElementTree.Element]:
    """Return the texts of a picture, each with the anchor that its group gives it."""
    root = ElementTree.fromstring(svg)
    for group in root.iter(f"{SVG}g"):
        for text in group.iter(f"{SVG}text"):
            if group.get("text-anchor"):
                text.set("inherited-anchor", group.get("text-anchor"))
    return [text for text in root.iter(f"{SVG}text") if text.text]


# it can be read


@every_picture
@every_graph
@every_language
def test_no_text_covers_another(picture: str, graph: str, language: str, drawn) -> None:
    texts = sorted(
        ((box_of(text), text.text) for text in texts_of(drawn[picture, graph, language])), key=lambda t: t[0].y
    )
    covered = [
        (one, other)
        for index, (box, one) in enumerate(texts)
        for below, other in texts[index + 1 :]
        if below.y < box.y + box.high and box.meets(below)
    ]
    assert covered == []


@every_picture
@every_graph
@every_language
def test_no_text_runs_out_of_the_page(picture: str, graph: str, language: str, drawn) -> None:
    svg = drawn[picture, graph, language]
    _, _, wide, high = map(float, ElementTree.fromstring(svg).get("viewBox").split())
    page = Box(0, 0, wide, high)
    assert [text.text for text in texts_of(svg) if not page.holds(box_of(text))] == []


@every_picture
@every_language
def test_a_picture_says_what_it_is_to_those_who_cannot_see_it(picture: str, language: str, drawn) -> None:
    root = ElementTree.fromstring(drawn[picture, "pilots", language])
    assert root.get("role") == "img"
    assert root.get("lang") == {"zh": "zh-Hans", "en": "en"}[language]
    named = {element.get("id"): element.text for element in root if element.get("id")}
    assert set(root.get("aria-labelledby").split()) == set(named) == {f"{picture}-title", f"{picture}-desc"}
    assert all(named.values())
    assert bool(HAN.search(named[f"{picture}-title"])) is (language == "zh")


@every_picture
def test_words_of_a_picture_are_in_its_language(picture: str, drawn) -> None:
    chinese, english = (drawn[picture, "empty", language] for language in LANGUAGES)
    assert HAN.search("".join(characters(chinese)))
    left = [text.text for text in texts_of(english) if HAN.search(text.text) and "GS" not in text.text]
    assert left == []


@every_picture
def test_no_identifier_is_that_of_another_picture_on_the_same_page(picture: str, drawn) -> None:
    identifiers = re.findall(r'\bid="([^"]+)"', drawn[picture, "shipped", "zh"])
    assert len(identifiers) == len(set(identifiers))
    assert all(identifier.startswith(f"{picture}-") for identifier in identifiers)


# it is safe, and needs nothing from outside


@every_picture
@every_language
def test_a_picture_needs_nothing_from_outside(picture: str, language: str, drawn) -> None:
    svg = embed(drawn[picture, "shipped", language])
    assert re.findall(rf"url\((?!data:font/otf;base64,|#{picture}-)", svg) == []
    assert re.findall(rf'href="(?!#{picture}-)', svg) == []
    assert "<script" not in svg
    assert "@import" not in svg
    assert set(re.findall(r"https?://[^\"'<\s]+", svg)) == {"http://www.w3.org/2000/svg"}


@every_picture
def test_markup_in_names_is_only_text(picture: str, tmp_path: Path) -> None:
    evil = "<script>alert(1)</script>&\"'\\u0001\\u202E"
    text = GRAPH.read_text("utf-8")
    for name in ("社区养老服务试点", "江宁区", "民政部", "苏州市", "南京市"):
        text = re.sub(rf'"([^"\n]*{name})"', lambda found: f'"{evil}{found[1]}"'.replace("\"'", "\\\"'", 1), text)
    text = text.replace('rg:text "', f'rg:text "{evil}'.replace("\"'", "\\\"'"))
    (tmp_path / "evil.trig").write_text(text, "utf-8")
    for language in LANGUAGES:
        svg = draw(picture, GraphFile.at(tmp_path / "evil.trig").store, language)
        root = ElementTree.fromstring(svg)
        assert not [element.tag for element in root.iter() if "script" in element.tag]
        assert "\u0001" not in svg


def test_the_evil_names_do_stand_in_pictures(tmp_path: Path) -> None:
    text = GRAPH.read_text("utf-8").replace('rg:text "', 'rg:text "<script>')
    (tmp_path / "evil.trig").write_text(text, "utf-8")
    assert "&lt;script&gt;" in draw("timeline", GraphFile.at(tmp_path / "evil.trig").store, "zh")


# it is the same at every run


@every_picture
def test_the_same_graph_gives_the_same_bytes_with_every_hash_seed(picture: str, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from exports.pictures.files import save;"
        f"save({picture!r}, Path({str(GRAPH)!r}), Path(sys.argv[1]), 'zh')"
    )
    made = []
    for seed in ("1", "2"):
        file = tmp_path / f"{seed}.svg"
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", code, str(file)], env=environment, check=True, timeout=120)
        made.append(file.read_bytes())
    save(picture, GRAPH, tmp_path / "again.svg", "zh")
    assert made[0] == made[1] == (tmp_path / "again.svg").read_bytes()


@every_picture
def test_a_png_is_the_same_bytes_twice(picture: str, drawn) -> None:
    svg = drawn[picture, "pilots", "zh"]
    assert png(svg, 300) == png(svg, 300)


# fonts


@every_picture
@every_language
def test_the_shipped_font_has_every_character_of_the_shipped_documents(picture: str, language: str, drawn) -> None:
    assert missing(drawn[picture, "shipped", language]) == ""


def test_an_svg_carries_the_glyphs_of_its_text_and_no_others(drawn) -> None:
    svg = drawn["bars", "pilots", "zh"]
    data = re.search(r"base64,([^)]+)\)", embed(svg))[1]
    font = TTFont(BytesIO(base64.b64decode(data)))
    assert {chr(code) for code in font.getBestCmap()} == characters(svg)
    assert len(data) < 60_000


def test_text_in_an_svg_stays_text(drawn) -> None:
    assert "<text" in drawn["bars", "pilots", "zh"]
    assert ">江苏</text>" in drawn["bars", "pilots", "zh"]


@every_picture
@every_language
def test_a_png_has_the_width_that_was_asked_for_and_ink_where_each_text_stands(
    picture: str, language: str, drawn
) -> None:
    svg = drawn[picture, "shipped", language]
    _, _, wide, high = map(float, ElementTree.fromstring(svg).get("viewBox").split())
    with_text = Image.open(BytesIO(png(svg, 1200))).convert("L")
    without = Image.open(BytesIO(png(re.sub(r"<text\b.*?</text>", "", svg), 1200))).convert("L")
    assert with_text.size == (1200, pytest.approx(1200 * high / wide, abs=1))
    ink, scale = ImageChops.difference(with_text, without), 1200 / wide
    blank = []
    for text in texts_of(svg):
        box = box_of(text)
        corners = (box.x, box.y, box.x + box.wide, box.y + box.high)
        if ink.crop(tuple(round(corner * scale) for corner in corners)).getextrema()[1] < 60:
            blank.append(text.text)
    assert blank == []


def test_a_character_without_a_glyph_is_not_drawn_as_if_it_had_one(drawn) -> None:
    svg = drawn["tiles", "pilots", "zh"].replace("北京", "𠮷㐂")
    assert missing(svg) == "㐂𠮷"
    assert png(svg, 400)[:4] == b"\x89PNG"


# names, languages, files


def test_an_unknown_picture_is_one_line_with_a_near_name() -> None:
    with pytest.raises(ExportError, match="no picture 'map-province': did you mean map-provinces"):
        draw("map-province", Store(), "zh")


def test_an_unknown_picture_that_is_near_to_none_gets_the_list() -> None:
    with pytest.raises(ExportError, match="no picture 'x': there are tiles, map-provinces"):
        draw("x", Store(), "zh")


def test_an_unknown_language_is_one_line() -> None:
    with pytest.raises(ExportError, match="no words in 'fr': choose zh or en"):
        draw("tiles", Store(), "fr")


@pytest.mark.parametrize(
    ("file", "pixels", "complaint"),
    [
        ("map.pdf", None, "written as .svg or .png, not as .pdf"),
        ("map.svg", 300, "a width is for PNG"),
        ("map.png", 99, "a picture 99 pixels wide cannot be made: choose 100 to 10000"),
        ("map.png", 10_001, "a picture 10001 pixels wide"),
        ("map.png", 0, "a picture 0 pixels wide"),
        ("map.png", -5, "a picture -5 pixels wide"),
    ],
)
def test_a_mistake_leaves_no_file(file: str, pixels: int | None, complaint: str, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=complaint):
        save("tiles", GRAPH, tmp_path / file, "zh", pixels)
    assert list(tmp_path.iterdir()) == []


def test_a_png_that_would_fill_the_memory_is_refused(drawn) -> None:
    with pytest.raises(ExportError, match=r"would have 10000 by \d{5} pixels: choose a smaller width, or SVG"):
        png(drawn["network", "crowded", "zh"], 10_000)


def test_the_format_picture_is_the_map_of_tiles(tmp_path: Path) -> None:
    file = BytesIO()
    write(GraphFile.at(GRAPH), file)
    save("tiles", GRAPH, tmp_path / "tiles.svg", "zh")
    assert file.getvalue() == (tmp_path / "tiles.svg").read_bytes()
