"""How declared counts are written: 13项工作内容, 改革举措（共19项）, 样板4000个, 8省市, 首批71个."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from build_graph.extract.alternatives import any_of
from build_graph.extract.programs.naming import BATCH
from build_graph.parse.numbers import RANGE
from build_graph.tables import either, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.parse.spans import Span

_ABOUT = r"(?P<about>左右|上下|以上|以内|及以上)?"
_COUNTED = ("measure", "joined", "headline")
"""Kinds of words that stand right behind a number."""
_CN = "零〇一二两三四五六七八九十百千"
_FIGURE = r"(?<![\d.])\d{1,12}(?!\d)"
_CHINESE = rf"(?<![{_CN}])[{_CN}]{{1,8}}(?![{_CN}])"
_NUMBER = rf"(?:{_FIGURE}(?:\.\d{{1,6}})?|{_CHINESE})"


class Wording(NamedTuple):
    """How counts of one kind are written."""

    cue: re.Pattern[str]
    """What every such count holds and most sentences do not: it can be looked for fast."""
    whole: re.Pattern[str]

    def said_in(self, text: str, sentence: Span) -> Iterator[re.Match[str]]:
        """Return the counts in a sentence."""
        return self.whole.finditer(text, *sentence) if self.cue.search(text, *sentence) else iter(())


def _word(kind: str) -> str:
    return either(__package__, "count_words", kind)


def _first_characters(kind: str) -> str:
    return "".join(sorted({word[0] for word in words(__package__, "count_words", kind)}))


@cache
def _no_stop() -> str:
    """No word stands here that no noun goes over."""
    return rf"(?!{any_of(words(__package__, 'count_words', 'stop'))})"


def _amount() -> str:
    """A number with what bounds it: 近百, 超过30, 2-3, 1.2万, 60余."""
    return (
        rf"(?P<threshold>{_word('threshold')})?(?P<comparator>近|约|大约|超过|超|逾|不超过|不多于|最多)?"
        rf"(?:(?P<range>{RANGE})|(?<![数几上])(?P<number>{_NUMBER})(?P<scale>[万亿])?)(?P<more>余|多|几)?"
    )


@cache
def counted() -> re.Pattern[str]:
    """A number before the first character of what may be counted: each count holds one, most sentences do not."""
    counted = "".join(map(_first_characters, _COUNTED))
    return re.compile(rf"[\d{_CN}][万亿]?[余多几]?(?:[{counted}个大种类增扩调减]|座城|席[，。；、）])")


@cache
def ends_in_number() -> re.Pattern[str]:
    """What a number behind its noun (样板4000个) ends with: its clause."""
    return re.compile(rf"[\d{_CN}][万亿]?[余多]?[个项家条类种所处](?:左右|以上)?(?=[，。；：、）（—]|\s|$)")


def _component() -> str:
    """A measure word and a noun that ends in something a program consists of."""
    plain = rf"(?:{_no_stop()}[一-鿿]){{0,16}}"
    no_place = r"(?![一-鿿]?(?:级|域|内|场|民|医|卫|舰|帜|间))"
    place = rf"{_word('place_before')}*{_word('place')}(?:、{_word('place')}){{0,4}}{no_place}"
    bracket = r"(?:（[省市县区州盟旗镇乡地、自治直辖的]{1,12}）)?"
    two_words = (
        rf"(?=[一-鿿]{{2,18}}[和与]){plain}{_word('institution')}?(?<![省市县区州盟旗镇乡村])[和与](?![{_CN}\d]){plain}"
    )
    quoting = rf"(?=[一-鿿]{{1,16}}“){plain}“[^“”，。；]{{1,12}}”{plain}"
    counted = (
        rf"{_word('whole')}|(?:{plain}|{two_words}|{quoting}){_word('component')}"
        rf"|(?P<institution>{plain}{_word('institution')})|(?P<place>{place})|(?P<loose>{plain}{_word('place')})"
    )
    noun = rf"(?P<of>(?:{counted})(?!{_word('person')}|{_word('reason')}){bracket}|(?:国家|省|市|县)级(?=[、，和]))"
    form = rf"(?:种|类)(?P<form>{plain}{_word('form')})"
    great = rf"(?P<great>大{_word('great')})"
    units = rf"(?P<units>个?{_word('joined')}(?!{_word('reason')})(?:（[省市县区州盟旗地、自治直辖]{{1,9}}）)?)"
    measure = rf"(?:{_word('measure')}|座(?=城市(?![一-鿿]*[房园馆院站场])))"
    return rf"(?:{units}|{great}|{form}|{measure}{_ABOUT}(?:的)?“?{noun})"


@cache
def component() -> Wording:
    """A number of what a program consists of: 13项工作内容."""
    where = r"(?P<where>(?<![一-鿿、])[一-鿿]{2,8}?(?:省|自治区|市|县))?"
    return Wording(
        re.compile(rf"[\d{_CN}][万亿]?[余多几]?{_component()}"),
        re.compile(rf"{where}{_amount()}{_component()}(?P<behind>左右|以上)?"),
    )


@cache
def headline() -> Wording:
    """Units without a measure word before a verb: 8省将试点, 11城入选, A、B两地入选."""
    figures = "两三四五六七八九十"
    behind_names = "|".join(rf"(?<=[、和与][一-鿿]{{{length}}})" for length in (2, 3, 4))
    bare = rf"(?:(?<![一-鿿])|(?<=[等和在于省国到至有])|(?P<named>{behind_names}))[{figures}]{{1,4}}"
    units = rf"(?P<of>{_word('headline')})(?={_word('acts')}|[\d{figures}]+[市县区])"
    return Wording(
        re.compile(rf"[\d{figures}]{units}"),
        re.compile(rf"(?<![第年月\d])(?P<number>\d{{1,6}}(?!\d)|{bare}){units}"),
    )


@cache
def part() -> Wording:
    """A noun before its number: 样板4000个, 知识产权保护方面5项, 改革举措（共19项）, 城市8个."""
    head = rf"{_word('part')}(?:（[省市县区州盟旗镇乡、]{{1,9}}）)?"
    counted = (
        rf"(?:（|：)?(?:{_word('between')})*(?P<number>{_FIGURE}(?:\.\d+)?|{_CHINESE})(?P<scale>[万亿])?(?P<more>余|多)?"
        rf"(?:个|项|家|条|类|种|所|处)(?P<about>左右|以上)?(?=[，。；：、）（—]|\s|$)"
    )
    return Wording(re.compile(head + counted), re.compile(rf"(?P<of>(?:{_no_stop()}[一-鿿]){{0,14}}{head}){counted}"))


@cache
def below_heading() -> re.Pattern[str]:
    """The number in brackets at the end of a heading: 优化服务（4项）."""
    return re.compile(rf"（共?(?P<number>{_FIGURE}|{_CHINESE})[项条个]）$")


@cache
def group_head() -> re.Pattern[str]:
    """A division with the number of what stands below it: 甲省 3个, 甲省（共3个）."""
    return re.compile(
        rf"(?P<of>[一-鿿]{{2,10}}?)\s*（?共?(?P<counted>(?P<number>{_FIGURE}|{_CHINESE})[个家所])(?:县市区|[县市区镇])?）?"
    )


@cache
def each() -> Wording:
    """A limit for each province or county: 每省份推荐不超过6个."""
    whole = re.compile(
        rf"(?P<of>{_word('each')}[^，。；、\d]{{0,8}}?)(?P<comparator>不超过|不多于|至多|最多|限)?"
        rf"(?:(?P<range>{RANGE})|(?P<number>{_FIGURE}|{_CHINESE}))(?:个|家|项)(?P<about>左右|以内)?(?=[，。；、）]|$)"
    )
    return Wording(re.compile(_word("each")), whole)


@cache
def batch() -> Wording:
    """A number without a noun: 首批71个, 第二批15个, 目前达168个."""
    whole = re.compile(
        rf"(?P<of>{BATCH}|{_word('batch')})(?:{_word('between')})*"
        rf"(?P<number>{_FIGURE}|{_CHINESE})(?P<scale>[万亿])?(?P<more>余|多)?(?:个|家|项)(?P<about>左右)?(?=[，。；、）]|$)"
    )
    return Wording(re.compile("|".join(("首批", "第", *words(__package__, "count_words", "batch")))), whole)


_CHANGES = "(?:增加|扩大|扩展|增|调整|减少)(?:到|至|为)"


@cache
def changes() -> re.Pattern[str]:
    """What stands between two numbers of which one became the other."""
    return re.compile(_CHANGES)


@cache
def changed() -> re.Pattern[str]:
    """A number that changed: X的数量从原来的500个增加到567个."""
    return re.compile(
        rf"(?P<of>[一-鿿]{{2,20}}?)的?(?:数量|总数|数)?(?:从|由)(?P<old_of>[一-鿿]{{0,12}}?)的?(?P<old>{_NUMBER})个?"
        rf"{_CHANGES}了?(?:目前|现在|如今)?的?(?P<new>{_NUMBER})个?"
    )


@cache
def chosen() -> Wording:
    """A number of things that are chosen: 17个书香驿站入选, 2家在列, 认定14个单位为试点."""
    noun = rf"(?P<of>(?:{_no_stop()}[一-鿿]){{0,20}})"
    made = r"(?:(?<=单位)|(?<=村)|(?<=点))作?为"
    whole = re.compile(
        rf"(?<!第)(?P<number>{_FIGURE}|{_CHINESE})(?P<more>余|多)?(?:个|家|所|处){noun}(?:已|将|正式|成功|首批)*"
        rf"(?=(?:{_word('chosen')}|(?P<made>{made}))(?P<as>[^，。；]{{0,40}}))"
    )
    return Wording(re.compile(rf"{_word('chosen')}|位作?为|村作?为|点作?为"), whole)


@cache
def selected() -> Wording:
    """A number of what is selected, with its qualities: 选择5个基础好的县, 抽取13个省的25个重点镇.

    Of places alone it can also be said that they are supported, as what runs the trial: 支持5个县先行试点.
    """
    noun = rf"(?P<of>(?:{_no_stop()}[一-鿿]){{1,14}}?(?:（[省市县区州盟旗镇乡地、自治直辖的]{{1,12}}）)?)"
    qualities = r"(?P<qualities>[^，。；\d的]{2,24}的)?"
    runs = rf"作为|为(?!主)|先行|进行|实施|试点|参与|列为|纳入|{_word('carries')}"
    measure = rf"{_amount()}(?:个|家|所|座|处){_ABOUT}{qualities}"
    chosen = rf"(?:{_word('selects')}|(?P<supports>{_word('supports')}))了?[^，。；\d]{{0,14}}?|(?<=[省市县区]的)"
    whole = re.compile(rf"(?:{chosen}){measure}{noun}(?P<behind>)(?=(?P<runs>{runs})|，|。|；)")
    return Wording(re.compile(f"{_word('selects')}|{_word('supports')}"), whole)


@cache
def seats() -> Wording:
    """The seats that one region takes: 独占6席, 独占甲、乙2席."""
    whole = re.compile(
        rf"{_word('takes')}[^，。；\d]{{0,40}}?(?P<number>{_FIGURE}|{_CHINESE})(?P<of>席)(?=[，。；、）]|$)"
    )
    return Wording(re.compile("席"), whole)


@cache
def below() -> Wording:
    """A number that divides another further: 5类10项, 6个方面20条, 七章四十条."""
    whole = re.compile(
        rf"(?<!第)(?P<upper>{_FIGURE}|{_CHINESE})个?大?(?P<of_upper>{_word('upper')})(?:、|，)?(?:共|共计)?"
        rf"(?P<number>{_FIGURE}|{_CHINESE})(?P<of>[项条])(?=[，。；、）（]|\s|$)"
    )
    return Wording(re.compile(rf"[\d{_CN}][项条](?=[，。；、）（]|\s|$)"), whole)


@cache
def lays_down() -> re.Pattern[str]:
    """What somebody lays down may be divided: 明确了6个方面20条."""
    return re.compile(_word("lays_down"))


@cache
def of_kind() -> Wording:
    """A number of kinds of something: 三类可信数据空间."""
    noun = rf"(?P<of>(?:{_no_stop()}[一-鿿]){{2,14}})"
    whole = re.compile(rf"(?<!第)(?P<number>{_FIGURE}|{_CHINESE})(?:类|种|大类){noun}")
    return Wording(re.compile("[类种]"), whole)
