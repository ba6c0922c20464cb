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

from build_graph.model import Comparator, Goal, GoalKind, Value
from build_graph.parse.dates import Deadline, deadline
from build_graph.parse.quantities import Quantity, quantities
from build_graph.parse.spans import Span
from build_graph.tables import either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.extract.programs import Programs
    from build_graph.parse.reading import Reading

_REACHES = re.compile(r"(?:达到?|[提增扩升][高加大至]?[到至])$")
_MEASURED = re.compile(r"%|百分")
_AROUND_A_DATE = re.compile(r"力争|[到至在于前之以内]")
_ONLY_A_DATE = 3  # code points that a clause may have beside its date (各地) and still only date the next one


@cache
def _cue(kind: str) -> re.Pattern[str]:
    return re.compile(either(__package__, "goal_words", kind))


def goals(reading: Reading, programs: Programs) -> list[Goal]:
    """Return the goals of a document; the same target said again is one goal."""
    if programs.main is None:
        return []
    kept: list[Goal] = []
    for sentence in _readable_sentences(reading):
        found = _dated_or_measured(reading, programs, sentence) or _undated(reading, programs, sentence)
        kept = _joined(kept, found)
    return kept


def _readable_sentences(reading: Reading) -> Iterator[Span]:
    excluded = {"condition", "principle", "timetable", "safeguard"}
    closed = [s for s in reading.sections if s.kind in excluded]
    zones = [Span(s.lines[0].span.start, s.lines[-1].span.end) for s in closed if s.lines]
    for sentence in reading.sentences:
        outside = not any(zone.overlaps(sentence) for zone in zones)
        if outside and not reading.in_profile(sentence) and reading.readable(sentence):
            yield sentence


# --- dated and measured -----------------------------------------------------------------------------------


def _dated_or_measured(reading: Reading, programs: Programs, sentence: Span) -> list[Goal]:
    """The head clause after a date, and each clause that sets a measure of its own, with the date in force."""
    found: list[Goal] = []
    due: Deadline | None = None
    opening: int | None = None  # where the date stands whose head clause is still to come
    for clause in reading.clauses(sentence):
        text = reading.slice(clause)
        own = _due(reading, clause)
        if own is not None:
            due, opening = own, clause.start
        if (own is not None and _is_only_a_date(text, own)) or _is_means(text):
            continue
        measured = _measure(text)
        if _sets_mark(text, measured, due, is_head=opening is not None):
            span = clause if opening is None else Span(opening, clause.end)
            found.append(_goal(reading, programs, span, due, measured, inherited=opening is None))
        opening = None
    return found


def _is_means(text: str) -> bool:
    return bool(_cue("means").match(text)) and not _cue("state").search(text) and not _measure(text)


def _sets_mark(text: str, measured: Quantity | None, due: Deadline | None, *, is_head: bool) -> bool:
    if _cue("reached").search(text) or _cue("veto").search(text):
        return False
    covers = due is not None and _cue("coverage").search(text)
    return bool(measured or covers or (is_head and _cue("state").search(text)))


def _due(reading: Reading, clause: Span) -> Deadline | None:
    """The deadline of a clause: a date that the clause looks forward to, not the date of an event."""
    text = reading.slice(clause)
    lost = [Span(*span) for span in reading.repaired.lost_digits if Span(*span).overlaps(clause)]
    dated = [span for span in lost if re.match(r"到?年", reading.slice(span))]
    if dated:
        return Deadline(None, False, dated[0].start - clause.start, dated[0].end - clause.start)
    found = deadline(text, reading.date)
    if found is None or not _looks_forward(text, found):
        return None
    return found


def _looks_forward(text: str, found: Deadline) -> bool:
    before, after = text[: found.start], text[found.end :]
    if _cue("past").search(before) or _cue("reached").search(text):
        return False
    return bool(_cue("until").search(before[-2:]) or re.match(r"[前内]|之前|以前", after) or _cue("will").search(after))


def _is_only_a_date(text: str, own: Deadline) -> bool:
    rest = _AROUND_A_DATE.sub("", text[: own.start] + text[own.end :])
    return len(rest) <= _ONLY_A_DATE and not _cue("state").search(rest)


def _measure(text: str) -> Quantity | None:
    """Return the quantity that a clause sets as a mark: a share, or a bound on a number of things."""
    if not _cue("modal").search(text):
        return None
    for quantity in quantities(text):
        raised = _REACHES.search(text[: quantity.start])
        if quantity.unit is not None and (_MEASURED.search(quantity.unit) or quantity.comparator != "=" or raised):
            return quantity
    return None


def _goal(
    reading: Reading,
    programs: Programs,
    span: Span,
    due: Deadline | None,
    measured: Quantity | None,
    *,
    inherited: bool,
) -> Goal:
    value: Value = measured.value if measured else None
    comparator: Comparator | None = measured.comparator if measured else None
    return Goal(
        program=programs.at(span),
        text=reading.slice(span),
        deadline=due.iso if due else None,
        deadline_inferred=bool(due and due.iso and (due.inferred or inherited)),
        comparator=comparator,
        value=value,
        unit=measured.unit if measured else None,
        goal_kind="target",
        passages=(reading.passage(span),),
        rule="goal-measured" if measured else "goal-dated",
    )


# --- undated ------------------------------------------------------------------------------------------------


def _undated(reading: Reading, programs: Programs, sentence: Span) -> list[Goal]:
    """Under a goal heading the sentence is the aim; elsewhere a clause after …要求 that builds a state."""
    if any(sentence.overlaps(line.content) for s in reading.sections if s.kind == "goal" for line in s.lines):
        return (
            [_aim(reading, programs, sentence, "goal-under-heading")]
            if _cue("state").search(reading.slice(sentence))
            else []
        )
    parts = reading.clauses(sentence)
    if not parts or not _cue("requires").search(reading.slice(parts[0])):
        return []
    aims = [
        c for c in parts[1:] if re.match(rf"(?:着力)?{either(__package__, 'goal_words', 'builds')}", reading.slice(c))
    ]
    return [
        _aim(reading, programs, aim, "goal-required") for aim in aims if _cue("built").search(reading.slice(aim)[-6:])
    ]


def _aim(reading: Reading, programs: Programs, span: Span, rule: str) -> Goal:
    kind: GoalKind = "qualitative"
    return Goal(
        program=programs.at(span),
        text=reading.slice(span),
        goal_kind=kind,
        passages=(reading.passage(span),),
        rule=rule,
    )


# --- the same target said again ------------------------------------------------------------------------------


def _joined(kept: list[Goal], found: list[Goal]) -> list[Goal]:
    """Join the goals of a sentence to earlier ones with the same target: title, lead and text often share one.

    Clauses of one sentence are never joined: they set the same value for different things.
    """
    joined = list(kept)
    for goal in found:
        index = next((i for i, first in enumerate(kept) if _same_target(first, goal)), None)
        if index is None:
            joined.append(goal)
        else:
            joined[index] = _both(joined[index], goal)
    return joined


def _same_target(one: Goal, other: Goal) -> bool:
    if one.value is None or (one.value, one.unit) != (other.value, other.unit):
        return False
    if one.deadline and other.deadline and one.deadline != other.deadline:
        return False
    shorter, longer = sorted((set(one.text), set(other.text)), key=len)
    return len(shorter & longer) >= 0.8 * len(shorter)


def _both(first: Goal, second: Goal) -> Goal:
    """The more exact bound and its words win; a date that only one of them gives holds for both."""
    exact, other = (second, first) if first.comparator == "=" and second.comparator != "=" else (first, second)
    due = exact.deadline or other.deadline
    return replace(
        exact,
        program=exact.program or other.program,
        deadline=due,
        deadline_inferred=exact.deadline_inferred if exact.deadline else due is not None,
        passages=tuple(sorted({*first.passages, *second.passages})),
    )
