"""What can go wrong with an export."""

from __future__ import annotations

from ontology.errors import ReformgraphError


class ExportError(ReformgraphError):
    """A format that is unknown, or a file that cannot be written."""
