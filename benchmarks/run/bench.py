"""What all measurements share: sizes, folders, the programs of ours and of the peers, and made-up inputs."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, Final

import yaml

from benchmarks.run.process import Cost, run

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT: Final = Path(__file__).resolve().parents[2]
"""The folder of the project."""
SEED: Final = 7
_PEERS: Final = ROOT / "benchmarks" / ".venv" / "bin" / "python"


class NotMeasuredError(Exception):
    """Why something could not be measured, in one line."""


@dataclass(frozen=True, slots=True)
class Told:
    """The medians of what a job told over its runs."""

    figures: Mapping[str, Any]
    peak: float
    cpu: float
    runs: int


@dataclass(frozen=True)
class Bench:
    """One run of the benchmark."""

    sizes: Mapping[str, Any]
    """An entry of ``sizes.yml``."""
    work: Path
    """Where inputs and outputs lie; inputs of an earlier run are used again."""

    @staticmethod
    def of(name: str, work: Path) -> Bench:
        """Return the benchmark with the sizes of this name, ``full`` or ``quick``."""
        sizes = yaml.safe_load((ROOT / "benchmarks" / "sizes.yml").read_text("utf-8"))
        work.mkdir(parents=True, exist_ok=True)
        return Bench(sizes[name], work)

    # --- running

    def command(self, *arguments: str | Path, limit: float | None = None) -> Cost:
        """Run ``reformgraph`` as a user does, with the code of this folder."""
        return self._run([sys.executable, "-m", "reformgraph", *map(str, arguments)], limit)

    def job(self, name: str, *arguments: object, peer: bool = False, limit: float | None = None) -> Told:
        """Run ``benchmarks.jobs.<name>``, or ``benchmarks.peers.<name>``, as often as is cheap.

        Raises:
            NotMeasuredError: if it fails, or takes longer than the limit.
        """
        if peer and not _PEERS.exists():
            raise NotMeasuredError("the peers are not installed: `make bench` does it where packages can be had")
        where = "peers" if peer else "jobs"
        python = str(_PEERS) if peer else sys.executable
        command = [python, "-m", f"benchmarks.{where}.{name}", *map(str, arguments)]
        costs = [self._checked(command, limit)]
        while len(costs) < self.sizes["repeats"] and costs[0].cpu < self.sizes["cheap"]:
            costs.append(self._checked(command, limit))
        told = [cost.told() for cost in costs]
        figures = {key: _middle([each[key] for each in told]) for key in told[0]}
        return Told(figures, median(c.peak for c in costs), median(c.cpu for c in costs), len(costs))

    def _checked(self, command: list[str], limit: float | None) -> Cost:
        cost = self._run(command, limit)
        if cost.stopped:
            raise NotMeasuredError(f"does not finish in {limit or self.sizes['limit']:g} s")
        if cost.status:
            raise NotMeasuredError(f"failed: {cost.complaint or f'status {cost.status}'}")
        return cost

    def _run(self, command: list[str], limit: float | None) -> Cost:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0"}
        return run(command, limit=limit or self.sizes["limit"], folder=ROOT, environment=environment)

    # --- options of the command line

    @cached_property
    def build_help(self) -> str:
        """What ``reformgraph build --help`` says: which options there are."""
        return self.command("build", "--help").output

    # --- inputs

    def corpus(self, count: int) -> Path:
        """Return the folder of a made-up corpus, with ``documents`` and ``gold``."""
        folder = self.work / f"corpus-{count}"
        if not folder.exists():
            self.job_once("corpus", folder, count, SEED)
        return folder

    def graph(self, triples: int) -> Path:
        """Return a folder with the facts of a made-up corpus and their graph of about so many statements.

        ``facts.pickle`` holds the facts, ``graph.nq`` the graph, ``made.json`` how many statements it has.
        """
        folder = self.work / f"graph-{triples}"
        if not (folder / "made.json").exists():
            count = -(-triples // self.sizes["triples_per_document"])
            self.job_once("graph", self.corpus(count) / "documents", folder)
        return folder

    def statements(self, triples: int) -> int:
        """Return how many statements that graph has."""
        return int(json.loads((self.graph(triples) / "made.json").read_text("utf-8"))["statements"])

    def job_once(self, name: str, *arguments: object) -> None:
        """Run a job that makes an input; raises NotMeasuredError if it fails."""
        command = [sys.executable, "-m", f"benchmarks.jobs.{name}", *map(str, arguments)]
        self._checked(command, self.sizes["limit"] * 2)


def _middle(values: list[Any]) -> object:
    return median(values) if all(isinstance(value, int | float) for value in values) else values[0]
