"""The source text of a document as a build publishes it (``texts/*.json``), as typed stretches."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from exports.site.segments import Stretch

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Repair(Stretch):
    """What is read otherwise than it stands."""

    kinds: tuple[str, ...]
    read: str
    """The characters that are read there; none if the stretch is dropped."""
    guessed: bool
    """Whether some of them were chosen by language."""


@dataclass(frozen=True, slots=True)
class Ignored(Stretch):
    """What is no part of the text: boilerplate."""

    reason: str


@dataclass(frozen=True, slots=True)
class Markup(Stretch):
    """Tags of a page, braces of JSON: what is not to be read."""


@dataclass(frozen=True, slots=True)
class Spelled(Stretch):
    """What says something else than what stands there, such as ``&ldquo;``."""

    says: str


@dataclass(frozen=True, slots=True)
class LostDigits(Stretch):
    """A phrase that has lost a number."""


@dataclass(frozen=True, slots=True)
class Unreadable(Stretch):
    """What stayed damaged."""


@dataclass(frozen=True, slots=True)
class Masked(Stretch):
    """Personal data, each character of which is masked."""


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text as it stood, and what became of it. Everything is in the order of the text."""

    text: str
    repairs: tuple[Repair, ...]
    ignored: tuple[Ignored, ...]
    markup: tuple[Markup, ...]
    spelled: tuple[Spelled, ...]
    lost_digits: tuple[LostDigits, ...]
    unreadable: tuple[Unreadable, ...]
    masked: tuple[Masked, ...]

    def stretches(self) -> Iterator[Stretch]:
        """Yield all stretches."""
        return chain(
            self.repairs, self.ignored, self.markup, self.spelled, self.lost_digits, self.unreadable, self.masked
        )


def source_text(found: Mapping[str, Any]) -> SourceText:
    """Return the text of a document from the object that a build published for it."""
    content = found["content"]
    return SourceText(
        text=found["text"],
        repairs=tuple(
            Repair(each["start"], each["end"], tuple(each["kinds"]), each["read"], each.get("guessed", False))
            for each in found["repairs"]
        ),
        ignored=tuple(Ignored(each["start"], each["end"], each["reason"]) for each in found["ignored"]),
        markup=() if content is None else tuple(_markup(content, len(found["text"]))),
        spelled=tuple(Spelled(start, end, says[0]) for start, end, *says in content or () if says),
        lost_digits=tuple(LostDigits(*span) for span in found["lost_digits"]),
        unreadable=tuple(Unreadable(*span) for span in found["unreadable"]),
        masked=tuple(Masked(*span) for span in found["masked"]),
    )


def _markup(content: list[list[Any]], length: int) -> Iterator[Markup]:
    """Yield what no piece of the content covers."""
    at = 0
    for start, end, *_ in content:
        if at < start:
            yield Markup(at, start)
        at = end
    if at < length:
        yield Markup(at, length)
