"""A picture as a file, whole or not at all: SVG that carries its glyphs, or PNG."""

from __future__ import annotations

from importlib.resources import as_file
from typing import TYPE_CHECKING, BinaryIO, Final

from resvg_py import svg_to_bytes

from exports.errors import ExportError
from exports.pictures import DEFAULT_PICTURE
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
SUFFIXES: Final = (".svg", ".png")


def write(graph: GraphFile, file: BinaryIO) -> None:
    """Write the picture that is drawn if none is named, as SVG: the format ``picture``."""
    file.write(embed(draw(DEFAULT_PICTURE, graph.store, "zh")).encode())


def save(name: str, source: Path | GraphFile, destination: Path, language: str, width: int = DEFAULT_WIDTH) -> str:
    """Write the picture of this name to an SVG or PNG file, as the suffix says; ``width`` is that of a PNG, in pixels.

    Returns the characters that the shipped font lacks: fonts of this machine draw them, if it has any. Raises
    ExportError for a suffix, a picture, a language or a width that there is not, or a file that cannot be written,
    QueryError for a graph that cannot be read.
    """
    suffix = destination.suffix.lower()
    if suffix not in SUFFIXES:
        raise ExportError(f"cannot tell what {destination} should be: name a file that ends in .svg or .png")
    if width not in WIDTHS:
        raise ExportError(f"a picture {width} pixels wide cannot be made: choose {WIDTHS[0]} to {WIDTHS[-1]}")
    graph = source if isinstance(source, GraphFile) else GraphFile.at(source)
    svg = draw(name, graph.store, language)
    data = png(svg, width) if suffix == ".png" else embed(svg).encode()
    with whole_file(destination) as file:
        file.write(data)
    return missing(svg)


def png(svg: str, width: int) -> bytes:
    """Return a picture as PNG. The fonts of this machine are asked only for characters that the shipped one lacks."""
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
