"""Validating with all shapes, beside pySHACL and TopBraid, and whether all find the same."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, NamedTuple

from benchmarks.parts.attempt import attempt, skipped
from benchmarks.run.bench import ROOT
from benchmarks.run.results import OURS, Row, named, size_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from benchmarks.run.bench import Bench

_OTHERS: Final = {"pySHACL": "pyshacl", "TopBraid": "topbraid"}
"""Who else validates, and by which job."""
_STARTS: Final = {"pySHACL": "", "TopBraid": "; with the start of a Java machine"}


class _Given(NamedTuple):
    """A graph that is validated."""

    name: str
    graph: Path
    folder: Path
    """Of what other engines are given, and of what each finds."""
    statements: int


def measure(bench: Bench) -> Iterator[Row]:
    """Yield processor seconds for each graph, then in how many findings others differ from us, over all graphs.

    What somebody would not finish, as the graph before tells, is left out for him.
    """
    differing: dict[str, list[tuple[int, int]]] = {by: [] for by in _OTHERS}
    rates: dict[str, float] = {}
    for given in _graphs(bench):
        row, told = attempt(
            Row("validating", given.name, OURS, "s", note=size_of(given.statements)),
            lambda given=given: bench.job("validating", given.graph, given.folder / f"{OURS}.json"),  # type: ignore[misc]
            lambda found: float(found.figures["seconds"]),
        )
        yield row
        yield Row("validating", f"{given.name}, memory", OURS, "MB", row.peak, note=row.note)
        for by in _OTHERS:
            yield _other(bench, by, given, rates)
            if told and (given.folder / f"{by}.json").exists():
                differing[by].append((_differing(given.folder, by), int(told["findings"])))
    for by, found in differing.items():
        yield _agreement(by, found)


def _agreement(by: str, found: list[tuple[int, int]]) -> Row:
    measure = f"findings that differ from {by}'s"
    if not found:
        return skipped("validating", measure, OURS, "findings", "it finished nowhere")
    counts = ", ".join(f"{count:,}" for _, count in found)
    note = f"focus node, shape and severity, on {len(found)} graphs that have {counts} findings"
    return Row("validating", measure, OURS, "findings", sum(number for number, _ in found), note=note)


def _graphs(bench: Bench) -> Iterator[_Given]:
    """Yield the shipped documents' graph, a damaged one, and made-up ones of growing size."""
    shipped = bench.work / "graph-shipped"
    bench.job_once("graph", ROOT / "documents", shipped)
    yield _given(bench, "all shapes, the five documents", shipped / "graph.nq", shipped)
    size = bench.sizes["damaged"]
    damaged = bench.work / f"graph-{size}-damaged"
    bench.job_once("damaging", bench.graph(size) / "graph.nq", damaged / "graph.nq")
    yield _given(bench, f"all shapes, {named(size)} with mistakes", damaged / "graph.nq", damaged)
    for size in bench.sizes["validated"]:
        folder = bench.graph(size)
        yield _given(bench, f"all shapes, {named(size)}", folder / "graph.nq", folder)


def _given(bench: Bench, name: str, graph: Path, folder: Path) -> _Given:
    with graph.open("rb") as file:
        statements = sum(1 for _ in file)
    inputs = folder / "validated"
    bench.job_once("union", graph, inputs)
    for by in (OURS, *_OTHERS):
        (inputs / f"{by}.json").unlink(missing_ok=True)
    return _Given(name, graph, inputs, statements)


def _other(bench: Bench, by: str, given: _Given, rates: dict[str, float]) -> Row:
    limit = bench.sizes["peer_limit"]
    expected = rates.get(by, 0.0) * given.statements
    if expected > limit:
        about = f"at its rate before it would take about {expected:,.0f} s, the limit is {limit:,} s"
        why = "it was stopped at a smaller size" if expected == float("inf") else about
        return skipped("validating", given.name, by, "s", f"left out: {why}")
    job = _OTHERS[by]
    row, _ = attempt(
        Row("validating", given.name, by, "s", note=size_of(given.statements) + _STARTS[by]),
        lambda: bench.job(
            job, given.folder, given.folder / f"{by}.json", peer=job == "topbraid", limit=limit, once=True
        ),
        lambda found: float(found.figures["seconds"]),
    )
    rates[by] = float("inf") if row.value is None else row.value / given.statements
    return row


def _differing(folder: Path, by: str) -> int:
    left, right = (
        {tuple(each) for each in json.loads((folder / f"{who}.json").read_text("utf-8"))} for who in (OURS, by)
    )
    return len(left ^ right)
