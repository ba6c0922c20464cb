"""Clauses that direct: what a text without numbers or headings says has to be done.

A sentence directs if it says so (要求, 将, 要, 应, 下一步), and goes on directing until its paragraph ends. In it,
a clause that begins with a verb of doing is a task, and so is one with an actor and a verb (各部门组织好…). What
has been reached, what is measured or dated (a goal), a supposition and a purpose are none.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from build_graph.extract.goals.marks import mark_of
from build_graph.extract.tasks.clauses import does, is_outcome, nominal, takes_object, verb_of
from build_graph.extract.tasks.frames import framed
from build_graph.extract.tasks.telling import is_done, looks_back, sets_in, tells
from build_graph.parse.dates import deadline
from build_graph.parse.spans import Span
from build_graph.tables import either, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_graph.parse.lines import Line
    from build_graph.parse.reading import Reading

_OBJECT = 2  # code points of an object that with its verb is a noun (实施模式)
_NAME = 7  # code points of 的 and of who is meant (的小微企业)
_EACH_ITS_OWN = re.compile("坚持“?一([一-鿿])一(?!\\1)[一-鿿]”?")
_ORDINAL = re.compile("[一二三四五六七八九]|首先|其次|再次|最后")
"""一要改造机房，二要培训教师: it numbers, and says not who has to act."""
_SHORTEST_TAKEN = 2  # code points of what something is made of (把机房建起来)
_SHORTEST = 4  # code points of a clause that says what to do
_MODAL = re.compile(
    r"(?P<subject>[^，：]{0,24}?)"
    r"(?P<modal>(?<![即必终])将|(?<!草)拟|(?<![重主必纲概摘简只])要(?![求素点件闻比])|(?<![供适反响对相效])应当?(?![用急届收付对力])|必须|(?<![必不无毋])须|(?<![不无毋必])需要?(?!求)"
    r"|(?<=[点作革案动])(?:重点|着力)(?!是|为|在|工作|任务|领域|项目))"
    r"(?P<rest>[^，]{4,})"
)
_HABIT_LEADS = r"(?:就|都|也|还|会|仍|又)*(?:要|须|需|得)"
_DEFINES = re.compile(r"[^，。]{2,20}(?:是以|是指|是通过|是一[种个项]|是由|即指)")
_IN_RESPECTS = re.compile(r"在[^，]{4,}等?方面")
"""A list inside of what is done: 支持甲市在…、…等方面先行先试."""
_MARK = re.compile("[，；]")
_WITH_CONSENT = re.compile("(?:报)?经[^，]{2,}?(?:批准|批复|同意|审定|审核|研究)后?")
_NAMES_CASES = re.compile("[^，]{0,4}不[得予][一-鿿]{2}的?(?:情形|情况|范围)")
"""不得申报的情形 names cases and forbids nothing."""
_LISTS = re.compile("、")
_NAMES_WHAT = re.compile("提出|(?P<must>[^，]*[要应须将])?(?:进一步)?明确")
"""What may itself be done: 要明确职责."""
_SHORT_TASK = 6  # code points of a task that needs what stands before its modal verb to be understood
_DESCRIBES = re.compile("[一-鿿]{4}的")
_TO = re.compile("[到至在从自于]")
_CONNECTED = re.compile(r"其中(?:包括)?|此外|同时|另外|还将?|与此同时|答")
_ITEM = re.compile("[一二三四五六七八九]是|第[一二三四五六七八九]")
"""一是特色型，包括6个方向。建设…: what is told further of an item goes on directing."""
_STARTED = re.compile(r"(?:并|同时|此外|另外|还|也|其中|随后|今后|下一步)[，]?")


@cache
def _cue(kind: str) -> re.Pattern[str]:
    return re.compile(either(__package__, "directive_words", kind))


@cache
def _preposition() -> re.Pattern[str]:
    done_in = either(__package__, "directive_words", "done_in")
    return re.compile(
        rf"(?:为|对(?!于)|向|由|把|给(?!予)|将|通过|依托|借助)(?=[^，]{{4,}})|在(?![^，]{{0,9}}[日月年底]前)(?=[^，]{{2,40}}{done_in})"
    )


def _fronted(clause: str) -> bool:
    """A preposition with its object, then a verb: 为老年人提供…, 对…实行…, 依托…建设…, 把…改为…, 以县为单位摸清…."""
    taken = _taken_as().match(clause)
    if taken is not None and does(clause, taken.end()):
        return True
    clause = clause.removeprefix("重点")
    found = _preposition().match(clause)
    if found is None or _cue("serves").search(clause):
        return False
    after_object = range(found.end() + 1, len(clause) - 3)
    light = words(__package__, "directive_words", "light")
    if found[0] == "把" and _comes_out().search(clause, found.end() + _SHORTEST_TAKEN):
        return True
    if does(clause, found.end()):
        return found[0] == "对" and any(clause.startswith(light, at) for at in after_object)
    return any(does(clause, at) or clause.startswith(light, at) for at in after_object)


@cache
def _comes_out() -> re.Pattern[str]:
    """把机房建起来, 把安全写进校规: what an action makes of its object, or where it puts it."""
    made, put = (either(__package__, "directive_words", kind) for kind in ("made", "put"))
    return re.compile(rf"[一-鿿](?:{made}$|{put}[^，的了得]{{2,24}}$)")


@cache
def _taken_as() -> re.Pattern[str]:
    """以县域为单位: what something is done by."""
    return re.compile(rf"以[^，]{{1,14}}?为{either(__package__, 'directive_words', 'taken_as')}，?")


@cache
def _acted() -> re.Pattern[str]:
    """An actor and a verb: 各主管部门组织好…, 医院实行…; or something that an actor does: 付款由…负责."""
    verb = either(__package__, "task_words", "verb")
    actor = either(__package__, "directive_words", "actor")
    adverb = either(__package__, "task_words", "adverb")
    done = either(__package__, "directive_words", "done")
    return re.compile(
        rf"[^，]{{0,20}}?{actor}(?:不再|不得|{adverb})*{verb}(?!{nominal().pattern})[^，]{{2,}}"
        rf"|(?!《)[^，]{{2,12}}由[^，]{{2,30}}{done}$"
    )


def directives(reading: Reading) -> Iterator[Span]:
    """Yield the clauses of a text that direct, in their order.

    What comes next (下一步，将…) may go on in paragraphs of their own, which begin with their verbs. What answers a
    question on what is to be done (任务是什么？) directs as well.
    """
    led = onward = asked = False
    titles = set(reading.titles)
    shared = _with_goals(reading)
    for line in reading.lines:
        goes_on = _CONNECTED.match(line.text) is not None or (onward and _is_to_come(line.text))
        led, onward = (led and goes_on) or asked, onward and goes_on
        asked = line.text.endswith("？") and _cue("asked").search(line.text) is not None
        if line.is_row or line in titles:
            continue
        for sentence in reading.sentences_in(line.content):
            if line in shared:
                yield from directed_spans(reading, sentence, led=True)
                continue
            if not led and not _may_direct().search(reading.text, *sentence):
                continue
            if _is_closed(reading, sentence):
                continue
            texts = [reading.slice(clause) for clause in reading.clauses(sentence)]
            first = next((text for text in texts if not _only_leads(text)), "")
            says_so = bool(_cue("directs").search(reading.text, *sentence)) and any(map(_says_so, texts))
            performs = first.startswith(words(__package__, "directive_words", "performs"))
            goes_on = led and (_goes_on(first) or _ITEM.match(first) is not None)
            led = says_so or performs or goes_on or any(map(_directs, texts))
            onward = led and (onward or _cue("onward").search(reading.text, *sentence) is not None)
            yield from directed_spans(reading, sentence, led=led)


def _only_leads(clause: str) -> bool:
    """同时, or what it is done by: 试点以修旧如旧为原则, 按照先易后难的思路."""
    return _CONNECTED.fullmatch(clause) is not None or _held_to().fullmatch(clause) is not None


@cache
def _held_to() -> re.Pattern[str]:
    holds, ideas = (either(__package__, "directive_words", kind) for kind in ("holds", "idea"))
    taken = either(__package__, "directive_words", "taken_as")
    return re.compile(rf"[^，以按]{{0,8}}(?:以[^，]{{2,20}}为(?:{ideas}|{taken})|{holds}[^，]{{2,30}}{ideas})")


def _is_to_come(paragraph: str) -> bool:
    """Tell whether a paragraph begins with a verb and tells nothing that was done: 推广节水技术后，农户增收明显."""
    return verb_of(paragraph) is not None and not looks_back(paragraph)


def _with_goals(reading: Reading) -> frozenset[Line]:
    """The lines below a heading that announces goals and tasks at once (目标任务), if no other announces tasks."""
    sections = reading.sections
    if any(section.kind == "task" for section in sections):
        return frozenset()
    both = (s for s in sections if s.kind == "goal" and s.heading is not None and "任务" in s.heading.title_text)
    return frozenset(line for section in both for line in section.lines)


@cache
def _may_direct() -> re.Pattern[str]:
    """What a sentence holds that directs by itself: a modal verb, or what announces or forbids something."""
    kinds = ("directs", "lead_in", "says", "forbids", "performs")
    told = (word for kind in kinds for word in words(__package__, "directive_words", kind))
    return re.compile("|".join((*"将拟要应须需：", "重点", "部署", *map(re.escape, told))))  # flat: searched fast


def _is_closed(reading: Reading, sentence: Span) -> bool:
    """Portraits of places, preambles, and sections of another kind than tasks, direct nothing."""
    text = reading.slice(sentence)
    if reading.text.startswith("？", sentence.end) or text.endswith("？"):
        return True
    if reading.in_profile(sentence) or _DEFINES.match(text) or _cue("preamble").search(text):
        return True
    return reading.kind_at(sentence) not in {"task", "other"}


def _says_so(clause: str) -> bool:
    """The clause demands or plans something; 按要求, 符合规定 and 部署的工作 only name what was demanded."""
    named = words(__package__, "directive_words", "named")
    cues = [cue for cue in _cue("directs").finditer(clause) if not clause.startswith(("的", *named), cue.end())]
    basis = _cue("basis").search(clause) if cues else None
    nouns = words(__package__, "directive_words", "demand")
    return any(basis is None or cue.start() < basis.end() or cue[0] not in nouns for cue in cues)


def _directs(clause: str) -> bool:
    if clause.startswith("重点") and verb_of(clause.removeprefix("重点")) is not None:
        return True
    return _modal(clause) is not None


def _modal(clause: str) -> re.Match[str] | None:
    """Return the modal verb of a clause and what it governs.

    往往要 tells what happens, and the 将 of 某市将服务纳入考核 takes an object: neither governs anything.
    """
    found = _MODAL.match(clause)
    if found is None or _habit().search(clause):
        return None
    return None if found["subject"] and takes_object(clause, found.start("modal")) else found


@cache
def _habit() -> re.Pattern[str]:
    return re.compile(either(__package__, "directive_words", "habit") + _HABIT_LEADS)


def _goes_on(clause: str) -> bool:
    rest = _STARTED.sub("", clause, count=1)
    return verb_of(rest) is not None or _acted().match(rest) is not None or _fronted(rest)


def directed_spans(reading: Reading, sentence: Span, *, led: bool) -> list[Span]:
    """Return the spans of a sentence's clauses that direct.

    Args:
        reading: the reading.
        sentence: clean span of one sentence.
        led: what stands before says already that something is to be done.
    """
    found: list[Span] = []
    over = False  # up to the next semicolon, what is said is what comes of it
    dated = False  # a date to come governs: only what begins with a verb is a task then, all else is a state
    clauses = reading.clauses(sentence)
    texts = [reading.slice(clause) for clause in clauses]
    passed_over = _passed_over(reading, sentence, clauses, texts)
    for number, (clause, text, following) in enumerate(zip(clauses, texts, [*texts[1:], ""], strict=False)):
        over = over and reading.text[clause.start - 1] != "；"
        over = over or _cue("ends").match(text) is not None
        if (
            over
            or number in passed_over
            or _is_party(text, following)
            or (text[0] == "对" and _is_topic(text, texts[number + 1 :]))
        ):
            continue
        if found and found[-1].end + 1 >= clause.start and _cue("continues").match(text):
            found[-1] = Span(found[-1].start, clause.end)
            continue
        inner = _lead_in(text)
        inner += inner > 0 and text.startswith("“", inner)  # 提出“引导…，鼓励…”
        before_colon = _is_before_colon(reading.text, clause, sentence)
        announces = before_colon or text.endswith(_leads())
        led = led or inner > 0 or (_announces(reading, text) if before_colon else announces)
        dated = dated and inner == 0
        task = None if announces else _task_in(text[inner:], led=led)
        if task is not None and _is_task(text[inner:], reading.date, dated=dated):
            said = Span(clause.start + inner + task, clause.end)
            is_quoted = inner > 0 and text[inner - 1] == "“"
            found += _quoted_parts(reading, said) if is_quoted else _parts(reading, said)
        led = _modal(text) is not None or (led and not is_done(text))
        dated = dated or deadline(text, reading.date) is not None
    return found


def _passed_over(reading: Reading, sentence: Span, clauses: Sequence[Span], texts: Sequence[str]) -> frozenset[int]:
    """The clauses that only frame others; what stands before a semicolon frames nothing behind it."""
    if reading.text.find("；", *sentence) < 0:
        return framed(texts)  # most
    starts = [0, *(n for n, clause in enumerate(clauses) if n and reading.text[clause.start - 1] == "；"), len(texts)]
    demanded = next((n for n, text in enumerate(texts) if _modal(text)), len(texts))
    return frozenset(
        first + n for first, last in pairwise(starts) for n in framed(texts[first:last], is_demanded=demanded < first)
    )


def _is_topic(clause: str, rest: list[str]) -> bool:
    """对符合条件的旧车，按购置税给予补贴: what the next clause is about."""
    if not (rest and rest[0].startswith(words(__package__, "directive_words", "of_topic"))):
        return False
    tail = clause.rfind("的") + 1
    light = words(__package__, "directive_words", "light")
    return tail > 0 and not any(clause.startswith(light, at) or verb_of(clause[at:]) for at in range(tail, len(clause)))


@cache
def _favours() -> re.Pattern[str]:
    """支持…, 积极引导…: what is done for somebody."""
    adverb = either(__package__, "task_words", "adverb")
    return re.compile(f"(?:{adverb})*{either(__package__, 'directive_words', 'favours')}")


def _is_party(clause: str, following: str) -> bool:
    """申请贷款的企业，应当…: whom the next clause is about; but 支持有条件的企业 is to be done."""
    if not following.startswith(words(__package__, "directive_words", "bound")) or _favours().match(clause):
        return False
    return clause.endswith(words(__package__, "directive_words", "party")) and clause.rfind("的") >= len(clause) - _NAME


def _is_task(clause: str, today: str | None, *, dated: bool) -> bool:
    """A clause with a date to come, a mark or full coverage is a goal; one that has been reached is neither."""
    if deadline(clause, today) is not None or mark_of(clause, dated=dated) is not None:
        return False
    if _cue("coverage").search(clause) or _cue("reached").search(clause):
        return False
    if dated and _cue("state").match(clause):
        return False
    return not dated or does(_STARTED.sub("", clause, count=1)) or _modal(clause) is not None


def _parts(reading: Reading, clause: Span) -> list[Span]:
    """推进A、加强B: a part of a list that begins with a verb of its own is a task of its own."""
    text = reading.slice(clause)
    if _IN_RESPECTS.search(text):
        return [clause]
    cuts = [m.start() for m in _LISTS.finditer(text) if _begins_task(text[m.end() :].partition("、")[0])]
    starts = [clause.start, *(clause.start + cut + 1 for cut in cuts)]
    ends = [*(clause.start + cut for cut in cuts), clause.end]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True)]


def _begins_task(part: str) -> bool:
    """推进A、加强B, but not 健全开放透明、规范高效的B: a verb that describes begins nothing."""
    verb = verb_of(part)
    return verb is not None and len(part) > len(verb) + _OBJECT and not _DESCRIBES.match(part)


def _quoted_parts(reading: Reading, said: Span) -> Iterator[Span]:
    """提出“引导…，鼓励…”: of what is quoted, the first clause and those that begin with verbs."""
    closes = reading.text.find("”", *said)
    end = closes if closes > 0 else said.end
    starts = [said.start, *(mark.end() for mark in _MARK.finditer(reading.text, said.start, end))]
    ends = [*(start - 1 for start in starts[1:]), end]
    for start, stop in zip(starts, ends, strict=True):
        if start == said.start or verb_of(reading.text[start:stop]):
            yield from _parts(reading, Span(start, stop))


@cache
def _leads() -> tuple[str, ...]:
    """With a verb of saying at its end (《通知》明确，…), a clause only leads to the next ones."""
    return (*words(__package__, "directive_words", "lead_in"), *words(__package__, "directive_words", "says"))


def _rests_on(lead: str) -> bool:
    """按要求, 按本办法规定: no announcement but what something rests on."""
    return lead.endswith(words(__package__, "directive_words", "demand")) and _cue("basis").search(lead) is not None


def _is_before_colon(text: str, clause: Span, sentence: Span) -> bool:
    """Before a colon a clause only leads to the next ones."""
    return clause.end < sentence.end and text[clause.end] == "："


def _announces(reading: Reading, label: str) -> bool:
    """Tell whether what stands before a colon announces tasks, or whose they are: 要求：, 甲市：, but not 成效：."""
    return _cue("announces").search(label) is not None or reading.is_place(label)


@cache
def _leading_in() -> re.Pattern[str]:
    return re.compile(
        rf"部署(?=在|[^，]{{0,2}}开展)|(?:[^，]{{0,14}}?){either(__package__, 'directive_words', 'lead_in')}+(?![的、])"
    )


def _lead_in(clause: str) -> int:
    """Return the length of what announces the clause's own words: 会议要求…, 并明确…."""
    found = _leading_in().match(clause)
    if found is None or _rests_on(found[0]):
        return 0
    names = _NAMES_WHAT.fullmatch(found[0])
    names_what = names is not None and (names["must"] or not _says_more(clause[found.end() :]))
    return 0 if names_what else found.end()


def _says_more(rest: str) -> bool:
    """明确各校要… announces; 明确职责 is itself what is to be done."""
    return bool(does(rest) or _modal(rest) or _acted().match(rest) or _TO.match(rest))


def _task_in(clause: str, *, led: bool) -> int | None:
    """Return where in a clause the words of a task begin, or None if it directs nothing."""
    start = _words_of_task(clause, led=led)
    return None if start is None or _directs_nothing(clause) else start


def _words_of_task(clause: str, *, led: bool) -> int | None:
    if _cue("forbids").search(clause) and not _cue("follows").search(clause):
        return 0
    modal = _modal(clause)
    if modal and not takes_object(clause):
        return _after_modal(modal)
    started = _STARTED.match(clause)
    start = started.end() if started else 0
    return start if led and is_doing(clause[start:]) else None


def _directs_nothing(clause: str) -> bool:
    if len(clause) < _SHORTEST or tells(clause) or _WITH_CONSENT.fullmatch(clause):
        return True
    if _NAMES_CASES.fullmatch(clause) or _cue("doubts").search(clause):
        return True
    if _begins_nothing(clause) and not _is_of_somebody(clause):
        return True
    return is_outcome(clause, first=True)


def _begins_nothing(clause: str) -> bool:
    """坚持…, 贯彻…: what one holds to, unless it says how each case is dealt with (坚持“一校一策”)."""
    return _cue("none").match(clause) is not None and _EACH_ITS_OWN.match(clause) is None


def _is_of_somebody(clause: str) -> bool:
    """符合条件的学校要开设课程: the words before the modal verb say who has to."""
    modal = _modal(clause)
    return modal is not None and "的" in modal["subject"]


def is_doing(clause: str) -> bool:
    """Tell whether a clause begins with a verb, a preposition and its object before one, or an actor."""
    if _begins_nothing(clause) or _cue("self").match(clause):
        return False
    if does(clause) or _fronted(clause) or _acted().match(clause) or takes_object(clause):
        return True
    taken = clause.find("将")
    return (
        taken > 0
        and clause.endswith(words(__package__, "directive_words", "actor"), 0, taken)
        and takes_object(clause, taken)
    )


@cache
def _on_demand() -> re.Pattern[str]:
    """要按要求报送材料: what a task rests on may stand before it."""
    return re.compile(rf"(?:按照?|依照)[^，]{{0,8}}?{either(__package__, 'directive_words', 'demand')}")


def _after_modal(modal: re.Match[str]) -> int | None:
    """Return where a task begins behind a modal verb: 将建立…, 将通过建立…, 要按要求报送…."""
    rest = modal["rest"]
    rested = _on_demand().match(rest)
    if rested and does(rest, rested.end()):
        return modal.start("rest") + rested.end()
    if rest.startswith("通过") and does(rest, len("通过")):
        return modal.start("rest") + len("通过")
    begins = does(rest) or _fronted(rest) or _cue("adverbs").match(rest)
    if not begins or _begins_nothing(rest) or (modal["modal"] == "将" and sets_in().fullmatch(rest)):
        return None
    needs_subject = len(rest) < _SHORT_TASK and modal["subject"] and not _ORDINAL.fullmatch(modal["subject"])
    return 0 if needs_subject else modal.start("rest")
