"""Policy documents: titles between 《 and 》, their numbers (文号), and what they are to the program."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from build_graph.extract.agencies import agency_mentions
from build_graph.extract.programs.naming import policy_key, program_key
from build_graph.model import PolicyDocument, Relation
from build_graph.parse.spans import Span
from build_graph.tables import either, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_graph.extract.programs import Programs
    from build_graph.parse.lines import Line
    from build_graph.parse.reading import Reading

_TITLE = re.compile(r"《(?P<title>[一-鿿]{2}法(?=》)|[^《》\n]{4,120}(?:《[^《》\n]{1,60}》[^《》\n]{0,60})?)》")
_NUMBER = re.compile(
    r"[一-鿿]{1,12}\s?[〔\[（(]\s?\d{4}\s?[〕\]）)]\s?第?\s?\d{1,5}\s?号|(?:[一-鿿]{2,12})?公告\s*\d{4}年?第\d{1,4}号"
    r"|(?<![一-鿿])[一-鿿]{2,12}令\s?第?\s?\d{1,4}\s?号"
)
_SPACE = re.compile(r"\s+")
_TOP = 30  # lines at the top of a page among which the number of its document stands alone
_BELOW = 40  # code points below a title among which its number stands
_AFTER = 60  # code points after a title among which it is said to be issued
_LIST = 400  # code points before a title among which stand the other titles of its list
_LISTED = re.compile(
    r"《[^《》]{2,120}》(?:（[^（）]{4,60}）)?(?:(?:等[一-鿿]{0,10})?，?(?:、|和|及|以及|与)[一-鿿、]{0,12})?$"
)
"""The title before one that stands in a row with it: 《A》、国家《B》, 《A》《B》, 《A》（文号），以及《B》."""
_NUMBER_BEFORE = re.compile(rf"(?:{_NUMBER.pattern})$")
_ENDS = re.compile(r"[。；\n》]")
_BEFORE = 12  # code points before a title among which stands what is done with it


@cache
def _own_title() -> re.Pattern[str]:
    """某省教育厅关于…的通知, perhaps behind a label that ends with 丨."""
    bodies = r"(?:(?!丨)[一-鿿、（）]){0,40}"
    subject = r"(?:[^。，《》]|《[^》]{4,60}》){2,100}"
    kind = either(__package__, "policy_words", "kind")
    return re.compile(rf"(?:^|[^一-鿿、（）]|丨)(?P<title>{bodies}关于{subject}的\S{{0,2}}{kind})$")


@cache
def _kinds() -> re.Pattern[str]:
    return re.compile(either(__package__, "policy_words", "kind") + r"(?:（[^）]*）|\d{4})?$")


@cache
def _generic() -> re.Pattern[str]:
    """《行动方案》, 《实施意见》: a short name that refers back."""
    kind = either(__package__, "policy_words", "kind")
    return re.compile(rf"(?:行动|实施|工作|总体|试点|指导|若干|改革|推进|专项|深化|开展|建设)*{kind}")


def is_notice(line: str) -> bool:
    """Tell whether a line is the title of a notice and nothing else.

    >>> is_notice("某市教育局关于开展智慧校园试点的通知"), is_notice("关于开展试点的通知要求，")
    (True, False)
    """
    return "关于" in line and _own_title().fullmatch(line) is not None


def policy_documents(reading: Reading, programs: Programs) -> list[PolicyDocument]:
    """Return the documents of policy that a text names by title; short names that refer back are none."""
    if programs.main is None:
        return []
    named = [*(_document(reading, programs, m) for m in _named(reading)), *_unmarked(reading, programs)]
    return _one_per_title([*_own(reading, programs), *named])


def _unmarked(reading: Reading, programs: Programs) -> Iterator[PolicyDocument]:
    """联合发布关于开展X试点的通知: a title without its marks, behind a verb of issuing."""
    for found in _behind_verb().finditer(reading.text):
        span = Span(*found.span("title"))
        if reading.readable(span):
            yield PolicyDocument(
                program=programs.at(span),
                title=found["title"],
                number=_number_beside(reading.text, span),
                relation="issues",
                passages=(reading.passage(span),),
                rule="policy-unmarked",
            )


@cache
def _behind_verb() -> re.Pattern[str]:
    issued = either(__package__, "policy_words", "issued")
    kind = either(__package__, "policy_words", "kind")
    return re.compile(rf"{issued}了?(?P<title>关于[^，。《》\n]{{4,60}}?的{kind})(?=[，。；（\n])")


def _one_per_title(found: list[PolicyDocument]) -> list[PolicyDocument]:
    """A document that is named again (with its number, with what is done with it, without its bodies) is one."""
    with_bodies = _own_with_bodies(found)
    documents: dict[str, list[PolicyDocument]] = {}
    for one in found:
        key = program_key(one.title)
        is_own = one.rule == "policy-of-the-page"
        documents.setdefault(with_bodies.get(key, key) if is_own else key, []).append(one)
    return [_as_one(same) if len(same) > 1 else same[0] for same in documents.values()]


def _own_with_bodies(found: Sequence[PolicyDocument]) -> dict[str, str]:
    """关于…的通知 below 某局关于…的通知: the page's own title without its bodies, and with them."""
    own = (program_key(one.title) for one in found if one.rule == "policy-of-the-page")
    return {key[key.index("关于") :]: key for key in own if key.find("关于") > 0}


def _as_one(same: Sequence[PolicyDocument]) -> PolicyDocument:
    """The fullest title; another number is that of another document."""
    number = next((one.number for one in same if one.number), None)
    alike = [one for one in same if one.number in {None, number}]
    relation = min((one.relation for one in alike), key=("issues", "basis", "cites").index)
    passages = tuple(sorted({passage for one in alike for passage in one.passages}))
    title = max((one.title for one in same), key=len)
    return replace(same[0], title=title, number=number, relation=relation, passages=passages)


def _own(reading: Reading, programs: Programs) -> Iterator[PolicyDocument]:
    """The document that the page itself is: a title with 关于…的通知, maybe broken over lines, and its number below.

    Behind a report on it, a page may carry the document itself, with its title in a line of its own.
    """
    if programs.main is None:
        return
    policies = {policy_key(name) for name in (programs.main.name, *programs.main.aliases)}
    titles = set(reading.titles)
    for line in reading.lines:
        if not is_notice(line.text) or line in titles:
            continue
        key = program_key(line.text)
        if any(policy in key for policy in policies):
            yield PolicyDocument(
                program=programs.main.name,
                title=line.text,
                number=_number_near(reading, line),
                relation="issues",
                passages=(reading.passage(line.span),),
                rule="policy-of-the-page",
            )
            break
    for last, line in enumerate(reading.titles):
        begins = last if _heads_itself(reading, last) else 0
        joined = _SPACE.sub("", "".join(above.text for above in reading.titles[begins : last + 1]))
        found = _own_title().search(joined)
        if found is None:
            continue
        first = next((n for n in range(begins, last) if "关于" in reading.titles[n].text), last)
        yield PolicyDocument(
            program=programs.main.name,
            title=found["title"],
            number=_number_near(reading, line),
            relation="issues",
            passages=(reading.passage(Span(reading.titles[first].span.start, line.span.end)),),
            rule="policy-of-the-page",
        )
        break
    yield from _own_plan(reading, programs.main.name, policies)


def _heads_itself(reading: Reading, number: int) -> bool:
    """A line 关于…的通知, or with a body before it, below a headline: no body stands there that it would begin with."""
    title = reading.titles[number].text
    if number == 0 or not (title.startswith("关于") or is_notice(title)):
        return False
    return next(agency_mentions(reading.text, reading.titles[number - 1].span), None) is None


def _own_plan(reading: Reading, program: str, policies: set[str]) -> Iterator[PolicyDocument]:
    """某市X实施方案 as a title: the plan that the page carries, or that its notice issues."""
    for first, last in _neighbouring(len(reading.titles)):
        lines = reading.titles[first : last + 1]
        title = _SPACE.sub("", "".join(line.text for line in lines))
        found = _plan_title().fullmatch(title)
        if found and any(policy in program_key(title) for policy in policies):
            yield PolicyDocument(
                program=program,
                title=title,
                number=None if "关于" in title else _number_near(reading, lines[-1]),
                relation="issues",
                passages=(reading.passage(Span(lines[0].span.start, lines[-1].span.end)),),
                rule="policy-of-the-page",
            )
            return


def _neighbouring(count: int) -> Iterator[tuple[int, int]]:
    """The lines of a title one by one, then each with the next one."""
    yield from ((index, index) for index in range(count))
    yield from ((index, index + 1) for index in range(count - 1))


@cache
def _plan_title() -> re.Pattern[str]:
    """A title that ends in a kind of plan, without a verb that says what is done with it (某市印发X方案)."""
    done = either(__package__, "policy_words", "issued")
    return re.compile(
        rf"(?:(?!{done}|解读|公布|关于|：|问答)[^。，；]){{6,60}}"
        r"(?<!的)(?:方案|规划|意见|办法|细则|纲要|计划|条例|指南|指引)(?:（[^（）]{2,8}）)?"
    )


def _number_near(reading: Reading, title: Line) -> str | None:
    """The number of the page's own document stands right below its title or in a line of its own at the top."""
    below = _NUMBER.match(reading.text[title.span.end : title.span.end + _BELOW].lstrip(" \n（"))
    if below:
        return below[0]
    alone = (found for line in reading.lines[:_TOP] if (found := _NUMBER.fullmatch(line.text)))
    inside = (found for line in reading.titles if (found := _NUMBER.search(line.text)))
    return next((found[0] for found in (*alone, *inside)), None)


def _named(reading: Reading) -> Iterator[re.Match[str]]:
    for m in _TITLE.finditer(reading.text):
        span = Span(*m.span())
        kind = _kinds().search(m["title"]) or _approved_report(reading.text, m)
        names_one = kind and not _generic().fullmatch(m["title"])
        if (
            names_one
            and reading.readable(span)
            and not reading.in_profile(span)
            and not _is_of_page(reading.text, span)
        ):
            yield m


def _is_of_page(text: str, title: Span) -> bool:
    """依《著作权法》第五条第一项，…不适用著作权法: what a page that copies a paper says of copying it."""
    behind = text[title.end : title.end + _AFTER].partition("\n")[0]
    return any(word in behind for word in words(__package__, "policy_words", "copied"))


def _approved_report(text: str, title: re.Match[str]) -> bool:
    """批复《X总体规划报告》: what a body approves is policy, what it only publishes is a report."""
    if not title["title"].endswith(words(__package__, "policy_words", "reports")):
        return False
    before = _before(text, Span(*title.span()))
    return before.removesuffix("了").endswith(words(__package__, "policy_words", "approved"))


def _document(reading: Reading, programs: Programs, found: re.Match[str]) -> PolicyDocument:
    span = Span(*found.span())
    return PolicyDocument(
        program=programs.at(span),
        title=found["title"],
        number=_number_beside(reading.text, span),
        relation=_relation(reading, programs, span),
        passages=(reading.passage(span),),
        rule="policy-title",
    )


def _number_beside(text: str, title: Span) -> str | None:
    """The number in brackets behind a title, or in front of one that a line begins with."""
    next_line = text.startswith(("\n（", "\n("), title.end)
    behind = _NUMBER.match(text, title.end + 2 * next_line + (text[title.end : title.end + 1] in {"（", "("}))
    before = _NUMBER_BEFORE.search(text[max(0, title.start - _BELOW) : title.start])
    number = behind or before
    return number[0] if number else None


def _lays_down(reading: Reading, programs: Programs, span: Span) -> bool:
    """《X方案》明确，…: a plan of the program itself that the text goes on to report."""
    if not reading.text.startswith(("明确", "提出", "要求", "规定", "指出"), span.end):
        return False
    key = program_key(reading.slice(span))
    return any(policy_key(name) in key for program in programs.found for name in (program.name, *program.aliases))


def _relation(reading: Reading, programs: Programs, span: Span) -> Relation:
    before = _before(reading.text, span)
    after = reading.text[span.end : span.end + _AFTER]
    heads = any(line.span.start <= span.start and line.span.end <= span.end for line in _at(reading.titles, span))
    is_issued = _issued().search(before) is not None
    if is_issued and _goes_by().match(before) and _lays_down_itself().match(reading.text, span.end):
        return "basis"
    if is_issued or _now_issued().match(after) or (heads and "关于" in reading.slice(span)):
        return "issues"
    if _lays_down(reading, programs, span):
        return "issues"
    if _in_sections(reading, span) and not _makes_rules().match(reading.text, span.end):
        return "cites"
    return "basis" if _followed().search(before) or _carried_out().match(after) else "cites"


@cache
def _makes_rules() -> re.Pattern[str]:
    """第一条 根据《A》，制定本办法: rules say in their first article what they rest on."""
    return re.compile(r"[^。\n]{0,300}?制[定订]本")


@cache
def _lays_down_itself() -> re.Pattern[str]:
    """(《A》)精神，结合实际，制定本方案: what a paper that goes by another one says of itself in the same sentence."""
    return re.compile(r"[^。\n]{0,200}?(?:制定|制订|精神|结合[^。，]{0,12}实际)")


@cache
def _goes_by() -> re.Pattern[str]:
    """根据某部批复的《A》, 按照某委关于印发《A》: what somebody else issued is what is gone by here."""
    by = either(__package__, "policy_words", "goes_by")
    issued = either(__package__, "policy_words", "issued")
    return re.compile(rf"(?:[^，；]*，)*?[^，；]{{0,6}}{by}(?:(?!日前|近日|\d日)[^，；]){{2,60}}{issued}的?$")


@cache
def _issued() -> re.Pattern[str]:
    return re.compile(either(__package__, "policy_words", "issued") + r"(?:了|的)?$|转发[^，。；《》]{0,30}$")


@cache
def _followed() -> re.Pattern[str]:
    return re.compile(either(__package__, "policy_words", "followed"))


@cache
def _carried_out() -> re.Pattern[str]:
    return re.compile(rf"(?:（[^）]*）)?{either(__package__, 'policy_words', 'carried_out')}")


def _at(lines: Sequence[Line], span: Span) -> list[Line]:
    return [line for line in lines if line.span.overlaps(span)]


def _before(text: str, span: Span) -> str:
    """What stands before a title, or before the first one of a list of titles (根据《A》和《B》)."""
    before = text[max(0, span.start - _LIST) : span.start]
    while listed := _LISTED.search(before):
        before = before[: listed.start()]
    return _ENDS.split(before)[-1]


@cache
def _now_issued() -> re.Pattern[str]:
    """《X方案》已经国务院同意，现印发给你们."""
    return re.compile(
        r"(?:（[^）]{2,20}）)?(?:已?经?[^，。；》]{0,30}(?:同意|批准|通过)，[^。；》]{0,10}现?(?:予以)?(?:印发|公布|发布)"
        r"|印发(?!以来|后|实施)|的批[复覆])"
    )


def _in_sections(reading: Reading, span: Span) -> bool:
    """What a program rests on is said before its sections; in them, documents are followed in particulars."""
    section = reading.section_at(span)
    return section is not None and section.heading is not None and section.heading.level is not None
