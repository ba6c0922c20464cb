"""CSV: the pilot units, a row for each place, program and document that says so.

These are the rows of the stored question ``pilot-units-by-province``. The file starts with a byte-order
mark: without it a spreadsheet takes the Chinese for another encoding.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from typing import TYPE_CHECKING, BinaryIO, Final

from queries.catalogue import find
from queries.render import render
from queries.run import run

if TYPE_CHECKING:
    from queries.store import GraphFile

QUESTION: Final = "pilot-units-by-province"


def write(graph: GraphFile, file: BinaryIO) -> None:
    """Write the pilot units as CSV in UTF-8 with a byte-order mark."""
    file.write(BOM_UTF8 + render(run(graph.store, find(QUESTION).sparql), "csv").encode())
