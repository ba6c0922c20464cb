"""Facts and gold that a test makes of a few words, all about one page that nobody wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from build_graph.evaluate import Gold, score

if TYPE_CHECKING:
    from collections.abc import Callable

    from build_graph.evaluate import Scores, Tally

PAGE = (
    "青川省水利厅、省财政厅印发《雨水花园试点工作方案》（青水发〔2020〕3号）。确定白河市云县、柳区等2个县（区）为雨水花园试点。\n"
    "到2024年底，透水铺装率达到60%以上。试点县应当有专职养护队伍。\n"
    "一、完善雨水管网\n（一）普查易涝地块\n"
    "由白河市水务站牵头，云县苗圃、柳区苗圃组成雨水花园联盟。首批个小区已经完工。\n"
    "相关阅读：石桥镇垃圾分类试点启动。\n"
)


@pytest.fixture
def page() -> str:
    """Return the page."""
    return PAGE


@pytest.fixture
def at() -> Callable[[str], dict[str, Any]]:
    """Return a function that gives the passage of words in the page."""

    def passage(words: str) -> dict[str, Any]:
        start = PAGE.index(words)
        return {"start": start, "end": start + len(words), "exact": words}

    return passage


@pytest.fixture
def scores() -> Callable[..., Scores]:
    """Return a function that judges facts by gold, both about document ``a``."""

    def judge(facts: list[dict[str, Any]], gold: list[dict[str, Any]], **rules: Any) -> Scores:
        return score({"a": Gold("a", tuple(gold), **rules)}, [{"document": "a.txt", **fact} for fact in facts])

    return judge


@pytest.fixture
def counts(scores: Callable[..., Scores]) -> Callable[..., tuple[int, int, int]]:
    """Return a function that gives how many facts are right, wrong and missed."""

    def count(facts: list[dict[str, Any]], gold: list[dict[str, Any]], **rules: Any) -> tuple[int, int, int]:
        micro: Tally = scores(facts, gold, **rules).micro
        return micro.right, micro.wrong, micro.missed

    return count
