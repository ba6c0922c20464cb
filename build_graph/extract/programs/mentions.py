"""Where a text names programs: before 试点, before the word for a zone, or by what its title says is reformed."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from build_graph.extract.programs.bounds import name_start
from build_graph.extract.programs.naming import BATCH, SHORTEST, is_honour, is_short_name, unique
from build_graph.extract.programs.titles import title_cores
from build_graph.parse.spans import Span
from build_graph.tables import either, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from build_graph.parse.lines import Line
    from build_graph.parse.reading import Reading

_MOST_TITLES = 150  # lines that name a page, and documents that it reports, whose names are looked for in the text
REACH = 40
"""Code points around a name among which stands what is said of it."""
_SPACE = re.compile(r"\s")
_MARKS = re.compile(r"[。；\n]")
_OF_BATCH = re.compile(f"{BATCH}(?:全国|国家级?|全省|省级|市级)?$")
_BATCH_AT_END = re.compile(rf"{BATCH}\Z")
_RUN = re.compile(r"[\w“”+]+\Z")
_SUFFIX = re.compile(r"(?P<head>试点)(?!实行|推行)(?P<suffix>省份?|县|市|区域?|城市|地区|单位|项目)?")
_APART = re.compile(
    r"在(?:全国|全省|全市)?\d+[个家所](?P<who>[一-鿿]{3,10}?)中?开展(?P<what>(?:综合)?改革试点|建设试点)"
)
_ISSUED = re.compile(
    r"(?:印发|转发|发布|出台|下发|公布|制定|制订|推出|通过|批准|批复|现将)[^《。]{0,40}《(?P<title>[^《》\n]{4,90})》"
    r"|《(?P<out>[^《》\n]{4,90})》(?:已|业|近日|日前|今日|今天|正式)*(?:印发|发布|出台|公布|经[^，。》]{2,20}同意，现(?:予以)?印发)"
)
_BASIS = re.compile(
    r"(?:根据|按照|依据)[^《。；]{0,30}《(?P<title>关于(?:组织)?(?:开展|申报|遴选)[^《》\n]{4,60}通知)》"
)
_DEMONSTRATION = re.compile(r"(?P<head>示范(?:行动|工程)?)(?P<suffix>省份?|县|市|区域?|城市|地区|单位|项目|乡镇|村)?")
_LISTED = re.compile(r"(?P<head>城市|社区|园区|街区|县城|乡镇|县|镇|乡|村)(?P<suffix>$^)?(?=名单)")
"""第三批X城市名单: places that are chosen to become what the reform makes of them."""
_SHORTEST_LISTED = 4  # code points: 海绵城市
_LEAST_SHOWN = 6  # code points of what is demonstrated; shorter ones are honours (文明示范村)


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a program is named."""

    name: str
    span: Span
    suffix: str = ""
    """省 in 试点省, 城市 in 试点城市."""


def in_title(reading: Reading, span: Span) -> bool:
    """Tell whether a span lies in a line that names the page."""
    first = bisect_right(reading.titles, span.start, key=lambda line: line.span.end)
    return first < len(reading.titles) and reading.titles[first].span.overlaps(span)


def pilot_mentions(reading: Reading) -> Iterator[Mention]:
    """Yield the places where a pilot is named: X试点, X试点县.

    A short name (房产税试点) counts where no longer one stands, or only the place of a longer one is left out.
    """
    named = names_before(reading, _SUFFIX, lambda modifier, _: names_something(modifier) or is_short_name(modifier))
    found = [
        each
        for each in named
        if not (_is_won(reading, each) or reading.is_place(_modifier(each)) or _says_where(reading, each))
    ]
    longer = {each.name for each in found if not is_short_name(_modifier(each))}
    for mention in found:
        if not longer or mention.name in longer or _is_led_by_place(reading, mention.name, longer):
            yield mention


def _says_where(reading: Reading, mention: Mention) -> bool:
    """某公司在沿江铁路试点预约购票: a line on which something is tried, no name."""
    modifier = _modifier(mention)
    return (
        modifier.endswith(words(__package__, "program_words", "site"))
        and reading.text[mention.span.start - 1 : mention.span.start] in ("在", "于")
        and _tried_there().match(reading.text, mention.span.end) is not None
    )


@cache
def _tried_there() -> re.Pattern[str]:
    """What is tried, right behind the verb 试点; behind the noun stand other words (试点工作, 试点的)."""
    return re.compile("(?!工作|期|的|中|等|和|与|及)[一-鿿]{2}")


def _modifier(mention: Mention) -> str:
    return mention.name.removesuffix("试点")


def _is_led_by_place(reading: Reading, name: str, longer: set[str]) -> bool:
    return any(reading.is_place(other.removesuffix(name)) for other in longer if other.endswith(name))


def _is_won(reading: Reading, mention: Mention) -> bool:
    """Tell whether a name is one of the titles that a place boasts of: 荣获“X试点县”等称号."""
    text, span = reading.text, mention.span
    before = _MARKS.split(text[max(0, span.start - 2 * REACH) : span.start])[-1]
    after = _MARKS.split(text[span.end : span.end + 2 * REACH], maxsplit=1)[0]
    quoted = "“" in before and "”" in after
    return quoted and _cue("won").search(before) is not None and _cue("title").search(after) is not None


def _either(kind: str) -> str:
    return either(__package__, "program_words", kind)


@cache
def _cue(kind: str) -> re.Pattern[str]:
    return re.compile(_either(kind))


def composed_mentions(reading: Reading) -> Iterator[Mention]:
    """Yield the places where a pilot is named apart: 在100家公立医院开展改革试点 is 公立医院改革试点."""
    for found in _APART.finditer(reading.text):
        span = Span(found.start("who"), found.end())
        if _can_be_read(reading, span):
            yield Mention(found["who"] + found["what"], span)


def tried_mentions(reading: Reading) -> Iterator[Mention]:
    """Yield the places where something is named that is tried out in places: X制度已在甲县、乙县试行."""
    if "试行" in reading.text:
        yield from _before(reading, _tried_somewhere())


@cache
def _tried_somewhere() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<head>{_either('tried_out')})(?P<suffix>$^)?(?=(?:已经?|将|正|目前|现|率先|先)*在[^，。；《》]{{2,40}}?试行)"
    )


def zone_mentions(reading: Reading) -> Iterator[Mention]:
    """Yield the places where a zone of a reform is named that a title of the page names too: X试验区, X示范区."""
    found = _zones(reading)
    if any(in_title(reading, mention.span) for mention in found):
        yield from found


def headed_zone_mentions(reading: Reading, pilots: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the places of zones that head sections beside those of pilots: 1. X试验区, 2. Y试点."""
    levels = {line.level for mention in pilots if (line := _headed_by(reading, mention))}
    zones = _zones(reading) if levels else []
    names = {zone.name for zone in zones if (line := _headed_by(reading, zone)) and line.level in levels}
    for zone in zones:
        name = next(filter(zone.name.endswith, names), None)  # 甲省乙市X试验区
        if name:
            yield Mention(name, Span(zone.span.end - len(name), zone.span.end))


def _headed_by(reading: Reading, mention: Mention) -> Line | None:
    """The heading of a section that ends with a name, None if none does."""
    line = reading.line_at(mention.span.start)
    ends = line is not None and line.level is not None and line.content.end == mention.span.end
    return line if ends else None


def won_zone_mentions(reading: Reading) -> Iterator[Mention]:
    """Yield the places where a zone is named for which the text says places are chosen: 跻身X先行区, 第三批X区名单."""
    for found in (_zones(reading), _listed(reading)):
        if any(_is_won_by_places(reading, mention) for mention in found):
            yield from found
            return


def _is_won_by_places(reading: Reading, mention: Mention) -> bool:
    before = reading.text[max(0, mention.span.start - REACH) : mention.span.start]
    is_listed = reading.text.startswith("名单", mention.span.end) and _OF_BATCH.search(before)
    return bool(is_listed) or _chosen_for().search(before) is not None


@cache
def _chosen_for() -> re.Pattern[str]:
    return re.compile(rf"{_either('chosen_for')}[^，。；\n]{{0,8}}$")


def _zones(reading: Reading) -> list[Mention]:
    return [each for each in _before(reading, _zone()) if not is_honour(each.name)]


def _listed(reading: Reading) -> list[Mention]:
    """Kinds of places that lists are of: what a reform makes of them, no plight that befalls them."""
    named = (each for each in _before(reading, _LISTED) if len(each.name) >= _SHORTEST_LISTED)
    return [each for each in named if not is_honour(each.name) and _cue("plight").search(each.name) is None]


@cache
def _zone() -> re.Pattern[str]:
    return re.compile(rf"(?P<head>{either(__package__, 'program_words', 'zone')})(?P<suffix>$^)?")


def demonstration_mentions(reading: Reading) -> Iterator[Mention]:
    """Yield the places where a demonstration is named as something that is run: X示范工作, X示范县名单, 列为X示范县.

    An honour (…文明示范县) is none.
    """
    found = list(_before(reading, _DEMONSTRATION))
    named = [each for each in found if len(each.name) >= _LEAST_SHOWN + len("示范") and not is_honour(each.name)]
    if any(_is_run(reading, mention) for mention in named):
        yield from named


def _is_run(reading: Reading, mention: Mention) -> bool:
    """Tell whether the words around a name say that somebody runs it or is chosen for it."""
    before = reading.text[max(0, mention.span.start - REACH) : mention.span.start]
    after = reading.text[mention.span.end + len(mention.suffix) : mention.span.end + REACH]
    return _starts().search(before) is not None or _cue("run").match(after) is not None


@cache
def _starts() -> re.Pattern[str]:
    return re.compile(f"{either(__package__, 'program_words', 'starts')}[^，。；\\n]{{0,8}}$")


def _before(reading: Reading, head: re.Pattern[str]) -> Iterator[Mention]:
    """Yield the names that end with a word for a trial or a zone."""
    return names_before(reading, head, lambda modifier, _: names_something(modifier))


def names_before(reading: Reading, head: re.Pattern[str], is_name: Callable[[str, str], bool]) -> Iterator[Mention]:
    """Yield the names that end with a word, each from the word that bounds it on the left, and without its batch.

    Args:
        reading: the reading.
        head: finds the word, as group ``head``, and what it is called further, as group ``suffix``.
        is_name: tells whether the words before that word name something.
    """
    for found in head.finditer(reading.text):
        left = max(0, found.start() - REACH)
        batch = _BATCH_AT_END.search(reading.text, left, found.start())
        end = batch.start() if batch else found.start()  # X第一批试点城市 are of X试点
        run = _RUN.search(reading.text, left, end)
        if run is None:
            continue
        start = name_start(reading, run[0], run.start())
        span = _quoted(reading.text, Span(start, found.end("head")))
        if is_name(reading.text[start:end], found["head"]) and _can_be_read(reading, span):
            name = reading.slice(span) if batch is None else reading.text[start:end] + found["head"]
            yield Mention(name, span, found["suffix"] or "")


def _quoted(text: str, span: Span) -> Span:
    """A name keeps both of its quotation marks or none: “X行动”, X试点; what is quoted before it is no part of it."""
    if text[span.start : span.start + 1] == "”":
        return Span(span.start + 1, span.end)
    if text[span.start : span.start + 1] != "“" or "”" in text[span.start : span.end]:
        return span
    closes = text[span.end : span.end + 1] == "”"
    return Span(span.start, span.end + 1) if closes else Span(span.start + 1, span.end)


def _can_be_read(reading: Reading, span: Span) -> bool:
    return reading.readable(span) and not reading.in_profile(span)


def names_something(modifier: str) -> bool:
    """Tell whether words before 试点 name a program; 省级 or 综合改革 alone name none.

    >>> names_something("智慧校园"), names_something("培育省级"), names_something("智慧校园建设省级")
    (True, False, True)
    """
    if "试点" in modifier or modifier.endswith(words(__package__, "program_words", "no_end")):
        return False
    tier = next((tier for tier in words(__package__, "program_words", "tier") if modifier.endswith(tier)), None)
    if tier is not None:
        return _reform_of().fullmatch(modifier.removesuffix(tier)) is not None
    return len(modifier) >= SHORTEST and modifier not in words(__package__, "program_words", "generic")


@cache
def _reform_of() -> re.Pattern[str]:
    return re.compile(f".{{2,}}{either(__package__, 'program_words', 'reform')}")


def reform_mentions(reading: Reading) -> Iterator[Mention]:
    """Yield the places where the reform is named that the title of the page speaks of, or of a document it reports.

    Of several readings of a title, the first one whose words the text carries on is the name.
    """
    issued = [title["title"] or title["out"] for title in islice(_ISSUED.finditer(reading.text), _MOST_TITLES)]
    titles = [line.text for line in reading.titles[:_MOST_TITLES]]
    yield from _of_titles(reading, (titles, issued))


def basis_mentions(reading: Reading) -> Iterator[Mention]:
    """Yield the places where the reform is named whose units a page names: 根据《关于开展X建设的通知》，公布名单."""
    if _cue("result").search(reading.text):
        found = [title["title"] for title in islice(_BASIS.finditer(reading.text), _MOST_TITLES)]
        yield from _of_titles(reading, (found,))


def _of_titles(reading: Reading, groups: Iterable[Sequence[str]]) -> Iterator[Mention]:
    cores = (core for titles in groups for core in title_cores(titles, reading.is_place, reading.text))
    for core in unique(cores):
        bare = core.endswith("试点") and not names_something(core.removesuffix("试点"))
        found = [] if bare else list(_of_core(reading, core))
        if found:
            yield from found
            return


def mentions_of(reading: Reading, name: str) -> Iterator[Mention]:
    """Yield the places where a name stands."""
    for span in standing(reading.text, name):
        yield Mention(name, span)


def standing(text: str, name: str) -> Iterator[Span]:
    """Yield where a name stands in a text."""
    start = text.find(name)
    while start >= 0:
        yield Span(start, start + len(name))
        start = text.find(name, start + len(name))


def _of_core(reading: Reading, core: str) -> Iterator[Mention]:
    spans = _broken(reading.text, core) if _may_be_broken(reading.text, core) else list(standing(reading.text, core))
    ends = [_cue("reform").match(reading.text, span.end) for span in spans]
    full = [Span(span.start, end.end()) for span, end in zip(spans, ends, strict=True) if end]
    for span in full or spans:
        if reading.readable(span):
            yield Mention(_SPACE.sub("", reading.slice(span)), span)


def _may_be_broken(text: str, core: str) -> bool:
    """Tell whether a name may stand in pieces too, as in a title that is broken over lines, or closes its quotation."""
    return _is_open(core) or _without_space(text).count(core) > text.count(core)


def _is_open(core: str) -> bool:
    return core.count("“") > core.count("”")


@lru_cache(maxsize=4)
def _without_space(text: str) -> str:
    """The text without white space, made once a story."""
    return _SPACE.sub("", text)


def _broken(text: str, core: str) -> list[Span]:
    pattern = r"\s?".join(map(re.escape, core)) + ("[^”\\n]{0,8}”" if _is_open(core) else "")
    return [Span(*hit.span()) for hit in re.finditer(pattern, text)]
