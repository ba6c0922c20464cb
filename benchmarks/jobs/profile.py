"""Which module of the reader takes how much of the time: FOLDER. Prints a share for each module, summing to 1.

What the standard library and other libraries do is the time of the module that called them, in proportion to its
calls. A profiler makes small functions dearer than they are; the shares are for finding what to look at.
"""

import cProfile
import pstats
import sys
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.clock import tell
from benchmarks.run.bench import ROOT
from build_graph.pipeline import read_facts

_Function = tuple[str, int, str]


def shares(stats: dict[_Function, Any]) -> dict[str, float]:
    """Return the share of each module of ours in the time of a profile, as ``pstats`` keeps it."""

    @cache
    def owners(function: _Function) -> tuple[tuple[str, float], ...]:
        """Whose time that of a function is: modules with their parts of it."""
        module = _module(function[0])
        if module or function in open_functions:
            return ((module, 1.0),) if module else ()
        open_functions.add(function)
        callers = stats[function][4]
        total = sum(own for _, _, own, _ in callers.values()) or 1.0
        parts: dict[str, float] = defaultdict(float)
        for caller, (_, _, own, _) in callers.items():
            for name, part in owners(caller):
                parts[name] += part * own / total
        open_functions.discard(function)
        return tuple(parts.items())

    open_functions: set[_Function] = set()
    time: dict[str, float] = defaultdict(float)
    for function, (_, _, own, _, _) in stats.items():
        for name, part in owners(function):
            time[name] += part * own
    total = sum(time.values())
    return {name: value / total for name, value in sorted(time.items(), key=lambda pair: -pair[1])}


def _module(file: str) -> str:
    """Return the name of a module of ours, empty for others."""
    path = Path(file)
    inside = path.is_absolute() and path.is_relative_to(ROOT) and ".venv" not in path.parts
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") if inside else ""


def _fail(error: Exception) -> None:
    raise error


if __name__ == "__main__":
    files = sorted(Path(sys.argv[1]).glob("*.txt"))
    list(read_facts(files[:1], on_error=_fail))
    profiler = cProfile.Profile()
    profiler.runcall(lambda: list(read_facts(files, on_error=_fail)))
    tell(shares=shares(pstats.Stats(profiler).stats))  # type: ignore[attr-defined]
