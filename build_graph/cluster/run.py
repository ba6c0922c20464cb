"""The tasks of a build in their order on a Dask cluster, and one folder of what they have written."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from heapq import merge
from itertools import islice
from operator import itemgetter
from shutil import rmtree
from typing import TYPE_CHECKING, Any, Final

from build_graph.cluster import tasks
from build_graph.cluster.addresses import found_at, shards
from build_graph.cluster.shards import QUADS, SHARED, TEXTS, Place
from build_graph.cluster.tasks import Order
from build_graph.emit.graphs import Collected, shared_graphs
from build_graph.emit.texts import FOLDER as TEXTS_FOLDER
from build_graph.emit.texts import file_name, write_index
from build_graph.inputs import missing
from build_graph.places import Gazetteer
from build_graph.publication.cutting import parts_of_documents
from build_graph.publication.parts import QUADS as GRAPH
from build_graph.publication.parts import Filled, Part, part_file
from build_graph.publication.parts import written as written_part
from build_graph.read import ReadError, Skipped, same_name
from build_graph.reconcile import reconcile
from build_graph.work.pool import cores
from ontology.errors import ReformgraphError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from distributed import Client, Future

    from build_graph.cluster.addresses import Shard
    from build_graph.cluster.tasks import ShardRead, ShardWritten, Sum
    from build_graph.correct import Book, Outcome
    from build_graph.plan import Plan
    from build_graph.reconcile import Reconciled
    from build_graph.summary import Tally
    from build_graph.work.bounds import Bounds

_BRANCH: Final = 16
"""Sums that one task adds up."""
_PATIENCE: Final = "15s"
"""For the first answer of a scheduler."""
_SCRATCH: Final = ".shards"


class ClusterError(ReformgraphError):
    """A cluster that cannot be reached, or has given up a task."""


@contextmanager
def client(address: str, jobs: int | None = None) -> Iterator[Client]:
    """Give a client of the cluster at an address, or of a new one of this machine's processes (``local``).

    Raises:
        ClusterError: if Dask is not installed, or nobody answers at the address.
    """
    try:
        import dask  # noqa: PLC0415  (an extra)
        from distributed import Client, LocalCluster  # noqa: PLC0415
    except ImportError as error:
        raise ClusterError("--dask needs Dask: pip install 'reformgraph[cluster]'") from error
    # a worker reads in a process of its own, which it may end: it must be allowed to have one
    with dask.config.set({"distributed.worker.daemon": False}):
        if address == "local":
            with (
                LocalCluster(n_workers=jobs or cores(), threads_per_worker=1, dashboard_address=":0") as cluster,
                Client(cluster) as found,
            ):
                yield found
            return
        try:
            reached = Client(address, timeout=_PATIENCE)
        except (OSError, ValueError) as error:
            raise ClusterError(f"no Dask scheduler answers at {address}: {error}") from error
        with reached as found:
            yield found


@dataclass(slots=True)
class ClusterBuild:
    """A build on its way on a cluster."""

    plan: Plan
    tally: Tally
    client: Client
    bounds: Bounds
    shards: str | None
    """Address where the machines write, and where the quads of the shards stay; without one they write into the folder
    that is filled, and nothing of it stays."""

    def fill(self, folder: Path) -> Filled:
        """Write quads and texts into a folder."""
        book = self.plan.inputs.book()
        scratch = folder / _SCRATCH
        place = Place(self.shards or str(scratch))
        order = Order(place, self.plan, book.entries, self.bounds)
        written, reconciled = _Tasks(self.client, order, self.tally, book).written()
        filled = self._filled(folder, place, written, reconciled)
        if not self.shards:
            rmtree(scratch)
        return filled

    def _filled(self, folder: Path, place: Place, written: Sequence[ShardWritten], reconciled: Reconciled) -> Filled:
        collected = Collected()
        for each in written:
            collected.add_all(each.collected)
        collected.documents.sort()
        shared = list(shared_graphs(collected, reconciled, self.plan.base, self.plan.version, self.plan.time))
        place.write(SHARED, 0, [("", "".join(graph).encode()) for graph in shared])
        parts = _parts(folder, collected.documents, (data for _, data in _in_order(place, QUADS, written)))
        for graph in shared:
            parts.append(written_part(graph, part_file(folder, len(parts))))
        if self.plan.texts:
            (folder / TEXTS_FOLDER).mkdir()
            for document, data in _in_order(place, TEXTS, written):
                (folder / TEXTS_FOLDER / file_name(document)).write_bytes(data)
            write_index(folder / TEXTS_FOLDER, collected.documents, self.plan.base)
        return Filled(parts, self.tally.told())


def _parts(folder: Path, documents: Sequence[str], quads: Iterator[bytes]) -> list[Part]:
    """Write the parts of documents; their quads come in the order of the ids."""
    (folder / GRAPH).mkdir()
    parts = []
    for number, part in enumerate(parts_of_documents(documents)):
        file = part_file(folder, number)
        count = 0
        with file.open("xb") as opened:
            for data in islice(quads, len(part)):
                opened.write(data)
                count += data.count(b"\n")
        parts.append(Part(file, count))
    return parts


def _in_order(place: Place, sort: str, written: Sequence[ShardWritten]) -> Iterator[tuple[str, bytes]]:
    """Yield the pieces of all shards in the order of the ids, which is the order in each."""
    pieces = (place.read(sort, each.number, each.quads if sort == QUADS else each.texts) for each in written)
    return merge(*pieces, key=itemgetter(0))


@dataclass(slots=True)
class _Tasks:
    """The tasks of a build, and what they tell."""

    client: Client
    order: Order
    tally: Tally
    book: Book
    names: dict[str, str] = field(default_factory=dict)
    """Id of each document -> where it was found first."""

    def written(self) -> tuple[list[ShardWritten], Reconciled]:
        """Return what was written of each shard, and what all say together."""
        paths = self.order.plan.inputs.paths
        read = [self._known(each) for each in self._read(paths)]
        if self.order.plan.inputs.has_folder():
            self.tally.outcomes += missing(self.book)
        if not self.names:
            raise ReadError(*(map(str, self.tally.errors) or ["no documents to read; name files or a folder"]))
        total = self._tree([(each.number, each.index) for each in read])
        self.tally.add_all(total.tally)
        reconciled = reconcile(total.mentions, Gazetteer.shipped())
        names = self.client.scatter((reconciled.program_of, reconciled.gaps), broadcast=True)
        begun = [self._begun(tasks.write_shard, each.number, each.index, names) for each in read if each.index]
        return self._results(begun), reconciled

    def _read(self, paths: Sequence[Path | str]) -> Iterator[ShardRead]:
        """Yield what was read of each shard; files that are none are told in their place."""
        before: list[list[ReadError | Skipped]] = [[]]
        begun: list[Future[Any]] = []
        for each in _cut(found_at(paths)):
            if isinstance(each, ReadError | Skipped):
                before[-1].append(each)
            else:
                begun.append(self._begun(tasks.read_shard, each))
                before.append([])
        for told, read in zip(before, self._results(begun), strict=False):
            self._tell(told)
            yield read
        self._tell(before[-1])

    def _known(self, read: ShardRead) -> ShardRead:
        """Tell what happened in a shard, and leave out documents whose ids are taken."""
        self._tell(read.told)
        kept = []
        for piece, name in zip(read.index, read.names, strict=True):
            self.book.about(name)
            first = self.names.setdefault(name.id, name.where)
            if first == name.where:
                kept.append(piece)
            else:
                told = same_name(name.id, name.where, first, is_record=name.is_record)
                self.tally.errors.append(ReadError(told))
        read.index = kept
        return read

    def _tell(self, told: Iterable[ReadError | Skipped | Outcome]) -> None:
        for each in told:
            if isinstance(each, ReadError):
                self.tally.errors.append(each)
            elif isinstance(each, Skipped):
                self.tally.skip(each)
            else:
                self.tally.outcomes.append(each)

    def _tree(self, shards_: Sequence[tuple[int, list[Any]]]) -> Sum:
        """Add up what all shards mention, branch by branch."""
        level = [self._begun(tasks.sum_shard, number, index) for number, index in shards_]
        while len(level) > 1:
            level = [self.client.submit(tasks.sum_of, level[at : at + _BRANCH]) for at in range(0, len(level), _BRANCH)]
        total: Sum = self._results(level)[0]
        return total

    def _begun(self, task: Any, *arguments: Any) -> Future[Any]:  # noqa: ANN401  (the tasks have no common type)
        return self.client.submit(partial(task, self.order), *arguments, pure=False)

    def _results(self, begun: Sequence[Future[Any]]) -> list[Any]:
        from distributed import KilledWorker  # noqa: PLC0415  (an extra)

        try:
            found: list[Any] = self.client.gather(list(begun))
        except KilledWorker as error:
            raise ClusterError(f"a task was given up because each worker that had it was lost: {error}") from error
        return found


def _cut(found: Iterable[str | ReadError | Skipped]) -> Iterator[Shard | ReadError | Skipped]:
    """Yield files in shards; what is to be told of others stands before the shard that ends behind it."""
    told: list[ReadError | Skipped] = []

    def only_files() -> Iterator[str]:
        for each in found:
            if isinstance(each, str):
                yield each
            else:
                told.append(each)

    for shard in shards(only_files()):
        yield from told
        told.clear()
        yield shard
    yield from told
