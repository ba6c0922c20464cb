"""The lines of a page, and what can be told from one line alone."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

HAN = r"\u3400-\u4dbf\u4e00-\u9fff"
"""Chinese characters, inside a class of a pattern."""
SECTION_NUMBER = r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)"
"""The numbers of sections and of those below them."""
ITEM_NUMBER = r"\d{1,2}[.．、](?!\d)"
NO_COUNT = "(?!月|日(?!常)|年(?!度)|个|项(?!目)|家(?!庭))"
"""What stands right behind a number that numbers nothing: 12 月底前."""
ARTICLE_NUMBER = "第[一二三四五六七八九十百]+[章节条]"
_DIVISION_NAME = re.compile(
    r"[\u4e00-\u9fff]{1,14}(?:省|市|县|区|州|盟|旗|兵团|街道|镇|乡)",
)
_HEADING = re.compile(rf"(?:{SECTION_NUMBER}|[一二三四五六七八九十]{{1,3}}[.．]|{ITEM_NUMBER}|{ARTICLE_NUMBER}).*")
_SENTENCE_END = re.compile(r"[。！？]")
_OFFICIAL = re.compile(r"各[\u4e00-\u9fff、，（）]{2,80}[：:]|[\u4e00-\u9fff]{1,12}[〔\[（]\d{4}[〕\]）]\d{1,4}号")
_BORDER = re.compile(r"[|\t]")
_SENTENCE = 25
"""A line of at least so many characters that holds the end of a sentence is running text."""
_SHORT = 30


class Line(NamedTuple):
    """A line of the text: its span with the line break, and its characters without spaces around them."""

    start: int
    end: int
    text: str

    @property
    def is_blank(self) -> bool:
        """Whether the line has no characters."""
        return not self.text

    @property
    def is_short(self) -> bool:
        """Whether the line can be a label or a headline."""
        return len(self.text) <= _SHORT

    @property
    def is_sentence(self) -> bool:
        """Whether the line is running text."""
        return len(self.text) >= _SENTENCE and _SENTENCE_END.search(self.text) is not None

    @property
    def is_heading(self) -> bool:
        """Whether the line has the number of a section: 一、 （一） 1."""
        return _HEADING.fullmatch(self.text) is not None

    @property
    def is_division_name(self) -> bool:
        """Whether the line is nothing but what looks like the name of an administrative division."""
        return _DIVISION_NAME.fullmatch(self.text) is not None

    @property
    def is_table_row(self) -> bool:
        """Whether the line has at least two cell borders, or a tab."""
        return self.text.count("|") > 1 or "\t" in self.text

    @property
    def names_division(self) -> bool:
        """Whether a cell of the line is nothing but what looks like the name of a division."""
        return any(_DIVISION_NAME.fullmatch(cell.strip()) for cell in _BORDER.split(self.text))

    @property
    def opens_official_document(self) -> bool:
        """Whether the line is an official document's number or whom it is addressed to (各省…：)."""
        return _OFFICIAL.fullmatch(self.text) is not None


@lru_cache(maxsize=1)  # steps that follow each other ask for the lines of the same text
def lines_of(text: str) -> tuple[Line, ...]:
    """Return the lines of ``text``; together they cover all of it."""
    lines, start, size = [], 0, len(text)
    for line in text.split("\n"):
        end = start + len(line) + 1
        lines.append(Line(start, min(size, end), line.strip()))
        start = end
    return tuple(lines)
