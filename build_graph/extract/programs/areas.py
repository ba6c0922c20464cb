"""The policy areas of a program, by what its names state and nothing else."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_graph.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterable


def known_areas() -> list[str]:
    """Return the keys of the concepts of the list policy-area."""
    return [row["area"] for row in table(__package__, "policy_areas")]


def policy_areas(names: Iterable[str]) -> tuple[str, ...]:
    """Return the concepts of the list policy-area that names of a program state, in the order of the table.

    >>> policy_areas(["校园餐管理试点"]), policy_areas(["综合试点"])
    (('education',), ())
    """
    text = "\n".join(names)
    return tuple(area for area, pattern in _patterns() if pattern.search(text))


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = table(__package__, "policy_areas")
    return tuple((row["area"], re.compile(row["pattern"], re.MULTILINE)) for row in rows)
