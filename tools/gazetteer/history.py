"""From single events to divisions: who is the same as whom, from when to when, and what came after.

The history source compares yearly lists of codes, so it knows (code, name) pairs. Pairs that only changed
code (within a province) or only changed name (under one code) are one division. What remains between
divisions is succession.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .sources import Event, Named

if TYPE_CHECKING:
    from collections.abc import Iterable

PROVINCE_MOVES = {("51", "50"), ("44", "46")}
"""Whole regions that changed province: Chongqing left Sichuan in 1997, Hainan left Guangdong in 1988."""
EARLIEST = 1984
"""Before it codes were given out anew several times: former divisions whose names live on are noise then."""
ABOLITION = frozenset({"撤销", "撤区设区", "absorbed"})
"""Kinds of events that end a division but need not begin the one it went to."""


@dataclass(slots=True)
class Division:
    """A division of levels 1 to 3, current or former, with all the names it had under one code."""

    code: str
    name: str
    current: bool
    valid_from: int | None = None
    valid_to: int | None = None
    former_names: list[tuple[str, int | None, int | None]] = field(default_factory=list)
    successors: list[Named] = field(default_factory=list)
    continued: bool = False
    prefecture: str | None = None


def level(code: str) -> int:
    """Return 1 for a province's code, 2 for a prefecture's, 3 for a county's."""
    if code.endswith("0000"):
        return 1
    return 2 if code.endswith("00") else 3


def stem(name: str) -> str:
    """Return the name without the word for its kind."""
    for suffix in ("地区", "市", "县", "区", "盟", "旗"):
        if name.endswith(suffix):
            return name[: -len(suffix)]
    return name


class _Groups:
    """Union-find over (code, name) pairs."""

    def __init__(self) -> None:
        self._parent: dict[Named, Named] = {}

    def find(self, item: Named) -> Named:
        self._parent.setdefault(item, item)
        while self._parent[item] != item:
            item = self._parent[item]
        return item

    def join(self, one: Named, other: Named) -> None:
        self._parent[self.find(one)] = self.find(other)

    def members(self) -> dict[Named, list[Named]]:
        groups: dict[Named, list[Named]] = defaultdict(list)
        for item in sorted(self._parent):
            groups[self.find(item)].append(item)
        return groups


def divisions(current: Iterable[Named], events: list[Event]) -> list[Division]:
    """Return current and former divisions, sorted by code and last year."""
    today = set(current)
    links = [event for event in events if event.old and event.new and not _foreign(event)]
    groups = _same_divisions(today, events, links)
    whole = {group: _division(members, today, groups, events) for group, members in groups.members().items()}
    _link(whole, groups, links)
    found = [each for each in whole.values() if each is not None and not _noise(each, whole.values())]
    return sorted(found, key=lambda each: (each.code, each.valid_to or 9999, each.name))


def _foreign(event: Event) -> bool:
    """Whether it links divisions of two provinces only because their names are equal."""
    assert event.old is not None and event.new is not None
    provinces = (event.old.code[:2], event.new.code[:2])
    return provinces[0] != provinces[1] and provinces not in PROVINCE_MOVES


def _same_divisions(today: set[Named], events: list[Event], links: list[Event]) -> _Groups:
    groups = _Groups()
    for item in today:
        groups.find(item)
    for event in events:
        for side in (event.old, event.new):
            if side:
                groups.find(side)
    for event in links:
        if event.old and event.new and _is_same(event):
            groups.join(event.old, event.new)
    return groups


def _is_same(event: Event) -> bool:
    assert event.old is not None and event.new is not None
    old, new = event.old, event.new
    if event.kind == "absorbed" or old.code[:2] != new.code[:2] or level(old.code) != level(new.code):
        return False
    if old.code == new.code:
        return True
    if old.name != new.name:
        return False
    if not old.name.endswith("区") or old.code[:4] == new.code[:4]:
        return True
    return stem(event.old_prefecture or "") == stem(event.new_prefecture or "-")


def _division(members: list[Named], today: set[Named], groups: _Groups, events: list[Event]) -> Division | None:
    inside = set(members)
    starts: dict[str, list[int]] = defaultdict(list)
    ends: dict[str, list[tuple[int, Named, str | None]]] = defaultdict(list)
    for event in events:
        renamed = event.old and event.new and event.old.name != event.new.name
        if event.new in inside and event.kind not in ABOLITION and (event.old not in inside or renamed):
            starts[event.new.name].append(event.year)
        if event.old in inside and (event.new not in inside or renamed):
            ends[event.old.name].append((event.year, event.old, event.old_prefecture))
    now = sorted(inside & today)
    if now:
        head, until, prefecture = now[0], None, None
    elif ends:
        until, head, prefecture = max((end for each in ends.values() for end in each), key=lambda end: end[:2])
    else:
        return None
    since = _latest(starts[head.name], until)
    former = [
        (name, _latest(starts[name], max(years)[0]), max(years)[0])
        for name, years in sorted(ends.items())
        if name != head.name
    ]
    return Division(head.code, head.name, bool(now), since, until, former, prefecture=prefecture)


def _latest(starts: list[int], until: int | None) -> int | None:
    fitting = [year for year in starts if until is None or year <= until]
    return max(fitting, default=None)


def _link(whole: dict[Named, Division | None], groups: _Groups, links: list[Event]) -> None:
    """Set the successors, and whether the division continues in its successor alone and whole."""
    coming: dict[Named, list[tuple[Event, Named]]] = defaultdict(list)
    for event in links:
        if event.old and event.new and groups.find(event.old) != groups.find(event.new):
            coming[groups.find(event.new)].append((event, groups.find(event.old)))
    for target, arrivals in coming.items():
        new = whole[target]
        for event, source in arrivals:
            old = whole[source]
            if old is None or new is None or old.current or old.valid_to != event.year or _misread(event):
                continue
            head = Named(new.code, new.name)
            if head not in old.successors:
                old.successors.append(head)
            old.continued = _continues(event, arrivals, new)
    for division in whole.values():
        if division and len(division.successors) > 1:
            division.continued = False


def _misread(event: Event) -> bool:
    """In the 1980s the source pairs a city that became a prefecture with the county of its name."""
    assert event.old is not None and event.new is not None
    return event.kind == "区划调整" and event.old.name.endswith("市") and event.new.name.endswith("县")


def _continues(event: Event, arrivals: list[tuple[Event, Named]], new: Division) -> bool:
    assert event.old is not None and event.new is not None
    if event.kind in {"continued", "absorbed"}:
        return event.kind == "continued"
    if level(event.old.code) != level(event.new.code):
        return event.old.name == event.new.name and level(event.new.code) < level(event.old.code)
    rivals = [
        source
        for other, source in arrivals
        if other.year == event.year and other.old and level(other.old.code) == level(event.old.code)
    ]
    first = min([year for _, year, _ in new.former_names if year] + [new.valid_from or 0])
    return len(rivals) == 1 and first == event.year


def _noise(division: Division, others: Iterable[Division | None]) -> bool:
    if division.current or (division.valid_to or 0) >= EARLIEST:
        return False
    return any(
        other and other.current and other.name == division.name and other.code[:2] == division.code[:2]
        for other in others
    )
