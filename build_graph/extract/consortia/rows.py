"""Alliances that are the rows of a table: 医共体名称 | 牵头医院 | 成员单位."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_graph.extract.consortia.names import is_general, names_in
from build_graph.extract.consortia.roles import Alliance
from build_graph.tables import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.parse.reading import Reading
    from build_graph.parse.tables import Row, Table


def alliances_in_tables(reading: Reading) -> Iterator[Alliance]:
    """Yield the alliances of the tables that have a column for their names and one for who leads or belongs."""
    for table in reading.tables:
        name, lead, member = (_column(table, kind) for kind in ("consortium", "lead_role", "member_role"))
        if name is None or name in {lead, member} or (lead is None and member is None):
            continue
        for row in table.rows:
            one = _alliance(row, _cell(row, name), _cell(row, lead), _cell(row, member))
            if one is not None:
                yield one


def _column(table: Table, kind: str) -> int | None:
    return table.column(*words(__package__, "consortium_words", kind))


def _cell(row: Row, column: int | None) -> str:
    return next((cell.text for cell in row.cells if cell.column == column), "")


def _alliance(row: Row, name: str, lead: str, members: str) -> Alliance | None:
    leads = names_in(lead)
    others = [one for one in names_in(members) if one not in leads]
    if not name or is_general(name) or not (leads or others):
        return None
    return Alliance(row.span, name, leads[0] if leads else None, (*leads[1:], *others))
