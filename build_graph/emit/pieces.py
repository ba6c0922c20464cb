r"""What a document with markup or escapes says, piece by piece, beside where the pieces stand in the raw text.

What no piece covers is markup. Most characters of a page stand for themselves, so a piece needs its text only where the
raw text spells it in another way: a reference (``&ldquo;``), an escape (``\u8bd5``), a line break made from a tag.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.model import Content

Piece = tuple[int, int] | tuple[int, int, str]
"""Raw span, and what it says if that is not what stands there. Each character of what it says stands for equally many
raw ones; where they cannot be shared out equally, all of them stand for all."""


@dataclass(slots=True)
class _Run:
    """Characters that are spelled in one way, one behind the other."""

    start: int
    end: int
    says: list[str]
    width: int
    """Raw characters that one of them stands for."""
    plain: bool
    """They stand for themselves."""

    def takes(self, start: int, end: int, *, plain: bool) -> bool:
        """Tell whether the next character belongs to the run."""
        alike = start == self.end and end - start == self.width and plain == self.plain
        return alike and len(self.says) * self.width == self.end - self.start

    def repeats(self, start: int, end: int) -> bool:
        """Tell whether the next character stands for the same raw ones as the only one of the run."""
        return (start, end) == (self.start, self.end) and not self.plain

    def piece(self) -> Piece:
        return (self.start, self.end) if self.plain else (self.start, self.end, "".join(self.says))


def pieces(raw: str, content: Content) -> Iterator[Piece]:
    """Yield the pieces of the content of a raw text, in its order. They do not overlap."""
    run: _Run | None = None
    for says, start, end in zip(content.text, content.starts, content.ends, strict=True):
        plain = raw[start:end] == says
        if run and (run.takes(start, end, plain=plain) or run.repeats(start, end)):
            run.end = end
            run.says.append(says)
            continue
        if run:
            yield run.piece()
        run = _Run(start, end, [says], end - start, plain)
    if run:
        yield run.piece()
