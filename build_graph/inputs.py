"""What a build reads: documents, and what people know better about them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from build_graph.correct import Book, Outcome, correct, read_corrections
from build_graph.places import Gazetteer
from build_graph.read import ReadError
from build_graph.work.found import Fresh
from build_graph.work.reading import facts_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from build_graph.read import Skipped
    from build_graph.work.cache import Cache
    from build_graph.work.found import Found
    from build_graph.work.pool import Caller


@dataclass(frozen=True, slots=True)
class Listener:
    """Whom to tell what happens while documents are read."""

    on_error: Callable[[ReadError], None]
    """Called with each document that cannot be read."""
    on_outcome: Callable[[Outcome], None] | None = None
    """Called with what became of each entry of the corrections."""
    on_skipped: Callable[[Skipped], None] | None = None
    """Called with each file of a folder and each record of an archive that is no document."""

    def outcomes(self, outcomes: Iterable[Outcome]) -> None:
        """Tell what became of entries."""
        for outcome in outcomes:
            if self.on_outcome:
                self.on_outcome(outcome)


@dataclass(frozen=True, slots=True)
class Inputs:
    """What is read."""

    paths: Sequence[Path | str]
    """Files and folders; on a cluster also addresses, which are texts."""
    encoding: str | None = None
    """Encoding of the files, if it is not to be detected."""
    corrections: Path | None = None
    """A folder of files of corrections, or one such file."""

    def book(self) -> Book:
        """Return the corrections.

        Raises:
            CorrectionError: if a file of them cannot be read.
        """
        return Book(read_corrections(self.corrections) if self.corrections else ())

    def has_folder(self) -> bool:
        """Tell whether a whole folder is read: then an entry about a document that is not there says so."""
        return any(isinstance(path, Path) and path.is_dir() for path in self.paths)

    def facts(self, caller: Caller, cache: Cache | None, listener: Listener) -> Iterator[Found]:
        """Yield the facts of each document that can be read on this machine, corrected.

        An entry about a document that is not among those read is told only where a whole folder was: a single file is
        read without the others, and nothing is wrong with that.

        Raises:
            CorrectionError: if a file of corrections cannot be read, before any document is.
        """
        book = self.book()
        for address in (path for path in self.paths if isinstance(path, str)):
            listener.on_error(ReadError(f"{address} is an address, which only a cluster reads: add --dask"))
        paths = [path for path in self.paths if isinstance(path, Path)]
        found = facts_in(paths, self.encoding, caller, cache, listener.on_skipped)
        yield from corrected(found, book, listener)
        if self.has_folder():
            listener.outcomes(missing(book))


def corrected(found: Iterable[Found | ReadError], book: Book, listener: Listener) -> Iterator[Found]:
    """Yield facts as the corrections say, and tell what cannot be read."""
    for each in found:
        if isinstance(each, ReadError):
            listener.on_error(each)
            continue
        entries = book.about(each)
        if not entries:
            yield each
            continue
        facts, outcomes = correct(each.facts, entries, Gazetteer.shipped())
        listener.outcomes(outcomes)
        yield Fresh(facts)


def missing(book: Book) -> Iterator[Outcome]:
    """Yield what became of entries about documents that nobody asked about."""
    for entry in book.elsewhere():
        yield Outcome("not in the build", entry, f"no document called {entry.document} was read")
