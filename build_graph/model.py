"""The values that travel from step to step: documents, repaired text, passages and facts.

All of them are immutable. Offsets count Unicode code points. ``raw`` offsets refer to the text of the
source document as decoded; ``clean`` offsets refer to the repaired text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Level = Literal["province", "city", "county", "township", "other"]
Comparator = Literal[">=", "<=", "=", ">", "<", "range"]
GoalKind = Literal["target", "milestone", "measure", "qualitative"]
Relation = Literal["issues", "basis", "cites"]
DiscrepancyType = Literal["wrong_province", "lost_digits", "count_mismatch", "other"]
Value = float | tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Document:
    """One source document, decoded and otherwise untouched."""

    id: str
    """Readable identifier, unique in a build: the file's name without its extension."""
    name: str
    """The file's name without folders, as the facts name it."""
    text: str
    """The decoded text: no newline translation; the byte-order mark is not part of it."""
    encoding: str = "utf-8"
    sha256: str = ""
    """SHA-256 of the bytes, hexadecimal."""
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    """ISO date as precise as stated (2019, 2019-08, 2019-08-30), or None."""
    kind: str | None = None
    """What it is: notice, news, repost, …"""


@dataclass(frozen=True, slots=True)
class Ignored:
    """A stretch of raw text left out on purpose, and why."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Repaired:
    """Repaired text and the way back to the raw one.

    ``starts[i]`` and ``ends[i]`` bound the raw characters that clean character ``i`` stands for;
    both are non-decreasing. Raw characters between ``ends[i]`` and ``starts[i + 1]`` were dropped.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    guessed: tuple[tuple[int, int], ...] = ()
    """Clean spans whose characters were chosen by language, not recovered from the bytes."""
    damaged: tuple[tuple[int, int], ...] = ()
    """Clean spans that stay unreadable; nothing may be extracted from them."""
    lost_digits: tuple[tuple[int, int], ...] = ()
    """Clean spans of phrases that have lost a number (等个县, 年被确定)."""
    ignored: tuple[Ignored, ...] = ()
    repairs: tuple[tuple[str, int], ...] = ()
    """How often each kind of repair was made, in the order of the steps."""

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the raw span of the clean span ``start:end``, which must not be empty."""
        return self.starts[start], self.ends[end - 1]

    def part(self, start: int, end: int) -> Repaired:
        """Return the clean span ``start:end`` as a text of its own; what was left out stays with the whole."""
        return Repaired(
            self.text[start:end],
            self.starts[start:end],
            self.ends[start:end],
            guessed=_within(self.guessed, start, end),
            damaged=_within(self.damaged, start, end),
            lost_digits=_within(self.lost_digits, start, end),
        )


def _within(spans: tuple[tuple[int, int], ...], start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return the parts of spans that lie in ``start:end``, counted from ``start``."""
    cut = ((max(a, start), min(b, end)) for a, b in spans)
    return tuple((a - start, b - start) for a, b in cut if a < b)


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Characters of a document: ``document.text[start:end] == exact``, always."""

    start: int
    end: int
    exact: str
    guessed: bool = False
    """Some of its characters were repaired by guess."""

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or len(self.exact) != self.end - self.start:
            raise ValueError(f"not a passage: {self.start}-{self.end} {self.exact!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What every kind of fact has."""

    program: str | None = None
    """Canonical name of the program (within its document) that the fact belongs to."""
    passages: tuple[Passage, ...]
    rule: str
    """The reading rule that made the fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Program(Fact):
    """A reform program that the document reports on."""

    name: str
    aliases: tuple[str, ...] = ()
    is_pilot: bool | None = None
    jurisdiction: str | None = None
    """Code of the division whose program it is; None for a national one, or if it is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer(Fact):
    """A body that issues, approves, decides or starts the program."""

    name: str
    as_written: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PilotUnit(Fact):
    """The designation of a place by a program."""

    as_written: str
    name: str
    code: str | None
    level: Level
    province: str | None
    stated_province: str | None
    place: str | None = None
    """Key of the place in the gazetteer (a division code or the id of a special area)."""
    designation: str = ""
    """The words of the designation: 试点县, 试点城市(区)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Fact):
    """What is to be reached."""

    text: str
    deadline: str | None = None
    deadline_inferred: bool = False
    """The deadline was resolved against the document's date or inherited from another clause."""
    comparator: Comparator | None = None
    value: Value = None
    unit: str | None = None
    goal_kind: GoalKind = "target"


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition(Fact):
    """What a unit must meet to take part."""

    text: str
    ordinal: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Fact):
    """What has to be done."""

    text: str
    parent: str | None = None
    ordinal: int | None = None
    is_heading: bool = False
    """It only carries the tasks below it (主要任务); the graph needs it as their parent, the list of facts does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredCount(Fact):
    """A number that the document gives for something that the program consists of."""

    of: str
    value: Value
    comparator: Comparator | None = None
    listed: int | None = None
    """How many of them the document lists, where it lists them."""
    open_list: bool = False
    """The list says itself that it is not complete (等)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consortium(Fact):
    """An alliance of institutions or places."""

    name: str
    lead: str | None = None
    members: tuple[str, ...] = ()
    county: str | None = None
    """Code of the division in which it works, where the document says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyDocument(Fact):
    """A document of policy that the text names."""

    title: str
    number: str | None = None
    relation: Relation = "cites"


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrepancy(Fact):
    """The document contradicts itself or the tables of divisions, or has lost something."""

    type: DiscrepancyType
    stated: str | None = None
    expected: str | None = None
    counter_passages: tuple[Passage, ...] = field(default=())
    """What speaks against it, where the same document says it."""


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """All that was read from one document; a pure function of the document."""

    document: Document
    facts: tuple[Fact, ...]
    ignored: tuple[Ignored, ...] = ()
    repairs: tuple[tuple[str, int], ...] = ()

    @property
    def listed(self) -> tuple[Fact, ...]:
        """The facts without the headings that only carry tasks."""
        return tuple(fact for fact in self.facts if not (isinstance(fact, Task) and fact.is_heading))
