"""The pictures: their list, and a page for each with the same numbers as a table and the picture as a file."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from exports.pictures import PICTURES, atlas, canvas
from exports.pictures.drawing import draw
from exports.pictures.glyphs import embed
from exports.pictures.provinces import LEVELS, QUESTION
from exports.pictures.units import units
from exports.site.answers import Heading, Shown, answer
from exports.site.page import Link, Page
from exports.site.render import render
from exports.site.words import words
from queries.catalogue import find

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from exports.site.source import Source

_SHOWN: Final = ("map-provinces", "map-prefectures", "tiles", "bars", "timeline")
"""Pictures with a page, in the order of their list. The network has one of its own kind."""
_LARGEST_INLINE: Final = 100_000
"""Characters of the largest picture that stands in its page; a larger one is shown from its file."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture of this graph."""

    name: str
    title: str
    summary: str
    svg: str

    @property
    def file(self) -> str:
        """Path of the picture as a file, below the folder of its language."""
        return f"pictures/{self.name}.svg"


def pages(source: Source, language: str) -> Iterator[Page]:
    """Yield the list, and of each picture its page and its file, which carries the glyphs that it uses."""
    drawn = [_drawn(name, source, language) for name in _SHOWN]
    yield render("pictures.html.j2", "pictures/index.html", language, pictures=drawn, network=_network(language))
    for picture in drawn:
        yield Page(f"{language}/{picture.file}", embed(picture.svg))
        yield render(
            "picture.html.j2",
            f"pictures/{picture.name}.html",
            language,
            picture=picture,
            is_inline=len(picture.svg) <= _LARGEST_INLINE,
            table=_TABLES[picture.name](source, language),
            note=words(language)[f"note_{picture.name}"],
        )


def _drawn(name: str, source: Source, language: str) -> Drawn:
    svg = draw(name, source.store, language)
    return Drawn(name, canvas.words(language)[f"{name}_title"], words(language)[f"picture_{name}"], svg)


def _network(language: str) -> str:
    return canvas.words(language)[f"{PICTURES['network'].name}_title"]


def _answered(question: str, source: Source, language: str) -> Shown:
    return answer(find(question), source, language)


def _prefectures(source: Source, language: str) -> Shown:
    """Return the number of pilots of each level in each area of the map of prefectures, by code."""
    shown, english = units(source.store)
    counts: dict[str, Counter[str]] = {}
    for unit in shown:
        counts.setdefault(unit.prefecture, Counter())[unit.counted_as] += 1
    whole = counts.pop("", Counter())
    named = {code: english.get(code, "") if language == "en" else "" for code in counts}
    rows = [_row(code, named[code] or atlas.prefectures()[code].name, counts[code]) for code in sorted(counts)]
    if whole:
        rows.append(_row("", words(language)["not_in_one"], whole))
    titles = [(words(language)[key], False) for key in ("division_code", "area")]
    levels = [(canvas.words(language)[f"level_{level}"], True) for level in LEVELS]
    return Shown(tuple(Heading(*each) for each in titles + levels), tuple(rows), len(rows))


def _row(code: str, name: str, counts: Mapping[str, int]) -> tuple[Link, ...]:
    language = "" if name.isascii() or not code else "zh-Hans"
    return (Link(code), Link(name, language=language), *(Link(str(counts[level]), language="") for level in LEVELS))


_TABLES: Final[Mapping[str, Callable[[Source, str], Shown]]] = {
    "map-provinces": partial(_answered, QUESTION),
    "tiles": partial(_answered, QUESTION),
    "bars": partial(_answered, QUESTION),
    "map-prefectures": _prefectures,
    "timeline": partial(_answered, "goals-by-deadline"),
}
"""The table with the numbers of each picture."""
