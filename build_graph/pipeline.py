"""The whole way: documents -> facts -> quads -> validated, published graph."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from build_graph.emit.graphs import quads
from build_graph.emit.jsonl import KINDS, json_lines
from build_graph.emit.publish import MARKER, put, staged
from build_graph.extract import extract
from build_graph.model import Discrepancy
from build_graph.parse.reading import Reading
from build_graph.places import Gazetteer
from build_graph.read import ReadError, read_documents
from build_graph.reconcile import reconcile
from build_graph.repair import repair
from build_graph.validate import validate_quads
from build_graph.validate.report import SEVERITIES
from build_graph.version import __version__
from ontology import BASE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from build_graph.model import Document, DocumentFacts
    from build_graph.validate import Report

__all__ = ["Summary", "build", "facts_of", "json_lines", "read_facts"]

QUADS = "graph.nq"
"""The file of a built folder that holds every quad; all other syntaxes are written from it."""


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
    """One line for each document that could not be read."""
    quads: int
    report: Report
    published: bool
    folder: Path
    """Where the output lies; for a rejected build, where the report lies."""


def facts_of(document: Document, gazetteer: Gazetteer | None = None) -> DocumentFacts:
    """Return the facts of one document: a pure function of the document and the gazetteer."""
    return extract(Reading(document, repair(document.text), gazetteer or Gazetteer.shipped()))


def read_facts(
    paths: Sequence[Path],
    *,
    encoding: str | None = None,
    on_error: Callable[[ReadError], None],
    on_document: Callable[[str], None] | None = None,
) -> Iterator[DocumentFacts]:
    """Yield the facts of each document that can be read; the others are reported to ``on_error``."""
    gazetteer = Gazetteer.shipped()
    for found in read_documents(paths, encoding):
        if isinstance(found, ReadError):
            on_error(found)
            continue
        if on_document:
            on_document(found.name)
        yield facts_of(found, gazetteer)


def build(
    paths: Sequence[Path],
    out: Path,
    *,
    base: str = BASE,
    encoding: str | None = None,
    stamp: bool = True,
    writers: Mapping[str, Callable[[Path, Path], None]] | None = None,
    on_document: Callable[[str], None] | None = None,
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

    Raises:
        ReadError: if not one document can be read.
        OutputError: if the folder cannot be written.
    """
    failed: list[ReadError] = []
    documents = list(read_facts(paths, encoding=encoding, on_error=failed.append, on_document=on_document))
    if not documents:
        raise (failed[0] if failed else ReadError("no documents to read; name text files or a folder that holds them"))
    reconciled = reconcile(documents, Gazetteer.shipped())
    time = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if stamp else None
    lines = quads(documents, reconciled, Gazetteer.shipped(), base, __version__, time)
    with staged(out) as work:
        count = _write(lines, work / QUADS)
        report = validate_quads(work / QUADS)
        folder = out if report.conforms else out.with_name(f"{out.name}-rejected")
        summary = _summary(documents, failed, count, report, folder)
        _write_reports(summary, work)
        if report.conforms:
            for name, write in sorted((writers or {}).items()):
                write(work / QUADS, work / name)
        put(work, folder)
    return summary


def _write(lines: Iterator[str], target: Path) -> int:
    count = 0
    with target.open("w", encoding="utf-8", newline="\n") as file:
        for line in lines:
            file.write(line)
            count += 1
    return count


def _summary(
    documents: Sequence[DocumentFacts], failed: Sequence[ReadError], count: int, report: Report, folder: Path
) -> Summary:
    facts = [fact for one in documents for fact in one.listed]
    kinds = Counter(KINDS[type(fact)] for fact in facts)
    return Summary(
        documents=len(documents),
        facts={kind: kinds[kind] for kind in KINDS.values() if kinds[kind]},
        repairs=_added(pair for one in documents for pair in one.repairs),
        ignored=_added((left.reason, 1) for one in documents for left in one.ignored),
        discrepancies=_added((fact.type, 1) for fact in facts if isinstance(fact, Discrepancy)),
        failed=tuple(str(error) for error in failed),
        quads=count,
        report=report,
        published=report.conforms,
        folder=folder,
    )


def _added(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for name, number in pairs:
        total[name] += number
    return dict(sorted(total.items()))


def _write_reports(summary: Summary, folder: Path) -> None:
    report = summary.report
    texts = {
        "report.txt": report.to_text(),
        "report.json": report.to_json(),
        "report.ttl": report.to_turtle(),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8", newline="\n")
    told = {f.name: getattr(summary, f.name) for f in fields(summary) if f.name not in {"report", "folder"}}
    told["results"] = {severity: report.count(severity) for severity in SEVERITIES}
    (folder / MARKER).write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", "utf-8", newline="\n")
