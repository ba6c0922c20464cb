"""Values with their units, and deadlines, compared as people mean them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from build_graph.evaluate.likeness import letters

_SCALES: Final = {"百": 1e2, "千": 1e3, "万": 1e4, "百万": 1e6, "千万": 1e7, "亿": 1e8, "万亿": 1e12}
_SCALE: Final = re.compile("(万亿|百万|千万|[百千万亿])(?=.)")
_TOLERANCE: Final = 1e-3
"""Relative: 33.33% is a third."""
_DAY, _MONTH = len("2025-12-31"), len("2025-12")

Numbers = tuple[float, ...]


def scale_and_unit(unit: str | None) -> tuple[float, str]:
    """Return the factor that a unit carries, and the unit without it.

    >>> scale_and_unit("万元")
    (10000.0, '元')
    """
    name = letters(unit).lstrip("个")
    if name in _SCALES:
        return _SCALES[name], ""
    scale = _SCALE.match(name)
    if scale:
        return _SCALES[scale[1]], name[scale.end() :]
    return (0.01 if name == "%" else 1.0), name


def numbers(value: Any, unit: str | None = None) -> Numbers | None:  # noqa: ANN401  (what JSON holds)
    """Return a value or the bounds of a range as plain numbers: 28 万元 = 280000 元. None if there is none."""
    if value is None or isinstance(value, bool):
        return None
    bounds = value if isinstance(value, Sequence) and not isinstance(value, str) else (value,)
    try:
        return tuple(float(bound) * scale_and_unit(unit)[0] for bound in bounds)
    except (TypeError, ValueError):
        return (float("nan"),)  # equals nothing


def same_numbers(one: Numbers | None, other: Numbers | None) -> bool:
    """Return whether two values are equal, or both unknown."""
    if one is None or other is None:
        return one is other
    return len(one) == len(other) and all(
        abs(a - b) <= _TOLERANCE * max(abs(a), abs(b), 1e-9) for a, b in zip(one, other, strict=True)
    )


def same_deadline(one: str | None, other: str | None) -> bool:
    """Return whether two deadlines are equal, or one is a day of the other's month or the last day of its year.

    >>> same_deadline("2025-12", "2025-12-31"), same_deadline("2025", "2025-12-31"), same_deadline("2025", "2025-12")
    (True, True, False)
    """
    if one is None or other is None:
        return one is other
    coarse, fine = sorted((str(one), str(other)), key=len)
    ends = coarse if len(coarse) == _MONTH else f"{coarse}-12-31"
    return coarse == fine or (len(fine) == _DAY and fine.startswith(ends))
