"""Noise as pages have it: what reposting, scraping and bad decoding do to a text. For the tests only.

A kind of noise is a function of a text and a source of chance that returns edits: they can be applied, and every
character of the clean text keeps its way into the noisy one. Kinds compose: ``make_noisy(text, [a, b], seed)``.
"""

from __future__ import annotations

from tests.robustness.noise.characters import over_converted, sprinkled, traditional
from tests.robustness.noise.damaged_bytes import lost_bytes, split_characters, wrong_charset
from tests.robustness.noise.edits import Noise
from tests.robustness.noise.lines import broken_titles, clause_lines, joined_lines, lines_run_together, wrapped_lines
from tests.robustness.noise.markup import escaped_breaks, marks_of_notes, references, shown_breaks, tags
from tests.robustness.noise.readings import doubled_readings, toned_readings, toneless_readings
from tests.robustness.noise.surroundings import advertising, navigation, sidebars
from tests.robustness.noise.tables import (
    shifted_provinces,
    tables_as_pipes,
    tables_as_tabs,
    tables_cell_by_cell,
    tables_cell_by_cell_spaced,
    tables_in_one_line,
    tables_run_together,
)
from tests.robustness.noise.typesetting import (
    bullets,
    doubled_characters,
    doubled_commas,
    emoji,
    full_width,
    ideographic_spaces,
    letters_for_digits,
    other_brackets,
    other_quotation_marks,
    points,
    question_marks,
    radicals,
    slashes,
    spaces_in_words,
    spread_characters,
    stripped_digits,
)

KINDS: dict[str, tuple[Noise, ...]] = {
    "traditional": (traditional,),
    "over-converted": (over_converted,),
    "sprinkled traditional": (sprinkled,),
    "toned readings": (traditional, toned_readings),
    "toneless readings": (toneless_readings,),
    "doubled readings": (traditional, doubled_readings),
    "stripped digits": (stripped_digits,),
    "ideographic spaces": (ideographic_spaces,),
    "spaces in words": (spaces_in_words,),
    "question marks": (question_marks,),
    "lost bytes": (traditional, lost_bytes),
    "split characters": (split_characters,),
    "navigation": (navigation,),
    "sidebars": (sidebars,),
    "advertising": (advertising,),
    "doubled commas": (doubled_commas,),
    "full width": (full_width,),
    "emoji": (emoji,),
    "broken titles": (broken_titles,),
    "joined lines": (joined_lines,),
    "lines run together": (lines_run_together,),
    "wrapped lines": (wrapped_lines,),
    "references": (references,),
    "tags": (tags,),
    "escaped breaks": (escaped_breaks,),
    "wrong character set": (wrong_charset,),
    "other quotation marks": (other_quotation_marks,),
    "points": (points,),
    "spread characters": (spread_characters,),
    "clause lines": (clause_lines,),
    "radicals": (radicals,),
    "letters for digits": (letters_for_digits,),
    "doubled characters": (doubled_characters,),
    "bullets": (bullets,),
    "slashes": (slashes,),
    "other brackets": (other_brackets,),
    "marks of notes": (marks_of_notes,),
    "shown breaks": (shown_breaks,),
    "tables as pipes": (tables_as_pipes,),
    "tables as tabs": (tables_as_tabs,),
    "tables cell by cell": (tables_cell_by_cell,),
    "tables cell by cell, spaced": (tables_cell_by_cell_spaced,),
    "tables run together": (tables_run_together,),
    "tables in one line": (tables_in_one_line,),
    "shifted provinces": (shifted_provinces,),
    "a repost": (traditional, toned_readings, ideographic_spaces, navigation, advertising),
}
"""What a table of results calls each kind, and the noises that make it, in their order."""
