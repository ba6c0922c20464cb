"""The one reading of a document that all extractors share."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from build_graph.model import Document, Passage, Repaired
from build_graph.parse.dateline import day_of_news, opening_day, page_date, year_between
from build_graph.parse.lines import Line, lines
from build_graph.parse.sections import Section, sections
from build_graph.parse.sentences import clauses, sentences
from build_graph.parse.spans import Coverage, Span
from build_graph.parse.stories import stories
from build_graph.parse.tables import Table, tables

if TYPE_CHECKING:
    from build_graph.places import Gazetteer

_TITLE_LENGTH = 60
_TITLE_CELL = re.compile(
    r"[|\s]*(?:标\s?题|名\s?称|信息名称|文件名称)\s*[：:]?\s*[|\t]\s*(?P<title>[^|\t\n]{4,60}?)\s*(?=[|\t]|$)",
    re.MULTILINE,
)
"""The row of a page's own data that names it: 标题： | 关于X的通知."""
_BEHIND_NUMBER = re.compile(
    r"(?:(?!关于).){0,30}?[〔\[（(]\d{4}[〕\]）)]\s?第?\s?\d{1,5}\s?号\s?(?P<title>(?=[一-鿿]).{0,40}?关于.{4,60})"
)
"""某局文件某综〔2025〕91号某局关于X的通知: a head that has lost its line breaks."""
_TOP = 15  # lines at the top of a page, rubbish of its frame included, among which its title stands
_WORD = re.compile(r"[^\W\d_]")
_NOTICE = re.compile(r"[^。，；：《》|]{0,60}关于[^。|：]{4,80}的(?:通知|意见|决定|公告|批复|函)")
"""The title of a notice, wherever it stands."""
_LONGEST_BEGINNING = 14  # code points of the name of one division
_LONGEST_NAME = 40  # code points of a chain of names from the province down; longer lines are not looked at


def _behind_number(text: str, line: Line) -> re.Match[str] | None:
    return _BEHIND_NUMBER.fullmatch(text, *line.span) if "号" in line.text else None


def _is_notice(line: Line) -> bool:
    return _NOTICE.fullmatch(line.text) is not None


@dataclass(frozen=True)
class Reading:
    """A document as read: its repaired text and what the text consists of. Spans are clean code points."""

    document: Document
    repaired: Repaired
    gazetteer: Gazetteer
    dated: str | None = None
    """The date of the page that this is a story of, in ISO form."""
    is_story: bool = False
    """It is one of several stories of a page."""

    @cached_property
    def text(self) -> str:
        """The repaired text."""
        return self.repaired.text

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines that hold anything."""
        return tuple(lines(self.text))

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables."""
        return tuple(tables(self.text, self.lines))

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The sections, in their order; the first one may have no heading."""
        return tuple(sections(self.lines, self.is_place))

    def section_at(self, span: Span) -> Section | None:
        """Return the section in which a span lies, by its heading or what stands below."""
        index = self.section_number(span)
        return self.sections[index] if index >= 0 else None

    def section_number(self, span: Span) -> int:
        """Return which of the sections that is; -1 before the first one."""
        return bisect_right(self._section_starts, span.start) - 1

    def line_end(self, span: Span) -> int:
        """Return where the line ends in which a span begins."""
        end = self.text.find("\n", span.start)
        return len(self.text) if end < 0 else end

    def line_at(self, position: int) -> Line | None:
        """Return the line in which a position lies, or None between lines."""
        index = bisect_right(self._line_starts, position) - 1
        return self.lines[index] if index >= 0 and position < self.lines[index].span.end else None

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        return tuple(line.span.start for line in self.lines)

    def kind_at(self, span: Span) -> str:
        """Return the kind of the section in which a span lies; the title of the page itself heads no section."""
        index = bisect_right(self._section_starts, span.start) - 1
        return self._kinds[index] if index >= 0 else "other"

    @cached_property
    def _kinds(self) -> tuple[str, ...]:
        titles = frozenset(line for line in self.titles if line.level is None)
        return tuple("other" if section.heading in titles else section.kind for section in self.sections)

    @cached_property
    def _section_starts(self) -> tuple[int, ...]:
        return tuple((s.heading or s.lines[0]).span.start for s in self.sections)

    @cached_property
    def profiles(self) -> tuple[Span, ...]:
        """Portraits of places: nothing in there is about the program unless it says so by name."""
        return tuple(
            Span(section.lines[0].span.start, section.lines[-1].span.end)
            for section in self.sections
            if section.kind == "profile" and section.lines
        )

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of all lines that are no table rows."""
        running = (line for line in self.lines if not line.is_row)
        return tuple(sentence for line in running for sentence in self.sentences_in(line.content))

    @cached_property
    def titles(self) -> tuple[Line, ...]:
        """The lines that name the page: short ones before the first paragraph of running text."""
        found: list[Line] = []
        for number, line in enumerate(self.lines):
            if named := _TITLE_CELL.match(self.text, *line.span) or _behind_number(self.text, line):
                span = Span(*named.span("title"))
                found.append(Line(span, self.text[span.start : span.end]))
            elif line.is_row or not _WORD.search(line.text) or (line.level is not None and found):
                continue  # 一、试点范围 below a title is a heading of the text
            elif len(line.text) > _TITLE_LENGTH or "。" in line.text:
                notice = next((each for each in self.lines[number:_TOP] if _is_notice(each)), None)
                return (*found, notice) if notice and not any(map(_is_notice, found)) else tuple(found)
            else:
                found.append(line)
        return tuple(found)

    @cached_property
    def date(self) -> str | None:
        """The date of the page in ISO form, as stated by its source or in its head; else None.

        A story has its own day where it opens with one; so has a page that is dated nowhere else.
        """
        said = [line.text for line in self.lines]
        page = self.document.published or page_date(said) or self.dated
        if self.is_story or page is None:
            page = opening_day(said) or page
        return day_of_news(self.text, page or year_between(self.text))

    @property
    def stories(self) -> tuple[Reading, ...]:
        """The page story by story; itself alone unless it has several. A date of one story is none of another.

        Not kept: a reading that refers to itself would stay until garbage is collected.
        """
        spans = stories(self.text, self.lines, self._place_at_beginning)
        if len(spans) == 1:
            return (self,)
        top = [line.text for line in self.lines if line.span.end <= spans[0].end or line is self.lines[-1]]
        dated = self.document.published or page_date(top) or year_between(self.text)
        return tuple(replace(self, repaired=self.repaired.part(*span), dated=dated, is_story=True) for span in spans)

    def slice(self, span: Span) -> str:
        """Return the clean characters of a span."""
        start, end = span
        return self.text[start:end]

    def sentences_in(self, span: Span) -> tuple[Span, ...]:
        """Return the sentences of a span; several modules ask for those of a line."""
        found = self._sentences_in.get(span)
        if found is None:
            found = self._sentences_in[span] = sentences(self.text, span)
        return found

    @cached_property
    def _sentences_in(self) -> dict[Span, tuple[Span, ...]]:
        return {}

    def clauses(self, sentence: Span) -> tuple[Span, ...]:
        """Return the clauses of a sentence; several modules ask for those of one."""
        found = self._clauses_of.get(sentence)
        if found is None:
            found = self._clauses_of[sentence] = clauses(self.text, sentence)
        return found

    @cached_property
    def _clauses_of(self) -> dict[Span, tuple[Span, ...]]:
        return {}

    def is_place(self, text: str) -> bool:
        """Tell whether a line is the name of a place and nothing else."""
        return len(text) <= _LONGEST_NAME and self.gazetteer.is_name(text)

    def _place_at_beginning(self, text: str) -> str | None:
        """Return the key of the division with whose name a text begins, a short one only of a province or city."""
        for length in range(min(_LONGEST_BEGINNING, len(text)), 1, -1):
            short = [place for place in self.gazetteer.short(text[:length]) if place.level in {"province", "city"}]
            if named := [*self.gazetteer.named(text[:length]), *short]:
                return named[0].key
        return None

    def in_profile(self, span: Span) -> bool:
        """Tell whether a span lies in the portrait of a place."""
        return bool(self.profiles) and self._profiled.meets(span)

    @cached_property
    def _profiled(self) -> Coverage:
        return Coverage(self.profiles)

    def passage(self, span: Span) -> Passage:
        """Return the raw characters that a clean span stands for."""
        start, end = self.repaired.raw_span(*span)
        guessed = bool(self.repaired.guessed) and self._guessed.meets(span)
        return Passage(start, end, self.document.text[start:end], guessed)

    @cached_property
    def _guessed(self) -> Coverage:
        return Coverage(self.repaired.guessed)

    def written(self, span: Span) -> str:
        """Return a clean span as the source writes it: not repaired, but without markup and escapes."""
        return self.document.said(*self.repaired.raw_span(*span))

    def readable(self, span: Span) -> bool:
        """Tell whether a span holds characters, and none that stayed damaged."""
        return span.start < span.end and not (self.repaired.damaged and self._damaged.meets(span))

    @cached_property
    def _damaged(self) -> Coverage:
        return Coverage(self.repaired.damaged)
