"""CSV: the pilot units, a row for each place, program and document that says so, for a spreadsheet.

These are the rows of the stored question ``pilot-units-by-province``. The file starts with a byte-order
mark: without it a spreadsheet takes the Chinese for another encoding. A text that a spreadsheet would take
for a formula gets an apostrophe in front; the tables of ``csv-tables`` are data and keep every text as it is.
"""

from __future__ import annotations

import csv
import io
import re
from codecs import BOM_UTF8
from typing import TYPE_CHECKING, BinaryIO, Final

from queries.asking import rows
from queries.catalogue import find
from queries.terms import lexical

if TYPE_CHECKING:
    from queries.store import GraphFile

QUESTION: Final = "pilot-units-by-province"
_FORMULA: Final = re.compile(r"[=+\-@\t\r]")
"""What a cell begins with that spreadsheets calculate (OWASP, CSV injection)."""


def write(graph: GraphFile, file: BinaryIO) -> None:
    """Write the pilot units as CSV in UTF-8 with a byte-order mark."""
    table = rows(graph.store, find(QUESTION))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([_cell(lexical(term)) for term in terms] for terms in table.terms)
    file.write(BOM_UTF8 + text.getvalue().encode())


def _cell(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text
