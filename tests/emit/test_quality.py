"""Figures as statements of the Data Quality Vocabulary."""

from __future__ import annotations

import re

from pyoxigraph import NamedNode, RdfFormat, parse

from build_graph.emit.quality import Measurement, quality_lines
from ontology import LIST, PREFIXES, RG

BASE = "https://data.example.org/pilots/"
DIGEST = "ab" * 32


def statements(*measurements: Measurement) -> dict[str, dict[str, set[str]]]:
    """Subject (below the base) -> predicate (local name) -> objects."""
    found: dict[str, dict[str, set[str]]] = {}
    for quad in parse("".join(quality_lines(measurements, DIGEST, BASE)), RdfFormat.N_QUADS):
        assert isinstance(quad.subject, NamedNode), "no node is blank"
        assert quad.graph_name == NamedNode(f"{BASE}graph/quality")
        about = found.setdefault(quad.subject.value.removeprefix(BASE), {})
        about.setdefault(re.split("[#/]", quad.predicate.value)[-1], set()).add(quad.object.value)
    return found


def test_a_figure_says_what_it_measures_on_what_and_by_which_gold() -> None:
    found = statements(Measurement("recall", 0.6667, "pilot_unit"))["quality/pilot_unit/recall"]
    assert found == {
        "type": {f"{RG}Measurement", f"{PREFIXES['dqv']}QualityMeasurement"},
        "isMeasurementOf": {f"{LIST}quality-metric/recall"},
        "value": {"0.6667"},
        "computedOn": {f"{BASE}dataset"},
        "wasDerivedFrom": {f"{BASE}gold/{DIGEST[:16]}"},
        "measuredKind": {"pilot_unit"},
    }


def test_a_figure_of_a_rule_is_computed_on_the_rule() -> None:
    found = statements(Measurement("precision", 1, "goal", "goal/dated: 1"))
    rule = "rule/goal%2Fdated%3A%201"
    assert found[f"quality/{rule}/goal/precision"]["computedOn"] == {BASE + rule}
    assert found[rule] == {"type": {f"{RG}ReadingRule"}, "identifier": {"goal/dated: 1"}}


def test_figures_of_all_kinds_name_none() -> None:
    assert "measuredKind" not in statements(Measurement("f1", 0.5))["quality/all/f1"]


def test_gold_is_named_by_its_digest_and_the_lines_are_sorted() -> None:
    lines = quality_lines([Measurement("f1", 0.5), Measurement("recall", 0.25)], DIGEST, BASE)
    assert lines == sorted(lines)
    assert statements()[f"gold/{DIGEST[:16]}"]["sha256"] == {DIGEST}


def test_values_are_decimals() -> None:
    lines = quality_lines([Measurement("judged-facts", 12)], DIGEST, BASE)
    assert sum(f'"12"^^<{PREFIXES["xsd"]}decimal>' in line for line in lines) == 1
