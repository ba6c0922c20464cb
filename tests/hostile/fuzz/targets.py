"""Coverage-guided fuzzing (atheris) of readers, repair, extraction, parameters and RDF.

By hand, for as long as you like: ``python -m tests.hostile.fuzz.targets repair corpus/``, with the options of libFuzzer
(``-max_total_time=3600``). The first bytes choose; see ``TARGETS``. A crash leaves a file that reproduces it.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import atheris

INNER_LOOPS = [f"build_graph.repair.{name}" for name in ("lattice", "language", "shifted", "cp936", "syllables")]
"""Run millions of times for a damaged word; to watch each step makes them ten times slower and tells nothing new."""

with atheris.instrument_imports(include=["build_graph", "queries", "ontology"], exclude=INNER_LOOPS):
    from build_graph.model import Document
    from build_graph.pipeline import facts_of
    from build_graph.read import read_documents
    from build_graph.repair import repair
    from build_graph.validate.rdf import RdfError, read_files
    from ontology.errors import ReformgraphError
    from queries.asking import written
    from queries.catalogue import catalogue
    from queries.store import GraphFile

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = Path(tempfile.mkdtemp(prefix="fuzz-"))
SUFFIXES = (".txt", ".html", ".json", ".jsonl", ".jsonl.gz", ".warc", ".warc.gz", ".docx", ".pdf")
SYNTAXES = (".ttl", ".trig", ".nq", ".rdf", ".jsonld")


def read(data: bytes) -> None:
    """Read a file whose suffix the first byte chooses."""
    path = FOLDER / f"a{SUFFIXES[data[0] % len(SUFFIXES)] if data else '.txt'}"
    path.write_bytes(data[1:])
    for found in read_documents([path]):
        if not isinstance(found, Document):
            assert "\n" not in str(found)


def repaired(data: bytes) -> None:
    """Repair a text."""
    text = data.decode("utf-8", "replace")
    found = repair(text)
    assert len(found.text) == len(found.starts) == len(found.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(found.starts, found.ends, strict=True))


def extracted(data: bytes) -> None:
    """Read the facts of a text."""
    document = Document("a", "a.txt", data.decode("utf-8", "replace"))
    for fact in facts_of(document).facts:
        assert all(document.text[passage.start : passage.end] == passage.exact for passage in fact.passages)


def parameters(data: bytes) -> None:
    """Bind a value to a parameter."""
    taking = [(question, name) for question in catalogue() for name in question.parameters]
    question, name = taking[data[0] % len(taking)] if data else taking[0]
    others = {each.name: each.shown for each in question.parameters.values() if each.is_required}
    store = GraphFile.at(Path(__file__).parents[2] / "queries" / "pilots.trig").store
    try:
        sparql = written(store, question, {**others, name: data[1:].decode("utf-8", "replace")})
    except ReformgraphError:
        return
    assert sparql.count("\n") == question.sparql.count("\n")


def rdf(data: bytes) -> None:
    """Read RDF in the syntax that the first byte chooses."""
    path = FOLDER / f"a{SYNTAXES[data[0] % len(SYNTAXES)] if data else '.ttl'}"
    path.write_bytes(data[1:])
    try:
        list(read_files([path]))
    except RdfError as error:
        assert "\n" not in str(error)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "read": read,
    "repair": repaired,
    "extract": extracted,
    "parameters": parameters,
    "rdf": rdf,
}

if __name__ == "__main__":
    atheris.Setup([sys.argv[0], *sys.argv[2:]], TARGETS[sys.argv[1]])
    atheris.Fuzz()
