"""A picture as a file, whole or not at all: SVG that carries its glyphs, or PNG."""

from __future__ import annotations

import re
from importlib.resources import as_file
from typing import TYPE_CHECKING, BinaryIO, Final

from resvg_py import svg_to_bytes

from exports.errors import ExportError
from exports.pictures import DEFAULT_PICTURE, LANGUAGES
from exports.pictures.drawing import draw
from exports.pictures.glyphs import FAMILY, embed, font_file, missing
from exports.publish import whole_file
from queries.store import GraphFile

if TYPE_CHECKING:
    from pathlib import Path

DEFAULT_WIDTH: Final = 2400
"""Pixels: 20 cm of paper at 300 dots an inch."""
WIDTHS: Final = range(100, 10_001)
"""Widths that a PNG can be asked for, in pixels."""
_MOST_PIXELS: Final = 200_000_000
"""Pixels of the largest PNG: 800 MB of memory while it is drawn."""
_PAGE: Final = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')


def write(graph: GraphFile, file: BinaryIO) -> None:
    """Write the picture that is drawn if none is named, as SVG: the format ``picture``."""
    file.write(embed(draw(DEFAULT_PICTURE, graph.store, LANGUAGES[0])).encode())


def save(name: str, source: Path | GraphFile, destination: Path, language: str, width: int | None = None) -> str:
    """Write the picture of this name to a file: PNG if its name ends in .png, ``width`` pixels wide, else SVG.

    Returns the characters that the shipped font lacks: fonts of this machine draw them, if it has any. Raises
    ExportError for a picture, a language, a suffix or a width that there is not, or a file that cannot be written;
    QueryError for a graph that cannot be read.
    """
    is_png = _is_png(destination, width)
    graph = source if isinstance(source, GraphFile) else GraphFile.at(source)
    svg = draw(name, graph.store, language)
    data = png(svg, DEFAULT_WIDTH if width is None else width) if is_png else embed(svg).encode()
    with whole_file(destination) as file:
        file.write(data)
    return missing(svg)


def png(svg: str, width: int) -> bytes:
    """Return a picture as PNG. The fonts of this machine are asked only for characters that the shipped one lacks.

    Raises ExportError for a width that there is not, or that makes the picture too large to draw.
    """
    if width not in WIDTHS:
        raise ExportError(f"a picture {width} pixels wide cannot be made: choose {WIDTHS[0]} to {WIDTHS[-1]}")
    height = round(width / _ratio(svg))
    if width * height > _MOST_PIXELS:
        raise ExportError(f"the picture would have {width} by {height} pixels: choose a smaller width, or SVG")
    with as_file(font_file()) as font:
        return bytes(
            svg_to_bytes(
                svg_string=svg,
                width=width,
                background="#ffffff",
                font_files=[str(font)],
                font_family=FAMILY,
                sans_serif_family=FAMILY,
                skip_system_fonts=not missing(svg),
            )
        )


def _ratio(svg: str) -> float:
    """Return how many times a picture is as wide as it is high."""
    wide, high = _PAGE.findall(svg)[0]
    return float(wide) / float(high)


def _is_png(destination: Path, width: int | None) -> bool:
    """Return whether a file is to be a PNG; its suffix says so."""
    suffix = destination.suffix.lower()
    if suffix not in {".png", ".svg", ""}:
        raise ExportError(f"pictures are written as .svg or .png, not as {suffix}: {destination}")
    if width is not None and suffix != ".png":
        raise ExportError(f"a width is for PNG, an SVG fits any: {destination}")
    return suffix == ".png"
