"""What can be asked: a built folder, an RDF file, or an endpoint."""

from __future__ import annotations

from pathlib import Path

from queries.endpoint import Endpoint, is_address
from queries.store import GraphFile


def opened(where: str | Path) -> GraphFile | Endpoint:
    """Return the graph at a path or an address; raises QueryError if there is none."""
    if isinstance(where, str) and is_address(where):
        return Endpoint(where)
    return GraphFile.at(Path(where))
