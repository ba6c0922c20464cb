"""Goals: states or values to reach, told from results already reached.

The head clause of a dated sentence is a goal, and so is every clause with a measured quantity or with
full coverage; a date governs the clauses after it. Under a heading that announces goals, and after
…要求, an undated aim counts too.
"""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING

from build_graph.extract.goals.dates import Due, due_in, is_ahead, is_only_a_date, is_over, is_past, untitled
from build_graph.extract.goals.marks import has_lost_mark, mark_of, marks_apart, may_set, sets_ratio
from build_graph.extract.goals.reach import Governing, governing, governs
from build_graph.extract.goals.targets import Targets
from build_graph.extract.overlaps import touched
from build_graph.model import Comparator, Goal, GoalKind, Value
from build_graph.parse.dates import may_name_date
from build_graph.parse.spans import Span
from build_graph.tables import either, words

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
_CHRONICLE = re.compile(r"从\d{4}年(?!起|开始)[^。]{0,60}?到\d{4}年[^。]{0,60}?再到(?:(?P<last>\d{4})年)?")
"""从2015年…，到2020年…，再到2024年…: the years of what has been done, one after the other."""
_TO_COME = re.compile(r"到\d{4}年|将")
"""一、基本情况: what is told there has been reached, unless it says itself that it is to come."""
_IMPRINT = re.compile(r"(?:办公室|办公厅|秘书处)\s*(?:\d{4})?年(?:\d{1,2})?月(?:\d{1,2})?日印发$")
"""The last line of a document: 某厅办公室 2030年5月6日印发."""
_MONTHS_SO_FAR = re.compile(r"(?<!\d)1月?[—–~～至到-]\d{1,2}月(?![底末前])")
"""今年1—4月发放…: the result of months."""
_BATCH = re.compile(r"(?:第[一二三四五六七八九十\d]{1,2}|首|下一|本|该)批[^，。：（]{0,10}（[^（）]{2,30}）")
_LAYS_DOWN = re.compile(r"[要将应须](?:尽快|抓紧|及时|研究)?(?:出台|制[定订]|印发|公布|发布|建立)")
"""各县都要出台…办法: a sentence, although it ends as documents are called."""
_LONGEST_LABEL = 10  # code points
_LEAD = 80  # code points of a paragraph in which stands what lays it down
_CLOSED = {"condition", "principle"}
"""Kinds of sections that set no goals, whatever date or number they name."""
_ENDS_TRIAL = re.compile("完成[^，。]{0,40}试点(?:任务|工作)?$")
"""到2030年6月前，完成X改革试点工作: a step of the process."""
_BEGINS_WITH_DATE = re.compile(r"(?:力争|争取|确保|计划)?(?:[到至在自从])?(?:“?十[一二三四五]五|(?:19|20)\d{2}年)")
"""一、总体要求 …。到2027年，…: a sentence under guiding ideas that begins with a date sets a goal."""


@cache
def _cue(kind: str) -> re.Pattern[str]:
    return re.compile(either(__package__, "goal_words", kind))


def goals(reading: Reading, programs: Programs) -> list[Goal]:
    """Return the goals of a document; the same target said again is one goal."""
    if programs.main is None:
        return []
    targets = Targets(reading)
    in_force: Governing | None = None
    for sentence, kind in _sentences(reading):
        if in_force and in_force.span.end + 1 < sentence.start:
            in_force = None
        governed = in_force if in_force and governs(reading, in_force, sentence) else None
        found, due, is_bare = _dated_or_measured(reading, programs, sentence, kind, governed)
        if due is not None:
            in_force = governing(reading, sentence, due, kind, in_force, is_bare=is_bare)
        elif governed is not None and governed.is_heading:
            in_force = governed._replace(is_heading=False)
        found = found or _undated(reading, programs, sentence, kind)
        if found and (kind != "background" or _TO_COME.search(reading.text, *sentence)):
            targets.add(found)
    return targets.goals()


def _sentences(reading: Reading) -> Iterator[tuple[Span, str]]:
    """Yield the sentences that may set a goal, each with the kind of its section.

    Remarks in brackets, questions and titles of documents set none.
    """
    for sentence in reading.sentences:
        bracketed = reading.text[sentence.start] == "（" and reading.text[sentence.end - 1] == "）"
        asks = reading.text.startswith("？", sentence.end)
        is_head = reading.text.startswith("序号", sentence.start)  # of a table whose cells run together
        if asks or bracketed or is_head or _is_title(reading, sentence) or _IMPRINT.search(reading.text, *sentence):
            continue
        kind = reading.kind_at(sentence)
        is_closed = kind in _CLOSED and not (kind == "principle" and _is_dated_aim(reading, sentence))
        if not is_closed and not reading.in_profile(sentence):
            yield sentence, kind


def _is_dated_aim(reading: Reading, sentence: Span) -> bool:
    """Tell whether a sentence below 总体要求 begins with a date; 基本原则 set no goal, whatever date they name."""
    if not _BEGINS_WITH_DATE.match(reading.text, *sentence):
        return False
    section = reading.section_at(sentence)
    return section is None or section.heading is None or "原则" not in section.heading.title_text


def _is_chronicle(reading: Reading, sentence: Span) -> bool:
    if reading.text.find("再到", *sentence) < 0:
        return False  # most
    found = _CHRONICLE.search(reading.text, *sentence)
    return found is not None and not is_ahead(found["last"], reading.date)


def _is_title(reading: Reading, sentence: Span) -> bool:
    """甲市2023年…工作要点, …名单公布: a title, on a line of its own, names years only to say what it is on.

    What begins with a date (到2030年，…形成一批经验) is none, unless it ends as documents are called.
    """
    kinds = words("build_graph.extract", "policy_words", "kind")
    events = words("build_graph.extract.programs", "program_words", "event")
    if not reading.text.endswith(kinds + events, *sentence):
        return False
    line = reading.line_at(sentence.start)
    if line is None or line.span != sentence or line.level is not None:
        return False
    if _LAYS_DOWN.search(reading.text, *sentence):
        return False
    is_dated = _BEGINS_WITH_DATE.match(reading.text, *sentence) is not None and "，" in reading.slice(sentence)
    return not is_dated or reading.text.endswith(kinds, *sentence)


# --- dated and measured -----------------------------------------------------------------------------------


def _dated_or_measured(
    reading: Reading, programs: Programs, sentence: Span, kind: str, governed: Governing | None
) -> tuple[list[Goal], Due | None, bool]:
    """The head clause after a date, and each clause that sets a measure of its own, with the date in force.

    Returns the goals, the last date of the sentence, and whether its head clause is still to come; ``governed`` is
    a date said before, if it still governs.
    """
    found: list[Goal] = []
    due, own_due = governed.due if governed else None, None
    # where the date stands whose head clause is still to come, or what follows a date that stands alone
    opening = sentence.start if governed and governed.is_heading else None
    reached = False  # what stands before in the sentence has been reached already
    in_goals = kind == "goal"
    may_set_one = _has_figures(reading, sentence) and (in_goals or _may_look_ahead(reading, sentence))
    if (due is None and not may_set_one) or _is_chronicle(reading, sentence):
        return [], None, False
    planned = partial(_is_planned, reading, sentence, kind)
    for clause in _clauses(reading, sentence):
        text = untitled(reading.slice(clause))
        figures = _has_figures(reading, clause)
        if due is None and not figures:
            reached = reached or _is_reached(reading, text, due, in_goals=in_goals)
            continue
        in_plan = planned if due is None else _always
        own = due_in(reading, clause, text, in_plan=in_plan, in_goals=in_goals, since=due) if figures else None
        if own is not None:
            due, own_due, opening, reached = own, own, clause.start + own.text_start, False
        undated = figures and own is None and not in_goals
        reached = (
            reached or _is_reached(reading, text, due, own, in_goals=in_goals) or (undated and is_past(reading, clause))
        )
        if reached or (own is not None and is_only_a_date(text, own)) or _is_means(text) or _is_label(reading, clause):
            continue
        measured = mark_of(text, dated=due is not None or in_goals) if figures else None
        lost = measured is None and (due is not None or in_goals) and _has_lost_mark(reading, clause)
        is_ahead_of_page = due is not None and is_ahead(due.iso, reading.date)
        if lost or _sets_mark(
            text, measured, due, is_head=opening is not None, in_goals=in_goals, ahead=is_ahead_of_page
        ):
            span = clause if opening is None else Span(opening, clause.end)
            found += _goals_in(
                reading, programs, span, measured, due, dated=own_due is not None and opening is not None
            )
        opening = None
        if own is not None and (own.is_start or _cue("starts").search(text)):
            due, own_due = None, None  # from when on, not until when
    return found, own_due, opening is not None and not reached


def _goals_in(
    reading: Reading, programs: Programs, span: Span, measured: Quantity | None, due: Due | None, *, dated: bool
) -> Iterator[Goal]:
    """Yield the goals of one clause, one for each mark; the first of them holds the date itself if it is ``dated``."""
    parts = marks_apart(reading.text, span) if measured else []
    for number, (part, mark) in enumerate(parts or [(span, measured)]):
        if reading.readable(part):
            yield _goal(reading, programs, part, due, mark, inherited=not dated or number > 0)


def _clauses(reading: Reading, sentence: Span) -> Iterator[Span]:
    """The clauses of a sentence that may set a goal, each from where what is aimed at begins."""
    for clause in reading.clauses(sentence):
        if not _is_batch(reading, clause):
            yield _without_copula(reading, clause)


def _is_batch(reading: Reading, clause: Span) -> bool:
    """第一批（2030年春季起）：甲县: the date of a batch, before a list of who belongs to it."""
    named = reading.text.startswith("：", clause.end) and reading.text[clause.end - 1] == "）"
    return named and _BATCH.fullmatch(reading.text, *clause) is not None


def _without_copula(reading: Reading, clause: Span) -> Span:
    """今年的目标，是年底前…: what is aimed at stands behind 是."""
    if not reading.text.startswith("是", clause.start):
        return clause
    is_aim = reading.text.endswith(words(__package__, "goal_words", "aim"), 0, max(0, clause.start - 1))
    return Span(clause.start + 1, clause.end) if is_aim and clause.end > clause.start + 1 else clause


def _is_label(reading: Reading, clause: Span) -> bool:
    """Tell whether a few words and a colon begin a line: 信息来源：, 下一步工作打算：."""
    if not reading.text.startswith("：", clause.end):
        return False
    if clause.end - clause.start > _LONGEST_LABEL:
        return False
    line = reading.line_at(clause.start)
    return line is not None and line.content.start == clause.start


def _has_figures(reading: Reading, span: Span) -> bool:
    """Tell whether words may hold a mark or a date, as they stand or before their digits were lost."""
    lost = reading.repaired.lost_digits
    return may_set(reading.text, span) or bool(lost and touched(lost, span))


def _has_lost_mark(reading: Reading, clause: Span) -> bool:
    lost = reading.repaired.lost_digits
    return bool(lost and touched(lost, clause)) and has_lost_mark(reading.slice(clause))


def _may_look_ahead(reading: Reading, sentence: Span) -> bool:
    """Tell whether a sentence may name a date, or say itself that something is to be reached.

    Under no heading of goals, and with no date in force, a sentence that does neither sets nothing.
    """
    text, lost = reading.slice(sentence), reading.repaired.lost_digits
    told = may_name_date(text) or _cue("modal").search(text) or _cue("coverage").search(text)
    return bool(told or (lost and touched(lost, sentence)))


def _always() -> bool:
    """A date in force makes a plan of what follows."""
    return True


def _is_planned(reading: Reading, sentence: Span, kind: str) -> bool:
    """Tell whether a bare date in a sentence is one to come, by the kind of its section or by what lays it down."""
    return kind in {"goal", "timetable"} or _is_laid_down(reading, sentence)


def _is_laid_down(reading: Reading, sentence: Span) -> bool:
    """《方案》提出，2024年，…: what a document lays down is to come, also behind a bare year."""
    line = reading.line_at(sentence.start)
    start = reading.text.rfind("\n", 0, line.span.start if line else sentence.start) + 1
    first = next(iter(reading.clauses(sentence)), sentence)
    lead = reading.text[start : min(start + _LEAD, first.end)].partition("。")[0]  # of the sentence's paragraph
    return any(_cue("lays_down").search(part) for part in (reading.slice(first), lead))


def _is_reached(
    reading: Reading, text: str, due: Due | None, own: Due | None = None, *, in_goals: bool = False
) -> bool:
    """Tell whether a clause says that something has been reached; ``own`` is its date, looked at with its words."""
    if (own is None and _cue("reached").search(text)) or _MONTHS_SO_FAR.search(text):
        return True
    if due is None and (_cue("reported").search(text) or (not in_goals and _cue("summed").search(text))):
        return True
    to_come = due is not None and not is_over(due.iso, reading.date)
    return not to_come and _cue("compared").search(text) is not None


def _is_means(text: str) -> bool:
    means = text.endswith("基础上") or (_cue("means").match(text) and not _cue("no_means").match(text))
    if not means or _cue("state").search(text):
        return False
    mark = mark_of(text, dated=True)
    return mark is None or (mark.comparator == "=" and mark.unit != "%" and mark_of(text, dated=False) is None)


def _sets_mark(
    text: str, measured: Quantity | None, due: Due | None, *, is_head: bool, in_goals: bool, ahead: bool
) -> bool:
    if measured is None and due is None and not (_cue("coverage").search(text) or sets_ratio(text)):
        return False  # most clauses
    if _cue("veto").search(text) or text.endswith(("的", "中")) or _IN_FORCE.fullmatch(text):
        return False
    to_come = in_goals or due is not None or _cue("modal").search(text) or _cue("reaches").match(text)
    covers = to_come and _cue("coverage").search(text)
    stands = due is not None and _cue("stands").search(text)
    is_step = ahead and _cue("step").search(text) is not None
    head = is_head and due is not None and (due.is_limit or due.is_start or is_step or _reaches(text))
    if not (measured or covers or head or stands or (to_come and sets_ratio(text))):
        return False
    counted = measured is not None and due is not None
    return counted or not _cue("chosen").search(text)  # how many to choose by a date is a goal, whom a condition


def _reaches(text: str) -> bool:
    """Tell whether a clause says what is to be reached, or which step is to come (将组织验收)."""
    return bool(_cue("state").search(text) or _step_to_come().search(text))


@cache
def _step_to_come() -> re.Pattern[str]:
    return re.compile(f"[将拟].{{0,2}}{either(__package__, 'goal_words', 'step')}")


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
        steps = _cue("step").search(text) and _cue("step").search(_cue("no_step").sub("", text))
        is_step = reading.kind_at(span) == "timetable" or steps or _ENDS_TRIAL.search(text)
        step = due.is_start or (is_step and not _cue("coverage").search(text))
        return "milestone" if step and measured is None else "target"
    return "target" if reading.kind_at(span) == "goal" or _cue("aims").search(reading.slice(span)) else "measure"


# --- undated ------------------------------------------------------------------------------------------------


def _undated(reading: Reading, programs: Programs, sentence: Span, kind: str) -> list[Goal]:
    """Under a goal heading the head clause is the aim; elsewhere a clause after …要求 that builds a state."""
    section = reading.section_at(sentence) if kind == "goal" else None
    if section is not None:
        first = section.body and section.body[0].start <= sentence.start <= section.body[0].start + 1
        head = _head_clause(reading, sentence) if first else None
        return [_aim(reading, programs, head, "goal-under-heading")] if head else []
    if not _may_aim().search(reading.text, *sentence):
        return []
    parts = reading.clauses(sentence)
    if _STATED.match(reading.text, *sentence):
        return [_aim(reading, programs, sentence, "goal-stated")]
    if not parts or not _cue("requires").search(reading.slice(parts[0])):
        return []
    aims = [clause for clause in parts[1:] if _builds().match(reading.slice(clause))]
    return [
        _aim(reading, programs, aim, "goal-required") for aim in aims if _cue("built").search(reading.slice(aim)[-6:])
    ]


@cache
def _may_aim() -> re.Pattern[str]:
    """A word that each sentence holds that states or requires an aim."""
    return re.compile("|".join(("目标", "目的", *words(__package__, "goal_words", "requires"))))


@cache
def _builds() -> re.Pattern[str]:
    return re.compile(rf"(?:着力)?{either(__package__, 'goal_words', 'builds')}")


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
