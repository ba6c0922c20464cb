"""What a structure of tasks gives: places in the text, each with the name that it stands under."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.parse.reading import Reading
    from build_graph.parse.spans import Span


class TaskNode(NamedTuple):
    """A task or a heading of tasks, where the text names it."""

    span: Span
    rule: str
    parent: str | None = None
    ordinal: int | None = None
    responsible: tuple[str, ...] = ()
    """The bodies that the text makes responsible for it."""
    is_heading: bool = False
    """It carries tasks and is none itself."""


@dataclass(frozen=True, slots=True)
class Aspect:
    """A heading or lead, and the tasks below it."""

    span: Span
    ordinal: int | None
    tasks: tuple[Span, ...]
    rule: str
    is_task: bool = True

    def nodes(self, reading: Reading, parent: str | None = None) -> Iterator[TaskNode]:
        """Yield the aspect and the tasks below it, numbered in their order."""
        yield TaskNode(self.span, self.rule, parent, self.ordinal, is_heading=not self.is_task)
        readable = [span for span in self.tasks if reading.readable(span)]
        for number, span in enumerate(readable, 1):
            yield TaskNode(span, self.rule, reading.slice(self.span), number)
