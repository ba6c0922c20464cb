"""The parts of the benchmark: each a module with ``measure(bench)``, which yields rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchmarks.parts import (
    accuracy,
    emitting,
    growth,
    incremental,
    loading,
    parallel,
    profile,
    questions,
    reading,
    start,
    validating,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from benchmarks.run.bench import Bench
    from benchmarks.run.results import Row

PARTS: Final[Mapping[str, Callable[[Bench], Iterator[Row]]]] = {
    module.__name__.rsplit(".", 1)[1]: module.measure
    for module in (
        start, reading, profile, accuracy, emitting, loading, questions, validating, parallel, incremental, growth,
    )
}  # fmt: skip
"""In the order in which they are run and told: what takes longest is last."""
