"""Conditions that running text demands of those who want to take part, without a list or a heading.

增补单位须甲、拥有乙; 纳入试点的场馆，设施须合格，并有…; 选点有讲究：甲要…，还得有乙; 甲不能少于…，够不着的，不进试点.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from build_graph.extract.conditions.patterns import cue
from build_graph.extract.enumerations import Item
from build_graph.parse.dates import deadline
from build_graph.parse.numbers import value_of
from build_graph.parse.spans import Span
from build_graph.tables import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_graph.parse.reading import Reading

_CLOSED = {"goal", "principle", "background", "timetable"}
_MUST = "(?:原则上)?(?:均|都|也|还)?(?:应当?|必?须|需要?|要(?!求)|得)"
_ADDS = re.compile("(?:并且|并|而且|且|同时|另外|此外|还|也)?(?:应当?|必?须|需要?|要|得)?")
_ANNOUNCES = re.compile("(?:条件|要求|标准|规定|情形)(?:的|之一)*$")
"""须符合下列条件 only says that there are some."""
_COUNTED = re.compile("(?P<n>[一两二三四五六七八九])[条项点样]")
_BEFORE_VERDICT = 8  # clauses before what befalls those who fall short
_LEAST = 2  # conditions behind a remark that choosing is strict


def in_demands(reading: Reading) -> Iterator[Item]:
    """Yield the conditions that sentences demand of those who want to take part."""
    for sentence in reading.sentences:
        if not _may_demand().search(reading.text, *sentence) or _is_elsewhere(reading, sentence):
            continue
        clauses = reading.clauses(sentence)
        spans = (
            _of_candidates(reading, clauses) or _behind_remark(reading, clauses) or _before_verdict(reading, clauses)
        )
        yield from (Item(0, span) for span in spans)


@cache
def _may_demand() -> re.Pattern[str]:
    """What each sentence holds that demands so: who wants to take part, how strict choosing is, or who falls short."""
    kinds = ("candidate", "enters", "strict", "short")
    told = (word for kind in kinds for word in words(__package__, "condition_words", kind))
    return re.compile("|".join(("试点[^，；。、的]{1,6}[须应]", *map(re.escape, told))))  # flat: searched fast


def _is_elsewhere(reading: Reading, sentence: Span) -> bool:
    """A sentence on something else: a goal, a question, a numbered item of a list of conditions."""
    kind = reading.kind_at(sentence)
    line = reading.line_at(sentence.start)
    is_item = kind == "condition" and line is not None and line.level is not None
    asks = reading.text.startswith("？", sentence.end) or reading.text.endswith("？", *sentence)
    return kind in _CLOSED or is_item or asks or reading.in_profile(sentence)


# --- who wants to take part ---------------------------------------------------------------------------------------


@cache
def _candidate() -> re.Pattern[str]:
    """增补单位须, 纳入试点的场馆应; 试点医院须为: whom it is demanded of."""
    wants = rf"{cue('candidate').pattern}[^，；。、的]{{0,8}}?"
    enters = rf"{cue('enters').pattern}[^，；。]{{0,10}}?的[^，；。、的]{{1,8}}?"
    return re.compile(rf"(?:{wants}|{enters}){_MUST}|试点[^，；。、的]{{1,6}}?{_MUST}(?={cue('being').pattern})")


@cache
def _whose() -> re.Pattern[str]:
    """纳入试点的场馆: of whom the next clauses demand something."""
    return re.compile(rf"{cue('enters').pattern}[^，；。]{{0,10}}的[^，；。、的]{{1,8}}")


def _of_candidates(reading: Reading, clauses: Sequence[Span]) -> list[Span]:
    for number, clause in enumerate(clauses):
        text = reading.slice(clause)
        found = _candidate().match(text)
        if found and _is_so(reading, Span(clause.start + found.end(), clause.end)):
            told = [*_listed(reading, clause, found.end()), *_added(reading, clauses[number + 1 :])]
            return told if len(told) > 1 or clause == clauses[-1] else []
        following = clauses[number + 1 : number + 2]
        if following and _whose().fullmatch(text) and _demands(reading, following[0]):
            return [Span(clause.start, following[0].end), *_added(reading, clauses[number + 2 :])]
    return []


def _demands(reading: Reading, clause: Span) -> bool:
    """消防设施须验收合格: something of theirs must be so."""
    return re.search(_MUST, reading.slice(clause)) is not None and _is_so(reading, clause)


def _is_so(reading: Reading, span: Span) -> bool:
    """What somebody is, has or measures, and not what he does or has to reach by a day."""
    text = reading.slice(span)
    if _ANNOUNCES.search(text) or reading.text.startswith("：", span.end):
        return False
    if cue("procedure").search(text) or cue("not_of_entry").search(text) or deadline(text, reading.date) is not None:
        return False
    return any(cue(kind).match(text) for kind in ("being", "having")) or _ends_so().search(text) is not None


@cache
def _ends_so() -> re.Pattern[str]:
    """…不低于60%, …在5000亩以上, …健全: how a clause measures or judges."""
    return re.compile(
        rf"{cue('bound').pattern}|{cue('sets_bound').pattern}|(?:{cue('state').pattern}|{cue('sound').pattern})$"
    )


def _listed(reading: Reading, clause: Span, start: int) -> list[Span]:
    """面积在100亩以上、拥有1家企业: the parts of a list, if each says how somebody is."""
    cuts = [mark.start() for mark in re.finditer("、", reading.slice(clause)) if mark.start() > start]
    starts = [clause.start, *(clause.start + cut + 1 for cut in cuts)]
    ends = [*(clause.start + cut for cut in cuts), clause.end]
    parts = [Span(a, b) for a, b in zip(starts, ends, strict=True)]
    return parts if all(_is_so(reading, part) for part in parts[1:]) else [clause]


def _added(reading: Reading, clauses: Sequence[Span]) -> list[Span]:
    """并有…, 且近两年未…: what is demanded besides, up to a semicolon."""
    added: list[Span] = []
    for clause in clauses:
        adds = _ADDS.match(reading.slice(clause))
        rest = Span(clause.start + (adds.end() if adds else 0), clause.end)
        if reading.text[clause.start - 1] == "；" or not _is_so(reading, rest):
            break
        added.append(rest)
    return added


# --- how strict choosing is ----------------------------------------------------------------------------------------


@cache
def _remark() -> re.Pattern[str]:
    """选点有讲究, 入选门槛不低: what is said before conditions."""
    return re.compile(
        rf"[^，；。：]{{0,8}}?{cue('choosing').pattern}[^，；。：]{{0,6}}?{cue('strict').pattern}[^，；。：]{{0,3}}"
    )


def _behind_remark(reading: Reading, clauses: Sequence[Span]) -> list[Span]:
    """Return the clauses behind such a remark, if each of them binds."""
    if len(clauses) <= _LEAST or not _remark().fullmatch(reading.slice(clauses[0])):
        return []
    bare = [_bare(reading, clause) for clause in clauses[1:]]
    return bare if all(_binds(reading, clause) for clause in clauses[1:]) else []


def _bare(reading: Reading, clause: Span) -> Span:
    """还得有连片耕地: without what joins it to the one before."""
    adds = _ADDS.match(reading.slice(clause))
    return Span(clause.start + (adds.end() if adds else 0), clause.end)


def _binds(reading: Reading, clause: Span) -> bool:
    text = reading.slice(clause)
    if cue("procedure").search(text) or cue("step").search(text):
        return False
    return _ends_so().search(text) is not None or re.search(rf"{_MUST}{cue('having').pattern}", text) is not None


# --- what befalls those who fall short -----------------------------------------------------------------------------


@cache
def _falls_short() -> re.Pattern[str]:
    """够不着这两条的: who does not meet what stands before."""
    return re.compile(rf"[^，；。]{{0,4}}?{cue('short').pattern}[^，；。]{{0,10}}")


@cache
def _stays_out() -> re.Pattern[str]:
    return re.compile(rf"[^，；。]{{0,10}}?{cue('stays_out').pattern}")


def _before_verdict(reading: Reading, clauses: Sequence[Span]) -> list[Span]:
    """Return the clauses that set a bound right before the one on those who do not reach it: as many as it says."""
    for number, clause in enumerate(clauses):
        short = _falls_short().match(reading.slice(clause))
        if short is None or not any(_stays_out().search(reading.slice(each)) for each in clauses[number : number + 2]):
            continue
        before = clauses[max(0, number - _BEFORE_VERDICT) : number][::-1]
        binding = list(takewhile(lambda each: cue("sets_bound").search(reading.slice(each)), before))
        counted = _COUNTED.search(short[0])
        return binding[: int(value_of(counted["n"])) if counted else len(binding)][::-1]
    return []
