"""A place as the gazetteer knows it, and the one error a user can cause."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from ontology.errors import ReformgraphError

if TYPE_CHECKING:
    from build_graph.model import Level

Kind = Literal["division", "special", "collective", "corps", "body"]

_TOWNS = ("镇", "乡", "街道", "苏木")
_DATE = re.compile(r"(\d{4})(-\d\d(-\d\d)?)?")


class PlaceError(ReformgraphError):
    """A question about places that cannot be understood."""


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name that a division had under the same code, and the first and last year of it (None: not known)."""

    name: str
    valid_from: int | None
    valid_to: int | None


class Place(NamedTuple):
    """A division of China, current or former, or an area that is none.

    Years are those of the approval or of the first list of codes that shows the change: a division was
    in force from ``valid_from`` until some day of ``valid_to``.
    """

    key: str
    """The code of GB/T 2260 (six digits; nine for townships), code-year for a former division whose code
    was given out again, the name for what has no code."""
    code: str | None
    name: str
    """Official name of this level alone: 滦州市."""
    level: Level
    parent: str | None
    """Key of the place it lies in."""
    valid_from: int | None = None
    """None: since 1980, where the table begins, or earlier."""
    valid_to: int | None = None
    """None: still in force."""
    kind: Kind = "division"
    replaced_by: tuple[str, ...] = ()
    """Keys of what a former place became or became part of."""
    continued: bool = False
    """It lives on in its successor alone and whole (清苑县 as 清苑区); not so if it was merged or split."""
    former_names: tuple[FormerName, ...] = ()
    members: tuple[str, ...] = ()
    """Keys of the divisions that a collective unites or that a division of the Corps runs."""

    def __hash__(self) -> int:
        """Return the hash of the key alone: sets of places are made for every name that is read."""
        return hash(self.key)


def year_of(on: str | int | None) -> int | None:
    """Return the year of an ISO date (2023, 2023-02, 2023-02-01); raise PlaceError if it is none."""
    if on is None or isinstance(on, int):
        return on
    found = _DATE.fullmatch(on.strip())
    if not found:
        raise PlaceError(f"not a date: {on!r}; write a year or a day, like 2023 or 2023-01-31")
    return int(found[1])


class Hit(NamedTuple):
    """A name and one place that has it, or had it once."""

    place: Place
    name: str
    """The official name that is meant: 楚雄彝族自治州 for 楚雄州."""
    former: bool
    valid_from: int | None
    valid_to: int | None

    def in_force(self, year: int) -> bool:
        """Whether the name was in force in the year; the year in which it ended does not count."""
        return (self.valid_from or 0) <= year and (self.valid_to is None or year < self.valid_to)


def hit_of(place: Place) -> Hit:
    """Return the hit of a place by its own name."""
    return Hit(place, place.name, place.valid_to is not None, place.valid_from, place.valid_to)


NOWHERE = "cn"
"""Stands for the province in the key of a body of which no province is known."""


def body_key(name: str, above: str | None) -> str:
    """Return the key of a body or a town that no table lists: the code of what it lies in, and its name."""
    return f"{above or NOWHERE}/{name}"


def body_of(key: str) -> Place | None:
    """Return the zone, the institution or, in a county, the town of such a key, None for all other keys."""
    above, slash, name = key.partition("/")
    if not slash or not name:
        return None
    level: Level = "township" if above != NOWHERE and not above.endswith("0000") and name.endswith(_TOWNS) else "other"
    return Place(key, None, name, level, None if above == NOWHERE else above, kind="body")
