"""Lists of units by the grade that an evaluation gave them: 评价结果: 一、优秀等次（5个）, and their names below it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_graph.extract.units.patterns import grade, word

if TYPE_CHECKING:
    from build_graph.parse.reading import Reading

_RESULTS = re.compile(r"(?:评价|评估|验收|考核|考评|复核|评审|测评)[一-鿿]{0,4}(?:结果|结论|情况|等次)")
_NUMBER = r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.．、])?"


def heads_grade(reading: Reading, text: str) -> bool:
    """Tell whether a line is the name of a grade, on a page whose title announces what an evaluation found."""
    return _heading().fullmatch(text) is not None and any(_RESULTS.search(line.text) for line in reading.titles)


@cache
def _heading() -> re.Pattern[str]:
    return re.compile(
        rf"{_NUMBER}(?:(?:评价|评估|验收|考核|考评)(?:结果|等次|等级)?(?:为|：)?)?{grade()}的?"
        rf"(?:试点)?(?:{word('group')}|名单)?(?:（[^（）]{{1,12}}）)?[：。]?"
    )
