"""A document that was read, and a person who corrects it. The text is invented."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from build_graph.correct import Entry, Outcome, correct, read_corrections
from build_graph.extract.units import NOT_RESOLVED
from build_graph.model import (
    Condition,
    DeclaredCount,
    Discrepancy,
    Document,
    DocumentFacts,
    Fact,
    Goal,
    Ignored,
    Issuer,
    Passage,
    PilotUnit,
    Program,
    Task,
)
from build_graph.places import Gazetteer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXT = """关于做好社区助餐试点的通知
省民政厅确定滦州市、铁西区、青岛市3个县为社区助餐试点县。
一、主要任务
（一）建设食堂。
1.改造旧房。
申报单位须有固定场所。
到2024年，助餐点覆盖60%以上的社区。
滦州市明年再增加2个食堂。
"""
NAME = "社区助餐试点"


def passage(words: str, occurrence: int = 1, text: str = TEXT) -> Passage:
    """Return where words stand in the text."""
    start = -1
    for _ in range(occurrence):
        start = text.index(words, start + 1)
    return Passage(start, start + len(words), words)


def unit(words: str, name: str, code: str, level: Any = "county", **more: Any) -> PilotUnit:
    """Return a pilot unit of the text."""
    province = name[:3]
    return PilotUnit(
        program=NAME, as_written=words, name=name, code=code, level=level, province=province, stated_province=None,
        place=code, passages=(passage(words),), rule="unit-becomes", **more,
    )  # fmt: skip


FACTS: tuple[Fact, ...] = (
    Program(name=NAME, aliases=("社区助餐试点县",), is_pilot=True, passages=(passage(NAME),), rule="program-named-pilot"),
    Issuer(program=NAME, name="省民政厅", as_written="省民政厅", passages=(passage("省民政厅"),), rule="issuer-acts"),
    unit("滦州市", "河北省唐山市滦州市", "130284"),
    unit("青岛市", "山东省青岛市", "370200", "city"),
    DeclaredCount(
        program=NAME, of="县", value=3, comparator="=", listed=1, passages=(passage("3个县"),), rule="count-of-component"
    ),
    Discrepancy(
        program=NAME, type="count_mismatch", stated="3", expected="1",
        passages=(passage("3个县"),), rule="declared-is-not-listed",
    ),
    Task(program=NAME, text="主要任务", passages=(passage("主要任务"),), rule="task-numbered", is_heading=True),
    Task(program=NAME, text="建设食堂", parent="主要任务", ordinal=1, passages=(passage("建设食堂"),), rule="task-numbered"),
    Task(program=NAME, text="改造旧房", parent="建设食堂", ordinal=1, passages=(passage("改造旧房"),), rule="task-numbered"),
    Condition(program=NAME, text="有固定场所", passages=(passage("有固定场所"),), rule="condition-enumerated"),
    Goal(
        program=NAME, text="到2024年，助餐点覆盖60%以上的社区", deadline="2024", comparator=">=", value=60.0, unit="%",
        passages=(passage("到2024年，助餐点覆盖60%以上的社区"),), rule="goal-measured",
    ),
)  # fmt: skip


def read(facts: tuple[Fact, ...] = FACTS, text: str = TEXT) -> DocumentFacts:
    """Return a document as read, its facts in the order of the text."""
    ordered = tuple(sorted(facts, key=lambda fact: (fact.passages[0], type(fact).__name__)))
    at = text.find("铁西区")
    ignored = (Ignored(at, at + 3, NOT_RESOLVED),) if at >= 0 else ()
    return DocumentFacts(Document("notice", "notice.txt", text, sha256="0" * 64), ordered, ignored)


class Person:
    """Somebody who writes entries, and sees what becomes of them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._number = 0

    def entry(self, action: str, kind: str, words: str | dict[str, Any], **more: Any) -> Entry:
        """Return an entry as read from a file. ``set`` and other keys may follow."""
        self._number += 1
        raw = {"document": "notice", "kind": kind, "passage": words, "action": action}
        raw |= {"who": "reader-1", "why": "reads otherwise", "date": "2026-11-22"} | more
        file = self._folder / f"{self._number:03}.yml"
        file.write_text(yaml.safe_dump([raw], allow_unicode=True), "utf-8")
        return read_corrections(file)[0]

    def corrects(
        self, *entries: Entry, facts: DocumentFacts | None = None
    ) -> tuple[DocumentFacts, tuple[Outcome, ...]]:
        """Apply entries to the document."""
        return correct(facts or read(), entries, Gazetteer.shipped())

    def says(self, *arguments: Any, facts: DocumentFacts | None = None, **more: Any) -> tuple[DocumentFacts, Outcome]:
        """Apply one entry to the document."""
        corrected, (outcome,) = self.corrects(self.entry(*arguments, **more), facts=facts)
        return corrected, outcome


@pytest.fixture
def person(tmp_path: Path) -> Person:
    return Person(tmp_path)


@pytest.fixture
def of_kind() -> Callable[[DocumentFacts, type[Fact]], list[Any]]:
    """Return the facts of one class."""
    return lambda facts, kind: [fact for fact in facts.facts if type(fact) is kind]


def without_corrections(facts: DocumentFacts) -> list[Fact]:
    """Return the bare facts."""
    return [replace(fact, corrections=()) for fact in facts.facts]
