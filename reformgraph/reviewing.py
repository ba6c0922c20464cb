"""What a person should look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_graph.correct import doubts
from build_graph.places import Gazetteer
from reformgraph.reading import read

if TYPE_CHECKING:
    from pathlib import Path

    from build_graph.correct import Doubt
    from reformgraph.paths import Paths


def review(paths: Paths, *, encoding: str | None = None, corrections: str | Path | None = None) -> tuple[Doubt, ...]:
    """Return the doubtful facts of documents, the most doubtful first, each with its passage and the reasons.

    What ``corrections`` (a folder of files, or one file) has settled is left out. ``build_graph.correct.sheet``
    makes a sheet to fill in of them. Raises ReadError at the first document that cannot be read, CorrectionError
    for a file of corrections that cannot be.
    """
    return doubts(read(paths, encoding=encoding, corrections=corrections), Gazetteer.shipped())
