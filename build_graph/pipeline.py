"""The whole way: documents -> facts -> quads -> validated, published graph."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from build_graph.emit.jsonl import json_lines
from build_graph.inputs import Inputs, Listener
from build_graph.local import LocalBuild
from build_graph.plan import Plan
from build_graph.publication import publish
from build_graph.publication.earlier import Earlier
from build_graph.summary import Summary, Tally
from build_graph.version import __version__
from build_graph.work.how import How
from build_graph.work.step import facts_of
from ontology import BASE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from build_graph.correct import Outcome
    from build_graph.model import DocumentFacts
    from build_graph.publication import Published, Writers
    from build_graph.read import ReadError, Skipped

__all__ = ["How", "Summary", "build", "facts_of", "json_lines", "read_facts"]


def read_facts(
    paths: Sequence[Path | str],
    *,
    encoding: str | None = None,
    on_error: Callable[[ReadError], None],
    corrections: Path | None = None,
    on_outcome: Callable[[Outcome], None] | None = None,
    on_skipped: Callable[[Skipped], None] | None = None,
    how: How | None = None,
) -> Iterator[DocumentFacts]:
    """Yield the facts of each document that can be read; the others are reported to ``on_error``.

    Files of folders and records of archives that are no documents are reported to ``on_skipped``.

    The facts are corrected as the files of ``corrections`` say, and what became of each entry is reported to
    ``on_outcome``. ``how`` tells how documents are read; by default in this process, one after the other.

    Raises:
        CorrectionError: for a file of corrections that cannot be read, before any document is.
    """
    with (how or How()).working() as (caller, cache):
        inputs = Inputs(paths, encoding, corrections)
        for each in inputs.facts(caller, cache, Listener(on_error, on_outcome, on_skipped)):
            yield each.facts


def build(  # noqa: PLR0913  (all but two are options)
    paths: Sequence[Path | str],
    out: Path,
    *,
    base: str = BASE,
    encoding: str | None = None,
    stamp: bool = True,
    writers: Writers | None = None,
    on_document: Callable[[str], None] | None = None,
    corrections: Path | None = None,
    texts: bool = True,
    how: How | None = None,
) -> Summary:
    """Build, validate and publish the graph of documents.

    Args:
        paths: files and folders to read; on a cluster also addresses that fsspec knows.
        out: folder to publish; it appears whole or not at all.
        base: IRI under which the data live, with its final ``/`` or ``#``.
        encoding: encoding of the files, if it is not to be detected.
        stamp: write the time of the run, the one thing that differs between two runs.
        writers: further files, each with the function that writes it from the file of quads.
        on_document: called with the name of each document when it has been read.
        corrections: a folder of files of corrections, or one such file.
        texts: publish the source texts with the graph.
        how: how documents are read; by default in this process, one after the other.

    Raises:
        ReadError: if not one document can be read: a line for each that cannot be.
        CorrectionError: if a file of corrections cannot be read.
        OutputError: if the folder cannot be written.
        ClusterError: if a cluster cannot be reached.
    """
    how = how or How()
    time = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if stamp else None
    plan = Plan(Inputs(paths, encoding, corrections), base, texts, time, __version__)
    tally = Tally()
    done = _published(plan, how, tally, out, writers, on_document)
    return Summary(
        **tally.told(), quads=done.quads, report=done.report, published=done.report.conforms, folder=done.folder
    )


def _published(
    plan: Plan,
    how: How,
    tally: Tally,
    out: Path,
    writers: Writers | None,
    on_document: Callable[[str], None] | None,
) -> Published:
    """Publish what is built on a cluster or on this machine."""
    if how.dask:
        from build_graph.cluster.run import ClusterBuild, client  # noqa: PLC0415  (an extra)

        with client(how.dask, how.jobs) as found:
            return publish(ClusterBuild(plan, tally, found, how.bounds, how.shards).fill, out, writers=writers)
    with how.working() as (caller, cache):
        earlier = Earlier(out, cache)
        fill = LocalBuild(plan, tally, caller, cache, earlier, on_document).fill
        return publish(fill, out, writers=writers, cache=cache, earlier=earlier, caller=caller)
