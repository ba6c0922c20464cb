"""Who designates whom: agencies, programs, provinces and their pilot units, in four columns.

Columns instead of a cloud of points: every name is horizontal and none covers another, the layout is the same at every
run and needs no solver. Lines lead from agencies to programs, among programs, and from programs to provinces, the
thicker the more units. A unit bears the numbers of the programs that designate it.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, Final

from exports.data_files import table
from exports.pictures.canvas import render, words
from exports.pictures.labels import Box
from exports.pictures.lettering import LINE, width, wrap
from exports.pictures.ties import BETWEEN_PROGRAMS, FROM_AGENCIES, ties

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pyoxigraph import Store

    from exports.pictures.ties import Group, Place, Ties

WIDE: Final = 1130
LEFT: Final = 40
_TOP: Final = 150.0
_AGENCY: Final = (40.0, 200.0)
"""Left edge and width of the column of agencies; those of the others follow."""
_PROGRAM: Final = (330.0, 212.0)
_PROVINCE: Final = (640.0, 112.0)
_UNITS: Final = (760.0, 340.0)
_SIZE: Final = 13.0
_UNIT_SIZE: Final = 12.0
_UNIT_LINE: Final = 19.0
_MOST_LINES: Final = 6
"""Lines of units of a province; those for which there is no room are counted."""
_BADGE: Final = 14.0
"""Diameter of a program's number."""
_ROW_GAP: Final = 9.0
_NODE_GAP: Final = 14.0
_PAD: Final = 7.0


@dataclass(frozen=True, slots=True)
class Node:
    """An agency, a program or a province in its place."""

    lines: tuple[str, ...]
    box: Box
    number: int = 0
    """That of a program."""
    colour: str = "#55606a"

    @property
    def middle(self) -> float:
        """Height at which lines meet it."""
        return round(self.box.y + self.box.high / 2, 1)


@dataclass(frozen=True, slots=True)
class Entry:
    """A pilot unit in its place: the numbers of its programs, then its name."""

    name: str
    numbers: tuple[int, ...]
    box: Box

    @property
    def name_at(self) -> float:
        """Where its name begins."""
        return round(self.box.x + len(self.numbers) * (_BADGE + 1) + 3, 1)


@dataclass(frozen=True, slots=True)
class Line:
    """A line between two nodes."""

    kind: str
    path: str
    colour: str = "#55606a"
    wide: float = 1.2


def draw(store: Store, language: str) -> str:
    """Return the network as SVG text."""
    said, shown = words(language), ties(store, language)
    numbers = {program: index + 1 for index, program in enumerate(shown.programs)}
    provinces, entries, bottom = _province_rows(shown.groups, numbers, said)
    programs = _column([shown.names[node] for node in shown.programs], _PROGRAM, bottom)
    agencies = _column([shown.names[node] for node in shown.agencies], _AGENCY, bottom)
    at = dict(zip(shown.programs, _numbered(programs), strict=True))
    at |= dict(zip(shown.agencies, agencies, strict=True))
    lowest = max([bottom, *(node.box.y + node.box.high for node in (*programs, *agencies))])
    return render(
        "network",
        language,
        wide=WIDE,
        high=round(lowest + 70),
        left=LEFT,
        heads=_heads(said),
        lines=[*_relations(shown, at), *_designations(shown.groups, provinces, at)],
        programs=[at[node] for node in shown.programs],
        agencies=agencies,
        provinces=provinces,
        entries=entries,
        colours=_colours(),
        size=_SIZE,
        unit_size=_UNIT_SIZE,
        badge=_BADGE,
        bottom=round(lowest + 40, 1),
        counted=_counted(shown, said),
    )


def _province_rows(
    groups: Sequence[Group], numbers: Mapping[str, int], said: Mapping[str, str]
) -> tuple[list[Node], list[Entry], float]:
    """Return the provinces, their units set side by side in as many lines as they need, and where the last one ends."""
    provinces: list[Node] = []
    entries: list[Entry] = []
    top = _TOP
    for group in groups:
        placed = _set(group.places, numbers, said, top)
        bottom = placed[-1].box.y + _UNIT_LINE
        name = wrap(group.name or said["no_province"], _SIZE, _PROVINCE[1] - 8, 2)
        high = max(bottom - top, len(name) * _SIZE * LINE)
        provinces.append(Node(tuple(name), Box(_PROVINCE[0], top, _PROVINCE[1], high)))
        entries.extend(placed)
        top += high + _ROW_GAP
    return provinces, entries, top


def _set(places: Sequence[Place], numbers: Mapping[str, int], said: Mapping[str, str], top: float) -> list[Entry]:
    placed: list[Entry] = []
    left, room = _UNITS
    x, y = left, top
    for place in places:
        badges = tuple(sorted(numbers[program] for program in place.programs if program in numbers))
        space = room - len(badges) * (_BADGE + 1) - 3
        name = wrap(place.name or said["level_as_a_whole"], _UNIT_SIZE, space, 1)[0]
        wide = len(badges) * (_BADGE + 1) + 3 + width(name, _UNIT_SIZE)
        if x > left and x + wide > left + room:
            x, y = left, y + _UNIT_LINE
        if y >= top + _MOST_LINES * _UNIT_LINE:
            return _cut_off(placed, len(places), said)
        placed.append(Entry(name, badges, Box(x, y, wide, _UNIT_LINE)))
        x += wide + 12
    return placed


def _cut_off(placed: Sequence[Entry], total: int, said: Mapping[str, str]) -> list[Entry]:
    """Return the entries with the number of those left out as the last one, as many less as it takes the room of."""
    kept = list(placed)
    while True:
        last = kept.pop()
        more = said["more"].format(n=total - len(kept))
        wide = 3 + width(more, _UNIT_SIZE)
        if last.box.x + wide <= sum(_UNITS):
            return [*kept, Entry(more, (), Box(last.box.x, last.box.y, wide, _UNIT_LINE))]


def _column(names: Sequence[str], column: tuple[float, float], bottom: float) -> list[Node]:
    """Return names in boxes one below the other, spread over the height of the picture."""
    texts = [tuple(wrap(name, _SIZE, column[1] - 2 * _PAD - _BADGE - 6, 4)) for name in names]
    heights = [len(lines) * _SIZE * LINE + 2 * _PAD for lines in texts]
    spare = bottom - _TOP - sum(heights)
    gap = max(_NODE_GAP, spare / (len(names) + 1))
    nodes, top = [], _TOP + (gap if gap > _NODE_GAP else 0)
    for lines, high in zip(texts, heights, strict=True):
        nodes.append(Node(lines, Box(column[0], round(top, 1), column[1], round(high, 1))))
        top += high + gap
    return nodes


def _numbered(programs: Sequence[Node]) -> list[Node]:
    colours = _colours()
    return [Node(node.lines, node.box, index + 1, colours[index % len(colours)]) for index, node in enumerate(programs)]


def _relations(shown: Ties, at: Mapping[str, Node]) -> list[Line]:
    """Return the lines between programs, and from agencies to programs."""
    lines = []
    for source, relation, target in shown.relations:
        if relation in FROM_AGENCIES:
            lines.append(Line(relation, _curve(_AGENCY[0] + _AGENCY[1], at[target], _PROGRAM[0], at[source])))
        if relation in BETWEEN_PROGRAMS:
            lines.append(Line(relation, _bow(at[source].middle + 8, at[target].middle - 8, relation), wide=1.6))
    return lines


def _designations(groups: Sequence[Group], provinces: Sequence[Node], at: Mapping[str, Node]) -> list[Line]:
    """Return a line from each program to each province with units of it."""
    return [
        Line(
            "designates",
            _curve(_PROGRAM[0] + _PROGRAM[1], at[program], _PROVINCE[0], node),
            at[program].colour,
            round(1 + sqrt(number), 1),
        )
        for group, node in zip(groups, provinces, strict=True)
        for program, number in sorted(group.per_program.items())
        if program in at
    ]


def _bow(start: float, end: float, relation: str) -> str:
    """Return a line between two programs that bends to their left; an arrow says who implements whom."""
    edge = _PROGRAM[0]
    bend = round(edge - 26 - min(abs(end - start) / 14, 54), 1)
    head = f"M{edge - 7} {end - 4:.1f}L{edge} {end:.1f}L{edge - 7} {end + 4:.1f}" if relation == "implements" else ""
    return f"M{edge} {start:.1f}C{bend} {start:.1f} {bend} {end:.1f} {edge} {end:.1f}{head}"


def _curve(start: float, source: Node, end: float, target: Node) -> str:
    half = (start + end) / 2
    return f"M{start} {source.middle}C{half} {source.middle} {half} {target.middle} {end} {target.middle}"


def _heads(said: Mapping[str, str]) -> list[tuple[float, str]]:
    columns = (("agencies", _AGENCY), ("programs", _PROGRAM), ("provinces", _PROVINCE), ("units", _UNITS))
    return [(column[0], said[key]) for key, column in columns]


def _counted(shown: Ties, said: Mapping[str, str]) -> str:
    return said["network_counted"].format(
        agencies=len(shown.agencies),
        programs=len(shown.programs),
        provinces=sum(bool(group.name) for group in shown.groups),
        units=sum(len(place.programs) for group in shown.groups for place in group.places),
    )


def _colours() -> list[str]:
    return [row["colour"] for row in table("program_colours.tsv")]
