"""Declared counts: numbers that a document gives for what its program consists of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from build_graph.extract.counts import patterns
from build_graph.extract.counts.headings import counted_headings
from build_graph.extract.counts.names import said_once
from build_graph.extract.overlaps import touched
from build_graph.extract.units.about import about_programs
from build_graph.model import Comparator, DeclaredCount, Value
from build_graph.parse.numbers import range_of, value_of
from build_graph.parse.spans import Span
from build_graph.tables import either, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from build_graph.extract.programs import Programs
    from build_graph.parse.reading import Reading

_QUOTATION = re.compile(r"“[^”，。；]{1,30}”|《[^》]{0,100}》")
_EACH_BUILDS = re.compile(r"每(?:个|家|所|县|市|省)[^，。；]*(?:建|打造|培育|形成|开设|设立)")
_TOTALS = {"共", "共计", "合计", "总数", "总数达", "累计", "数量", "现有", "目前", "目前已"}
_STARTS = re.compile(
    r"^(?:[今去]?年|打造|建设(?!试点)|培育|创建|新建|新增|增设|形成|完成|获?批|确定|公布|遴选|选择|启动)+"
)
_WHOSE = re.compile(r"^其中|(?:共?有|共)$")
_AT_LEAST = re.compile(r"至少[^，]{0,6}$")
_BY_YEAR = re.compile(r"到\d{4}年[底末]?，$")
_FOR_EACH_PROVINCE = re.compile(r"每(?:个|一)?省[^，。]{0,8}$")
_UNIT = re.compile(
    r"(?:左右|以[上内])?(?P<unit>(?:试点|示范|先行)?(?:城市|地区|社区|街道|[省市县区乡镇村州旗]+))(?:（[^）]*）)?"
    r"(?:为(?P<of>[^，。]+))?"
)
"""What was counted, behind 个: 等个县为X, 遴选个左右示范城市."""
_PLACES = re.compile("(?:[省市县区旗州盟镇乡村）]|街道|城市|地区|单位|社区|学校|医院|企业)$")
_NAME = re.compile(r"[一二三四五六七八九十]家(?:镇|乡|村|街道)")
"""隆化县七家镇: nobody counts towns so; it is one with this name."""
_COUNTER = re.compile("[个家所项](?!人)")
_MARKS = re.compile(r"[，。；：]")
_REACH = 200  # code points of a clause that are looked at
_ONE = {"一", "1"}
_CLAUSE = 12  # code points before a number that may tell it to be a statistic


def counts(reading: Reading, programs: Programs) -> list[DeclaredCount]:
    """Return the declared counts of a document, with the number lost where its digits were lost."""
    if programs.main is None:
        return []
    about = about_programs([each for program in programs.found for each in (program.name, *program.aliases)])
    found: list[DeclaredCount] = []
    lost = reading.repaired.lost_digits
    for sentence in reading.sentences:
        counts_something = patterns.counted().search(reading.text, *sentence) is not None  # cheap, and most do not
        if not (counts_something or (lost and touched(lost, sentence))) or reading.in_profile(sentence):
            continue
        said = _Said(reading, sentence, programs, about)
        if counts_something:
            found += _changes(said)
            ways = (way for cue, way in _ways() if cue.search(reading.text, *sentence))
            found += _first_of_each([each for way in ways for each in way(said)])
        found += _lost(said)
    return said_once([*found, *_of_headings(reading, programs, about)])


@dataclass(frozen=True)
class _Said:
    """A sentence in which counts are looked for."""

    reading: Reading
    sentence: Span
    programs: Programs
    """Those of the document."""
    about: Callable[[str], bool]
    """Tells whether some words speak of one of the document's programs."""

    @cached_property
    def quoted(self) -> tuple[Span, ...]:
        """Its titles and quoted names."""
        return tuple(Span(*m.span()) for m in _QUOTATION.finditer(self.reading.text, *self.sentence))

    @cached_property
    def is_of_program(self) -> bool:
        """It speaks of a program or of a trial."""
        text = self.reading.slice(self.sentence)
        return "试点" in text or self.about(text)

    def program_of(self, span: Span) -> str | None:
        """Return the program that a count names itself (100个X试点城市), else the one that the sentence speaks of."""
        named = self.programs.named_in(span)
        return named[0] if named else self._program

    @cached_property
    def _program(self) -> str | None:
        return self.programs.at(self.sentence)

    def holds_quoted(self, span: Span) -> bool:
        """Tell whether a span touches a title or a quoted name."""
        return bool(touched(self.quoted, span))


def _of_headings(reading: Reading, programs: Programs, about: Callable[[str], bool]) -> Iterator[DeclaredCount]:
    for each in counted_headings(reading):
        said = _Said(reading, each.line, programs, about)
        yield _count(said, each.span, each.of, value_of(each.number), "=", "count-of-heading")


@cache
def _ways() -> tuple[tuple[re.Pattern[str], Callable[[_Said], Iterator[tuple[Span, DeclaredCount]]]], ...]:
    """The ways of reading a number, each with what a sentence holds in which it finds any; most sentences do not."""
    return (
        (patterns.component().cue, _plain),
        (patterns.chosen().cue, _chosen),
        (patterns.of_kind().cue, _of_kinds),
        (patterns.headline().cue, _headlines),
        (patterns.below().cue, _below),
        (patterns.ends_in_number(), _parts),
        (patterns.each().cue, _limits),
        (patterns.seats().cue, _seats),
        (patterns.selected().cue, _selected),
    )


def _first_of_each(found: list[tuple[Span, DeclaredCount]]) -> list[DeclaredCount]:
    """One count for each number: the first way of reading it."""
    taken: set[int] = set()
    kept = []
    for span, count in found:
        if taken.isdisjoint(range(*span)):
            taken.update(range(*span))
            kept.append(count)
    return kept


def _plain(said: _Said) -> Iterator[tuple[Span, DeclaredCount]]:
    reading = said.reading
    for m in _free(said, patterns.component()):
        span = Span(m.start("range") if m["range"] else m.start("number"), m.end())
        if (
            m["threshold"]
            or m["number"] in _ONE
            or _is_no_part(said, span.start)
            or _NAME.match(reading.text, span.start)
        ):
            continue
        if not _is_of_program(said, m):
            continue
        rule = "count-per-province" if _is_per_province(reading, span.start) else "count-of-component"
        where = m["where"] if m["where"] and reading.is_place(m["where"]) else ""
        of = where + (m["of"] or (m["units"] or "").removeprefix("个") or m["form"] or m["great"].removeprefix("大"))
        yield span, _count(said, span, of, _value(m), _comparator(m), rule)


def _is_of_program(said: _Said, found: re.Match[str]) -> bool:
    """Tell whether what is counted is a part of the program, and no other result or bound."""
    noun = found["of"] or ""
    clause = _clause_before(said, found.start())
    if _EACH_BUILDS.search(clause) or _AT_LEAST.search(clause):
        return False
    if found["institution"]:
        return _is_institution_of_program(said, found, clause)
    if not noun or found["place"] or "试点" in noun or said.about(noun) or _takes_part(said, found, clause):
        return True
    if found["loose"] and _carries().match(said.reading.text, found.end(), said.sentence.end):
        return True
    if found["loose"] or "以上" in {found["about"], found["behind"]}:
        return False
    return not _achieved().search(clause)


def _is_institution_of_program(said: _Said, found: re.Match[str], clause: str) -> bool:
    if found["of"].endswith(words(__package__, "count_words", "anybody")):
        return _runs().match(said.reading.text, found.end(), said.sentence.end) is not None
    behind = _clause_behind(said, found.end())
    return "试点" in clause + found["of"] + behind or said.about(found["of"] + behind)


def _clause_before(said: _Said, position: int) -> str:
    """The clause so far."""
    return _MARKS.split(said.reading.text[max(said.sentence.start, position - _REACH) : position])[-1]


def _clause_behind(said: _Said, position: int) -> str:
    """The rest of the clause."""
    return _MARKS.split(said.reading.text[position : min(said.sentence.end, position + _REACH)], maxsplit=1)[0]


def _takes_part(said: _Said, found: re.Match[str], clause: str) -> bool:
    return _joins().match(said.reading.text, found.end(), said.sentence.end) is not None or _is_reach(said, clause)


def _is_reach(said: _Said, clause: str) -> bool:
    """Tell whether a clause goes on to say where the trial itself, or the program, is."""
    return bool(_covers().search(clause) or (_reaches().search(clause) and said.about(clause)))


@cache
def _joins() -> re.Pattern[str]:
    """已有50家养老机构参与试点: what is counted takes part."""
    return re.compile(
        rf"(?:正式|主动|自愿|被|已)*{either(__package__, 'count_words', 'joins')}了?[^，。；]{{0,16}}试点"
    )


@cache
def _runs() -> re.Pattern[str]:
    """4家单位开展首批试点, 6家单位参加试点: whoever they are, they run the trial."""
    first = "(?:率先|先行|首批|同步|正式|主动|自愿|被|已)*"
    runs = either(__package__, "count_words", "runs")
    return re.compile(rf"{first}{runs}了?[^，。；]{{0,8}}试点(?!工作|情况|经验)")


@cache
def _reaches() -> re.Pattern[str]:
    """垃圾分类制度已覆盖39个街镇、299个社区."""
    return re.compile(rf"(?:已经?|现已|目前|累计|共|将){either(__package__, 'count_words', 'covers')}[^，。；]*$")


@cache
def _covers() -> re.Pattern[str]:
    """X试点已覆盖39个街镇、299个社区: where the trial itself is."""
    covers = either(__package__, "count_words", "covers")
    return re.compile(rf"试点(?:工作|范围)?(?:已经?|现已|目前|累计|共|将)*{covers}[^，。；]*$")


@cache
def _carries() -> re.Pattern[str]:
    """13个粮食主产省选择200个县, 公布127个特色小镇名单: what is said of places that the program has."""
    return re.compile(rf"(?:率先|先行|全面|组织|逐步|同步)*{either(__package__, 'count_words', 'carries')}|名单")


def _of_kinds(said: _Said) -> Iterator[tuple[Span, DeclaredCount]]:
    for m in _free(said, patterns.of_kind()):
        if said.about(m["of"]) and m["number"] not in _ONE:
            span = Span(*m.span())
            yield span, _count(said, span, m["of"], value_of(m["number"]), "=", "count-of-kinds")


def _chosen(said: _Said) -> Iterator[tuple[Span, DeclaredCount]]:
    for m in _free(said, patterns.chosen()):
        clause = _clause_before(said, m.start())
        if m["made"] and not (m["of"] and _makes().search(clause)):
            continue
        trial = said.about(m["of"] + m["as"]) or "试点" in m["as"] or (not (m["of"] and m["as"]) and said.is_of_program)
        if trial and m["number"] not in _ONE and not _is_no_part(said, m.start()):
            span = Span(m.start(), m.end("of"))
            comparator: Comparator = ">=" if m["more"] else "="
            of = m["of"] or _WHOSE.sub("", clause)[-_CLAUSE:] or "总数"
            yield span, _count(said, span, of, value_of(m["number"]), comparator, "count-of-chosen")


@cache
def _makes() -> re.Pattern[str]:
    return re.compile(either(__package__, "count_words", "makes"))


def _selected(said: _Said) -> Iterator[tuple[Span, DeclaredCount]]:
    """选择5个基础好的县开展试点, in a sentence on the program or its trial."""
    for m in _free(said, patterns.selected()) if said.is_of_program else ():
        span = Span(m.start("range") if m["range"] else m.start("number"), m.end())
        if m["supports"] and not (m["runs"] and _PLACES.search(m["of"])):
            continue  # 组织5个督导组开展督导
        if m["number"] not in _ONE and not m["threshold"] and not _is_no_part(said, span.start):
            yield span, _count(said, span, m["of"], _value(m), _comparator(m), "count-of-selected")


def _takes_seats(reading: Reading, position: int) -> bool:
    """甲省独占2席: a place takes them, and not the people of a committee."""
    return any(reading.is_place(reading.text[max(0, position - length) : position]) for length in range(2, 9))


def _seats(said: _Said) -> Iterator[tuple[Span, DeclaredCount]]:
    for m in _free(said, patterns.seats()):
        if not _takes_seats(said.reading, m.start()):
            continue
        span = Span(m.start("number"), m.end())
        yield span, _count(said, span, m["of"], value_of(m["number"]), "=", "count-of-seats")


def _below(said: _Said) -> Iterator[tuple[Span, DeclaredCount]]:
    for m in _free(said, patterns.below()):
        if not (said.is_of_program or patterns.lays_down().search(_clause_before(said, m.start()))):
            continue
        for number, of in (("upper", "of_upper"), ("number", "of")):
            span = Span(m.start(number), m.end(of))
            yield span, _count(said, span, m[of], value_of(m[number]), "=", "count-divided")


def _headlines(said: _Said) -> Iterator[tuple[Span, DeclaredCount]]:
    for m in _free(said, patterns.headline()):
        span = Span(*m.span())
        behind = _clause_behind(said, span.end)
        around = _clause_before(said, span.start) + behind
        if m["named"] is not None and not ("试点" in around or said.about(behind)):
            continue
        yield span, _count(said, span, m["of"], value_of(m["number"]), "=", "count-in-headline")


def _parts(said: _Said) -> Iterator[tuple[Span, DeclaredCount]]:
    for wording in (patterns.part(), patterns.batch()):
        for m in _free(said, wording):
            span = _from_noun(said.reading, _closed(said.reading, Span(*m.span())))
            if _is_due(said, span.start):
                continue
            of = said.reading.slice(Span(span.start, m.end("of")))
            clause = _clause_before(said, m.start("number"))
            of = "总数" if of in _TOTALS else of
            named = "试点" in clause or said.about(clause) or (wording is patterns.batch() and said.is_of_program)
            if (named or not _achieved().search(clause)) and not _is_no_part(said, span.start):
                value = value_of(m["number"] + (m["scale"] or ""))
                comparator: Comparator = ">=" if m["more"] or m["about"] == "以上" else "="
                yield Span(*m.span("number")), _count(said, span, of, value, comparator, "count-behind-noun")


@cache
def _stops() -> re.Pattern[str]:
    return re.compile(either(__package__, "count_words", "stop"))


def _from_noun(reading: Reading, span: Span) -> Span:
    """Leave out the rest of a word that no noun begins with: 建成|样板, not 成样板."""
    found = _stops().match(reading.text, max(0, span.start - 1), span.end)
    return Span(found.end(), span.end) if found and found.end() > span.start else span


def _closed(reading: Reading, span: Span) -> Span:
    """Take the bracket that closes one in a span: 东部地区（2个）."""
    opened = "（" in reading.slice(span) and reading.text[span.end : span.end + 1] == "）"
    return Span(span.start, span.end + 1) if opened else span


def _is_due(said: _Said, start: int) -> bool:
    """Tell whether a number is to be reached by a year (到2030年，样板扩大到100个): a goal."""
    before = said.reading.text[max(said.sentence.start, start - _CLAUSE) : start]
    return _BY_YEAR.search(before) is not None


def _limits(said: _Said) -> Iterator[tuple[Span, DeclaredCount]]:
    for m in _free(said, patterns.each()):
        value: Value = range_of(m["range"]) if m["range"] else value_of(m["number"])
        comparator: Comparator = "range" if m["range"] else "<=" if m["comparator"] or m["about"] == "以内" else "="
        span = Span(*m.span("range" if m["range"] else "number"))
        yield span, _count(said, Span(*m.span()), m["of"], value, comparator, "count-for-each")


def _free(said: _Said, wording: patterns.Wording) -> Iterator[re.Match[str]]:
    """Yield the counts in a sentence that touch no title, no quoted name and no name of a place (五家渠)."""
    for m in wording.said_in(said.reading.text, said.sentence):
        span = Span(*m.span("range" if m.groupdict().get("range") else "number"))
        if not said.holds_quoted(span) and not _in_name(said.reading, span):
            yield m


def _in_name(reading: Reading, span: Span) -> bool:
    """Tell whether a number in Chinese figures begins the name of a place: 五家渠市, 三门峡市."""
    heads = (reading.text[span.start : span.start + length] for length in range(3, 7))
    return any(reading.gazetteer.hits(head) or reading.gazetteer.short_hits(head) for head in heads)


@cache
def _statistics() -> re.Pattern[str]:
    return re.compile(
        r"(?<!、)" + either(__package__, "count_words", "statistic") + r"了?(?:近|约|超过|逾|全国|全省|全市)?$"
    )


@cache
def _achieved() -> re.Pattern[str]:
    return re.compile(either(__package__, "count_words", "achieved"))


@cache
def _again() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(__package__, 'count_words', 'again')}|(?<![目日当此以])[前头])$")


def _is_no_part(said: _Said, start: int) -> bool:
    """Tell whether a number is one of output or of the market (惠及3000个社区), or one said before (前两批)."""
    before = said.reading.text[max(said.sentence.start, start - _CLAUSE) : start]
    return bool((_statistics().search(before) and not _covers().search(before)) or _again().search(before))


def _is_per_province(reading: Reading, start: int) -> bool:
    """Tell whether a count that begins at ``start`` is one for each province: 每个省份选择2-3个."""
    return _FOR_EACH_PROVINCE.search(reading.text[max(0, start - 16) : start]) is not None


def _value(found: re.Match[str]) -> Value:
    return range_of(found["range"]) if found["range"] else value_of(found["number"] + (found["scale"] or ""))


def _comparator(found: re.Match[str]) -> Comparator:
    if found["range"]:
        return "range"
    if {found["about"], found["behind"]} & {"以上", "及以上"} or found["more"]:
        return ">="
    if found["about"] == "以内" or found["comparator"] in {"不超过", "不多于", "最多"}:
        return "<="
    return ">" if found["comparator"] in {"超过", "超", "逾"} else "="


def _changes(said: _Said) -> Iterator[DeclaredCount]:
    if not patterns.changes().search(said.reading.text, *said.sentence):
        return
    for m in patterns.changed().finditer(said.reading.text, *said.sentence):
        span = Span(m.start("old"), m.end())
        yield _count(said, span, m["of"], value_of(m["new"]), "=", "count-changed-to")
        of = f"{m['old_of']}的{m['of']}" if m["old_of"] else m["of"]
        yield _count(said, span, of, value_of(m["old"]), "=", "count-changed-from")


def _lost(said: _Said) -> Iterator[DeclaredCount]:
    """等个县, 等所学校, 共安排项任务: what was counted by a number that is lost."""
    for lost in touched(said.reading.repaired.lost_digits, said.sentence):
        span = Span(*lost)
        counter = _COUNTER.search(said.reading.text, *span)
        if counter is None:
            continue
        if counter[0] == "个":
            named = _UNIT.match(said.reading.text, counter.end(), said.sentence.end)
            of = (named["of"] or named["unit"]) if named else None
        else:
            part = _lost_part().match(said.reading.text, counter.end(), said.sentence.end)
            of = part[0] if part and said.is_of_program else None
        if of:
            yield _count(said, span, of, None, None, "count-lost")


@cache
def _lost_part() -> re.Pattern[str]:
    """The noun behind 项, 家 or 所."""
    part = "|".join(either(__package__, "count_words", kind) for kind in ("component", "institution"))
    return re.compile(rf"[一-鿿]{{0,8}}?(?:{part})")


def _count(said: _Said, span: Span, of: str, value: Value, comparator: Comparator | None, rule: str) -> DeclaredCount:
    return DeclaredCount(
        program=said.program_of(span),
        of=_STARTS.sub("", of) or of,
        value=value,
        comparator=comparator,
        passages=(said.reading.passage(span),),
        rule=rule,
    )
