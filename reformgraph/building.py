"""Building a graph and writing it in the syntaxes that people load, as one publication."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from build_graph import pipeline
from build_graph.pipeline import How, Summary
from exports import FORMATS
from exports.publish import write_new
from ontology import BASE
from reformgraph.errors import UsageError
from reformgraph.paths import Paths, as_sources

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["How", "Summary", "build"]

WRITTEN: Final = ("trig", "turtle", "jsonld")
"""Formats of a built folder besides its N-Quads."""

_IRI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\ud800-\udfff]*[/#]")


def writers() -> dict[str, Callable[[Path, Path], None]]:
    """Return the functions that write the further files of a built folder from its file of quads, by file name."""
    return {f"graph{FORMATS[name].suffix}": partial(write_new, name) for name in WRITTEN}


def build(  # noqa: PLR0913  (all but two are options)
    paths: Paths,
    out: str | Path = "out",
    *,
    base: str = BASE,
    encoding: str | None = None,
    stamp: bool = True,
    on_document: Callable[[str], None] | None = None,
    corrections: str | Path | None = None,
    texts: bool = True,
    how: How | None = None,
) -> Summary:
    """Build, validate and publish the graph of documents; the folder appears whole or not at all.

    ``base`` is the IRI under which the data live, ``stamp`` whether the time of the run is written (the one
    thing that differs between two runs), ``corrections`` a folder of files of corrections, or one such file;
    what became of them stands in the summary. ``texts`` puts the source texts into the folder, personal data masked;
    not everybody may republish them whole. ``how`` tells how documents are read: by how many processes, within which
    bounds, with which cache; by default in this process, and nothing is kept.

    Look at ``published`` of the summary: a graph that violates the shapes is not published, and an earlier one stays.
    Raises ReformgraphError for documents, corrections, options and folders that will not do.
    """
    if not _IRI.fullmatch(base):
        raise UsageError(f"--base {base!r} is no absolute IRI that ends in / or #, as {BASE} does")
    return pipeline.build(
        as_sources(paths),
        Path(out),
        base=base,
        encoding=encoding,
        stamp=stamp,
        writers=writers(),
        on_document=on_document,
        corrections=Path(corrections) if corrections is not None else None,
        texts=texts,
        how=how,
    )
