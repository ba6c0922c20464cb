"""What nests deeper than an engine can take is told by its brackets, and nothing else is."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse

from ontology.nesting import DEEPEST, file_too_deep, json_too_deep, turtle_too_deep

JSON = st.recursive(
    st.none() | st.integers() | st.text(alphabet='[]{}"\\a'),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(alphabet='[]{}"'), inner, max_size=3),
)


def depth(value: object) -> int:
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return 0 if inside is None else 1 + max(map(depth, inside), default=0)


@given(JSON, st.integers(DEEPEST - 4, DEEPEST + 2))
def test_json_is_too_deep_beyond_a_number_of_levels_and_not_before(value: object, around: int) -> None:
    for _ in range(around):
        value = {"a": value, "b]": "["}
    assert json_too_deep(json.dumps(value).encode()) == (depth(value) > DEEPEST)


@pytest.mark.parametrize("cut", range(0, 200, 7))
def test_json_that_breaks_off_is_malformed_and_not_deep(cut: int) -> None:
    assert not json_too_deep((json.dumps({"a": ["x]", {"b": [1]}]}) * 5)[:cut].encode())


def nested(levels: int, around: str = "") -> str:
    return f"<u:s> <u:p> {'<<( <u:a> <u:b> ' * levels}{around}<u:o> {')>> ' * levels}.\n"


@pytest.mark.parametrize("levels", [0, 1, DEEPEST, DEEPEST + 1])
@pytest.mark.parametrize("syntax", [RdfFormat.N_QUADS, RdfFormat.TRIG])
def test_triple_terms_are_too_deep_beyond_a_number_of_levels_and_not_before(levels: int, syntax: RdfFormat) -> None:
    text = nested(levels).encode()
    assert len(list(parse(text, syntax))) == 1
    assert file_too_deep(io.BytesIO(text), syntax) == (levels > DEEPEST)


MARKS = [
    '<u:s> <u:p> "{}" .',
    "<u:s> <u:p> '{}' .",
    '<u:s> <u:p> """\n{}\n"" """ .',
    "<u:s> <u:p> '''\n{}\n'' ''' .",
    '<u:s> <u:p> "\\"{}" .',
    "# {}",
    "<u:s> <u:p> <u:o> . # \" ' {}",
]


@pytest.mark.parametrize("mark", MARKS)
def test_what_texts_and_comments_say_does_not_nest(mark: str) -> None:
    text = f"{mark.format('<<( ' * (DEEPEST + 1))}\n{nested(1)}".encode()
    assert list(parse(text, RdfFormat.TURTLE))
    assert not turtle_too_deep(text)


@pytest.mark.parametrize("mark", MARKS)
def test_texts_and_comments_hide_no_depth(mark: str) -> None:
    text = f"{mark.format(')>> ' * 1000)}\n{nested(DEEPEST + 1)}".encode()
    assert list(parse(text, RdfFormat.TURTLE))
    assert turtle_too_deep(text)


@pytest.mark.parametrize("sign", ["'", "#"])
def test_an_escaped_sign_in_a_name_starts_nothing(sign: str) -> None:
    text = f"PREFIX : <u:>\n:\\{sign}s :p {'<<( :a :b ' * (DEEPEST + 1)}:o{' )>>' * (DEEPEST + 1)} .".encode()
    assert list(parse(text, RdfFormat.TURTLE))
    assert turtle_too_deep(text)


DEEP = {
    "deep.nq": nested(50_000),
    "deep.ttl": nested(50_000),
    "deep.n3": nested(50_000),
    "deep.jsonld": '{"u:p":' * 50_000 + '"a"' + "}" * 50_000,
    "cut.nt": nested(50_000)[:500_000],
    "cut.jsonld": '{"u:p":[' * 50_000,
}


@pytest.mark.parametrize("command", [["ask", "provinces-with-county-and-city-pilots", "--graph"], ["validate"]])
@pytest.mark.parametrize("name", DEEP)
def test_a_deep_file_is_refused_in_one_line(name: str, command: list[str], tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_text(DEEP[name], "utf-8")
    run = [sys.executable, "-m", "reformgraph", *command, str(file)]
    done = subprocess.run(run, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{file}: nests more than {DEEPEST} levels deep" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("name", DEEP)
def test_a_deep_file_without_a_known_suffix_is_refused(name: str, tmp_path: Path) -> None:
    file = tmp_path / "graph"
    file.write_text(DEEP[name], "utf-8")
    run = [sys.executable, "-m", "reformgraph", "validate", str(file)]
    done = subprocess.run(run, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "is no RDF that can be read" in done.stderr


@pytest.mark.parametrize("levels", [5_000, 100_000])
def test_lists_and_blank_nodes_of_turtle_may_nest(levels: int) -> None:
    turtle = f"<u:s> <u:p> {'[ <u:p> ( ' * levels}1{' ) ]' * levels} .".encode()
    assert not file_too_deep(io.BytesIO(turtle), RdfFormat.TURTLE)
    assert sum(1 for _ in parse(turtle, RdfFormat.TURTLE)) > levels
