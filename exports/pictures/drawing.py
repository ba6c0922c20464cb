"""Drawing a picture by its name."""

from __future__ import annotations

from difflib import get_close_matches
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from exports.errors import ExportError
from exports.pictures import LANGUAGES, PICTURES, Picture

if TYPE_CHECKING:
    from pyoxigraph import Store


class Drawer(Protocol):
    """What the module of a picture offers."""

    def draw(self, store: Store, language: str) -> str:
        """Return a picture as SVG text; the same graph gives the same text."""


def draw(name: str, store: Store, language: str) -> str:
    """Return the picture of this name as SVG text, its words in ``zh`` or ``en``.

    The text needs nothing from outside and carries no font: a page can hold it as it is. Identifiers in it begin with
    the picture's name. Raises ExportError for a picture or a language that there is not.
    """
    if language not in LANGUAGES:
        raise ExportError(f"pictures have no words in {language!r}: choose {' or '.join(LANGUAGES)}")
    drawer = cast("Drawer", import_module(picture_named(name).module))
    return drawer.draw(store, language)


def picture_named(name: str) -> Picture:
    """Return the picture of this name; raises ExportError with near matches if there is none."""
    if name in PICTURES:
        return PICTURES[name]
    near = get_close_matches(name, PICTURES, n=2, cutoff=0.5)
    advice = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(PICTURES)}"
    raise ExportError(f"there is no picture {name!r}: {advice}")
