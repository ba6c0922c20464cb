"""What the title of a page says is being reformed: 关于推广X的通知, …召开X动员会, …将建成X, X已在全国推进."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_graph.extract.naming import BATCH
from build_graph.tables import either

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_CORE = r"(?P<core>[\w“”]{4,24}?)"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    verbs = either(__package__, "program_words", "carries_out")
    reform = either(__package__, "program_words", "reform")
    convene = either(__package__, "program_words", "convene")
    kind = either(__package__, "policy_words", "kind")
    number = r"(?:\d+个)?"
    return (
        re.compile(rf"关于{verbs}{BATCH}?{_CORE}(?:工作|实施|指导|的)*{kind}"),
        re.compile(rf"{verbs}{number}{_CORE}(?:{reform}(?={convene}|\W|$)|$|(?=[！？。，\s-]))"),
        re.compile(rf"(?:我国|全国|^|[\]】：]){_CORE}(?:已在|将在|已经|试点覆盖)"),
    )


def title_cores(titles: Sequence[str]) -> Iterator[str]:
    """Yield what the lines of a title name as the reform, without 建设 or 改革 behind it.

    A title that is broken over lines is read as one line too.
    """
    for pattern in _patterns():
        for title in dict.fromkeys(["".join(titles), *titles]):
            for found in pattern.finditer(title):
                yield found["core"]


def is_notice(titles: Sequence[str]) -> bool:
    """Tell whether a page is itself a document on the reform (关于推广X的通知): all of it speaks of the reform."""
    notice, *_ = _patterns()
    return notice.search("".join(titles)) is not None
