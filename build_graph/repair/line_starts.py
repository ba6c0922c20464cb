"""Where lines begin on a page that lost its line breaks and left nothing in their place, told by what stands there."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_graph.repair.page import SECTION_NUMBER
from build_graph.tables import either, table, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.repair.page import Line

_CHINESE = "一二三四五六七八九十"
_HEADING = re.compile(rf"(?<=[。！？]){SECTION_NUMBER}")
_SECOND_LEVEL = re.compile(rf"[。！？\n ][{_CHINESE}]{{1,3}}、[^，。；：（）\n]{{2,24}}()(?=（[{_CHINESE}]）)")
"""一、总体要求（一）指导思想。"""
_ITEM = re.compile(r"(?<=[。；：）一-鿿])\d{1,2}[.．](?=[一-鿿“])")
_CITY = re.compile(r"(?<=[县区市旗州：）])[一-鿿]{2,3}(?:市|州|地区|盟)：(?=[一-鿿])")
"""济南市：章丘区、平阴县青岛市：莱西市: a list of counties by their cities."""
_NAMES = re.compile(r"(?:名单|[：）])(?P<names>(?:[一-鿿]{1,5}?[县市区旗](?![县市区旗域场委政民级化])){5,})")
"""名单滑县永城市太康县…: names of a list with nothing between them."""
_SUM = re.compile(r"(?<=[县市区旗])(?:合计|总计|共计)(?=：?\d{1,4}个[县市区]?(?:[（ ]|$))")
"""库车县合计28个县: what is said below the last name of a list."""
_TABLE_HEAD = re.compile("序号(?<=[表单录]序号)(?=[一-鿿])")
"""…任务分工表序号重点任务牵头单位: the head of a table behind its title."""
_NAME_END = re.compile(r"[县市区旗](?![域场委政民级化])")
_TO_WHOM = re.compile(r"各[^。；：\n]{2,80}：(?=\S)")
_TOP = 150  # code points in which stand the title of a page and its data
_STAMP = re.compile(
    r"(?:(?<=[一-鿿）”])(?<![至到自从于])|(?<=[一-鿿）”] )(?<![至到自从于] ))20\d{2}-\d{2}-\d{2}(?! ?[至到~—－-])"
)
"""The day of a page, right behind its title."""
_CRUMB = re.compile(r"[>＞»] ?(?P<word>正文)(?=[一-鿿])")
"""首页>通知公告>正文 and the title."""
_AFTER_TITLE = re.compile(r"[一-鿿\d）”！？](?<![据从自由在与和])")
"""Behind what data stand, and no part of a sentence (据新华社)."""
_CLAUSE = re.compile("[，。；]")
"""What no title holds: behind it stand no data of the page."""
_FEWEST = 3  # lines of a list


def line_starts(text: str, line: Line) -> set[int]:
    """Return where lines begin inside of the one line of a page."""
    return {*_at_top(text, line), *_at_headings(text, line), *_in_lists(text, line), *_at_end(text, line)}


def _at_top(text: str, line: Line) -> Iterator[int]:
    """Behind a title and the number of its document, before the data of the page, behind whom it is addressed to."""
    title = _title().match(text, line.start, line.end)
    yield from _around_title(title)
    yield from _before_data(text, line)
    stamp = _STAMP.search(text, line.start, min(line.start + _TOP, line.end))
    if stamp and not _CLAUSE.search(text, line.start, stamp.start()):
        yield stamp.start()
    crumb = _CRUMB.search(text, line.start, min(line.start + _TOP, line.end))
    if crumb:
        yield from crumb.span("word")
    counter = _counter().search(text, line.start, min(line.start + _TOP, line.end))
    if counter:
        yield counter.end()
    addressed = _TO_WHOM.match(text, title.end() if title else line.start, line.end)
    if addressed:
        yield addressed.end()


@cache
def _counter() -> re.Pattern[str]:
    """浏览次数：381 and the first words of the text, or whom it is addressed to where the digits were lost."""
    return re.compile(rf"{either('build_graph.repair', 'titles', 'counter')} ?(?:(?:\d+次?|次)(?=[一-鿿])|(?=各))")


def _around_title(title: re.Match[str] | None) -> tuple[int, ...]:
    """Behind a title, and behind the number of its document."""
    return (title.end("title"), title.end()) if title else ()


@cache
def _title() -> re.Pattern[str]:
    document = either("build_graph.repair", "titles", "document")
    return re.compile(
        rf"(?P<title>[^，。；：]{{6,100}}?{document})(?:[一-鿿]{{2,10}}〔\d{{4}}〕\d{{1,4}}号(?=\S)"
        rf"|(?=各[^。；：]{{2,80}}：|{either('build_graph.repair', 'titles', 'opens')}[^，。；：]{{4,}}))"
    )


def _before_data(text: str, line: Line) -> Iterator[int]:
    """Before what begins the data of a page or its text, right behind a title: 来源：, 发布时间：, 新华社."""
    known = words("build_graph.repair", "titles", "data")
    for found in _data().finditer(text, line.start, min(line.start + _TOP, line.end)):
        longest = max(len(word) for word in known if text.endswith(word, line.start, found.end()))
        start = found.end() - longest  # 发布时间：, not 时间：
        if (
            start > line.start
            and _AFTER_TITLE.match(text[line.start : start].rstrip(" ")[-1:])
            and not _CLAUSE.search(text, line.start, start)
        ):
            yield start


@cache
def _data() -> re.Pattern[str]:
    return re.compile(either("build_graph.repair", "titles", "data"))


def _at_headings(text: str, line: Line) -> Iterator[int]:
    """Before 一、 and （一） at the ends of sentences, before 1. among them, and behind what they head."""
    found = [heading.start() for heading in _HEADING.finditer(text, line.start, line.end)]
    if len(found) > 1:
        yield from found
        yield from (inner.start(1) for inner in _SECOND_LEVEL.finditer(text, line.start, line.end))
        yield from (label.end() for label in _headed().finditer(text, line.start, line.end))
        yield from (item.start() for item in _ITEM.finditer(text, line.start, line.end))


def _in_lists(text: str, line: Line) -> Iterator[int]:
    """Before the provinces or cities that head the lines of a list and before its sum, behind each name of several."""
    yield from (head.start() for head in _TABLE_HEAD.finditer(text, line.start, line.end))
    yield from (total.start() for total in _SUM.finditer(text, line.start, line.end))
    for heads in (_province(), _CITY):
        starts = [head.start() for head in heads.finditer(text, line.start, line.end)]
        yield from starts if len(starts) >= _FEWEST else ()
    for names in _NAMES.finditer(text, line.start, line.end):
        yield names.start("names")
        yield from (end.end() for end in _NAME_END.finditer(text, *names.span("names")))


@cache
def _province() -> re.Pattern[str]:
    """河北：石家庄市、唐山市山西：太原市: a list by provinces; they may also be the first cells of rows."""
    shorts = "|".join(row["short"] for row in table("build_graph.places", "provinces"))
    return re.compile(rf"(?<=[一-鿿：）])(?:{shorts})(?:省|市|[一-鿿]{{0,4}}自治区)?(?:：(?=[一-鿿])|\t)")


@cache
def _headed() -> re.Pattern[str]:
    """一、工作目标到…: words that are nothing but headings, with the sentence behind them."""
    heading = either("build_graph.repair", "titles", "heading")
    return re.compile(rf"(?<=[。！？\n）]){SECTION_NUMBER}{heading}(?=[一-鿿\d“《])(?![的和与及为是])")


def _at_end(text: str, line: Line) -> Iterator[int]:
    """Around what closes a document: 特此通知, 附件, who signs it (a title may follow), the foot of a page."""
    for found in _closes().finditer(text, line.start, line.end):
        yield from found.span()
    sentences_end = text.rfind("。", line.start, line.end)
    if sentences_end >= 0:
        yield from (label.start() for label in _foot().finditer(text, sentences_end, line.end))
        yield from _around_related(text, line, sentences_end)
    for signed in _signed().finditer(text, line.start, line.end):
        yield from signed.span()
        yield from _around_title(_title().match(text, signed.end(), line.end))


@cache
def _closes() -> re.Pattern[str]:
    """Behind a sentence 特此通知。 or 附件：."""
    closes = either("build_graph.repair", "titles", "closes")
    return re.compile(rf"(?<=。){closes}。|(?<=。)(?=附件\d{{0,2}}：)")


@cache
def _foot() -> re.Pattern[str]:
    """上一篇：, 责任编辑：: what stands below a text."""
    return re.compile(either("build_graph.repair", "titles", "foot"))


def _around_related(text: str, line: Line, sentences_end: int) -> Iterator[int]:
    """Around what heads a list of other articles, behind the text; before that only where a gap parts it from them."""
    first = text.find("。", line.start, line.end)
    for label in _related().finditer(text, first, line.end):
        if label.start() > sentences_end or label["parted"]:
            yield from label.span("label")


@cache
def _related() -> re.Pattern[str]:
    """【关闭】相关推荐： ..., ？猜你喜欢...: behind the end of something."""
    related = either("build_graph.repair", "titles", "related")
    return re.compile(rf"(?<=[ 。！？）】”])(?P<label>{related}(?P<parted>： ?| )?)")


@cache
def _signed() -> re.Pattern[str]:
    """Behind a sentence the body that signs, and the date: 甲省水利厅2024年5月6日."""
    body = either("build_graph.repair", "titles", "body")
    return re.compile(rf"(?<=。)[一-鿿 ]{{2,60}}?{body}(?:\d{{4}}年\d{{1,2}}月\d{{1,2}}|年月)日")
