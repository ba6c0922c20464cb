"""Facts in their JSON form: of our own reading, or from a file of JSON Lines that any program wrote."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from build_graph.emit.jsonl import json_lines
from build_graph.evaluate.errors import GoldError
from build_graph.evaluate.forms import fact_complaints, passage_complaints

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from build_graph.evaluate.forms import Fact
    from build_graph.model import DocumentFacts


def json_facts(documents: Iterable[DocumentFacts]) -> Iterator[Fact]:
    """Yield the facts of documents as ``reformgraph facts`` prints them."""
    for document in documents:
        yield from map(json.loads, json_lines(document))


def read_lines(file: Path) -> list[Fact]:
    """Return the facts of a file of JSON Lines.

    Raises:
        GoldError: if the file cannot be read, or at the first line that is no fact.
    """
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise GoldError(f"{file} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise GoldError(f"{file} is no text in UTF-8; write the facts as UTF-8") from error
    lines = enumerate(text.split("\n"), 1)  # not splitlines: U+2028 may stand in a text
    return [_fact(line, f"{file}:{number}") for number, line in lines if line.strip()]


def _fact(line: str, where: str) -> Fact:
    try:
        fact: Any = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise GoldError(f"{where}: is no JSON: {error}") from error
    for complaint in _complaints(fact):
        raise GoldError(f"{where}: {complaint}")
    return dict(fact)


def _complaints(fact: object) -> Iterator[str]:
    yield from fact_complaints(fact)
    if isinstance(fact, Mapping):
        if not isinstance(fact.get("document"), str) or not fact["document"]:
            yield "names no document"
        yield from passage_complaints(fact.get("passages") or [], "passages")
