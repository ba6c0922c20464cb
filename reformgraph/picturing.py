"""Drawing a picture of a graph to a file or to standard output."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from exports.pictures import DEFAULT_PICTURE, LANGUAGES
from reformgraph.errors import UsageError
from reformgraph.streams import complain

if TYPE_CHECKING:
    from argparse import Namespace


def save_picture(arguments: Namespace) -> None:
    """Draw the picture that was asked for; what the shipped font cannot draw is told in one line."""
    from exports.pictures.drawing import draw  # noqa: PLC0415  (loads the query engine)
    from exports.pictures.files import save  # noqa: PLC0415
    from exports.pictures.glyphs import embed, missing  # noqa: PLC0415
    from queries.store import GraphFile  # noqa: PLC0415

    name, language = arguments.picture or DEFAULT_PICTURE, arguments.lang or LANGUAGES[0]
    if arguments.out == Path("-"):
        if arguments.width is not None:
            raise UsageError("a width is for PNG, standard output gets SVG: name a file that ends in .png")
        svg = draw(name, GraphFile.at(arguments.graph).store, language)
        lacking = missing(svg)
        sys.stdout.buffer.write(embed(svg).encode())
    else:
        lacking = save(name, arguments.graph, arguments.out or Path("graph.svg"), language, arguments.width)
    if lacking:
        complain(no_glyphs(lacking), kind="warning")


def no_glyphs(lacking: str) -> str:
    """Return the warning that the shipped font lacks these characters."""
    return f"the shipped font has no {' '.join(lacking)}: other fonts draw it, if there are any"


def refuse_picture_options(arguments: Namespace, form: str) -> None:
    """Raise UsageError if options of pictures are given with another format."""
    given = [f"--{key}" for key in ("picture", "lang", "width") if getattr(arguments, key) is not None]
    if given:
        raise UsageError(f"{', '.join(given)}: only for `export picture`, not for {form}")
