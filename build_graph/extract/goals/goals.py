"""Goals: states or values to reach, told from results already reached.

The head clause of a dated sentence is a goal, and so is every clause with a measured quantity or with
full coverage; a date governs the clauses after it. Under a heading that announces goals, and after
…要求, an undated aim counts too.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from build_graph.extract.goals.dates import Due, due_in, is_only_a_date, is_past
from build_graph.extract.goals.marks import mark_of, marks_apart
from build_graph.extract.merging import united
from build_graph.model import Comparator, Goal, GoalKind, Value
from build_graph.parse.spans import Span
from build_graph.tables import either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.extract.programs import Programs
    from build_graph.parse.quantities import Quantity
    from build_graph.parse.reading import Reading

BEGINS = "goal-begins"
"""The rule of a goal that begins at a date (明年1月1日起); what is done from then on is a task as well."""
_STATED = re.compile(
    r"(?:[^，。]{2,40}的(?:总体)?(?:目标|目的)|(?:总体|主要|工作|发展|改革|试点|建设)目标)，?(?:就?是|为)(?!什么|否)"
)
"""X改革的目标，是建立…: a sentence that says itself what the aim is."""
_IN_FORCE = re.compile(r"[^，]{0,30}起(?:正式)?(?:实施|施行|执行|生效)")
"""本办法自…起施行: from when on something holds, and nothing else."""
_TIERS = re.compile("国家级|省级|市级|县级|乡级|村级")
"""What two marks of one size may be set for apart."""
_LEAD = 80  # code points of a paragraph in which stands what lays it down
_CLOSED = {"condition", "principle"}
"""Kinds of sections that set no goals, whatever date or number they name."""


@cache
def _cue(kind: str) -> re.Pattern[str]:
    return re.compile(either(__package__, "goal_words", kind))


def goals(reading: Reading, programs: Programs) -> list[Goal]:
    """Return the goals of a document; the same target said again is one goal."""
    if programs.main is None:
        return []
    kept: list[Goal] = []
    in_force: tuple[Span, Due] | None = None  # a paragraph of goals and the date that governs its further sentences
    for sentence in _sentences(reading):
        governed = in_force[1] if in_force and in_force[0].overlaps(sentence) else None
        found, due = _dated_or_measured(reading, programs, sentence, governed)
        if due is not None and reading.kind_at(sentence) == "goal":
            in_force = (Span(sentence.start, reading.line_end(sentence)), due)
        found = found or _undated(reading, programs, sentence)
        kept = _joined(reading, kept, found)
    return _without_headlines(reading, kept)


def _without_headlines(reading: Reading, found: list[Goal]) -> list[Goal]:
    """A headline sums up what the text sets by the same date."""
    text = {goal.deadline for goal in found if not _is_headline(reading, goal)}
    return [goal for goal in found if not _is_headline(reading, goal) or goal.deadline not in text]


def _sentences(reading: Reading) -> Iterator[Span]:
    """Yield the sentences that may set a goal: remarks in brackets and titles of documents set none."""
    for sentence in reading.sentences:
        bracketed = reading.text[sentence.start] == "（" and reading.text[sentence.end - 1] == "）"
        if bracketed or _is_title(reading, sentence):
            continue
        if reading.kind_at(sentence) not in _CLOSED and not reading.in_profile(sentence):
            yield sentence


def _is_title(reading: Reading, sentence: Span) -> bool:
    """甲市2023年…工作要点: a title, on a line of its own, names years and marks only to say what it is on."""
    if not re.search(either("build_graph.extract", "policy_words", "kind") + "$", reading.slice(sentence)):
        return False
    return any(line.span == sentence and line.level is None for line in reading.lines)


# --- dated and measured -----------------------------------------------------------------------------------


def _dated_or_measured(
    reading: Reading, programs: Programs, sentence: Span, governed: Due | None
) -> tuple[list[Goal], Due | None]:
    """The head clause after a date, and each clause that sets a measure of its own, with the date in force.

    Returns the goals and the last date of the sentence; ``governed`` is the date of the sentence before, if it
    still governs.
    """
    found: list[Goal] = []
    planned = reading.kind_at(sentence) in {"goal", "timetable"} or _is_laid_down(reading, sentence)
    due, own_due = governed, None
    opening: int | None = None  # where the date stands whose head clause is still to come
    reached = False  # what stands before in the sentence has been reached already
    in_goals = reading.kind_at(sentence) == "goal"
    for clause in reading.clauses(sentence):
        text = reading.slice(clause)
        own = due_in(reading, clause, in_plan=planned or due is not None, in_goals=in_goals, since=due)
        if own is not None:
            due, own_due, opening, reached = own, own, clause.start + own.text_start, False
        reached = reached or _is_reached(text, due) or (own is None and not in_goals and is_past(reading, clause))
        if reached or (own is not None and is_only_a_date(text, own)) or _is_means(text):
            continue
        measured = mark_of(text, dated=due is not None or in_goals)
        if _sets_mark(text, measured, due, is_head=opening is not None, in_goals=in_goals):
            span = clause if opening is None else Span(opening, clause.end)
            parts = marks_apart(reading.text, span) if measured else []
            for number, (part, mark) in enumerate(parts or [(span, measured)]):
                if reading.readable(part):
                    inherited = opening is None or number > 0
                    found.append(_goal(reading, programs, part, due, mark, inherited=inherited))
        opening = None
        if own is not None and (own.is_start or _cue("starts").search(text)):
            due, own_due = None, None  # from when on, not until when
    return found, own_due


def _is_laid_down(reading: Reading, sentence: Span) -> bool:
    """《方案》提出，2024年，…: what a document lays down is to come, also behind a bare year."""
    start = reading.text.rfind("\n", 0, sentence.start) + 1
    first = next(iter(reading.clauses(sentence)), sentence)
    lead = reading.text[start : min(start + _LEAD, first.end)].partition("。")[0]  # of the sentence's paragraph
    return any(_cue("lays_down").search(part) for part in (reading.slice(first), lead))


def _is_reached(text: str, due: Due | None) -> bool:
    return _cue("reached").search(text) is not None or (due is None and _cue("reported").search(text) is not None)


def _is_means(text: str) -> bool:
    return bool(_cue("means").match(text)) and not _cue("state").search(text) and not mark_of(text, dated=False)


def _sets_mark(text: str, measured: Quantity | None, due: Due | None, *, is_head: bool, in_goals: bool) -> bool:
    if _cue("veto").search(text) or text.endswith("的") or _IN_FORCE.fullmatch(text):
        return False
    to_come = in_goals or due is not None or _cue("modal").search(text) or _cue("reaches").match(text)
    covers = to_come and _cue("coverage").search(text)
    stands = due is not None and _cue("stands").search(text)
    head = is_head and due is not None and (due.is_limit or due.is_start or _cue("state").search(text))
    return bool(measured or covers or head or stands)


def _goal(
    reading: Reading,
    programs: Programs,
    span: Span,
    due: Due | None,
    measured: Quantity | None,
    *,
    inherited: bool,
) -> Goal:
    value: Value = measured.value if measured else None
    comparator: Comparator | None = measured.comparator if measured else None
    text = reading.slice(span)
    return Goal(
        program=programs.at(span),
        text=text,
        deadline=due.iso if due else None,
        deadline_inferred=bool(due and due.iso and (due.inferred or inherited)),
        comparator=comparator,
        value=value,
        unit=measured.unit if measured else None,
        goal_kind=_kind(reading, span, due, measured),
        passages=(reading.passage(span),),
        rule=_rule(due, measured, inherited=inherited),
    )


def _rule(due: Due | None, measured: Quantity | None, *, inherited: bool) -> str:
    if measured:
        return "goal-measured"
    if due is not None and due.is_start:
        return BEGINS
    return "goal-under-date" if inherited else "goal-dated"


def _kind(reading: Reading, span: Span, due: Due | None, measured: Quantity | None) -> GoalKind:
    """A step of the process by a date is a milestone; a mark without a date, outside of goals, is a measure."""
    if due is not None:
        text = reading.slice(span)
        step = due.is_start or (_cue("step").search(text) and not _cue("coverage").search(text))
        return "milestone" if step and measured is None else "target"
    return "target" if reading.kind_at(span) == "goal" or _cue("aims").search(reading.slice(span)) else "measure"


# --- undated ------------------------------------------------------------------------------------------------


def _undated(reading: Reading, programs: Programs, sentence: Span) -> list[Goal]:
    """Under a goal heading the head clause is the aim; elsewhere a clause after …要求 that builds a state."""
    section = reading.section_at(sentence)
    if section is not None and reading.kind_at(sentence) == "goal":
        first = section.body and section.body[0].start <= sentence.start <= section.body[0].start + 1
        head = _head_clause(reading, sentence) if first else None
        return [_aim(reading, programs, head, "goal-under-heading")] if head else []
    parts = reading.clauses(sentence)
    if _STATED.match(reading.text, *sentence):
        return [_aim(reading, programs, sentence, "goal-stated")]
    if not parts or not _cue("requires").search(reading.slice(parts[0])):
        return []
    aims = [
        c for c in parts[1:] if re.match(rf"(?:着力)?{either(__package__, 'goal_words', 'builds')}", reading.slice(c))
    ]
    return [
        _aim(reading, programs, aim, "goal-required") for aim in aims if _cue("built").search(reading.slice(aim)[-6:])
    ]


def _head_clause(reading: Reading, sentence: Span) -> Span | None:
    """What is to be reached, up to the first semicolon; what leads to it (通过…, 按照…) stands before."""
    for clause in reading.clauses(sentence):
        text = reading.slice(clause)
        if _cue("state").search(text) and not _cue("means").match(text) and not _cue("choice").match(text):
            end = reading.text.find("；", clause.end, sentence.end)
            return Span(clause.start, sentence.end if end < 0 else end)
    return None


def _aim(reading: Reading, programs: Programs, span: Span, rule: str) -> Goal:
    kind: GoalKind = "target" if rule == "goal-under-heading" else "qualitative"
    return Goal(
        program=programs.at(span),
        text=reading.slice(span),
        goal_kind=kind,
        passages=(reading.passage(span),),
        rule=rule,
    )


# --- the same target said again ------------------------------------------------------------------------------


def _joined(reading: Reading, kept: list[Goal], found: list[Goal]) -> list[Goal]:
    """Join the goals of a sentence to earlier ones with the same target: title, lead and text often share one.

    Clauses of one sentence are never joined: they set the same value for different things.
    """
    joined = list(kept)
    for goal in found:
        index = next((i for i, first in enumerate(kept) if _same_target(reading, first, goal)), None)
        if index is None:
            joined.append(goal)
        else:
            joined[index] = _both(joined[index], goal)
    return joined


def _same_target(reading: Reading, one: Goal, other: Goal) -> bool:
    """Goals with one mark, or a headline and the sentence that it sums up."""
    if (one.value, one.unit) != (other.value, other.unit) or (one.value is None and not _is_headline(reading, one)):
        return False
    if one.deadline and other.deadline and one.deadline != other.deadline:
        return False
    if _TIERS.findall(one.text) != _TIERS.findall(other.text):
        return False
    shorter, longer = sorted((set(one.text), set(other.text)), key=len)
    return len(shorter & longer) >= 0.8 * len(shorter)


def _is_headline(reading: Reading, goal: Goal) -> bool:
    headlines = [reading.repaired.raw_span(*line.span) for line in reading.titles]
    return all(any(start <= p.start < end for start, end in headlines) for p in goal.passages)


def _both(first: Goal, second: Goal) -> Goal:
    """The more exact bound and its words win; a date that only one of them gives holds for both."""
    vague = first.value is None or (first.comparator == "=" and second.comparator != "=")
    exact, other = (second, first) if vague else (first, second)
    due = exact.deadline or other.deadline
    return replace(
        exact,
        program=exact.program or other.program,
        deadline=due,
        deadline_inferred=exact.deadline_inferred if exact.deadline else due is not None,
        passages=united(first.passages, second.passages),
    )
