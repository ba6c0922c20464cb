"""Pages whose line breaks were lost: everything stands in one line, with spaces or with nothing where lines ended.

Crawlers that join the text of a page do this. Lines begin again where a gap stands between two words, before the
numbers of headings, behind a title, behind whom it is addressed to, and behind words that are headings by themselves.
In other pages a wide gap behind the end of a sentence is the indent of a paragraph.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from build_graph.repair.line_starts import line_starts
from build_graph.repair.page import ARTICLE_NUMBER, ITEM_NUMBER, NO_COUNT, SECTION_NUMBER, lines_of
from build_graph.repair.tracked import Edit
from build_graph.tables import either

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_graph.repair.page import Line
    from build_graph.repair.tracked import Span, Tracked

KIND = "lost line breaks"
_SHORTEST = 120  # code points of a page
_LONG = 300  # code points that no single paragraph of a page needs ...
_SHARE = 0.8  # ... and that are nearly all of its text
_NUMBER = re.compile(rf"{SECTION_NUMBER}|{ITEM_NUMBER}|{ARTICLE_NUMBER} |附件\d{{0,2}}[：:]")
_WIDE_GAP = re.compile(r" (?<=\S ) ++(?=\S)")
_ENDS_SENTENCE = re.compile(r"(?:[。！？；]|[。！？]”)$")
_GAP = re.compile(r"(?<=\S) ++(?=\S)")
_IN_WORDS = re.compile(r"(?<=[一-鿿]) (?=[一-鿿])")
_BARE_NUMBER = re.compile(rf"\d{{1,2}} {NO_COUNT}(?=[一-鿿、]{{4,30}}。)")
"""The number of an item whose point was lost: 5 开展培训。"""
_TWO_WORDS = re.compile("[A-Za-z0-9] +[A-Za-z0-9]")
_MARK = re.compile("[.．、，。；：]")
_CLAUSE = re.compile("[，。；]")
_LONGEST_TITLE = 40  # code points
_FEWEST_WIDE = 4  # gaps between paragraphs
_FEWEST_WRAPS = 5
_SHORTEST_WRAPPED = 7  # code points of a line that was wrapped; names are shorter
_RUNNING_NUMBER = re.compile(
    r"(?<= )\d{1,3}(?= [一-鿿]{1,14}(?:省|市|县|区|州|盟|旗|兵团|街道|镇|乡)(?: |$))|(?<=[ |一-鿿）])\d{1,3}(?= ?[|\t])"
)
"""The number of a row, with the cells behind it: 1 甘肃省 甘谷县, 1 | 甘肃省 | 甘谷县 |."""
_BEHIND_SENTENCE = re.compile(r"[。！？]”? ")
_BORDER = re.compile(r" ?[|\t]")
_ENDS = re.compile(r"[。！？；”]|：(?! *\d)")
"""Behind what a line begins: the end of a sentence, whom it is addressed to (各市：); no label (时间： 2024-05-06)."""
_ENDS_WORD, _BEGINS_WORD = re.compile("[一-鿿）》]"), re.compile("[一-鿿（“《]")
_ASIDE = 40  # code points of what stands in brackets: （记者 李明 通讯员 王红）
_FEWEST_ROWS = 3


def restore_line_breaks(text: Tracked) -> Tracked:
    """Put line breaks back where a page has lost them."""
    line = _only_line(text.text)
    if line is None:
        return _behind_headings(text.repair(KIND, _indents(text.text)) if "  " in text.text else text)
    if _is_wrapped(text.text, line):
        return text.repair(KIND, _paragraphs(text.text, line))
    rows = _row_numbers(text.text, line)
    gaps = list(_gaps(text.text, line, rows))
    behind = {gap.end for gap in gaps}
    breaks = (each for each in _breaks(text.text, line, rows) if each.end not in behind)
    return text.repair(KIND, sorted((*gaps, *breaks)))


def _indents(text: str) -> Iterator[Edit]:
    """The wide gaps behind sentences and before the numbers of headings."""
    for gap in _WIDE_GAP.finditer(text):
        if _ENDS_SENTENCE.search(text, max(0, gap.start() - 2), gap.start()) or _NUMBER.match(text, gap.end()):
            yield Edit(*gap.span(), "\n")


def _behind_headings(text: Tracked) -> Tracked:
    """Put a line break behind words that are nothing but headings, where the text below goes on in their lines."""
    ends = (found.end() for found in _headed().finditer(text.text))
    return text.repair(KIND, (_break_at(text.text, end) for end in ends))


@cache
def _headed() -> re.Pattern[str]:
    """一、总体目标到…: the heading at the beginning of a line of running text."""
    heading, begins = (either("build_graph.repair", "titles", kind) for kind in ("heading", "begins"))
    return re.compile(
        rf"^ *{SECTION_NUMBER}{heading}(?={begins}|[“《]|(?:19|20)\d{{2}}年)(?=[^\n]{{20,}}[。；])", re.MULTILINE
    )


def _break_at(text: str, at: int) -> Edit:
    """A break that stands for nothing: it goes with the character before it."""
    return Edit(at - 1, at, text[at - 1] + "\n", ((at - 1, at), (at - 1, at)))


def _only_line(text: str) -> Line | None:
    """The line that is all of a text, or nearly all of one that is too long for a paragraph."""
    if len(text) < _SHORTEST or not _has_long_line(text):
        return None
    longest = max(lines_of(text), key=lambda line: len(line.text))
    size, whole = len(longest.text), len(text.strip())
    is_only = size == whole or size >= max(_LONG, _SHARE * whole)
    return longest if is_only and "。" in longest.text else None


def _breaks(text: str, line: Line, rows: Sequence[re.Match[str]]) -> Iterator[Edit]:
    starts = line_starts(text, line) | {row.start() for row in rows}
    for at in {at for at in starts if line.start < at < line.end and text[at] != " "}:
        yield Edit(at - 1, at, "\n") if text[at - 1] == " " else _break_at(text, at)


def _has_long_line(text: str) -> bool:
    """Tell whether the line in the middle of a text is half of it: asked first, and of most texts it is not."""
    middle = len(text) // 2
    end = text.find("\n", middle)
    return 2 * ((end if end >= 0 else len(text)) - text.rfind("\n", 0, middle)) > len(text)


# --- where gaps were left ----------------------------------------------------------------------------------------


def _gaps(text: str, line: Line, rows: Sequence[re.Match[str]]) -> Iterator[Edit]:
    """The gaps at which lines ended: between words, not inside of names, numbers, dates and brackets.

    A page that has none behind a sentence has gaps for other reasons.
    """
    if not rows and _BEHIND_SENTENCE.search(text, line.start, line.end) is None:
        return
    around = {at for row in rows for at in row.span() if at == row.start() or not _BORDER.match(text, at)}
    for gap in _GAP.finditer(text, line.start, line.end):
        is_row = not around.isdisjoint(gap.span())
        if is_row or _ENDS.match(text, gap.start() - 1) or _NUMBER.match(text, gap.end()) or _parts_words(text, gap):
            yield Edit(*gap.span(), "\n")


def _is_wrapped(text: str, line: Line) -> bool:
    """Tell whether narrow gaps stand where lines were wrapped, in words of sentences too, and wide ones elsewhere."""
    parts = list(_parts(text, line))
    if len(parts) <= _FEWEST_WIDE:
        return False
    wraps = sum(_IN_WORDS.match(text, gap.start()) is not None for part in parts for gap in _wraps(text, part))
    return wraps >= max(_FEWEST_WRAPS, len(parts) // 2)


def _parts(text: str, line: Line) -> Iterator[Span]:
    """What wide gaps part."""
    start = line.start
    for gap in _WIDE_GAP.finditer(text, line.start, line.end):
        yield start, gap.start()
        start = gap.end()
    yield start, line.end


def _paragraphs(text: str, line: Line) -> Iterator[Edit]:
    """A wide gap behind a sentence, behind a title or before a number ends a paragraph; any other is that of a wrap."""
    start = line.start
    for part, following in pairwise((*_parts(text, line), None)):
        if part is None:
            return
        yield from (Edit(*gap.span()) for gap in _wraps(text, part))
        if following and _ends_paragraph(text, start, (part[1], following[0])):
            start = following[0]
            yield Edit(part[1], following[0], "\n")
        elif following and _is_running(text[slice(*part)]):
            yield Edit(part[1], following[0])


def _wraps(text: str, part: Span) -> Iterator[re.Match[str]]:
    """The narrow gaps of running text that stand for wraps: a whole line stands before each, or a mark behind it."""
    start, end = part
    if not _is_running(text[start:end]):
        return
    for gap in _GAP.finditer(text, start, end):
        is_line = gap.start() - start >= _SHORTEST_WRAPPED and not _TWO_WORDS.match(text, gap.start() - 1)
        if is_line or _MARK.match(text, gap.end()):
            yield gap
        start = gap.end()


def _is_running(text: str) -> bool:
    """Sentences or a title, and no list of names that narrow gaps part."""
    return any(mark in text for mark in ("。", "，", "关于"))


def _ends_paragraph(text: str, start: int, gap: Span) -> bool:
    begins = _NUMBER.match(text, gap[1]) or _BARE_NUMBER.match(text, gap[1])
    return bool(_ENDS.match(text, gap[0] - 1) or begins or _is_title(text, start, gap[0]))


def _is_title(text: str, start: int, end: int) -> bool:
    """Tell whether what stands since the last break is short and no clause: a title, a heading, a body."""
    return end - start <= _LONGEST_TITLE and not _CLAUSE.search(text, start, end)


def _row_numbers(text: str, line: Line) -> list[re.Match[str]]:
    """The running numbers of the rows of a table: 1 …, 2 …, 3 …."""
    rows: list[re.Match[str]] = []
    for number in _RUNNING_NUMBER.finditer(text, line.start, line.end):
        if int(number[0]) == len(rows) + 1:
            rows.append(number)
    return rows if len(rows) >= _FEWEST_ROWS else []


def _parts_words(text: str, gap: re.Match[str]) -> bool:
    """Tell whether a gap stands behind a title or a heading: no clause, no part of a name, no first of two bodies."""
    start = text.rfind(" ", 0, gap.start()) + 1
    end = text.find(" ", gap.end())
    left, right = text[start : gap.start()], text[gap.end() : end if end > 0 else len(text)]
    if len(left) < 2 or len(right) < 2 or "，" in left:
        return False
    if not (_ENDS_WORD.match(left[-1]) and _BEGINS_WORD.match(right[0])):
        return False
    near = max(0, gap.start() - _ASIDE)
    is_aside = text.rfind("（", near, gap.start()) > text.rfind("）", near, gap.start())
    return not is_aside and not (_body().search(left) and (_body().search(right) or _of_body().match(right)))


@cache
def _body() -> re.Pattern[str]:
    return re.compile(f"{either('build_graph.repair', 'titles', 'body')}$")


@cache
def _of_body() -> re.Pattern[str]:
    """财政部关于…: what goes on with a body and its title."""
    return re.compile(rf"[^，。；：]{{0,16}}?{either('build_graph.repair', 'titles', 'body')}(?:办公[厅室])?关于")
