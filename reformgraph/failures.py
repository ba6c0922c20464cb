"""What could not be read, told as it is met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_graph.read import PartError
from reformgraph.streams import complain

if TYPE_CHECKING:
    from build_graph.read import ReadError


class Failures:
    """Tells each failure on standard error: a file is a mistake, a part of a file that is read is a warning."""

    def __init__(self) -> None:
        self.files = 0
        """How many files could not be read."""

    def tell(self, error: ReadError) -> None:
        """Write the line of a failure."""
        is_part = isinstance(error, PartError)
        self.files += not is_part
        complain(str(error), kind="warning" if is_part else "error")
