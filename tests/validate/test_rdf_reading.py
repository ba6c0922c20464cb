"""Reading RDF: every syntax, and one clear line for whatever is none."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from build_graph.validate import RdfError, validate_quads
from build_graph.validate.rdf import read_files, read_quads
from ontology.errors import ReformgraphError
from tests.publishing.cutting import laid

if TYPE_CHECKING:
    from pathlib import Path

SYNTAXES = {
    "ttl": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "rdf": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}
QUAD = ox.Quad(ox.NamedNode("urn:a:1"), ox.NamedNode("urn:b#c"), ox.Literal("试点", language="zh-hans"))


def written(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def serialized(syntax: ox.RdfFormat) -> bytes:
    return ox.serialize([QUAD if syntax.supports_datasets else QUAD.triple], format=syntax)


def error_of(path: Path) -> str:
    with pytest.raises(RdfError) as caught:
        list(read_files([path]))
    return str(caught.value)


@pytest.mark.parametrize("suffix", SYNTAXES)
def test_a_suffix_tells_the_syntax(suffix: str, tmp_path: Path) -> None:
    path = written(tmp_path, f"graph.{suffix}", serialized(SYNTAXES[suffix]))
    assert list(read_files([path])) == [tuple(QUAD)[:3]]


@pytest.mark.parametrize("suffix", SYNTAXES)
def test_without_a_known_suffix_the_syntaxes_are_tried(suffix: str, tmp_path: Path) -> None:
    path = written(tmp_path, "graph", serialized(SYNTAXES[suffix]))
    assert list(read_files([path])) == [tuple(QUAD)[:3]]


def test_an_upper_case_suffix_is_a_suffix(tmp_path: Path) -> None:
    assert list(read_files([written(tmp_path, "GRAPH.TTL", "<urn:a> <urn:b> <urn:c> .")]))


def test_relative_names_are_relative_to_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, "graph.ttl", "<#a> <urn:b> <c> .")
    ((subject, _, target),) = read_files([path])
    assert subject.value == path.as_uri() + "#a"
    assert target.value == tmp_path.as_uri() + "/c"


def test_blank_nodes_of_two_files_stay_two(tmp_path: Path) -> None:
    paths = [written(tmp_path, name, "_:x <urn:b> _:y . _:x <urn:b> [] .") for name in ("1.ttl", "2.ttl")]
    names = [(s.value, o.value) for s, _, o in read_files(paths)]
    assert names == [("b1", "b2"), ("b1", "b3"), ("b4", "b5"), ("b4", "b6")]


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("a.ttl", "<urn:a> <urn:b>\n  <urn:c> .\n<urn:a> <urn:b> .", 3),
        ("a.trig", "GRAPH <urn:g> {\n<urn:a> }", 2),
        ("a.nt", "<urn:a> <urn:b> <urn:c> .\n<urn:a> .\n", 2),
        ("a.nq", "<urn:a> <urn:b> <urn:c> <urn:g> .\n\n<urn:a <urn:b> .\n", 3),
        ("a.jsonld", '{\n"@id": }', 2),
    ],
)
def test_malformed_rdf_is_named_with_its_line(name: str, text: str, line: int, tmp_path: Path) -> None:
    path = written(tmp_path, name, text)
    assert error_of(path).startswith(f"{path}:{line}: malformed ")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.rdf", "<rdf>", "malformed RDF/XML"),
        ("a.ttl", b"\x89PNG\r\n\x1a\n\xff\xff", "malformed Turtle"),
        ("a.dat", "This is no RDF.", "is no RDF that can be read"),
        ("a.ttl", "", "holds no RDF statement"),
        ("a.ttl", "@prefix a: <urn:a> .", "holds no RDF statement"),
        ("a", "", "holds no RDF statement"),
        ("a.jsonld", '{"@context": "https://example.org/c", "name": "x"}', "context on the network"),
        ("a.jsonld", '{"@context": ["https://example.org/c"], "name": "x"}', "context on the network"),
        ("a.ttl", "<urn:a> <urn:b> <<( <urn:c> <urn:d> <urn:e> )>> .", "triple terms"),
    ],
)
def test_a_file_that_is_no_graph_is_refused(name: str, data: bytes | str, reason: str, tmp_path: Path) -> None:
    path = written(tmp_path, name, data)
    message = error_of(path)
    assert message.startswith(str(path))
    assert reason in message


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert re.fullmatch(
        r".*nothing\.ttl: cannot be read: No such file or directory", error_of(tmp_path / "nothing.ttl")
    )


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert error_of(tmp_path) == f"{tmp_path}: is a folder; name the RDF files in it"


def test_malformed_quads_are_named_with_their_line() -> None:
    with pytest.raises(RdfError, match=r"^N-Quads:2: malformed N-Quads: "):
        list(read_quads([io.BytesIO(b"<urn:a> <urn:b> <urn:c> .\nx\n")]))


def test_a_missing_file_of_quads_is_named(tmp_path: Path) -> None:
    with pytest.raises(RdfError, match=r"graph\.nq: cannot be read"):
        validate_quads(tmp_path / "graph.nq")


def test_an_error_is_one_line_that_a_user_can_mend(tmp_path: Path) -> None:
    message = error_of(written(tmp_path, "a.ttl", '<urn:a> <urn:b> "\n\n'))
    assert "\n" not in message
    assert issubclass(RdfError, ReformgraphError)


# files in parts


def test_a_folder_of_parts_stands_for_its_file(tmp_path: Path) -> None:
    parts = (b"_:x <urn:p> <urn:1> <urn:g> .\n", b"", b"_:x <urn:p> <urn:2> <urn:g> .\n")
    found = list(read_files([laid(tmp_path / "graph.nq", *parts)]))
    assert [(one.subject.value, one.object.value) for one in found] == [("b1", "urn:1"), ("b2", "urn:2")]


def test_a_file_in_parts_is_empty_only_if_all_of_them_are(tmp_path: Path) -> None:
    folder = laid(tmp_path / "graph.ttl", b"", b"# nothing\n")
    assert error_of(folder) == f"{folder}: holds no RDF statement; give a file with a graph"


def test_a_malformed_part_is_named_with_the_line_in_it(tmp_path: Path) -> None:
    folder = laid(tmp_path / "graph.nq", b"<urn:a> <urn:b> <urn:c> .\n", b"<urn:a> <urn:b> <urn:c> .\nx\n")
    assert error_of(folder).startswith(f"{folder}/part-00001.nq:2: malformed N-Quads: ")


def test_a_missing_part_is_named(tmp_path: Path) -> None:
    folder = laid(tmp_path / "graph.nq", b"<urn:a> <urn:b> <urn:c> .\n")
    (folder / "part-00002.nq").touch()
    assert error_of(folder).startswith(f"{folder}: cannot be read: it has no part-00001.nq")
