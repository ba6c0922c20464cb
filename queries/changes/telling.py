"""Changes in words: as lines for people, as rows, as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal
from rich.cells import cell_len

from queries.table import Table
from queries.terms import compact, lexical

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from queries.changes.change import Change, Difference, How
    from queries.changes.evidence import Shift, What
    from queries.changes.facts import Values
    from queries.changes.kinds import Kind
    from queries.changes.names import Names
    from queries.terms import Term

_LINE: Final = 80
"""Cells in which an attribute with its values stands on one line; longer values get lines of their own."""
COLUMNS: Final = ("change", "kind", "program", "name", "attribute", "before", "after")
_ARROW: Final = "-> "
_SIGNS: Final[Mapping[How, str]] = {"added": "+", "removed": "-", "changed": "~"}
_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "nothing": {"en": "nothing changed", "zh": "没有变化"},
    "no_program": {"en": "of no program", "zh": "不属于任何项目"},
    "evidence": {"en": "evidence", "zh": "出处"},
    "other": {"en": "changed", "zh": "已改变"},
    "also_states": {"en": "also states {facts} known before", "zh": "另载有{facts}，均为已知"},
    "no_longer_states": {"en": "no longer states {facts} that remain", "zh": "不再载有{facts}，仍见于他处"},
    "passages_moved": {"en": "passages of {facts} moved", "zh": "{facts}的出处移位"},
    "one_fact": {"en": "1 fact", "zh": "1条事实"},
    "facts": {"en": "{number} facts", "zh": "{number}条事实"},
}


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells changes in a language."""

    names: Names
    language: str

    def text(self, counts: Mapping[Kind, Mapping[How, int]], changes: Sequence[Change], shifts: Sequence[Shift]) -> str:
        """Return a summary line for each kind, the changes by program, and a line for each document's evidence."""
        if not changes and not shifts:
            return f"{self._word('nothing')}\n"
        parts = [self._summary(counts), *self._sections(changes), self._evidence(shifts)]
        return "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n"

    def table(self, changes: Sequence[Change], shifts: Sequence[Shift]) -> Table:
        """Return a row for each fact that came or went, for each changed attribute, and for each shift of evidence."""
        rows = [row for one in self._ordered(changes) for row in self._rows(one)]
        rows += [
            ("evidence", "source_document", "", self._name(at.document), at.what, "", str(at.facts)) for at in shifts
        ]
        return Table(COLUMNS, tuple(tuple(Literal(cell) if cell else None for cell in row) for row in rows))

    def json(self, summary: Mapping[str, Mapping[How, int]], changes: Sequence[Change], shifts: Sequence[Shift]) -> str:
        """Return all of it as a JSON object."""
        record = {
            "summary": summary,
            "changes": [self._record(one) for one in self._ordered(changes)],
            "evidence": [
                {"document": self._name(shift.document), "change": shift.what, "facts": shift.facts} for shift in shifts
            ],
        }
        return json.dumps(record, ensure_ascii=False, indent=2) + "\n"

    def _summary(self, counts: Mapping[Kind, Mapping[How, int]]) -> list[str]:
        labels = {kind: kind.label[self.language] for kind in counts}
        width = max(map(cell_len, labels.values()), default=0)
        return [f"{label}{' ' * (width - cell_len(label))}  {_numbers(counts[kind])}" for kind, label in labels.items()]

    def _sections(self, changes: Sequence[Change]) -> Iterator[list[str]]:
        for (_, _, heading), section in groupby(self._ordered(changes), key=self._section):
            yield [heading, *(line for one in section for line in self._lines(one))]

    def _lines(self, one: Change) -> Iterator[str]:
        yield f"  {_SIGNS[one.how]} {one.kind.label[self.language]}: {self.name_of(one)}"
        for difference in one.differences:
            label = f"{one.kind.attributes[difference.attribute][self.language]}: "
            told = self._difference(one.kind, difference)
            if cell_len(label) + sum(map(cell_len, told)) <= _LINE:
                yield f"      {label}{' '.join(told)}"
            else:
                yield f"      {label}{told[0]}"
                yield from (f"      {' ' * _indent(label, part)}{part}" for part in told[1:])

    def _difference(self, kind: Kind, difference: Difference) -> tuple[str, ...]:
        """Return ``2023`` and ``-> 2025`` for one value that became another, ``- A``, ``+ B``, ``+ C`` for more."""
        if difference.attribute in kind.opaque:
            return (self._word("other"),)
        gone, come = self._told_apart(difference.gone, difference.come)
        if len(gone) == len(come) == 1:
            return gone[0], f"{_ARROW}{come[0]}"
        return *(f"- {value}" for value in gone), *(f"+ {value}" for value in come)

    def _told_apart(self, gone: Values, come: Values) -> tuple[list[str], list[str]]:
        """Return values by name; by IRI where two different things go by the same names."""
        before, after = self._values(gone), self._values(come)
        if before == after:
            return sorted(map(compact, gone)), sorted(map(compact, come))
        return before, after

    def _evidence(self, shifts: Sequence[Shift]) -> list[str]:
        lines = [f"  {self._name(shift.document)}: {self._shift(shift.what, shift.facts)}" for shift in shifts]
        return [self._word("evidence"), *lines] if lines else []

    def _shift(self, what: What, number: int) -> str:
        facts = self._word("one_fact") if number == 1 else self._word("facts").format(number=number)
        return self._word(what).format(facts=facts)

    def _rows(self, one: Change) -> Iterator[tuple[str, ...]]:
        head = (one.how, one.kind.key, self._program(one), self.name_of(one))
        if one.how != "changed":
            yield (*head, "", "", "")
        for difference in one.differences:
            values = (self._values(difference.gone), self._values(difference.come))
            yield (*head, difference.attribute, *("; ".join(each) for each in values))

    def _record(self, one: Change) -> Mapping[str, object]:
        differences = [
            {
                "attribute": difference.attribute,
                "before": self._values(difference.before),
                "after": self._values(difference.after),
            }
            for difference in one.differences
        ]
        return {
            "change": one.how,
            "kind": one.kind.key,
            "program": self._program(one) or None,
            "name": self.name_of(one),
            "old": lexical(one.old.subject) if one.old else None,
            "new": lexical(one.new.subject) if one.new else None,
            "differences": differences,
        }

    def name_of(self, one: Change) -> str:
        """Return what people call a fact: the columns that its kind says, else its own name."""
        parts = [value for values in one.fact.values(one.kind.name) for value in self._values(values)]
        return " ".join(parts) or self._name(one.fact.subject)

    def _ordered(self, changes: Iterable[Change]) -> list[Change]:
        """Return changes as they are told: documents, then program by program, then what belongs to none."""
        return sorted(
            changes,
            key=lambda one: (
                self._section(one),
                one.kind.order,
                list(_SIGNS).index(one.how),
                self.name_of(one),
                str(one.fact.subject),
            ),
        )

    def _section(self, one: Change) -> tuple[int, str, str]:
        """Return the place of a section, what it is of, and its heading."""
        if one.program is not None:
            return 1, self._program(one) + str(one.program), self._program(one)
        if one.kind.elsewhere:
            return 0, f"{one.kind.order:03}", one.kind.elsewhere[self.language]
        return 2, "", self._word("no_program")

    def _program(self, one: Change) -> str:
        return self._name(one.program) if one.program is not None else ""

    def _values(self, values: Values) -> list[str]:
        return sorted(map(self._name, values))

    def _name(self, term: Term) -> str:
        return visible(self.names.name(term, self.language))

    def _word(self, key: str) -> str:
        return _WORDS[key][self.language]


def visible(text: str) -> str:
    """Return a text as one line whose control characters are shown, not sent to the terminal."""
    line = " ".join(text.split())
    return "".join(character if character.isprintable() else repr(character)[1:-1] for character in line)


def _indent(label: str, part: str) -> int:
    """Return the cells before a further value, so that it stands below the first one."""
    return cell_len(label) - (cell_len(_ARROW) if part.startswith(_ARROW) else 0)


def _numbers(counts: Mapping[How, int]) -> str:
    return " ".join(f"{sign}{counts[how]}" for how, sign in _SIGNS.items() if counts[how])
