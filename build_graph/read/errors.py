"""What can go wrong when a file is read, and what is passed over."""

from __future__ import annotations

from dataclasses import dataclass

from ontology.errors import ReformgraphError


class ReadError(ReformgraphError):
    """A file, record, folder or manifest that cannot be read."""


class PartError(ReadError):
    """A record or a page that cannot be read, in a file of which other parts are."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """What is no document: an image or a request in an archive, a page that was not found, a file of another kind."""

    where: str
    reason: str
    """What it is: ``record: image/png``, ``file: .xlsx``."""
