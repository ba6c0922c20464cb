"""What changed between two graphs, as one value: rows, text, JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal, overload

from queries.changes.change import HOW
from queries.changes.telling import Teller
from queries.render import render
from queries.table import Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from queries.changes.change import Change, How
    from queries.changes.evidence import Shift
    from queries.changes.kinds import Kind
    from queries.changes.names import Names
    from queries.table import Table

Language = Literal["en", "zh"]


@dataclass(frozen=True, eq=False)
class Changes(Sequence[Row]):
    """What changed from one graph to another. It is false if nothing did.

    As a sequence it gives rows with the keys change, kind, program, name, attribute, before and after: one for each
    fact added or removed, one for each attribute changed (with the values that went and those that came), and one for
    each document whose evidence alone changed (with the number of facts).
    ``print`` shows the changes as text, a notebook as a table.
    """

    facts: tuple[Change, ...]
    """The facts that came, went or became others."""
    evidence: tuple[Shift, ...]
    """What documents say more, less or elsewhere, of facts that stayed the same."""
    _names: Names = field(repr=False)

    @property
    def summary(self) -> Mapping[str, Mapping[How, int]]:
        """Number of facts added, removed and changed, by kind; kinds without a change are not there."""
        return {kind.key: counts for kind, counts in self._counts().items()}

    def _counts(self) -> dict[Kind, dict[How, int]]:
        counts = Counter((one.kind, one.how) for one in self.facts)
        found = sorted({one.kind for one in self.facts}, key=lambda kind: kind.order)
        return {kind: {how: counts[kind, how] for how in HOW} for kind in found}

    def table(self, language: Language = "en") -> Table:
        """Return the rows as a table, with names in a language."""
        return self._teller(language).table(self.facts, self.evidence)

    def to_text(self, language: Language = "en") -> str:
        """Return the changes as lines for people: a summary, then program by program."""
        return self._teller(language).text(self._counts(), self.facts, self.evidence)

    def to_json(self, language: Language = "en") -> str:
        """Return the changes as JSON: ``summary``, ``changes`` with the IRIs of the facts, ``evidence``."""
        return self._teller(language).json(self.summary, self.facts, self.evidence)

    def to_csv(self, language: Language = "en") -> str:
        """Return the rows as CSV with a head line."""
        return render(self.table(language), "csv")

    def _teller(self, language: Language) -> Teller:
        return Teller(self._names, language)

    @cached_property
    def _rows(self) -> Table:
        return self.table()

    def __bool__(self) -> bool:
        return bool(self.facts or self.evidence)

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        """Return one row, or the rows of a slice, as dictionaries from column to value."""
        return self._rows[index]

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)

    def __str__(self) -> str:
        return self.to_text()

    def _repr_html_(self) -> str:
        """Return the rows as HTML, for notebooks."""
        return self._rows._repr_html_() if self else f"<p>{self.to_text().strip()}</p>"
