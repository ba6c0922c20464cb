"""Entities in RDF/XML: how far a file would unfold. The parsers resolve entities of the file itself without a limit.

Ten entities that each name the one before ten times make ten thousand million of one. Honest files use entities to
shorten namespaces (``<!ENTITY owl "http://www.w3.org/2002/07/owl#">``), and those are counted, not forbidden.
"""

from __future__ import annotations

import re
from typing import Final

_ENTITY: Final = re.compile(rb"<!ENTITY\s+([^\s%\"'>]+)\s+(?:\"([^\"]*)\"|'([^']*)')")
_REFERENCE: Final = re.compile(rb"&([^\s#&;<>\"']+);")
_MOST: Final = 100
"""A file may unfold to so many times its size: a namespace of a hundred characters in place of one."""
_DEEPEST: Final = 20
"""Entities that may lie inside each other."""


def unfold_too_far(data: bytes) -> bool:
    """Tell whether the entities of a file would unfold to far more than the file, or without end."""
    values: dict[bytes, list[bytes]] = {}
    for name, double, single in _ENTITY.findall(data):
        values.setdefault(name, []).append(double or single)
    sizes: dict[bytes, int] = {}
    most = _MOST * len(data)
    total = 0
    for name in _REFERENCE.findall(data) if values else ():
        total += _size(name, values, sizes, most, _DEEPEST)
        if total > most:
            return True
    return False


def _size(name: bytes, values: dict[bytes, list[bytes]], sizes: dict[bytes, int], most: int, depth: int) -> int:
    """Return how many bytes an entity unfolds to; more than ``most`` where it lies too deep or in itself."""
    if depth == 0:
        return most + 1
    if name not in sizes:
        largest = 0
        for value in values.get(name, ()):
            size = len(value)
            for inner in _REFERENCE.findall(value):
                size += _size(inner, values, sizes, most, depth - 1)
                if size > most:
                    break
            largest = max(largest, size)
        sizes[name] = largest
    return sizes[name]
