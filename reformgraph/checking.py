"""Checking RDF files against the shapes of the vocabulary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_graph.validate import validate_files
from queries.store import GraphFile
from reformgraph.paths import Paths, as_paths

if TYPE_CHECKING:
    from build_graph.validate import Report


def validate(files: Paths) -> Report:
    """Return the report of the shapes on the union of RDF files; a built folder stands for its graph.

    Raises RdfError for a file that cannot be read or is malformed, QueryError for a folder without a graph.
    """
    return validate_files([GraphFile.at(path).file if path.is_dir() else path for path in as_paths(files)])
