"""``reformgraph export picture``."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from exports.pictures import PICTURES
from exports.pictures.drawing import draw
from exports.pictures.glyphs import embed
from queries.store import GraphFile


def width_of(file: Path) -> int:
    with Image.open(file) as image:
        return image.width


@pytest.mark.parametrize("name", PICTURES)
def test_the_suffix_decides_what_a_picture_is(name: str, reformgraph, graph: Path, tmp_path: Path) -> None:
    for file in ("picture.svg", "picture.PNG"):
        assert reformgraph("export", "picture", "--picture", name, "--graph", graph, "-o", tmp_path / file) == (
            0,
            "",
            "",
        )
    svg = embed(draw(name, GraphFile.at(graph).store, "zh"))
    assert (tmp_path / "picture.svg").read_text("utf-8") == svg
    assert width_of(tmp_path / "picture.PNG") == 2400


def test_a_picture_can_have_english_words_and_a_width(reformgraph, graph: Path, tmp_path: Path) -> None:
    options = ("--picture", "bars", "--lang", "en", "--width", "640")
    assert reformgraph("export", "picture", *options, "--graph", graph, "-o", tmp_path / "bars.png") == (0, "", "")
    assert width_of(tmp_path / "bars.png") == 640
    assert reformgraph("export", "picture", *options[:4], "--graph", graph, "-o", tmp_path / "bars.svg").status == 0
    assert "Number of pilots by province" in (tmp_path / "bars.svg").read_text("utf-8")


def test_a_picture_goes_to_standard_output_as_svg(process, graph: Path, tmp_path: Path) -> None:
    done = process("export", "picture", "--picture", "timeline", "--graph", graph, "-o", "-", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == embed(draw("timeline", GraphFile.at(graph).store, "zh"))


def test_without_a_format_the_pictures_are_listed_too(reformgraph) -> None:
    told = reformgraph("export").out
    for picture in PICTURES.values():
        assert f"{picture.name} " in told
        assert picture.summary in told


def test_characters_that_no_shipped_glyph_draws_are_told_in_one_line(reformgraph, graph: Path, tmp_path: Path) -> None:
    (tmp_path / "g.trig").write_text(graph.read_text("utf-8").replace("年底前报送", "𠮷㐂年底前报送"), "utf-8")
    options = ("--picture", "timeline", "--graph", tmp_path / "g.trig", "-o", tmp_path / "t.svg")
    outcome = reformgraph("export", "picture", *options)
    assert (outcome.status, outcome.out) == (0, "")
    assert outcome.err == "reformgraph: warning: the shipped font has no 㐂 𠮷: other fonts draw it, if there are any\n"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["picture", "--picture", "map-province"], "no picture 'map-province': did you mean map-provinces"),
        (["picture", "-o", "map.pdf"], "written as .svg or .png, not as .pdf"),
        (["picture", "-o", "map.svg", "--width", "300"], "a width is for PNG"),
        (["picture", "-o", "-", "--width", "300"], "standard output gets SVG"),
        (["picture", "-o", "map.png", "--width", "1000000"], "choose 100 to 10000"),
        (["picture", "-o", "/nowhere/map.png"], "cannot write /nowhere/map.png"),
        (["csv", "--picture", "bars"], "--picture: only for `export picture`, not for csv"),
        (["turtle", "--width", "300", "--lang", "en"], "--lang, --width: only for `export picture`, not for turtle"),
    ],
)
def test_a_mistake_is_one_line_and_leaves_nothing(
    arguments, complaint, reformgraph, graph: Path, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = reformgraph("export", "--graph", graph, *arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert complaint in outcome.err
    assert outcome.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []
