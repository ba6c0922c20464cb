"""The header of an ``.rq`` file: lines that begin with ``#+`` and together are YAML (the convention of grlc)."""

from __future__ import annotations

from typing import Any, Final

import yaml

_MARK: Final = "#+"


def header(text: str) -> dict[str, Any]:
    """Return the record in the header of an ``.rq`` file; raises yaml.YAMLError if it is no YAML."""
    lines = (line.removeprefix(_MARK) for line in text.splitlines() if line.startswith(_MARK))
    record: dict[str, Any] = yaml.safe_load("\n".join(lines))
    return record
