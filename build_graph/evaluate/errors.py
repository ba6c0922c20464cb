"""What can go wrong before facts can be judged."""

from __future__ import annotations

from ontology.errors import ReformgraphError


class GoldError(ReformgraphError):
    """Gold or facts that cannot be used: one line for each mistake, which names the file, the fact and the mistake."""
