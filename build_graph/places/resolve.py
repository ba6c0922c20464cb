"""From a written name to a place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from build_graph.places import reasons
from build_graph.places.chain import Chain, contradiction, read_chain
from build_graph.places.choose import Choice, Context, choose, settled
from build_graph.places.knowledge import province_names
from build_graph.places.names import short_name
from build_graph.places.place import hit_of, year_of

if TYPE_CHECKING:
    from build_graph.model import Level
    from build_graph.places.gazetteer import Gazetteer
    from build_graph.places.place import Place

_REMEMBERED = 4_096  # resolutions
_NO_LETTERS = re.compile(r"[\s（）()]+")  # 广东（珠三角） is read like 广东珠三角


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a written name resolves to, and why."""

    place: Place | None
    """Today's division of one that was only renamed or raised; a merged one stays itself until its end."""
    candidates: tuple[Place, ...]
    """The places it may be; one if it was decided, none if nothing has this name."""
    reason: str
    """One sentence for a person."""
    stated_province: Place | None = None
    """The province (or the Production and Construction Corps) given with the name or standing in it."""
    stated_province_differs: bool = False
    former_name: bool = False
    as_named: Place | None = None
    """The division that had the written name, before it became ``place``."""


def resolve(
    gazetteer: Gazetteer,
    written: str,
    *,
    province: str | None = None,
    within: str | None = None,
    on: str | int | None = None,
    level_hint: Level | None = None,
) -> Resolution:
    """Return the place that a name stands for.

    Args:
        gazetteer: the places.
        written: a name in simplified characters, also a chain (保定市清苑区) or a short name (湖北武汉).
        province: the province that the text gives for it: full or short name, or code.
        within: code of a division that the text is about; used where the name alone does not decide. The
            short names of its townships are known then as well.
        on: date of the text, ISO or year.
        level_hint: the level to prefer where places of several have the name (吉林 among cities).

    A candidate in the stated province is taken first; else the only one nationwide is taken and flagged; else
    the name stays ambiguous. Raises PlaceError if ``on`` is no date, KeyError if nothing has the code ``within``.

    """
    text = written if written.isalnum() else _NO_LETTERS.sub("", written)  # most names are letters alone
    return _resolved(gazetteer, text, province, within, year_of(on), level_hint)


@lru_cache(maxsize=_REMEMBERED)  # a list names a place in several ways of looking, and documents share their places
def _resolved(
    gazetteer: Gazetteer, text: str, province: str | None, within: str | None, year: int | None, level: Level | None
) -> Resolution:
    around = gazetteer.place(within) if within else None
    chain = _chain(gazetteer, text, around, level)
    stated = _stated(gazetteer, province, chain)
    if chain is None:
        return Resolution(None, (), f"no place is known by the name {text}", stated)
    context = Context(stated, around, year, level)
    return _decide(gazetteer, chain, choose(gazetteer, chain, context), context)


def _chain(gazetteer: Gazetteer, text: str, around: Place | None, level: Level | None) -> Chain | None:
    """Read a name as a chain; else as a province's one character, where one is asked for, or a township."""
    chain = _named(gazetteer, text)
    if chain:
        return chain
    if level == "province":
        places = [gazetteer.place(code) for code, names in province_names().items() if text in names]
    else:
        nearby = gazetteer.children(around) if around else ()
        places = [each for each in nearby if each.name.startswith(text) and text == short_name(each.name)]
        places += gazetteer.townships_named(text)
    return Chain((), text, tuple(hit_of(each) for each in places), short=False) if places else None


@lru_cache(maxsize=_REMEMBERED)  # one name is asked for with several provinces, levels and surroundings
def _named(gazetteer: Gazetteer, text: str) -> Chain | None:
    return read_chain(gazetteer, text) or contradiction(gazetteer, text)


def _stated(gazetteer: Gazetteer, province: str | None, chain: Chain | None) -> Place | None:
    if province:
        return _given(gazetteer, province)
    above = chain.above if chain else ()
    return next((_root(gazetteer, place) for place in above if _states(place)), None)


@lru_cache(maxsize=256)  # one for all names of a row or a list
def _given(gazetteer: Gazetteer, province: str) -> Place | None:
    text = _NO_LETTERS.sub("", province)
    named = gazetteer.named(text) + gazetteer.short(text)
    if text in province_names():
        named = (gazetteer.place(text),)
    return next((_root(gazetteer, place) for place in named if _states(place)), None)


def _states(place: Place) -> bool:
    return place.level == "province" or place.kind == "corps"


def _root(gazetteer: Gazetteer, place: Place) -> Place:
    """Return what a place states: a division of the Corps states the Corps."""
    return next((each for each in gazetteer.ancestors(place) if each.kind == "corps"), place)


def _decide(gazetteer: Gazetteer, chain: Chain, choice: Choice, context: Context) -> Resolution:
    hits = {(place := settled(gazetteer, hit, context.year)).key: (place, hit) for hit in reversed(choice.hits)}
    places = tuple(place for place, _ in reversed(hits.values()))
    if choice.weak or len(places) != 1:
        reason = reasons.undecided(gazetteer, chain, choice, places)
        return Resolution(None, places, reason, context.province)
    ((place, hit),) = hits.values()
    reason, differs = reasons.decided(chain, choice), False
    if choice.outside and context.province and (province := gazetteer.province_of(place)):
        reason, differs = reasons.contradicted(context.province, chain, province), True
    return Resolution(
        place=place,
        candidates=(place,),
        reason=reason + reasons.history(gazetteer, hit, place),
        stated_province=context.province,
        stated_province_differs=differs,
        former_name=place.valid_to is not None or place.name != hit.name,
        as_named=hit.place,
    )
