"""Which names of one text mean one program: each name is compared once, however often it is said."""

from __future__ import annotations

import re
from itertools import combinations, islice, takewhile
from typing import TYPE_CHECKING

from build_graph.extract.programs.naming import is_subsequence, policy_key, program_key, same_program

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from build_graph.extract.programs.mentions import Mention

_MOST_NAMES = 100  # different names of pilots in one text
_LEAST_TAIL = 6  # code points of a name that may stand for a longer one that ends with it
_QUOTED = re.compile("“(?P<called>[一-鿿]{3,8})”(?P<rest>.{2,})")
_SHARE_KEPT = 0.8  # of a name's characters that its shorter form keeps


def of_few_names(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions of the first names: names are compared with each other, and no report has so many."""
    found = tuple(mentions)
    names = frozenset(islice(dict.fromkeys(mention.name for mention in found), _MOST_NAMES))
    return tuple(mention for mention in found if mention.name in names)


def groups_of(mentions: Sequence[Mention], is_place: Callable[[str], bool]) -> list[list[Mention]]:
    """Group the places where one program is named.

    What two names of different programs end with (综合试点 beside 县级综合试点 and 城市综合试点) joins neither.
    """
    keys = {mention.name: program_key(mention.name) for mention in mentions}
    shared = {name for name, key in keys.items() if _is_shared(key, keys.values(), is_place)}
    groups: list[list[Mention]] = []
    names: list[dict[str, None]] = []  # of each group
    settled: dict[str, int] = {}  # the group of a name, found once
    for mention in mentions:
        if mention.name not in settled:
            alike = (n for n, known in enumerate(names) if any(_are_one(one, mention.name, shared) for one in known))
            number = next(alike, len(groups))
            if number == len(groups):
                groups.append([])
                names.append({})
            elif mention.name not in names[number]:
                settled = {name: n for name, n in settled.items() if n <= number}  # the group that grew may take others
            names[number][mention.name] = None
            settled[mention.name] = number
        groups[settled[mention.name]].append(mention)
    return groups


def _are_one(one: str, other: str, shared: set[str]) -> bool:
    return same_in_text(one, other) and ((one in shared) == (other in shared) or same_program(one, other))


def _is_shared(key: str, keys: Iterable[str], is_place: Callable[[str], bool]) -> bool:
    """Tell whether names of different programs end with a name; the division before one makes it no other program."""
    heads = {other.removesuffix(key) for other in keys if other.endswith(key)}
    apart = [head for head in heads if len(head) > 1 and head != "国家" and not is_place(head)]
    return any(not same_in_text(one + key, other + key) for one, other in combinations(apart, 2))


def same_in_text(one: str, other: str) -> bool:
    """Within one text a name means the same program if it leaves out a word, 建设 or 综合, or what stands before it.

    批量采购 for 批量集中采购; 某市“无废工厂”建设试点 for “无废工厂”建设试点; 健康城市建设试点 for 健康城市试点.
    """
    if same_program(one, other) or _policy(one) == _policy(other) or _is_contracted(one, other):
        return True
    shorter, longer = sorted((program_key(one), program_key(other)), key=len)
    if len(shorter) >= _SHARE_KEPT * len(longer) and is_subsequence(shorter, longer):
        return True
    return (len(shorter) >= _LEAST_TAIL and longer.endswith(shorter)) or _differ_in_division(shorter, longer)


def _is_contracted(one: str, other: str) -> bool:
    """“执破融合”改革试点 for 执行与破产衔接融合改革试点: some characters in quotation marks, and how the name ends."""
    for short, long in ((one, other), (other, one)):
        found = _QUOTED.match(short)
        if found is None or not long.endswith(found["rest"]) or "“" in long:
            continue
        core = long.removesuffix(found["rest"])
        if core[:1] == found["called"][0] and is_subsequence(found["called"], core):
            return True
    return False


def _policy(name: str) -> str:
    """What a program tries out, as texts shorten it: 国家新型城镇化综合试点 is 新型城镇化试点 there."""
    return policy_key(name).removeprefix("国家").removesuffix("综合")


def _differ_in_division(one: str, other: str) -> bool:
    """某县X试点 and 某市X试点: a local program and the one that it carries out, in one text about one thing."""
    tail = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(reversed(one), reversed(other), strict=False)))
    heads = (one[: len(one) - tail], other[: len(other) - tail])
    return tail >= _LEAST_TAIL and all(head.endswith(tuple("省市县区州盟旗")) for head in heads)
