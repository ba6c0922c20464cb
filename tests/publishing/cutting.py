"""Graphs in parts, for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publishing.parts import part_name

if TYPE_CHECKING:
    from pathlib import Path


def cut(file: Path, lines: int) -> Path:
    """Replace a file of lines by a folder with its parts, of so many lines each; return the folder."""
    whole = file.read_bytes().splitlines(keepends=True)
    return laid(file, *(b"".join(whole[start : start + lines]) for start in range(0, len(whole), lines)))


def laid(file: Path, *parts: bytes) -> Path:
    """Put a folder with parts in the place of a file; return the folder."""
    file.unlink(missing_ok=True)
    file.mkdir()
    for number, part in enumerate(parts):
        (file / part_name(number, file.suffix)).write_bytes(part)
    return file
