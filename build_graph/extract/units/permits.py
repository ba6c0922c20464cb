"""What a trial permits in its places, and who carries it out together: 在A、B允许…, 与A一道承担X试点任务."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_graph.extract.units.about import Around, is_event
from build_graph.extract.units.patterns import word, words_before, words_behind

if TYPE_CHECKING:
    from collections.abc import Callable


def _permitted(around: Around) -> str | None:
    """允许在A、B设立…; 在A、B，允许…: said by the document of a trial, or after it is named."""
    inside = words_before("allowed").search(around.left)
    if inside is None and not (words_before("in").search(around.left) and words_behind("allowed").match(around.right)):
        return None
    if inside and not _does().match(around.right):
        return None
    said = around.before + around.left
    return "" if around.about(said) or _document_says().search(around.left) else None


@cache
def _does() -> re.Pattern[str]:
    """设立…, 开展…: what is permitted there (not 允许在A的企业…)."""
    return re.compile(rf"(?:{word('adverb')})?{word('start')}|{word('permitted')}")


@cache
def _document_says() -> re.Pattern[str]:
    return re.compile(rf"{word('document')}(?:明确|提出|规定|指出|要求|强调)")


def _together(around: Around) -> str | None:
    """我省与A一道，承担X试点任务; 某部与A签署X试点协议."""
    found = None
    if words_before("with").search(around.left):
        found = words_behind("with").match(around.right) or words_behind("signs").match(around.right)
    if found is None or is_event(found["of"]):
        return None
    said = found["of"] or around.before + around.left
    return found["of"] or "试点" if around.is_trial(said) else None


PERMITS: tuple[tuple[str, Callable[[Around], str | None]], ...] = (
    ("unit-permitted", _permitted),
    ("unit-together", _together),
)
