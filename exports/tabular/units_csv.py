"""CSV: the pilot units, a row for each place, program and document that says so, for a spreadsheet.

These are the rows of the stored question ``pilot-units-by-province``. The file starts with a byte-order
mark: without it a spreadsheet takes the Chinese for another encoding.
"""

from __future__ import annotations

import csv
import io
from codecs import BOM_UTF8
from typing import TYPE_CHECKING, BinaryIO, Final

from queries.asking import rows
from queries.catalogue import find
from queries.formulas import cell

if TYPE_CHECKING:
    from queries.store import GraphFile

QUESTION: Final = "pilot-units-by-province"


def write(graph: GraphFile, file: BinaryIO) -> None:
    """Write the pilot units as CSV in UTF-8 with a byte-order mark."""
    table = rows(graph.store, find(QUESTION))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([cell(term) for term in terms] for terms in table.terms)
    file.write(BOM_UTF8 + text.getvalue().encode())
