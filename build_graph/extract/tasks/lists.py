"""Tasks in a list inside of one clause: 从A、B、C等三个方面开展试点.

Other forms are 以A、B为重点, 就A、B、C等开展试点, 有A、B等5项主要任务 and 实施A行动、B行动.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from build_graph.extract.tasks.clauses import does, takes_object, verb_of
from build_graph.extract.tasks.telling import reached
from build_graph.parse.numbers import NUMBER, value_of
from build_graph.parse.spans import Span, trimmed
from build_graph.tables import either

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_graph.parse.reading import Reading

_LEAST_PARTS = 2  # of a list of tasks
_LIST_BEGINS = re.compile("提出了?|明确了?|部署了?|对|从|围绕|聚焦|在|就|(?<!所)有|包括：?|承担|涉及|以")
_LONG_LIST_BEGINS = re.compile("[^，]{0,12}?(?:对|从|就|围绕)(?:如何)?")
_LONG_LIST_ENDS = re.compile(f"等(?:{NUMBER}个)?方面")
_LIST_TRIES = 4  # words of a clause that may begin its list
_SHORTEST_LIST = 10  # code points
_FURTHER_ENDS = {"就": "|开展|进行|等$", "包括": "|等等?$", "包括：": "|等等?$"}
"""What else may end a list, by what it begins with."""
_JOINED = re.compile("(?:以?及|和)(?=[^和及]*$)")
"""The last word of a part that may join two."""
_CARRIES_OUT = re.compile(r"(?:实施|部署|开展|推进|推出|启动)了?")


def tasks_in_list(reading: Reading, sentence: Span) -> list[Span]:
    """Return the parts of the lists of a sentence that are tasks: most begin with a verb, or all name projects."""
    if not _may_list().search(reading.text, *sentence):
        return []
    clauses = reading.clauses(sentence)
    found = [part for clause in clauses for part in _respects(reading, clause) or _projects(reading, clause)]
    return found or (_over_clauses(reading, clauses) if reading.text.find("方面", *sentence) >= 0 else [])


def _over_clauses(reading: Reading, clauses: Sequence[Span]) -> list[Span]:
    """对推进A、建设B，确保C等方面提出要求: a list that holds commas as well."""
    texts = [reading.slice(clause) for clause in clauses]
    ends = (
        (clause.start + m.start(), n) for n, clause in enumerate(clauses) if (m := _LONG_LIST_ENDS.search(texts[n]))
    )
    end, last = next(ends, (0, 0))
    for first in range(last):
        begin = _LONG_LIST_BEGINS.match(texts[first])
        if begin and does(texts[first], begin.end()):
            parts = listed(reading, Span(clauses[first].start + begin.end(), end), marks="、，")
            return parts if len(parts) > _LEAST_PARTS else []
    return []


@cache
def _may_list() -> re.Pattern[str]:
    """What a sentence holds that lists tasks: a mark between them, or the word for a project."""
    return re.compile("、|等方面|" + either(__package__, "task_words", "project"))


def _respects(reading: Reading, clause: Span) -> list[Span]:
    text = reading.slice(clause)
    if "、" not in text:
        return []
    for begin in islice(_LIST_BEGINS.finditer(text), _LIST_TRIES):
        end = _list_ends(begin[0]).search(text, begin.end() + _SHORTEST_LIST)
        if end is None or reached().search(text, end.end()):
            continue
        whole = trimmed(reading.text, Span(clause.start + begin.end(), clause.start + end.start()), "、 ")
        parts = _counted(reading, whole, end[0]) or listed(reading, whole)
        if len(parts) >= _LEAST_PARTS and 2 * sum(does(reading.slice(part)) for part in parts) > len(parts):
            return parts
    return []


def _counted(reading: Reading, whole: Span, ending: str) -> list[Span]:
    """The parts between the marks, if they are as many as the list says (A、B、C等三个方面)."""
    number = re.search(NUMBER, ending)
    cuts = [m.start() + whole.start for m in re.finditer("、", reading.slice(whole))]
    if number is None or int(value_of(number[0])) != len(cuts) + 1:
        return []
    return [Span(a, b) for a, b in zip([whole.start, *(cut + 1 for cut in cuts)], [*cuts, whole.end], strict=True)]


@cache
def _list_ends(begin: str) -> re.Pattern[str]:
    """What may end a list that begins so."""
    if begin == "以":
        return re.compile("为(?:重点|主要内容)")
    respect = either(__package__, "task_words", "respect")
    counted = rf"等?{NUMBER}[项条](?:主要|重点|工作)*(?:任务|举措|措施)"
    return re.compile(rf"等?(?:{NUMBER}[个大]?)?(?:{respect}|任务)|{counted}" + _FURTHER_ENDS.get(begin, ""))


def _projects(reading: Reading, clause: Span) -> list[Span]:
    """实施A行动、B行动、C行动: parts that end in a word for a project."""
    text = reading.slice(clause)
    led = _CARRIES_OUT.search(text)
    if led is None:
        return []
    parts: list[Span] = []
    start = led.end()
    while found := _project().match(text, start):
        parts.append(Span(clause.start + start, clause.start + found.end("name")))
        start = found.end()
    return parts if len(parts) >= _LEAST_PARTS else []


@cache
def _project() -> re.Pattern[str]:
    projects = either(__package__, "task_words", "project")
    return re.compile(rf"(?P<name>[^、\d][^、]{{1,40}}?{projects})(?:、|等|(?={NUMBER}[个项大])|$)")


def listed(reading: Reading, span: Span, marks: str = "、") -> list[Span]:
    """Return the tasks of a list joined by ``marks``: a part that begins with no verb belongs to the one before."""
    found: list[Span] = []
    start = span.start
    for end in [
        *(m.start() for m in re.finditer(f"[{marks}]", reading.text[span.start : span.end])),
        span.end - span.start,
    ]:
        part = Span(start, span.start + end)
        start = part.end + 1
        text = reading.slice(part)
        if found and verb_of(text) is None and not takes_object(text):
            found[-1] = Span(found[-1].start, part.end)
        else:
            found.append(part)
    return [*found[:-1], *_closing(reading, found[-1])] if len(found) > 1 else found


def _closing(reading: Reading, last: Span) -> list[Span]:
    """The last part of a list may be two, joined by 和: A、B和加强C."""
    joined = _JOINED.search(reading.text, *last)
    if joined is None or verb_of(reading.text[joined.end() : last.end]) is None:
        return [last]
    return [Span(last.start, joined.start()), Span(joined.end(), last.end)]
