"""A build on this machine.

Each document is looked at twice. First it is read: its facts stay in the cache or go on a shelf, and only its card
stays in memory. Then, when all programs have their names, its quads are written, together with those of the other
documents of its part; a part that was published before and is made of the same is taken as it lies there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import msgspec

from build_graph.emit.graphs import Collected, shared_graphs
from build_graph.emit.texts import FOLDER, file_name, write_index
from build_graph.inputs import Listener
from build_graph.places import Gazetteer
from build_graph.publication.cutting import parts_of_documents
from build_graph.publication.parts import QUADS, Filled, Part, part_file, written
from build_graph.read import ReadError
from build_graph.reconcile import Mentions, reconcile
from build_graph.rendering import Named, Page, PartOrder, PartWritten, key_of, write_part
from build_graph.work.calls import Raised, guarded, settled
from build_graph.work.pool import Call
from build_graph.work.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from build_graph.extract.mentioned import Called
    from build_graph.plan import Plan
    from build_graph.publication.earlier import Earlier
    from build_graph.reconcile import Reconciled
    from build_graph.summary import Tally
    from build_graph.work.cache import Cache
    from build_graph.work.pool import Caller, LostError

_decoder: Final = msgspec.msgpack.Decoder(PartWritten)


@dataclass(slots=True)
class _Known:
    """What is known of all documents; it goes when they are written, before the graph is looked at."""

    mentioned: Mentions = field(default_factory=Mentions)
    called: dict[str, dict[str, Called]] = field(default_factory=dict)
    """Id of a document -> what its names of programs stand for."""
    digests: dict[str, bytes] = field(default_factory=dict)
    """Id of a document -> digest of its facts."""


@dataclass(slots=True)
class LocalBuild:
    """A build on its way."""

    plan: Plan
    tally: Tally
    caller: Caller
    cache: Cache | None
    earlier: Earlier
    on_document: Callable[[str], None] | None

    def fill(self, folder: Path) -> Filled:
        """Write quads and texts into a folder."""
        with Shelf(folder) as shelf:
            known = self._read(shelf)
            reconciled = reconcile(known.mentioned, Gazetteer.shipped())
            parts = self._write(shelf, known, reconciled, folder)
        return Filled(parts, self.tally.told())

    def _read(self, shelf: Shelf) -> _Known:
        known = _Known()
        listener = Listener(self.tally.errors.append, self.tally.outcomes.append, self.tally.skip)
        for found in self.plan.inputs.facts(self.caller, self.cache, listener):
            card = found.card
            self.tally.add(card.counted)
            known.mentioned.add(card.mentioned)
            known.called[card.id] = card.mentioned.called
            known.digests[card.id] = card.digest
            shelf.put(found)
            if self.on_document:
                self.on_document(card.name)
        if not self.tally.documents:
            told = list(map(str, self.tally.errors))
            raise ReadError(*told or ["no documents to read; name files or a folder that holds some"])
        return known

    def _write(self, shelf: Shelf, known: _Known, reconciled: Reconciled, folder: Path) -> list[Part]:
        (folder / QUADS).mkdir()
        if self.plan.texts:
            (folder / FOLDER).mkdir()
        documents = sorted(known.called)
        parts: list[Part] = []
        collected = Collected()
        for part, needed in self._parts(documents, shelf, known, reconciled, folder):
            parts.append(part)
            collected.add_all(needed)
        plan = self.plan
        for graph in shared_graphs(collected, reconciled, plan.base, plan.version, plan.time):
            parts.append(written(graph, part_file(folder, len(parts))))
        if self.plan.texts:
            write_index(folder / FOLDER, documents, self.plan.base)
        return parts

    def _parts(
        self, documents: Sequence[str], shelf: Shelf, known: _Known, reconciled: Reconciled, folder: Path
    ) -> Iterator[tuple[Part, Collected]]:
        """Yield the parts of documents, in their order, with what the graphs that documents share need of each."""
        keys: list[tuple[str, list[str]]] = []

        def values() -> Iterator[PartWritten | Raised | Call]:
            for number, part in enumerate(parts_of_documents(documents)):
                named = [_named(known.called[document], reconciled) for document in part]
                made_of = [(each, known.digests[each], name) for each, name in zip(part, named, strict=True)]
                key = key_of(made_of, self.plan.base, texts=self.plan.texts)
                keys.append((key, part))
                file = part_file(folder, number)
                yield self._taken(key, part, file, folder) or Call(self._order(part, named, shelf, file, folder))

        results: Iterator[PartWritten | Raised | LostError]
        results = self.caller.results(guarded(write_part), values(), timed=False)
        for number, result in enumerate(results):
            (key, part), done = keys[number], settled(result)
            if self.cache:
                self.cache.put(key, msgspec.msgpack.encode(done))
            yield Part(part_file(folder, number), done.quads, key, tuple(part)), done.collected

    def _order(self, part: Sequence[str], named: Sequence[Named], shelf: Shelf, file: Path, folder: Path) -> PartOrder:
        pages = [Page(shelf.get(document), name) for document, name in zip(part, named, strict=True)]
        return PartOrder(pages, self.plan.base, file, folder / FOLDER if self.plan.texts else None)

    def _taken(self, key: str, part: Sequence[str], file: Path, folder: Path) -> PartWritten | None:
        """Take a part that was published before and is made of the same; return what is known of it."""
        known = self.cache.get(key) if self.cache else None
        texts = [f"{FOLDER}/{file_name(document)}" for document in part] if self.plan.texts else []
        if known is None or not self.earlier.has(key, [QUADS, *texts]):
            return None
        self.earlier.take(key, QUADS, file)
        for name in texts:
            self.earlier.take(key, name, folder / name)
        return _decoder.decode(known)


def _named(called: Mapping[str, Called], reconciled: Reconciled) -> Named:
    programs = reconciled.programs_in(called)
    gaps = {program: gaps for program in programs.values() if (gaps := reconciled.gaps.get(program))}
    return Named(programs, gaps)
