import shutil
from pathlib import Path

import pytest

import build_graph
from build_graph.work import fingerprint as module
from build_graph.work.fingerprint import fingerprint


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the program that can be changed."""
    copy = tmp_path / "build_graph"
    shutil.copytree(Path(build_graph.__file__).parent, copy, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(module, "files", lambda _: copy)
    return copy


def now() -> str:
    return fingerprint.__wrapped__()


def test_it_is_the_same_while_nothing_changes(program: Path) -> None:
    assert now() == now() != ""


@pytest.mark.parametrize("file", ["extract/goals/goals.py", "model.py", "parse/sentences.py", "work/codec.py"])
def test_a_change_of_a_rule_changes_it(program: Path, file: str) -> None:
    before = now()
    with (program / file).open("a") as changed:
        changed.write("# changed\n")
    assert now() != before


def test_a_correction_of_a_table_changes_it(program: Path) -> None:
    table = next(iter(sorted((program / "extract").rglob("*.tsv"))))
    before = now()
    table.write_text(table.read_text("utf-8") + "\n", "utf-8")
    assert now() != before


def test_what_has_no_part_in_reading_does_not_change_it(program: Path) -> None:
    before = now()
    (program / "emit" / "terms.py").write_text("")
    (program / "extract" / "__pycache__").mkdir()
    (program / "extract" / "__pycache__" / "x.pyc").write_bytes(b"x")
    assert now() == before


def test_another_version_of_a_library_changes_it(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = now()
    monkeypatch.setattr(module, "version", lambda _: "99")
    assert now() != before
