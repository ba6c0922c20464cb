"""What clauses tell without directing: what has been done, what something is, who was chosen, when something is.

Each of these can begin with a verb, as a task does.
"""

from __future__ import annotations

import re
from functools import cache

from build_graph.tables import either, words

_FRAME = re.compile(
    r"(?:基础上|前提下|情况下|过程中|条件下|背景下|之后|以后|之前|的同时)$|[近约达超]\d|\d(?:万|亿)?(?:亩|元|吨|人次|平方公里|公里|千米)$"
    r"|共有?\d+[个家]$|(?:名单|名录)（[^）]*）$|作出[^，]*的决定$"
)
"""What only frames the next clause, or reports a number."""
_DONE = re.compile("了(?<!为了)(?<!除了)(?!解)|已(?!有|[^，]{0,12}的)|先后|以来|年来")
_MARK = re.compile("[，。；]")
_AFTER = re.compile("[一-鿿]{2}[后过]的|[一-鿿]{4}[后过]$")
_COPULA = re.compile(r"[一-鿿]{2,8}(?:为|是)[\d一两二三四五六七八九十]|[^，]{2,12}分为")
_BREAKS_OFF = re.compile("(?:[的是]|(?<!行)(?<!作)为)$")
_IS = re.compile(r"(?<!特别)(?<!尤其)(?<!不论)(?<!无论)是(?![否非])")
_SUBJECT = 4  # code points of the shortest clause of which another one says what it is
_CONCEDES = re.compile("(?P<said>[一-鿿]{1,4})归(?P=said)")
"""争论归争论: what is conceded before something else is said."""
_MADE = re.compile("(?:确定|认定|遴选|命名|列)为")


@cache
def _cue(kind: str) -> re.Pattern[str]:
    return re.compile(either(__package__, "directive_words", kind))


def tells(clause: str) -> bool:
    """Tell whether a clause says how things are, or breaks off: it frames, reports, issues, designates or defines."""
    if _BREAKS_OFF.search(clause) or _COPULA.match(clause) or _FRAME.search(clause):
        return True
    if _CONCEDES.match(clause) or _names_scope().fullmatch(clause):
        return True
    return _issues().search(clause) is not None or _designates(clause) or _says_of(clause)


def is_done(clause: str) -> bool:
    """组建了专班: what follows in the sentence has been done as well, but not behind 在已有的基础上."""
    if _lays_down().search(clause):
        return False
    return _DONE.search(clause) is not None and _FRAME.search(clause) is None


@cache
def _lays_down() -> re.Pattern[str]:
    """部署了以下任务: what has been laid down is still to be done."""
    laid, told = (either(__package__, "directive_words", kind) for kind in ("lays_down", "laid_down"))
    return re.compile(f"{laid}了[^，。；：]{{0,16}}{told}$")


def looks_back(paragraph: str) -> bool:
    """推广节水技术后，农户增收; 发展灌区，甲市走在前列: a paragraph tells what has come of something."""
    first = _MARK.split(paragraph, maxsplit=1)[0]
    return bool(_AFTER.search(first) or reached().search(paragraph)) or tells(first) or is_done(paragraph)


@cache
def reached() -> re.Pattern[str]:
    """Return what says that something has been reached."""
    return re.compile(either(__package__, "task_words", "told"))


def is_frame(clause: str) -> bool:
    """Tell whether a clause only frames the next one: 在…的基础上, 在…之前."""
    return _FRAME.search(clause) is not None


@cache
def sets_in() -> re.Pattern[str]:
    """试点将全面启动: that something begins is no task."""
    adverb = either(__package__, "task_words", "adverb")
    return re.compile(rf"(?:{adverb}|正式|陆续)*(?:{either(__package__, 'directive_words', 'sets_in')})+")


def _says_of(clause: str) -> bool:
    """开展甲是加强乙的重要举措, 历程表明, 采用财政补贴方式: the clause says something of something else, or how."""
    if clause.endswith(words(__package__, "directive_words", "tells")) or _cue("good_for").search(clause):
        return True
    if clause.endswith(words(__package__, "directive_words", "rank")) and _IS.search(clause, _SUBJECT):
        return True
    by = words(__package__, "directive_words", "by")
    return clause.endswith(words(__package__, "directive_words", "means")) and clause.startswith(by)


@cache
def _names_scope() -> re.Pattern[str]:
    """聚焦纺织、造纸等9个高碳行业: what something is about, and not what is done."""
    about, field = (either(__package__, "directive_words", kind) for kind in ("about", "field"))
    return re.compile(rf"{about}[^，]{{4,60}}等(?:\d+|[两一-十])[个大类种][^，的]{{0,6}}{field}")


@cache
def _issues() -> re.Pattern[str]:
    """That a document is issued (某市政府出台《…》) is no task."""
    return re.compile(
        either("build_graph.extract", "policy_words", "issued") + "了?(?:《|(?:通知|意见|方案|办法|规划)$)"
    )


def _designates(clause: str) -> bool:
    """将甲市确定为试点城市: who takes part is no task."""
    return clause.endswith(words(__package__, "directive_words", "chosen")) and _MADE.search(clause) is not None
