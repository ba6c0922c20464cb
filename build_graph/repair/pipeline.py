"""All repairs, in the order in which each finds what it needs.

Bytes come first: inserted readings tell where they broke. Radicals become characters before anything looks for
characters. Readings go before traditional characters, whose readings they are. Forms are unified before anything
looks at punctuation, cells or lines. What is no part of the text goes when all lines are whole; only then is it known
which ones are the title, and whether the text has any whole year, or has lost its digits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_graph.repair.boilerplate import cut_boilerplate
from build_graph.repair.broken_lines import join_broken_lists, join_broken_titles
from build_graph.repair.cells import drop_cell_question_marks
from build_graph.repair.doubled import drop_doubled
from build_graph.repair.forms import drop_emoji, drop_invisible, unify_line_breaks, unify_radicals, unify_widths
from build_graph.repair.lost_breaks import restore_line_breaks
from build_graph.repair.lost_digits import mark_lost_digits
from build_graph.repair.markup import drop_markdown, drop_notes, drop_tags, restore_escaped_breaks
from build_graph.repair.misread_digits import restore_digits
from build_graph.repair.mojibake import restore_bytes
from build_graph.repair.punctuation import drop_stutter, widen_punctuation
from build_graph.repair.readings import drop_readings
from build_graph.repair.recurring import fill_from_elsewhere
from build_graph.repair.run_together import part_rows
from build_graph.repair.scattered import gather_cells
from build_graph.repair.spacing import drop_spacing
from build_graph.repair.spread import join_spread
from build_graph.repair.tracked import Tracked
from build_graph.repair.traditional import simplify_traditional
from build_graph.repair.wrapped_lines import join_wrapped_lines

if TYPE_CHECKING:
    from build_graph.model import Content, Repaired

STEPS = (
    restore_bytes,
    fill_from_elsewhere,
    unify_radicals,
    join_spread,
    drop_doubled,
    drop_readings,
    simplify_traditional,
    unify_line_breaks,
    restore_escaped_breaks,
    drop_invisible,
    drop_tags,
    drop_markdown,
    drop_emoji,
    unify_widths,
    restore_digits,
    drop_notes,
    widen_punctuation,
    drop_stutter,
    restore_line_breaks,
    part_rows,
    join_wrapped_lines,
    drop_spacing,
    drop_cell_question_marks,
    gather_cells,
    cut_boilerplate,
    mark_lost_digits,
    join_broken_titles,
    join_broken_lists,
)


def repair(text: str, content: Content | None = None) -> Repaired:
    """Return ``text`` repaired, with the way back from each character to the raw ones.

    Of markup give the ``content`` too: it is what is repaired. Takes any text; raises nothing. What cannot be repaired
    stays visible or is marked as damaged.
    """
    tracked = Tracked.taken(content) if content else Tracked.raw(text)
    for step in STEPS:
        tracked = step(tracked)
    return tracked.repaired()
