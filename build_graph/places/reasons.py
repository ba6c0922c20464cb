"""Why a name was resolved as it was, in a sentence for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from build_graph.places.chain import Chain
    from build_graph.places.choose import Choice
    from build_graph.places.gazetteer import Gazetteer
    from build_graph.places.place import Hit, Place


def undecided(gazetteer: Gazetteer, chain: Chain, choice: Choice, places: tuple[Place, ...]) -> str:
    """Return why a name stays open."""
    names = "、".join(gazetteer.full_name(place) for place in places)
    if choice.weak:
        return f"{chain.name} alone may mean something else; with a province or its full name it may be: {names}"
    return f"{len(places)} places{_where(choice)} go by the name {chain.name}: {names}"


def decided(chain: Chain, choice: Choice) -> str:
    """Return why a name is this place."""
    if chain.short:
        return f"the only place{_where(choice)} that {chain.name} can be"
    return f"the only {chain.name}{_where(choice)}"


def contradicted(stated: Place, chain: Chain, province: Place) -> str:
    """Return why a name is a place outside the province that the text states."""
    return f"the text states {stated.name}, but the only {chain.name} lies in {province.name}"


def history(gazetteer: Gazetteer, hit: Hit, place: Place) -> str:
    """Return what became of a name that is no longer in force, or nothing."""
    if hit.valid_to is None and place == hit.place and place.name != hit.name:
        return f"; today's list has {gazetteer.full_name(place)}"
    text = "" if hit.valid_to is None else f"; {hit.name} was in force until {hit.valid_to}"
    if place != hit.place or place.name != hit.name:
        text += f" and became {gazetteer.full_name(place)}"
    return text


def _where(choice: Choice) -> str:
    return f" in {choice.area.name}" if choice.area else ""
