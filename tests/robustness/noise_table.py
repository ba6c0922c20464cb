"""Print what each kind of noise costs: ``make noise``, or ``python -m tests.robustness.noise_table``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from statistics import mean

from build_graph.evaluate import json_facts, score
from tests.robustness.noise import KINDS
from tests.robustness.variants import gold, read, texts, variants

SEEDS = (1, 2, 3)


def clean_f1() -> dict[str, float]:
    """Return the F1 of each clean text."""
    golds = gold()
    return {name: score({name: golds[name]}, json_facts([read(name, text)])).micro.f1 for name, text in texts().items()}


def rows() -> Iterator[str]:
    """Yield one row for each kind: texts, mean F1 of the same texts without and with the noise, the fall, the worst."""
    clean = clean_f1()
    falls = []
    yield f"{'kind':<30}{'texts':>6}{'clean':>8}{'noisy':>8}{'fall':>8}  worst"
    for kind in KINDS:
        found = [(one.name, one.scores.micro.f1) for seed in SEEDS for one in variants(kind, seed)]
        before, after = mean(clean[name] for name, _ in found), mean(f1 for _, f1 in found)
        falls.append(before - after)
        number = len({name for name, _ in found})
        name, worst = min(found, key=lambda one: one[1] - clean[one[0]])
        yield f"{kind:<30}{number:>6}{before:>8.3f}{after:>8.3f}{before - after:>8.3f}  {name}: {clean[name] - worst:.2f}"
    yield f"{'mean':<30}{'':>6}{'':>8}{'':>8}{mean(falls):>8.3f}"


if __name__ == "__main__":
    for row in rows():
        sys.stdout.write(row + "\n")
