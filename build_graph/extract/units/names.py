"""Names of units before and after they are resolved: places, and zones and institutions that are none."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from build_graph.extract.home import home
from build_graph.extract.speaker import speaker
from build_graph.extract.units.positions import Positions
from build_graph.extract.units.series_patterns import province_name
from build_graph.parse.spans import Span, trimmed
from build_graph.places import Resolution, body, is_body, resolve, town
from build_graph.places.place import body_key, body_of, year_of
from build_graph.tables import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_graph.model import Level
    from build_graph.parse.reading import Reading
    from build_graph.places import Place

SHORTEST = 2
OURSELVES = "我们"
"""Who speaks on the page of a division."""
_LONGEST_HEAD = 12  # code points of the first name of a chain
_TOWNSHIP = re.compile(r"[一-鿿]{2,12}(?:镇|乡|街道|苏木)$")
_TOWN = re.compile(r"[一-鿿]{1,7}?(?:镇|乡|街道|苏木)")
_JOIN = re.compile(r"、|和|与|及|；")
_IN_BRACKETS = re.compile(r"(?P<place>[^（）]+)（(?P<part>[一-鿿、]{2,12})）$")
_DESIGNATION = re.compile(r"试点(?:省份?|县|市|区域?|城市|地区|单位)?(?:（[^）]{1,12}）)?")
_OWN = re.compile(r"[我本](省|市|县|区|州|旗|自治区)")
_TITLE_OF_BODY = re.compile(r"[一-鿿]{0,14}?(?:政府|局|委|委员会|办公室|厅|办)(?:$|[^一-鿿]|关于|印发)")
_DIVISIONS = frozenset("省市县区旗州")
_LETTERS = re.compile("[一-鿿]{3,20}")
_DASH = re.compile(r"[-－–—]")
_SEVERAL_OF = re.compile(
    r"(?P<region>[一-鿿]{3,12}?)(?:(?P<inland>内地)|区域|沿[海江])?"
    r"(?:(?:[两二三四五六七八九十]{1,3}|\d{1,2})个?|(?<=内地))(?:地市|城市|市|县|区)"
)
_SARS = {"810000", "820000"}  # Hong Kong, Macao
_MOST_JOINED = 4
_LONGEST_TITLE_PLACE = 16  # code points
_GOVERNMENT = re.compile(r"(?:人民)?政府$")


class Named(NamedTuple):
    """A name in a list, with what the list says of it."""

    span: Span
    context: Span
    rule: str
    designation: str = ""
    province: str | None = None
    """The province that the row, the heading or the list gives, as written."""
    level: Level | None = None
    """The level that the list gives its names (11个城市)."""
    city: str | None = None
    """The prefecture that the row or the line gives."""
    program: str | None = None
    """The program of whose name it is part."""


class Names:
    """What the names of one document stand for, as of its date and seen from its home."""

    def __init__(self, reading: Reading, programs: Sequence[str] = (), place: tuple[Place, ...] | None = None) -> None:
        """Take the document, the names of its programs and, if it is known already, the place that it speaks for."""
        self.reading = reading
        self._called = programs
        place = home(reading) if place is None else place
        above = place or _home_of_title(reading) or _province_of_title(reading)
        self._above = above
        self._home = above[-1].key if above else None
        self._known: dict[tuple[str, str | None, Level | None, str | None], Resolution] = {}

    def resolution(
        self, written: str, province: str | None = None, level: Level | None = None, city: str | None = None
    ) -> Resolution:
        """Resolve a name; a zone or an institution is the place of its own."""
        key = (written, province, level, city)
        if key not in self._known:
            bare = _GOVERNMENT.sub("", written) if written.endswith("政府") else written
            self._known[key] = self._resolved(bare, province, level, city)
        return self._known[key]

    def _resolved(self, written: str, province: str | None, level: Level | None, city: str | None) -> Resolution:
        gazetteer, on = self.reading.gazetteer, self._year
        if own := self._own(written):
            return Resolution(own, (own,), f"the page speaks for {own.name}")
        found = resolve(gazetteer, written, province=province, on=on, level_hint=level)
        if found.place is None and city:
            below = resolve(gazetteer, city + written, province=province, on=on)
            found = replace(below, stated_province=found.stated_province) if below.place else found
        if found.place is None and self._home:
            found = resolve(gazetteer, written, province=province, within=self._home, on=on, level_hint=level)
        if found.place is not None or found.candidates:
            return found
        special = self._part(written) or self._joined(written) or self._several_of(written) or self.own_body(written)
        special = special or town(gazetteer, written, province=province, on=on)
        if special is None and city:
            special = town(gazetteer, city + written, province=province, on=on)
        if special is None and not self._programs.find_matches_as_indexes(written):
            special = body(gazetteer, written, province=province or city or self._around_village(written), on=on)
        return replace(found, place=special, candidates=(special,)) if special else found

    def _around_village(self, written: str) -> str | None:
        """The province of the page, in which a village lies that it names without more."""
        is_village = written.endswith(words("build_graph.places", "bodies", "village"))
        province = self.reading.gazetteer.province_of(self._above[-1]) if is_village and self._above else None
        return province.name if province else None

    @cached_property
    def _programs(self) -> AhoCorasick:
        return AhoCorasick(self._called, implementation=Implementation.NoncontiguousNFA)  # the fastest to build

    @cached_property
    def _year(self) -> int | None:
        return year_of(self.reading.date)

    def is_home(self, written: str) -> bool:
        """Tell whether words (我市, 我县) mean the division that the page speaks for."""
        return self._own(written) is not None

    def _own(self, written: str) -> Place | None:
        if written == OURSELVES:
            return self._above[-1] if self._above else None
        ending = _OWN.fullmatch(written)
        if ending is None:
            name = speaker(self.reading, written)
            return body(self.reading.gazetteer, name) if name else None
        return next((each for each in reversed(self._above) if each.name.endswith(ending[1])), None)

    def own_body(self, written: str) -> Place | None:
        """Return the institution of the division that the page speaks for: 市博物馆, 县第一中学."""
        home = next((each for each in reversed(self._above) if each.name.endswith(written[:1])), None)
        is_own = written[:1] in _DIVISIONS and written.endswith(words("build_graph.places", "bodies", "institution"))
        if home is None or not is_own or not _LETTERS.fullmatch(written):
            return None
        province = self.reading.gazetteer.province_of(home)
        name = (home.name if home != province else "") + written[1:]
        return body_of(body_key(name, province.key if province else None))

    def _part(self, written: str) -> Place | None:
        """Return the part of a province that stands in brackets behind it: 安徽（合芜蚌）."""
        found = _IN_BRACKETS.match(written)
        above = self.resolution(found["place"]).place if found else None
        if found is None or above is None or above.level != "province":
            return None
        return self.reading.gazetteer.place(f"{above.key}/（{found['part']}）")

    def _joined(self, written: str) -> Place | None:
        """Return the one unit that places joined by a dash make: 甲-乙."""
        pieces = _DASH.split(written)
        if not 1 < len(pieces) <= _MOST_JOINED or min(map(len, pieces)) < SHORTEST:
            return None
        places = [self.resolution(piece).place for piece in pieces]
        if any(place is None or place.kind != "division" for place in places):
            return None
        above = {place and self.reading.gazetteer.province_of(place) for place in places}
        province = above.pop() if len(above) == 1 else None
        return body_of(body_key("-".join(pieces), province.key if province else None))

    def _several_of(self, written: str) -> Place | None:
        """Return the places of a region that are said to be so many: 大湾区内地九市."""
        found = _SEVERAL_OF.fullmatch(written)
        region = resolve(self.reading.gazetteer, found["region"]).place if found else None
        if found is None or region is None or region.kind != "collective":
            return None
        members = [self.reading.gazetteer.place(key) for key in region.members]
        provinces = {self.reading.gazetteer.province_of(place) for place in members if place is not None}
        inland = {place for place in provinces if place is not None and not (found["inland"] and place.code in _SARS)}
        province = inland.pop().key if len(inland) == 1 else None
        return body_of(body_key(written, province))

    def is_place(self, written: str, level: Level | None = None) -> bool:
        """Tell whether a text is the name of one place and nothing else."""
        return self.resolution(written, level=level).place is not None

    def is_known(self, written: str, level: Level | None = None) -> bool:
        """Tell whether a text is the name of one place or of several, or of a zone or an institution."""
        return bool(self.resolution(written, level=level).candidates)

    def begins_with_place(self, start: int, end: int) -> bool:
        """Tell whether some name of a place may begin at a position: a quick look before a long one."""
        return self.positions.begins_place(start, min(end, start + _LONGEST_HEAD))

    @cached_property
    def positions(self) -> Positions:
        """Where names may begin and end in the text of the document."""
        return Positions(self.reading.text, self.reading.gazetteer, self._above[-1] if self._above else None)

    def town_at(self, start: int, end: int) -> int | None:
        """Return where the name of a town ends that begins here and lies in the page's own division, else None."""
        found = _TOWN.match(self.reading.text, start, end) if self._home else None
        if found is None or not (
            self.reading.gazetteer.is_township(found[0]) or self.begins_with_place(start, found.end())
        ):
            return None
        place = self.resolution(found[0]).place
        return found.end() if place is not None and place.level == "township" else None

    def program_begins(self, position: int) -> bool:
        """Tell whether the name of one of the programs begins at a position."""
        return position in self._beginnings

    @cached_property
    def _beginnings(self) -> frozenset[int]:
        found = self._programs.find_matches_as_indexes(self.reading.text, overlapping=True)
        return frozenset(start for _, start, _ in found)

    def without_programs(self, words: str) -> str:
        """Leave the names of the programs out of some words."""
        found = self._programs.find_matches_as_indexes(words) if self._called else ()
        for _, start, end in reversed(list(found)):
            words = words[:start] + words[end:]
        return words

    def looks_like_name(self, written: str) -> bool:
        """Tell whether a text is written like the name of a township, a zone or an institution."""
        return bool(_TOWNSHIP.match(written)) or is_body(written)


def _home_of_title(reading: Reading) -> tuple[Place, ...]:
    """Return the place of the body at the head of a title (甲市财政局关于…) and what it lies in, from the top down."""
    for line in reading.titles:
        for length in range(min(_LONGEST_TITLE_PLACE, len(line.text)), SHORTEST, -1):
            if _TITLE_OF_BODY.match(line.text, length) and reading.is_place(line.text[:length]):
                place = resolve(reading.gazetteer, line.text[:length], on=reading.date).place
                if place is not None:
                    return (*reversed(reading.gazetteer.ancestors(place)), place)
    return ()


def _province_of_title(reading: Reading) -> tuple[Place, ...]:
    """Return the province with whose short name a title begins, where the page says 我省 (浙江高考有新变化)."""
    found = next(filter(None, (province_name().match(line.text) for line in reading.titles)), None)
    if found is None or "我省" not in reading.text or len(found[0]) < SHORTEST:
        return ()
    place = resolve(reading.gazetteer, found[0], on=reading.date, level_hint="province").place
    return (place,) if place is not None else ()


def without_government(reading: Reading, span: Span) -> Span:
    """Leave out 人民政府 behind the name of a place."""
    found = _GOVERNMENT.search(reading.slice(span))
    return trimmed(reading.text, Span(span.start, span.start + found.start())) if found and found.start() else span


def list_elements(reading: Reading, span: Span) -> list[Span]:
    """Return the spans of the names in a list that 、, 和 or 与 join, whatever they name."""
    elements, start = [], span.start
    for mark in _JOIN.finditer(reading.text, span.start, span.end):
        elements.append(trimmed(reading.text, Span(start, mark.start())))
        start = mark.end()
    elements.append(trimmed(reading.text, Span(start, span.end)))
    return [element for element in elements if element.end > element.start]


def designation_in(words: str) -> str:
    """Return the words of a designation (试点县, 试点城市（区）) that a stretch of text holds, or an empty string."""
    found = _DESIGNATION.search(words)
    return found[0] if found else ""
