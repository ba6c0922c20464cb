"""The header of an ``.rq`` file: lines that begin with ``#+`` and together are YAML (the convention of grlc)."""

from __future__ import annotations

from typing import Any, Final

import yaml

_MARK: Final = "#+"


def header(text: str) -> dict[str, Any]:
    """Return the record in the header of an ``.rq`` file, empty if it has none.

    Raises yaml.YAMLError if it is no YAML, ValueError if it is no record.
    """
    lines = (line.removeprefix(_MARK) for line in text.splitlines() if line.startswith(_MARK))
    record = yaml.safe_load("\n".join(lines)) or {}
    if not isinstance(record, dict):
        raise ValueError("it is no mapping")
    return record
