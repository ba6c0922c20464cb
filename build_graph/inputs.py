"""What a build reads: documents, and what people know better about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_graph.correct import Book, Outcome, correct, read_corrections
from build_graph.places import Gazetteer
from build_graph.read import ReadError
from build_graph.work.reading import facts_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from build_graph.model import DocumentFacts
    from build_graph.read import Skipped
    from build_graph.work.cache import Cache
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


@dataclass(frozen=True, slots=True)
class Inputs:
    """What is read."""

    paths: Sequence[Path]
    """Files and folders."""
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

    def facts(self, book: Book, caller: Caller, cache: Cache | None, listener: Listener) -> Iterator[DocumentFacts]:
        """Yield the facts of each document that can be read, corrected.

        An entry about a document that is not among those read is told only where a whole folder was read: a single file
        is read without the others, and nothing is wrong with that.
        """
        for each in facts_in(self.paths, self.encoding, caller, cache, listener.on_skipped):
            if isinstance(each, ReadError):
                listener.on_error(each)
                continue
            corrected, outcomes = correct(each, book.about(each.document), Gazetteer.shipped())
            _tell(outcomes, listener)
            yield corrected
        if any(path.is_dir() for path in self.paths):
            _tell(_missing(book), listener)


def _missing(book: Book) -> Iterator[Outcome]:
    for entry in book.elsewhere():
        yield Outcome("not in the build", entry, f"no document called {entry.document} was read")


def _tell(outcomes: Iterable[Outcome], listener: Listener) -> None:
    for outcome in outcomes:
        if listener.on_outcome:
            listener.on_outcome(outcome)
