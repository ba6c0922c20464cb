"""A whole graph of a few documents, for tests."""

from collections.abc import Iterator, Sequence

from build_graph.emit.graphs import Collected, document_quads, shared_graphs
from build_graph.extract.mentioned import mentioned
from build_graph.model import DocumentFacts
from tests.reconcile.together import together


def lines_of(documents: Sequence[DocumentFacts], base: str) -> Iterator[str]:
    """Yield the quads of documents as a build writes them."""
    reconciled, collected = together(documents), Collected()
    for facts in sorted(documents, key=lambda facts: facts.id):
        quads = document_quads(facts, reconciled.programs_in(mentioned(facts).called), reconciled.gaps, base)
        collected.add(facts.id, quads)
        yield from quads.lines
    for graph in shared_graphs(collected, reconciled, base, "1", None):
        yield from graph
