"""What the title of a page says is being reformed: 关于推广X的通知, …召开X动员会, …将建成X, X已在全国推进."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from build_graph.extract.programs.naming import BATCH, SHORTEST, expanded, is_honour, is_short_name
from build_graph.tables import either, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_SPACE = re.compile(r"\s+")
_MENU = 3  # spaces in a line that names other pages, and not this one
_OF_NOTICES = 6  # patterns of titles of notices and plans, which come before those of headlines
_ABOUT = re.compile(r"^(?:【[^】]*】|\[[^\]]*\])?(?:关于)?(?:印发|转发)?")
_PLAN = re.compile(r"(?:实施|行动|工作|总体|推进|改革)(?:方案|计划)")
_AIMS = re.compile(r"(?:工作|总体|主要|发展|行动|具体|建设)目标|目标任务|任务目标")
"""What the section of a plan is called that says what is to be reached; a plan that has one is a program."""
_LISTED = re.compile(r"(?P<first>(?:[一-鿿]{2,3}、)+)(?=[一-鿿]{6,})")
"""甲、乙X: short names of places before what a reform is about."""
_OF_PLACE = re.compile(r"^中国（[^（）]{2,6}）")
_BEHIND = re.compile(r"(?:政策)?(?:实施|试点)范围$|(?:19|20)\d{2}年度?$")
"""What a title says of a reform behind its name: X政策实施范围, X2017年."""
_NUMBER_ONLY = re.compile(r"[一-鿿]{1,12}\s?[〔\[（(]\s?\d{4}\s?[〕\]）)]\s?第?\s?\d{1,5}\s?号")
_LONGEST_DIVISION = 10  # code points
_REACHED = r"(?<=已)(?:实施|建成|建设|完善|健全|完成|提升|优化)"
"""近半农户已实施X: a headline on what has been reached."""
_CORE = r"(?P<core>[\w“”+]{4,24}?)"
_LONG_CORE = r"(?P<core>[^，。；：《》\s]{4,40}?)"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    verbs = either(__package__, "program_words", "carries_out")
    reform = either(__package__, "program_words", "reform")
    convene = either(__package__, "program_words", "convene")
    spreads = either(__package__, "program_words", "spreads")
    kind = either("build_graph.extract", "policy_words", "kind")
    manner = either(__package__, "program_words", "manner")
    number = r"(?:\d+个)?"
    carried_out = rf"(?:{manner})*(?P<verbs>(?:{verbs})+)"
    of_kind = rf"(?:工作|实施|总体|指导|专项|若干|重点|试行|有关|措施|的|（[^）]*）)*(?P<kind>{kind})(?!(?<=战略)行动)"
    return (
        re.compile(
            rf"关于(?:印发|转发|发布|公布)?《?(?:{manner}|在[^，]{{2,10}}|组织)*(?P<verbs>(?:{verbs})+)(?:\d{{4}}年度?)?{BATCH}?{_LONG_CORE}{of_kind}"
        ),
        re.compile(
            rf"^{_LONG_CORE}(?:重点工作|推进|实施|工作|行动|总体|改革|专项)*(?:[一二三四五六七八九十]年)?(?P<kind>方案|规划纲要|规划|纲要|计划|(?:指导|实施|若干)意见)(?:（[^）]*）)?$"
        ),
        re.compile(rf"关于(?:印发|转发|发布|公布)《?{BATCH}?{_LONG_CORE}{of_kind}》?的?{kind}"),
        re.compile(
            rf"关于(?:{manner})*{_LONG_CORE}的(?:若干|指导|实施)*(?P<kind>意见|决定|规划|纲要|方案|计划)(?:（[^）]*）)?》?$"
        ),
        re.compile(rf"^{_LONG_CORE}(?:重点|政策)*(?:实施|试点)(?P<kind>范围)(?:名单|一览表)?$"),
        re.compile(rf"^[一-鿿]{{0,12}}\d{{4}}年度?[一-鿿]{{0,8}}?{carried_out}{_LONG_CORE}{of_kind}$"),
        re.compile(
            rf"(?!{_REACHED})(?P<verbs>(?:{verbs})+){number}{_CORE}(?:{reform}(?={convene}|\W|$)|$|(?=[！？。，\s-]))"
        ),
        re.compile(rf"(?:我国|全国|^|[\]】：]){_CORE}(?P<spreads>开展$|(?:已在|将在|已经|试点覆盖|{spreads}).*)"),
    )


def is_tender(titles: Sequence[str]) -> bool:
    """Tell whether a page calls for bids or names who won them: a single work is no program.

    What the state buys for all (国家组织…集中带量采购) is a reform, whoever wins. The menu of a page tells nothing.
    """
    told = [title for title in titles if title.count(" ") < _MENU]
    return any(map(_cue("tender").search, told)) and not any(map(_cue("for_all").search, titles))


def is_invitation(titles: Sequence[str]) -> bool:
    """Tell whether a page invites to a meeting or a course: when and where they come together is no reform.

    >>> is_invitation(["关于召开全县春耕工作会议的通知"])
    True
    """
    return any(_invites().search(_SPACE.sub("", title)) for title in _joined(titles))


@cache
def _invites() -> re.Pattern[str]:
    return re.compile(rf"关于(?:召开|举办|举行|参加|组织参加)[^，。；]{{2,50}}{_either('event')}的?(?:预备)?通知")


def title_cores(titles: Sequence[str], is_place: Callable[[str], bool], text: str) -> Iterator[str]:
    """Yield what the lines of a title name as the reform, without 建设 or 改革 behind it.

    The title of a notice that is broken over lines is read as one line too.

    Args:
        titles: the lines of a title.
        is_place: tells whether words are the name of a division, which is no part of the name.
        text: the page; what it calls a reform (X改革) is one, whatever the title says of it.
    """
    notices, headlines = _patterns()[:_OF_NOTICES], _patterns()[_OF_NOTICES:]
    for patterns, lines in ((notices, _joined(titles)), (headlines, titles)):
        for found in _matches(patterns, lines):
            core = _head().sub("", _ABOUT.sub("", found["core"]))
            core = _head().sub("", _without_divisions(_OF_PLACE.sub("", core), is_place))
            core = _without_verb(_BEHIND.sub("", _named_apart(core)).removesuffix("的"))
            plan = _PLAN.search(found.string, 0, found.end()) is not None and _AIMS.search(text) is not None
            if (
                (len(core) >= SHORTEST or is_short_name(core))
                and core.count("”") <= core.count("“")
                and _can_be_reform(core, headline=patterns is headlines)
                and (_speaks_of_reform(found) or f"{core}改革" in text or (plan and not _is_ordinary(found["core"])))
            ):
                yield core


def _without_verb(core: str) -> str:
    """推行河长制 is 河长制: a short name too stands without its verb."""
    verb = _verbs().match(core)
    return core[verb.end() :] if verb and is_short_name(core[verb.end() :]) else core


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(f"(?:{_either('manner')}|{_either('carries_out')})+")


def _named_apart(core: str) -> str:
    """“X行动”加快推进Y is “X行动”: what it is for stands behind it."""
    found = _quoted_apart().match(core)
    return found[0] if found else core


@cache
def _quoted_apart() -> re.Pattern[str]:
    purpose = _either("carries_out") + "|加快|促进|助力"
    return re.compile(rf"“[^“”]{{{SHORTEST},}}”(?=(?:活动|工作)?(?:{purpose}))")


def _is_ordinary(core: str) -> bool:
    return is_honour(core) or _cue("ordinary").search(core) is not None


def is_ordinary(titles: Sequence[str]) -> bool:
    """Tell whether the title of a page speaks of no reform: what it names in passing the page does not report on.

    >>> is_ordinary(["关于做好考务工作的通知"]), is_ordinary(["关于做好枢纽建设工作的通知"])
    (True, False)
    """
    notices = [found for title in _joined(titles) if (found := _notice().search(_SPACE.sub("", title)))]
    if any(found["kind"].endswith(_endings("policy")) for found in notices):
        return False
    titles = [title for title in titles if not title.endswith("：") and not _NUMBER_ONLY.fullmatch(title)]
    return bool(titles) and not any(map(_reforms().search, [found["core"] for found in notices] or titles))


@cache
def _reforms() -> re.Pattern[str]:
    return re.compile("|".join(map(_either, ("tries", "builds", "spread", "advances"))))


def heads_notice(titles: Sequence[str]) -> bool:
    """Tell whether the title of a page is that of a notice: what it is about stands in it."""
    return any(_notice().search(_SPACE.sub("", title)) for title in _joined(titles))


@cache
def _notice() -> re.Pattern[str]:
    kind = either("build_graph.extract", "policy_words", "kind")
    return re.compile(rf"关于(?P<core>[^。]{{2,60}}?)(?P<kind>{kind})$")


def _joined(titles: Sequence[str]) -> Iterable[str]:
    """The lines of a title, each alone, with the next one, and all together; a whole title (…方案（试行）) ends one."""
    together = [titles, *pairwise(titles)]
    open_ones = ("".join(lines) for lines in together if not any(map(_is_whole, lines[:-1])))
    return dict.fromkeys([*open_ones, *titles])


def _is_whole(title: str) -> bool:
    return _ends_with_kind().search(title) is not None


@cache
def _ends_with_kind() -> re.Pattern[str]:
    return re.compile(f"{either('build_graph.extract', 'policy_words', 'kind')}（[^（）]{{1,8}}）$")


def _speaks_of_reform(found: re.Match[str]) -> bool:
    """A title names a reform where it says that something is tried, built or spread; 做好X工作 alone is none.

    Rules (…管理办法) regulate what is there, unless they are about a reform or advance something (推进X的办法);
    opinions and strategies are policy.
    """
    said = {"verbs": "", "spreads": "", "kind": ""} | {name: each or "" for name, each in found.groupdict().items()}
    named = found.string[found.start("core") : found.end() - len(said["spreads"])]
    if is_honour(named):
        return False
    if _cue("tries").search(named):
        return True
    if _cue("ordinary").search(named):
        return False
    if _cue("spread").search(said["verbs"] + said["spreads"]):
        return True
    if _cue("rules").fullmatch(said["kind"]):
        return _cue("advances").search(said["verbs"]) is not None
    return (
        _cue("builds").search(expanded(named)) is not None
        or _cue("advances").search(said["spreads"]) is not None
        or said["kind"].endswith(_endings("policy"))
    )


def _either(kind: str) -> str:
    return either(__package__, "program_words", kind)


@cache
def _cue(kind: str) -> re.Pattern[str]:
    return re.compile(_either(kind))


def _endings(kind: str) -> tuple[str, ...]:
    return words(__package__, "program_words", kind)


def _matches(patterns: Iterable[re.Pattern[str]], lines: Iterable[str]) -> Iterator[re.Match[str]]:
    lines = [_SPACE.sub("", line) for line in lines]
    for pattern in patterns:
        for line in lines:
            yield from pattern.finditer(line)


def _can_be_reform(core: str, *, headline: bool) -> bool:
    """A meeting or a paper is no reform, and neither is the state of things that a headline reports (…整体提升)."""
    if core.endswith((*_of_title(), *words("build_graph.extract", "agency_words", "department"))):
        return False
    if core.startswith(("工作", *_endings("some"))) or core.endswith(_endings("event")):
        return False
    if headline and core.endswith(_endings("begins")):
        return False  # 甲省部署全面推行X: what X is stands behind the verb
    return not (headline and core.endswith(_endings("state")))


@cache
def _of_title() -> tuple[str, ...]:
    """创建县的公示: what the title is of."""
    return tuple("的" + kind for kind in words("build_graph.extract", "policy_words", "kind"))


def _without_divisions(core: str, is_place: Callable[[str], bool]) -> str:
    """某省农村养老服务 is 农村养老服务, a reform of that province; 甲市、乙市建设X is X, and so is 甲、乙X."""
    listed = _LISTED.match(core)
    if listed and all(_is_short(name, is_place) for name in listed["first"].split("、")[:-1]):
        rest = core[listed.end("first") :]
        last = next((rest[:end] for end in (3, 2) if _is_short(rest[:end], is_place)), "")
        return _without_divisions(rest.removeprefix(last), is_place)
    for end in range(_LONGEST_DIVISION, 1, -1):
        if len(core) - end >= SHORTEST and core[end - 1] in "省区市州盟县旗" and is_place(core[:end]):
            return _without_divisions(core[end:].lstrip("、和与及"), is_place)
    return core


def _is_short(name: str, is_place: Callable[[str], bool]) -> bool:
    """Tell whether a name among others is that of a place; 日照 alone is a word as well."""
    return is_place(name) or is_place(name + "市")


@cache
def _head() -> re.Pattern[str]:
    """What a title puts before the name of a reform: the plan, the year, the batch, a verb (“十四五”全面推进X)."""
    verbs = either(__package__, "program_words", "carries_out")
    manner = either(__package__, "program_words", "manner")
    prefix = either(__package__, "program_words", "prefix")
    return re.compile(
        rf"^(?:{prefix}|“?十.五”?(?:时期|期间)?|\d{{4}}年度?|{BATCH})*(?:{manner}|{verbs})*(?=.{{{SHORTEST},}})"
    )
