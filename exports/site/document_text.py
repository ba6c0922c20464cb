"""A source text as a page shows it: blocks, some folded away; in them runs, some lit; in them what was repaired."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from exports.site.readings import shares
from exports.site.segments import Stretch, segments
from exports.site.source_text import Ignored, LostDigits, Markup, Masked, Repair, Spelled, Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from exports.site.segments import Segment
    from exports.site.source_text import SourceText

_CONTROLS: Final = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\r"} | {0x7F: 0x2421}
"""Control characters -> their pictures: HTML cannot hold all of them, and none can be seen."""
_EMPTY_LINES: Final = re.compile(r"\s*\n")
_LOOKS: Final[tuple[tuple[type[Stretch], str], ...]] = (
    (Markup, "markup"),
    (Masked, "masked"),
    (Unreadable, "unreadable"),
    (LostDigits, "lost"),
)
"""How characters are shown, what hides most first."""


@dataclass(frozen=True, slots=True)
class Lit(Stretch):
    """A passage that a fact rests on."""


@dataclass(frozen=True, slots=True)
class _Beside(Stretch):
    """White space before or behind what is folded away: empty lines that parted it from the text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that are shown in one way."""

    raw: str
    look: str
    """``markup``, ``masked``, ``unreadable``, ``lost`` or nothing."""
    says: str | None
    """What they say, if that is not what stands there."""
    begins: bool
    """Whether the stretch that gives the look begins here."""

    @property
    def shown(self) -> str:
        """What stands there."""
        return visible(self.raw)


@dataclass(frozen=True, slots=True)
class Part:
    """Characters that were repaired together, or that were not repaired."""

    repair: Repair | None
    read: str
    """What is read here; of a repair that a passage cuts, this part's share."""
    begins: bool
    """Whether the repair begins here."""
    pieces: tuple[Piece, ...]

    @property
    def loses_digits(self) -> bool:
        """Whether a phrase that has lost a number begins here."""
        return any(piece.look == "lost" and piece.begins for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that lie in the same passages, or in none."""

    start: int
    end: int
    passage: Lit | None
    """The innermost passage."""
    beginning: tuple[Lit, ...]
    """The passages that begin here."""
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Characters that are shown, or folded away together."""

    folded: Mapping[str, int]
    """Reason -> how many characters are no part of the text for it; empty where nothing is."""
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class DocumentText:
    """A text with its passages. The characters of all pieces, one behind the other, are the text."""

    blocks: tuple[Block, ...]
    beyond: tuple[Lit, ...]
    """Passages that begin at the end of the text or, in somebody else's graph, behind it."""


def document_text(source: SourceText, passages: Iterable[tuple[int, int]]) -> DocumentText:
    """Return a text as a page shows it, with the passages at these characters lit."""
    lit = [Lit(*span) for span in sorted(set(passages))]
    beside = _beside(source.ignored, source.text)
    found = list(segments(len(source.text), (*source.stretches(), *beside, *lit)))
    cutter = _Cutter(source.text, lit)
    grouped = groupby(zip(_folded(found, source.text), found, strict=True), key=lambda each: each[0])
    blocks = tuple(cutter.block([segment for _, segment in group]) for _, group in grouped)
    return DocumentText(blocks, tuple(each for each in lit if each.start >= len(source.text)))


def quoted_text(quotes: Mapping[tuple[int, int], str]) -> DocumentText:
    """Return passages alone, a block each, of a text that is not there."""
    return DocumentText(tuple(_quoted(Lit(*span), quote) for span, quote in sorted(quotes.items())), ())


def _quoted(lit: Lit, quote: str) -> Block:
    part = Part(None, "", begins=False, pieces=(Piece(quote, "", None, begins=False),))
    return Block({}, (Run(lit.start, lit.end, lit, (lit,), (part,)),))


def visible(text: str) -> str:
    r"""Return a text with pictures in place of control characters.

    >>> visible("a\x1bb")
    'a␛b'
    """
    return text.translate(_CONTROLS)


def said(segment: Segment, text: str) -> str:
    """Return what is to be read in the characters of a segment, as they stood."""
    if segment.within(Markup):
        return ""
    spelled = segment.within(Spelled)
    return text[segment.start : segment.end] if spelled is None else _share(spelled, segment)


def _share(spelled: Spelled, segment: Segment) -> str:
    """Return what a part of a piece says: equally many raw characters say one; if they cannot, the first part all."""
    raw = spelled.end - spelled.start
    if raw % len(spelled.says):
        return spelled.says if segment.start == spelled.start else ""
    width = raw // len(spelled.says)
    start, end = (-(-(at - spelled.start) // width) for at in (segment.start, segment.end))
    return spelled.says[start:end]


def _beside(ignored: Iterable[Ignored], text: str) -> Iterator[_Beside]:
    for each in ignored:
        start = min(each.start, len(text))
        while start and text[start - 1].isspace():
            start -= 1
        lines = _EMPTY_LINES.match(text, each.end)
        yield from (_Beside(start, each.start), _Beside(each.end, lines.end() if lines else each.end))


def _folded(found: Sequence[Segment], text: str) -> list[bool]:
    """Tell which segments are folded away: what is no part of the text, white space beside it and between such."""
    folded: list[bool] = []
    blank: int | None = None
    for segment in found:
        if folds := bool(segment.within(Ignored) or segment.within(_Beside)):
            folded[len(folded) - (blank or 0) :] = [True] * (blank or 0)
            blank = 0
        elif said(segment, text).strip():
            blank = None
        elif blank is not None:
            blank += 1
        folded.append(folds)
    return folded


class _Cutter:
    """Cuts segments into blocks, runs, parts and pieces."""

    def __init__(self, text: str, lit: Sequence[Lit]) -> None:
        self._text = text
        self._cuts = sorted({cut for each in lit for cut in (each.start, each.end)})
        self._beginning: dict[int, list[Lit]] = {}
        for each in lit:
            self._beginning.setdefault(each.start, []).append(each)
        self._shared: tuple[Repair, list[int]] | None = None

    def block(self, found: Sequence[Segment]) -> Block:
        folded: dict[str, int] = {}
        for segment in found:
            if ignored := segment.within(Ignored):
                folded[ignored.reason] = folded.get(ignored.reason, 0) + segment.end - segment.start
        runs = groupby(found, key=lambda segment: bisect_right(self._cuts, segment.start))
        return Block(folded, tuple(self._run(list(group)) for _, group in runs))

    def _run(self, found: Sequence[Segment]) -> Run:
        start, end = found[0].start, found[-1].end
        parts = groupby(found, key=lambda segment: segment.within(Repair))
        return Run(
            start,
            end,
            found[0].within(Lit),
            tuple(self._beginning.get(start, ())),
            tuple(self._part(repair, list(group)) for repair, group in parts),
        )

    def _part(self, repair: Repair | None, found: Sequence[Segment]) -> Part:
        pieces = tuple(_joined(self._piece(segment) for segment in found))
        if repair is None:
            return Part(None, "", begins=False, pieces=pieces)
        start, end = found[0].start, found[-1].end
        read = repair.read if (start, end) == (repair.start, repair.end) else self._share(repair, start, end)
        return Part(repair, read, begins=start == repair.start, pieces=pieces)

    def _share(self, repair: Repair, start: int, end: int) -> str:
        if self._shared is None or self._shared[0] != repair:
            self._shared = repair, shares(self._text[repair.start : repair.end], repair.read)
        before = self._shared[1]
        return repair.read[before[start - repair.start] : before[end - repair.start]]

    def _piece(self, segment: Segment) -> Piece:
        raw, says = self._text[segment.start : segment.end], said(segment, self._text)
        look, begins = _look(segment)
        return Piece(raw, look, says if look != "markup" and says != raw else None, begins)


def _look(segment: Segment) -> tuple[str, bool]:
    """Return how a segment is shown, and whether the stretch that makes it so begins with it."""
    for kind, look in _LOOKS:
        if stretch := segment.within(kind):
            return look, stretch.start == segment.start
    return "", False


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield pieces, those that stand for themselves and follow one another as one."""
    for plain, group in groupby(pieces, key=lambda piece: not piece.look and piece.says is None):
        if plain:
            yield Piece("".join(piece.raw for piece in group), "", None, begins=False)
        else:
            yield from group
