"""The whole way: documents -> facts -> quads -> validated, published graph.

Each document is looked at twice. First it is read: its facts go on a shelf, and only what others have to know of it
stays in memory. Then, when all programs have their names, its quads are written.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from build_graph.emit.graphs import Collected, shared_quads
from build_graph.emit.jsonl import json_lines
from build_graph.emit.publish import OutputError
from build_graph.emit.texts import Texts
from build_graph.inputs import Inputs, Listener
from build_graph.places import Gazetteer
from build_graph.publication import QUADS, Filled, publish
from build_graph.read import ReadError
from build_graph.reconcile import Mentions, mentions, programs_called, reconcile
from build_graph.rendering import Page, rendered
from build_graph.summary import Summary, Tally
from build_graph.version import __version__
from build_graph.work.codec import packed
from build_graph.work.how import How
from build_graph.work.pool import Call, LostError
from build_graph.work.shelf import Shelf
from build_graph.work.step import facts_of
from ontology import BASE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from build_graph.correct import Book, Outcome
    from build_graph.model import DocumentFacts
    from build_graph.read import Skipped
    from build_graph.reconcile import Called, Reconciled
    from build_graph.work.cache import Cache
    from build_graph.work.pool import Caller

__all__ = ["How", "Summary", "build", "facts_of", "json_lines", "read_facts"]


def read_facts(
    paths: Sequence[Path],
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
    inputs = Inputs(paths, encoding, corrections)
    book = inputs.book()
    with (how or How()).working() as (caller, cache):
        yield from inputs.facts(book, caller, cache, Listener(on_error, on_outcome, on_skipped))


def build(  # noqa: PLR0913  (all but two are options)
    paths: Sequence[Path],
    out: Path,
    *,
    base: str = BASE,
    encoding: str | None = None,
    stamp: bool = True,
    writers: Mapping[str, Callable[[Path, Path], None]] | None = None,
    on_document: Callable[[str], None] | None = None,
    corrections: Path | None = None,
    texts: bool = True,
    how: How | None = None,
) -> Summary:
    """Build, validate and publish the graph of documents.

    Args:
        paths: files and folders to read.
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
    """
    inputs = Inputs(paths, encoding, corrections)
    book = inputs.book()
    time = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if stamp else None
    with (how or How()).working() as (caller, cache):
        whole = _Build(caller, cache, base, texts, time, on_document)
        done = publish(partial(whole.fill, inputs, book), out, writers=writers)
    return Summary(
        **whole.tally.told(), quads=done.quads, report=done.report, published=done.report.conforms, folder=done.folder
    )


@dataclass(slots=True)
class _Build:
    """A build on its way."""

    caller: Caller
    cache: Cache | None
    base: str
    texts: bool
    time: str | None
    on_document: Callable[[str], None] | None
    tally: Tally = field(default_factory=Tally)
    mentioned: Mentions = field(default_factory=Mentions)
    called: dict[str, dict[str, Called]] = field(default_factory=dict)
    """Id of a document -> what its names of programs stand for."""

    def fill(self, inputs: Inputs, book: Book, folder: Path) -> Filled:
        """Write quads and texts into a folder."""
        with Shelf(folder) as shelf:
            self._read(inputs, book, shelf)
            reconciled = reconcile(self.mentioned, Gazetteer.shipped())
            count = self._write(shelf, reconciled, folder)
        return Filled(count, self.tally.told())

    def _read(self, inputs: Inputs, book: Book, shelf: Shelf) -> None:
        listener = Listener(self.tally.errors.append, self.tally.outcomes.append, self.tally.skip)
        for facts in inputs.facts(book, self.caller, self.cache, listener):
            self.tally.add(facts)
            self.mentioned.add(mentions(facts))
            self.called[facts.document.id] = programs_called(facts.facts)
            shelf.put(facts.document.id, packed(facts))
            if self.on_document:
                self.on_document(facts.document.name)
        if not self.tally.documents:
            told = list(map(str, self.tally.errors))
            raise ReadError(*told or ["no documents to read; name files or a folder that holds some"])

    def _write(self, shelf: Shelf, reconciled: Reconciled, folder: Path) -> int:
        collected = Collected()
        texts = Texts(folder, self.base) if self.texts else None
        pages = (Call(self._page(document, facts, reconciled)) for document, facts in shelf.by_id())
        count = 0
        with (folder / QUADS).open("w", encoding="utf-8", newline="\n") as file:
            for page in self.caller.results(rendered, pages):
                if isinstance(page, LostError):
                    raise OutputError(f"a document cannot be written: its quads {page}")
                file.writelines(page.quads.lines)
                count += len(page.quads.lines)
                collected.add(page.document, page.quads)
                if texts and page.text is not None:
                    texts.put(page.document, page.text)
            for line in shared_quads(collected, reconciled, self.base, __version__, self.time):
                file.write(line)
                count += 1
        if texts:
            texts.close()
        return count

    def _page(self, document: str, facts: bytes, reconciled: Reconciled) -> Page:
        programs = reconciled.programs_in(self.called[document])
        gaps = {program: gaps for program in programs.values() if (gaps := reconciled.gaps.get(program))}
        return Page(facts, programs, gaps, self.base, self.texts)
