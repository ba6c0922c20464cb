"""Pilot units in lists: …试点县名单（河北）, and below it one name a line, or a province and its names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, partial
from itertools import islice
from typing import TYPE_CHECKING

from build_graph.extract.programs.naming import BATCH
from build_graph.extract.units.headings import Heading
from build_graph.extract.units.names import Named
from build_graph.extract.units.row_cells import (
    before_province,
    ended_by_province,
    is_county_of,
    is_province,
    led_by_cities,
    led_by_province,
    lie_in,
)
from build_graph.extract.units.series import Element, Series, series_at
from build_graph.parse.lines import breaks_off
from build_graph.parse.spans import Span, trimmed
from build_graph.places import Gazetteer
from build_graph.tables import either, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from build_graph.extract.units.names import Names
    from build_graph.model import Level
    from build_graph.parse.lines import Line

_NUMBER = re.compile(
    r"\s*(?>(?:[●·•◇◆■□▪–—\-*★☆○◎※▲►>]+\s*|[①-⑳㈠-㈩]\s*|（(?:\d{1,3}|[一二三四五六七八九十]{1,3})）\s*"
    r"|\d{1,3}\s*[.．、，)）]\s*|\d{1,3}[\s:：︰∶﹕]+|\d{1,3}(?=[一-鿿])|[一二三四五六七八九十]{1,3}、\s*)*)"
)
_GROUP_HEAD = re.compile(
    rf"(?:{BATCH}\s*(?:（[^（）]{{0,40}}）)?\s*)?(?P<head>[一-鿿][ \u3000]{{0,2}}[一-鿿]{{1,13}}|[省市县区旗镇乡])"
    r"\s*(?:（[^（）]*）)?\s*(?:[：:︰∶﹕]|—{1,2}|\s-\s)\s*(?=\S)"
)
_BATCH_BEFORE = re.compile(rf"{BATCH}\s*（[^（）]{{1,40}}）\s*(?=[一-鿿]{{2,20}}[、，])")
"""第三批（2016年公布，8个）甲县、乙县."""
_RUBBISH_HEAD = re.compile(r"[^：。]{2,60}：\s*(?=[一-鿿]{2})")
"""What a page put in the place of the name of a group; the names behind it go on with the list."""
_CELLS = re.compile(r"[|\t]")
_COUNT_BEHIND = re.compile(r"\s*(?>(?:（[^（）]{0,12}）|\d++个?|[：:︰∶﹕])*)\s*$")
_END_OF_PLACE = re.compile("[县市区旗]")
_LAST = re.compile(r"[\s；;。，、\d]*(?:等|（[^（）]{0,40}）)?[\s；;。，、]*$")
_LEVEL_HEAD = re.compile(r"(?:国家|省|地市|市|县|区县)级")
_KIND_HEAD = re.compile(r"[一-鿿]{2,14}(?:城市|地区|县市|县|区|单位|乡镇|园区|类)")
_LIKE_A_NAME = re.compile(r"[一-鿿]{2,14}(?:省|市|县|区|州|盟|旗|镇|乡|街道)")
_PAGE_OR_DAY = re.compile(r"[\d\s年月日.\-—/页第]+|（[\d\s年月日.\-—/页第批次版]+）")
_LONGEST_LINE = 2000  # code points
_LONGEST_PASSED = 60  # code points of a line of a list that says something else
_LONGEST_SLIP = 60  # code points of a line of a list that cannot be read
_LONGEST_SUBHEADING = 40  # code points
_LONGEST_GROUP = 14  # code points of a line that groups the names below it and says nothing else
_RUNNING_TEXT = 25  # code points of a line below a name that is a portrait of it
_LONGEST_TOP = 20  # lines of headings, groups and remarks before the first name
_SKIPPED_AT_TOP = 4  # lines between a heading and its first name that say something else


def in_lists(names: Names, heading_of: Callable[[str], Heading | None]) -> Iterator[Named]:
    """Yield the names below headings that announce units, each with its line and the province of the heading."""
    lines = names.reading.lines
    look = _Look(names, heading_of, cache(partial(series_at, names)))
    index = 0
    while index < len(lines):
        heading = look.heading(lines[index].text)
        index += 1
        if heading is None:
            continue
        walk = _Walk(look, heading)
        index = walk.down(lines, index)
        yield from walk.found


@dataclass(frozen=True, slots=True)
class _Look:
    """What lines hold, found once for all headings from which they are reached."""

    names: Names
    heading: Callable[[str], Heading | None]
    series: Callable[[int, int, Level | None, str | None], Series | None]


@cache
def _next_cell() -> re.Pattern[str]:
    """What may stand in the cell behind a name; no body (德清县水利局 names no county)."""
    bodies = "".join(f"(?<!{end})" for end in words(__package__, "unit_words", "body_end"))
    return re.compile(rf"[一-鿿“”+、]{{2,24}}$(?<![省市县区旗州镇乡村]){bodies}")


@cache
def _in_province() -> re.Pattern[str]:
    """A place that is named with its province."""
    names = "|".join(place.name for place in Gazetteer.shipped().provinces())
    return re.compile(rf"(?:{names})[一-鿿]{{2,}}")


class _Walk:
    """A walk down the lines of one list; it ends with the first line that is no part of it."""

    def __init__(self, look: _Look, heading: Heading) -> None:
        self.look, self.names, self.heading = look, look.names, heading
        self.province = heading.province
        self.city: str | None = None
        self.row_province: str | None = None
        self.found: list[Named] = []
        self.ends_rows = False  # a province stands below the names of a row
        self.placed = 0  # so many of the names were, or are of rows that said where they lie

    def down(self, lines: Sequence[Line], index: int) -> int:
        """Read from a line on; return the number of the first line that does not belong to the list."""
        first, passed = index, 0
        while index < len(lines):
            line = lines[index]
            if _CELLS.search(line.text) or len(line.text) > _LONGEST_LINE:
                break
            following = self._following(lines, index)
            if not self._take(line, following):
                passed += 1
                if self.found and self._is_slip(line, following):
                    index += 1
                    continue
                if self.found or passed > _SKIPPED_AT_TOP or not _is_passed_over(line.text):
                    break
            index += 1
            if not self.found and index - first > _LONGEST_TOP:
                break
        self._without_portrait(lines, index)
        return index if self.found else first

    def _following(self, lines: Sequence[Line], index: int) -> Line | None:
        """The next line that is more than the number of one."""
        text = self.names.reading.text
        filled = (line for line in islice(lines, index + 1, index + 3) if _NUMBER.fullmatch(text, *line.span) is None)
        return next(filled, None)

    def _take(self, line: Line, following: Line | None) -> bool:
        """Take a line into the list; False if it has nothing to do with it."""
        content = _content(self.names.reading.text, line.span)
        if content.end == content.start:
            return True
        if self._ends_rows(content) or self._heads_group(content, following):
            return True
        if _kind().fullmatch(self.names.reading.slice(content)):  # 地级先行区 is no zone of that name
            self._subheading(content)
            return True
        made = self._named(line, content)
        if made:
            self.found += made
            return True
        heads = self._subheading(content) or self._heads_kind(content, following)
        if heads or (self.found and _is_passed_over(line.text)):
            return True
        damaged = self._damaged(line, content)
        self.found += damaged
        return bool(damaged)

    def _is_slip(self, line: Line, following: Line | None) -> bool:
        """Tell whether a line that cannot be read is one of the list: it begins with a place, and the list goes on."""
        text = self.names.reading.text
        content = _content(text, line.span)
        if following is None or len(line.text) > _LONGEST_SLIP or _is_passed_over(line.text) or "。" in line.text:
            return False
        return self.names.begins_with_place(*content) and bool(self._named(following, _content(text, following.span)))

    # --- names

    def _named(self, line: Line, content: Span) -> list[Named]:
        text = self.names.reading.text
        head = _GROUP_HEAD.match(text, *content)
        if head:
            return self._grouped(line, content, head)
        rubbish = _RUBBISH_HEAD.match(text, *content) if self.found else None
        if rubbish and (rest := self._whole(Span(rubbish.end(), content.end))):
            return self._made(line, rest, self.province, None)
        series = self._whole(content)
        if series is None or (
            series.group == "试点" and is_province(self.names, text[content.start : content.end][:-2])
        ):
            return []  # 甲市试点 heads those of the province
        return self._row(line, series)

    def _row(self, line: Line, series: Series) -> list[Named]:
        """The units of a row, without the province and the city in which it says that they lie."""
        province, series = led_by_province(self.names, series)
        if province is None:
            province, series = ended_by_province(self.names, series)
        if self.heading.level != "city":
            series = led_by_cities(self.names, series, province or self.province)
        above = province or self.province or self._above(series)
        self.row_province = province or self.row_province
        return self._made(line, series, above, self.city)

    def _above(self, series: Series) -> str | None:
        """The province of a row that names none and lies where the one before it does, as its cell there says."""
        written = [(self.names.reading.slice(each.span), each.level) for each in series.elements]
        stated = self.names.resolution(written[-1][0]).stated_province
        if stated is None and self.row_province and lie_in(self.names, written, self.row_province):
            return self.row_province
        self.row_province = stated.name if stated else None
        return None

    def _names_trial(self, start: int, position: int) -> bool:
        """1.甲镇X试点: behind the name in a numbered line may stand that of the program."""
        before = self.names.reading.text[max(0, start - 1) : start]
        return before not in ("", "\n") and self.names.program_begins(position)

    def _damaged(self, line: Line, content: Span) -> list[Named]:
        """A name among names that nothing has is told as not resolved; the list goes on."""
        if not self.found or not _LIKE_A_NAME.fullmatch(self.names.reading.slice(content)):
            return []
        return [Named(content, line.span, "unit-list-line", self.heading.designation, self.province)]

    def _grouped(self, line: Line, content: Span, head: re.Match[str]) -> list[Named]:
        """甲省：乙市、丙市; 第一批：甲市、乙市."""
        written = re.sub(r"\s", "", head["head"])  # 河 北：
        place = self.names.resolution(written, self.province).place
        series = self._whole(Span(head.end(), content.end), written if place else None)
        if series is None:
            return []
        if place is None:
            known = self._is_group(written)
            return self._made(line, series, self.province, None) if known else []
        province, city = (written, None) if place.level == "province" else (self.province, written)
        return self._made(line, series, province, city)

    def _is_group(self, words: str) -> bool:
        """Tell whether words in front of names group them: 省级, 东部地区, 第一批试点."""
        if _region().search(words) or _LEVEL_HEAD.fullmatch(words) or _kind().fullmatch(words):
            return True
        return self.look.heading(words) is not None

    def _whole(self, span: Span, within: str | None = None) -> Series | None:
        """The series that a span consists of, and of nothing else but the province behind it."""
        return (
            before_province(self.names, span, self._closed)
            or self._closed(*span, within)
            or (None if within else self._run_together(span))
        )

    def _closed(self, start: int, end: int, within: str | None) -> Series | None:
        text = self.names.reading.text
        series = self.look.series(start, end, self.heading.level, within or self.province)
        if series is None:
            return None
        closed = (
            _LAST.match(text, series.span.end, end)
            or self._names_trial(start, series.span.end)
            or breaks_off(text, series.span.end)
        )
        return series if closed else None

    def _run_together(self, span: Span) -> Series | None:
        """9湖北省大悟县分散式风电: a number, a place below its province, and the next cell right behind it."""
        text = self.names.reading.text
        if not text[span.start - 1 : span.start].isdecimal() or not _in_province().match(text, *span):
            return None
        ends = [
            end.end() for end in _END_OF_PLACE.finditer(text, *span) if _next_cell().match(text, end.end(), span.end)
        ]
        return next(filter(None, (self._closed(span.start, end, None) for end in reversed(ends))), None)

    def _made(self, line: Line, series: Series, province: str | None, city: str | None) -> list[Named]:
        return [
            Named(
                element.span,
                line.span,
                "unit-list-line",
                self.heading.designation,
                element.province or province,
                element.level or self.heading.level,
                element.city or city,
            )
            for element in series.elements
        ]

    # --- lines that group

    def _ends_rows(self, content: Span) -> bool:
        """乙县, and below it 甲省: where the names since the line before that says so lie."""
        written = self.names.reading.slice(content)
        if self.placed >= len(self.found) or not is_province(self.names, written):
            return False
        above = self.found[self.placed :]
        if any(each.province for each in above):
            return False
        names = ((self.names.reading.slice(each.span), each.level) for each in above)
        if not (self.ends_rows or lie_in(self.names, names, written)):
            return False
        self.found[self.placed :] = [each._replace(province=written) for each in above]
        self.ends_rows, self.placed = True, len(self.found)
        return True

    def _heads_group(self, content: Span, following: Line | None) -> bool:
        """A line with a province alone heads the places below it that lie in it, one with a county its towns."""
        text = self.names.reading.text
        bare = _without_count(text, content)
        written = text[bare.start : bare.end]
        if following is None:
            return False
        if not is_province(self.names, written):
            below = _content(text, following.span)
            return self._heads_counties(written, below) or self._heads_towns(written, below)
        first = self._first_name(_content(text, following.span), written)
        if first is None:
            return False
        inside = self.names.resolution(text[first.span.start : first.span.end], written, first.level)
        if inside.place is None or inside.place.level == "province" or inside.stated_province_differs:
            return False
        self.province, self.city = written, None
        return True

    def _heads_counties(self, written: str, below: Span) -> bool:
        """In a list of counties a city alone heads those below it."""
        if self.heading.level != "county" or (self.city == written):
            return False
        first = self._first_name(below, self.province)
        if first is None or not is_county_of(self.names, self.names.reading.slice(first.span), written, self.province):
            return False
        self.city = written
        return True

    def _first_name(self, content: Span, province: str | None) -> Element | None:
        """The first name of a line that consists of names, or the one that groups them: 乙市：丙县、丁县."""
        below = self._whole(content, province)
        if below is not None:
            return below.elements[0]
        head = _GROUP_HEAD.match(self.names.reading.text, *content)
        return Element(Span(*head.span("head"))) if head else None

    def _heads_towns(self, written: str, below: Span) -> bool:
        county = self.names.resolution(written, self.province).place
        if county is None or county.level != "county":
            return False
        name = self.names.reading.slice(below)
        town = self.names.resolution(name, self.province, "township", written).place
        if town is None or not (town.level == "township" or (town.kind == "body" and name[:2] == written[:2])):
            return False
        self.city = written
        return True

    def _subheading(self, content: Span) -> bool:
        """一、试点省, 第二批（10个）, 东部地区: the list goes on below."""
        text = self.names.reading.text[content.start : content.end]
        if len(text) > _LONGEST_SUBHEADING or text.endswith(("。", "；")):
            return False
        heading = self.look.heading(text)
        if heading is not None:
            self.heading = Heading(heading.designation or self.heading.designation, heading.province, heading.level)
            self.province = heading.province
            return True
        return len(text) <= _LONGEST_GROUP and _groups().match(text) is not None

    def _heads_kind(self, content: Span, following: Line | None) -> bool:
        """一、人口净流入的大城市: what kind of places the names in the next line are."""
        text = self.names.reading.text
        if following is None or not _KIND_HEAD.fullmatch(text, *content):
            return False
        series = self._whole(_content(text, following.span))
        return series is not None and (len(series.elements) > 1 or text.endswith("类", *content))

    def _without_portrait(self, lines: Sequence[Line], index: int) -> None:
        """One name with running text about it below is the heading of a portrait, no list."""
        if len(self.found) != 1 or index >= len(lines) or len(lines[index].text) < _RUNNING_TEXT:
            return
        written = self.names.reading.slice(self.found[0].span)
        if written[:2] in lines[index].text:
            self.found = []


@cache
def _region() -> re.Pattern[str]:
    return re.compile(either(__package__, "unit_words", "region"))


@cache
def _groups() -> re.Pattern[str]:
    return re.compile(rf"{_region().pattern}|{BATCH}|{_LEVEL_HEAD.pattern}")


@cache
def _kind() -> re.Pattern[str]:
    """城市, 县级市（2个）: what kind of divisions stand below, or behind the colon."""
    rank, group, zone = (either(__package__, "unit_words", kind) for kind in ("rank", "group", "zone"))
    return re.compile(rf"(?:{rank}?{group}|{rank}{zone}){_COUNT_BEHIND.pattern}")


@cache
def _passed_over() -> re.Pattern[str]:
    return re.compile(either(__package__, "unit_words", "skipped"))


@cache
def _column() -> re.Pattern[str]:
    """The headings of columns, in a table that a page gives one cell a line, or without anything between its cells."""
    kinds = "|".join(either(__package__, "unit_words", kind) for kind in ("column", "index"))
    remark = "(?:（[^）]{1,8}）)?"
    where = "所[在属]|推荐|试点|入选|先行|区域"
    return re.compile(
        rf"(?:(?:{where})?(?:省份?|省市|省（[^）]{{1,8}}）|{kinds})(?:名称)?{remark}[ ，]?){{1,8}}"
        rf"|[一-鿿]{{0,6}}{either(__package__, 'unit_words', 'measured')}{remark}"
    )


def _is_passed_over(text: str) -> bool:
    if len(text) > _LONGEST_PASSED:
        return False
    return bool(_passed_over().match(text) or _column().fullmatch(text) or _PAGE_OR_DAY.fullmatch(text))


def _content(text: str, span: Span) -> Span:
    """A line without its number or bullet."""
    found = _NUMBER.match(text, *span)
    start = found.end() if found else span.start
    batch = _BATCH_BEFORE.match(text, start, span.end)
    start = batch.end() if batch else start
    return trimmed(text, Span(start, span.end), " \t\n\r。；;，")


def _without_count(text: str, content: Span) -> Span:
    """甲省（3个）： without what follows the name."""
    found = _COUNT_BEHIND.search(text, content.start, min(content.end, content.start + 40))
    return trimmed(text, Span(content.start, found.start() if found else content.end))
