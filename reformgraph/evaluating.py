"""Judging facts by gold that a person made, and publishing the figures with a graph."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from build_graph.emit.iris import Iris
from build_graph.emit.quality import GRAPH, quality_lines
from build_graph.evaluate import json_facts, read_gold, read_lines, score
from build_graph.evaluate.figures import measurements
from build_graph.evaluate.gold import gold_digest
from build_graph.evaluate.scores import document_name, stands
from build_graph.evaluate.table import kinds_table
from build_graph.pipeline import facts_of
from build_graph.publication import origin, replace_graph
from build_graph.read import PartError, ReadError, read_documents
from build_graph.version import __version__
from reformgraph.building import writers
from reformgraph.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from build_graph.evaluate import Gold, Scores, Tally
    from build_graph.model import Document
    from build_graph.publication import Published


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How right facts are. ``print`` shows the table; a notebook does by itself."""

    scores: Scores
    """Everything, down to each judgement."""
    gold_sha256: str
    """Digest of the gold."""
    warnings: tuple[str, ...]
    """What speaks against the figures, one line each: parts of documents that cannot be read, keys of the gold
    that nobody knows, texts that are not those that it was made from."""
    own: bool
    """The facts are of this program's own reading, not of a file."""

    @property
    def kinds(self) -> Mapping[str, Tally]:
        """The figures by kind of fact."""
        return self.scores.kinds

    @property
    def rules(self) -> Mapping[tuple[str, str], Tally]:
        """The figures by rule and kind."""
        return self.scores.rules

    @property
    def micro(self) -> Tally:
        """The figures over all kinds and documents."""
        return self.scores.micro

    def __str__(self) -> str:
        return kinds_table(self.scores)

    def _repr_html_(self) -> str:
        """Return the table as HTML, for notebooks."""
        return f"<pre>{escape(str(self))}</pre>"


def evaluate(gold: str | Path, texts: str | Path | None = None, *, facts: str | Path | None = None) -> Evaluation:
    """Return how right facts are, judged by gold.

    Args:
        gold: a gold file, or a folder of them, named like their documents.
        texts: the folder of the documents, or one file; without it they are looked for beside the gold and in the
            folder above.
        facts: facts in JSON Lines, as ``reformgraph facts`` prints them; without it the documents are read.

    Raises:
        GoldError: for gold or facts that cannot be used: which file, which fact, what is wrong.
        ReadError: for a document that cannot be read.
        UsageError: if a document of the gold is not found and there are no prepared facts.
    """
    known = read_gold(Path(gold))
    files = _files(Path(gold), known, Path(texts) if texts is not None else None)
    documents, broken = _documents(files, known) if files else ({}, [])
    missing = sorted(set(known) - set(documents))
    if missing and facts is None:
        raise UsageError(f"there is no text for the gold of {', '.join(missing)}; name the folder with --texts")
    made = read_lines(Path(facts)) if facts is not None else json_facts(map(facts_of, documents.values()))
    return Evaluation(
        scores=score(known, made, {name: document.text for name, document in documents.items()} or None),
        gold_sha256=gold_digest(known),
        warnings=(*broken, *_warnings(known, documents)),
        own=facts is None,
    )


def _files(gold: Path, known: Collection[str], texts: Path | None) -> list[Path]:
    """The files of the documents: those that are named like gold, and are no gold."""
    if texts is not None and not texts.is_dir():
        return [texts]
    own = gold if gold.is_dir() else gold.parent
    folders = [texts] if texts is not None else [own, own.resolve().parent]
    for folder in folders:
        found = sorted(file for file in folder.iterdir() if file.is_file() and file.stem in known)
        others = [file for file in found if not _is_gold(file, gold)]
        if others:
            return others
    return []


def _is_gold(file: Path, gold: Path) -> bool:
    same = file.resolve().parent == gold.resolve() if gold.is_dir() else file.resolve() == gold.resolve()
    return same and file.suffix == ".json"


def _documents(files: list[Path], known: Mapping[str, Gold]) -> tuple[dict[str, Document], list[str]]:
    """The documents of files by the names of the gold, and a line for each part that cannot be read."""
    documents: dict[str, Document] = {}
    broken: list[str] = []
    for found in read_documents(files):
        if isinstance(found, PartError):
            broken.append(str(found))
            continue
        if isinstance(found, ReadError):
            raise found
        name = document_name(found.name, known)
        if name in known:
            documents[name] = found
    return documents, broken


def _warnings(gold: Mapping[str, Gold], documents: Mapping[str, Document]) -> Iterator[str]:
    for one in gold.values():
        yield from one.warnings
    for name, document in documents.items():
        wanted = gold[name].text_sha256
        if wanted and document.sha256 != wanted:
            yield f"{document.name} is not the text that its gold was made from: passages cannot be compared"
            continue
        for number, fact in enumerate(gold[name].facts, 1):
            if not all(stands(quote, document.text) for quote in fact.get("quotes") or ()):
                yield f"the gold of {document.name} quotes in fact {number} what does not stand there"
                break


def check_graph(folder: Path) -> str:
    """Return the base of a built folder that figures can be published with.

    Raises:
        OutputError: if the folder is none that was built.
        UsageError: if another version built it, whose rules are others.
    """
    built = origin(folder)
    if built.version != __version__:
        raise UsageError(
            f"{folder} was built by version {built.version}, the figures are of {__version__}; build it again"
        )
    return built.base


def publish_quality(evaluation: Evaluation, folder: Path) -> Published:
    """Put the figures into the metadata of a built graph, in place of earlier ones; all its files are written again.

    Raises:
        UsageError: if the facts were not read by this program, or the folder was built by another version.
        OutputError: if the folder is none that was built, or cannot be written.
    """
    base = check_graph(folder)
    if not evaluation.own:
        raise UsageError("figures of prepared facts say nothing about a graph; leave out --facts or --graph")
    lines = quality_lines(measurements(evaluation.scores), evaluation.gold_sha256, base)
    return replace_graph(folder, Iris(base).graph(GRAPH), lines, writers=writers())
