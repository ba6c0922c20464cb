"""The shipped font, and the part of it that a picture needs.

Text in an SVG stays text: it can be selected, searched and read aloud. Its glyphs go into the file as a data URI, for
browsers; programs that read no embedded fonts (Inkscape, Word) take the next family of the list. Lines do not move by
that: every Chinese font sets a character on a full em.
"""

from __future__ import annotations

import base64
import re
from functools import cache
from html import unescape
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING, Final

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable

FAMILY: Final = "Noto Sans CJK SC"
"""The family name inside the font."""
_FILE: Final = "NotoSansCJKsc-Regular-subset.otf"
_TEXT: Final = re.compile(r"<(?:text|tspan)\b[^>]*>([^<]*)")
_ROOT: Final = re.compile(r"<svg\b[^>]*>")


def font_file() -> Traversable:
    """Return the font that the package ships."""
    return files("exports").joinpath("fonts", _FILE)


@cache
def advances() -> Mapping[int, int]:
    """Return the advance width of each character of the font, in thousandths of an em."""
    font = _font()
    widths = font["hmtx"].metrics
    return {code: widths[glyph][0] for code, glyph in font.getBestCmap().items()}


def characters(svg: str) -> set[str]:
    """Return the characters that the text of a picture is written with."""
    return set(unescape("".join(_TEXT.findall(svg)))) - {"\n", "\t"}


def missing(svg: str) -> str:
    """Return the characters of a picture that the shipped font has no glyph for, sorted."""
    return "".join(sorted(character for character in characters(svg) if ord(character) not in advances()))


def embed(svg: str) -> str:
    """Return a picture that carries the glyphs of its own text. The same picture gives the same bytes."""
    part = base64.b64encode(_part(frozenset(characters(svg)))).decode("ascii")
    face = f'@font-face{{font-family:"{FAMILY}";src:url(data:font/otf;base64,{part}) format("opentype")}}'
    return _ROOT.sub(lambda found: f"{found[0]}\n  <style>{face}</style>", svg, count=1)


def _part(wanted: frozenset[str]) -> bytes:
    """Return the font cut down to some characters."""
    font = _font()
    options = Options()
    options.name_IDs = [0, 1, 13]
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(sorted(wanted)))
    subsetter.subset(font)
    file = BytesIO()
    font.save(file)
    return file.getvalue()


def _font() -> TTFont:
    """Return the font as shipped; writing it leaves its date alone."""
    return TTFont(BytesIO(font_file().read_bytes()), recalcTimestamp=False, lazy=True)
