"""Titles and lists that were broken over lines become one line again: the page's own title, those in 《》, and lists.

A narrow column or a large font broke them, often inside a word. A line break is undone only where the two parts need
each other: an open bracket, 关于…的通知, a word that goes across, or a list that a mark goes on with.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from build_graph.repair.language import language
from build_graph.repair.page import lines_of
from build_graph.repair.tracked import Edit
from build_graph.tables import either

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_graph.repair.page import Line
    from build_graph.repair.tracked import Tracked

KIND = "broken titles"
LISTS = "broken lists"
_IN_LIST = re.compile(
    r"、(?:(?![省市县区州盟旗镇乡村项个人])[一-鿿])?(\n[ \t\u3000]*)"
    r"(?![一二三四五六七八九十]+、|第)(?=[一-鿿]{1,8}[、和及])"
)
"""合肥、济 | 南、郑州: a list goes on behind its mark, and no name has one character."""
_IN_TITLE_MARKS = re.compile(r"《[^《》\n]{2,60}(\n\s*)[^《》\n]{1,60}》")
_ABOUT = re.compile(r"\n(?<=[于发布意转 \t]\n)")
_MOST_LINES = 5
"""So many lines at the top of a page can hold its title."""
_LONGEST = 60
_BRACKETS = (("（", "）"), ("“", "”"), ("《", "》"), ("〔", "〕"))
_CLOSED = re.compile(r"[。！？；：，]$|^(?!.*关于)[一-鿿]{4,30}文件$")
"""No line goes on behind such a mark, or behind the red head of a document (甲省教育厅文件)."""
_ENDS_LIST = re.compile(r"、[^、]{1,12}[省市县区州盟旗镇乡]$")
"""A whole name at the end of a list: no word goes across from it."""
_NO_BEGINNING = re.compile(r"[的、，：；。）”》]")
"""What no line begins with."""


def join_broken_titles(text: Tracked) -> Tracked:
    """Undo the line breaks inside titles."""
    breaks = {found.span(1) for found in _IN_TITLE_MARKS.finditer(text.text)}
    filled = (line for line in lines_of(text.text) if line.text)
    if _ABOUT.search(text.text):
        breaks.update(found.span("break") for found in _behind_about().finditer(text.text))
    breaks.update(_breaks_at_top(text.text, list(islice(filled, _MOST_LINES))))
    return text.repair(KIND, (Edit(*span) for span in sorted(breaks)))


@cache
def _behind_about() -> re.Pattern[str]:
    """某市人民政府办公室关于印发 | 某市X方案的通知: such a title goes on anywhere on a page."""
    document = either("build_graph.repair", "titles", "document")
    title = rf"[^，。；\n]{{4,60}}{document}(?:（[^（）\n]{{1,8}}）)?[ \t]*(?:\n|\Z)"
    return re.compile(rf"关于(?:印发|转发|公布|同意|批转)?(?P<break>[ \t]*\n[ \t]*)(?={title})")


def join_broken_lists(text: Tracked) -> Tracked:
    """Undo the line breaks inside lists of names."""
    return text.repair(LISTS, (Edit(*found.span(1)) for found in _IN_LIST.finditer(text.text)))


def _breaks_at_top(text: str, lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield the line breaks inside the title of the page. The title ends at a blank line or at running text."""
    for above, below in pairwise(lines):
        if above.end != below.start or any(map(_is_no_title, (above, below))):
            return
        if _needs(above.text, below.text):
            start = above.start + len(text[above.start : above.end].rstrip())
            yield start, below.end - len(text[below.start : below.end].lstrip())


def _is_no_title(line: Line) -> bool:
    return len(line.text) > _LONGEST or line.is_table_row or line.is_division_name or line.is_sentence


def _needs(above: str, below: str) -> bool:
    """Tell whether one line goes on in the next."""
    if _CLOSED.search(above):
        return False
    if any(above.count(opening) > above.count(closing) and closing in below for opening, closing in _BRACKETS):
        return True
    if _NO_BEGINNING.match(below) or _is_one_title(above, below):
        return True
    return _ENDS_LIST.search(above) is None and language().goes_across(above[-1], below[0])


def _is_one_title(above: str, below: str) -> bool:
    """Tell whether the two are …关于…的通知, broken behind 关于 or inside the name of the body before it."""
    if _ends_in("document", "(?:（[^（）]{1,8}）)?[）》”]{0,2}").search(above) or not _ends_in(
        "document", "(?:（.*)?"
    ).search(below):
        return False
    return "关于" in above or ("关于" in below[1:] and not _ends_in("body").search(above))


@cache
def _ends_in(kind: str, behind: str = "") -> re.Pattern[str]:
    """Return what matches a word of a title at the end of a line, perhaps with something behind it."""
    return re.compile(f"{either('build_graph.repair', 'titles', kind)}{behind}$")
