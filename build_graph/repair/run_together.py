"""Rows of a table that run together in one line of a page, with a space, a tab or nothing where each ended.

The rows are known by their running numbers (1延庆区北京市2怀柔区北京市), by the provinces, or the counties of cities,
that begin all of them or end all of them, by the headings that make the first of them, or by the two borders that stand
where one ends and the next begins.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from build_graph.repair.page import lines_of
from build_graph.repair.scattered import heading_at, is_heading
from build_graph.repair.tracked import Edit
from build_graph.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_graph.repair.page import Line
    from build_graph.repair.tracked import Tracked

KIND = "rows run together"
_FEWEST_ROWS = 3
_FEWEST_COLUMNS = 2
_FEWEST_BORDERS = 3  # of a row between borders
_SHORTEST = 20  # code points of a line that holds so many
_SHORTEST_ROW, _LONGEST_ROW = 2, 60  # code points
_DIGITS = re.compile(r"\d{1,3}[ \t]{0,2}")
_ITEM = re.compile(r"(?<=[。：！？])(?P<n>\d{1,2})[.．、](?=[一-鿿“])")
_CLAUSE = re.compile("[，。；！？]")
_NAME_END = r"[省县区市旗州盟镇乡村道地位份称域院校学司）]"
"""What a name ends in, or the heading of a column."""
_ENDS_IN_NAME = re.compile(rf"{_NAME_END}[ \t|]*\Z")
_TWO_BORDERS = re.compile(r"\|(?=[ \t]?\|)")
_THIRD = re.compile(r"3(?:(?=[ \t]{0,2}[一-鿿])|[.．、])")
"""Every line with so many numbers holds the third."""
_PROVINCE_ENDS = re.compile("[京津海庆]市|省|自治区")
_COUNTY_OF_CITY = re.compile(
    rf"(?:(?<={_NAME_END})|(?<![一-鿿]))[一-鿿]{{2,3}}市[一-鿿]{{1,4}}[县市区](?![县市区镇乡村])"
)
"""合肥市肥西县 before its towns and villages."""
_NUMBER_HEADING = "序号"
_SECTION = re.compile("(?<=[一-鿿）])[二三四五六七八九十]、(?=[一-鿿])")
_FIRST_CELL = re.compile(r"[^ \t|]{1,12}[ \t|]")
_CELL = re.compile(r"[^ \t|\n]+")
_BLANK = " \t"
_BETWEEN_ROWS = " \t|\n"


def part_rows(text: Tracked) -> Tracked:
    """Put line breaks between rows that run together."""
    starts = {start for line in lines_of(text.text) if len(line.text) >= _SHORTEST for start in _rows(text.text, line)}
    if _THIRD.search(text.text):
        starts.update(_numbered(text.text))
    return text.repair(KIND, (_break_before(text.text, at) for at in sorted(starts)))


def _rows(text: str, line: Line) -> Sequence[int]:
    """Where the rows of a line begin, without the first of what the line holds; cheap for lines that hold none."""
    rows: Sequence[int] = ()
    if "|" in line.text:
        rows = _between_borders(text, line)
    if not rows and _FIRST_CELL.match(line.text):
        rows = _by_headings(text, line)
    if not rows and _THIRD.search(line.text):
        rows = _items(text, line)
    if not rows and len(_PROVINCE_ENDS.findall(line.text)) >= _FEWEST_ROWS:
        rows = _by_place(text, line, _province())
    if not rows and line.text.count("市") >= _FEWEST_ROWS:
        rows = _by_place(text, line, _COUNTY_OF_CITY)
    if not rows and _NUMBER_HEADING in line.text:
        rows = _tables_inside(text, line)
    return rows


def _break_before(text: str, at: int) -> Edit:
    """A break in place of the space before a row; else it stands for nothing and goes with the character before it."""
    before = text[at - 1]
    return Edit(at - 1, at, "\n") if before in _BLANK else Edit(at - 1, at, before + "\n", ((at - 1, at), (at - 1, at)))


def _between_borders(text: str, line: Line) -> Sequence[int]:
    """| 序号 | 县 || 1 | 德清县 || 2 | 沛县 |: all rows have several cells, where an empty cell would leave but one."""
    ends = [border.end() for border in _TWO_BORDERS.finditer(text, line.start, line.end)]
    bounds = [line.start, *ends, line.end]
    fewest = min(text.count("|", *row) for row in pairwise(bounds))
    return ends if len(ends) >= _FEWEST_ROWS and fewest >= _FEWEST_BORDERS else ()


def _is_one_row(text: str) -> bool:
    """Tell whether a line has borders and none of them ends a row."""
    return "|" in text and _TWO_BORDERS.search(text) is None


def _by_headings(text: str, line: Line) -> Sequence[int]:
    """省份 县 浙江省 德清县 江苏省 沛县: the headings of columns, and as many cells in each row below them."""
    cells = list(_CELL.finditer(text, line.start, line.end))
    width = sum(1 for _ in takewhile(lambda cell: is_heading(cell[0]), cells))
    if width < _FEWEST_COLUMNS or len(cells) % width or len(cells) <= _FEWEST_ROWS * width:
        return ()
    below = [cell[0] for cell in cells[width:]]
    columns = [set(map(_kind_of_cell, below[column::width])) for column in range(width)]
    return [cell.start() for cell in cells[width::width]] if all(len(kinds) == 1 for kinds in columns) else ()


def _kind_of_cell(cell: str) -> str:
    """What all cells of a column are: numbers, provinces, clauses or other words."""
    if cell.isdecimal():
        return "number"
    if _province().fullmatch(cell):
        return "province"
    return "clause" if _CLAUSE.search(cell) or len(cell) > _LONGEST_ROW else "words"


def _numbered(text: str) -> Iterator[int]:
    """The numbers 1, 2, 3 … of rows that stand inside of lines, with no clause between them."""
    rows: list[int] = []
    for number in _number().finditer(text):
        at, value = number.start(), int(number[0])
        if rows and value == len(rows) + 1 and _is_row(text, rows[-1], at):
            rows.append(at)
        elif value == 1:
            yield from _inside(text, rows)
            rows = [at]
    yield from _inside(text, rows)


def _inside(text: str, rows: Sequence[int]) -> Iterator[int]:
    """Those of some rows that begin inside of a line, if the rows are several."""
    if len(rows) >= _FEWEST_ROWS:
        yield from (at for at in rows if at and text[at - 1] != "\n")


@cache
def _number() -> re.Pattern[str]:
    """What may number a row, and counts, measures or numbers nothing."""
    measures = "|".join(row["pattern"] for row in table("build_graph.repair", "measures"))
    return re.compile(
        rf"(?<![\d.,/:：．、（〔\-—第附件表图])(?<![第附件表图] )\d{{1,3}}(?=[ \t]{{0,2}}[一-鿿])(?! ?(?:{measures}))"
    )


def _is_row(text: str, start: int, end: int) -> bool:
    """Tell whether a number and what follows it can be a row: short, no clause, parted from the next or a name.

    Something else may stand between rows of which the next one begins a line with a province.
    """
    leads = _in_province(text, start)
    if leads and text[end - 1] == "\n" and _in_province(text, end):
        return True
    if end - start > _LONGEST_ROW:
        return False
    cells = text[start:end].strip("0123456789 \t|\n")
    if len(cells) < _SHORTEST_ROW or "\n" in cells or _CLAUSE.search(cells):
        return False
    return leads or text[end - 1] in _BETWEEN_ROWS or _ENDS_IN_NAME.search(cells) is not None


def _in_province(text: str, start: int) -> bool:
    """3内蒙古自治区兴和县绿电供暖: a number and a province."""
    digits = _DIGITS.match(text, start)
    return digits is not None and _province().match(text, digits.end()) is not None


def _items(text: str, line: Line) -> Sequence[int]:
    """主要有这么几条。1.改造泵站。…2.推行计量。…: the items of a paragraph, each behind the end of a sentence."""
    items: list[int] = []
    for number in _ITEM.finditer(text, line.start, line.end):
        if int(number["n"]) == len(items) + 1:
            items.append(number.start())
    return items if len(items) >= _FEWEST_ROWS else ()


def _by_place(text: str, line: Line, place: re.Pattern[str]) -> Sequence[int]:
    """The places that begin the rows of a line, or what follows those that end them."""
    found = list(place.finditer(text, line.start, line.end))
    if len(found) < _FEWEST_ROWS or _CLAUSE.search(line.text) or _is_one_row(line.text):
        return ()
    between = [text[left.end() : right.start()] for left, right in pairwise(found)]
    if not all(map(_ENDS_IN_NAME.search, between)):
        return ()
    last = text[found[-1].end() : line.end].strip()
    if last:
        return [name.start() for name in found if name.start() > line.start] if _ENDS_IN_NAME.search(last) else ()
    headings = _behind_headings(text, line)
    return [*headings, *[_skipped(text, name.end()) for name in found[:-1]]]


def _tables_inside(text: str, line: Line) -> Sequence[int]:
    """…名单 序号省份学校名称北京市 甲校天津市 乙校: tables in a page of one line, known by headings and provinces."""
    starts = [*_starts_of_tables(text, line), line.end]
    breaks: list[int] = []
    for start, stop in pairwise(starts):
        (first, *_) = _headings_from(text, start, stop)
        mark = _CLAUSE.search(text, first, stop)
        end = mark.start() if mark else stop
        rows = [name.start() for name in _province().finditer(text, first, end)]
        if len(rows) >= _FEWEST_ROWS and rows[0] == first:
            section = _SECTION.search(text, rows[-1], end)
            breaks += [start, *rows, *([section.start()] if section else [])]
    return breaks


def _starts_of_tables(text: str, line: Line) -> Iterator[int]:
    """Where several headings of columns stand beside each other, the first of which is that of numbers."""
    at = text.find(_NUMBER_HEADING, line.start, line.end)
    while at >= 0:
        if _headings_from(text, at, line.end):
            yield at
        at = text.find(_NUMBER_HEADING, at + 1, line.end)


def _behind_headings(text: str, line: Line) -> Sequence[int]:
    """Where the headings of columns end with which a line begins, if there are several."""
    return _headings_from(text, line.start, line.end)


def _headings_from(text: str, start: int, end: int) -> Sequence[int]:
    """Where the headings of columns end that begin at a place, if there are several."""
    count, at = 0, start
    while heading := heading_at(text, at, end):
        count, at = count + 1, heading.end()
    return [at] if count >= _FEWEST_COLUMNS else ()


def _skipped(text: str, at: int) -> int:
    """Where what stands at a place begins, behind a space."""
    return at + 1 if text[at : at + 1] in _BLANK else at


@cache
def _province() -> re.Pattern[str]:
    """The full name of a province, not in the middle of words."""
    shorts = "|".join(row["short"] for row in table("build_graph.places", "provinces"))
    return re.compile(
        rf"(?:(?<={_NAME_END})|(?<![一-鿿]))(?:(?:{shorts})(?:省|[一-鿿]{{0,4}}自治区)|(?:北京|天津|上海|重庆)市"
        "|新疆生产建设兵团)"
    )
