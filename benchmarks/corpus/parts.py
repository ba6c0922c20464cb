"""Text with the facts that it states: put together without losing where each stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    Value = str | int | float | bool | list[str] | None

Fact = Mapping[str, Any]
"""A fact of gold without its quotes."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text that states a fact."""

    start: int
    end: int
    fact: Fact


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a document."""

    text: str
    marks: tuple[Mark, ...] = ()

    def __str__(self) -> str:
        return self.text


def stating(text: str, /, **fact: Value) -> Part:
    """Return a text that states one fact as a whole."""
    return Part(text, (Mark(0, len(text), fact),))


def marked(part: Part, /, **fact: Value) -> Part:
    """Return a part that states one more fact, as a whole."""
    return Part(part.text, (*part.marks, Mark(0, len(part.text), fact)))


def optional(part: Part) -> Part:
    """Return a part with facts that are right, but that nobody is asked for."""
    return Part(part.text, tuple(Mark(m.start, m.end, {**m.fact, "status": "optional"}) for m in part.marks))


def joined(parts: Iterable[Part | str], between: str = "") -> Part:
    """Return parts one after the other, with ``between`` between them."""
    texts: list[str] = []
    marks: list[Mark] = []
    length = 0
    for part in parts:
        if texts and between:
            texts.append(between)
            length += len(between)
        if isinstance(part, Part):
            marks.extend(Mark(mark.start + length, mark.end + length, mark.fact) for mark in part.marks)
        text = str(part)
        texts.append(text)
        length += len(text)
    return Part("".join(texts), tuple(marks))
