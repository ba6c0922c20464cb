"""The answer to a SELECT query: a table of RDF terms that reads as plain Python values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, overload

from queries.errors import QueryError
from queries.terms import Value, value

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self

    import pandas
    import polars

    from queries.rows import Terms

Row = dict[str, Value]

FACT: Final = "fact"
"""The column that holds the name of the fact that a row tells: what footnotes are looked up by."""


@dataclass(frozen=True, slots=True, repr=False)
class Table(Sequence[Row]):
    """Rows of an answer, in the order of the query. As a sequence it gives each row as a dictionary.

    A notebook shows it as a table, ``print`` its first rows; ``to_pandas`` and ``to_polars`` make frames of it.
    """

    columns: tuple[str, ...]
    terms: tuple[Terms, ...]

    @property
    def shown(self) -> Self:
        """The table without its columns of facts: their names are for programs, not for readers."""
        if not self.facts:
            return self
        keep = [index for index, column in enumerate(self.columns) if column not in self.facts]
        rows = tuple(tuple(terms[index] for index in keep) for terms in self.terms)
        return replace(self, columns=tuple(self.columns[index] for index in keep), terms=rows)

    @property
    def facts(self) -> tuple[str, ...]:
        """The columns that name facts: ``fact``, and those that end in ``_fact``."""
        return tuple(column for column in self.columns if column == FACT or column.endswith(f"_{FACT}"))

    @property
    def rows(self) -> tuple[tuple[Value, ...], ...]:
        """The rows as plain values."""
        return tuple(tuple(value(term) for term in row) for row in self.terms)

    def __len__(self) -> int:
        return len(self.terms)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        """Return one row, or the rows of a slice, as dictionaries from column to value."""
        if isinstance(index, slice):
            return [self._row(terms) for terms in self.terms[index]]
        return self._row(self.terms[index])

    def __iter__(self) -> Iterator[Row]:
        return (self._row(terms) for terms in self.terms)

    def _row(self, terms: Terms) -> Row:
        return {column: value(term) for column, term in zip(self.columns, terms, strict=True)}

    def to_pandas(self) -> pandas.DataFrame:
        """Return the rows as a pandas frame; raises QueryError if pandas is not installed."""
        frame: pandas.DataFrame = _library("pandas").DataFrame(list(self.rows), columns=list(self.columns))
        return frame

    def to_polars(self) -> polars.DataFrame:
        """Return the rows as a polars frame; raises QueryError if polars is not installed."""
        frame: polars.DataFrame = _library("polars").DataFrame(
            list(self.rows), schema=list(self.columns), orient="row", infer_schema_length=None
        )
        return frame

    def __str__(self) -> str:
        from queries.plain import plain  # noqa: PLC0415  (lays out the table for people)

        return "".join(plain(self, None))

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {len(self)} × {', '.join(self.columns)}>"

    def _repr_html_(self) -> str:
        """Return the table as HTML, for notebooks."""
        from queries.notebook.answer import answer_html  # noqa: PLC0415  (loads the engine of templates)

        return answer_html(self)


def _library(name: str) -> Any:  # noqa: ANN401  (an optional package)
    try:
        return import_module(name)
    except ImportError as error:
        raise QueryError(f"{name} is not installed: pip install 'reformgraph[frames]'") from error
