"""Structures of tasks in running text: enumerations, paragraphs on one respect or under a lead sentence, aspects."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from build_graph.extract.enumerations import Item, items
from build_graph.extract.tasks.asked import is_asked_for
from build_graph.extract.tasks.clauses import does, task_spans, verb_of
from build_graph.extract.tasks.directives import directed_spans, is_doing
from build_graph.extract.tasks.duties import is_duty
from build_graph.extract.tasks.lists import listed, tasks_in_list
from build_graph.extract.tasks.nodes import Aspect
from build_graph.extract.tasks.spoken import spoken_lists
from build_graph.extract.tasks.telling import is_done, is_frame
from build_graph.parse.numbers import NUMBER, NUMERAL, value_of
from build_graph.parse.spans import Span
from build_graph.tables import either, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_graph.parse.reading import Reading

_SHORT_LINE = 40  # code points of a line that is one task
_SHORTEST_PART = 4  # code points of a part of a list of tasks
_SAID_AT_LENGTH = 9  # code points of a clause that is no slogan (突出实效，强化供给)
_NOTHING_MORE = re.compile(r"[ \n…]*+\Z")
"""Behind what a text breaks off in."""
_LEAD_SENTENCE = 20  # code points of a sentence that names what its paragraph is about


_MOTTO = 4  # code points of what heads an item: 先急后缓
_BEFORE = 20  # code points before an enumeration among which stands what it tells
_FIRST = re.compile(r"一是(?<=[：。；，\n]一是)|(?:其|第)一是(?<=[：。；，\n].一是)|第一，(?<=[：。；\n]第一，)")
"""What can be looked for fast stands first."""
_DETAIL = re.compile(r"^(?:由|其中|对|每|依托|通过|借助)|\d")
"""Who does it, for whom, how much: 强化保障，补助标准提高到每公里1万元."""
_FIRST_IN_BRACKETS = re.compile("（一）(?<=[：。；]（一）)")
"""Inside a line: what begins one is a heading."""


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(either(__package__, "task_words", "lead") + r"[^。：\n]{0,6}：\s*")


@cache
def _contains() -> re.Pattern[str]:
    return re.compile("，" + either(__package__, "task_words", "contains") + "：?")


# --- enumerations: 13项工作内容：一是…，包括… ----------------------------------------------------------------


def enumerated(reading: Reading) -> Iterator[Aspect]:
    """Enumerations that are announced as tasks, and others most of whose items begin with a verb."""
    for lead in _lead().finditer(reading.text):
        if _tells(lead[0].rstrip()):
            continue
        for item in items(reading, lead.end()):
            yield _aspect_of_item(reading, item)


def enumerated_by_verbs(reading: Reading) -> Iterator[Aspect]:
    """一是…。二是… or （一）…。（二）… in one line without an announcement, if most of the items say what to do."""
    for begin in chain(_FIRST.finditer(reading.text), _FIRST_IN_BRACKETS.finditer(reading.text)):
        found = items(reading, begin.start())
        closed = reading.kind_at(Span(begin.start(), begin.end())) in {"condition", "principle", "goal", "safeguard"}
        before = reading.text[max(0, begin.start() - _BEFORE) : begin.start()]
        closed = (closed and not is_duty(before)) or _tells(before)
        if len(found) > 1 and not closed and _are_to_be_done(reading, found, begin.start()):
            yield from (_aspect_of_item(reading, item) for item in found)


def enumerated_by_speakers(reading: Reading) -> Iterator[Aspect]:
    """第一个事，把…建起来。 第二个事，…, if most of the items say what to do."""
    for mark, found in spoken_lists(reading):
        begin = found[0].span.start - len(mark)
        before = reading.text[max(0, begin - _BEFORE - _BEFORE) : found[0].span.start]
        if not _tells(before) and _are_to_be_done(reading, found, begin):
            yield from (_aspect_of_item(reading, item) for item in found)


def _are_to_be_done(reading: Reading, found: Sequence[Item], begin: int) -> bool:
    """Most items say what to do, or they have been asked for and none of them says that it is done."""
    if 2 * sum(_says_what_to_do(reading, item.span) for item in found) > len(found):
        return True
    return is_asked_for(reading, begin) and not any(is_done(reading.slice(item.span)) for item in found)


def _tells(before: str) -> bool:
    """有两方面原因：, 主要成效如下：: what follows is told, and not to be done, unless it is to solve what it names."""
    found = _tells_of().search(before)
    return found is not None and _deals_with().search(found[0]) is None


@cache
def _tells_of() -> re.Pattern[str]:
    return re.compile(rf"[^。；：，\n]*{either(__package__, 'task_words', 'tells_of')}[^。；：，\n]{{0,6}}[：，]$")


@cache
def _deals_with() -> re.Pattern[str]:
    """针对存在的突出问题，一是…; 重点解决以下问题：一是…."""
    return re.compile(either(__package__, "task_words", "deals_with"))


def _says_what_to_do(reading: Reading, item: Span) -> bool:
    """建立…, 对…一律取消, 把…改为…, maybe behind what only frames it (在…的基础上，…) or heads it (先急后缓，…)."""
    clauses = [reading.slice(clause) for clause in reading.clauses(item)[:2]]
    if len(clauses) > 1 and (is_frame(clauses[0]) or (len(clauses[0]) == _MOTTO and not is_doing(clauses[0]))):
        del clauses[0]
    return bool(clauses) and is_doing(clauses[0])


def _aspect_of_item(reading: Reading, item: Item) -> Aspect:
    contains = _contains().search(reading.text, *item.span)
    if contains is None:
        _, *rest = reading.sentences_in(item.span) or (item.span,)
        below = tuple(task for sentence in rest for task in directed_spans(reading, sentence, led=True))
        return Aspect(_head(reading, item.span), item.ordinal, below, "task-enumerated")
    below = tuple(listed(reading, Span(contains.end(), item.span.end)))
    return Aspect(Span(item.span.start, contains.start()), item.ordinal, below, "task-enumerated")


def _head(reading: Reading, item: Span) -> Span:
    """The clause that names an item of several: the first one, if others say what to do as well."""
    whole = next(iter(reading.sentences_in(item)), item)
    semicolon = reading.text.find("；", *whole)
    first, *rest = reading.clauses(whole if semicolon < 0 else Span(whole.start, semicolon)) or (item,)
    details = [clause for clause in rest if does(reading.slice(clause)) or _DETAIL.search(reading.slice(clause))]
    return first if details and does(reading.slice(first)) else Span(first.start, rest[-1].end if rest else first.end)


# --- tasks in a list: 从A、B、C等方面开展… ------------------------------------------------------------------------


def listed_in_sentence(reading: Reading) -> Iterator[Aspect]:
    """The parts of a list of tasks inside of a clause."""
    for sentence in reading.sentences:
        if reading.kind_at(sentence) in {"task", "other"}:
            for number, part in enumerate(tasks_in_list(reading, sentence), 1):
                yield Aspect(part, number, (), "task-listed")


_MEASURES = re.compile("任务|举措|措施|内容[^。]{0,6}：|工作[^。]{0,6}：|方面[^。]{0,6}：|[大实要件]事：")
"""What a sentence calls the tasks that it announces."""


def announced_in_sentence(reading: Reading) -> Iterator[Aspect]:
    """试点任务包括A、B、C等内容: what is announced as tasks is a list of them, whatever its parts begin with."""
    for sentence in reading.sentences:
        if not _MEASURES.search(reading.text, *sentence) or reading.kind_at(sentence) not in {"task", "other"}:
            continue
        summed = _summed_list().match(reading.text, *sentence)
        if summed:
            parts = list(_announced_parts(reading, Span(*summed.span("list"))))
            yield from (Aspect(part, number, (), "task-announced-list") for number, part in enumerate(parts, 1))
            continue
        yield from _one_each(reading, sentence)
        lead = _announces_list().search(reading.text, *sentence)
        if lead is None:
            continue
        rest = Span(lead.end(), sentence.end)
        parts = list(_announced_parts(reading, rest))
        if len(parts) > 1 and (not lead["contents"] or _mostly_do(reading, parts)):
            name = Span(*lead.span(lead.lastgroup or 0))
            yield Aspect(name, None, tuple(parts), "task-announced-list", is_task=False)


def _one_each(reading: Reading, sentence: Span) -> Iterator[Aspect]:
    """定下四件事：A，B，C，D: as many clauses that say what to do as there are said to be."""
    lead = _announces_number().search(reading.text, *sentence)
    parts = reading.clauses(Span(lead.end(), sentence.end)) if lead else ()
    if lead and value_of(lead["number"]) == len(parts) and all(does(reading.slice(part)) for part in parts):
        yield from (Aspect(part, number, (), "task-announced-list") for number, part in enumerate(parts, 1))


@cache
def _announces_number() -> re.Pattern[str]:
    number = rf"(?<!{NUMERAL})(?<!\d)(?P<number>{NUMBER})"
    return re.compile(
        rf"{number}(?:件[大实要]?事|[项条个](?:具体|重点|主要|改革)?(?:举措|措施|任务|工作))：(?=[^：。；]+，)"
    )


def _mostly_do(reading: Reading, parts: Sequence[Span]) -> bool:
    """Tell whether what is announced as contents are tasks: most parts begin with a verb."""
    return 2 * sum(does(reading.slice(part)) for part in parts) > len(parts)


@cache
def _announces_list() -> re.Pattern[str]:
    called = "(?:包括|包含|有|为|是)(?:以下)?"
    number = rf"(?<!{NUMERAL})(?<!\d){NUMBER}"
    task = rf"(?P<task>(?:试点|重点|主要|改革|建设|具体|核心)任务)(?:共|共有|主要|具体)?(?:{NUMBER}项)?{called}：?"
    counted = rf"(?P<counted>{number}(?:[项条个]|大类?)(?:具体|重点|主要|改革)?(?:举措|措施|任务))"
    contents = rf"(?P<contents>主要内容|{number}[项个大]?(?:方面|重点|主要)*的?(?:内容|工作|方面))"
    colon = f"(?:，?(?:具体|主要|分别)?{called}|，?即|如下)?：(?!一、|一是)"
    return re.compile(rf"{task}|{counted}{colon}(?=[^：。]+[、；])|{contents}{colon}(?=[^：。]+；)")


@cache
def _summed_list() -> re.Pattern[str]:
    """通知提出，A；B；C等五大任务."""
    leads = either(__package__, "directive_words", "lead_in")
    summed = rf"等{NUMBER}(?:个|项|大|条)(?:方面的?)?(?:主要|重点|工作)?(?:任务|举措|措施)"
    return re.compile(rf"[^；。]{{0,24}}?{leads}了?，?(?P<list>(?>[^。]+?；)[^。]+?){summed}")


_CLOSING = re.compile(rf"等?(?:{NUMBER}个?)?(?:方面|项|大|类)?(?:内容|任务|工作)?$")


def _announced_parts(reading: Reading, rest: Span) -> Iterator[Span]:
    """The parts between semicolons, else between enumeration commas; 等五方面内容 closes the last one."""
    mark = "；" if "；" in reading.slice(rest) else "、"
    start = rest.start
    for end in [*(m.start() for m in re.finditer(mark, reading.text[rest.start : rest.end])), rest.end - rest.start]:
        part = reading.text[start : rest.start + end]
        closing = _CLOSING.search(part)
        width = closing.start() if closing and closing[0].startswith("等") else len(part)
        if mark == "；":
            width = _whole(reading, Span(start, start + width)) - start
        if width >= _SHORTEST_PART:
            span = Span(start, start + width)
            yield from (span,) if mark == "；" else _apart(reading, span)
        start = rest.start + end + 1


def _whole(reading: Reading, part: Span) -> int:
    """Where the last whole clause of a part ends: a text that breaks off leaves its last clause unfinished."""
    if not _NOTHING_MORE.match(reading.text, part.end):
        return part.end
    *whole, _ = reading.clauses(part) or (part,)
    return whole[-1].end if whole else part.start


def _apart(reading: Reading, part: Span) -> Sequence[Span]:
    """Clauses of a part that each say at length what to do are tasks of their own; slogans in pairs are one."""
    parts = reading.clauses(part)
    long = all(clause.end - clause.start >= _SAID_AT_LENGTH and does(reading.slice(clause)) for clause in parts)
    return parts if long else (part,)


# --- lines below a lead: 试点内容主要集中在 / 探索… / 完善… --------------------------------------------------------


def lines_below(reading: Reading) -> Iterator[Aspect]:
    """Short lines that begin with a verb, below a line that announces them."""
    number = 0
    announced = False
    for line in reading.lines:
        text = line.content_text
        if announced and does(text) and len(text) <= _SHORT_LINE:
            number += 1
            end = _line_ends().search(text)
            width = end.start() if end else len(text)
            yield Aspect(Span(line.content.start, line.content.start + width), number, (), "task-line")
        else:
            announced, number = _announces_lines().search(text) is not None, 0


@cache
def _line_ends() -> re.Pattern[str]:
    return re.compile(rf"(?:等?{either(__package__, 'task_words', 'respect')})?[；。，]?$")


@cache
def _announces_lines() -> re.Pattern[str]:
    return re.compile(either(__package__, "task_words", "lead") + r"[^。：，]{0,4}(?:[在有为]|包括|是|如下)：?$")


# --- one respect after the other: 在A方面，将…；在B方面，… -------------------------------------------------------


def in_respects(reading: Reading) -> Iterator[Aspect]:
    """Each respect governs the clauses after it, up to the next one or the end of its paragraph."""
    found: list[Aspect] = []
    for line in reading.lines:
        if "领域" not in line.text and "方面" not in line.text:
            continue  # as each respect does
        parts = [c for sentence in reading.sentences_in(line.content) for c in reading.clauses(sentence)]
        heads = [i for i, clause in enumerate(parts) if _respect().fullmatch(reading.slice(clause))]
        for head, following in pairwise([*heads, len(parts)]):
            name = _respect().fullmatch(reading.slice(parts[head]))
            if name is None or following == head + 1:
                continue
            span = Span(parts[head].start + name.start("name"), parts[head].start + name.end("name"))
            rest = reading.sentences_in(Span(parts[head].end + 1, parts[following - 1].end))
            below = tuple(task for sentence in rest for task in directed_spans(reading, sentence, led=True))
            found.append(Aspect(span, len(found) + 1, below, "task-respect", is_task=False))
    if len(found) > 1:
        yield from found


@cache
def _respect() -> re.Pattern[str]:
    return re.compile(
        r"在?(?P<name>[^，。：；]{2,30}?领域|[^，。：；]{2,30}?(?<![个各多这两些等])(?=方面))(?:方面)?(?:上|里|中|内)?"
    )


# --- a paragraph for each place: 甲市：建设…，推行…。 -----------------------------------------------------------

_LABEL = re.compile(r"[一-鿿]{2,12}(?=：)")


def by_places(reading: Reading) -> Iterator[Aspect]:
    """Paragraphs that begin with a place and a colon and say what it does."""
    found: list[Aspect] = []
    for line in reading.lines:
        label = _LABEL.match(line.content_text)
        if label is None or not reading.is_place(label[0]):
            continue
        span = Span(line.content.start, line.content.start + label.end())
        rest = reading.sentences_in(Span(span.end + 1, line.span.end))
        below = tuple(task for sentence in rest for task in directed_spans(reading, sentence, led=True))
        if below:
            found.append(Aspect(span, len(found) + 1, below, "task-of-place", is_task=False))
    if len(found) > 1:
        yield from found


# --- paragraphs that name their subject first: 补齐短板。在城市，加强… --------------------------------------------


def lead_paragraphs(reading: Reading) -> Iterator[Aspect]:
    """Paragraphs that begin with a short sentence on what they are about."""
    found: list[Aspect] = []
    for line in reading.lines:
        first, *rest = reading.sentences_in(line.content) or (Span(0, 0),)
        is_plan = bool(rest) and _is_lead(reading.slice(first)) and not _holds_together(reading, first)
        if is_plan and not reading.in_profile(first):
            below = tuple(span for sentence in rest for span in task_spans(reading, sentence))
            found.append(Aspect(first, len(found) + 1, below, "task-lead-sentence"))
    if len(found) > 1:  # one paragraph that begins with a short sentence is no plan
        yield from found


def _holds_together(reading: Reading, lead: Span) -> bool:
    """（一）加强领导 below 保障措施: how all is held together, and no task."""
    section = reading.section_at(lead)
    return section is not None and any(_closes_plan().search(above.title_text) for above in section.parents)


@cache
def _closes_plan() -> re.Pattern[str]:
    return re.compile(either(__package__, "task_words", "closes_plan"))


def _is_lead(text: str) -> bool:
    return len(text) <= _LEAD_SENTENCE and "，" not in text and verb_of(text) is not None


# --- aspects inside a paragraph: 着力A，…。着力B，… ------------------------------------------------------------


def aspects_in_paragraph(reading: Reading) -> Iterator[Aspect]:
    """Paragraphs whose clauses begin with one word again and again."""
    for line in reading.lines:
        for word in words(__package__, "task_words", "aspect"):
            aspects = list(_led_by(reading, line.content, word)) if line.text.count(word) > 1 else []
            if len(aspects) > 1:
                yield from aspects


def _led_by(reading: Reading, paragraph: Span, word: str) -> Iterator[Aspect]:
    """Yield the aspects of a paragraph whose clauses begin with ``word`` again and again."""
    number = 0
    for sentence in reading.sentences_in(paragraph):
        parts = reading.clauses(sentence)
        leads = [i for i, clause in enumerate(parts) if reading.slice(clause).startswith((word, "要" + word))]
        for i, after in pairwise([*leads, len(parts)]):
            number += 1
            rest = Span(parts[i].end, parts[after - 1].end)
            below = task_spans(reading, rest, goes_on=True) if after > i + 1 else []
            lead = parts[i].start + (0 if reading.slice(parts[i]).startswith(word) else 1)
            yield Aspect(Span(lead, parts[i].end), number, tuple(below), "task-aspect")
