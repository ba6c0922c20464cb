"""Names of places in a page. A notebook is one page, so no two outputs may use the same name."""

from __future__ import annotations

from hashlib import sha256
from itertools import count
from typing import Final

_OUTPUTS: Final = count(1)
"""Outputs of this process. After a restart it begins anew: names also depend on what is shown."""


def anchor(kind: str, content: str) -> str:
    """Return a name that begins with ``kind`` and that no other output has."""
    return f"{kind}-{sha256(content.encode()).hexdigest()[:8]}-{next(_OUTPUTS)}"
