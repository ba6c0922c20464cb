"""The automatic numbers of DOCX: 一、 （一） 1. are not in the text of a paragraph but in the definition of its list.

Office Open XML, Part 1 (ISO/IEC 29500-1), 17.9.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_graph.read.docx_styles import value

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.oxml.xmlchemy import BaseOxmlElement

    from build_graph.read.docx_styles import Styles

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NUMBERING = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
_LEVELS = 9
_DIGITS = "〇一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_CHINESE = {
    "chineseCounting",
    "chineseCountingThousand",
    "japaneseCounting",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
}
_CIRCLED = {"decimalEnclosedCircle", "decimalEnclosedCircleChinese"}
_SILENT = {"bullet", "none"}


class Numbers:
    """The counters of a document's lists."""

    def __init__(self, word: Word, styles: Styles) -> None:
        self._styles = styles
        self._definitions: dict[str, BaseOxmlElement] = {}
        """Definition of a list by the number that paragraphs name."""
        self._counters: dict[str, list[int | None]] = {}
        """Last number on each level of a definition."""
        for part in (rel.target_part for rel in word.part.rels.values() if rel.reltype == _NUMBERING):
            root: BaseOxmlElement = part.element
            abstract = {one.get(f"{_W}abstractNumId"): one for one in root.iter(f"{_W}abstractNum")}
            for number in root.iter(f"{_W}num"):
                named = value(number, f"{_W}abstractNumId")
                if named in abstract:
                    self._definitions[number.get(f"{_W}numId") or ""] = abstract[named]

    def before(self, paragraph: BaseOxmlElement) -> str:
        """Return the number of a paragraph as it is shown, and count it; nothing if it has none."""
        list_, level = self._place(paragraph)
        definition = self._definitions.get(list_ or "")
        levels = (
            {} if definition is None else {_number(one.get(f"{_W}ilvl")): one for one in definition.iter(f"{_W}lvl")}
        )
        if definition is None or level not in levels:
            return ""
        name = definition.get(f"{_W}abstractNumId") or ""
        counters = self._counters.setdefault(name, [None] * _LEVELS)
        last = counters[level]
        counters[level] = _number(value(levels[level], f"{_W}start"), 1) if last is None else last + 1
        counters[level + 1 :] = [None] * (_LEVELS - level - 1)
        if value(levels[level], f"{_W}numFmt") in _SILENT:
            return ""
        shown = value(levels[level], f"{_W}lvlText") or ""
        return re.sub("%([1-9])", lambda found: _shown(levels, counters, int(found[1]) - 1), shown)

    def _place(self, paragraph: BaseOxmlElement) -> tuple[str | None, int]:
        """Return the list and the level of a paragraph."""
        for properties in self._styles.numberings(paragraph):
            list_ = value(properties, f"{_W}numId")
            if list_ is not None:
                return list_, min(_number(value(properties, f"{_W}ilvl")), _LEVELS - 1)
        return None, 0


def _shown(levels: dict[int, BaseOxmlElement], counters: list[int | None], level: int) -> str:
    if level not in levels:
        return ""
    counted = counters[level]
    number = _number(value(levels[level], f"{_W}start"), 1) if counted is None else counted
    return written(number, value(levels[level], f"{_W}numFmt") or "decimal")


def written(number: int, form: str) -> str:
    """Return a number as a list shows it.

    >>> written(12, "chineseCounting"), written(3, "decimalEnclosedCircle"), written(2, "upperLetter"), written(7, "x")
    ('十二', '③', 'B', '7')
    """
    if form in _CHINESE and 0 < number < 100:
        tens, ones = divmod(number, 10)
        return ("" if tens < 2 else _DIGITS[tens]) + "十" * bool(tens) + (_DIGITS[ones] if ones else "")
    if form in _CIRCLED and 0 < number <= 20:
        return chr(ord("①") + number - 1)
    if form in {"upperLetter", "lowerLetter"} and 0 < number <= 26:
        return chr(ord("A" if form == "upperLetter" else "a") + number - 1)
    if form == "ideographTraditional" and 0 < number <= len(_STEMS):
        return _STEMS[number - 1]
    return str(number)


def _number(written: str | None, otherwise: int = 0) -> int:
    return int(written) if written and written.isascii() and written.isdigit() else otherwise
