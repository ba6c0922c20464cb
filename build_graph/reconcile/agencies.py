"""One identity for a body that documents write in many ways: 国家卫健委, 国家卫生健康委."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_graph.extract.agencies import full_name
from build_graph.places import resolve

if TYPE_CHECKING:
    from collections.abc import Iterable

    from build_graph.places import Gazetteer

_OFFICE = re.compile(r"(?P<body>.{2,}?)(?P<office>办公厅|办公室)$")
_DIVISION = re.compile(r"[一-鿿]{2,8}?(?:省|自治区|市|州|盟|县|区|旗)")
_CENTRAL = re.compile(r"国务院|中共中央|全国人大")  # their general offices are bodies of their own name


@dataclass(frozen=True, slots=True)
class AgencyIdentity:
    """One body of the state."""

    name: str
    """Its full name, which is also its id."""
    forms: tuple[str, ...]
    """How documents write it."""
    part_of: str | None
    """Full name of the body whose office it is."""
    jurisdiction: str | None
    """Key of the division whose body it is; None for a national one."""


def agency_name(written: str) -> str:
    """Return the full name of a body, its office included.

    >>> agency_name("国家卫生健康委办公厅")
    '国家卫生健康委员会办公厅'
    """
    office = _OFFICE.fullmatch(written)
    return full_name(office["body"]) + office["office"] if office else full_name(written)


def agencies(bodies: Iterable[str], gazetteer: Gazetteer) -> tuple[AgencyIdentity, ...]:
    """Return the bodies of these names, and those whose offices they are, sorted by name."""
    forms: dict[str, set[str]] = {}
    for name in bodies:
        forms.setdefault(agency_name(name), set()).add(name)
    for name in list(forms):
        parent = _parent(name)
        if parent:
            forms.setdefault(parent, set())
    return tuple(_identity(name, forms[name], gazetteer) for name in sorted(forms))


def _parent(name: str) -> str | None:
    office = _OFFICE.fullmatch(name)
    return office["body"] if office and not _CENTRAL.match(name) else None


def _identity(name: str, forms: set[str], gazetteer: Gazetteer) -> AgencyIdentity:
    division = _DIVISION.match(name)
    place = resolve(gazetteer, division[0]).place if division else None
    return AgencyIdentity(
        name=name,
        forms=tuple(sorted(forms - {name})),
        part_of=_parent(name),
        jurisdiction=place.key if place else None,
    )
