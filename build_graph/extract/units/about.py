"""What stands around a series of names, and whether some words of it speak of the document's programs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, Implementation

from build_graph.extract.programs.naming import BATCH, expanded
from build_graph.extract.units.patterns import word
from build_graph.tables import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from build_graph.extract.units.series import Series

_SHORTEST_PIECE = 3  # code points of a name's part that tells its program from others
_SHORTEST_STEM = 4  # code points of a name without 试点 that tells its program (婚俗改革)
_TRIAL_AT_END = re.compile(r"(?:建设)?(?:综合)?试点$")
_GENERIC = re.compile(
    rf"(?>(?:国家级?|全国|[省市县区州]级?|省份|{BATCH}|试点|先行|示范|城市|地区|单位|乡镇|名单|范围|了|的|之一|行列|其中"
    r"|（[^）]{1,12}）)*)$"
)


@dataclass(frozen=True, slots=True)
class About:
    """Tells whether some words speak of the programs of a document.

    They do if they hold what a program is about (智慧校园), or if they name the kind of zone that it is and no other
    (首批试验区 for X试验区, but not Y试验区).
    """

    pieces: AhoCorasick
    """What the programs are about: looked for all at once, because a page may name thousands."""
    heads: tuple[str, ...]
    """The words for a zone with which names of the programs end (试验区)."""

    def __call__(self, text: str) -> bool:
        """Tell whether a text speaks of one of the programs."""
        text = expanded(text)
        return bool(self.pieces.find_matches_as_indexes(text)) or self.is_bare(text)

    def is_bare(self, text: str) -> bool:
        """Tell whether a text holds the word for the zone without what other zones would be named for."""
        return bool(self.heads) and _bare(self.heads).search(text) is not None


@lru_cache(maxsize=256)
def _bare(heads: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[^一-鿿]|{word('bare')})(?:{'|'.join(map(re.escape, heads))})")


@cache
def _common() -> re.Pattern[str]:
    """What names of programs have in common."""
    return re.compile("|".join(map(re.escape, words(__package__, "unit_words", "common"))))


@cache
def _zone_at_end() -> re.Pattern[str]:
    rest = r"(?:建设|创建|改革|工作|的?(?:批复|通知|公告|名单|方案|决定))*$"
    return re.compile(rf"{word('zone')}(?={rest})")


def about_programs(names: Iterable[str]) -> About:
    """Return a test whether some words speak of one of these programs: they hold what it is about."""
    return _about(tuple(names))


@lru_cache(maxsize=4)  # units and counts ask about the programs of one document
def _about(called: tuple[str, ...]) -> About:
    names = [expanded(name) for name in called]
    pieces = {piece for name in names for piece in _common().split(name) if len(piece) >= _SHORTEST_PIECE}
    stems = (_TRIAL_AT_END.sub("", name) for name in names)
    pieces |= {stem for stem in stems if len(stem) >= _SHORTEST_STEM}
    endings = (_zone_at_end().search(name) for name in names)
    heads = {found[0] for found in endings if found}
    for trial in ("示范", "试验"):  # 示范行动: what it makes are 示范镇
        if any(trial in name for name in names):
            heads |= {zone for zone in words(__package__, "unit_words", "zone") if zone.startswith(trial)}
    pieces -= set(words(__package__, "unit_words", "zone"))
    automaton = AhoCorasick(sorted(pieces), implementation=Implementation.NoncontiguousNFA)  # the fastest to build
    return About(automaton, tuple(sorted(heads)))


@dataclass(frozen=True, slots=True)
class Around:
    """A series in its sentence: the words before it in its clause, and those behind it."""

    left: str
    right: str
    """Up to the end of the sentence."""
    series: Series
    about: Callable[[str], bool]
    """Tells whether some words speak of one of the document's programs."""
    announced: bool = False
    """It stands under a heading that announces units (试点范围)."""
    before: str = ""
    """The end of the sentence before."""

    @property
    def is_several(self) -> bool:
        """More than one name, or names that call themselves a selection."""
        return len(self.series.elements) > 1 or bool(self.series.number)

    def is_trial(self, words_of: str) -> bool:
        """Tell whether words name the trial itself (试点) or a zone that one of the programs is."""
        return pilot().search(words_of) is not None or self.about(words_of)


@cache
def pilot() -> re.Pattern[str]:
    """Words that say that it is a trial."""
    return re.compile(word("pilot"))


@cache
def _not_object() -> re.Pattern[str]:
    return re.compile(word("not_object") + r"(?:了|等)?$")


@cache
def veto() -> re.Pattern[str]:
    """What is refused, withdrawn or applied for designates nothing."""
    return re.compile(word("veto"))


@cache
def proposed() -> re.Pattern[str]:
    """What is proposed and made public is a designation that is still to come (拟确定A为试点县)."""
    return re.compile(word("proposed"))


def is_event(words_of: str) -> bool:
    """Tell whether an object is a meeting or a visit that concerns the trial, and not the trial."""
    return _not_object().search(words_of.strip()) is not None


def is_generic(words_of: str) -> bool:
    """Tell whether an object says no more than that it is a designation (首批, 国家级示范县)."""
    return _GENERIC.match(words_of) is not None


def object_of(around: Around, found: re.Match[str] | None, *, generic: bool = False) -> str | None:
    """Return the object of a designation if it is the trial itself or its list, no meeting about it."""
    if found is None:
        return None
    of = found["of"]
    if is_event(of):
        return None
    return of if around.is_trial(of) or (generic and is_generic(of)) else None
