"""IRIs in N-Triples syntax, for everything that names things."""

from __future__ import annotations

import re
from typing import Final

_NOT_IN_IRI: Final = re.compile(r"[^\w.~:/?#@!$&'()*+,;=%-]|%(?![0-9A-Fa-f]{2})")


def iri(value: str) -> str:
    """Return an IRI in angle brackets; characters that no IRI may hold, and marks in names, are percent-encoded."""
    return f"<{_NOT_IN_IRI.sub(lambda found: ''.join(f'%{byte:02X}' for byte in found[0].encode()), value)}>"
