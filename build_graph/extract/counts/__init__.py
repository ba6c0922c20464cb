"""Declared counts: a number before what it counts, and how many the document then lists."""

from build_graph.extract.counts.counts import counts
from build_graph.extract.counts.listed import with_listed

__all__ = ["counts", "with_listed"]
