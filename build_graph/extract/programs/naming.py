"""Names of programs: which forms stand for the same program."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from build_graph.tables import either, table, words

if TYPE_CHECKING:
    from collections.abc import Iterable

BATCH = r"(?:首批|第[一二三四五六七八九十\d]+批)"
"""A batch of a program, which is no part of its name."""
SHORTEST = 4
"""Code points of a name that means something."""
_NOT_LETTERS = re.compile(r"[^\w]")


@lru_cache(maxsize=4096)
def expanded(name: str) -> str:
    """Return a name with its abbreviations written out: 医共体 becomes 医疗卫生共同体.

    >>> expanded("紧密型县域医共体建设试点")
    '紧密型县域医疗卫生共同体建设试点'
    """
    if _abbreviated().search(name):
        for pattern, full in _abbreviations():
            name = pattern.sub(full, name)
    return name


@cache
def _abbreviations() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row["pattern"]), row["full"]) for row in table(__package__, "abbreviations"))


@cache
def _abbreviated() -> re.Pattern[str]:
    """Any of the abbreviations: most names hold none."""
    return re.compile("|".join(pattern.pattern for pattern, _ in _abbreviations()))


def abbreviated(name: str) -> tuple[str, ...]:
    """Return a name with each abbreviation that the table knows for a part of it.

    >>> abbreviated("县域医疗卫生共同体建设")
    ('县域医共体建设',)
    """
    rows = (row for row in table(__package__, "abbreviations") if row["full"] in name)
    return tuple(name.replace(row["full"], row["short"]) for row in rows)


@lru_cache(maxsize=4096)
def program_key(name: str) -> str:
    """Return the form of a name by which programs are compared: written out, without quotation marks or 全国."""
    key = _NOT_LETTERS.sub("", expanded(name))
    for prefix in words(__package__, "program_words", "prefix"):
        key = key.removeprefix(prefix)
    return key


def policy_key(name: str) -> str:
    """Return the policy that a program tries out or carries out: its key without 试点 and 建设.

    >>> policy_key("紧密型县域医共体建设试点") == policy_key("紧密型县域医疗卫生共同体建设")
    True
    """
    key = program_key(name)
    for suffix in ("工作", "试点", "建设"):
        key = key.removesuffix(suffix)
    return key


def is_honour(name: str) -> bool:
    """Tell whether a name is that of an honour, which is given for what was done: 全国文明城市创建."""
    return _honour().search(name) is not None


@cache
def _honour() -> re.Pattern[str]:
    return re.compile(either(__package__, "program_words", "honour"))


def same_program(one: str, other: str) -> bool:
    """Tell whether two names of one text mean one program: equal keys, or the same characters in another order."""
    first, second = program_key(one), program_key(other)
    return first == second or sorted(first) == sorted(second)


def is_subsequence(shorter: str, longer: str) -> bool:
    """Tell whether the characters of one string stand in another in their order.

    >>> is_subsequence("批量采购", "批量集中采购")
    True
    """
    rest = iter(longer)
    return all(character in rest for character in shorter)


def unique(items: Iterable[str]) -> tuple[str, ...]:
    """Return the items without repetition, in their order."""
    return tuple(dict.fromkeys(items))


def is_short_name(modifier: str) -> bool:
    """Tell whether two or three characters name a program: they end as the names of taxes, rights or insurances do.

    >>> is_short_name("房产税"), is_short_name("水权"), is_short_name("扩大"), is_short_name("保险")
    (True, True, False, False)
    """
    if not 1 < len(modifier) < SHORTEST or modifier in words(__package__, "program_words", "no_short"):
        return False
    return modifier.endswith(words(__package__, "program_words", "short"))
