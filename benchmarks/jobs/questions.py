"""Ask every stored question of a graph: FOLDER LIMIT [FILE]. FILE gets their SPARQL, for other engines.

A folder with a store on disk is asked there, another one in memory.
"""

import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from benchmarks.asking import asked
from benchmarks.clock import tell
from queries.asking import written
from queries.catalogue import catalogue
from queries.source import opened
from queries.union import names_graphs
from reformgraph import Graph

if TYPE_CHECKING:
    from queries.table import Table

_ANY_UNIT: Final = (
    "PREFIX rg: <https://w3id.org/reformgraph/ontology#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
    "SELECT ?fact ?place ?document WHERE { ?fact a rg:PilotUnit ; rg:place ?at ; rg:statedIn ?in . "
    "?at skos:prefLabel ?place . ?in <http://purl.org/dc/terms/identifier> ?document } LIMIT 1"
)

_ANY_GRAPH: Final = "ASK { GRAPH ?graph { ?s ?p ?o } }"

Asks = dict[str, Callable[[], object]]


def any_unit(graph: Graph) -> dict[str, Any]:
    """Return some pilot unit of a graph: itself, its place, a document that states it."""
    return next(iter(cast("Table", graph.ask(_ANY_UNIT))))


def _arguments(graph: Graph) -> dict[str, dict[str, Any]]:
    """Return what the questions that need a parameter are asked: things that are in the graph."""
    some = any_unit(graph)
    return {
        "facts-of-a-document": {"document": some["document"]},
        "goals-due-by-year": {"year": 2024},
        "goals-overdue": {"date": "2024-01-01"},
        "is-this-place-a-pilot": {"place": some["place"]},
        "passages-of-a-fact": {"fact": some["fact"]},
    }


def _asks(graph: Graph) -> tuple[Asks, Asks]:
    """Return how every stored question is asked: those that name no graph, and those that do."""
    given = _arguments(graph)
    asks: tuple[Asks, Asks] = {}, {}
    for each in catalogue():
        asks[names_graphs(each.sparql)][each.name] = partial(graph.ask, each.name, **given.get(each.name, {}))
    return asks


if __name__ == "__main__":
    folder, limit = Path(sys.argv[1]), float(sys.argv[2])
    loaded = Graph.open(folder)
    of_union, of_graphs = _asks(loaded)
    if len(sys.argv) > 3:
        source, given = opened(folder), _arguments(loaded)
        texts = {each.name: written(source, each, given.get(each.name)) for each in catalogue()}
        Path(sys.argv[3]).write_text(json.dumps(texts, ensure_ascii=False), "utf-8")
    seconds = asked(of_union, limit)
    loaded.ask(_ANY_GRAPH)  # loads the named graphs: questions are asked of a graph that is open
    tell(seconds=seconds | asked(of_graphs, limit))
