"""Data for scripts: a file that assigns one name, or JSON inside a page. No letter of it can end the script."""

from __future__ import annotations

import json
from typing import Any, Final

from markupsafe import Markup

_ESCAPED: Final = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
"""What would end a script element, begin a comment in it, or end a line of older JavaScript."""


def assigned(name: str, value: Any) -> str:  # noqa: ANN401  (whatever JSON can say)
    """Return a script that assigns a value to a name of the window; it loads from ``file://``, as JSON does not."""
    return f"window.{name} = {_json(value)};\n"


def embedded(value: Any) -> Markup:  # noqa: ANN401
    """Return JSON that a page holds in ``<script type="application/json">``."""
    return Markup(_json(value))  # noqa: S704  (escaped by _json)


def _json(value: Any) -> str:  # noqa: ANN401
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED)
