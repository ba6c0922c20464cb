"""Validating with all shapes, beside pySHACL alone, and whether both find the same."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from benchmarks.parts.attempt import attempt
from benchmarks.run.results import OURS, Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from benchmarks.run.bench import Bench

_JOBS: Final = {OURS: "validating", "pySHACL": "pyshacl"}
"""Who validates, and by which job."""


def measure(bench: Bench) -> Iterator[Row]:
    """Yield processor seconds for each size; once somebody does not finish, larger sizes are left out."""
    given_up: dict[str, str] = {}
    for size in bench.sizes["validated"]:
        name = f"all shapes, {size // 1_000_000} million" if size >= 1_000_000 else f"all shapes, {size:,}"
        files = {by: bench.work / f"findings-{by}-{size}.json" for by in _JOBS}
        for by in _JOBS:
            yield from _validated(bench, by, size, name, files, given_up)


def _validated(
    bench: Bench, by: str, size: int, name: str, files: Mapping[str, Path], given_up: dict[str, str]
) -> Iterator[Row]:
    """Yield the figures of one validator on one graph; note in ``given_up`` whether it does not finish."""
    if by in given_up:
        yield Row("validating", name, by, "s", note=given_up[by])
        return
    some = f"{bench.statements(size):,} statements"
    row, told = attempt(
        Row("validating", name, by, "s", note=some),
        lambda: bench.job(_JOBS[by], bench.graph(size), files[by]),
        lambda found: float(found.figures["seconds"]),
    )
    yield row
    if row.value is None:
        given_up[by] = f"not tried: at a smaller size it {row.note}"
    elif by == OURS:
        yield Row("validating", f"{name}, memory", OURS, "MB", row.peak, note=some)
    elif files[OURS].exists():
        note = f"{some}, {told['findings']:g} findings (focus node, shape, severity)"
        differing = _differing(files[OURS], files[by])
        yield Row("validating", "findings that differ from pySHACL's", OURS, "findings", differing, note=note)


def _differing(one: Path, other: Path) -> int:
    left, right = ({tuple(each) for each in json.loads(file.read_text("utf-8"))} for file in (one, other))
    return len(left ^ right)
