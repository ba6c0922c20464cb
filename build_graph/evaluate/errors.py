"""What can go wrong before facts can be judged."""

from __future__ import annotations

from ontology.errors import ReformgraphError


class GoldError(ReformgraphError):
    """A gold file or a file of facts that cannot be used. Its text names the file, the fact and the mistake."""
