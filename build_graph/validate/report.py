"""What the gate found, as values and as text, JSON and Turtle."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal

import msgspec

from build_graph.validate.turtle import report_turtle
from ontology import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Severity = Literal["violation", "warning", "info"]
Language = Literal["en", "zh-Hans"]

SEVERITIES: tuple[Severity, ...] = ("violation", "warning", "info")
"""From the gravest down: this is also the order of a report."""

_SUMMARY = {
    "en": ("Nodes checked: {checked}. Violations: {violation}, warnings: {warning}, notes: {info}. {verdict}\n",
           "The graph conforms.", "The graph does not conform."),
    "zh-Hans": ("已检查 {checked} 个节点：违例 {violation}，警告 {warning}，提示 {info}。{verdict}\n",
                "图谱合格。", "图谱不合格。"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Message:
    """What a shape demands, in both languages."""

    en: str
    zh_hans: str

    def of(self, language: Language) -> str:
        """Return the message in one language."""
        return self.en if language == "en" else self.zh_hans


@dataclass(frozen=True, slots=True)
class Result:
    """One node that does not meet one constraint."""

    focus: str
    """The node: an IRI, or ``_:b1`` for a blank node."""
    path: str | None
    """The property that the constraint is about, an IRI."""
    value: str | None
    """The offending value in N-Triples notation, where there is one."""
    severity: Severity
    shape: str
    """The shape that demands it, an IRI."""
    constraint: str
    """How the shape demands it: a constraint component of SHACL, or the name of one of our queries."""
    message: Message


@dataclass(frozen=True, slots=True)
class Report:
    """All results of a validation, in a fixed order."""

    results: tuple[Result, ...]
    checked: int
    """How many nodes of our classes the graph has; 0 means that there was nothing to check."""

    @classmethod
    def of(cls, results: Iterable[Result], *, checked: int) -> Report:
        """Make a report; the order of ``results`` does not matter."""
        return cls(tuple(sorted(results, key=_rank)), checked)

    @property
    def conforms(self) -> bool:
        """True without violations; warnings and notes do not count."""
        return self.count("violation") == 0

    def count(self, severity: Severity) -> int:
        """Return how many results have a severity."""
        return sum(result.severity == severity for result in self.results)

    def to_text(self, language: Language = "en") -> str:
        """Return the report for a person: what is demanded, then the nodes that do not meet it."""
        return "".join(self.text(language))

    def to_json(self) -> str:
        """Return the report as JSON: the verdict, the counts and the results."""
        return "".join(self.json())

    def to_turtle(self) -> str:
        """Return the report in SHACL's own vocabulary, without blank nodes."""
        return "".join(self.turtle())

    def text(self, language: Language = "en") -> Iterator[str]:
        """Yield what ``to_text`` returns, bit by bit: a report can be larger than anything else in memory."""
        groups = groupby(self.results, key=lambda result: (result.severity, result.shape, result.message))
        for (severity, shape, message), results in groups:
            yield f"{severity} {short(shape)}: {message.of(language)}\n"
            yield from map(_line, results)
            yield "\n"
        yield self._summary(language)

    def json(self) -> Iterator[str]:
        """Yield what ``to_json`` returns, bit by bit."""
        head = _indented({"conforms": self.conforms, "checked": self.checked, "counts": self._counts()})
        yield head.removesuffix("\n}") + ',\n  "results": ['
        separator = "\n    "
        for result in self.results:
            yield separator + _indented(result).replace("\n", "\n    ")
            separator = ",\n    "
        yield "\n  ]\n}\n" if self.results else "]\n}\n"

    def turtle(self) -> Iterator[str]:
        """Yield what ``to_turtle`` returns, bit by bit."""
        return report_turtle(self)

    def _counts(self) -> dict[Severity, int]:
        return {severity: self.count(severity) for severity in SEVERITIES}

    def _summary(self, language: Language) -> str:
        sentence, good, bad = _SUMMARY[language]
        return sentence.format(checked=self.checked, verdict=good if self.conforms else bad, **self._counts())


def short(iri: str) -> str:
    """Return an IRI with a prefix of our table, or in full where none fits.

    >>> short("https://w3id.org/reformgraph/ontology#place")
    'rg:place'
    """
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _indented(value: object) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()


def _line(result: Result) -> str:
    about = [result.focus]
    if result.path:
        about.append(short(result.path))
    if result.value:
        about.append(result.value)
    return f"  {'  '.join(about)}  [{short(result.constraint)}]\n"


def _rank(result: Result) -> tuple[int, str, str, str, str, str]:
    severity = SEVERITIES.index(result.severity)
    return severity, result.shape, result.focus, result.path or "", result.value or "", result.constraint
