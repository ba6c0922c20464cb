"""Bodies of the state in running text: national ones by table, local ones by their department."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from ahocorasick_rs import AhoCorasick

from build_graph.extract.alternatives import any_of
from build_graph.parse.spans import Span
from build_graph.places import Gazetteer
from build_graph.tables import either, table, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.places import Place

_JOIN = re.compile(r"(?:、|和|与|及|以及|会同|联合|\s+)?")
_DIVISION_ENDS = re.compile("[省市州盟县区旗]")
_REACH = 40  # code points from the beginning of the longest name of a body to its last word
_NAMES = range(8, 0, -1)  # code points of the name of a division, the word for its level left out
_LEVEL_WORD = {"province": "省", "city": "市", "county": "县"}
_LEVELS = ("自治区",)
"""Words for a level of several characters that may stand for the name of a division too: 自治区教育厅."""


class AgencyMention(NamedTuple):
    """A body where the text names it."""

    span: Span
    name: str
    """Its name as completed from the context: 省卫生健康委 on a page of Hebei is 河北省卫生健康委."""
    identity: str
    """The full name by which two forms are known to be one body."""


@cache
def _national() -> dict[str, str]:
    return {form: row["name"] for row in table(__package__, "agencies") for form in row["forms"].split(" ")}


@cache
def _letter() -> str:
    """A character of a name: none at which a word begins that no name of a body holds."""
    kinds = (words(__package__, "agency_words", kind) for kind in ("no_name", "asks"))
    return rf"(?:(?!{any_of(chain(*kinds))})[一-鿿])"


@cache
def _goes_on() -> str:
    """What follows the name of a body."""
    return "|".join(either(__package__, "agency_words", kind) for kind in ("goes_on", "asks"))


@cache
def _pattern() -> re.Pattern[str]:
    """A local body, known by its department or by its last word, or a national one, each perhaps with its office."""
    forms = any_of(_national())
    office = either(__package__, "agency_words", "office")
    provinces = "|".join(_provinces())
    division = rf"(?:(?:(?!国家|国务院){_letter()}){{2,14}}?(?:省|自治区|市|州|盟|县|区|旗)|{provinces})"
    level = "(?<![各个])(?:省|自治区|(?<![城都])市|县|(?<!治)区)"
    anywhere = rf"{'|'.join(place.name for place in Gazetteer.shipped().provinces())}|{level}"
    ends = rf"(?=[，。、：\s《]|{_goes_on()}|$)"
    council = either(__package__, "agency_words", "council")
    department = (
        rf"(?:{any_of(words(__package__, 'agency_words', 'department'))}|(?:{_letter()}|和){{2,12}}?(?:厅|局){ends}"
        rf"|(?:{_letter()}|和){{2,20}}?{council}(?={office}|{ends})"
        r"|委(?=[、和]?(?:省|自治区|市|州|盟|县|区|旗)(?:人民)?政府))"  # 区委、区政府
    )
    national = rf"(?:国务院|全国|国家|中央){_letter()}{{0,16}}?{council}(?={office}|{ends})"
    bureau = rf"{_letter()}{{2,9}}(?:司|局|分行|支行|办公室|领导小组|委员会){ends}"
    group = either(__package__, "agency_words", "group")
    told = any_of(chain(*(words(__package__, "agency_words", kind) for kind in ("nominal", "not_issuer", "through"))))
    letter = rf"(?:(?!国务院|全国|国家|中央){_letter()})"
    groups = rf"(?<![一-鿿])(?=[一-鿿]{{4,20}}?{group})(?!{told}){letter}{{4,20}}?{group}(?:{office}|{ends})"
    firsts = re.escape("".join(sorted({*"省自市县区国全中", *(form[0] for form in (*_national(), *_provinces()))})))
    begins = rf"(?:(?<![一-鿿])|(?=[{firsts}]))"  # cheap: at most positions of a text nothing begins
    return re.compile(
        rf"{begins}(?:(?P<council>{national}{office}?)"
        rf"|(?:中国)?(?P<national>{forms})(?P<office>{office}|{bureau})?"
        rf"|(?P<local>(?P<where>(?<![一-鿿]){division}|{anywhere}){department})(?P<own>{office})?|(?P<group>{groups}))"
    )


@cache
def _neighbour() -> re.Pattern[str]:
    """A body that no table knows, in a list with one that is known: 教育部、某某会部门局日前…."""
    last = r"(?:部|委员会|委|总局|局|署|办公室|办公厅|厅|办|会|银行|联合会|总工会|院|总社)"
    return re.compile(rf"(?:、| {{1,8}})(?P<name>{_letter()}{{1,18}}{last})(?=[、 \n]|和|等|{_goes_on()})")


def agency_mentions(text: str, span: Span, home: tuple[Place, ...] = ()) -> Iterator[AgencyMention]:
    """Yield the bodies that a stretch of text names.

    Args:
        text: clean text.
        span: where to look.
        home: the division that the page speaks for, from the province down; completes 省… and 县….
    """
    if not _holds_core(text, span):
        return  # most sentences
    end = span.start
    for found in _matches(text, span):
        if found.start() < end or _is_common(found["where"]):
            continue
        mention = _mention(found, home)
        division = _full_division(found["where"][_begins(found["where"]) :]) if found["local"] else ""
        yield mention
        end = mention.span.end
        while (beside := _neighbour().match(text, end, span.end)) and not _pattern().match(text, end + 1, span.end):
            name = _beside(division, beside["name"], home)
            yield AgencyMention(Span(*beside.span("name")), name, full_name(name))
            end = beside.end()


@cache
def label() -> re.Pattern[str]:
    """What the data of a page put before the name of the body that issued it: 发布单位：."""
    return re.compile(rf"{either(__package__, 'agency_words', 'label')}】?\s*[：:|]?\s*")


def agency_at(text: str, span: Span, home: tuple[Place, ...] = ()) -> AgencyMention | None:
    """Return the body with whose name a stretch of text begins, or None."""
    found = _pattern().match(text, *span)
    mention = _mention(found, home) if found else None
    return mention if mention and mention.span.start == span.start else None


def _matches(text: str, span: Span) -> Iterator[re.Match[str]]:
    """Yield the matches of the pattern; it is tried only near a word without which it matches nothing."""
    cores = _cores(text)
    position = span.start
    while (index := bisect_left(cores, position)) < len(cores) and cores[index] < span.end:
        found = _pattern().search(text, max(position, cores[index] - _REACH), span.end)
        if found is None:
            return
        yield found
        position = found.end()


def _holds_core(text: str, span: Span) -> bool:
    """Tell whether a word stands in a span without which no body is named."""
    cores = _cores(text)
    index = bisect_left(cores, span.start)
    return index < len(cores) and cores[index] < span.end


@lru_cache(maxsize=4)
def _cores(text: str) -> list[int]:
    """Where the words stand of which each name of a body holds one. The stories of a page are read one by one."""
    found = _core_words().find_matches_as_indexes(text, overlapping=True)
    return sorted({start for _, start, _ in found})


@cache
def _core_words() -> AhoCorasick:
    kinds = (words(__package__, "agency_words", kind) for kind in ("department", "council"))
    party = {f"委{next_one}" for next_one in "、和省市县区州盟旗"}  # 区委、区政府
    return AhoCorasick(sorted({"厅", "局", *party, *_national(), *chain(*kinds)}))


def _mention(found: re.Match[str], home: tuple[Place, ...]) -> AgencyMention:
    if found["council"] or found["group"]:
        return AgencyMention(Span(*found.span()), found[0], full_name(found[0]))
    if found["national"]:
        return AgencyMention(Span(*found.span()), found[0], _national()[found["national"]] + (found["office"] or ""))
    begins = _begins(found["where"])
    where = found["where"][begins:]
    start = found.start() + begins
    if len(where) == 1:
        start -= _before(found.string, start)
        where = found.string[start : found.start() + begins] + where
    name = _completed(found.string[start : found.end("local")], where, home) + (found["own"] or "")
    return AgencyMention(Span(start, found.end()), name, full_name(name))


def _before(text: str, position: int) -> int:
    """How long the words before one for a level are that name a division with it: 长垣 in 按照长垣市政府."""
    known = (length for length in _NAMES if Gazetteer.shipped().is_name(text[position - length : position + 1]))
    return next(known, 0)


@lru_cache(maxsize=1024)
def _begins(where: str) -> int:
    """Where the name of the division begins in the words before a department: 配合河北省教育厅, 配合省教育厅.

    What the gazetteer does not know is no division, unless it is a district: zones have bodies too (高新区管委会).
    """
    if where in _LEVELS:
        return 0
    known = (at for at in range(len(where) - 1) if Gazetteer.shipped().is_name(where[at:]))
    unknown = 0 if where.endswith("区") and not where.endswith("自治区") else len(where) - 1
    return next(known, unknown)


def _is_common(where: str | None) -> bool:
    """16个城市人民政府: cities in general, none of them by its name (聊城市人民政府)."""
    common = words(__package__, "agency_words", "common")
    return where is not None and where.endswith(common) and _begins(where) == len(where) - 1


def _beside(division: str, written: str, home: tuple[Place, ...]) -> str:
    """甲省乙厅、丙委: the second body is of the same division, which its name may say again (市乙局、市丙委).

    One of the party says it itself (中共甲市委丁部).
    """
    if written.startswith("中共") or _names_division(written):
        return written
    name = written if written.startswith(division) else division + written
    return _completed(name, division, home) if len(division) == 1 else name


def _names_division(written: str) -> bool:
    """Tell whether a name begins with that of a division: 松滋市委办公室, but not 市财政局."""
    heads = (written[: end.end()] for end in _DIVISION_ENDS.finditer(written, 2))
    return any(map(Gazetteer.shipped().is_name, heads))


def _full_division(written: str) -> str:
    """宁夏 before 教育厅 is 宁夏回族自治区."""
    return _provinces().get(written, written)


@cache
def _provinces() -> dict[str, str]:
    names = {place.key: place.name for place in Gazetteer.shipped().provinces()}
    return {row["short"]: names[row["code"]] for row in table("build_graph.places", "provinces")}


def _completed(written: str, where: str, home: tuple[Place, ...]) -> str:
    if len(where) > 1 and where not in _LEVELS:
        return _full_division(where) + written[len(where) :]
    called = next((place for place in reversed(home) if place.name.endswith(where)), None)
    called = called or next((place for place in home if _LEVEL_WORD.get(place.level) == where), None)
    return called.name + written[len(where) :] if called else written


def full_name(name: str) -> str:
    """Return the full name of a body, national or local: 河北省卫生健康委 is 河北省卫生健康委员会.

    >>> full_name("国家卫健委"), full_name("河北省卫生健康委")
    ('国家卫生健康委员会', '河北省卫生健康委员会')
    """
    if name in _national():
        return _national()[name]
    name = name.removeprefix("中共")
    for row in table(__package__, "departments"):
        if name.endswith(row["form"]):
            return name[: -len(row["form"])] + row["name"]
    return name


@cache
def _office() -> re.Pattern[str]:
    return re.compile(either(__package__, "agency_words", "office") + "$")


def is_national(name: str) -> bool:
    """Tell whether a body, or the body whose office it is, is one of the national ones.

    >>> is_national("教育部办公厅"), is_national("江西省教育厅")
    (True, False)
    """
    return name in _national() or _office().sub("", name) in _national()


def is_central(name: str) -> bool:
    """Tell whether a body is one whose general office is a body of its own (国务院办公厅)."""
    return name in words(__package__, "agency_words", "central")


def joined(text: str, mentions: list[AgencyMention]) -> list[list[AgencyMention]]:
    """Group bodies that are joined by 、 or 和 into lists: those that act together."""
    groups: list[list[AgencyMention]] = []
    for mention in mentions:
        between = text[groups[-1][-1].span.end : mention.span.start] if groups else ""
        if groups and _JOIN.fullmatch(between):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return groups
