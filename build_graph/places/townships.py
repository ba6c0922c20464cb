"""The 38,723 townships, kept as one text and made into places one county at a time."""

from __future__ import annotations

from functools import cached_property

from build_graph.places.place import Place
from build_graph.tables import packed

_COUNTY, _CODE = 6, 9  # digits


class Townships:
    """Townships by county, by code and by name. The table is read at the first question."""

    @cached_property
    def _text(self) -> str:
        return "\n" + packed("build_graph.places", "data/townships.tsv.gz")

    @cached_property
    def _counties(self) -> dict[str, int]:
        """Where the townships of each county begin."""
        starts: dict[str, int] = {}
        start = 1
        while start < len(self._text):
            starts.setdefault(self._text[start : start + _COUNTY], start)
            start = self._text.find("\n", start) + 1
        return starts

    @cached_property
    def _codes(self) -> dict[str, str]:
        """The codes of the townships of each name."""
        codes: dict[str, str] = {}
        for line in self._text.split("\n")[1:-1]:
            code, name = line.split("\t")
            codes[name] = f"{codes[name]} {code}" if name in codes else code
        return codes

    def of(self, county: str) -> tuple[Place, ...]:
        """Return the townships of a county (or of a city without counties), in the order of their codes."""
        found = []
        start = self._counties.get(county, len(self._text))
        while self._text.startswith(county, start):
            found.append(self._place(start))
            start = self._text.find("\n", start) + 1
        return tuple(found)

    def at(self, code: str) -> Place | None:
        """Return the township of a nine-digit code."""
        start = self._text.find(f"\n{code}\t") if len(code) == _CODE else -1
        return self._place(start + 1) if start >= 0 else None

    def named(self, name: str) -> tuple[Place, ...]:
        """Return all townships of exactly this name."""
        return tuple(_township(code, name) for code in self._codes.get(name, "").split())

    def all(self) -> tuple[Place, ...]:
        """Return every township."""
        codes = self._text.split("\n")[1:-1]
        return tuple(_township(*line.split("\t")) for line in codes)

    def _place(self, start: int) -> Place:
        code, name = self._text[start : self._text.find("\n", start)].split("\t")
        return _township(code, name)


def _township(code: str, name: str) -> Place:
    return Place(key=code, code=code, name=name, level="township", parent=code[:6])
