"""How documents are read, on the command line: processes, bounds, cache."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from reformgraph.errors import UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from build_graph.work.how import How

_LEAST: Final = 512
"""Megabytes of address space that a process takes before it has read anything."""


def add_work(parser: ArgumentParser) -> None:
    """Declare the options."""
    options = parser.add_argument_group("work")
    options.add_argument("--jobs", type=int, metavar="N", help="processes that read documents (default: one a core)")
    options.add_argument(
        "--no-cache", action="store_true", help="read every document anew, and keep nothing (see `reformgraph cache`)"
    )
    options.add_argument(
        "--time-limit", type=float, metavar="SECONDS",
        help="leave a document out, and say so, that takes longer to read (default: 60)",
    )  # fmt: skip
    options.add_argument(
        "--memory-limit", type=int, metavar="MB",
        help="leave a document out, and say so, whose process grows larger (default: 2048)",
    )  # fmt: skip


def add_cluster(parser: ArgumentParser) -> None:
    """Declare the options for a cluster."""
    options = parser.add_argument_group("cluster")
    options.add_argument(
        "--dask", metavar="ADDRESS",
        help="read on a Dask cluster: tcp://… of its scheduler, or local for one of --jobs processes of this machine",
    )  # fmt: skip
    options.add_argument(
        "--shards", metavar="ADDRESS",
        help="folder or address that all machines see: the quads of each shard are written there, and stay",
    )  # fmt: skip


def how_of(arguments: Namespace) -> How:
    """Return how documents are read; raises UsageError for numbers that make no sense."""
    from build_graph.work.bounds import Bounds  # noqa: PLC0415  (help does without)
    from build_graph.work.cache import folder  # noqa: PLC0415
    from build_graph.work.how import How  # noqa: PLC0415
    from build_graph.work.pool import cores  # noqa: PLC0415

    jobs = cores() if arguments.jobs is None else arguments.jobs
    if jobs < 1:
        raise UsageError(f"--jobs {jobs} makes no sense: give 1 or more")
    cluster = {name: getattr(arguments, name, None) for name in ("dask", "shards")}
    if cluster["shards"] and not cluster["dask"]:
        raise UsageError("--shards is for a build on a cluster: add --dask")
    cache = None if arguments.no_cache or cluster["dask"] else folder()
    return How(jobs, Bounds(**_bounds(arguments)), cache, **cluster)


def _bounds(arguments: Namespace) -> dict[str, Any]:
    given = {}
    if arguments.time_limit is not None:
        if not arguments.time_limit > 0:
            raise UsageError(f"--time-limit {arguments.time_limit:g} makes no sense: give more than 0 seconds")
        given["seconds"] = arguments.time_limit
    if arguments.memory_limit is not None:
        if arguments.memory_limit < _LEAST:
            raise UsageError(
                f"--memory-limit {arguments.memory_limit} is too little: the program itself takes {_LEAST} MB"
            )
        given["megabytes"] = arguments.memory_limit
    return given
