"""Conditions: what a unit must meet to take part, to be chosen or to be covered.

They are enumerated after a lead (…具备以下条件：一是…), stand in a section of their own (申报条件), or are told
by what a clause says of those who may take part (优先选取…, 申报试点的医院原则上为…, …的企业均可参加).
"""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from build_graph.extract.enumerations import Item, items
from build_graph.extract.overlaps import touched, union
from build_graph.model import Condition
from build_graph.parse.dates import deadline
from build_graph.parse.sections import kind_of
from build_graph.parse.spans import Span, trimmed
from build_graph.tables import either, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from build_graph.extract.programs import Programs
    from build_graph.parse.reading import Reading
    from build_graph.parse.sections import Section

_Found = tuple[Item, str]  # a condition and the rule by which it was found
_INCLUDES = re.compile("包括|包含|含|如|即")
_DEMANDING = re.compile("应当?(?!用)|必须|须|不得|只能|具有|具备|不低于|不少于|不超过")
_ANNOUNCES = re.compile("条件(?<!等条件)$|(?:以下|下列|如下)[^，]{0,4}(?:要求|标准|规定)$")
"""应具备以下条件 only says that there are some, …等条件 has told them."""
_SEMICOLON = re.compile("；")
_ADDS = re.compile("以及|及|和|或|包括|其中|且")
_OF_SCOPES = ("对象", "主体", "范围")
"""How each word for a scope ends."""
_TRIAL = re.compile("试点|试验区|示范")
_SENTENCE_END = re.compile(r"[。\n]")
_END_MARKS = " ；。"
_OF_CONDITIONS = re.compile("(?:选择|申报|准入|遴选|入选|参与|申请|认定|资格)条件$")
_LABEL = 8  # code points of a numbered title that only names what follows (（一）参加企业。…)
_CLOSED = {"goal", "principle", "safeguard", "condition"}
"""Kinds of sections in whose running text no condition is looked for; those of conditions are read as a whole."""


@cache
def _cue(kind: str) -> re.Pattern[str]:
    return re.compile(either(__package__, "condition_words", kind))


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(either(__package__, "condition_words", "lead") + r"[^。\n]{0,6}：\s*")


@cache
def _eligible() -> re.Pattern[str]:
    """Who applies or takes part, and what holds for him: 申报试点的医院原则上为…, …的企业均可参加, 从…中遴选…."""
    takes_part = either(__package__, "condition_words", "takes_part")
    must = either(__package__, "condition_words", "must")
    may = either(__package__, "condition_words", "may")
    prefers = either(__package__, "condition_words", "prefers")
    chooses = either(__package__, "condition_words", "chooses")
    who = either(__package__, "condition_words", "who")
    return re.compile(
        rf"(?P<applicant>[^，]{{0,12}}?{takes_part}[^，]{{0,12}}?{who}[^，]{{0,6}}?{must}.+"
        rf"|试点{who}(?:{must}|以[^，]{{1,20}}为主).*)"
        rf"|(?P<may>[^，]{{4,}}{may}(?:自愿|自主)?(?:向[^，]{{2,16}})?{takes_part}[^，]{{0,24}}"
        rf"|试点(?![^，]*(?:经验|结果|成果|过程))[^，]{{2,}}可以?[作成]为[^，]{{2,}})"
        rf"|“?(?P<must>[^，“]{{2,20}}(?:应当?|必?须)(?:具备|符合|满足)[^，]{{4,}}等条件"
        rf"|(?=[^，]*?原则上[应须])[^，]{{0,16}}?{who}[^，]{{0,16}}?原则上[应须]当?(?:不[小低少高多大]于|不超过|已|具备|具有)[^，]{{2,}}"
        rf"|以[^，]{{6,}}为(?:基本|前置|必要)(?:要求|条件))(?:。”[^，]{{2,12}})?"
        rf"|(?P<entitled>(?:[^，]*、)?(?:年满|符合)[^，]*的[^，]{{2,12}}可以?(?:领取|享受|申请|获得)[^，]{{2,}})"
        rf"|(?P<prefers>.{{0,12}}?{prefers}[^，]{{2,}})"
        rf"|(?P<from>从[^，]{{4,40}}中{chooses}[^，]{{2,}})"
        rf"|(?P<barred>[^，]{{4,}}(?:不得|不再|不能)(?:重复)?(?:{takes_part}|推荐))"
        rf"|(?P<excludes>[^，]{{4,}}的(?:[^，的]{{2,6}})?)"
    )


@cache
def _fulfils() -> re.Pattern[str]:
    """取得许可的, 年满16周岁: who may do what the clauses behind allow."""
    return re.compile(
        r"[^，]{0,24}?(?:取得|持有|通过[^，]{0,8}?(?:验收|评估|认证|审核|考核)|具备|符合|满足|达到|年满)(?!相关|规定|条件)[^，]{2,}"
    )


@cache
def _allowed() -> re.Pattern[str]:
    """…的，可以成为持有人; …的，可申请…: what those may do who fulfil a condition."""
    takes_part = either(__package__, "condition_words", "takes_part")
    return re.compile(rf"(?:均?可以?|方可)(?:[作成]为|[^，]{{0,8}}?(?:{takes_part}|享受|领取|获得))[^，]*")


@cache
def _excepts() -> re.Pattern[str]:
    """申报单位除直辖市外: the next clause says what holds for all others."""
    takes_part = either(__package__, "condition_words", "takes_part")
    who = either(__package__, "condition_words", "who")
    return re.compile(rf"{takes_part}{who}除[^，]{{1,12}}外$")


def _is_bound(reading: Reading, following: Sequence[Span]) -> bool:
    return bool(following) and _cue("must").match(reading.slice(following[0])) is not None


@cache
def _may_tell() -> re.Pattern[str]:
    """A word that each sentence holds that tells a condition; most hold none."""
    kinds = ("takes_part", "must", "prefers", "chooses", "excluded", "quality")
    told = (word for kind in kinds for word in words(__package__, "condition_words", kind))
    return re.compile("|".join(map(re.escape, (*_OF_SCOPES, *told))))


@cache
def _qualified() -> re.Pattern[str]:
    """有条件、有基础、规模适当的城市, 基础较好、规模较大的城市: the qualities of those who are chosen."""
    who = either(__package__, "condition_words", "who")
    several = rf"(?<=[个批家择选取右定])(?:(?:具有|具备|有)[^，。、]{{1,8}}、)+[^，。、的]{{2,12}}的{who}"
    high = rf"(?<=[择选取])[^，。、\d]{{2,8}}[高好强]、(?:具有|具备|有)[^，。]{{2,16}}的{who}(?:和{who})?"
    quality = r"[^，。、的批择\d]{2,10}(?:较[高好强大多]|良好|突出|扎实|完善)"
    good = rf"(?<=[个批家择选取右定])(?:{quality}、)+[^，。、的]{{2,12}}的{who}"
    fit = rf"(?<=支持)(?:符合|具备|满足)[^，。的]{{5,40}}(?<!条件)的{who}"
    return re.compile(f"{several}|{high}|{good}|{fit}")


@cache
def _may_qualify() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, ("支持", *words(__package__, "condition_words", "chooses")))))


def conditions(reading: Reading, programs: Programs) -> list[Condition]:
    """Return the conditions of a document, numbered as the document numbers them."""
    if programs.main is None:
        return []
    led = [(item, "condition-enumerated") for item in _enumerated(reading)]
    headed = [(item, "condition-under-heading") for item in _under_headings(reading)]
    found = [*led, *_apart(headed, led)]
    found += _apart(_inline(reading), found)
    return [
        Condition(
            program=programs.at(item.span),
            text=reading.slice(item.span),
            ordinal=item.ordinal or None,
            passages=(reading.passage(item.span),),
            rule=rule,
        )
        for item, rule in found
        if reading.readable(item.span)
    ]


def _apart(others: Iterable[_Found], found: Sequence[_Found]) -> list[_Found]:
    """Those of further conditions that touch none of those found."""
    taken = union(item.span for item, _ in found)
    return [(item, rule) for item, rule in others if not touched(taken, item.span)]


def _enumerated(reading: Reading) -> Iterator[Item]:
    told = 0  # up to where a sentence has been told part by part
    for lead in _lead().finditer(reading.text):
        if lead.start() < told:
            continue
        numbered = items(reading, lead.end())
        parts = [] if numbered else _unnumbered(reading, lead.end())
        told = parts[-1].span.end if parts else told
        yield from numbered or parts


def _unnumbered(reading: Reading, start: int) -> list[Item]:
    """符合以下条件：甲；乙。 What semicolons part in the sentence that goes on behind the colon."""
    ends = _SENTENCE_END.search(reading.text, start)
    end = ends.start() if ends else len(reading.text)
    parts = [trimmed(reading.text, part, _END_MARKS) for part in _parts(reading.text, Span(start, end))]
    return [Item(0, part) for part in parts if part.end > part.start] if len(parts) > 1 else []


# --- sections of conditions ------------------------------------------------------------------------------------


def _under_headings(reading: Reading) -> Iterator[Item]:
    for section in reading.sections:
        if section.heading is None or not (section.kind == "condition" or _is_of_conditions(section)):
            continue
        if _is_item(section):
            if _cue("office").search(reading.slice(section.heading.content)):
                continue
            for span in _demands_of(reading, section.heading.content):
                yield Item(section.heading.ordinal or 0, trimmed(reading.text, span, _END_MARKS))
            yield from _in_body(reading, [line.content for line in section.lines])
        else:
            yield from _in_body(reading, section.body)


def _is_of_conditions(section: Section) -> bool:
    """1.明确运营机构选择条件。（1）…: conditions inside tasks."""
    headings = (section.heading, *section.parents)
    return any(
        heading is not None and "条件" in heading.text and _OF_CONDITIONS.search(heading.title_text)
        for heading in headings
    )


def _demands_of(reading: Reading, item: Span) -> list[Span]:
    """The sentences of a numbered condition that demand something, part by part; else the first one."""
    every = reading.sentences_in(item) or (item,)
    if len(every) == 1:
        return list(every)
    parts = [part for sentence in every for part in _parts(reading.text, sentence)]
    demanding = [part for part in parts if _DEMANDING.search(reading.slice(part))]
    return demanding or [every[0]]


def _parts(text: str, sentence: Span) -> list[Span]:
    cuts = [m.start() for m in _SEMICOLON.finditer(text[sentence.start : sentence.end])]
    starts = [sentence.start, *(sentence.start + cut + 1 for cut in cuts)]
    ends = [*(sentence.start + cut for cut in cuts), sentence.end]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True)]


def _is_item(section: Section) -> bool:
    """A numbered line below a heading of conditions is one itself, unless it only names what it is about."""
    heading = section.heading
    if heading is None or not any(kind_of(above.title_text) == "condition" for above in section.parents):
        return False
    names = bool(section.body) or kind_of(heading.title_text) == "condition"  # （一）基本条件
    return not (names and heading.title.end - heading.title.start <= _LABEL)


def _in_body(reading: Reading, paragraphs: Sequence[Span]) -> Iterator[Item]:
    for paragraph in paragraphs:
        numbered = items(reading, paragraph.start)
        if numbered:
            yield from numbered
            return
        for sentence in reading.sentences_in(paragraph):
            text = reading.slice(sentence)
            leads = text.endswith("：") or _cue("lead").search(text)
            if not _cue("procedure").search(text) and not leads:
                yield Item(0, trimmed(reading.text, sentence, _END_MARKS))


# --- running text ----------------------------------------------------------------------------------------------


def _inline(reading: Reading) -> Iterator[tuple[Item, str]]:
    for sentence in reading.sentences:
        if not _may_tell().search(reading.text, *sentence):
            continue
        if reading.kind_at(sentence) in _CLOSED or reading.in_profile(sentence):
            continue
        for span in _in_sentence(reading, sentence):
            yield Item(0, span), "condition-eligible"


_DEMANDS = re.compile(r"(?:其中，?)?申报[^，；]{0,8}要求(?!中)")
"""申报试点要求A不低于…；B不低于…: each clause with a bound is a condition."""
_BOUND = re.compile("不低于|不少于|不超过|达到|以上")


def _demanded(reading: Reading, parts: Sequence[Span]) -> list[Span]:
    for number, clause in enumerate(parts):
        if found := _DEMANDS.match(reading.slice(clause)):
            spans = [Span(clause.start + found.end(), clause.end), *parts[number + 1 :]]
            return [span for span in spans if _BOUND.search(reading.slice(span))]
    return []


@cache
def _scope() -> re.Pattern[str]:
    return re.compile(rf"[^，]{{0,12}}?{_cue('scope').pattern}(?:原则上|暂)?(?:为|是|是指|包括|限于|仅限)[^，]{{4,}}")


def _scoped(reading: Reading, sentence: Span, parts: Sequence[Span]) -> list[Span]:
    """申报主体为甲，以及乙: who or what is meant, with what is added to it."""
    if not _cue("scope").search(reading.text, *sentence):
        return []  # most
    first = next((n for n, clause in enumerate(parts) if _scope().match(reading.text, *clause)), None)
    if first is None:
        return []
    added = takewhile(lambda clause: _ADDS.match(reading.text, *clause), parts[first + 1 :])
    return [Span(parts[first].start, [parts[first], *added][-1].end)]


def _with_examples(reading: Reading, parts: Sequence[Span]) -> list[Span]:
    """Clauses, each with those behind it that only say what it includes."""
    for number, clause in enumerate(parts[1:], 1):
        if _INCLUDES.match(reading.slice(clause)):
            return [*parts[: number - 1], Span(parts[number - 1].start, parts[-1].end)]
    return list(parts)


def _end_of_leave(reading: Reading, parts: Sequence[Span]) -> int | None:
    """年满16周岁，…的居民，可以参加养老保险: where it ends what those may do who are told of."""
    if not _fulfils().fullmatch(reading.text, *parts[0]):
        return None
    for number, clause in enumerate(parts[1:], 1):
        if _allowed().fullmatch(reading.text, *clause):
            return clause.end if any("的" in reading.slice(told) for told in parts[:number]) else None
    return None


def _in_sentence(reading: Reading, sentence: Span) -> Iterator[Span]:
    parts = reading.clauses(sentence)
    if told := _demanded(reading, parts) or _scoped(reading, sentence, parts):
        yield from told
        return
    is_on_trial = _TRIAL.search(reading.text, *sentence) is not None
    prefers = _cue("prefers").search(reading.text, *sentence)
    is_planned = bool(prefers and deadline(reading.slice(sentence), reading.date))  # whom it comes to first is a goal
    for number, clause in enumerate(parts):
        text = reading.slice(clause)
        qualified = _qualified().search(text) if is_on_trial and _may_qualify().search(text) else None
        found = None if _ANNOUNCES.search(text) else _eligible().fullmatch(text)
        if qualified:
            yield Span(clause.start + qualified.start(), clause.start + qualified.end())
        elif found and found["applicant"]:
            yield from _with_examples(reading, parts[number:])  # what holds for applicants goes on to the end
            return
        elif end := _end_behind(reading, parts[number:], is_excluding=bool(found and found["excludes"])):
            yield Span(clause.start, end)
        elif found and found["must"]:
            yield Span(clause.start + found.start("must"), clause.start + found.end("must"))
        elif found and not found["excludes"] and not (found["prefers"] and is_planned) and not _is_leave(found, number):
            yield Span(parts[number - 1].start, clause.end) if found["may"] and len(text) < _LABEL else clause


def _is_leave(found: re.Match[str], number: int) -> bool:
    """有条件的可以…: leave to act, no condition."""
    return bool(found["may"] and number and _cue("vague").match(found[0]))


def _end_behind(reading: Reading, parts: Sequence[Span], *, is_excluding: bool) -> int | None:
    """Where a condition ends that a clause begins and one behind it tells to the end; None if none does."""
    if len(parts) == 1:
        return None
    text = reading.text
    is_excepted = _excepts().search(text, *parts[0]) and _is_bound(reading, parts[1:])
    if is_excepted or (is_excluding and _cue("excluded").match(text, *parts[1])):
        return parts[1].end
    behind = parts[:3]  # no leave is told further away
    may = text.find("可", behind[1].start, behind[-1].end) >= 0
    return _end_of_leave(reading, behind) if may else None
