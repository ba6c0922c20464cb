"""The rows of an answer as the engine finds them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from queries.terms import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

Terms = tuple[Term | None, ...]
"""The RDF terms of a row; None where the query leaves a column empty."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows that are gone through once, and not held."""

    columns: tuple[str, ...]
    terms: Iterator[Terms]
