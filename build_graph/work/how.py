"""How documents are read: by how many processes, within which bounds, with which memory of earlier builds."""

from __future__ import annotations

from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from warnings import warn

from build_graph.work.bounds import Bounds
from build_graph.work.cache import Cache, CacheWarning
from build_graph.work.pool import Here, pool

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from build_graph.work.pool import Caller


@dataclass(frozen=True, slots=True)
class How:
    """How documents are read."""

    jobs: int | None = None
    """Number of worker processes; without them documents are read in this process, without bounds."""
    bounds: Bounds = field(default_factory=Bounds)
    cache: Path | None = None
    """Folder of the cache; without one nothing is kept."""
    dask: str | None = None
    """Address of the scheduler of a Dask cluster that reads, or ``local`` for one of this machine's processes."""
    shards: str | None = None
    """Where the machines of the cluster write: an address that all of them see."""

    @contextmanager
    def working(self) -> Iterator[tuple[Caller, Cache | None]]:
        """Give what reads documents, and the cache."""
        calling = pool(self.jobs, self.bounds) if self.jobs else nullcontext(Here())
        with calling as caller, Cache(self.cache) if self.cache else nullcontext() as cache:
            yield caller, cache
        if cache and cache.trouble:
            warn(f"nothing was kept in {self.cache}: {cache.trouble}", CacheWarning, stacklevel=2)
