"""``reformgraph validate``, ``place`` and ``gazetteer``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pyoxigraph import parse

VIOLATION = "@prefix rg: <https://w3id.org/reformgraph/ontology#> . <urn:unit> a rg:PilotUnit ."
RG = "https://w3id.org/reformgraph/ontology#"


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """Return a pilot unit without program, place, level or passage."""
    (tmp_path / "bad.ttl").write_text(VIOLATION)
    return tmp_path / "bad.ttl"


def test_a_graph_that_violates_the_shapes_has_status_1(reformgraph, bad: Path) -> None:
    outcome = reformgraph("validate", bad)
    assert outcome.status == 1
    assert outcome.err == ""
    assert "urn:unit" in outcome.out
    assert "rg:place" in outcome.out


def test_a_report_comes_as_json_turtle_and_chinese_text(reformgraph, bad: Path, tmp_path: Path) -> None:
    report = json.loads(reformgraph("validate", bad, "--format", "json").out)
    assert report["conforms"] is False
    (tmp_path / "report.ttl").write_text(reformgraph("validate", bad, "--format", "turtle").out, "utf-8")
    assert any(quad.object.value == "urn:unit" for quad in parse(path=tmp_path / "report.ttl"))
    assert "图谱不合格" in reformgraph("validate", bad, "--language", "zh-Hans").out


def test_a_folder_stands_for_its_graph(reformgraph, tmp_path: Path) -> None:
    (tmp_path / "graph.nq").write_text(f"<urn:unit> <urn:p> <{RG}Goal> <urn:g> .\n")
    assert reformgraph("validate", tmp_path).status == 0


@pytest.mark.parametrize(
    ("text", "complaint"), [("<urn:a> <urn:b> .", "bad.ttl"), (None, "missing.ttl"), ("\x00\x01", "bad.ttl")]
)
def test_a_file_that_cannot_be_checked_is_one_line(text, complaint, reformgraph, tmp_path: Path) -> None:
    file = tmp_path / complaint
    if text is not None:
        file.write_text(text)
    outcome = reformgraph("validate", file)
    assert (outcome.status, outcome.out) == (2, "")
    assert complaint in outcome.err
    assert outcome.err.count("\n") == 1


def test_a_place_is_explained(reformgraph) -> None:
    outcome = reformgraph("place", "朝阳区", "--in", "北京市", "--on", "2023-01-01")
    assert outcome.status == 0
    assert "北京市朝阳区" in outcome.out
    assert "110105" in outcome.out


def test_a_name_of_several_places_gives_the_candidates(reformgraph) -> None:
    outcome = reformgraph("place", "朝阳区")
    assert outcome.status == 0
    assert {"北京市朝阳区", "吉林省长春市朝阳区"} <= set(outcome.out.replace(",", " ").split())


def test_a_date_that_is_none_is_one_line(reformgraph) -> None:
    outcome = reformgraph("place", "朝阳区", "--on", "yesterday")
    assert (outcome.status, outcome.out) == (2, "")
    assert "yesterday" in outcome.err
    assert outcome.err.count("\n") == 1


def test_the_gazetteer_is_written_as_rdf_with_its_own_base(reformgraph, tmp_path: Path) -> None:
    file = tmp_path / "places.nt"
    assert reformgraph("gazetteer", "-o", file, "--base", "https://example.org/") == (0, "", "")
    rows = file.read_text("utf-8").splitlines()
    county = f'<https://example.org/place/130284> <{RG}fullName> "河北省唐山市滦州市"@zh-hans .'
    assert county in rows
    assert len(rows) > 100_000
    subjects = [row.split()[0] for row in rows]
    assert subjects == sorted(subjects)


def test_the_suffix_of_the_gazetteer_must_name_a_syntax(reformgraph, tmp_path: Path) -> None:
    outcome = reformgraph("gazetteer", "-o", tmp_path / "places.csv")
    assert outcome.status == 2
    assert "places.csv: the suffix names no RDF syntax; known are .ttl" in outcome.err
    assert list(tmp_path.iterdir()) == []


def test_place_of_an_unknown_province_is_refused(reformgraph) -> None:
    outcome = reformgraph("place", "朝阳区", "--in", "火星省")
    assert outcome.status == 2
    assert "there is no province '火星省'" in outcome.err


def test_place_tells_by_its_status_that_nothing_has_the_name(reformgraph) -> None:
    assert reformgraph("place", "火星县").status == 1
    assert reformgraph("place", "朝阳区").status == 0
    assert reformgraph("place", "石河子市", "--in", "新疆生产建设兵团").status == 0
