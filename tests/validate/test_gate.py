"""The gate: which graphs pass, and that it says the same whatever the order, the syntax or the graph names."""

from __future__ import annotations

import os
import random
import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_graph.validate import RdfError, Report, validate_files, validate_quads
from build_graph.validate.gate import validate
from build_graph.validate.lines import written
from build_graph.validate.rdf import Statement, read_files
from build_graph.validate.shapes import Shapes
from ontology import BASE, PREFIXES, RG

if TYPE_CHECKING:
    from pathlib import Path

SHAPES = Shapes.shipped()
XSD = PREFIXES["xsd"]


def shapes_of(report: Report) -> list[str]:
    return [result.shape.rpartition("#")[2] for result in report.results]


def nquads(path: Path, graph: str | None = None) -> bytes:
    name = ox.DefaultGraph() if graph is None else ox.NamedNode(graph)
    quads = (ox.Quad(*quad.triple, name) for quad in ox.parse(path=path))
    return ox.serialize(quads, format=ox.RdfFormat.N_QUADS)


def test_a_valid_graph_passes(valid_file: Path) -> None:
    report = validate_files([valid_file])
    assert report.conforms
    assert report.results == ()
    assert report.checked == 48


def test_an_invalid_graph_does_not_pass(agency_file: Path) -> None:
    report = validate_files([agency_file])
    assert not report.conforms
    assert shapes_of(report) == ["Jurisdiction-place", "Organization-prefLabel"]
    assert report.count("violation") == 2


def test_warnings_and_notes_let_a_graph_pass(valid_file: Path, tmp_path: Path) -> None:
    more = tmp_path / "more.nt"
    run = f"<{BASE}run/other>"
    more.write_text(f"{run} <{PREFIXES['rdf']}type> <{PREFIXES['prov']}Activity> .\n", encoding="utf-8")
    report = validate_files([valid_file, more])
    assert shapes_of(report) == ["Run-used"]
    assert report.count("warning") == 1
    assert report.conforms


def test_facts_and_what_they_point_to_may_be_in_different_graphs(valid_file: Path) -> None:
    quads = nquads(valid_file, "urn:g:1").splitlines(keepends=True)
    split = b"".join(quads[::2]) + b"".join(quads[1::2]).replace(b"<urn:g:1>", b"<urn:g:2>")
    assert validate_quads(split).results == ()


def test_several_files_are_one_graph(valid_file: Path, tmp_path: Path) -> None:
    lines = nquads(valid_file).splitlines(keepends=True)
    parts = [tmp_path / "a.nq", tmp_path / "b.nq"]
    for number, part in enumerate(parts):
        part.write_bytes(b"".join(lines[number::2]))
    assert validate_files(parts).results == ()
    assert not validate_files(parts[:1]).conforms


def test_quads_may_come_as_bytes_or_as_a_file(agency_file: Path, tmp_path: Path) -> None:
    file = tmp_path / "graph.nq"
    file.write_bytes(nquads(agency_file))
    assert validate_quads(file) == validate_quads(file.read_bytes())
    assert len(validate_quads(file).results) == 2


def test_no_quads_are_nothing_to_check() -> None:
    report = validate_quads(b"")
    assert report.conforms
    assert report.checked == 0


def test_a_graph_of_another_vocabulary_passes_but_was_not_checked() -> None:
    report = validate_quads(b'<urn:a> <urn:b> "c" .')
    assert (report.conforms, report.checked) == (True, 0)


def test_a_subclass_is_held_to_the_shapes_of_its_superclasses() -> None:
    report = validate_quads(f"<urn:c> <{PREFIXES['rdf']}type> <{RG}County> .".encode())
    assert {"Place-prefLabel", "AdministrativeDivision-code", "BelowProvince-partOf"} <= set(shapes_of(report))


def test_a_value_is_reported_as_it_was_written(valid_file: Path) -> None:
    data = nquads(valid_file).replace(b'"80.0"', b'"180.0"')
    (result,) = validate_quads(data).results
    assert result.value == f'"180.0"^^<{XSD}decimal>'


def test_the_report_does_not_depend_on_the_order_of_the_statements(valid_file: Path) -> None:
    lines = nquads(valid_file).replace(b"pilot-city", b"pilot-town").splitlines(keepends=True)
    report = validate_quads(b"".join(lines))
    random.Random(1).shuffle(lines)
    assert report.results
    assert validate_quads(b"".join(lines)) == report


def test_the_report_does_not_depend_on_the_hash_seed(agency_file: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from build_graph.validate import validate_files as v;"
        "r = v([Path(sys.argv[1])]); sys.stdout.write(r.to_json() + r.to_turtle() + r.to_text())"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code, agency_file],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_validation_stays_off_the_network(valid_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert validate_files([valid_file]).conforms


def test_a_small_graph_is_validated_without_a_heavy_library(agency_file: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from build_graph.validate import validate_files as v;"
        "v([Path(sys.argv[1])]); sys.exit(bool({'rdflib', 'pyshacl'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code, agency_file], check=False).returncode == 0


@pytest.mark.parametrize(
    "line",
    [
        b'<urn:a> <urn:p> "x" .',
        b'  <urn:a>\t<urn:p> "\\u4E00"@zh-Hans <urn:g> . # a comment',
        b"_:x <urn:p> _:y <urn:g> .",
        b'<urn:a> <urn:p> "1"^^<http://www.w3.org/2001/XMLSchema#string> <urn:g> .',
    ],
    ids=["no graph", "spaces, escapes and comments", "blank nodes", "strings with a datatype"],
)
def test_quads_may_be_written_in_any_way(line: bytes, valid_file: Path) -> None:
    data = nquads(valid_file, "urn:g") + line
    assert validate_quads(data) == validate_quads(data + b"\n")
    assert validate_quads(data).checked == 48


def test_a_blank_node_goes_by_its_number_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "graph.nt"
    path.write_text(f"_:p <{RG}rule> _:q .\n_:q <{PREFIXES['rdf']}type> <{RG}Passage> .\n", encoding="utf-8")
    assert {result.focus for result in validate_files([path]).results} == {"_:b2"}


def test_what_is_malformed_is_told_with_its_line_even_if_it_looks_plain() -> None:
    good = b'<urn:a> <urn:p> "x" <urn:g> .\n'
    with pytest.raises(RdfError, match=r"^N-Quads:3: malformed N-Quads: "):
        validate_quads(good + good + b'<a> <urn:p> "x" <urn:g> .\n')


def test_a_year_that_never_ends_is_refused_in_one_line() -> None:
    date = f'"{"9" * 19}-01-01"^^<{XSD}date>'
    with pytest.raises(RdfError, match=r'^"9{19}-01-01" is no date: [^\n]*$'):
        validate_quads(f"<urn:a> <{PREFIXES['dcterms']}date> {date} <urn:g> .\n".encode())


LITERALS = st.builds(
    lambda text, kind: ox.Literal(text, datatype=ox.NamedNode(XSD + kind)),
    st.sampled_from(["1", "x", "", "-5", "2020", "2020-01-01", "NaN"]),
    st.sampled_from(["integer", "decimal", "double", "gYear", "date", "dateTime", "boolean", "anyURI"]),
)
TERMS = LITERALS | st.sampled_from(
    [ox.NamedNode("urn:x"), ox.BlankNode("z"), ox.Literal("a"), ox.Literal("a", language="en")]
)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.randoms(use_true_random=False), st.lists(TERMS, min_size=1, max_size=8))
def test_any_values_give_a_report_and_never_an_error(
    valid_file: Path, capfd: pytest.CaptureFixture[str], chance: random.Random, terms: list[ox.Literal]
) -> None:
    statements = [
        Statement(s, p, chance.choice(terms)) if chance.random() < 0.3 and not p.value.endswith("type") else
        Statement(s, p, o)
        for s, p, o in read_files([valid_file])
    ]  # fmt: skip
    report = checked(statements)
    assert checked(list(reversed(statements))) == report
    assert all(report.count(severity) <= len(report.results) for severity in ("violation", "warning", "info"))
    assert capfd.readouterr() == ("", "")


def checked(statements: list[Statement]) -> Report:
    with written(statements, None) as lines:
        return validate(lines, SHAPES)
