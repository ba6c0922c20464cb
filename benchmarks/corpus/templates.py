"""Sentences with slots and marks, as ``data/sentences.yml`` holds them.

``到{year}年底，<1|{thing}达到{percent}%以上>。`` has three slots and a mark. The facts of a sentence name their mark; a
value may hold slots of the sentence; ``value`` itself is a number if it is nothing but a slot that holds one. Facts of
kinds that go by their text have the marked stretch as text, unless they give another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from benchmarks.corpus.parts import Mark, Part
from benchmarks.corpus.words import data

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from benchmarks.corpus.parts import Fact

    Value = str | int | Part
    Slots = Callable[[str], Value]

_TOKEN: Final = re.compile(r"\{(\w+)\}|<(\d)\||>")
_SLOT: Final = re.compile(r"\{(\w+)\}")
_BY_TEXT: Final = frozenset({"goal", "condition", "task"})


@dataclass(frozen=True, slots=True)
class Template:
    """A sentence: texts, ``("slot", name)``, and the borders of marks, ``("open", number)`` and ``("close", "")``."""

    pieces: tuple[str | tuple[str, str], ...]
    facts: tuple[tuple[str, Fact], ...]
    """Number of a mark, and a fact that it states."""

    def fill(self, slots: Slots) -> Part:
        """Return the sentence with its slots filled; a slot that is met again is filled as before."""
        known: dict[str, Value] = {}

        def filled(name: str) -> Value:
            if name not in known:
                known[name] = slots(name)
            return known[name]

        texts: list[str] = []
        marks: list[Mark] = []
        opened: list[tuple[str, int]] = []
        spans: dict[str, tuple[int, int]] = {}
        length = 0
        for piece in self.pieces:
            if isinstance(piece, str):
                text = piece
            elif piece[0] == "open":
                opened.append((piece[1], length))
                continue
            elif piece[0] == "close":
                number, start = opened.pop()
                spans[number] = (start, length)
                continue
            else:
                value = filled(piece[1])
                text = str(value)
                if isinstance(value, Part):
                    marks.extend(Mark(mark.start + length, mark.end + length, mark.fact) for mark in value.marks)
            texts.append(text)
            length += len(text)
        whole = "".join(texts)
        marks.extend(_stated(self.facts, spans, whole, filled))
        return Part(whole, tuple(marks))


def _stated(
    facts: Sequence[tuple[str, Fact]], spans: Mapping[str, tuple[int, int]], text: str, slots: Slots
) -> Iterator[Mark]:
    for number, fact in facts:
        start, end = spans[number]
        said: dict[str, Any] = {key: _value(value, slots, number=key == "value") for key, value in fact.items()}
        if said["kind"] in _BY_TEXT:
            said.setdefault("text", text[start:end])
        yield Mark(start, end, said)


def _value(value: object, slots: Slots, *, number: bool) -> object:
    if not isinstance(value, str) or "{" not in value:
        return value
    alone = _SLOT.fullmatch(value)
    if alone and number:
        return slots(alone[1])
    return _SLOT.sub(lambda found: str(slots(found[1])), value)


def parsed(text: str, facts: Sequence[Fact] = ()) -> Template:
    """Return the template of a text."""
    pieces: list[str | tuple[str, str]] = []
    at = 0
    for token in _TOKEN.finditer(text):
        if token.start() > at:
            pieces.append(text[at : token.start()])
        if token[1]:
            pieces.append(("slot", token[1]))
        else:
            pieces.append(("open", token[2]) if token[2] else ("close", ""))
        at = token.end()
    if at < len(text):
        pieces.append(text[at:])
    stated = tuple((str(fact["mark"]), {key: fact[key] for key in fact if key != "mark"}) for fact in facts)
    return Template(tuple(pieces), stated)


def _pools() -> dict[str, tuple[Template, ...]]:
    return {name: tuple(_entry(each) for each in pool) for name, pool in data("sentences").items()}


def _entry(entry: str | Mapping[str, Any]) -> Template:
    return parsed(entry) if isinstance(entry, str) else parsed(entry["text"], entry["facts"])


POOLS: Final[Mapping[str, tuple[Template, ...]]] = _pools()
"""The sentences that can stand in one place of a document, by its name."""
