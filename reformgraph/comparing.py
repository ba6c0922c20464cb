"""Comparing two graphs: what changed in terms of the domain, and statement by statement."""

from __future__ import annotations

from pathlib import Path

from exports.publish import whole_file
from exports.rdf import rdf_patch
from queries.changes.changes import Changes
from queries.changes.compare import compare
from queries.store import GraphFile

__all__ = ["Changes", "diff"]


def diff(old: str | Path, new: str | Path, *, patch: str | Path | None = None) -> Changes:
    """Return what changed from one graph to another, each a built folder or an RDF file.

    ``patch`` is a file to be written with the statements to delete and to add, as RDF Patch: it also holds what is no
    change of the domain, as the time of the run. Raises QueryError for a graph that cannot be read, ExportError for
    a patch that cannot be written.
    """
    before, after = GraphFile.at(Path(old)), GraphFile.at(Path(new))
    changes = compare(before, after)
    if patch is not None:
        with whole_file(Path(patch)) as file:
            rdf_patch.write(before, after, file)
    return changes
