"""Writing a folder, whole or not at all."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from exports.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def whole_folder(destination: Path) -> Iterator[Path]:
    """Give a new folder to write into, which takes its place only if the block ends well.

    An earlier export, which is a folder that holds no other files than the new one, is replaced; a folder with
    anything else in it is left as it is. Raises ExportError for such a folder, for a file that stands in the way, and
    where the system refuses.
    """
    target = destination.resolve()
    try:
        _refuse_file(target)
        with TemporaryDirectory(prefix=f".{target.name}.", dir=target.parent, ignore_cleanup_errors=True) as beside:
            new = Path(beside) / "new"
            new.mkdir()
            yield new
            _refuse_strangers(target, {file.name for file in new.iterdir()})
            _put(new, target, Path(beside) / "earlier")
    except OSError as error:
        raise ExportError(f"cannot write {destination}: {error.strerror or error}") from error


def _refuse_file(target: Path) -> None:
    if target.exists() and not target.is_dir():
        raise ExportError(f"{target} is a file, and this format writes a folder: choose another name with -o")


def _refuse_strangers(target: Path, written: set[str]) -> None:
    """Raise ExportError if the folder holds anything that this export would not write again."""
    if target.is_dir():
        strangers = sorted(file.name for file in target.iterdir() if file.name not in written or file.is_dir())
        if strangers:
            raise ExportError(
                f"{target} holds {strangers[0]}, which is no part of this export: choose another folder with -o"
            )


def _put(new: Path, target: Path, earlier: Path) -> None:
    """Let the new folder take the target's place; if that fails, the earlier one stays."""
    if not target.exists():
        new.rename(target)
        return
    target.rename(earlier)
    try:
        new.rename(target)
    except BaseException:
        earlier.rename(target)
        raise
