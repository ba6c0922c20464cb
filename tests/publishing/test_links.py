import os
from pathlib import Path

import pytest

from publishing.links import linked


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "old"
    path.write_bytes(b"what was written")
    os.utime(path, ns=(10**18, 10**18))
    return path


def test_a_file_gets_a_second_name(source: Path, tmp_path: Path) -> None:
    linked(source, tmp_path / "new")
    assert (tmp_path / "new").samefile(source)


def test_where_the_file_system_knows_no_second_names_it_is_copied_with_its_time(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    linked(source, tmp_path / "new")
    assert (tmp_path / "new").read_bytes() == source.read_bytes()
    assert (tmp_path / "new").stat().st_mtime_ns == 10**18
    assert not (tmp_path / "new").samefile(source)


def test_nothing_that_is_there_is_written_over(source: Path, tmp_path: Path) -> None:
    (tmp_path / "new").write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        linked(source, tmp_path / "new")
    assert (tmp_path / "new").read_bytes() == b"mine"
