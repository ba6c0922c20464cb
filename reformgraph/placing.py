"""Resolving names of places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_graph.places import Gazetteer, resolve

if TYPE_CHECKING:
    from build_graph.places import Resolution


def place(name: str, *, province: str | None = None, on: str | int | None = None) -> Resolution:
    """Return what a written name of a place resolves to, and why.

    ``province`` is the province that the text gives for it, ``on`` the date of the text (ISO date or year).
    Raises PlaceError for a date that is none.
    """
    return resolve(Gazetteer.shipped(), name, province=province, on=on)
