"""The kinds of facts that are compared: one ``.rq`` file each under ``kinds/``, which a researcher can correct.

The query gives each fact with its attributes, a column for each, and one value in a row. The ``#+`` header says:

``order``      place in the list; a kind comes after those that its ``within`` points to
``label``      what people call the kind, in Chinese and English
``elsewhere``  heading for facts of the kind that belong to no program (not stated: that of no program)
``name``       columns that together name a fact
``within``     columns that must agree in a fact of the old graph and one of the new if they are to be one
``alike``      ``columns`` of which one must be near, and how near ``at_least``: from 0 to 1
``positional`` true if IRIs hang on positions in a text: equal ones then need not mean the same fact (default: false)
``opaque``     columns whose values tell people nothing, as a digest; only that they changed is told
``columns``    what each column holds, in Chinese and English
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import yaml

from queries.errors import QueryError
from queries.header import header

if TYPE_CHECKING:
    from collections.abc import Mapping

    Labels = Mapping[str, str]
    """A word in both languages: zh, en -> word."""


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """A kind of fact, and how two facts of it are compared."""

    key: str
    """The file's name without its suffix, as the list of facts calls the kind: pilot_unit."""
    order: int
    label: Labels
    elsewhere: Labels | None
    name: tuple[str, ...]
    within: tuple[str, ...]
    alike: tuple[str, ...]
    at_least: float
    positional: bool
    opaque: frozenset[str]
    attributes: Mapping[str, Labels]
    """Column -> what it holds, in the order in which they are told."""
    sparql: str


@cache
def kinds() -> tuple[Kind, ...]:
    """Return the kinds in their order."""
    folder = files(__package__).joinpath("kinds")
    found = [
        parse(file.read_text("utf-8"), file.name.removesuffix(".rq"))
        for file in folder.iterdir()
        if file.name.endswith(".rq")
    ]
    return tuple(sorted(found, key=lambda kind: kind.order))


def parse(text: str, key: str) -> Kind:
    """Return the kind in the text of its ``.rq`` file; raises QueryError if the header is incomplete."""
    try:
        return _kind(header(text), text, key)
    except (yaml.YAMLError, KeyError, TypeError, ValueError) as error:
        problem = " ".join(str(error).split())
        raise QueryError(f"kinds/{key}.rq: the #+ header is no complete record ({problem})") from error


def _kind(record: Mapping[str, Any], text: str, key: str) -> Kind:
    attributes = {column: labels for column, labels in record["columns"].items() if column != "fact"}
    named = [*record["name"], *record["within"], *record["alike"]["columns"], *record.get("opaque", ())]
    unknown = sorted(set(named) - set(attributes))
    if unknown:
        raise ValueError(f"no column {', '.join(unknown)}")
    return Kind(
        key=key,
        order=int(record["order"]),
        label=MappingProxyType(record["label"]),
        elsewhere=record.get("elsewhere"),
        name=tuple(record["name"]),
        within=tuple(record["within"]),
        alike=tuple(record["alike"]["columns"]),
        at_least=float(record["alike"]["at_least"]),
        positional=bool(record.get("positional")),
        opaque=frozenset(record.get("opaque", ())),
        attributes=MappingProxyType(attributes),
        sparql=text,
    )
