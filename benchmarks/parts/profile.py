"""Where the time of reading goes: the share of each module, and everything above 5 %."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchmarks.run.bench import NotMeasuredError
from benchmarks.run.results import OURS, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.run.bench import Bench

_DOCUMENTS: Final = 200
_LEAST: Final = 0.01


def measure(bench: Bench) -> Iterator[Row]:
    """Yield the share of modules in percent, the largest first, down to one percent; then of whole steps."""
    folder = bench.corpus(min(_DOCUMENTS, bench.sizes["corpus"])) / "documents"
    try:
        shares = bench.job("profile", folder).figures["shares"]
    except NotMeasuredError as error:
        yield Row("profile", "modules", OURS, "%", note=str(error))
        return
    for module, share in shares.items():
        if share >= _LEAST:
            yield Row("profile", module, OURS, "%", share * 100, note="more than 5 %" if share > 0.05 else "")
    steps: dict[str, float] = {}
    for module, share in shares.items():
        parts = module.split(".")
        step = ".".join(parts[:2]) if parts[0] == "build_graph" else parts[0]
        steps[step] = steps.get(step, 0) + share
    for step, share in sorted(steps.items(), key=lambda pair: -pair[1]):
        if share >= _LEAST:
            yield Row("profile", f"step {step}", OURS, "%", share * 100)
