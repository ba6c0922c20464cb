"""Agencies, programs, and pilot units by province, and what ties them: what the network shows.

Nodes and relations are those of the GraphML export. Units of several programs at one place are one entry here, with
those programs; the entries stand under their province.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from exports import data_files
from queries.run import select

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pyoxigraph import Store

BETWEEN_PROGRAMS: Final = ("implements", "same policy as")
FROM_AGENCIES: Final = ("issued by", "gives tasks to")
_WHOLE: Final = "pilot-province"

Relation = tuple[str, str, str]
"""Node, relation, node."""
Nodes = dict[str, dict[str, str]]
"""Node -> kind, label and what else the network says of it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place that is a pilot unit of some programs."""

    name: str
    """Nothing where it is the whole province."""
    programs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The pilot units of a province; those that lie in no one province are a group too."""

    name: str
    """Nothing for units in no one province."""
    places: tuple[Place, ...]

    @property
    def per_program(self) -> Counter[str]:
        """Number of its units by program."""
        return Counter(program for place in self.places for program in place.programs)


@dataclass(frozen=True, slots=True)
class Ties:
    """What the network shows."""

    names: Mapping[str, str]
    """Node of an agency or a program -> its name."""
    agencies: tuple[str, ...]
    programs: tuple[str, ...]
    """In an order in which few lines cross: by where their units stand."""
    groups: tuple[Group, ...]
    relations: tuple[Relation, ...]
    """Between programs, and from a program to an agency."""


def ties(store: Store, language: str) -> Ties:
    """Return what the network shows, with names in the language where the graph has them."""
    nodes = {row.pop("node"): row for row in _rows(store, "network_nodes.rq")}
    relations = [(row["source"], row["relation"], row["target"]) for row in _rows(store, "network_edges.rq")]
    relations = [each for each in relations if each[0] in nodes and each[2] in nodes]
    groups = _groups(nodes, relations, language)
    programs = _by_units(_of_kind(nodes, "program"), groups)
    shown = _once([each for each in relations if each[1] in {*BETWEEN_PROGRAMS, *FROM_AGENCIES}])
    names = {node: data["label"] for node, data in nodes.items()} | _english(store, language)
    agencies = _by_programs(_of_kind(nodes, "agency"), programs, shown)
    return Ties(names, tuple(agencies), tuple(programs), groups, tuple(sorted(shown)))


def _rows(store: Store, name: str) -> list[dict[str, str]]:
    """Return the rows of a query, with nothing in them where a column is empty."""
    return [{key: str(cell or "") for key, cell in row.items()} for row in select(store, data_files.text(name))]


def _of_kind(nodes: Nodes, kind: str) -> list[str]:
    return sorted(node for node, data in nodes.items() if data["kind"] == kind)


def _english(store: Store, language: str) -> dict[str, str]:
    rows = _rows(store, "english_names.rq") if language == "en" else []
    return {row["node"]: row["name"] for row in rows}


def _groups(nodes: Nodes, relations: Sequence[Relation], language: str) -> tuple[Group, ...]:
    """Return the units by province: provinces by code, places by code and name, those without province last."""
    column = "english" if language == "en" else "short"
    short = {row["code"]: row[column] for row in data_files.table("province_tiles.tsv")}
    by_program: dict[str, set[str]] = {}
    for unit, relation, program in relations:
        if relation == "designated by":
            by_program.setdefault(unit, set()).add(program)
    found: dict[tuple[bool, str, str], dict[tuple[str, str], set[str]]] = {}
    for unit in _of_kind(nodes, "pilot unit"):
        data = nodes[unit]
        province = f"{data['code'][:2]}0000" if data["code"] else ""
        name = short.get(province, data["province"])
        place = (data["code"], "" if data["level"] == _WHOLE else data["label"])
        group = found.setdefault((not name, province, name), {})
        group.setdefault(place, set()).update(by_program.get(unit, ()))
    return tuple(
        Group(name, tuple(Place(label, tuple(sorted(programs))) for (_, label), programs in sorted(places.items())))
        for (_, _, name), places in sorted(found.items())
    )


def _by_units(programs: Iterable[str], groups: Sequence[Group]) -> list[str]:
    """Return the programs by the middle of the provinces of their units; those without units come last."""
    ranks = {
        program: [rank for rank, g in enumerate(groups) for _ in range(g.per_program[program])] for program in programs
    }
    return sorted(ranks, key=lambda program: (_middle(ranks[program], len(groups)), program))


def _by_programs(agencies: Iterable[str], programs: Sequence[str], relations: Sequence[Relation]) -> list[str]:
    """Return the agencies by the middle of the programs that they are tied to."""
    rank = {program: index for index, program in enumerate(programs)}
    ranks = {agency: [rank[source] for source, _, target in relations if target == agency] for agency in agencies}
    return sorted(ranks, key=lambda agency: (_middle(ranks[agency], len(programs)), agency))


def _middle(ranks: Sequence[int], otherwise: int) -> float:
    return sum(ranks) / len(ranks) if ranks else otherwise


def _once(relations: Sequence[Relation]) -> list[Relation]:
    """Return the relations without the way back of a policy that two programs share, or that one implements."""
    implemented = {frozenset((a, b)) for a, relation, b in relations if relation == "implements"}
    return [
        (a, relation, b)
        for a, relation, b in relations
        if relation != "same policy as" or (a < b and frozenset((a, b)) not in implemented)
    ]
