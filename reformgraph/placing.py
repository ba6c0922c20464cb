"""Resolving names of places."""

from __future__ import annotations

from dataclasses import dataclass, fields
from html import escape

from build_graph.places import Gazetteer, Resolution, resolve
from build_graph.places.explain import told


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved(Resolution):
    """What a written name of a place resolves to. ``print`` says why; a notebook does by itself."""

    written: str
    """The name."""

    def __str__(self) -> str:
        return told(Gazetteer.shipped(), self.written, self)

    def _repr_html_(self) -> str:
        """Return the explanation as HTML, for notebooks."""
        return f"<pre>{escape(str(self))}</pre>"


def place(name: str, *, province: str | None = None, on: str | int | None = None) -> Resolved:
    """Return what a written name of a place resolves to, and why.

    ``province`` is the province that the text gives for it, ``on`` the date of the text (ISO date or year).
    Raises PlaceError for a date that is none.
    """
    found = resolve(Gazetteer.shipped(), name, province=province, on=on)
    return Resolved(written=name, **{field.name: getattr(found, field.name) for field in fields(found)})
