"""What can go wrong when a file is read, and what is passed over."""

from __future__ import annotations

from dataclasses import dataclass

from ontology.errors import ReformgraphError


class ReadError(ReformgraphError):
    """A file, record, folder or manifest that cannot be read."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A record of an archive that is no document: an image, a request, a page that was not found."""

    where: str
    reason: str
    """What it is: ``record: image/png``."""
