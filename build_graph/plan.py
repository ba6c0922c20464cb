"""What is built: the same on one machine and on many."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from build_graph.inputs import Inputs


@dataclass(frozen=True, slots=True)
class Plan:
    """What is built."""

    inputs: Inputs
    base: str
    """IRI under which the data live."""
    texts: bool
    """The source texts are published, too."""
    time: str | None
    """Time of the run in ISO form, or None to leave it out."""
    version: str
    """Version of the program."""
