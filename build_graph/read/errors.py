"""What can go wrong when a file is read."""

from __future__ import annotations

from ontology.errors import ReformgraphError


class ReadError(ReformgraphError):
    """A file, folder or manifest that cannot be read."""
