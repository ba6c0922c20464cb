"""What is on the page and not in its text: menus, share bars, adverts, sidebars, notices, contact data, spam.

Every cut is reported. A line that is the name of a division, or a row of a table, always stays.
"""

from __future__ import annotations

from itertools import chain, groupby, pairwise
from typing import TYPE_CHECKING

from build_graph.repair.markers import marked_lines
from build_graph.repair.navigation import is_menu, navigation_lines
from build_graph.repair.page import lines_of
from build_graph.repair.sidebars import sidebar_lines
from build_graph.repair.teasers import cut_off_spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from build_graph.repair.page import Line
    from build_graph.repair.tracked import Span, Tracked

KIND = "boilerplate"
Cut = tuple["Span", str]


def cut_boilerplate(text: Tracked) -> Tracked:
    """Leave out what is no part of the text."""
    lines = lines_of(text.text)
    reasons = _reasons(lines)
    kept = [line for number, line in enumerate(lines) if number not in reasons]
    teasers = ((span, "teaser") for span in cut_off_spans(text.text, kept))
    cuts = sorted(chain(_whole_lines(lines, reasons), teasers))
    return text.cut(cuts).counted(KIND, len(cuts))


def _reasons(lines: Sequence[Line]) -> Mapping[int, str]:
    """Return why lines are to be left out, by their numbers."""
    found = [*sidebar_lines(lines), *navigation_lines(lines), *marked_lines(lines)]
    stay = frozenset(_always_stay(lines) if found else ())
    return {number: reason for number, reason in found if number not in stay}


def _always_stay(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the numbers of the lines that stay: names of divisions, rows that hold one, and rows in a table."""
    filled = [number for number, line in enumerate(lines) if line.text]
    rows = {number for number in filled if lines[number].is_table_row and not is_menu(lines[number].text)}
    yield from (number for number in filled if lines[number].is_division_name)
    yield from (number for number in rows if lines[number].names_division)
    yield from (number for pair in pairwise(filled) if rows.issuperset(pair) for number in pair)


def _whole_lines(lines: Sequence[Line], reasons: Mapping[int, str]) -> Iterator[Cut]:
    """Yield the cuts, one for lines with one reason that follow one another."""
    for reason, numbers in groupby(range(len(lines)), reasons.get):
        group = list(numbers)
        start, end = lines[group[0]].start, lines[group[-1]].end
        if reason is not None and start < end:  # the last line of a text may be empty
            yield (start, end), reason
