"""Lines that have each character twice (关关于于开开展展试试点点): PDF prints bold ones twice, its text keeps both."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_graph.repair.page import HAN
from build_graph.repair.tracked import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from build_graph.repair.tracked import Tracked

KIND = "doubled characters"
_TWICE = re.compile(r"(.)\1(.)\2(.)\3")
_PAIRS = r"(?:(\S)\1[ \t]?)"
_RUN = re.compile(rf"{_PAIRS}{{5,}}")
_LINE = re.compile(rf"^[ \t]*{_PAIRS}+$", re.MULTILINE)
_PAIR = re.compile(r"(\S)\1")
_CHARACTER = re.compile(rf"[{HAN}]")
_FEWEST = 5  # different Chinese characters of a run: 家家户户 and 干干净净 are words


def drop_doubled(text: Tracked) -> Tracked:
    """Drop the second one of the characters of runs that have all of them twice, and of lines, where there are such."""
    written = text.text
    runs = list(_RUN.finditer(written)) if _TWICE.search(written) else []
    bold = {run.span() for run in runs if len(set(_CHARACTER.findall(run[0]))) >= _FEWEST}
    if not bold:
        return text  # nearly all
    lines = (line.span() for line in _LINE.finditer(written) if _CHARACTER.search(line[0]))
    return text.repair(KIND, _second_ones(written, sorted(bold.union(lines))))


def _second_ones(text: str, stretches: Iterable[tuple[int, int]]) -> Iterator[Edit]:
    end = 0
    for start, stop in stretches:
        for pair in _PAIR.finditer(text, max(start, end), stop):
            yield Edit(pair.start() + 1, pair.end())
        end = max(end, stop)
