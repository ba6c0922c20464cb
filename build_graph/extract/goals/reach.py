"""How far a date governs: further sentences of its paragraph, the items below it, or the text that it heads.

到2025年，A。 （一）B达到90%。: in a section of goals a date holds for what stands below, if it is the only one.
到2025年，A。其中，B改造300户。 到2025年，A。B基本建成…。 2025年将A。B将…。: elsewhere it holds for the sentences that
go on with it.
（一）2025年6月底前 / 开展…: a line that is nothing but a date heads what follows.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from build_graph.parse.spans import Span
from build_graph.tables import either

if TYPE_CHECKING:
    from build_graph.extract.goals.dates import Due
    from build_graph.parse.reading import Reading

_MOST_LINES = 4
"""So many lines go on at most below a date in a line of its own."""
_OF_THESE = re.compile(r"其中，|[^，。]{0,4}这[^，。]{1,12}中，")
"""全省这50万户中，甲市改造…: a part of what the sentence before sets."""


class Governing(NamedTuple):
    """A date, the text over which it holds, and how it was said."""

    due: Due
    span: Span
    is_of_goals: bool
    """It holds for all of its text; else only for sentences that go on with it."""
    is_heading: bool
    """Nothing but the date was said: the next sentence has its head clause."""


@cache
def _cue(kind: str) -> re.Pattern[str]:
    return re.compile(either(__package__, "goal_words", kind))


def governing(
    reading: Reading, sentence: Span, due: Due, kind: str, before: Governing | None, *, is_bare: bool
) -> Governing | None:
    """Return what the last date of a sentence governs behind it; ``before``: what governed until there."""
    line_end = reading.line_end(sentence)
    if is_bare and due.is_limit and sentence.end >= line_end - 1:
        lines_end = _end_of_lines(reading, sentence, line_end)
        if lines_end is not None:
            return Governing(due, Span(sentence.start, lines_end), True, True)
        return Governing(due, Span(sentence.start, _section_end(reading, sentence)), kind == "goal", True)
    if kind == "goal":
        end = line_end if _is_second(before, due, line_end) else _end_below(reading, sentence)
        return Governing(due, Span(sentence.start, end), True, False)
    if due.is_limit or _cue("to_come").search(reading.text, due.end, sentence.end):
        return Governing(due, Span(sentence.start, line_end), False, False)
    return None


def _is_second(before: Governing | None, due: Due, line_end: int) -> bool:
    """Tell whether a date is another one than that of the section in which it stands."""
    return before is not None and before.is_of_goals and before.span.end > line_end and before.due.iso != due.iso


def governs(reading: Reading, governing: Governing, sentence: Span) -> bool:
    """Tell whether a date before a sentence, no further away than the line above, holds for it."""
    if governing.is_of_goals or governing.is_heading:
        return governing.span.overlaps(sentence)
    text = reading.slice(sentence)
    if _cue("reported").search(text) or _cue("reached").search(text) or _cue("past").search(text):
        return False
    if _OF_THESE.match(text):
        return True
    goes_on = "goes_on" if governing.due.is_limit else "to_come"
    return governing.span.overlaps(sentence) and _cue(goes_on).search(text) is not None


def _end_of_lines(reading: Reading, sentence: Span, line_end: int) -> int | None:
    """Where the lines end that go on below a date in a line of its own, one clause each; None if it heads a section.

    到2030年底 / 10个试点县都要建成… / 农户全部…: texts for small screens are written so.
    """
    section = reading.section_at(sentence)
    if (
        section is None
        or section.body
        or not _cue("modal").search(reading.text, line_end, _next_end(reading, line_end))
    ):
        return None
    end = line_end
    for _ in range(_MOST_LINES):
        below = _next_end(reading, end)
        line = reading.text[end:below].strip()
        if not line:
            break
        end = below
        if line.endswith("。"):
            break
    return end


def _next_end(reading: Reading, line_end: int) -> int:
    """Where the line behind another one ends."""
    end = reading.text.find("\n", line_end + 1)
    return len(reading.text) if end < 0 else end


def _section_end(reading: Reading, sentence: Span) -> int:
    section = reading.section_at(sentence)
    return section.body[-1].end if section is not None and section.body else reading.line_end(sentence)


def _end_below(reading: Reading, sentence: Span) -> int:
    """Where the section of a sentence ends, with all that is numbered below its heading."""
    section = reading.section_at(sentence)
    end = reading.line_end(sentence)
    if section is None or section.heading is None:
        return end
    for below in islice(reading.sections, reading.section_number(sentence), None):
        if below is not section and section.heading not in below.parents:
            break
        end = max((end, *(span.end for span in below.body)))
    return end
