"""The tasks of a shard. Each is a function of its arguments and writes what it would write again."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import reduce
from multiprocessing import current_process
from typing import TYPE_CHECKING, NamedTuple

from build_graph.cluster.addresses import local
from build_graph.cluster.shards import FACTS, QUADS, TEXTS, Piece, Place
from build_graph.correct import Book, Entry, Outcome
from build_graph.emit.graphs import Collected
from build_graph.extract.mentioned import mentioned
from build_graph.inputs import Listener, corrected
from build_graph.read import ReadError, Skipped
from build_graph.reconcile import Mentions
from build_graph.rendering import Named, Page, rendered
from build_graph.summary import Tally
from build_graph.work.card import counted
from build_graph.work.codec import unpacked
from build_graph.work.how import How
from build_graph.work.reading import facts_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from build_graph.cluster.addresses import Shard
    from build_graph.extract.mentioned import Called, Gap
    from build_graph.plan import Plan
    from build_graph.work.bounds import Bounds


@dataclass(frozen=True, slots=True)
class Order:
    """What is the same for all tasks of a build."""

    place: Place
    plan: Plan
    entries: tuple[Entry, ...]
    """The corrections."""
    bounds: Bounds


class Name(NamedTuple):
    """What a document is called, and where it was found."""

    id: str
    name: str
    """The file's name, or the record's."""
    where: str
    is_record: bool


@dataclass(slots=True)
class ShardRead:
    """A shard that was read: its facts are written, and this is told of it."""

    number: int
    index: list[Piece]
    names: list[Name] = field(default_factory=list)
    told: list[ReadError | Skipped | Outcome] = field(default_factory=list)


def read_shard(order: Order, shard: Shard) -> ShardRead:
    """Read the documents of a shard, and write their facts."""
    done = ShardRead(shard.number, [])
    with local(shard) as copies:
        facts = _facts(order, copies, done)
        done.index = order.place.write(FACTS, shard.number, facts)
    return done


def _facts(order: Order, copies: Sequence[tuple[Path, str]], done: ShardRead) -> Iterator[tuple[str, bytes]]:
    names = {str(copy): file for copy, file in copies if str(copy) != file}

    def own(text: str) -> str:
        """Name a file as the user does, not its copy."""
        return reduce(lambda said, copy: said.replace(copy, names[copy]), names, text)

    listener = Listener(
        on_error=lambda error: done.told.append(type(error)(*map(own, error.args))),
        on_outcome=done.told.append,
        on_skipped=lambda skipped: done.told.append(Skipped(own(skipped.where), skipped.reason)),
    )
    book = Book(order.entries)
    with _how(order).working() as (caller, cache):
        for copy, file in copies:
            found = facts_in([copy], order.plan.inputs.encoding, caller, cache, listener.on_skipped)
            for each in corrected(found, book, listener):
                where = own(each.where)
                done.names.append(Name(each.id, each.name, where or file, bool(where)))
                yield each.id, each.packed


def _how(order: Order) -> How:
    """Return how a worker reads: in a process of its own, with bounds, where it may have one."""
    return How(None if current_process().daemon else 1, order.bounds)


@dataclass(slots=True)
class Sum:
    """What documents mention, and how many they are."""

    mentions: Mentions = field(default_factory=Mentions)
    tally: Tally = field(default_factory=Tally)


def sum_of(parts: Sequence[Sum]) -> Sum:
    """Add up sums: a branch of the tree."""
    total = Sum()
    for part in parts:
        total.mentions.add_all(part.mentions)
        total.tally.add_all(part.tally)
    return total


def sum_shard(order: Order, number: int, index: Sequence[Piece]) -> Sum:
    """Add up what the documents of a shard mention."""
    total = Sum()
    for _, data in order.place.read(FACTS, number, index):
        facts = unpacked(data)
        total.mentions.add(mentioned(facts))
        total.tally.add(counted(facts))
    return total


@dataclass(slots=True)
class ShardWritten:
    """A shard whose quads are written, and what the graphs that documents share need from it."""

    number: int
    quads: list[Piece]
    texts: list[Piece]
    count: int
    """Number of quads."""
    collected: Collected


def write_shard(
    order: Order,
    number: int,
    index: Sequence[Piece],
    names: tuple[Mapping[Called, str], Mapping[str, tuple[Gap, ...]]],
) -> ShardWritten:
    """Write the quads of a shard and its texts, in the order of the ids.

    Args:
        order: what is the same for all tasks.
        number: the shard.
        index: its documents.
        names: what documents call a program -> its id; and what has been lost about programs.
    """
    done = ShardWritten(number, [], [], 0, Collected())
    texts: list[tuple[str, bytes]] = []
    done.quads = order.place.write(QUADS, number, _written(order, number, sorted(index), names, done, texts))
    done.texts = order.place.write(TEXTS, number, texts) if order.plan.texts else []
    return done


def _written(
    order: Order,
    number: int,
    index: Sequence[Piece],
    names: tuple[Mapping[Called, str], Mapping[str, tuple[Gap, ...]]],
    done: ShardWritten,
    texts: list[tuple[str, bytes]],
) -> Iterator[tuple[str, bytes]]:
    program_of, gaps = names
    for document, data in order.place.read(FACTS, number, index):
        called = mentioned(unpacked(data)).called
        programs = {name: program_of[each] for name, each in called.items()}
        lost = {program: gaps[program] for program in programs.values() if program in gaps}
        page = rendered(Page(data, Named(programs, lost)), order.plan.base, text=order.plan.texts)
        done.collected.add(document, page.quads)
        done.count += len(page.quads.lines)
        if page.text is not None:
            texts.append((document, page.text.encode()))
        yield document, "".join(page.quads.lines).encode()
