"""The source texts of a build: for each document one JSON file with the text as it stood, and what became of it.

The graph points into the texts: the offsets of a passage count the code points of ``text``. Personal data are masked,
character for character. ``text.schema.json`` is the contract; ``index.json`` tells in which file a document lies.
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Any, Final

from build_graph.emit.iris import Iris
from build_graph.emit.pieces import pieces
from build_graph.extract.masking import masked_document

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from build_graph.model import DocumentFacts, Repair

FOLDER: Final = "texts"
"""The folder of a built folder that holds them."""
INDEX: Final = "index.json"
"""The file that maps the IRI of each document to the name of its file."""

_UNSAFE: Final = re.compile(r"[^\w-]+")
_READABLE: Final = 40
"""So many characters of an id make its file readable; the digest tells ids apart."""
_DIGEST: Final = 16


def write_index(folder: Path, documents: Iterable[str], base: str) -> None:
    """Write in which file of the folder the text of each document lies; ``base`` is where the data live."""
    iris = Iris(base)
    names = {_iri(iris, document): file_name(document) for document in documents}
    (folder / INDEX).write_text(_json(dict(sorted(names.items())), indent=0), "utf-8", newline="\n")


def text_of(facts: DocumentFacts, base: str) -> str:
    """Return the text of a document as JSON."""
    return _json(text_object(facts, _iri(Iris(base), facts.document.id)))


def _iri(iris: Iris, document: str) -> str:
    return iris.document(document)[1:-1]


def file_name(document: str) -> str:
    """Return the name of a document's file: safe on every system, and another one for every id.

    >>> file_name("notices.jsonl#3")
    'notices-jsonl-3-2b01e80aed2a8efe.json'
    """
    digest = hashlib.sha256(document.encode()).hexdigest()[:_DIGEST]
    return f"{_UNSAFE.sub('-', document)[:_READABLE]}-{digest}.json"


def text_object(facts: DocumentFacts, iri: str) -> dict[str, Any]:
    """Return the JSON object of a document's text. All offsets count code points of ``text``."""
    traces = facts.traces
    document = masked_document(facts.document, traces.personal)
    return {
        "document": iri,
        "id": document.id,
        "text": document.text,
        "content": list(pieces(document.text, document.content)) if document.content else None,
        "ignored": [{"start": left.start, "end": left.end, "reason": left.reason} for left in traces.ignored],
        "repairs": list(map(_repair, traces.repairs)),
        "lost_digits": traces.lost_digits,
        "unreadable": traces.unreadable,
        "masked": traces.personal,
    }


def _repair(repair: Repair) -> dict[str, Any]:
    found = {"start": repair.start, "end": repair.end, "kinds": repair.kinds, "read": repair.read}
    return {**found, "guessed": True} if repair.guessed else found


def _json(value: object, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent, separators=(",", ":")) + "\n"
