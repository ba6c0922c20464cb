"""Which documents make a part of a big graph.

A part ends behind a document whose id says so, by its digest. So the cuts hang on nothing but ids: a document that
comes or goes changes the part in which it lies, or splits it or joins it with the next, and all other parts stay.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ONE_IN: Final = 64
"""Every so many documents one ends a part: about 30,000 statements, which are written in about half a second."""
_MOST: Final = 128
"""Documents of a part at most."""


def parts_of_documents(ids: Iterable[str]) -> Iterator[list[str]]:
    """Yield the ids of documents, which are in order, part by part."""
    part: list[str] = []
    for document in ids:
        part.append(document)
        if len(part) == _MOST or _ends_a_part(document):
            yield part
            part = []
    if part:
        yield part


def _ends_a_part(document: str) -> bool:
    return int.from_bytes(hashlib.blake2b(document.encode(), digest_size=8).digest()) % _ONE_IN == 0
