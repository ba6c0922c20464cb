"""How much time and memory one document may take."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bounds:
    """The bounds of one document; one that goes over them is reported and left out.

    They hold in worker processes. A page of the web takes a hundredth of a second; the largest that are documents at
    all, books of a thousand pages, stay far below.
    """

    seconds: float = 60.0
    """Elapsed time."""
    megabytes: int = 2048
    """Address space of the worker process, with the program itself (0.4 GB)."""
