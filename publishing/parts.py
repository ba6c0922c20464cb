"""A file in parts: a folder in its place, with the name of the file, that holds the stretches of its content.

``graph.nq`` may be a file, or a folder with ``part-00000.nq``, ``part-00001.nq`` and so on. What did not change can
then stay where it is while the rest is written anew, and a tool that reads several files reads them at once. The
numbers leave no gap, so a part that got lost on the way is told.
"""

from __future__ import annotations

import re
from errno import ENOENT
from typing import TYPE_CHECKING, Final

from publishing.readers import held

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_DIGITS: Final = 5
_LONGER: Final = "x"
"""Stands once for each digit above five, and comes after all digits: names are in the order of their numbers for
whoever sorts them, and the name of a part does not hang on how many there are."""
_NAME: Final = re.compile(rf"part-{_LONGER}*[0-9]{{{_DIGITS},}}")


def part_name(number: int, suffix: str) -> str:
    """Return the name of a part by its number, from 0 on.

    >>> part_name(12, ".nq"), part_name(100_000, ".nq")
    ('part-00012.nq', 'part-x100000.nq')
    """
    digits = f"{number:0{_DIGITS}}"
    return f"part-{_LONGER * (len(digits) - _DIGITS)}{digits}{suffix}"


def in_parts(path: Path) -> bool:
    """Return whether a path is a folder that holds parts: files named like parts, with the suffix of the folder."""
    return path.is_dir() and bool(_names(path))


def parts_of(path: Path) -> list[Path]:
    """Return the files that hold the content of ``path``, in its order: the parts of a folder, else the path itself.

    Raises:
        FileNotFoundError: for a folder that lacks a part; its ``strerror`` says which.
        OSError: for a folder that cannot be read.
    """
    if not path.is_dir():
        return [path]
    names = _names(path)
    wanted = [part_name(number, path.suffix) for number in range(max(len(names), 1))]
    for name in wanted:
        if name not in names:
            raise FileNotFoundError(ENOENT, f"it has no {name}: copy the folder whole, or build it again", str(path))
    return [path / name for name in wanted]


def held_parts(path: Path) -> Iterator[tuple[Path, Path]]:
    """Yield the name of each part, in order, and where it is to be read while the iteration goes on.

    Until it ends all are parts of one state: a folder that is published meanwhile takes the old one's place, but does
    not take it away (see :func:`~publishing.readers.held`; the published folder is the one that holds ``path``).

    Raises:
        OSError: as :func:`parts_of`, and for a folder that cannot be opened.
    """
    if not path.is_dir():
        yield path, path
        return
    with held(path.parent) as folder:
        for part in parts_of(folder / path.name):
            yield path / part.name, part


def _names(folder: Path) -> set[str]:
    """The names of all parts in a folder; other files have no meaning there."""
    suffix = folder.suffix
    return {each.name for each in folder.iterdir() if each.suffix == suffix and _NAME.fullmatch(each.stem)}
