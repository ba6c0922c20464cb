"""What ten million and a billion pages would cost, computed from the figures of one run; docs/large.md explains it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from benchmarks.run.results import OURS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.run.results import Row

PAGES: Final = (10**7, 10**9)
_HTML: Final = 0.06
"""MB of HTML a page."""
_RATES: Final = {
    "reading: web pages of 60 KB": "read, as HTML of 60 KB a page",
    "emitting: reconciling": "add up what all mention",
    "emitting: facts to N-Quads": "write N-Quads",
    "validating: all shapes, 1 million": "validate",
    "emitting: N-Quads to Turtle": "write Turtle",
    "emitting: N-Quads to TriG": "write TriG",
    "emitting: N-Quads to JSON-LD": "write JSON-LD",
    "loading: on disk": "load the store",
}
"""What is measured -> the stage that it is the rate of."""


def paper(rows: Sequence[Row]) -> dict[str, Any] | None:
    """Return the tables of costs on paper; None if what they are computed from was not measured.

    ``stages``: core hours of each; ``sizes``: other quantities. Each line has its name, the measured rate, and a text
    for each number of ``PAGES``.
    """
    known = {row.name: row for row in rows if row.by == OURS and row.value is not None}
    if not {*_RATES, "growth: statements a document"} <= known.keys():
        return None
    statements = known["growth: statements a document"].value or 0.0
    stages, total = [], 0.0
    for name, stage in _RATES.items():
        seconds = _seconds_a_page(known[name], statements)
        total += seconds
        stages.append(_line(stage, f"{known[name].value:.3g} {_unit(known[name])}", seconds / 3600))
    stages.append(_line("all stages", f"{total * 1000:.3g} ms a page", total / 3600))
    whole = _largest(known)
    if whole:
        count, row = whole
        seconds = (row.value or 0.0) / count
        rate = f"{seconds * 1000:.3g} ms a document of plain text"
        stages.append(_line(f"for comparison: the whole build of {count:,} documents", rate, seconds / 3600))
    return {"pages": [f"{count:,}" for count in PAGES], "stages": stages, "sizes": list(_sizes(known, statements))}


def _seconds_a_page(row: Row, statements: float) -> float:
    value = row.value or 0.0
    if row.unit == "MB/s":
        return _HTML / value
    return value * statements / 1e6


def _unit(row: Row) -> str:
    return row.unit if row.unit != "s" else "s per million"


def _sizes(known: dict[str, Row], statements: float) -> Iterator[dict[str, Any]]:
    yield _line("statements", f"{statements:.0f} a document", statements)
    if disk := known.get("growth: disk a statement"):
        terabytes = (disk.value or 0.0) * statements / 1e12
        yield _line("disk, all syntaxes and the store, TB", f"{disk.value:.0f} bytes a statement", terabytes)
    yield _line("HTML to be read, TB", f"{_HTML * 1000:.0f} KB a page (assumed)", _HTML / 1e6)
    if memory := known.get("growth: memory that a document more takes"):
        yield _line(
            "memory of the coordinating process, GB", f"{memory.value:.2g} KB a document", (memory.value or 0.0) / 1e6
        )


def _largest(known: dict[str, Row]) -> tuple[int, Row] | None:
    found = [
        (int(row.measure.split(" ")[0].replace(",", "")), row)
        for row in known.values()
        if row.part == "growth" and row.measure.endswith(" documents")
    ]
    return max(found, default=None, key=lambda pair: pair[0])


def _line(name: str, rate: str, each: float) -> dict[str, Any]:
    return {"name": name, "rate": rate, "figures": [_rounded(each * count) for count in PAGES]}


def _rounded(value: float) -> str:
    """Return two figures of a number: more would be made up."""
    return f"{float(f'{value:.2g}'):,.4g}" if value < 1000 else f"{float(f'{value:.2g}'):,.0f}"
