"""Publication: a folder of output appears whole or not at all."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from ontology.errors import ReformgraphError
from publishing import folders
from publishing.claims import HeldError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MARKER = "summary.json"
"""A file that every published folder holds; a folder without it is somebody else's."""


class OutputError(ReformgraphError):
    """A folder that cannot be written."""


@contextmanager
def staged(folder: Path) -> Iterator[Path]:
    """Claim a folder, and give a new empty one beside it to write into; :func:`put` then publishes it.

    Whatever happens in the body, nothing of the new folder remains that was not put in place, and what
    was published earlier is untouched until then. The claim lasts as long as the body, so a second run is refused
    before it has read anything.

    Raises:
        OutputError: if ``folder`` is a file, holds something that is not ours, is being written by another run,
            or cannot be written. Errors of the system in the body count as such, but for a closed pipe.
    """
    folder = folder.resolve()
    _check(folder)
    try:
        with _parents(folder), folders.staged(folder) as work, _told_of(work):
            yield work
    except HeldError as error:
        raise OutputError(error.strerror) from error
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(
            f"cannot write {folder}: {error.strerror or error}; nothing was changed: mend it, "
            "or choose another folder with -o"
        ) from error


def put(work: Path, folder: Path) -> None:
    """Let a staged folder take the place of a published one, which is the one that was claimed or lies beside it."""
    folder = folder.resolve()
    _check(folder)
    folders.put(work, folder)


@contextmanager
def _parents(folder: Path) -> Iterator[None]:
    """Make the folders that are to hold ``folder``; those that hold nothing in the end are removed again."""
    missing = [parent for parent in folder.parents if not parent.exists()]
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        yield
    finally:
        with suppress(OSError):
            for parent in missing:
                parent.rmdir()


@contextmanager
def _told_of(work: Path) -> Iterator[None]:
    """A writer of a single file names it where it cannot write it; a user knows only the folder."""
    try:
        yield
    except ReformgraphError as error:
        if isinstance(error.__cause__, OSError) and str(work) in str(error):
            raise error.__cause__ from error
        raise


def _check(folder: Path) -> None:
    if folder.is_file():
        raise OutputError(f"{folder} is a file; choose a folder with -o")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARKER).exists():
        raise OutputError(f"{folder} holds files that reformgraph did not write; choose another folder with -o")
