"""The whole way: documents -> facts -> quads -> validated, published graph."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any

from build_graph.correct import Book, Outcome, correct, read_corrections
from build_graph.correct.outcome import by_status
from build_graph.emit.graphs import quads
from build_graph.emit.jsonl import json_lines
from build_graph.emit.texts import write_texts
from build_graph.extract import extract
from build_graph.extract.discretion import discreet
from build_graph.model import KINDS, Discrepancy
from build_graph.parse.reading import Reading
from build_graph.places import Gazetteer
from build_graph.publication import publish
from build_graph.read import PartError, ReadError, Skipped, read_documents
from build_graph.reconcile import reconcile
from build_graph.repair import repair
from build_graph.version import __version__
from ontology import BASE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from build_graph.model import Document, DocumentFacts
    from build_graph.validate import Report

__all__ = ["Summary", "build", "facts_of", "json_lines", "read_facts"]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did."""

    documents: int
    facts: Mapping[str, int]
    """Number of facts by kind."""
    repairs: Mapping[str, int]
    ignored: Mapping[str, int]
    """Number of stretches left out, by reason."""
    discrepancies: Mapping[str, int]
    failed: tuple[str, ...]
    """One line for each file that could not be read."""
    damaged: tuple[str, ...]
    """One line for each record or page that could not be read in a file of which others were."""
    corrections: Mapping[str, tuple[str, ...]]
    """What became of the entries of corrections: applied, stale, no longer needed, mistaken, not in the build; one
    line for each entry."""
    quads: int
    report: Report
    published: bool
    folder: Path
    """Where the output lies; for a rejected build, where the report lies."""


def facts_of(document: Document, gazetteer: Gazetteer | None = None) -> DocumentFacts:
    """Return the facts of one document: a pure function of the document and the gazetteer."""
    repaired = repair(document.text, document.content)
    return extract(Reading(discreet(document), repaired, gazetteer or Gazetteer.shipped()))


def read_facts(
    paths: Sequence[Path],
    *,
    encoding: str | None = None,
    on_error: Callable[[ReadError], None],
    on_document: Callable[[str], None] | None = None,
    corrections: Path | None = None,
    on_outcome: Callable[[Outcome], None] | None = None,
    on_skipped: Callable[[Skipped], None] | None = None,
) -> Iterator[DocumentFacts]:
    """Yield the facts of each document that can be read; the others are reported to ``on_error``.

    Files of folders and records of archives that are no documents are reported to ``on_skipped``.

    The facts are corrected as the files of ``corrections`` say, and what became of each entry is reported to
    ``on_outcome``. An entry about a document that is not among those read is reported only where a whole folder
    was: a single file is read without the others, and nothing is wrong with that.

    Raises:
        CorrectionError: for a file of corrections that cannot be read, before any document is.
    """
    gazetteer = Gazetteer.shipped()
    book = Book(read_corrections(corrections) if corrections else ())
    for found in read_documents(paths, encoding, on_skipped):
        if isinstance(found, ReadError):
            on_error(found)
            continue
        if on_document:
            on_document(found.name)
        corrected, outcomes = correct(facts_of(found, gazetteer), book.about(found), gazetteer)
        _report(outcomes, on_outcome)
        yield corrected
    if any(path.is_dir() for path in paths):
        missing = (
            Outcome("not in the build", each, f"no document called {each.document} was read")
            for each in book.elsewhere()
        )
        _report(missing, on_outcome)


def _report(outcomes: Iterable[Outcome], on_outcome: Callable[[Outcome], None] | None) -> None:
    for outcome in outcomes:
        if on_outcome:
            on_outcome(outcome)


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
) -> Summary:
    """Build, validate and publish the graph of documents.

    Args:
        paths: files and folders to read.
        out: folder to publish; it appears whole or not at all.
        base: IRI under which the data live, with its final ``/`` or ``#``.
        encoding: encoding of the files, if it is not to be detected.
        stamp: write the time of the run, the one thing that differs between two runs.
        writers: further files, each with the function that writes it from the file of quads.
        on_document: called with the name of each document before it is read.
        corrections: a folder of files of corrections, or one such file.
        texts: publish the source texts with the graph.

    Raises:
        ReadError: if not one document can be read: a line for each that cannot be.
        CorrectionError: if a file of corrections cannot be read.
        OutputError: if the folder cannot be written.
    """
    failed: list[ReadError] = []
    outcomes: list[Outcome] = []
    skipped: list[Skipped] = []
    documents = list(
        read_facts(
            paths,
            encoding=encoding,
            on_error=failed.append,
            on_document=on_document,
            corrections=corrections,
            on_outcome=outcomes.append,
            on_skipped=skipped.append,
        )
    )
    if not documents:
        told = list(map(str, failed)) or ["no documents to read; name files or a folder that holds some"]
        raise ReadError(*told)
    reconciled = reconcile(documents, Gazetteer.shipped())
    time = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if stamp else None
    lines = quads(documents, reconciled, Gazetteer.shipped(), base, __version__, time)
    summary = _told(documents, failed, outcomes, skipped)
    written = partial(write_texts, documents, base) if texts else None
    done = publish(lines, out, told=summary, writers=writers, texts=written)
    return Summary(**summary, quads=done.quads, report=done.report, published=done.report.conforms, folder=done.folder)


def _told(
    documents: Sequence[DocumentFacts],
    failed: Sequence[ReadError],
    outcomes: Sequence[Outcome],
    skipped: Sequence[Skipped],
) -> dict[str, Any]:
    facts = [fact for one in documents for fact in one.listed]
    kinds = Counter(KINDS[type(fact)] for fact in facts)
    return {
        "documents": len(documents),
        "facts": {kind: kinds[kind] for kind in KINDS.values() if kinds[kind]},
        "repairs": _added(pair for one in documents for pair in one.repairs),
        "ignored": _added((reason, 1) for reason in chain(_left_out(documents), (record.reason for record in skipped))),
        "discrepancies": _added((fact.type, 1) for fact in facts if isinstance(fact, Discrepancy)),
        "failed": tuple(str(error) for error in failed if not isinstance(error, PartError)),
        "damaged": tuple(str(error) for error in failed if isinstance(error, PartError)),
        "corrections": by_status(outcomes),
    }


def _left_out(documents: Iterable[DocumentFacts]) -> Iterator[str]:
    return (left.reason for one in documents for left in one.ignored)


def _added(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for name, number in pairs:
        total[name] += number
    return dict(sorted(total.items()))
