"""Publication: a folder of output appears whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ontology.errors import ReformgraphError

if TYPE_CHECKING:
    from collections.abc import Iterator

MARKER = "summary.json"
"""A file that every published folder holds; a folder without it is somebody else's."""


class OutputError(ReformgraphError):
    """A folder that cannot be written."""


@contextmanager
def staged(folder: Path) -> Iterator[Path]:
    """Give a new empty folder beside ``folder`` to write into; :func:`put` then publishes it.

    Whatever happens in the body, nothing of the new folder remains that was not put in place, and what
    was published earlier is untouched until then.

    Raises:
        OutputError: if ``folder`` is a file, holds something that is not ours, or cannot be written.
    """
    folder = folder.resolve()
    _restore(folder)
    _check(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    except OSError as error:
        raise OutputError(
            f"cannot write to {folder.parent}: {error.strerror}; choose another folder with -o"
        ) from error
    try:
        yield work
    except OSError as error:
        raise OutputError(f"cannot write {folder}: {error.strerror}; nothing was changed") from error
    finally:
        shutil.rmtree(work, ignore_errors=True)


def put(work: Path, folder: Path) -> None:
    """Let a staged folder take the place of a published one."""
    folder = folder.resolve()
    _check(folder)
    work.chmod(0o755)
    before = _aside(folder)
    if folder.exists():
        folder.rename(before)
    work.rename(folder)
    shutil.rmtree(before, ignore_errors=True)


def _aside(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}-before")


def _restore(folder: Path) -> None:
    """A run that was cut off between the two renames left the last good output aside: put it back."""
    before = _aside(folder)
    if before.exists():
        if folder.exists():
            shutil.rmtree(before, ignore_errors=True)
        else:
            before.rename(folder)


def _check(folder: Path) -> None:
    if folder.is_file():
        raise OutputError(f"{folder} is a file; choose a folder with -o")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARKER).exists():
        raise OutputError(f"{folder} holds files that reformgraph did not write; choose another folder with -o")
