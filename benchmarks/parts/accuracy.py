"""How many of the known facts of the made-up corpus are read, and how many of those read are known."""

from __future__ import annotations

import json
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from benchmarks.run.results import OURS, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.run.bench import Bench

_DOCUMENTS: Final = 300


def measure(bench: Bench) -> Iterator[Row]:
    """Yield recall and precision of each kind of fact, and of all."""
    folder = bench.corpus(min(_DOCUMENTS, bench.sizes["corpus"]))
    with TemporaryDirectory() as work:
        file = f"{work}/figures.json"
        cost = bench.command("evaluate", folder / "gold", "--texts", folder / "documents", "--json", file, "--quiet")
        if cost.status:
            yield Row("accuracy", "all kinds", OURS, "", note=f"failed: {cost.complaint}")
            return
        with open(file, encoding="utf-8") as figures:  # noqa: PTH123
            told = json.load(figures)
    kinds = {each["kind"]: each for each in told["kinds"]} if isinstance(told["kinds"], list) else told["kinds"]
    for kind, score in {**kinds, "all kinds": told["micro"]}.items():
        note = f"{score['right']} right, {score['wrong']} wrong, {score['missed']} missed"
        for name in ("recall", "precision"):
            yield Row("accuracy", f"{kind}, {name}", OURS, "", score[name], note=note)
