"""A table as HTML: headings, cells, a caption; of a long table the first and the last rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from queries.notebook.templates import render

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST: Final = 60
"""Rows of the longest table that is shown whole, as pandas does."""
ENDS: Final = 10
"""Rows that are shown of a longer one, at its beginning and at its end."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands over a column."""

    name: str
    """The name by which programs call the column."""
    chinese: str = ""
    """What it holds, in Chinese: shown below the name."""
    about: str = ""
    """What it holds, in English: shown where a pointer rests."""
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell."""

    text: str
    """Escaped, unless it is markup already (``markupsafe.Markup``)."""
    title: str = ""
    """Shown where a pointer rests."""
    address: str = ""
    """Where the text leads as a link."""
    language: str = ""
    """Language tag of the text, for fonts and screen readers."""
    is_number: bool = False


class Rows(Protocol):
    """Rows that are counted, and looked at one by one."""

    def __len__(self) -> int: ...
    def __getitem__(self, index: int, /) -> Sequence[Cell]: ...


def grid(headings: Sequence[Heading], rows: Rows, caption: Sequence[str]) -> str:
    """Return a table as HTML, with a caption of some lines above it."""
    first, last = shown(len(rows))
    return render(
        "grid",
        headings=headings,
        first=[rows[index] for index in first],
        last=[rows[index] for index in last],
        hidden=len(rows) - len(first) - len(last),
        caption=caption,
    )


def shown(number: int) -> tuple[range, range]:
    """Return which rows of a table of so many are shown: those at its beginning, and at its end if it is long.

    >>> shown(3), shown(1000)
    ((range(0, 3), range(3, 3)), (range(0, 10), range(990, 1000)))
    """
    return (range(number), range(number, number)) if number <= MOST else (range(ENDS), range(number - ENDS, number))


def counted(number: int) -> str:
    """Return a number of rows in words: ``1 row``, ``98 rows``."""
    return "1 row" if number == 1 else f"{number} rows"
