"""China as a map of tiles, one for each province, coloured by which pilots it has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from exports.pictures.canvas import render, words
from exports.pictures.lettering import packed
from exports.pictures.provinces import colours, provinces, totals

if TYPE_CHECKING:
    from pyoxigraph import Store

_ROOM: Final = 84
"""Width of a tile inside its margins, in user units."""
_NAME_SIZE: Final = {"zh": 19, "en": 12.5}
"""Size of the letters of a name: the longest (Inner Mongolia) fits on its tile."""
_COUNT_SIZE: Final = {"zh": 14, "en": 13}


def draw(store: Store, language: str) -> str:
    """Return the map of tiles as SVG text."""
    said, shown = words(language), provinces(store)
    size = _COUNT_SIZE[language]
    return render(
        "tiles",
        language,
        wide=788,
        high=880,
        left=40,
        lang=language,
        tiles=[(tile, packed(tile.caption(said), size, _ROOM)) for tile in shown],
        colours=colours(),
        counted=said["counted"].format(**totals(shown)),
        name_size=_NAME_SIZE[language],
        count_size=size,
    )
