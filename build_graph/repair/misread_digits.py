"""Letters in numbers, as readers of scans take digits for them: 2O25年, 1OO家, 20l9年."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from build_graph.repair.tracked import Tracked

KIND = "letters for digits"
_ZERO, _ONE = "OoОо〇○", "lI"
_LETTER = f"[{_ZERO}{_ONE}]"
_IN_NUMBER = re.compile(rf"{_LETTER}(?<=\d.)")
_NUMBER = re.compile(
    rf"(?<![A-Za-z0-9_./=?&-])(?=\d+{_LETTER})[\d{_ZERO}{_ONE}]+"
    rf"(?:(?<=\d)(?![A-Za-z_=?&/-])|(?<={_LETTER})(?=[年月日号个家项名所户元万亿千百余多%]))"
)
"""One that begins with a digit; what follows a letter at its end counts. Not H2O, 5G, addresses."""
_AS_DIGITS = str.maketrans(dict.fromkeys(_ZERO, "0") | dict.fromkeys(_ONE, "1"))


def restore_digits(text: Tracked) -> Tracked:
    """Make letters inside of numbers the digits that they look like."""
    if not _IN_NUMBER.search(text.text):
        return text  # nearly all
    return text.with_characters(KIND, _NUMBER.sub(lambda number: number[0].translate(_AS_DIGITS), text.text))
