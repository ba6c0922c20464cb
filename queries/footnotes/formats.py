"""The forms in which footnotes can be written. Light, so that a command line can offer them."""

from __future__ import annotations

from typing import Final, Literal, get_args

NoteFormat = Literal["markdown", "csv", "bibtex", "csl-json"]
NOTE_FORMATS: Final[tuple[NoteFormat, ...]] = get_args(NoteFormat)
