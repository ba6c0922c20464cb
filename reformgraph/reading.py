"""Reading documents into facts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from warnings import warn

from build_graph.model import Document
from build_graph.pipeline import facts_of, read_facts
from build_graph.read import PartError
from reformgraph.errors import UsageError
from reformgraph.listing import Facts
from reformgraph.paths import Paths, as_paths

if TYPE_CHECKING:
    from build_graph.model import DocumentFacts
    from build_graph.read import ReadError


def read(paths: Paths, *, encoding: str | None = None, corrections: str | Path | None = None) -> list[DocumentFacts]:
    """Return what each document says, document by document, in the order of the paths.

    ``corrections`` is a folder of files of corrections, or one such file. Raises ReadError at the first file
    that cannot be read, CorrectionError for corrections that cannot be; a record or a page that cannot be read is a
    warning.
    """
    corrected = Path(corrections) if corrections is not None else None
    return list(read_facts(as_paths(paths), encoding=encoding, on_error=_raise, corrections=corrected))


def facts(path: str | Path | None = None, *, text: str | None = None) -> Facts:
    """Return the facts of a file (or of all files of a folder), or of a text.

    They are a tuple, which a notebook shows as a table. Offsets of passages count code points of the text. Raises
    ReadError for a file that cannot be read, UsageError unless exactly one of the two is given.
    """
    if path is not None and text is None:
        return Facts(read(path))
    if text is not None and path is None:
        return Facts([facts_of(Document(id="text", name="text", text=text))])
    raise UsageError("facts() takes a path, or text=…: one of them, not both")


def _raise(error: ReadError) -> None:
    if not isinstance(error, PartError):
        raise error
    warn(str(error), stacklevel=1)
