"""By what the facts of a document are kept: its content, and all that is known of it beside where it lies."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, NamedTuple

from build_graph.model import Document
from build_graph.read.source import LARGEST

if TYPE_CHECKING:
    from build_graph.work.step import File


class Key(NamedTuple):
    """A key, and the content that it stands for."""

    key: str
    sha256: str
    """Digest of the bytes: what is read from a file that was changed meanwhile is not kept by its key."""


def key_of(source: File | Document) -> Key | None:
    """Return the key of a file or of a document that was read, or None where nothing can be kept."""
    return _of_document(source) if isinstance(source, Document) else _of_file(source)


def _of_document(document: Document) -> Key:
    said = document.content.text if document.content else ""
    content = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
    described = (document.title, document.url, document.publisher, document.published, document.kind)
    return _key(document.sha256, "record", document.id, document.name, document.encoding, content, *described)


def _of_file(file: File) -> Key | None:
    try:
        if file.path.stat().st_size > LARGEST:
            return None
        content = hashlib.sha256(file.path.read_bytes()).hexdigest()
    except OSError:
        return None
    return _key(content, "file", file.path.name, file.encoding, sorted(file.entry.items()) if file.entry else [])


def _key(sha256: str, *known: object) -> Key:
    return Key(hashlib.sha256(json.dumps([sha256, *known]).encode()).hexdigest(), sha256)
