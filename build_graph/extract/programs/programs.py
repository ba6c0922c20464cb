"""Programs: what reform a document reports on.

A pilot is known by its name before 试点; a reform that runs without being called a pilot is known by the
title of the page (…召开X建设动员会, …将建成X) and by the text that carries the name on.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache, cached_property
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from build_graph.extract.agencies import agency_at
from build_graph.extract.programs.grouping import groups_of, of_few_names, same_in_text
from build_graph.extract.programs.mentions import (
    REACH,
    Mention,
    basis_mentions,
    composed_mentions,
    demonstration_mentions,
    headed_zone_mentions,
    in_title,
    mentions_of,
    names_something,
    pilot_mentions,
    reform_mentions,
    standing,
    tried_mentions,
    won_zone_mentions,
    zone_mentions,
)
from build_graph.extract.programs.naming import SHORTEST, abbreviated, is_short_name, same_program, unique
from build_graph.extract.programs.running import running_mentions, speaks_of_state
from build_graph.extract.programs.short_forms import joined_by_short_forms
from build_graph.extract.programs.titles import heads_notice, is_invitation, is_ordinary, is_tender
from build_graph.model import Program
from build_graph.parse.spans import Span
from build_graph.tables import either, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from build_graph.parse.reading import Reading
    from build_graph.places import Place

_SEVERAL = 2  # programs
_LONGEST_NAME = 60  # code points
_LONGEST_NUMBER = 16
_LONGEST_SENTENCE = 200  # with which a paragraph begins
_LONGEST_PARAGRAPH = 4000
_LETTER = re.compile("[一-鿿](?<![一二三四五六七八九十第章节条])")
_LABELS = re.compile("”?(?:工作)?[：。（]")
_HEADING_ENDS = re.compile("”?(?:工作)?")
_BASIS = re.compile("”?(?:工作)?的?(?:基础上|过程中|经验|以来)")
"""Behind a name that is only mentioned: 在开展X试点的基础上."""


class _Called(NamedTuple):
    """Which programs a name stands for, by their numbers."""

    in_full: list[int]
    alike: list[int]


@dataclass(frozen=True)
class Programs:
    """The programs of one document: the one that it reports on, and others that it names."""

    found: tuple[Program, ...]
    mentions: tuple[Mention, ...]
    """Where programs are named, in the order of the text."""
    breaks: tuple[int, ...] = ()
    """Where the paragraphs end."""
    heads: frozenset[int] = frozenset()
    """Where names begin that head their paragraphs: what follows there is of them."""
    sections: tuple[tuple[int, str | None], ...] = ()
    """Where sections begin, and the program that the heading of each names, or one above it."""

    @cached_property
    def main(self) -> Program | None:
        """The program that the document reports on."""
        return self.found[0] if self.found else None

    def at(self, sentence: Span) -> str | None:
        """Return the program of a sentence: the one it names, or its paragraph or heading, else the main one."""
        if named := self.named_in(sentence):
            return named[0]
        above = self._last_before(sentence) or self._headed(sentence)
        return above or (self.main.name if self.main else None)

    def _headed(self, sentence: Span) -> str | None:
        number = bisect_right(self.sections, sentence.start, key=itemgetter(0)) - 1
        return self.sections[number][1] if number >= 0 else None

    def _last_before(self, sentence: Span) -> str | None:
        """Of several programs the last one that its paragraph names before a sentence, if it heads it or recurs."""
        if len(self.found) < _SEVERAL:
            return None
        at = bisect_left(self.breaks, sentence.start)
        start = max(self.breaks[at - 1] if at else 0, sentence.start - _LONGEST_PARAGRAPH)
        within = self._within(Span(start, sentence.start)) if start < sentence.start else []
        for mention in reversed(within):
            called = self._called[mention.name]
            for number in (called.in_full or called.alike)[:1] if mention.span.start >= start else ():
                if mention.span.start in self.heads or len(self.of(self.found[number])) > 1:
                    return self.found[number].name
        return None

    def named_in(self, sentence: Span) -> tuple[str, ...]:
        """Return the names of the programs that a sentence names, those that it names in full first."""
        called = [self._called[mention.name] for mention in self._within(sentence)]
        if not called:
            return ()
        in_full = sorted({number for each in called for number in each.in_full})
        alike = sorted({number for each in called for number in each.alike})
        return unique(self.found[number].name for number in (*in_full, *alike))

    def of(self, program: Program) -> tuple[Mention, ...]:
        """Return where a program is named."""
        number = self.found.index(program)
        return tuple(mention for mention in self.mentions if number in self._called[mention.name].alike)

    @cached_property
    def _called(self) -> dict[str, _Called]:
        """What each name in the text stands for: compared once, however often it is said."""
        names = unique(mention.name for mention in self.mentions)
        numbered = tuple(enumerate(self.found))
        return {
            name: _Called(
                [number for number, program in numbered if _is_called(program, name)],
                [n for n, program in numbered if same_in_text(program.name, name) or name in program.aliases],
            )
            for name in names
        }

    def _within(self, sentence: Span) -> list[Mention]:
        first = bisect_left(self._starts, sentence.start - _LONGEST_NAME)
        last = bisect_left(self._starts, sentence.end, first)
        return [mention for mention in self.mentions[first:last] if sentence.overlaps(mention.span)]

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.span.start for mention in self.mentions]


def _is_called(program: Program, name: str) -> bool:
    return same_program(program.name, name) or name in program.aliases


def programs(reading: Reading, place: tuple[Place, ...] = ()) -> Programs:
    """Return the programs of a document, the main one first.

    Args:
        reading: the reading.
        place: the division that the page speaks for, which is no part of the name of its own program.
    """
    titles = [line.text for line in reading.titles]
    if is_tender(titles) or is_invitation(titles):
        return Programs((), ())
    mentions = of_few_names(pilot_mentions(reading))
    grouped = joined_by_short_forms(reading.text, groups_of(mentions, reading.is_place))
    grouped = _with_headline(reading, grouped)
    if is_ordinary(titles):
        reach = 8 if heads_notice(titles) else 30  # a headline says less of what its page is about than a notice
        grouped = [group for group in grouped if _is_evident(reading, group, reach)]
    mentions, grouped = _reported(reading, mentions, grouped)
    beside = _zones_beside(reading, mentions)
    mentions = (*mentions, *(zone for group in beside for zone in group))
    ranked = sorted(grouped, key=lambda group: (-len(group), group[0].span.start))
    evident = [group for number, group in enumerate(ranked) if number == 0 or _is_evident(reading, group)] + beside
    found = tuple(_program(reading, group, place, pilot="试点" in group[0].name) for group in evident)
    mentions = tuple(sorted(mentions, key=lambda mention: mention.span))
    if len(found) < _SEVERAL:
        return Programs(found, mentions)
    breaks = tuple(line.span.end for line in reading.lines)
    heads = frozenset(mention.span.start for mention in mentions if _heads_paragraph(reading, mention))
    named = Programs(found, mentions, breaks, heads)
    return replace(named, sections=_headed_sections(reading, named))


def _headed_sections(reading: Reading, programs: Programs) -> tuple[tuple[int, str | None], ...]:
    """The sections of a page on which headings name several programs, each with its own."""
    headed: list[tuple[int, str | None]] = []
    for section in reading.sections:
        lines = [*section.parents, *([section.heading] if section.heading else [])]
        named = [programs.named_in(line.title) for line in lines]
        start = section.heading.span.start if section.heading else 0
        headed.append((start, next((names[0] for names in reversed(named) if names), None)))
    several = len({name for _, name in headed if name}) >= _SEVERAL
    return tuple(headed) if several else ()


def _zones_beside(reading: Reading, pilots: tuple[Mention, ...]) -> list[list[Mention]]:
    """Zones that head sections beside those of pilots, on a page that is not all about one of these."""
    if any(_is_titled(reading, mention) for mention in pilots):
        return []
    return groups_of(tuple(headed_zone_mentions(reading, pilots)), reading.is_place)


def _heads_paragraph(reading: Reading, mention: Mention) -> bool:
    """实施X试点。…; 1.X试点：…: the first sentence of a paragraph says that a program is run, or names it."""
    line = reading.line_at(mention.span.start)
    if line is None or line.is_row or _BASIS.match(reading.text, mention.span.end):
        return False
    if mention.span.start - line.span.start > _LONGEST_SENTENCE:
        return False
    before = reading.text[line.span.start : mention.span.start]
    if "。" in before:
        return False
    return _is_label(reading, mention) or _starts(0).search(before) is not None


def _is_label(reading: Reading, mention: Mention) -> bool:
    """01 X试点：…: a name at the beginning of its line, or behind its number, and what it is behind it."""
    line = reading.line_at(mention.span.start)
    if line is None or mention.span.start - line.span.start > _LONGEST_NUMBER:
        return False
    before = reading.text[line.span.start : mention.span.start]
    if _LETTER.search(before):
        return False
    if line.level is not None and _HEADING_ENDS.fullmatch(reading.text, mention.span.end, line.span.end):
        return True
    return _LABELS.match(reading.text, mention.span.end) is not None


def _reported(
    reading: Reading, mentions: tuple[Mention, ...], grouped: list[list[Mention]]
) -> tuple[tuple[Mention, ...], list[list[Mention]]]:
    """A pilot that is named in a title or again and again, else what the title or the text says is reformed."""
    if any(_is_titled(reading, mention) for group in grouped for mention in group):
        return mentions, grouped
    titled = tuple(reform_mentions(reading))
    is_in_passing = all(len(group) == 1 for group in grouped)
    if grouped and is_in_passing and not titled and len(zones := tuple(zone_mentions(reading))) > 1:
        return zones, groups_of(zones, reading.is_place)[:1]  # the zone of the title, and a pilot in passing
    if not is_in_passing:
        leading = _leading(reading, titled, grouped)
        return ((*leading, *mentions), [leading, *grouped]) if leading else (mentions, grouped)
    if grouped and len(titled) == 1 and _in_title(reading, titled[0]) and _is_evident(reading, grouped[0]):
        return mentions, grouped  # a pilot that is run, under a headline in other words
    others = titled or (() if grouped else _otherwise_named(reading))
    return (others, groups_of(others, reading.is_place)[:1]) if others else (mentions, grouped)


def _leading(reading: Reading, titled: Sequence[Mention], pilots: list[list[Mention]]) -> list[Mention]:
    """The reform of the title is what the page reports on if it is named as often as a pilot in the text."""
    core = _reform_at_end().sub("", titled[0].name) if titled else ""
    if not core or not any(core in line.text for line in reading.titles):
        return []
    named = list(mentions_of(reading, core))
    return named if len(named) >= max(map(len, pilots)) else []


@cache
def _reform_at_end() -> re.Pattern[str]:
    return re.compile(either(__package__, "program_words", "reform") + "$")


def _otherwise_named(reading: Reading) -> tuple[Mention, ...]:
    """Where a text without a pilot names a zone, a demonstration, the parts of a name apart, or a reform that runs."""
    tried = tried_mentions(reading) if speaks_of_state(reading) else ()
    named = (*zone_mentions(reading), *composed_mentions(reading), *tried) or tuple(demonstration_mentions(reading))
    titles = [line.text for line in reading.titles]
    if named or (heads_notice(titles) and is_ordinary(titles)):
        return named
    for named_by in (running_mentions, won_zone_mentions, basis_mentions):
        if named := tuple(named_by(reading)):
            return named
    return ()


def _with_headline(reading: Reading, groups: list[list[Mention]]) -> list[list[Mention]]:
    """A name that only the headline gives is another one for what the text below reports on."""
    headline: list[list[Mention]] = []
    text: list[list[Mention]] = []
    for group in groups:
        (headline if all(_in_title(reading, mention) for mention in group) else text).append(group)
    if not text or not headline:
        return groups
    main = max(text, key=len)
    return [
        [*main, *(mention for group in headline for mention in group)] if group is main else group for group in text
    ]


def _in_title(reading: Reading, mention: Mention) -> bool:
    return in_title(reading, mention.span)


def _in_document_title(reading: Reading, mention: Mention) -> bool:
    before = reading.text[max(0, mention.span.start - REACH) : mention.span.start]
    return before.rfind("《") > before.rfind("》")


def _is_titled(reading: Reading, mention: Mention) -> bool:
    return _in_title(reading, mention) or _in_document_title(reading, mention)


def _is_evident(reading: Reading, group: list[Mention], reach: int = 8) -> bool:
    """Beside the main program, another one is named twice, in a title, as what somebody runs, or as a subject."""
    before = reading.text[max(0, group[0].span.start - REACH) : group[0].span.start]
    is_run = _starts(reach).search(before) is not None
    return len(group) > 1 or _in_title(reading, group[0]) or is_run or _is_label(reading, group[0])


@cache
def _starts(reach: int) -> re.Pattern[str]:
    """What says that somebody runs what is named right behind it."""
    return re.compile(f"(?:[0-9]个|{either(__package__, 'program_words', 'starts')}[^，。；]{{0,{reach}}}|[。；\\n])$")


def _program(reading: Reading, group: list[Mention], place: tuple[Place, ...], *, pilot: bool) -> Program:
    name = _shorn(_without_body(_without_place(_canonical(reading, group), place)), group, reading.is_place)
    forms = [m.name for m in group] + [m.name + m.suffix for m in group if m.suffix] + _short_forms(reading, name)
    return Program(
        name=name,
        aliases=tuple(form for form in unique(forms) if form != name),
        is_pilot=pilot or _is_tried(reading.text, name),
        passages=tuple(sorted({reading.passage(m.span) for m in group})),
        rule="program-named-pilot" if pilot else "program-of-the-title",
    )


def _is_tried(text: str, name: str) -> bool:
    """X试点, 试点推行X: what a title names without 试点 is a pilot where the text says that it is tried.

    For X建设 so does X试点建设.
    """
    verbs = tuple(verb for verb in words(__package__, "program_words", "carries_out") if verb.startswith("试点"))
    return any(
        text.startswith("试点", span.end) or text.endswith(verbs, 0, span.start)
        for each in unique((name, _reform_at_end().sub("", name)))
        for span in standing(text, each)
    )


def _canonical(reading: Reading, group: list[Mention]) -> str:
    """The name in the title of a policy document, else the form used most often, in the title, or the longest.

    What the headline alone calls it, in other words than the text, is no candidate.
    """
    for mention in group:
        if _in_document_title(reading, mention):
            return mention.name
    text = unique(mention.name for mention in group if not _in_title(reading, mention))
    names = {name for name in unique(m.name for m in group) if any(same_in_text(name, other) for other in text)}
    alike = [mention for mention in group if mention.name in names] or group
    counts = Counter(mention.name for mention in alike)
    titled = {mention.name for mention in group if _in_title(reading, mention)}
    return max(counts, key=lambda name: (counts[name], name in titled, len(name)))


def _without_place(name: str, place: tuple[Place, ...]) -> str:
    """某市垃圾分类试点 on a page of that city is 垃圾分类试点, a program of the city."""
    own = next((each.name for each in place if name.startswith(each.name)), "")
    rest = name.removeprefix(own)
    return rest if _is_name(rest.removesuffix("试点")) else name


def _without_body(name: str) -> str:
    """教育部组织X试点 is X试点: who does what with it."""
    body = agency_at(name, Span(0, len(name)))
    behind = name[body.span.end :] if body else name
    verb = next(filter(behind.startswith, words(__package__, "program_words", "does")), None) if body else None
    rest = behind.removeprefix(verb) if verb else name
    return rest if _is_name(rest.removesuffix("试点")) else name


def _is_name(modifier: str) -> bool:
    return names_something(modifier) or is_short_name(modifier)


def _shorn(name: str, group: Sequence[Mention], is_place: Callable[[str], bool]) -> str:
    """某地X试点 and 优化X试点 are X试点 where the text calls it so too."""
    rests = (other.name for other in group if name.endswith(other.name) and name != other.name)
    return next((rest for rest in rests if _only_leads(name.removesuffix(rest), is_place)), name)


def _only_leads(words_before: str, is_place: Callable[[str], bool]) -> bool:
    """Tell whether words before a name are a place, what is done with the program, or both: 某省, 优化, 某省优化."""
    verbs = words(__package__, "program_words", "does")
    who = next((words_before.removesuffix(verb) for verb in verbs if words_before.endswith(verb)), None)
    return who == "" or is_place(words_before if who is None else who)


def _short_forms(reading: Reading, name: str) -> list[str]:
    without_pilot = name.removesuffix("试点")
    longer = [name, without_pilot, without_pilot.removesuffix("建设")]
    forms = unique([*longer, *(short for form in longer for short in abbreviated(form))])
    return [form for form in forms if form != name and len(form) >= SHORTEST and _stands_alone(reading, form, name)]


def _stands_alone(reading: Reading, form: str, name: str) -> bool:
    tail = name[len(form) :] if name.startswith(form) else ""
    if not tail:
        return form in reading.text
    return any(not reading.text.startswith(tail, span.end) for span in standing(reading.text, form))


def with_jurisdiction(found: Programs, code: str | None) -> Programs:
    """Return the programs with the main one placed in a division, for reforms that are no national ones."""
    if code is None or found.main is None:
        return found
    return replace(found, found=(replace(found.main, jurisdiction=code), *found.found[1:]))
