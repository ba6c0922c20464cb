"""Explaining to a person what a name resolves to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_graph.places.place import PlaceError
from build_graph.places.resolve import resolve

if TYPE_CHECKING:
    from build_graph.places.gazetteer import Gazetteer
    from build_graph.places.place import Place
    from build_graph.places.resolve import Resolution

_LEVELS = {
    "province": "province",
    "city": "prefecture",
    "county": "county",
    "township": "township",
    "other": "no division",
}


def explain(gazetteer: Gazetteer, written: str, *, province: str | None = None, on: str | None = None) -> str:
    """Return lines of text: what a name resolves to and why, or the places it may be.

    Raises PlaceError if ``on`` is no ISO date or ``province`` no province.
    """
    if province and not _is_province(gazetteer, province):
        raise PlaceError(f"there is no province {province!r}; write its name or its code, as 河北省 or 130000")
    return told(gazetteer, written, resolve(gazetteer, written, province=province, on=on))


def told(gazetteer: Gazetteer, written: str, found: Resolution) -> str:
    """Return what a name has been resolved to, and why, as lines of text."""
    lines = []
    if found.place is None:
        lines.append(f"{written}: not resolved")
        lines += [f"  may be {_line(gazetteer, place)}" for place in found.candidates]
    else:
        lines.append(f"{written}: {_line(gazetteer, found.place)}")
        lines += [f"  {line}" for line in _history(gazetteer, found.place)]
    return "\n".join([*lines, f"  why: {found.reason}"])


def _is_province(gazetteer: Gazetteer, written: str) -> bool:
    if any(place.key == written for place in gazetteer.provinces()):
        return True
    place = resolve(gazetteer, written, level_hint="province").place
    return place is not None and (place.level == "province" or place.kind == "corps")


def _line(gazetteer: Gazetteer, place: Place) -> str:
    code = f"code {place.code}" if place.code else "no code of GB/T 2260"
    return f"{gazetteer.full_name(place)}, {code}, {_LEVELS[place.level]}, {_period(place)}"


def _period(place: Place) -> str:
    since = f"since {place.valid_from}" if place.valid_from else "since 1980 or earlier"
    if place.valid_to is None:
        return f"in force {since}"
    return f"in force until {place.valid_to}" + (f", since {place.valid_from}" if place.valid_from else "")


def _history(gazetteer: Gazetteer, place: Place) -> list[str]:
    lines = [f"formerly {old.name}, until {old.valid_to}" for old in place.former_names]
    for old in gazetteer.predecessors(place):
        how = "formerly" if old.continued else "took up"
        lines.append(f"{how} {gazetteer.full_name(old)} ({old.key}), until {old.valid_to}")
    if place.replaced_by:
        names = "、".join(gazetteer.full_name(gazetteer.place(key)) for key in place.replaced_by)
        lines.append(f"became part of {names}")
    if place.members:
        names = "、".join(gazetteer.place(key).name for key in place.members)
        lines.append(f"consists of {names}" if place.kind == "collective" else f"with {names}")
    return lines
