"""What is to be read, cut into shards: paths of this machine, and addresses of any file system that fsspec knows."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from fsspec.core import url_to_fs

from build_graph.read import ReadError, Skipped, files, is_document, is_one
from build_graph.read.manifest import NAME
from build_graph.sources import is_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_EACH: Final = 100
"""Files of one document in a shard. A file of many is a shard of its own."""


@dataclass(frozen=True, slots=True)
class Shard:
    """Files that one task reads."""

    number: int
    files: tuple[str, ...]
    """Their paths or addresses, in the order of the whole."""


def found_at(paths: Sequence[Path | str]) -> Iterator[str | ReadError | Skipped]:
    """Yield the files that are named or lie in folders, in order, and what is to be told of the others."""
    for path in paths:
        if is_address(path):
            yield from _listed(str(path))
        else:
            yield from (str(each) if isinstance(each, Path) else each for each in files([Path(path)]))


def shards(found: Iterable[str]) -> Iterator[Shard]:
    """Yield files cut into shards, in their order."""
    number = 0
    waiting: list[str] = []
    for file in found:
        alone = not is_one(Path(file))
        if waiting and (alone or len(waiting) == _EACH):
            yield Shard(number, tuple(waiting))
            number, waiting = number + 1, []
        waiting.append(file)
        if alone:
            yield Shard(number, tuple(waiting))
            number, waiting = number + 1, []
    if waiting:
        yield Shard(number, tuple(waiting))


@contextmanager
def local(shard: Shard) -> Iterator[list[tuple[Path, str]]]:
    """Give the files of a shard as files of this machine, each with its own path or address."""
    with TemporaryDirectory(prefix="reformgraph-") as folder:
        yield [(_fetched(file, Path(folder) / str(number)), file) for number, file in enumerate(shard.files)]


def _listed(address: str) -> Iterator[str | ReadError | Skipped]:
    system, path = url_to_fs(address)
    if not system.exists(path):
        yield ReadError(f"{address} does not exist; name a file or a folder that holds some")
        return
    names = sorted(system.find(path)) if system.isdir(path) else [path]
    for name in names:
        at = Path(name)
        if at.name.startswith(".") or at.name == NAME:
            continue
        if is_document(at):
            yield system.unstrip_protocol(name)
        else:
            yield Skipped(system.unstrip_protocol(name), f"file: {at.suffix or 'no suffix'}")


def _fetched(file: str, folder: Path) -> Path:
    """Return a file of this machine as it is, another one as a copy, with the manifest that lies beside it."""
    if not is_address(file):
        return Path(file)
    system, path = url_to_fs(file)
    folder.mkdir()
    copy = folder / Path(path).name
    system.get_file(path, str(copy))
    manifest = f"{path.rpartition('/')[0]}/{NAME}"
    if system.exists(manifest):
        system.get_file(manifest, str(folder / NAME))
    return copy
