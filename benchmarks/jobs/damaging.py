"""Write a graph with mistakes, so that validators find something: GRAPH FILE. The same ones each time.

Of a hundred statements one is left out, one gets the value of another one, one says that beside its own: an IRI for an
IRI, a number for a number. (Where a text stands for a number, pySHACL finds more than TopBraid and the gate: rdflib
compares the two, which SPARQL calls an error.)
"""

import sys
from collections import defaultdict
from pathlib import Path
from random import Random
from typing import Final

from benchmarks.clock import tell
from benchmarks.run.bench import SEED

_LEFT_OUT: Final = 0.01
_CHANGED: Final = 0.02
_DOUBLED: Final = 0.03
"""Chances, each with those before."""


def damaged(lines: list[str]) -> list[str]:
    """Return the lines of a graph with mistakes, each statement once."""
    random = Random(SEED)  # noqa: S311  (no secret hangs on it)
    values: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        value = _parts(line)[1]
        values[_kind(value)].append(value)
    found = []
    for line in lines:
        chance = random.random()
        head, value, tail = _parts(line)
        other = f"{head}{random.choice(values[_kind(value)])}{tail}"
        if chance >= _CHANGED:
            found.append(line)
        if _LEFT_OUT <= chance < _DOUBLED:
            found.append(other)
    return list(dict.fromkeys(found))


def _parts(line: str) -> tuple[str, str, str]:
    """Return a line as subject and predicate, value, and graph."""
    head = line.index(" ", line.index(" ") + 1) + 1
    tail = line.rindex(" <", 0, -3)
    return line[:head], line[head:tail], line[tail:]


def _kind(value: str) -> str:
    """Return the datatype or language of a literal, empty for an IRI."""
    return value[value.rindex('"') :] if value.startswith('"') else ""


if __name__ == "__main__":
    graph, target = map(Path, sys.argv[1:])
    target.parent.mkdir(parents=True, exist_ok=True)
    with graph.open(encoding="utf-8", newline="\n") as file:
        lines = damaged(list(file))
    target.write_text("".join(lines), "utf-8", newline="\n")
    tell(statements=len(lines))
