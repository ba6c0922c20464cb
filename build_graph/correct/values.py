"""The values that attributes of facts can have: from the text in a file to the value, or why it will not do."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING, get_args

from build_graph.correct.errors import ValueRefused
from build_graph.extract.privacy import holds_personal_data
from build_graph.extract.programs.areas import known_areas
from build_graph.model import Comparator, DiscrepancyType, GoalKind, Level, ProgramEvent, Relation, Tier
from build_graph.places import Gazetteer

if TYPE_CHECKING:
    from collections.abc import Collection

    from build_graph.correct.entry import Setting
    from build_graph.correct.yaml_text import Plain

Reader = Callable[["Plain"], "Setting"]

_NOTHING = {"", "null", "~"}
_TRUTHS = {"true": True, "yes": True, "false": False, "no": False}
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
CORPS = "新疆生产建设兵团"
"""A document can give it for a unit as it gives a province."""


def near(word: str, known: Collection[str]) -> str:
    """Return advice: the known words, and which of them may be meant."""
    close = get_close_matches(word, known, n=1, cutoff=0.5)
    listed = ", ".join(known)
    return f"did you mean {close[0]}? Known are {listed}" if close else f"known are {listed}"


def text(value: Plain) -> str:
    """Read words that stand on one line."""
    if not isinstance(value, str):
        raise ValueRefused("is no text; write words")
    words = value.strip()
    if words in _NOTHING:
        raise ValueRefused("is empty; write words")
    if len(words.splitlines()) > 1:
        raise ValueRefused("has a line break in it; write it on one line")
    if holds_personal_data(words):
        raise ValueRefused("holds a telephone number or an address, which is never published; leave it out")
    return words


def texts(value: Plain) -> tuple[str, ...]:
    """Read a list of words; a single one may stand without brackets."""
    return tuple(text(item) for item in value) if isinstance(value, list) else (text(value),)


def truth(value: Plain) -> bool:
    """Read true or false."""
    found = _TRUTHS.get(value.lower()) if isinstance(value, str) else None
    if found is None:
        raise ValueRefused("is neither true nor false")
    return found


def ordinal(value: Plain) -> int:
    """Read a number in a list, counted from one."""
    words = text(value)
    if not re.fullmatch(r"[1-9]\d{0,5}", words):
        raise ValueRefused(f"is {words!r}; write 1, 2, 3 …")
    return int(words)


def amount(value: Plain) -> float | tuple[float, float]:
    """Read a number, or the two ends of a range in brackets."""
    if not isinstance(value, list):
        return _number(value)
    if len(value) != 2:
        raise ValueRefused("is a list; a range has two ends: [60, 70]")
    low, high = _number(value[0]), _number(value[1])
    if low > high:
        raise ValueRefused(f"is the range [{low}, {high}]; the lower end comes first")
    return low, high


def _number(value: Plain) -> float:
    words = text(value).replace(",", "")
    if not _NUMBER.fullmatch(words):
        raise ValueRefused(f"is {words!r}; write a number (30, 12.5) or a range ([60, 70])")
    return float(words) if "." in words else int(words)


def iso_date(value: Plain) -> str:
    """Read a year, a month of a year or a day."""
    words = text(value)
    if _DATE.fullmatch(words):
        parts = [int(part) for part in words.split("-")]
        try:
            date(*[*parts, 1, 1][:3])
        except ValueError as error:
            raise ValueRefused(f"is {words!r}, which no calendar has") from error
        return words
    raise ValueRefused(f"is {words!r}; write 2025, 2025-06 or 2025-06-30")


def code(value: Plain) -> str:
    """Read a code of GB/T 2260."""
    words = text(value)
    if not re.fullmatch(r"\d{6}", words):
        raise ValueRefused(f"is {words!r}; write the six digits of GB/T 2260 (`reformgraph place NAME` shows them)")
    return words


def province(value: Plain) -> str:
    """Read the full name of a province, or of the Production and Construction Corps."""
    words = text(value)
    known = [*(place.name for place in Gazetteer.shipped().provinces()), CORPS]
    if words not in known:
        close = [name for name in known if name.startswith(words)] or get_close_matches(words, known, n=1)
        advice = f"did you mean {close[0]}?" if close else "write its full name, as 河北省"
        raise ValueRefused(f"is {words!r}, which is no province: {advice}")
    return words


def one_of(known: Collection[str]) -> Reader:
    """Return the reader of a word out of a list."""

    def read(value: Plain) -> Setting:
        words = text(value)
        if words not in known:
            raise ValueRefused(f"is {words!r}: {near(words, known)}")
        return words

    return read


def optional(reader: Reader) -> Reader:
    """Return a reader that also takes null (or nothing) for what is not known."""

    def read(value: Plain) -> Setting:
        return None if isinstance(value, str) and value.strip() in _NOTHING else reader(value)

    return read


_COMPARATORS = {
    "≥": ">=",
    "≤": "<=",
    "at-least": ">=",
    "at-most": "<=",
    "equal": "=",
    "more-than": ">",
    "less-than": "<",
}
"""Other ways to write them; YAML wants quotation marks around the signs."""


def comparator(value: Plain) -> Setting:
    """Read how a value is compared."""
    return one_of(get_args(Comparator))(_COMPARATORS.get(value, value) if isinstance(value, str) else value)


def areas(value: Plain) -> tuple[str, ...]:
    """Read policy areas, concepts of the list policy-area."""
    reader = one_of(known_areas())
    return tuple(str(reader(item)) for item in (value if isinstance(value, list) else [value]))


level = one_of(get_args(Level))
goal_kind = one_of(get_args(GoalKind))
relation = one_of(get_args(Relation))
tier = one_of(get_args(Tier))
event = one_of(get_args(ProgramEvent))
discrepancy_type = one_of(get_args(DiscrepancyType))
