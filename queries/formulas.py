"""Texts in tables that spreadsheets open: what would be calculated there gets an apostrophe in front.

A spreadsheet takes a cell for a formula by its first character, whatever quotes stand around it in the file, and a
formula can fetch an address or start a program (OWASP, CSV injection). The apostrophe is what people type for the
same end; whoever reads the file with a program takes it away again where one of these characters follows it. Numbers
are no texts: they are written as they are, also negative ones.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from queries.terms import is_number, lexical

if TYPE_CHECKING:
    from queries.terms import Term

_FORMULA: Final = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
"""What a cell begins with that is calculated; with apostrophes before it, lest taking one away makes it a formula."""


def neutral(text: str) -> str:
    """Return a text as a cell that no spreadsheet calculates.

    >>> neutral("=1+1"), neutral("-5 个"), neutral("试点")
    ("'=1+1", "'-5 个", '试点')
    """
    return f"'{text}" if _FORMULA.match(text) else text


def cell(term: Term | None) -> str:
    """Return an RDF term as the cell of a table: its text, which no spreadsheet calculates, or its number."""
    return lexical(term) if is_number(term) else neutral(lexical(term))
