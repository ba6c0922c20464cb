"""What a document says of a program's life: its batches and level, a new name, and whether it begins, grows or ends.

Nothing is concluded: a document that says none of it leaves it unknown.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, cast

from build_graph.extract.programs.areas import policy_areas
from build_graph.extract.programs.naming import BATCH, unique
from build_graph.tables import either, table

if TYPE_CHECKING:
    from build_graph.extract.programs import Programs
    from build_graph.model import Program, ProgramEvent, Tier
    from build_graph.parse.reading import Reading

_REACH = 12  # code points before or behind a name among which its batch or level stands
_BATCH = re.compile(BATCH)
_CLAUSE_MARKS = re.compile(r"[，。；：\n]")
_SENTENCE_MARKS = re.compile(r"[。；\n]")
_RENAMED = re.compile(r"(?:更名|改名|改称|调整)为“?(?P<name>[\w]{4,24})”?")


def with_history(reading: Reading, programs: Programs) -> Programs:
    """Return the programs with what the document says of their lives."""
    return replace(programs, found=tuple(_of_program(reading, programs, program) for program in programs.found))


def _of_program(reading: Reading, programs: Programs, program: Program) -> Program:
    around = [_around(reading, mention.span.start, mention.span.end) for mention in programs.of(program)]
    later = _later_name(reading, programs, program)
    aliases = unique([*program.aliases, *([later] if later else [])])
    return replace(
        program,
        aliases=aliases,
        batches=unique(batch for text in around for batch in _BATCH.findall(text)),
        tier=_tier(reading, programs, program),
        later_name=later,
        event=_event(reading, programs, program),
        areas=policy_areas([program.name, *aliases]),
    )


def _tier(reading: Reading, programs: Programs, program: Program) -> Tier | None:
    """The level that stands right before the name, or with which the name begins: 国家级X试点."""
    every = _words_of_tiers()
    for mention in programs.of(program):
        before = reading.text[max(0, mention.span.start - _REACH) : mention.span.start]
        if not (before.endswith(every) or mention.name.startswith(every)):
            continue  # most names
        for row in table(__package__, "tiers"):
            if before.endswith(row["word"]) or mention.name.startswith(row["word"]):
                return cast("Tier", row["tier"])
    return None


@cache
def _words_of_tiers() -> tuple[str, ...]:
    return tuple(row["word"] for row in table(__package__, "tiers"))


def _around(reading: Reading, start: int, end: int) -> str:
    """The characters around a name within its clause."""
    before = _CLAUSE_MARKS.split(reading.text[max(0, start - _REACH) : start])[-1]
    after = _CLAUSE_MARKS.split(reading.text[end : end + _REACH])[0]
    return before + after


def _later_name(reading: Reading, programs: Programs, program: Program) -> str | None:
    """更名为X in a sentence on the program."""
    for found in _RENAMED.finditer(reading.text):
        sentence = next((s for s in reading.sentences if s.start <= found.start() < s.end), None)
        if sentence is not None and programs.at(sentence) == program.name:
            return found["name"]
    return None


@cache
def _events() -> tuple[tuple[ProgramEvent, re.Pattern[str]], ...]:
    kinds: tuple[ProgramEvent, ...] = ("ends", "extends", "begins")
    return tuple((kind, re.compile(either(__package__, "event_words", kind))) for kind in kinds)


def _event(reading: Reading, programs: Programs, program: Program) -> ProgramEvent | None:
    """The end of a program is told by a word right before its name, and so are a further batch and the beginning."""
    found = set()
    for mention in programs.of(program):
        said = reading.text[max(0, mention.span.start - 2 * _REACH) : mention.span.start]
        before = _SENTENCE_MARKS.split(said)[-1]
        found |= {kind for kind, words in _events() if words.search(before)}
    return next((kind for kind, _ in _events() if kind in found), None)
