"""The time line places a goal where its deadline is, no finer than it is stated."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from exports.pictures.drawing import draw
from exports.pictures.goals import span
from exports.pictures.timeline import Axis
from queries.store import GraphFile
from tests.exports.drawn_graphs import HEAD, a_goal, a_program

SVG = "{http://www.w3.org/2000/svg}"


def timeline(folder: Path, *parts: str, language: str = "zh") -> ElementTree.Element:
    (folder / "graph.ttl").write_text("".join((HEAD, a_program("甲"), a_program("乙"), *parts)), "utf-8")
    return ElementTree.fromstring(draw("timeline", GraphFile.at(folder / "graph.ttl").store, language))


def marks_of(root: ElementTree.Element) -> dict[str, ElementTree.Element]:
    """Return the marks by deadline."""
    return {group.get("data-deadline"): group for group in root.iter(f"{SVG}g") if group.get("data-deadline")}


def texts_of(root: ElementTree.Element) -> list[str]:
    return [text.text for text in root.iter(f"{SVG}text")]


def test_a_year_is_as_wide_as_a_year_a_month_as_a_month_and_a_day_is_a_point(tmp_path: Path) -> None:
    dates = ('"2024"^^xsd:gYear', '"2024-06"^^xsd:gYearMonth', '"2024-06-30"^^xsd:date')
    marks = marks_of(timeline(tmp_path, *(a_goal(n, "甲", f"目标{n}", due) for n, due in enumerate(dates))))
    year, month = (float(marks[due].find(f"{SVG}rect").get("width")) for due in ("2024", "2024-06"))
    assert year == pytest.approx(720)
    assert month == pytest.approx(720 * 30 / 366, abs=0.2)
    assert marks["2024-06-30"].find(f"{SVG}rect") is None
    assert marks["2024-06-30"].find(f"{SVG}path") is not None


def test_a_mark_stands_where_its_year_stands(tmp_path: Path) -> None:
    root = timeline(tmp_path, a_goal(1, "甲", "一", '"2020"^^xsd:gYear'), a_goal(2, "甲", "二", '"2022"^^xsd:gYear'))
    bands = {
        text.text: float(text.get("x")) for text in root.iter(f"{SVG}text") if text.text in {"2020", "2021", "2022"}
    }
    assert sorted(bands) == ["2020", "2021", "2022"]
    for due, group in marks_of(root).items():
        rect = group.find(f"{SVG}rect")
        assert float(rect.get("x")) + float(rect.get("width")) / 2 == pytest.approx(bands[due], abs=0.2)


def test_a_goal_without_a_deadline_is_counted_and_never_placed(tmp_path: Path) -> None:
    root = timeline(tmp_path, a_goal(1, "甲", "有期限", '"2020"^^xsd:gYear'), a_goal(2, "甲", "没有期限"))
    assert list(marks_of(root)) == ["2020"]
    assert "另有 1 个目标没有期限" in texts_of(root)
    assert "有期限的目标 1 个，没有期限的目标 1 个。" in texts_of(root)
    assert "没有期限" not in [text for text in texts_of(root) if len(text) == 4]


def test_a_graph_without_dated_goals_says_so(tmp_path: Path) -> None:
    root = timeline(tmp_path, a_goal(1, "甲", "总有一天"), language="en")
    assert "No goal has a deadline." in texts_of(root)
    assert "Goals with a deadline: 0. Goals without a deadline: 1." in texts_of(root)


def test_each_program_has_a_lane_and_goals_of_no_program_the_last(tmp_path: Path) -> None:
    alone = '<goal/9> a rg:Goal ; rg:text "无主"@zh-hans ; rg:deadline "2021"^^xsd:gYear .\n'
    goals = (a_goal(1, "甲", "一", '"2020"^^xsd:gYear'), a_goal(2, "乙", "二", '"2020"^^xsd:gYear'))
    texts = texts_of(timeline(tmp_path, *goals, alone))
    assert [text for text in texts if text in {"甲", "乙", "未归入项目"}] == ["乙", "甲", "未归入项目"]


def test_a_program_with_two_names_does_not_repeat_its_goals(tmp_path: Path) -> None:
    other_name = '<program/甲> skos:prefLabel "丙"@zh .\n'
    root = timeline(tmp_path, a_goal(1, "甲", "一", '"2020"^^xsd:gYear'), other_name)
    assert "有期限的目标 1 个，没有期限的目标 0 个。" in texts_of(root)


def test_an_inferred_deadline_is_dashed(tmp_path: Path) -> None:
    inferred = "<goal/1> rg:deadlineInferred true .\n"
    goals = (a_goal(1, "甲", "一", '"2020"^^xsd:gYear'), a_goal(2, "甲", "二", '"2021"^^xsd:gYear'))
    marks = marks_of(timeline(tmp_path, *goals, inferred))
    dashed = {due: group.find(f"{SVG}rect").get("stroke-dasharray") is not None for due, group in marks.items()}
    assert dashed == {"2020": True, "2021": False}


def test_the_kind_of_a_goal_is_its_colour(tmp_path: Path) -> None:
    kinds = ("target", "milestone", "measure", "qualitative", "no-such-kind")
    goals = [a_goal(n, "甲", kind, f'"{2020 + n}"^^xsd:gYear', kind) for n, kind in enumerate(kinds)]
    marks = marks_of(timeline(tmp_path, *goals))
    assert [group.get("data-kind") for group in marks.values()] == [*kinds[:4], "unknown"]
    assert len({group.find(f"{SVG}rect").get("fill") for group in marks.values()}) == 5


def test_a_long_text_is_cut_but_can_be_read_whole_in_its_title(tmp_path: Path) -> None:
    text = "建成覆盖城乡的服务体系并不断完善" * 12
    group = marks_of(timeline(tmp_path, a_goal(1, "甲", text, '"2020"^^xsd:gYear')))["2020"]
    lines = [line.text for line in group.iter(f"{SVG}text")]
    assert len(lines) == 4
    assert lines[-1].endswith("…")
    assert group.findtext(f"{SVG}title") == f"2020: {text}"


@pytest.mark.parametrize(
    ("deadline", "first", "after"),
    [
        ("2025", date(2025, 1, 1), date(2026, 1, 1)),
        ("2025-02", date(2025, 2, 1), date(2025, 3, 1)),
        ("2025-12", date(2025, 12, 1), date(2026, 1, 1)),
        ("2025-12-31", date(2025, 12, 31), date(2026, 1, 1)),
        ("2025-06+08:00", date(2025, 6, 1), date(2025, 7, 1)),
        ("2025Z", date(2025, 1, 1), date(2026, 1, 1)),
    ],
)
def test_a_deadline_is_a_span_of_days(deadline: str, first: date, after: date) -> None:
    found = span(deadline)
    assert (found.first, found.after) == (first, after)
    assert found.is_day is ((after - first).days == 1)


@pytest.mark.parametrize("deadline", ["", "明年", "2025-13", "2025-02-30", "-0044", "12025", "0000", "9999", "2025-6"])
def test_what_is_no_date_is_no_span(deadline: str) -> None:
    assert span(deadline) is None


def test_a_day_of_a_leap_year_stands_in_its_year() -> None:
    axis = Axis(2024, 2024)
    assert axis.at(date(2024, 12, 31)) < axis.at(date(2025, 1, 1)) == 970


def test_an_axis_of_many_years_names_some() -> None:
    named = [year["year"] for year in Axis(1950, 2049).years() if year["is_named"]]
    assert named == [1950, 1970, 1990, 2010, 2030]
