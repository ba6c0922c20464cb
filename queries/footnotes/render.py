"""Writing footnotes in a form chosen by name."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from queries.errors import QueryError
from queries.footnotes.bibtex import bibtex
from queries.footnotes.csl_json import csl_json
from queries.footnotes.csv_rows import csv_rows
from queries.footnotes.formats import NOTE_FORMATS
from queries.footnotes.markdown import markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from queries.footnotes.formats import NoteFormat
    from queries.footnotes.notes import Footnotes

_WRITERS: Final[Mapping[NoteFormat, Callable[[Footnotes], str]]] = MappingProxyType(
    {"markdown": markdown, "csv": csv_rows, "bibtex": bibtex, "csl-json": csl_json}
)


def render(notes: Footnotes, form: NoteFormat) -> str:
    """Return footnotes as text that ends in a line break; raises QueryError for a form that there is not."""
    if form not in _WRITERS:
        raise QueryError(f"footnotes have no form {form!r}: choose {', '.join(NOTE_FORMATS)}")
    return _WRITERS[form](notes)
