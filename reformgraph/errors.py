"""What can go wrong at the front door itself."""

from __future__ import annotations

from ontology.errors import ReformgraphError


class UsageError(ReformgraphError):
    """A command or a call that cannot be understood."""
