"""The values that travel from step to step: documents, repaired text, passages and facts.

All of them are immutable. Offsets count Unicode code points. ``raw`` offsets refer to the text of the
source document as decoded; ``clean`` offsets refer to the repaired text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence  # noqa: TC003  (the codec reads the types when the program runs)
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Level = Literal["province", "city", "county", "township", "other"]
Comparator = Literal[">=", "<=", "=", ">", "<", "range"]
GoalKind = Literal["target", "milestone", "measure", "qualitative"]
Relation = Literal["issues", "basis", "cites"]
DiscrepancyType = Literal["wrong_province", "lost_digits", "count_mismatch", "other"]
ProgramEvent = Literal["begins", "extends", "ends"]
Tier = Literal["national", "provincial", "municipal", "county"]
Number = int | float
"""As it was read: 12 is not 12.0."""
Value = Number | tuple[Number, Number] | None
Action = Literal["reject", "correct", "add", "alias", "confirm"]
"""What a person does about a fact: it is wrong, an attribute of it is, it is missing, its program has another name,
or it was looked at and is right."""


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
    content: Content | None = field(default=None, repr=False)
    """What is to be read, where the text is markup or JSON; None: all of the text."""
    where: str = ""
    """Where a record stands: its file and line or byte. Empty for a document that is a file."""

    def said(self, start: int, end: int) -> str:
        """Return what the raw characters ``start:end`` say: their text, without markup and escapes."""
        if self.content is None:
            return self.text[start:end]
        return self.content.text[slice(*self.content.part(start, end))]

    def distance(self, start: int, end: int) -> int:
        """Return how many characters stand between two raw offsets, markup and escapes not counted."""
        if self.content is None:
            return max(end - start, 0)
        first, last = self.content.part(start, end)
        return max(last - first, 0)

    def following(self, end: int, number: int) -> str:
        """Return what the next ``number`` characters behind a raw offset say, fewer at the end of the text."""
        if self.content is None:
            return self.text[end : end + number]
        first, _ = self.content.part(end, end)
        return self.content.text[first : first + number]


@dataclass(frozen=True, slots=True)
class Ignored:
    """A stretch of raw text left out on purpose, and why."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Content:
    """What a document says, taken out of its markup, and the way back to the raw text.

    ``starts[i]`` and ``ends[i]`` bound the raw characters that character ``i`` stands for, both non-decreasing: the
    character itself, the reference or escape that spells it, or the markup that a line break or the border of a
    cell was made from.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    ignored: tuple[Ignored, ...] = ()
    """What stands outside the main content of its page."""

    def part(self, start: int, end: int) -> tuple[int, int]:
        """Return which characters lie in the raw span ``start:end``."""
        return bisect_left(self.starts, start), bisect_right(self.ends, end)

    def meeting(self, start: int, end: int) -> tuple[int, int]:
        """Return which characters stand for any of the raw span ``start:end``."""
        first = bisect_right(self.ends, start)
        return first, max(first, bisect_left(self.starts, end))

    def within(self, outer: Content) -> Content:
        """Return what was taken from the text of ``outer`` with the way back to the raw text of that."""
        return Content(
            self.text,
            tuple(outer.starts[start] for start in self.starts),
            tuple(outer.ends[end - 1] for end in self.ends),
            tuple(Ignored(outer.starts[i.start], outer.ends[i.end - 1], i.reason) for i in self.ignored),
        )

    def after(self, title: Content) -> Content:
        """Return this with a title, which stands before it in the raw text, as its first line."""
        end = title.ends[-1]
        starts, ends = (*title.starts, end, *self.starts), (*title.ends, end + 1, *self.ends)
        return Content(f"{title.text}\n{self.text}", starts, ends, self.ignored)


@dataclass(frozen=True, slots=True)
class Repaired:
    """Repaired text and the way back to the raw one.

    ``starts[i]`` and ``ends[i]`` bound the raw characters that clean character ``i`` stands for;
    both are non-decreasing. Raw characters between ``ends[i]`` and ``starts[i + 1]`` were dropped.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    guessed: tuple[tuple[int, int], ...] = ()
    """Clean spans whose characters were chosen by language, not recovered from the bytes."""
    damaged: tuple[tuple[int, int], ...] = ()
    """Clean spans that stay unreadable; nothing may be extracted from them."""
    lost_digits: tuple[tuple[int, int], ...] = ()
    """Clean spans of phrases that have lost a number (等个县, 年被确定)."""
    ignored: tuple[Ignored, ...] = ()
    repairs: tuple[tuple[str, int], ...] = ()
    """How often each kind of repair was made, in the order of the steps."""
    noted: tuple[tuple[str, tuple[int, int]], ...] = ()
    """Kinds of repairs, each with a raw span where it was made, in the order of the steps."""
    uncut: Content | None = field(default=None, repr=False)
    """The text before anything was left out."""

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


class Repair(NamedTuple):
    """A stretch of raw text that is read otherwise than it stands."""

    start: int
    end: int
    kinds: tuple[str, ...]
    """The kinds of repair, as the summary of a build counts them, in the order of the steps."""
    read: str
    """The clean characters that are read there; empty if it is dropped."""
    guessed: bool = False
    """Some of them were chosen by language, not recovered from the bytes."""


@dataclass(frozen=True, slots=True)
class Traces:
    """What became of the raw text of a document when it was read. Everything is in the order of the text."""

    ignored: tuple[Ignored, ...] = ()
    """What is no part of the text."""
    repairs: tuple[Repair, ...] = ()
    lost_digits: tuple[tuple[int, int], ...] = ()
    """Raw spans of phrases that have lost a number."""
    unreadable: tuple[tuple[int, int], ...] = ()
    """Raw spans that stayed damaged."""
    personal: tuple[tuple[int, int], ...] = ()
    """Raw spans that tell how to reach a person, or who one is: nothing of them may be shown."""


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


@dataclass(frozen=True, slots=True)
class Change:
    """One attribute that a person corrected; values as text, None where there is none."""

    attribute: str
    before: str | None
    """What the machine had read."""
    after: str | None


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person decided about a fact, and why."""

    action: Action
    kind: str
    """The kind of the fact, as the list of facts calls it."""
    fact: str
    """The words by which the fact went before."""
    passage: Passage
    """Where it is said."""
    who: str
    why: str
    date: str | None = None
    """ISO date, or None."""
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What every kind of fact has."""

    program: str | None = None
    """Canonical name of the program (within its document) that the fact belongs to."""
    passages: tuple[Passage, ...]
    rule: str
    """The reading rule that made the fact."""
    corrections: tuple[Correction, ...] = ()
    """What people decided about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Program(Fact):
    """A reform program that the document reports on."""

    name: str
    aliases: tuple[str, ...] = ()
    is_pilot: bool | None = None
    jurisdiction: str | None = None
    """Code of the division whose program it is; None for a national one, or if it is not known."""
    batches: tuple[str, ...] = ()
    """Its batches that the document names: 首批, 第二批."""
    tier: Tier | None = None
    """The level that the document gives it (国家级), or None."""
    later_name: str | None = None
    """The name that it was given later, where the document says so."""
    event: ProgramEvent | None = None
    """What the document says is done with it: it begins, gets further units, or ends."""
    areas: tuple[str, ...] = ()
    """Concepts of the list policy-area that its names state."""


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
    responsible: tuple[str, ...] = ()
    """The bodies that the document makes responsible for it (教育部牵头，财政部配合), the leading one first."""
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
    """The list says itself that it is not complete (等), or the text breaks off in it."""


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
    corrections: tuple[Correction, ...] = ()
    """All that people decided, also about facts that are no longer there."""
    traces: Traces = Traces()

    @property
    def id(self) -> str:
        """The id of the document."""
        return self.document.id

    @property
    def where(self) -> str:
        """Where the document stands, if it is a record."""
        return self.document.where

    @property
    def listed(self) -> tuple[Fact, ...]:
        """The facts without the headings that only carry tasks."""
        return tuple(fact for fact in self.facts if not (isinstance(fact, Task) and fact.is_heading))


KINDS: dict[type[Fact], str] = {
    Program: "program",
    Issuer: "issuer",
    PilotUnit: "pilot_unit",
    Goal: "goal",
    Condition: "condition",
    Task: "task",
    DeclaredCount: "declared_count",
    Consortium: "consortium",
    PolicyDocument: "policy_document",
    Discrepancy: "discrepancy",
}
"""Class -> kind, as the list of facts calls it."""
