"""The 38,723 townships, kept as lines of text and made into places one county at a time."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property, lru_cache

from build_graph.places.place import Place
from build_graph.tables import packed

_CODE = 9  # digits
_BEHIND_DIGITS = ":"
"""The character that sorts right behind all digits."""
_COUNTIES = 1024  # whose townships are kept as places


class Townships:
    """Townships by county, by code and by name. The table is read at the first question."""

    @cached_property
    def lines(self) -> list[str]:
        """Code, tab and name of each township, sorted by code: what is asked for is found by halving."""
        return packed("build_graph.places", "data/townships.tsv.gz").removesuffix("\n").split("\n")

    @cached_property
    def _codes(self) -> dict[str, str]:
        """The codes of the townships of each name."""
        codes: dict[str, str] = {}
        for line in self.lines:
            code, name = line[:_CODE], line[_CODE + 1 :]
            codes[name] = f"{codes[name]} {code}" if name in codes else code
        return codes

    def of(self, county: str, beginning: str = "") -> tuple[Place, ...]:
        """Return the townships of a county (or of a city without counties), in the order of their codes.

        ``beginning``: with what their names begin; only those become places.
        """
        if not beginning:
            return _of(self, county)
        return tuple(_township(line) for line in self.lines_of(county) if line.startswith(beginning, _CODE + 1))

    def lines_of(self, county: str) -> list[str]:
        """Return the lines of a county."""
        return self.lines[bisect_left(self.lines, county) : bisect_left(self.lines, county + _BEHIND_DIGITS)]

    def at(self, code: str) -> Place | None:
        """Return the township of a nine-digit code."""
        index = bisect_left(self.lines, code) if len(code) == _CODE else len(self.lines)
        found = self.lines[index] if index < len(self.lines) else ""
        return _township(found) if found.startswith(f"{code}\t") else None

    def named(self, name: str) -> tuple[Place, ...]:
        """Return all townships of exactly this name."""
        return tuple(_township(f"{code}\t{name}") for code in self._codes.get(name, "").split())

    def has(self, name: str) -> bool:
        """Tell whether any township has exactly this name."""
        return name in self._codes

    def all(self) -> tuple[Place, ...]:
        """Return every township."""
        return tuple(map(_township, self.lines))


@lru_cache(maxsize=_COUNTIES)  # names that nothing has are looked for among all townships of the page's county
def _of(townships: Townships, county: str) -> tuple[Place, ...]:
    return tuple(map(_township, townships.lines_of(county)))


def _township(line: str) -> Place:
    code, name = line[:_CODE], line[_CODE + 1 :]
    return Place(key=code, code=code, name=name, level="township", parent=code[:6])
