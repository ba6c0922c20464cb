"""Writing a folder, whole or not at all."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from exports.errors import ExportError
from publishing.claims import HeldError
from publishing.folders import put, staged

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path


@contextmanager
def whole_folder(destination: Path, sometimes: Collection[str] = ()) -> Iterator[Path]:
    """Give a new folder to write into, which takes its place only if the block ends well.

    An earlier export, which is a folder that holds no other files than the new one, is replaced; a folder with
    anything else in it is left as it is. ``sometimes`` names files that one export has and another has not. Raises
    ExportError for such a folder, for a file that stands in the way, where another program writes, and where the
    system refuses.
    """
    target = destination.resolve()
    try:
        _refuse_file(target)
        with staged(target) as new:
            yield new
            _refuse_strangers(target, new, sometimes)
            put(new, target)
    except HeldError as error:
        raise ExportError(error.strerror) from error
    except OSError as error:
        raise ExportError(f"cannot write {destination}: {error.strerror or error}") from error


def _refuse_file(target: Path) -> None:
    if target.exists() and not target.is_dir():
        raise ExportError(f"{target} is a file, and this format writes a folder: choose another name with -o")


def _refuse_strangers(target: Path, new: Path, sometimes: Collection[str]) -> None:
    """Raise ExportError if the folder holds anything that this export would not write again.

    What lies in folders of it is not looked at, so a folder with folders must hold all the files beside them, too.
    """
    if not target.is_dir():
        return
    there, written = _entries(target, sometimes), _entries(new, sometimes)
    strangers = there - written
    if not strangers and any(is_folder for _, is_folder in there) and written - there:
        strangers = there
    if strangers:
        name, _ = min(strangers)
        raise ExportError(f"{target} holds {name}, which is no part of this export: choose another folder with -o")


def _entries(folder: Path, without: Collection[str]) -> set[tuple[str, bool]]:
    """Return what lies in a folder but for some files: names, and whether each is a folder."""
    found = ((entry.name, entry.is_dir()) for entry in folder.iterdir())
    return {(name, is_folder) for name, is_folder in found if is_folder or name not in without}
