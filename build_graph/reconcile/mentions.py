"""What documents mention, added up: small, and the same in whatever order it is done.

What one document mentions can be added to a sum, and sums to one another, so a corpus is reconciled in a tree, wherever
its parts were read. What a thousand documents say in the same words takes the room of one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from build_graph.extract.mentioned import Called, Gap, Mentioned, Naming


@dataclass(slots=True)
class Mentions:
    """What a number of documents mention."""

    programs: Counter[Naming] = field(default_factory=Counter)
    """How often each naming of a program stands in a document."""
    bodies: set[str] = field(default_factory=set)
    """Names of bodies that issue programs or answer for tasks, as written."""
    issuers: set[tuple[Called, str]] = field(default_factory=set)
    """Programs with the names of those who issue them."""
    gaps: set[Gap] = field(default_factory=set)

    def add(self, document: Mentioned) -> None:
        """Add what one document mentions."""
        self.programs.update(document.programs)
        self.bodies.update(document.bodies)
        self.issuers.update(document.issuers)
        self.gaps.update(document.gaps)

    def add_all(self, other: Mentions) -> None:
        """Add what other documents mention."""
        self.programs.update(other.programs)
        self.bodies |= other.bodies
        self.issuers |= other.issuers
        self.gaps |= other.gaps
