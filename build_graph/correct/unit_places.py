"""The place of a corrected pilot unit: what its name, its code, its level and its province say together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from build_graph.correct.errors import Mistaken

if TYPE_CHECKING:
    from collections.abc import Mapping

    from build_graph.correct.entry import Setting
    from build_graph.correct.page import Page
    from build_graph.model import Level, PilotUnit
    from build_graph.places import Place

_OF_THE_PLACE = ("name", "code", "level", "province")


def placed(unit: PilotUnit, settings: Mapping[str, Setting], page: Page) -> PilotUnit:
    """Return a unit with attributes set; name, code, level and province are those of one place of the gazetteer.

    A code decides. Else the name, as set or as the document writes it, is looked up with the level and the province
    that are set, as of the date of the page.

    Raises:
        Mistaken: if no place, or more than one, answers to what is set.
    """
    about_place = {name: value for name, value in settings.items() if name in _OF_THE_PLACE}
    others: dict[str, Any] = {name: value for name, value in settings.items() if name not in _OF_THE_PLACE}
    changed = replace(unit, **others)
    if unit.place is not None and all(getattr(unit, name) == value for name, value in about_place.items()):
        return changed
    place = _place(unit, about_place, page)
    gazetteer = page.gazetteer
    province = gazetteer.province_of(place)
    found = replace(
        changed,
        name=gazetteer.full_name(place),
        code=place.code[:6] if place.code else None,
        level=place.level,
        province=province.name if province else None,
        place=place.key,
        stated_province=None if place.level == "province" else changed.stated_province,
    )
    for name in ("level", "province"):
        if name in settings and getattr(found, name) != settings[name]:
            raise Mistaken(f"{name} {settings[name]} contradicts the rest: {found.name} has {getattr(found, name)}")
    return found


def _place(unit: PilotUnit, settings: Mapping[str, Setting], page: Page) -> Place:
    if "code" in settings:
        return _by_code(str(settings["code"]), settings, page)
    name = str(settings["name"]) if "name" in settings else page.clean(unit.passages[0])
    province, level = settings.get("province"), settings.get("level")
    resolution = page.names.resolution(name, cast("str | None", province), cast("Level | None", level))
    if resolution.place is None:
        advice = "set its full name, as 河北省唐山市滦州市, or its code"
        raise Mistaken(f"{resolution.reason}; {advice}" if name else f"the passage names no place; {advice}")
    return resolution.place


def _by_code(code: str, settings: Mapping[str, Setting], page: Page) -> Place:
    try:
        place = page.gazetteer.place(code)
    except KeyError as error:
        raise Mistaken(f"no place has the code {code}; `reformgraph place NAME` shows codes") from error
    name = settings.get("name")
    full = page.gazetteer.full_name(place)
    if name is not None and not full.endswith(str(name)):
        raise Mistaken(f"name {name} contradicts the code: {code} is {full}")
    return place
