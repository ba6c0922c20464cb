"""Agencies, programs, and pilot units by province, and what ties them: what the network shows.

The network is that of the GraphML export. Units of several programs at one place are one entry here, with the numbers of those
programs; the entries stand under their province.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from exports.graphml import network
from exports.pictures.canvas import sparql, table
from queries.run import select

if TYPE_CHECKING:
    from collections.abc import Mapping

    from networkx import DiGraph
    from pyoxigraph import Store

BETWEEN_PROGRAMS: Final = ("implements", "same policy as")
FROM_AGENCIES: Final = ("issued by", "gives tasks to")
_WHOLE: Final = "pilot-province"


@dataclass(frozen=True, slots=True)
class Place:
    """A place that is a pilot unit of some programs."""

    name: str
    """Nothing where it is the whole province."""
    programs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The pilot units of a province; those that lie in no one province are a group too."""

    code: str
    """Code of the province; nothing for units in no one province."""
    name: str
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
    relations: tuple[tuple[str, str, str], ...]
    """(node, relation, node): between programs, and from a program to an agency."""


def ties(store: Store, language: str) -> Ties:
    """Return what the network shows, with names in the language where the graph has them."""
    graph = network(store)
    groups = _groups(graph, language)
    rank = {program: index for index, program in enumerate(_ordered(graph, groups))}
    relations = [(a, relation, b) for a, b, relation in graph.edges(data="relation")]
    wanted = [each for each in relations if each[1] in {*BETWEEN_PROGRAMS, *FROM_AGENCIES}]
    names = {node: label for node, label in graph.nodes(data="label")} | _english(store, language)
    agencies = sorted(_nodes(graph, "agency"), key=lambda node: (_middle(wanted, node, rank), node))
    return Ties(names, tuple(agencies), tuple(rank), groups, tuple(sorted(_once(wanted))))


def _nodes(graph: DiGraph[str], kind: str) -> list[str]:
    return sorted(node for node, is_kind in graph.nodes(data="kind") if is_kind == kind)


def _english(store: Store, language: str) -> dict[str, str]:
    rows = select(store, sparql("english_names.rq")) if language == "en" else []
    return {str(row["node"]): str(row["name"]) for row in rows}


def _groups(graph: DiGraph[str], language: str) -> tuple[Group, ...]:
    """Return the units by province, provinces by code, places by code and name; the group without province is last."""
    column = "english" if language == "en" else "short"
    short = {row["code"]: row[column] for row in table("province_tiles.tsv")}
    found: dict[tuple[bool, str, str], dict[tuple[str, str], set[str]]] = {}
    for node in _nodes(graph, "pilot unit"):
        data = graph.nodes[node]
        code = data.get("code", "")
        province = f"{code[:2]}0000" if code else ""
        key = (not (province or data.get("province")), province, short.get(province) or data.get("province", ""))
        place = (code, "" if data.get("level") == _WHOLE else data["label"])
        programs = {other for other in graph.successors(node) if graph.edges[node, other]["relation"] == "designated by"}
        found.setdefault(key, {}).setdefault(place, set()).update(programs)
    return tuple(
        Group(code, name, tuple(Place(label, tuple(sorted(by))) for (_, label), by in sorted(places.items())))
        for (_, code, name), places in sorted(found.items())
    )


def _ordered(graph: DiGraph[str], groups: tuple[Group, ...]) -> list[str]:
    """Return the programs by the middle of the provinces of their units; those without units come last."""

    def middle(program: str) -> float:
        ranks = [rank for rank, group in enumerate(groups) for _ in range(group.per_program[program])]
        return sum(ranks) / len(ranks) if ranks else len(groups)

    return sorted(_nodes(graph, "program"), key=lambda program: (middle(program), program))


def _middle(relations: list[tuple[str, str, str]], agency: str, rank: Mapping[str, int]) -> float:
    """Return the middle of the programs that an agency is tied to."""
    ranks = [rank[program] for program, _, other in relations if other == agency and program in rank]
    return sum(ranks) / len(ranks) if ranks else len(rank)


def _once(relations: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Return the relations without the way back of a policy that two programs share, or that one implements."""
    implemented = {frozenset((a, b)) for a, relation, b in relations if relation == "implements"}
    return [
        (a, relation, b)
        for a, relation, b in relations
        if relation != "same policy as" or (a < b and frozenset((a, b)) not in implemented)
    ]
