"""Files -> facts, document by document in the order of the files: from the cache, or by the step of each document."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from build_graph.model import Document, DocumentFacts
from build_graph.read import Manifests, ReadError, Skipped, files, is_one, read_file, told
from build_graph.work.card import decoded
from build_graph.work.found import Fresh, Kept, Stored
from build_graph.work.keys import key_of
from build_graph.work.pool import Call, Here, LostError
from build_graph.work.step import File, Packet, packed_in, read_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from build_graph.work.cache import Cache
    from build_graph.work.found import Found
    from build_graph.work.keys import Key
    from build_graph.work.pool import Caller
    from build_graph.work.step import Packed

    Source = File | Document | ReadError | Skipped
    Told = Found | ReadError | Skipped


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a result is about."""

    path: Path | None
    where: str
    key: Key | None = None
    """By which it is kept, or is to be kept."""
    kept: bytes | None = None
    """Its card, if it is kept."""


def facts_in(
    paths: Sequence[Path],
    encoding: str | None,
    caller: Caller,
    cache: Cache | None = None,
    on_skipped: Callable[[Skipped], None] | None = None,
) -> Iterator[Found | ReadError]:
    """Yield the facts of each document, or the errors that keep documents from being read.

    The result is the same wherever documents are read, now or before.

    Args:
        paths: as for :func:`build_graph.read.read_documents`.
        encoding: the encoding of all files, if it is not to be detected.
        caller: makes the step of each document.
        cache: keeps what was read.
        on_skipped: called with each record that is no document, and each file of a folder that is none.
    """
    by_file = groupby(_found(_sources(paths, encoding), caller, cache), key=itemgetter(0))
    return told(_held(by_file), encoding, on_skipped)


def _held(
    by_file: Iterable[tuple[Path | None, Iterable[tuple[Path | None, Told]]]],
) -> Iterator[tuple[Path, Iterable[Told]] | ReadError | Skipped]:
    for path, found in by_file:
        parts = (part for _, part in found)
        if path:
            yield path, parts
        else:
            yield from (part for part in parts if isinstance(part, ReadError | Skipped))


def _sources(paths: Sequence[Path], encoding: str | None) -> Iterator[tuple[Path | None, Source]]:
    """Yield what is to be read: files of one document as they are, the records of others one by one."""
    manifests = Manifests()
    for path in files(paths):
        if isinstance(path, ReadError | Skipped):
            yield None, path
        else:
            yield from ((path, each) for each in _of_file(path, encoding, manifests))


def _of_file(path: Path, encoding: str | None, manifests: Manifests) -> Iterable[Source]:
    if not is_one(path):
        return read_file(path, encoding, manifests)
    try:
        return [File(path, encoding, manifests.of(path.parent).get(path.name))]
    except ReadError as error:
        return [error]


def _found(
    sources: Iterable[tuple[Path | None, Source]], caller: Caller, cache: Cache | None
) -> Iterator[tuple[Path | None, Told]]:
    asked: deque[_Asked] = deque()

    def values() -> Iterator[list[Packed] | Call]:
        for path, source in sources:
            if isinstance(source, ReadError | Skipped):
                asked.append(_Asked(path, str(path)))
                yield [source]
                continue
            key = key_of(source) if cache else None
            kept = cache.get(_card(key)) if cache and key else None
            where = source.where if isinstance(source, Document) else str(path)
            asked.append(_Asked(path, where or str(path), key, kept))
            yield [] if kept else Call(source)

    step = packed_in if cache or not isinstance(caller, Here) else read_in  # who keeps and sends nothing needs no bytes
    for result in caller.results(step, values()):
        about = asked.popleft()
        yield from ((about.path, each) for each in _opened(about, result, cache))


def _card(key: Key) -> str:
    """Return the key of the card beside that of the facts."""
    return f"{key.key}/card"


def _opened(about: _Asked, result: list[Packed] | LostError, cache: Cache | None) -> Iterator[Told]:
    if cache and about.key and about.kept:
        yield _standing_at(Stored(decoded(about.kept), Kept(cache, about.key.key)), about.where)
        return
    if isinstance(result, LostError):
        yield ReadError(f"{about.where} {result}, and was left out")
        return
    for each in result:
        if not isinstance(each, Packet):
            yield Fresh(each) if isinstance(each, DocumentFacts) else each
            continue
        found = Stored(decoded(each.card), each.facts)
        if cache and about.key and result == [each] and found.card.sha256 == about.key.sha256:
            cache.put(about.key.key, each.facts)  # first: a card says that the facts are there
            cache.put(_card(about.key), each.card)
        yield _standing_at(found, about.where)


def _standing_at(found: Stored, where: str) -> Stored:
    """Return a record as it stands now; it may have stood elsewhere when it was read."""
    if not found.where or found.where == where:
        return found
    return replace(found, card=replace(found.card, where=where))
