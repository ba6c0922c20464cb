"""The store of a graph that has changed a little, made from the store of the graph as it was.

The earlier store is read only: others may be asking it. What it holds stands in files that are never written again, so
the new one begins as links to them (copies, where a file system knows no links), which the engine's own backup makes;
what changes goes into files of its own. When much has changed, writing the store anew is cheaper: see :data:`SHARE`.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from pyoxigraph import DefaultGraph, Quad, RdfFormat, Store, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pyoxigraph import BlankNode, NamedNode

SHARE: Final = 0.2
"""Lines that go and that come, as a share of all, up to which changing a store is cheaper than writing it anew.

Measured with 4.54 million lines: 200,000 of them (0.044) took 9.1 s of processor time, and 98 s all anew, so 0.4 would
be even. Half of that is left for what the engine merges later.
"""

_PART: Final = 10_000
"""Lines that are removed or added at once."""


def difference(before: Iterable[bytes], after: Iterable[bytes]) -> tuple[list[bytes], list[bytes]]:
    """Return the lines that go and those that come when the lines of some graphs change.

    A store keeps values, not how they are written: of two lines that differ in the digits of a number, its datatype or
    the case of a language, it holds one statement. So a line that stays counts as one that comes, too, if a line goes
    that might say the same.
    """
    earlier, now = dict.fromkeys(before), dict.fromkeys(after)
    gone = [line for line in earlier if line not in now]
    about = {_about(line) for line in gone} - {b""}
    return gone, [line for line in now if line not in earlier or _about(line) in about]


def renewed_store(earlier: Path, folder: Path, gone: Iterable[bytes], new: Iterable[bytes]) -> None:
    """Write the store of a changed graph into a new folder, from a store that :func:`write_store` or this wrote.

    The earlier store is left as it is, byte for byte.

    Args:
        earlier: the folder of the earlier store.
        folder: the new folder, which must not be there yet.
        gone: N-Quads lines with a graph each that the graph does not hold any more.
        new: lines that it holds now. Where a line goes that says the same as one that stays, in another lexical form,
            the latter must be among them: see :func:`difference`.

    Raises:
        OSError: if the earlier store cannot be read, or the new one cannot be written.
        RuntimeError: if the new folder is there.
    """
    Store.read_only(str(earlier)).backup(str(folder))
    store = Store(str(folder))
    left: dict[NamedNode | BlankNode | DefaultGraph, None] = {}
    for part in _parts(gone):
        left |= dict.fromkeys(quad.graph_name for quad in part)
        _remove(store, part)
    for part in _parts(new):
        store.extend([*part, *(Quad(*quad.triple) for quad in part)])
    for graph in left:
        if next(store.quads_for_pattern(None, None, None, graph), None) is None:
            store.remove_graph(graph)
    store.flush()  # a store that is only read, and a backup of it, do not know what is still in a log


def _remove(store: Store, quads: list[Quad]) -> None:
    """Remove statements from their graphs, and from the union those that no other graph holds."""
    for quad in quads:
        store.remove(quad)
    union = DefaultGraph()
    for triple in dict.fromkeys(quad.triple for quad in quads):
        said = store.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
        if all(each.graph_name == union for each in said):
            store.remove(Quad(*triple))


def _parts(lines: Iterable[bytes]) -> Iterator[list[Quad]]:
    rest = iter(lines)
    while part := b"".join(islice(rest, _PART)):
        yield list(parse(part, RdfFormat.N_QUADS, lenient=True))


def _about(line: bytes) -> bytes:
    """Return the subject and the predicate of a statement about a literal; of any other, nothing."""
    about, literal, _ = line.partition(b' "')
    return about if literal else b""
