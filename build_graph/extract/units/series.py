"""Series of names: 北京、天津和沈阳、大连11个城市, 甲、乙等5省和丙、丁等8市, 甲省乙市、丙市."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from build_graph.extract.units.names import OURSELVES, SHORTEST
from build_graph.extract.units.series_patterns import (
    WHOLE,
    abbreviations,
    follower,
    groups,
    level_of,
    national_zone,
    no_name,
    no_part_of_name,
    province_name,
    remark,
    run_on,
    tail,
)
from build_graph.parse.spans import Span
from build_graph.places import is_body
from build_graph.tables import either

if TYPE_CHECKING:
    from collections.abc import Callable

    from build_graph.extract.units.names import Names
    from build_graph.model import Level
    from build_graph.places import Place

_LONGEST_NAME = 36  # code points of a chain from the province down, or of an institution
_LONGEST_BRACKET = 80
_OURS = ("我", "本")
"""How words for the division begin that the page speaks for (我市)."""
_FEWEST_SIBLINGS = 2
_MARK = re.compile(r"(?:\s*[、；;/·]\s*|\s+)(?:\d{1,3}\s*[．.、)）]\s*)?|\s*[①-⑳]\s*")
_SEPARATOR = re.compile(r"[\s、；;]*(?:，?以及|及其|及|和|与|暨|[、；;\s])[\s、]*(?:其?(?:所辖|下辖|代管)的?)?")
_BETWEEN = re.compile(r"[\s、；;/·，以及和与暨①-⑳]")
_HARD = re.compile(r"[，。：！？;；、/·|\n\t“”《》（）]")
_BEHIND_LAST = "，、。；等为被列纳"
_CHAIN = re.compile(r".[省市州盟].+[市县区州旗镇乡]$")
_BEHIND = re.compile(rf"(?:人民)?政府|{WHOLE}|[*★☆※△▲]{{1,2}}")
_JOINT = re.compile("[和与及]")
_NO_NAME = re.compile(r"\s|政府$")
_KIND = re.compile(r"[省市区县州]")
_KINDS = "县市区旗州盟镇乡园"
_ZONE_INSIDE = re.compile("(?<=[一-鿿]{4})(?:区|园)(?=[一-鿿]{4})")
_A_VILLAGE = either("build_graph.places", "bodies", "village")
_WHOLE_NAME = re.compile(rf"[一-鿿]{{1,16}}(?:[{_KINDS}]|{_A_VILLAGE})")
_TOWN = "(?:镇|乡|街道|苏木)"
_VILLAGE = re.compile(rf"[一-鿿]{{1,8}}?{_A_VILLAGE}(?=[、，。；和与及等\d]|$)")
_TWO_TOWNS = re.compile(rf"[一-鿿]{{2,20}}?{_TOWN}[一-鿿]{{2,5}}?{_TOWN}[一-鿿]{{1,8}}{_A_VILLAGE}")
"""甲镇乙镇丙村: a town, and a village of another one."""
_COMMA = re.compile(r"，\s*")
_ENDS_CLAUSE = re.compile(
    r"，(?=[一-鿿]{2,12}(?:，|、|和|及|与|等|\d))|(?:等|共)?(?:\d|[一二三四五六七八九十]+[个省市县区])|[和及与](?=[一-鿿]{2,12}(?:等|\d))"
)
"""Behind a name that is all of its clause in a list with commas: a clause as short, or the sum."""
_UNKNOWN = re.compile(r"[一-鿿]{2,8}(?=、)")
_DAMAGED = re.compile(r"[一-鿿]{2,12}?(?:省|市|县|区|州|盟|旗|镇|乡)(?=、|和|与|及|；|等|$|，|。)")


class Element(NamedTuple):
    """One name of a series: its span, and the province that the series gives for it."""

    span: Span
    province: str | None = None
    level: Level | None = None
    city: str | None = None


class Series(NamedTuple):
    """Names that follow each other, with the words that close them."""

    elements: tuple[Element, ...]
    span: Span
    """From the first name to the end of the words that sum up (等11个城市)."""
    is_open: bool = False
    """It ends with 等."""
    number: str | None = None
    """The number at its end."""
    group: str = ""
    """What the number counts: 个城市, 省."""
    has_lost_number: bool = False
    """Its digits were lost: 等个县."""


def series_at(
    names: Names,
    start: int,
    end: int,
    level: Level | None = None,
    province: str | None = None,
    *,
    strict: bool = False,
) -> Series | None:
    """Return the series of names that begins at a position, or None if no name begins there.

    ``level`` and ``province`` are those that the text gives its names by a heading or a column. ``strict``: the text
    is a sentence, in which a zone or an institution is known only by the place that its name begins with.
    """
    parser = _Parser(names, end, level)
    parser.given, parser.strict = province, strict
    return parser.series(start)


class _Parser:
    """Reads one series from left to right; the time it takes grows with the length of the series only."""

    def __init__(self, names: Names, end: int, level: Level | None) -> None:
        self.names, self.text, self.end, self.level = names, names.reading.text, end, level
        self.province: str | None = None
        self.city: str | None = None
        self.given: str | None = None
        self.strict = False
        self.chained = False  # some name so far began with what it lies in
        self.towns = False  # the last name was that of a town
        self.commas = 0  # names so far that stood between commas
        self.bodies = False  # behind the first name others may be those of zones and institutions
        self.ends: dict[int, int | None] = {}  # of the names at positions where one was looked for already

    def series(self, start: int) -> Series | None:
        elements: list[Element] = []
        first, position = 0, start
        closing: re.Match[str] | None = None
        end = start
        while True:
            found = self._element(position, elements)
            if found is None:
                break
            more, position = found
            elements += more
            summed = self._summed_up(position)
            if summed:
                closing, position = summed, summed.end()
                group = summed["group"] or summed["bare"] or ""
                level = level_of(group)
                elements[first:] = [each._replace(level=level or each.level or self.level) for each in elements[first:]]
                first = len(elements)
            end = position
            following = self._next(position, after_sum=bool(closing and closing.end() == position))
            if following is None:
                break
            position = following
        return _closed(self._as_siblings(elements), Span(start, end), closing) if elements else None

    def _summed_up(self, position: int) -> re.Match[str] | None:
        """The words behind a name that sum up: 等11个城市, 三省; not the name of a place that begins so (二七区)."""
        found = tail().match(self.text, position, self.end)
        if found is None or not (found["open"] or found["number"] or found["bare"]):
            return None
        number = found.start("number")
        begins_name = number >= 0 and self.names.reading.gazetteer.ends_of_names(self.text, number, found.end() + 1)
        return None if begins_name else found

    def _as_siblings(self, elements: list[Element]) -> list[Element]:
        """Of several places with one name the one that lies where all others of the series do: 甲省乙县、丙."""
        places = [self._place_of(each) for each in elements]
        known = [place for place in places if place is not None]
        if len(known) == len(places) or len(known) < _FEWEST_SIBLINGS:
            return elements
        gazetteer = self.names.reading.gazetteer
        above = {gazetteer.province_of(place) for place in known}
        province = above.pop() if len(above) == 1 else None
        if province is None or province in known:
            return elements
        return [
            each if place or each.province else each._replace(city=province.name)
            for each, place in zip(elements, places, strict=True)
        ]

    def _place_of(self, element: Element) -> Place | None:
        written = self.text[element.span.start : element.span.end]
        return self.names.resolution(written, element.province, element.level, element.city).place

    def _next(self, position: int, *, after_sum: bool) -> int | None:
        """The position of the next name, if a separator and a name follow."""
        if not _BETWEEN.match(self.text, position, self.end):  # the end of most series
            glued = not self.strict and self._is_glued(position) and self._is_known(position)
            return position if glued else None
        mark = _MARK.match(self.text, position, self.end)  # first: 、和县 is a mark and a name
        separator = _SEPARATOR.match(self.text, position, self.end)
        comma = _COMMA.match(self.text, position, self.end)
        ways: list[tuple[re.Match[str] | None, Callable[[int], bool]]] = [
            (mark, self._is_known),
            (separator, self._is_known),
            (comma, self._goes_on if self.strict else self._is_known),
            (separator, self._is_run_on),
        ]
        if not after_sum:
            ways += [(mark, self._is_passed), (separator, self._is_damaged)]
        return next((found.end() for found, follows in ways if found and follows(found.end())), None)

    def _is_known(self, position: int) -> bool:
        return self._name(position) is not None

    def _is_run_on(self, position: int) -> bool:
        return run_on().match(self.text, position, self.end) is not None

    def _is_damaged(self, position: int) -> bool:
        return _DAMAGED.match(self.text, position, self.end) is not None

    def _is_passed(self, position: int) -> bool:
        """Tell whether a word that names nothing known stands between two names: 郑州市、福厦泉、重庆市."""
        unknown = _UNKNOWN.match(self.text, position, self.end)
        if unknown is None or no_name().match(unknown[0]):
            return False
        stops = no_part_of_name().search(unknown[0])
        return not stops and self._name(unknown.end() + 1) is not None

    def _goes_on(self, position: int) -> bool:
        """Behind a comma a chain goes on, or a name that is all of its clause: 确定甲市，乙市，丙市等5个市."""
        name = self._name(position)
        if name is not None and self._is_in_commas(name):
            place = self.names.resolution(self.text[position:name]).place
            if place is not None and place.kind == "division":
                self.commas += 1
                return True
        return self._is_chain(position)

    def _is_in_commas(self, end: int) -> bool:
        """Tell whether a clause is a name alone, the one behind it begins with one, or others before it were so."""
        if _ENDS_CLAUSE.match(self.text, end, self.end) or self.commas:
            return True
        behind = _COMMA.match(self.text, end, self.end)
        return behind is not None and self._name(behind.end()) is not None

    def _is_chain(self, position: int) -> bool:
        """A province and a place below it go on behind a comma: 甲省乙市、丙市，丁省戊市."""
        name = self._name(position)
        if name is None:
            return False
        written = self.text[position:name]
        found = self.names.resolution(written)
        if found.place is None:
            return False
        if found.place.level == "province":  # ，丁省（戊市）
            return self.chained and self.text[name : name + 1] in ("（", "：")
        if found.place.kind == "special":  # ，丙市丁县，杨凌示范区。
            return self.chained and (name == self.end or self.text[name] in _BEHIND_LAST)
        return found.stated_province is not None or (self.chained and bool(_CHAIN.search(written)))

    def _element(self, position: int, before: list[Element]) -> tuple[list[Element], int] | None:
        if abbreviations().issuperset(self.text[position : position + 2]) and (together := self._run_on(position)):
            return together  # 京津冀三地, though 京津冀 has a name of its own
        end = self._name(position)
        if end is None:
            leads = before or (not self.strict and self._leads_to_known(position))
            return self._run_on(position) or (self._damaged(position) if leads else None)
        span = Span(position, end)
        if of_it := self._of_the_city(span):
            return [of_it], of_it.span.end
        bracket = self._bracket(self._after_government(end))
        if bracket is None or remark().match(self.text, bracket.start + 1):
            return [self._made(span)], bracket.end if bracket else self._after_government(end)
        return self._with_bracket(span, bracket)

    def _of_the_city(self, city: Span) -> Element | None:
        """甲市的乙县, 兵团的丙市: a county behind the name of the city, or of the Corps, in which it lies."""
        if self.text[city.end : city.end + 1] != "的":
            return None
        end, written = self._name(city.end + 1), self.text[city.start : city.end]
        outer = self.names.resolution(written).place
        if end is None or outer is None or (outer.level != "city" and outer.kind != "corps"):
            return None
        if outer.kind == "corps":
            own = self.names.resolution(self.text[city.end + 1 : end], written)
            differs = own.place is None or own.stated_province_differs
            return None if differs else Element(Span(city.end + 1, end), written, self.level)
        inner = self.names.resolution(self.text[city.end + 1 : end], level="county", city=written).place
        lies_in = inner is not None and inner.level == "county" and inner.parent == outer.key
        return Element(Span(city.end + 1, end), level=self.level, city=written) if lies_in else None

    def _run_on(self, position: int) -> tuple[list[Element], int] | None:
        """Provinces without a mark between them, as headlines write: 北京上海等4省市, 京津沪三地."""
        found = run_on().match(self.text, position, self.end)
        if found is None:
            return None
        names = province_name().finditer(self.text, *found.span())
        return [Element(Span(*name.span()), level="province") for name in names], found.end()

    def _leads_to_known(self, position: int) -> bool:
        """A name that nothing has may head a list or a cell: what follows it is known."""
        found = _DAMAGED.match(self.text, position, self.end)
        mark = _MARK.match(self.text, found.end(), self.end) if found else None
        return mark is not None and self._is_known(mark.end())

    def _damaged(self, position: int) -> tuple[list[Element], int] | None:
        found = _DAMAGED.match(self.text, position, self.end) or _UNKNOWN.match(self.text, position, self.end)
        if found is None or no_name().match(found[0]):
            return None
        return [Element(Span(*found.span()), level=self.level)], found.end()

    def _with_bracket(self, span: Span, bracket: Span) -> tuple[list[Element], int]:
        """天津市（河西区、南开区）: the names in there; 安徽（合芜蚌）: one; anything else is a remark.

        In a list of cities 遵义市（汇川区） is the city, with the part that begins.
        """
        whole, written = Span(span.start, bracket.end), self.text[span.start : span.end]
        stated = self._province_behind(written, bracket)
        if stated:
            return [Element(span, stated, self.level)], bracket.end
        outer = self.names.resolution(written, level=self.level).place
        if self.level == "city" and outer is not None and outer.level == "city":
            return [self._made(span)], bracket.end
        inner = _Parser(self.names, bracket.end - 1, None)
        inner._hold(outer.level if outer else None, written)
        found = inner.series(bracket.start + 1)
        self.chained = self.chained or outer is not None
        if found and found.span.end == bracket.end - 1 and all(map(inner._is_division, found.elements)):
            return list(found.elements), bracket.end
        if found and found.span.end == bracket.end - 1 and all(map(inner._is_body, found.elements)):
            zones = [each._replace(province=each.province or written) for each in found.elements]
            return [self._made(span), *zones], bracket.end  # 甲省（乙片区、丙片区）: the province and its zones
        one = self.names.is_place(self.text[whole.start : whole.end])
        return [self._made(whole if one else span)], bracket.end

    def _province_behind(self, written: str, bracket: Span) -> str | None:
        """杭州（浙江）: the province in which a name lies may stand behind it."""
        inside = self.text[bracket.start + 1 : bracket.end - 1]
        province = self.names.resolution(inside).place
        if province is None or province.level != "province" or inside == written:
            return None
        found = self.names.resolution(written, inside, self.level)
        lies_in = found.place is not None and found.place.level != "province" and not found.stated_province_differs
        return inside if lies_in else None

    def _is_division(self, element: Element) -> bool:
        place = self._place_of(element)
        return place is not None and place.kind == "division"

    def _is_body(self, element: Element) -> bool:
        place = self._place_of(element)
        return place is not None and place.kind == "body"

    def _hold(self, level: Level | None, written: str) -> None:
        if level == "province":
            self.province = written
        else:
            self.city = written

    def _made(self, span: Span) -> Element:
        """Make an element; a province named with it goes for those behind it that lie in there."""
        written = self.text[span.start : span.end]
        own = self.names.resolution(written, level=self.level)
        self.chained = self.chained or own.stated_province is not None or bool(_CHAIN.search(written))
        self.bodies = True
        self.ends.clear()  # what it lies in goes for the names behind it
        self.towns = own.place is not None and own.place.level == "township"
        if own.stated_province is not None:
            self.province = own.stated_province.name
            self.city = self._city_of(own.place, written) if own.place else None
            return Element(span, None, self.level)
        if own.place is not None and own.place.level == "province":
            self.province = None
        if own.place is not None:
            self.city = self._city_of(own.place, written) or self.city
        if self.province:
            inside = self.names.resolution(written, self.province, self.level)
            known = inside.place is not None and inside.place.kind != "body" and inside.place.level != "province"
            if known and not inside.stated_province_differs:
                return Element(span, self.province, self.level, self.city)
            self.province = None
        return Element(span, None, self.level, self.city)

    def _city_of(self, place: Place, written: str) -> str | None:
        """The prefecture that a county is named with (深圳市福田区): those behind it may lie there too.

        Towns behind a town are those of its county.
        """
        above = tuple(self.names.reading.gazetteer.ancestors(place))
        if place.level == "township" and above:
            return self.names.reading.gazetteer.full_name(above[0])
        return next((each.name for each in above if each.level == "city" and each.name in written), None)

    def _name(self, start: int) -> int | None:
        """The end of the longest name of a place, a zone or an institution that begins at a position."""
        if start not in self.ends:  # what goes on behind a mark is asked before it is read
            self.ends[start] = self._longest_name(start)
        return self.ends[start]

    def _longest_name(self, start: int) -> int | None:
        if self.text.startswith(OURSELVES, start) and self.names.is_home(OURSELVES):
            return start + len(OURSELVES)
        national = national_zone().match(self.text, start, self.end)
        if national and self.names.is_place(national[0]):
            return national.end()
        hard = _HARD.search(self.text, start, min(self.end, start + _LONGEST_NAME))
        stop = hard.start() if hard else min(self.end, start + _LONGEST_NAME)
        town = self.names.town_at(start, stop)
        if town is not None and follower().match(self.text, town, self.end) and not _VILLAGE.match(self.text, town):
            return town
        place = self.names.begins_with_place(start, stop)
        bodies = self.bodies or self.names.positions.begins_institution(start)
        if not place and self.strict and not bodies and self.text[start : start + 1] not in _OURS:
            return None
        for end in reversed(self.names.positions.possible_ends(start + SHORTEST, stop)):
            if not (follower().match(self.text, end, self.end) or self._is_followed(end)):
                continue
            written = self.text[start:end]
            if (place or self.names.is_home(written) or self._may_be_body(written, bodies)) and self._is_name(written):
                return end
        return None

    def _is_followed(self, end: int) -> bool:
        """Tell whether the name of a program goes on behind a name, or in a list the next name."""
        return self.names.program_begins(end) or (not self.strict and self._is_glued(end))

    def _is_glued(self, position: int) -> bool:
        """甲县乙区: the names of a list with nothing between them, each with the word for its kind."""
        return self.text[position - 1] in _KINDS and _WHOLE_NAME.match(self.text, position, self.end) is not None

    def _may_be_body(self, written: str, bodies: bool) -> bool:
        if bodies and self.names.own_body(written):
            return True
        if self.strict and not (bodies and (self.towns or is_body(written))):
            return False
        return self.names.looks_like_name(written)

    def _is_name(self, written: str) -> bool:
        if self.names.is_home(written):
            return True
        if _NO_NAME.search(written) or self._joins_two(written) or self._runs_on_with_place(written):
            return False
        if self.strict and written in groups():
            return False  # 各试点县市区
        known = self.names.resolution(written, self.given, self.level, self.city)
        if known.stated_province_differs and not _KIND.search(written):
            return False  # 北京上海: two names, not one in the wrong province
        return bool(known.candidates)

    def _runs_on_with_place(self, written: str) -> bool:
        """甲软件园乙市高新区, 甲镇乙镇丙村: behind a name in a list begins that of another one, with its place."""
        if self.strict or not is_body(written):
            return False
        if _TWO_TOWNS.fullmatch(written):
            return True
        ends = (found.end() for found in _ZONE_INSIDE.finditer(written))
        return any(is_body(written[:end]) and self.names.is_place(written[end : end + 2]) for end in ends)

    def _joins_two(self, written: str) -> bool:
        """甲市和乙市医院: behind a whole place and a conjunction begins another name (but 天津市和平区 is one)."""
        first = _JOINT.search(written, SHORTEST)
        if first is None:
            return False  # most names
        is_place = self.names.reading.is_place
        joints = (found.start() for found in _JOINT.finditer(written, first.start()))
        return any(is_place(written[:joint]) for joint in joints) and not is_place(written)

    def _after_government(self, position: int) -> int:
        found = _BEHIND.match(self.text, position, self.end)
        return found.end() if found else position

    def _bracket(self, position: int) -> Span | None:
        if self.text[position : position + 1] != "（":
            return None
        end = self.text.find("）", position, min(self.end, position + _LONGEST_BRACKET))
        return Span(position, end + 1) if end > 0 else None


def _closed(elements: list[Element], span: Span, closing: re.Match[str] | None) -> Series:
    last = closing if closing and closing.end() == span.end else None
    if last is None:
        return Series(tuple(elements), span)
    group = last["group"] or last["bare"] or ""
    return Series(tuple(elements), span, bool(last["open"]), last["number"], group, bool(last["lost"]))
