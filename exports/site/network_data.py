"""The network for the script that draws it: nodes with their places in the picture, edges, names in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from exports import data_files
from exports.networks.network import network
from exports.pictures.ties import ties
from exports.site.network_columns import above, beside
from exports.site.network_map import arrange, province_of_nodes, tiles
from exports.site.vocabulary import label
from exports.site.words import LANGUAGES
from ontology import LIST, RG

if TYPE_CHECKING:
    from collections.abc import Mapping

    from networkx import DiGraph

    from exports.site.network_columns import Columns
    from exports.site.network_map import Map
    from exports.site.source import Source

_ATTRIBUTES: Final = ("code", "level", "division", "is_pilot", "units")
"""What the network says of a node that the page shows."""
COLUMNS: Final = ("iri", "kind", "label", "name", "english", "path", "x", "y", "province", *_ATTRIBUTES)
"""What the rows of nodes hold: ``label`` stands in the picture, ``name`` is the full one if that is another, ``path``
is that of the page."""


def network_data(source: Source) -> dict[str, Any]:
    """Return the network of a graph as JSON has it, in the order of the names of its nodes.

    ``nodes`` are rows (``COLUMNS``), ``edges`` the numbers of two nodes and that of a relation, ``layouts`` the boxes
    of agencies and programs for a wide picture and a tall one, ``areas`` the provinces.
    """
    graph = network(source.store)
    drawn = arrange(graph)
    tied = ties(source.store, "zh")
    agencies, programs = _names(tied.agencies, graph, source), _names(tied.programs, graph, source)
    number = {node: index for index, node in enumerate(graph)}
    return {
        "columns": list(COLUMNS),
        "nodes": _nodes(graph, drawn, source),
        "edges": _edges(graph, number),
        "programs": [number[node] for node in tied.programs],
        "provinces": {code: [row["short"], row["english"]] for code, row in tiles().items()},
        "levels": _labels(graph, "level", f"{LIST}designation-level/"),
        "divisions": _labels(graph, "division", RG),
        "areas": [[area.code, *map(_whole, (area.left, area.top, area.wide, area.high))] for area in drawn.areas],
        "heading": _whole(drawn.heading),
        "layouts": {
            "wide": _layout(beside(drawn, agencies, programs), number),
            "tall": _layout(above(drawn, agencies, programs), number),
        },
    }


def kinds() -> tuple[Mapping[str, str], ...]:
    """Return the kinds of nodes, in the order of their numbers."""
    return data_files.table("site/network_kinds.tsv")


def relations() -> tuple[Mapping[str, str], ...]:
    """Return the relations, in the order of their numbers."""
    return data_files.table("site/network_relations.tsv")


def _names(nodes: tuple[str, ...], graph: DiGraph[str], source: Source) -> dict[str, list[str]]:
    found = {}
    for node in nodes:
        english = source.things[node].english if node in source.things else ""
        found[node] = [name for name in (graph.nodes[node]["label"], english) if name]
    return found


def _nodes(graph: DiGraph[str], drawn: Map, source: Source) -> list[list[Any]]:
    number = {row["kind"]: index for index, row in enumerate(kinds())}
    provinces = province_of_nodes(graph)
    rows = []
    for node, data in graph.nodes(data=True):
        thing = source.things.get(node)
        x, y = drawn.points.get(node, (0.0, 0.0))
        row = [
            node,
            number[data["kind"]],
            data["label"],
            thing.name if thing and thing.name != data["label"] else "",
            thing.english if thing else "",
            thing.path if thing else "",
            _whole(x),
            _whole(y),
            provinces.get(node, ""),
            *(data.get(name, "") for name in _ATTRIBUTES),
        ]
        rows.append(row)
    return rows


def _labels(graph: DiGraph[str], name: str, space: str) -> dict[str, list[str]]:
    """Return the values of an attribute with their labels, in the order of the languages."""
    values = {str(data[name]) for _, data in graph.nodes(data=True) if name in data}
    return {value: [label(space + value, language) for language in LANGUAGES] for value in sorted(values)}


def _edges(graph: DiGraph[str], number: Mapping[str, int]) -> list[list[int]]:
    relation = {row["relation"]: index for index, row in enumerate(relations())}
    edges = graph.edges(data=True)
    return [[number[source], number[target], relation[data["relation"]]] for source, target, data in edges]


def _layout(columns: Columns, number: Mapping[str, int]) -> dict[str, Any]:
    boxes = [[number[node], *map(_whole, (box.x, box.y, box.high))] for node, box in columns.boxes.items()]
    return {"letters": _whole(columns.letters), "wide": _whole(columns.wide), "boxes": boxes}


def _whole(value: float) -> int:
    return round(value)
