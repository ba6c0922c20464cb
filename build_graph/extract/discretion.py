"""What a document is called: its title, publisher, address and id tell nothing personal either.

Files are named after people, pages state who wrote them, addresses carry the number that was searched for. All of that
would stand in the graph, in names of files and on every page.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from build_graph.extract.privacy import masked_text, personal_spans

if TYPE_CHECKING:
    from build_graph.model import Document

_WORDS: Final = ("title", "publisher")
_NAMES: Final = ("id", "name")
_DIGEST: Final = 5
"""Hexadecimal digits that tell masked ids apart: too few to find out the number by trying all there are."""
_VALUE: Final = "=:"
"""What a value stands behind in an address; numbers elsewhere in it are those of pages."""


def discreet(document: Document) -> Document:
    """Return a document whose title, publisher, id and name are masked where they hold personal data.

    An address that holds any is left out: masked, it would lead nowhere.
    """
    told: dict[str, Any] = {field: masked_text(said) for field in _WORDS if (said := getattr(document, field))}
    told |= {field: _name(getattr(document, field)) for field in _NAMES}
    if document.url and _is_personal(document.url):
        told["url"] = None
    changed = {field: said for field, said in told.items() if said != getattr(document, field)}
    return replace(document, **changed) if changed else document


def _name(name: str) -> str:
    shown = masked_text(name)
    return name if shown == name else f"{shown}-{hashlib.sha256(name.encode()).hexdigest()[:_DIGEST]}"


def _is_personal(url: str) -> bool:
    return any("@" in url[start:end] or url[start - 1 : start] in _VALUE for start, end in personal_spans(url) if start)
