"""Pictures of a graph, for papers and pages: one module for each, which draws it as SVG.

``drawing``    ``draw``: the SVG text of a picture in a language, with no font inside: ready to stand in a page
``files``      a picture as a file: SVG with the glyphs that it uses, or PNG in which every character is drawn
``canvas``     the templates, and the words of the pictures in both languages
``lettering``  how wide a text is, and where its lines break
``labels``     names on a map, of which none covers another
``glyphs``     the shipped font, and the part of it that a picture needs
``atlas``      the map of China: outlines, points, boundaries, whom to credit
``provinces``  the 34 provinces and their pilots

and ``tiles``, ``map_provinces``, ``map_prefectures``, ``timeline``, ``bars``, ``network``: each draws one picture with
``draw(store, language)``, where ``store`` is the union of the graphs. Numbers come from stored SPARQL, measures
are user units of the SVG. A new picture is a module, a template and a line in ``PICTURES``. Importing
this package is cheap.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that can be drawn of any graph."""

    name: str
    module: str
    """Module whose ``draw(store, language)`` returns its SVG text."""
    summary: str
    """One line for people who choose."""


_ALL: Final = (
    Picture("tiles", "exports.pictures.tiles", "a tile for each province, coloured by the pilots that it has"),
    Picture("map-provinces", "exports.pictures.map_provinces", "map of China by province, with numbers of pilots"),
    Picture("map-prefectures", "exports.pictures.map_prefectures", "map of China by prefecture, with pilot counties"),
    Picture("timeline", "exports.pictures.timeline", "goals by deadline, a lane for each program"),
    Picture("bars", "exports.pictures.bars", "pilots of each province by level, the most first"),
    Picture("network", "exports.pictures.network", "agencies, programs, provinces and units, and what ties them"),
)

PICTURES: Final[Mapping[str, Picture]] = MappingProxyType({picture.name: picture for picture in _ALL})
"""Name -> picture, in the order in which people are told of them."""
DEFAULT_PICTURE: Final = "tiles"
LANGUAGES: Final = ("zh", "en")
"""Languages of titles, legends and labels. What a graph names in Chinese only keeps its name."""
