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


_GROWS = re.compile(r"(?:更加|明显|显著|更为|日益|逐步|(?<!永久)基本|进一步)[一-鿿]{2}$")
"""…更加完善, …明显降低: what comes of it."""


@cache
def _words(kind: str) -> str:
    return either(__package__, "task_words", kind)


@cache
def _opening(kind: str) -> re.Pattern[str]:
    """The words of one kind, compiled once: for matching where a clause begins."""
    return re.compile(_words(kind))


@cache
def _ending(kind: str) -> tuple[str, ...]:
    return words(__package__, "task_words", kind)


_LEADING = r"(?:并|同时|还)?"


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(
        rf"{_LEADING}(?:要|须|应|将)?(?:{_words('adverb')})*(?P<verb>{_words('verb')})(?!{nominal().pattern})"
    )


@cache
def nominal() -> re.Pattern[str]:
    """What behind a verb makes a noun of it, or what describes one: 创新型, 规范性, 建设的, 实施路径."""
    return re.compile(
        rf"[的者]|型(?!号)|性(?![能别质价]|地?[开推实])|(?<={_words('act')}){_words('frame')}(?:$|[和与及、的为是])"
    )


def verb_of(text: str) -> str | None:
    """Return the verb of doing that a clause begins with, or None.

    >>> verb_of("持续加强信息化建设"), verb_of("信息化建设"), verb_of("实施路径和保障措施"), verb_of("创新型城市")
    ('加强', None, None, None)
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
    return re.compile(rf"{_LEADING}(?:{_words('adverb')})*")


@cache
def _doing() -> re.Pattern[str]:
    """Nouns that are verbs too, before their object: 评估实施效果, but not 评估工作."""
    return re.compile(
        rf"{_LEADING}(?:{_words('adverb')})*{_words('doing')}"
        rf"(?!{_words('noun_behind')}|{_words('noun_end')}(?:$|[^一-鿿]|[的应由和与及])"
        rf"|{_words('noun_told')}{_words('becomes')}|{nominal().pattern}|$)"
    )


def does(text: str, start: int = 0) -> bool:
    """Tell whether a clause begins, at ``start``, with any verb; where something is to be done, it says what.

    A word that is a noun as well counts as a verb behind an adverb (全面普查…), or if the table of words says so.

    >>> does("修缮老旧校舍"), does("全面管理校舍"), does("管理数据"), does("校舍修缮")
    (True, True, False, False)
    """
    if _verb().match(text, start) or _doing().match(text, start):
        return True
    led = _adverbs().match(text, start)
    verb = led.end() if led else start
    tag = _verbs().get(text[verb : verb + 2])
    return (tag == "v" or (tag == "vn" and verb > start)) and nominal().match(text, verb + 2) is None


@cache
def _takes() -> re.Pattern[str]:
    becomes = "[升扩转降打建提推引放改][^，]?[至到为成入]|迁移至|调整为"
    object_ = "[^，]{2,40}"
    return re.compile(
        rf"将(?![以按在从对向]|围绕|聚焦|结合|会同|通过)(?:{object_}(?P<taken>纳入|作为|列入|列为|前置)"
        rf"|(?!{_words('adverb')})(?:{object_}(?P<becomes>{becomes})|{object_}(?:[转划送与和]|交(?![易通流互接]))))"
    )


def takes_object(text: str, start: int = 0) -> bool:
    """Tell whether the 将 at ``start`` takes an object, and is not that of the future.

    >>> takes_object("将服务质量纳入考核"), takes_object("将建立台账"), takes_object("将开展培训和普查")
    (True, False, False)
    """
    found = _takes().match(text, start)
    return found is not None and (found.lastgroup is not None or not does(text, start + 1))


def task_spans(reading: Reading, sentence: Span, *, goes_on: bool = False) -> list[Span]:
    """Return the spans of the tasks in a sentence, in their order.

    ``goes_on``: the stretch is the rest of a sentence whose first clause is known.
    """
    found: list[Span] = []
    must = False
    for number, clause in enumerate(reading.clauses(sentence)):
        text = reading.slice(clause)
        must = must or _is_led_by_must(text)
        if _opening("final").match(text):
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
    return bool(_opening("preposition").match(text) or (must and _opening("purpose").match(text)))


@cache
def _raises() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('adverb')})*{_words('raise')}")


@cache
def _builds() -> re.Pattern[str]:
    return re.compile(rf"(?:推动)?{_words('build')}")


def is_outcome(text: str, *, first: bool) -> bool:
    """Tell whether a clause says what comes of a task; ``first``: it opens its sentence."""
    if _opening("outcome").match(text) or _GROWS.search(text):
        return True
    if text.endswith(_ending("felt")) and _raises().match(text):
        return True
    if first:
        return False
    if text.endswith(_ending("situation")) and _builds().match(text):
        return True
    return text.endswith(_ending("attribute")) and "、" not in text and _raises().match(text) is not None


def _is_means(text: str) -> bool:
    if text.startswith(("做好", "并做好")):
        return not text.endswith("工作")
    return text.endswith(_ending("role"))


def _parallel(reading: Reading, clause: Span) -> list[Span]:
    """Split 推动A、推动B at the marks before which the same verb stands again."""
    text = reading.slice(clause)
    again = "、" + (verb_of(text) or "、、")
    cuts = [m.start() for m in re.finditer(re.escape(again), text)] if again in text else []
    starts = [clause.start, *(clause.start + cut + 1 for cut in cuts)]
    ends = [*(clause.start + cut for cut in cuts), clause.end]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True)]
