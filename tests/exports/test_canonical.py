"""Statements as texts: lines are taken apart only where a parser would read the same."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, RdfFormat, Triple, parse, serialize

from exports.rdf.canonical import statements, taken_apart, written
from ontology import PREFIXES
from queries.errors import QueryError
from queries.store import GraphFile
from tests.publishing.cutting import laid

S, P, G = "<https://example.org/试点#char=3,9>", "<http://example.org/p>", "<https://example.org/g/a%2Fb>"


def line(thing: str, *, subject: str = S, graph: str = f" {G}") -> bytes:
    return f"{subject} {P} {thing}{graph} .\n".encode()


@pytest.mark.parametrize(
    "thing",
    [
        "<https://example.org/教育/试点>",
        '"试点"@zh-hans',
        '"\\\\u"',
        '"a\\"b\\n\\t\\r\\b\\f\\\\"@en',
        '"2025"^^<http://www.w3.org/2001/XMLSchema#gYear>',
        '""',
        '"a <b> . "',
    ],
)
@pytest.mark.parametrize("graph", [f" {G}", ""])
def test_canonical_lines_are_taken_apart(thing: str, graph: str) -> None:
    assert taken_apart(line(thing, graph=graph)) == [(S.encode(), P.encode(), thing.encode(), graph.strip().encode())]


@pytest.mark.parametrize(
    "other",
    [
        line('"\\u8bd5"'),  # an escape that is not needed
        line('"a\tb"'),  # a tab that has to be escaped
        line('"a"@EN'),  # a language with capital letters
        line(f'"a"^^<{PREFIXES["xsd"]}string>'),  # a datatype that goes without saying
        line('"a"', subject="_:a"),
        line("_:b"),
        line('"a"', graph=" _:g"),
        line("<< <http://a.cn/s> <http://a.cn/p> <http://a.cn/o> >>"),
        line("  <http://a.cn/o>"),
        line("<http://a.cn/%zz>"),
        line("<relative>"),
        line("<http://a.cn/\ue000>"),
        line("<http://a.cn:port/>"),
        line("<http://a.cn/a b>"),
        line('"a"') + b"# a comment\n",
        line('"a"').replace(b"\n", b"\r\n"),
        line('"a"').removesuffix(b"\n"),
        line('"\\x"'),
        line('"a"').replace("试".encode(), b"\xff"),
    ],
)
def test_a_block_with_anything_else_is_left_to_the_parser(other: bytes) -> None:
    assert taken_apart(line('"a"')) != []
    assert taken_apart(line('"a"') + other) == []


PARTS = st.one_of(
    st.sampled_from(["<http://a.cn/", "<https://b.org/x#", "<urn:x", "_:", "<<(", ")>>", "^^", " .\n"]),
    st.sampled_from([f"^^<{PREFIXES['xsd']}string>", "^^<http://a.cn/t>", "<http://a.cn/s> ", " <http://a.cn/g> .\n"]),
    st.sampled_from(["zh-hans", "en", "EN", "\\n", "\\u8BD5", "%E8", "//", "\u2028", "\U00020000", "\ue000", "\ufdd0"]),
    st.sampled_from(list("<>\"' \\%@.\n\t\x7f\x80\xa0[]#?/:|{试Ａae")),
)


@given(st.lists(PARTS, max_size=10).map("".join), st.lists(PARTS, max_size=4).map("".join))
def test_what_is_taken_apart_is_what_the_parser_reads(thing: str, name: str) -> None:
    for text in (
        f"<http://a.cn/s> <http://a.cn/p> {thing} <http://a.cn/g> .\n",
        f'<http://a.cn/{name}> <http://a.cn/p> "{thing}" <http://a.cn/g> .\n',
        f'<http://{name}> <http://a.cn/p> "a{thing} .\n',
        thing,
    ):
        found = taken_apart(text.encode())
        if found:
            assert serialize(parse(text, format=RdfFormat.N_QUADS), format=RdfFormat.N_QUADS) == text.encode()
            assert b"".join(b" ".join(filter(None, terms)) + b" .\n" for terms in found) == text.encode()


def test_a_triple_term_is_written_with_its_brackets() -> None:
    node = NamedNode("urn:a")
    assert written(Triple(node, node, Triple(node, node, node))).count(b"<<( ") == 2


@pytest.mark.parametrize("suffix", [".nq", ".NQ", ".nt", ".ttl", ".trig"])
def test_every_syntax_gives_the_same_terms(suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"graph{suffix}"
    file.write_text('_:a <urn:p> "1"@EN .\n# a comment\n<http://a.cn/s>\t<urn:p>  "\\u8bd5" .\n', "utf-8")
    found = [terms for batch in statements(GraphFile.at(file)) for terms in batch]
    assert found == [(b"_:a", b"<urn:p>", b'"1"@en', b""), (b"<http://a.cn/s>", b"<urn:p>", '"试"'.encode(), b"")]


def test_what_is_malformed_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "graph.nq"
    file.write_bytes(line('"a"') * 20_000 + b"<http://a.cn/s> nonsense\n")
    with pytest.raises(QueryError, match=r"graph\.nq is not well-formed: .*line 20001"):
        list(statements(GraphFile.at(file)))


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="cannot be read: No such file"):
        list(statements(GraphFile(tmp_path / "gone.nq", RdfFormat.N_QUADS)))


def test_parts_follow_each_other_whether_or_not_a_line_end_does(tmp_path: Path) -> None:
    folder = laid(tmp_path / "graph.nq", line('"1"') + line('"2"').rstrip(), line('"3"'), b"", line('"4"').rstrip())
    found = [terms[2] for batch in statements(GraphFile.at(folder)) for terms in batch]
    assert found == [b'"1"', b'"2"', b'"3"', b'"4"']


def test_what_is_malformed_in_a_part_is_told_with_its_line_there(tmp_path: Path) -> None:
    folder = laid(tmp_path / "graph.nq", line('"a"') * 3, line('"a"') * 2 + b"<http://a.cn/s> nonsense\n")
    with pytest.raises(QueryError, match=r"part-00001\.nq is not well-formed: .*line 3"):
        list(statements(GraphFile.at(folder)))


def test_a_part_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    folder = laid(tmp_path / "graph.nq", line('"a"'))
    (folder / "part-00001.nq").symlink_to(tmp_path / "gone.nq")
    with pytest.raises(QueryError, match=r"part-00001\.nq cannot be read: No such file"):
        list(statements(GraphFile.at(folder)))
