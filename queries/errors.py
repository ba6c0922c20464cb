"""What can go wrong with a question."""

from __future__ import annotations

from ontology.errors import ReformgraphError


class QueryError(ReformgraphError):
    """A question that cannot be answered: unknown, malformed, or put to a graph that is not there."""
