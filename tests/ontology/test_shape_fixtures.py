"""Each constraint fails where it should, nowhere else, and says so as approved."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from rdflib import RDF, SH, Graph, URIRef

from build_graph.validate.engines import Engines
from build_graph.validate.rdf import Statement
from build_graph.validate.report import short
from build_graph.validate.shapes import Shapes
from ontology import BASE, LIST, RG, ontology_graph, shapes_graph

if TYPE_CHECKING:
    from collections.abc import Callable

    from build_graph.validate.findings import Finding

    Referee = Callable[[frozenset[Statement], Graph], set[Finding]]

FOLDER = Path(__file__).with_name("shapes")
VALIDATE = """
import sys; from pathlib import Path; from build_graph.validate import validate_quads
sys.stdout.buffer.write(validate_quads(Path(sys.argv[1])).to_json().encode())
"""
CHANGES = sorted(FOLDER.glob("*/invalid.*.trig"))
NO_CONSTRAINTS = {RDF.type, SH.path, SH.property, SH.message, SH.severity, SH.targetClass, SH.targetSubjectsOf,
                  SH.qualifiedValueShape}  # fmt: skip


def name(path: Path) -> str:
    """PilotUnit/no-place"""
    return f"{path.parent.name}/{path.stem.removeprefix('invalid.')}"


@dataclass(frozen=True)
class Change:
    """What a fixture takes away from the valid graph and puts in."""

    removed: frozenset[Statement]
    added: frozenset[Statement]

    @classmethod
    def read(cls, path: Path) -> Change:
        parts: dict[str, set[Statement]] = {"change:remove": set(), "change:add": set()}
        for quad in ox.parse(path=path):
            parts[quad.graph_name.value].add(Statement(quad.subject, quad.predicate, quad.object))
        return cls(frozenset(parts["change:remove"]), frozenset(parts["change:add"]))

    def of(self, statements: frozenset[Statement]) -> frozenset[Statement]:
        return (statements - self.removed) | self.added


class Worlds:
    """Many small graphs in one, each under a base of its own: one validation does for all of them."""

    def __init__(self) -> None:
        self._quads: list[ox.Quad] = []
        self._blank: list[int] = []
        """The worlds that have a blank node, one each; the gate calls these b1, b2 … in this order."""

    def add(self, number: int, graph: frozenset[Statement]) -> None:
        self._blank += [number for term, *_ in graph if isinstance(term, ox.BlankNode)][:1]
        self._quads += [ox.Quad(*(_move(term, number) for term in statement)) for statement in graph]

    def reports(self, folder: Path) -> dict[int, list[str]]:
        """Validate in a process of its own, where no coverage is measured, and tell the worlds apart again."""
        graph = folder / "worlds.nq"
        ox.serialize(self._quads, graph, ox.RdfFormat.N_QUADS)
        run = subprocess.run([sys.executable, "-c", VALIDATE, graph], capture_output=True, check=True)
        lines = defaultdict(list)
        for result in json.loads(run.stdout)["results"]:
            kind, number, focus = re.match(r"(world:|_:b)(\d+)/?(.*)", result["focus"]).groups()
            world = int(number) if kind == "world:" else self._blank[int(number) - 1]
            lines[world].append(line(focus or "_:b1", result))
        return lines


def line(focus: str, result: dict[str, str]) -> str:
    """A line of an approved report: focus node | path | shape | constraint | severity"""
    names = [short(result[part] or "-") for part in ("path", "shape", "constraint")]
    return " | ".join([focus, *names, result["severity"]])


def _move(term: ox.NamedNode | ox.BlankNode | ox.Literal, number: int) -> object:
    if not isinstance(term, ox.NamedNode) or not term.value.startswith(BASE) or term.value.startswith((LIST, RG)):
        return term
    return ox.NamedNode(f"world:{number}/{term.value.removeprefix(BASE)}")


def constraints() -> set[tuple[str, str]]:
    """Every constraint that a report can name: shape and component, or shape and query."""
    graph = shapes_graph()
    targeted = {*graph.subjects(SH.targetClass), *graph.subjects(SH.targetSubjectsOf)}
    reported = targeted | {part for shape in targeted for part in graph.objects(shape, SH.property)}
    return {
        (short(shape), short(value) if parameter == SH.sparql else component(parameter))
        for shape in reported
        for parameter, value in graph.predicate_objects(shape)
        if parameter not in NO_CONSTRAINTS
    }


def component(parameter: URIRef) -> str:
    """sh:minCount -> sh:MinCountConstraintComponent, as SHACL names them all"""
    local = parameter.removeprefix(str(SH))
    return f"sh:{local[0].upper()}{local[1:]}ConstraintComponent"


def approved_lines(path: Path) -> list[list[str]]:
    """The approved report of a change: focus node, path, shape, constraint, severity"""
    report = path.with_name(f"{path.stem}.report.txt").read_text(encoding="utf-8")
    return [line.split(" | ") for line in report.splitlines()]


def one_change_for_each(kind: str) -> dict[str, Change]:
    """A change for each constraint of a kind, in which it fails."""
    lines = [(constraint, path) for path in CHANGES for _, _, _, constraint, _ in approved_lines(path)]
    return {constraint: Change.read(path) for constraint, path in lines if constraint.startswith(kind)}


def found_by_the_gate(statements: frozenset[Statement]) -> frozenset[Finding]:
    triples = ox.serialize((ox.Triple(*one) for one in statements), format=ox.RdfFormat.N_TRIPLES)
    return Engines(Shapes.shipped()).check(triples).findings


@pytest.fixture(scope="session")
def reports(valid: frozenset[Statement], tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What the gate says of each change, by the change's name; the empty name is the valid graph."""
    worlds = Worlds()
    worlds.add(0, valid)
    for number, path in enumerate(CHANGES, 1):
        worlds.add(number, Change.read(path).of(valid))
    found = worlds.reports(tmp_path_factory.mktemp("worlds"))
    return {title: found.get(number, []) for number, title in enumerate(["", *map(name, CHANGES)])}


def test_the_valid_graph_meets_every_constraint(reports: dict[str, list[str]]) -> None:
    assert reports[""] == []


def test_the_valid_graph_uses_every_class_and_property(valid: frozenset[Statement]) -> None:
    used = {part.value for statement in valid for part in statement[1:]}
    terms = set(ontology_graph().subjects(RDF.type))
    abstract = {RG + "Fact", RG + "Place", RG + "AdministrativeDivision"}
    assert {str(term) for term in terms if term.startswith(RG)} - used == abstract


@pytest.mark.parametrize("path", CHANGES, ids=name)
def test_an_invalid_graph_gets_the_approved_report(path: Path, reports: dict[str, list[str]]) -> None:
    assert reports[name(path)] == [" | ".join(line) for line in approved_lines(path)]


@pytest.mark.parametrize("path", CHANGES, ids=name)
def test_an_invalid_graph_is_a_minimal_change_of_the_valid_one(path: Path, valid: frozenset[Statement]) -> None:
    change = Change.read(path)
    assert change.removed <= valid
    assert not change.added & valid
    assert 1 <= len(change.removed | change.added) <= 8


def test_every_constraint_has_a_fixture_in_which_it_fails() -> None:
    lines = [line for path in CHANGES for line in approved_lines(path)]
    assert {(shape, constraint) for _, _, shape, constraint, _ in lines} == constraints()


@pytest.mark.parametrize("path", CHANGES, ids=name)
def test_a_fixture_lies_in_the_folder_of_a_shape_that_it_fails(path: Path) -> None:
    shapes = {shape.removeprefix("rgsh:").split("-")[0] for _, _, shape, _, _ in approved_lines(path)}
    assert path.parent.name in shapes


def test_no_report_is_left_without_its_fixture() -> None:
    reports = {path.name.removesuffix(".report.txt") for path in FOLDER.glob("*/*.report.txt")}
    assert reports == {path.stem for path in CHANGES}


def test_queries_asked_once_find_what_pyshacl_finds_node_by_node(valid: frozenset[Statement], referee: Referee) -> None:
    changes = one_change_for_each("rgsh:")
    wrong = valid.difference(*(c.removed for c in changes.values())).union(*(c.added for c in changes.values()))
    found = found_by_the_gate(wrong)
    assert found == referee(wrong, shapes_graph())
    assert {short(finding.constraint) for finding in found} >= changes.keys()


def test_each_constraint_of_the_core_is_found_as_pyshacl_finds_it(
    valid: frozenset[Statement], referee: Referee
) -> None:
    core = shapes_graph()
    core.remove((None, SH.sparql, None))
    for constraint, change in one_change_for_each("sh:").items():
        wrong = change.of(valid)
        found = {finding for finding in found_by_the_gate(wrong) if finding.constraint.startswith(str(SH))}
        assert found == referee(wrong, core)
        assert constraint in {short(finding.constraint) for finding in found}
