"""The forms in which an answer can be written. Light, so that a command line can offer them."""

from __future__ import annotations

from typing import Final, Literal, get_args

Format = Literal["table", "csv", "json", "turtle"]
FORMATS: Final[tuple[Format, ...]] = get_args(Format)
