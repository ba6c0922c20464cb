"""Which clauses of a sentence say that something has to be done.

A task clause begins with a verb of doing (加强, 建立, 支持), maybe behind 要 or an adverb (持续, 大力). Clauses that
say what comes of it (形成…格局, 实现…, 切实提高…能力) or by what means (充分发挥…优势) are none; a clause that
begins with a preposition goes on with the one before.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_graph.parse.spans import Span
from build_graph.tables import either, packed_rows, words

if TYPE_CHECKING:
    from build_graph.parse.reading import Reading

_LED = re.compile(r"(?:并|同时|以及|还)?(?P<must>要|须|应)?将?")


_GROWS = re.compile(r"(?:更加|明显|显著|更为|日益|逐步|基本|进一步)[一-鿿]{2}$")
"""…更加完善, …明显降低: what comes of it."""


@cache
def _words(kind: str) -> str:
    return either(__package__, "task_words", kind)


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"(?:并|同时|还)?(?:要|须|应|将)?(?:{_words('adverb')})*(?P<verb>{_words('verb')})(?!的)")


def verb_of(text: str) -> str | None:
    """Return the verb of doing that a clause begins with, or None.

    >>> verb_of("持续加强信息化建设"), verb_of("信息化建设")
    ('加强', None)
    """
    found = _verb().match(text)
    return found["verb"] if found else None


@cache
def _verbs() -> dict[str, str]:
    """All verbs of two characters that language has for doing something, each with its tag."""
    passed_over = set(words(__package__, "task_words", "not_doing"))
    return {word: tag for tag, word in packed_rows(__package__, "verbs") if word not in passed_over}


@cache
def _adverbs() -> re.Pattern[str]:
    return re.compile(rf"(?:并|同时|还)?(?:{_words('adverb')})*")


def does(text: str) -> bool:
    """Tell whether a clause begins with any verb; where something is to be done, it says what.

    A word that is a noun as well counts as a verb behind an adverb (全面普查…), or if the table of words says so.

    >>> does("修缮老旧校舍"), does("全面管理校舍"), does("管理数据"), does("校舍修缮")
    (True, True, False, False)
    """
    if verb_of(text) or re.match(_words("doing"), text):
        return True
    led = _adverbs().match(text)
    start = led.end() if led else 0
    tag = _verbs().get(text[start : start + 2])
    return text[start + 2 : start + 3] != "的" and (tag == "v" or (tag == "vn" and start > 0))


def task_spans(reading: Reading, sentence: Span, *, goes_on: bool = False) -> list[Span]:
    """Return the spans of the tasks in a sentence, in their order.

    ``goes_on``: the stretch is the rest of a sentence whose first clause is known.
    """
    found: list[Span] = []
    must = False
    for number, clause in enumerate(reading.clauses(sentence)):
        text = reading.slice(clause)
        must = must or _is_led_by_must(text)
        if re.match(_words("final"), text):
            break
        if found and _continues(text, must=must):
            found[-1] = Span(found[-1].start, clause.end)
        elif verb_of(text) and not is_outcome(text, first=number == 0 and not goes_on) and not _is_means(text):
            found += _parallel(reading, _without_must(reading, clause))
    return found


def _is_led_by_must(text: str) -> bool:
    led = _LED.match(text)
    return bool(led and led["must"])


def _without_must(reading: Reading, clause: Span) -> Span:
    led = _LED.match(reading.slice(clause))
    return Span(clause.start + (led.end() if led else 0), clause.end)


def _continues(text: str, *, must: bool) -> bool:
    """向…扩容 goes on with the clause before; in a sentence led by 要, so does 推动…, its purpose."""
    return bool(re.match(_words("preposition"), text)) or (must and bool(re.match(_words("purpose"), text)))


def is_outcome(text: str, *, first: bool) -> bool:
    """Tell whether a clause says what comes of a task; ``first``: it opens its sentence."""
    if re.match(_words("outcome"), text) or _GROWS.search(text):
        return True
    raises_felt = re.match(rf"(?:{_words('adverb')})*{_words('raise')}", text) and re.search(_words("felt") + "$", text)
    if first or raises_felt:
        return bool(raises_felt)
    ends_in = re.search(_words("attribute") + "$", text)
    raises = re.match(rf"(?:{_words('adverb')})*{_words('raise')}", text)
    builds = re.match(rf"(?:推动)?{_words('build')}", text) and re.search(_words("situation") + "$", text)
    return bool((ends_in and raises and "、" not in text) or builds)


def _is_means(text: str) -> bool:
    if re.match(r"(?:并)?做好", text):
        return not text.endswith("工作")
    return bool(re.search(_words("role") + "$", text))


def _parallel(reading: Reading, clause: Span) -> list[Span]:
    """Split 推动A、推动B at the marks before which the same verb stands again."""
    verb = verb_of(reading.slice(clause))
    cuts = [m.start() for m in re.finditer(f"、{re.escape(verb or '、、')}", reading.slice(clause))]
    starts = [clause.start, *(clause.start + cut + 1 for cut in cuts)]
    ends = [*(clause.start + cut for cut in cuts), clause.end]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True)]
