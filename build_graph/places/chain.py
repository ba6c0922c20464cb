"""Reading a place name that is a chain of names: 河北省唐山市滦州市, 湖北武汉, 新疆第八师石河子市."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from build_graph.places.names import SHORTEST
from build_graph.places.place import hit_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from build_graph.places.gazetteer import Gazetteer
    from build_graph.places.place import Hit, Place

    Fits = Callable[[Place, Place], bool]

ENDS_OF_TOWNSHIPS = ("镇", "乡", "道", "木", "所")
"""The last characters of the names of all townships: in other names none is looked for."""
_RANK = re.compile("(?:镇|乡|民族乡|街道|苏木)$")


class Chain(NamedTuple):
    """A written name taken apart: the places named above the last one, and who the last name may be."""

    above: tuple[Place, ...]
    name: str
    """The last name as written."""
    hits: tuple[Hit, ...]
    short: bool
    """The last name is a short one."""


def read_chain(gazetteer: Gazetteer, text: str) -> Chain | None:
    """Return the text as a chain in which every place lies in the one before it, or None.

    A prefecture that has lost a county since is forgiven; another province is not (see contradiction).
    """
    forgivable = False

    def lies_in(place: Place, area: Place) -> bool:
        nonlocal forgivable
        inside = gazetteer.lies_in(place, area)
        forgivable = forgivable or (not inside and _was_lost(gazetteer, place, area))
        return inside

    def lay_in(place: Place, area: Place) -> bool:
        return gazetteer.lies_in(place, area) or _was_lost(gazetteer, place, area)

    found = _read(gazetteer, text, (), lies_in)
    return _read(gazetteer, text, (), lay_in) if found is None and forgivable else found


def contradiction(gazetteer: Gazetteer, text: str) -> Chain | None:
    """Return a chain that begins with a province in which the rest does not lie (山西省包头市), or None."""
    for head, province in _heads(gazetteer, text):
        if province.level == "province":
            rest = read_chain(gazetteer, text[len(head) :])
            if rest is not None:
                return Chain((province, *rest.above), rest.name, rest.hits, rest.short)
    return None


def _was_lost(gazetteer: Gazetteer, place: Place, area: Place) -> bool:
    """Tell whether a prefecture may have lost a place below it: it lies in the same province."""
    province = gazetteer.province_of(place) if area.level == "city" and place.level != "province" else None
    return province is not None and province == gazetteer.province_of(area)


def _read(gazetteer: Gazetteer, text: str, above: tuple[Place, ...], fits: Fits) -> Chain | None:
    for hits, short in _hits(gazetteer, text, above[-1] if above else None):
        fitting = tuple(hit for hit in hits if fits(hit.place, above[-1])) if above else hits
        if fitting:
            return Chain(above, text, fitting, short)
    for head, place in _heads(gazetteer, text):
        if not above or fits(place, above[-1]):
            found = _read(gazetteer, text[len(head) :], (*above, place), fits)
            if found:
                return found
    return None


def _hits(gazetteer: Gazetteer, text: str, area: Place | None) -> Iterator[tuple[tuple[Hit, ...], bool]]:
    """Yield who has a name, and whether it is a short one; in an area its townships as well."""
    if full := gazetteer.hits(text):
        yield full, False
    stem = text
    below: tuple[Place, ...] = ()
    if area is not None and text.endswith(ENDS_OF_TOWNSHIPS):
        stem = _RANK.sub("", text)
        below = gazetteer.townships_in(gazetteer.continuation(area), stem)
    if below:
        yield tuple(hit_of(each) for each in below if each.name == text), False
    if short := gazetteer.short_hits(text):
        yield short, True
    if below:
        yield tuple(_renamed(below, text, stem)), False


def _renamed(below: Sequence[Place], text: str, stem: str) -> Iterator[Hit]:
    """Yield the township that has another rank today: 张庄乡 has become 张庄镇 or 张庄街道 of the same county."""
    if len(stem) >= SHORTEST and stem != text:
        same = (each for each in below if _RANK.sub("", each.name) == stem)
        yield from (hit_of(each)._replace(name=text, former=True) for each in same)


def _heads(gazetteer: Gazetteer, text: str) -> Iterator[tuple[str, Place]]:
    """Yield the names that the text begins with, leaving something: the longest first, full before short."""
    for end in reversed(gazetteer.ends_of_names(text, stop=len(text) - SHORTEST)):
        head = text[:end]
        for hit in (*gazetteer.hits(head), *gazetteer.short_hits(head)):
            yield head, hit.place
