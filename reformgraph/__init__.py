"""Reads Chinese documents about reform pilots and asks the graph that it builds of them.

>>> import reformgraph
>>> reformgraph.build("documents", out="out")  # doctest: +SKIP
>>> graph = reformgraph.Graph.open("out")  # doctest: +SKIP
>>> graph.ask("provinces-with-county-and-city-pilots")  # doctest: +SKIP

Everything listed in ``__all__`` is loaded when it is first used, so that importing the package is cheap.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from ontology.errors import ReformgraphError

if TYPE_CHECKING:
    from build_graph.version import __version__
    from queries.table import Table
    from reformgraph.building import How, Summary, build
    from reformgraph.checking import validate
    from reformgraph.comparing import Changes, diff
    from reformgraph.describing import Description, describe
    from reformgraph.evaluating import Evaluation, evaluate
    from reformgraph.graph import Graph
    from reformgraph.listing import Facts
    from reformgraph.picture import Picture
    from reformgraph.placing import place
    from reformgraph.reading import facts, read
    from reformgraph.reviewing import review

__all__ = [
    "Changes",
    "Description",
    "Evaluation",
    "Facts",
    "Graph",
    "How",
    "Picture",
    "ReformgraphError",
    "Summary",
    "Table",
    "__version__",
    "build",
    "describe",
    "diff",
    "evaluate",
    "facts",
    "place",
    "read",
    "review",
    "validate",
]

_HOMES = {
    "Changes": "reformgraph.comparing",
    "Description": "reformgraph.describing",
    "Evaluation": "reformgraph.evaluating",
    "Facts": "reformgraph.listing",
    "Graph": "reformgraph.graph",
    "How": "reformgraph.building",
    "Picture": "reformgraph.picture",
    "Summary": "reformgraph.building",
    "Table": "queries.table",
    "__version__": "build_graph.version",
    "build": "reformgraph.building",
    "diff": "reformgraph.comparing",
    "describe": "reformgraph.describing",
    "evaluate": "reformgraph.evaluating",
    "facts": "reformgraph.reading",
    "place": "reformgraph.placing",
    "read": "reformgraph.reading",
    "review": "reformgraph.reviewing",
    "validate": "reformgraph.checking",
}


def __getattr__(name: str) -> object:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'reformgraph' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
