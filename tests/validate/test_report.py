"""The report as text, JSON and Turtle."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDF, SH, BNode, Graph, Literal, URIRef

from build_graph.validate import Message, Report, Result, validate_files
from build_graph.validate.report import short
from ontology import PREFIXES, RG, SHAPES

if TYPE_CHECKING:
    from pathlib import Path

NO_PLACE = Result(
    focus="https://example.org/unit/甲",
    path=RG + "place",
    value=None,
    severity="violation",
    shape=SHAPES + "PilotUnit-place",
    constraint=PREFIXES["sh"] + "MinCountConstraintComponent",
    message=Message(en="A unit has a place.", zh_hans="须有地方。"),
)
EARLY = Result(
    focus="https://example.org/goal",
    path=RG + "deadline",
    value=f'"2019"^^<{PREFIXES["xsd"]}gYear>',
    severity="warning",
    shape=SHAPES + "Goal-deadline-after-document",
    constraint=SHAPES + "deadline-after-document",
    message=Message(en="The deadline is early.", zh_hans="期限过早。"),
)
BLANK = Result(
    focus="_:b1",
    path=None,
    value="_:b1",
    severity="info",
    shape=SHAPES + "Named",
    constraint=PREFIXES["sh"] + "NodeKindConstraintComponent",
    message=Message(en="A node has an IRI.", zh_hans="须有 IRI。"),
)
REPORT = Report.of([BLANK, EARLY, NO_PLACE], checked=3)


def test_violations_come_first_then_warnings_then_notes() -> None:
    assert REPORT.results == (NO_PLACE, EARLY, BLANK)


@given(st.permutations([NO_PLACE, EARLY, BLANK]))
def test_the_order_of_the_findings_does_not_matter(results: list[Result]) -> None:
    assert Report.of(results, checked=3) == REPORT


def test_one_violation_is_enough_not_to_conform() -> None:
    assert not REPORT.conforms
    assert Report.of([EARLY, BLANK], checked=3).conforms


@given(st.lists(st.sampled_from([NO_PLACE, EARLY, BLANK]), max_size=4))
def test_json_that_comes_bit_by_bit_is_laid_out_as_if_made_at_once(results: list[Result]) -> None:
    report = Report.of(results, checked=3)
    counts = {severity: report.count(severity) for severity in ("violation", "warning", "info")}  # type: ignore[arg-type]
    told = {"conforms": report.conforms, "checked": 3, "counts": counts, "results": report.results}
    assert report.to_json() == msgspec.json.format(msgspec.json.encode(told), indent=2).decode() + "\n"


def test_no_bit_of_a_report_holds_more_than_one_result() -> None:
    many = Report.of([replace(NO_PLACE, focus=f"urn:{number}") for number in range(50)], checked=50)
    for bits in (many.text(), many.json(), many.turtle()):
        assert max(map(len, bits)) < 1000


def test_text_in_english() -> None:
    assert REPORT.to_text() == (
        "violation rgsh:PilotUnit-place: A unit has a place.\n"
        "  https://example.org/unit/甲  rg:place  [sh:MinCountConstraintComponent]\n"
        "\n"
        "warning rgsh:Goal-deadline-after-document: The deadline is early.\n"
        '  https://example.org/goal  rg:deadline  "2019"^^<http://www.w3.org/2001/XMLSchema#gYear>'
        "  [rgsh:deadline-after-document]\n"
        "\n"
        "info rgsh:Named: A node has an IRI.\n"
        "  _:b1  _:b1  [sh:NodeKindConstraintComponent]\n"
        "\n"
        "Nodes checked: 3. Violations: 1, warnings: 1, notes: 1. The graph does not conform.\n"
    )


def test_text_in_chinese() -> None:
    lines = REPORT.to_text("zh-Hans").splitlines()
    assert lines[0] == "violation rgsh:PilotUnit-place: 须有地方。"
    assert lines[-1] == "已检查 3 个节点：违例 1，警告 1，提示 1。图谱不合格。"


def test_results_of_one_shape_stand_under_one_sentence() -> None:
    other = Result(**{field: getattr(NO_PLACE, field) for field in NO_PLACE.__slots__} | {"focus": "urn:b"})
    text = Report.of([NO_PLACE, other], checked=2).to_text()
    assert text.count("A unit has a place.") == 1
    assert text.count("[sh:MinCountConstraintComponent]") == 2


def test_text_of_a_graph_that_conforms() -> None:
    text = Report.of([], checked=2).to_text()
    assert text == "Nodes checked: 2. Violations: 0, warnings: 0, notes: 0. The graph conforms.\n"


def test_json() -> None:
    report = json.loads(REPORT.to_json())
    assert report["conforms"] is False
    assert report["checked"] == 3
    assert report["counts"] == {"violation": 1, "warning": 1, "info": 1}
    assert report["results"][1] == {
        "focus": "https://example.org/goal",
        "path": RG + "deadline",
        "value": f'"2019"^^<{PREFIXES["xsd"]}gYear>',
        "severity": "warning",
        "shape": SHAPES + "Goal-deadline-after-document",
        "constraint": SHAPES + "deadline-after-document",
        "message": {"en": "The deadline is early.", "zh_hans": "期限过早。"},
    }


def test_json_keeps_chinese_readable() -> None:
    assert "unit/甲" in REPORT.to_json()


def test_turtle_is_a_validation_report_of_shacl() -> None:
    graph = Graph().parse(data=REPORT.to_turtle())
    report = graph.value(predicate=RDF.type, object=SH.ValidationReport)
    assert graph.value(report, SH.conforms) == Literal(False)
    assert len(list(graph.objects(report, SH.result))) == 3
    result = graph.value(predicate=SH.focusNode, object=URIRef("https://example.org/goal"))
    assert graph.value(result, SH.resultPath) == URIRef(RG + "deadline")
    assert graph.value(result, SH.value).n3() == f'"2019"^^<{PREFIXES["xsd"]}gYear>'
    assert graph.value(result, SH.resultSeverity) == SH.Warning
    assert graph.value(result, SH.sourceConstraintComponent) == SH.SPARQLConstraintComponent
    assert graph.value(result, SH.sourceConstraint) == URIRef(SHAPES + "deadline-after-document")
    assert set(graph.objects(result, SH.resultMessage)) == {
        Literal("The deadline is early.", lang="en"),
        Literal("期限过早。", lang="zh-Hans"),
    }


def test_turtle_has_no_blank_node() -> None:
    graph = Graph().parse(data=REPORT.to_turtle())
    assert not any(isinstance(term, BNode) for triple in graph for term in triple)


def test_turtle_of_a_graph_that_conforms() -> None:
    graph = Graph().parse(data=Report.of([], checked=0).to_turtle())
    assert list(graph.objects(None, SH.conforms)) == [Literal(True)]


def test_a_real_report_survives_the_way_to_turtle_and_json(agency_file: Path) -> None:
    report = validate_files([agency_file])
    graph = Graph().parse(data=report.to_turtle())
    shapes = {str(shape) for shape in graph.objects(None, SH.sourceShape)}
    assert shapes == {result["shape"] for result in json.loads(report.to_json())["results"]}
    assert {str(f) for f in graph.objects(None, SH.focusNode)} == {r.focus for r in report.results}


@pytest.mark.parametrize(
    ("iri", "expected"),
    [
        (RG + "place", "rg:place"),
        (SHAPES + "Goal", "rgsh:Goal"),
        ("https://w3id.org/reformgraph/list/comparator/equal", "comparator:equal"),
        ("https://w3id.org/reformgraph/list/comparator", "list:comparator"),
        ("https://example.org/x", "https://example.org/x"),
    ],
)
def test_an_iri_is_shortened_where_a_prefix_fits(iri: str, expected: str) -> None:
    assert short(iri) == expected
