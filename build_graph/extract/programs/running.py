"""The reform that running text reports on, where neither 试点 nor a title names it.

What is reformed, built or set up is named before a word for it (X改革, “X”建设, X试验区, X行动). The text reports on
the name that it leads with or comes back to, if a body of the state has a hand in it; a name in passing is none.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from build_graph.extract.agencies import agency_mentions
from build_graph.extract.programs.mentions import Mention, in_title, names_before
from build_graph.extract.programs.naming import expanded, is_honour, program_key
from build_graph.parse.spans import Span
from build_graph.tables import either, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.parse.reading import Reading

_LEAST = 3
"""The weight of a name that the text reports on: led by a verb in the lead and said once more, for example."""
_SHORTEST = {"改革": 2}
"""Code points before a word for a reform that name one; before others it takes more."""
_SHORTEST_OTHERWISE = 4
_SET_UP = re.compile(r".{0,20}?(?:建设|设立|创建|打造|建立)(?=[^建设创打]{4,40}(?:区|城市|县|园区|基地)$)")
"""在部分省建设X试验区: what is set up begins behind the verb."""
_OFFICE = re.compile("“?[河湖林田路街山]长制”?")
"""A reform that is named after the office that it founds."""
_SLOGAN = re.compile("“[一-鿿]{2,5}革命”")
"""A reform that is called a revolution: “厕所革命”."""
_BESIDE = re.compile("[^“”]*“[^“”]*”[和与及](?=“[^“”]*”[^“”]*$)")
"""随着“X”与“Y”工程: what stands before the name that is called so."""
_QUOTED = re.compile(r"“[一-鿿]{3,8}”")
_AGAIN = 4  # times that a name in quotation marks alone is said where it is that of a reform
_LISTED = re.compile("(?:项目|试点)?(?:地区|城市|县|单位|区域)名单")
"""X行动项目地区名单: the places that take part in it."""
_LED = 12  # code points before a name among which stands what is done with it


@dataclass(frozen=True, slots=True)
class _Candidate:
    mention: Mention
    weight: int


def running_mentions(reading: Reading) -> Iterator[Mention]:
    """Yield the places where running text names the reform that it reports on."""
    if not speaks_of_state(reading):
        return
    groups: dict[str, list[_Candidate]] = {}
    lead = next((sentence for sentence in reading.sentences if not in_title(reading, sentence)), None)
    for mention in _named(reading):
        candidate = _Candidate(mention, _weight(reading, mention, lead))
        groups.setdefault(program_key(mention.name), []).append(candidate)
    inside = _said_inside(groups) + _said_alone(reading, groups)
    weights = {key: sum(each.weight for each in group) + inside[key] for key, group in groups.items()}
    best = max(weights, key=lambda key: (weights[key], len(groups[key])), default=None)
    if best is not None and weights[best] >= _LEAST and any(each.weight > 1 for each in groups[best]):
        yield from (each.mention for each in groups[best])
    else:
        yield from _called(reading)


def _called(reading: Reading) -> Iterator[Mention]:
    """Yield the places of a name in quotation marks that is said again and again of what is carried out: “以旧换新”."""
    said: dict[str, list[Mention]] = {}
    for hit in _QUOTED.finditer(reading.text):
        said.setdefault(hit[0], []).append(Mention(hit[0], Span(*hit.span())))
    for mentions in sorted(said.values(), key=len, reverse=True):
        if len(mentions) >= _AGAIN and any(_is_led(reading, mention) for mention in mentions):
            yield from mentions
            return


def speaks_of_state(reading: Reading) -> bool:
    """Tell whether a body of the state is named, or the state is spoken of: what firms try out is no reform."""
    whole = Span(0, len(reading.text))
    named = next(agency_mentions(reading.text, whole), None) is not None
    return named or _state_of().search(reading.text) is not None


@cache
def _state_of() -> re.Pattern[str]:
    return re.compile(either(__package__, "program_words", "state_of"))


def _said_inside(groups: dict[str, list[_Candidate]]) -> Counter[str]:
    """Other names that end with a name (某地X改革 for X改革), or with which it ends, say it again."""
    again: Counter[str] = Counter()
    for key, group in groups.items():
        for inner in (key[start:] for start in range(1, len(key)) if key[start:] in groups):
            again[inner] += len(group)
            again[key] += len(groups[inner])
    return again


def _said_alone(reading: Reading, groups: dict[str, list[_Candidate]]) -> Counter[str]:
    """“X” without the word behind it says the name again: “X”工程, 今年，“X”要…."""
    again: Counter[str] = Counter()
    for key, group in groups.items():
        quoted = _QUOTED.match(group[0].mention.name)
        if quoted:
            again[key] = reading.text.count(quoted[0]) - len(group)
    return again


def _named(reading: Reading) -> Iterator[Mention]:
    named = [_bare(reading, mention) for mention in names_before(reading, _head(), _names_reform)]
    for called in (_OFFICE, _SLOGAN):
        named += [Mention(hit[0], Span(*hit.span())) for hit in called.finditer(reading.text)]
    longest: dict[int, Mention] = {}
    for mention in named:
        by_itself = _OFFICE.fullmatch(mention.name) or _SLOGAN.fullmatch(mention.name)
        if not is_honour(mention.name) and (by_itself or _still_names(mention.name)):
            longest[mention.span.start] = mention  # X改革创新试验区, not X改革
    yield from longest.values()


@cache
def _head() -> re.Pattern[str]:
    goes_on = "(?!(?<=试验)区|(?<=改革)[委办局])"
    return re.compile(rf"(?P<head>{either(__package__, 'program_words', 'head')})(?P<suffix>$^)?{goes_on}")


def _names_reform(modifier: str, head: str) -> bool:
    """Tell whether words before a word for a reform say which one it is; 深化改革, 综合改革 do not."""
    bare = modifier.strip("“”")
    if bare in words(__package__, "program_words", "no_reform") or _event().search(bare + head):
        return False
    return len(expanded(bare)) >= _SHORTEST.get(head, _SHORTEST_OTHERWISE)


@cache
def _event() -> re.Pattern[str]:
    event, ordinary = (either(__package__, "program_words", kind) for kind in ("event", "ordinary"))
    return re.compile(f"{event}$|{ordinary}")


def _still_names(name: str) -> bool:
    found = _named_by_head().fullmatch(name)
    return found is not None and _names_reform(found[1], name[found.end(1) :])


@cache
def _named_by_head() -> re.Pattern[str]:
    return re.compile(rf"(.*?){either(__package__, 'program_words', 'head')}")


def _bare(reading: Reading, mention: Mention) -> Mention:
    """建设X试验区 is X试验区; 湖南公车改革 is 公车改革, a reform of that province."""
    led = _BESIDE.match(mention.name) or _SET_UP.match(mention.name) or _leading().match(mention.name)
    start = mention.span.start + (led.end() if led and len(mention.name) - led.end() > _SHORTEST_OTHERWISE else 0)
    for end in range(min(mention.span.end - start - 4, 12), 1, -1):
        if reading.is_place(reading.slice(Span(start, start + end))):
            start += end
            break
    span = Span(start, mention.span.end)
    return Mention(reading.slice(span), span)


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(__package__, 'program_words', 'manner')}|{_runs()})+")


def _weight(reading: Reading, mention: Mention, lead: Span | None) -> int:
    """How much a name says that the text reports on it: in its title or lead, behind a verb, before those it lists."""
    leads = in_title(reading, mention.span) or (lead is not None and lead.overlaps(mention.span))
    listed = _LISTED.match(reading.text, mention.span.end) is not None
    return 1 + _is_led(reading, mention) + leads + listed


def _is_led(reading: Reading, mention: Mention) -> bool:
    before = reading.text[max(0, mention.span.start - _LED) : mention.span.start]
    return _led().search(before) is not None or _goes_ahead().match(reading.text, mention.span.end) is not None


@cache
def _goes_ahead() -> re.Pattern[str]:
    """X工程深入推进: it is carried out, by whomever."""
    return re.compile(f"(?:{either(__package__, 'program_words', 'manner')}){{1,2}}{_runs()}")


@cache
def _led() -> re.Pattern[str]:
    return re.compile(_runs() + r"[^，。；\n]{0,4}$")


@cache
def _runs() -> str:
    return either(__package__, "program_words", "carries_out")
