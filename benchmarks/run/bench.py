"""What all measurements share: sizes, folders, the programs of ours and of the peers, and made-up inputs."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from statistics import median
from tempfile import TemporaryDirectory
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

import yaml

from benchmarks.run.process import Cost, run
from benchmarks.run.state import program

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT: Final = Path(__file__).resolve().parents[2]
"""The folder of the project."""
SEED: Final = 7
DAY: Final = 24 * 60.0
"""What a run may take if nobody says, in minutes."""
_PEERS: Final = ROOT / "benchmarks" / ".venv" / "bin" / "python"


class NotMeasuredError(Exception):
    """Why something could not be measured, in one line."""


@dataclass(frozen=True, slots=True)
class Told:
    """The medians of what a job told over its runs."""

    figures: Mapping[str, Any]
    peak: float
    """Most memory held, by all its processes together, in MB."""
    runs: int


@dataclass(frozen=True)
class Bench:
    """One run of the benchmark."""

    sizes: Mapping[str, Any]
    """An entry of ``sizes.yml``."""
    work: Path
    """Where inputs and outputs lie; inputs of an earlier run are used again."""
    until: float
    """When the run shall be over, on the clock of ``time.monotonic``."""

    @staticmethod
    def of(name: str, work: Path, minutes: float = DAY) -> Bench:
        """Return the benchmark with the sizes of this name, ``full`` or ``quick``, that has so many minutes."""
        sizes = yaml.safe_load((ROOT / "benchmarks" / "sizes.yml").read_text("utf-8"))
        work.mkdir(parents=True, exist_ok=True)
        return Bench(sizes[name], work, monotonic() + minutes * 60)

    @property
    def left(self) -> float:
        """Seconds that are left of the time of the run."""
        return max(1.0, self.until - monotonic())

    # --- running

    def command(
        self,
        *arguments: str | Path,
        cache: Path | None = None,
        limit: float | None = None,
        processors: int | None = None,
    ) -> Cost:
        """Run ``reformgraph`` as a user does, with the code of this folder.

        Args:
            arguments: what stands behind its name.
            cache: its cache; a new one if None.
            limit: seconds after which it is stopped.
            processors: how many it may use; all if None.
        """
        with TemporaryDirectory(dir=self.work) as new:
            command = [sys.executable, "-m", "reformgraph", *map(str, arguments)]
            limit = limit or self.sizes["limit"]
            return self._run(command, limit, processors, REFORMGRAPH_CACHE=str(cache or new))

    def job(
        self, name: str, *arguments: object, peer: bool = False, limit: float | None = None, once: bool = False
    ) -> Told:
        """Run ``benchmarks.jobs.<name>``, or ``benchmarks.peers.<name>``: once, or as often as is cheap.

        Raises:
            NotMeasuredError: if it fails, or takes longer than the limit.
        """
        if peer and not _PEERS.exists():
            raise NotMeasuredError("the peers are not installed: `make bench` does it where packages can be had")
        where = "peers" if peer else "jobs"
        python = str(_PEERS) if peer else sys.executable
        command = [python, "-m", f"benchmarks.{where}.{name}", *map(str, arguments)]
        limit = limit or self.sizes["peer_limit" if peer else "limit"]
        costs = [self._checked(command, limit)]
        while not once and len(costs) < self.sizes["repeats"] and costs[0].wall < self.sizes["cheap"]:
            costs.append(self._checked(command, limit))
        told = [cost.told() for cost in costs]
        figures = {key: _middle([each[key] for each in told]) for key in told[0]}
        return Told(figures, median(cost.together for cost in costs), len(costs))

    def job_once(self, name: str, *arguments: object) -> Mapping[str, Any]:
        """Run a job that makes an input, and return what it tells; raises NotMeasuredError if it fails."""
        command = [sys.executable, "-m", f"benchmarks.jobs.{name}", *map(str, arguments)]
        return self._checked(command, self.sizes["limit"] * 2).told()

    def _checked(self, command: list[str], limit: float) -> Cost:
        cost = self._run(command, limit)
        if cost.stopped:
            raise NotMeasuredError(f"was stopped after {cost.wall:,.0f} s by the clock")
        if cost.status:
            raise NotMeasuredError(f"failed: {cost.complaint or f'status {cost.status}'}")
        return cost

    def _run(self, command: list[str], limit: float, processors: int | None = None, **variables: str) -> Cost:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0", **variables}
        limit = min(limit, self.left)
        return run(command, limit=limit, folder=ROOT, environment=environment, processors=processors)

    # --- inputs

    def make_inputs(self) -> None:
        """Make all corpora and graphs, so that no measurement waits for them."""
        for count in sorted(
            {*self.sizes["growth"], self.sizes["incremental"], self.sizes["parallel"], self.sizes["corpus"]}
        ):
            self.corpus(count)
        for triples in sorted({self.sizes["damaged"], self.sizes["peer_triples"], *self.sizes["validated"]}):
            self.graph(triples)
        for triples in self.sizes["triples"]:
            self.stored(triples)

    def corpus(self, count: int) -> Path:
        """Return the folder of a made-up corpus, with ``documents`` and ``gold``."""
        folder = self.work / f"corpus-{count}"
        if not folder.exists():
            half = folder.with_suffix(".part")
            rmtree(half, ignore_errors=True)
            self.job_once("corpus", half, count, SEED)
            half.rename(folder)
        return folder

    def graph(self, triples: int) -> Path:
        """Return a folder with the facts of a made-up corpus and their graph of about so many statements.

        ``facts.pickle`` holds the facts, ``graph.nq`` the graph, ``made.json`` how many statements it has and which
        program made it; another one makes it anew.
        """
        folder = self.work / f"graph-{triples}"
        made = folder / "made.json"
        if not made.exists() or json.loads(made.read_text("utf-8"))["program"] != program():
            rmtree(folder, ignore_errors=True)
            count = -(-triples // self.sizes["triples_per_document"])
            told = self.job_once("graph", self.corpus(count) / "documents", folder)
            made.write_text(json.dumps({**told, "program": program()}), "utf-8")
        return folder

    def stored(self, triples: int) -> Path:
        """Return a folder with that graph and its store on disk, as a build leaves them."""
        folder = self.graph(triples) / "stored"
        if not (folder / "graph" / "CURRENT").exists():
            rmtree(folder, ignore_errors=True)
            self.job_once("storing", self.graph(triples) / "graph.nq", folder)
        return folder

    def statements(self, triples: int) -> int:
        """Return how many statements that graph has."""
        return int(json.loads((self.graph(triples) / "made.json").read_text("utf-8"))["statements"])


def _middle(values: list[Any]) -> object:
    return median(values) if all(isinstance(value, int | float) for value in values) else values[0]
