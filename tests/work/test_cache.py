import sqlite3
from pathlib import Path

import pytest

from build_graph.work import cache as module
from build_graph.work.cache import Cache, CacheError, clear, contents, folder


def test_what_was_put_is_there_the_next_time(tmp_path: Path) -> None:
    with Cache(tmp_path) as cache:
        cache.put("a", b"1")
        assert cache.get("a") == b"1"
    with Cache(tmp_path) as cache:
        assert cache.get("a") == b"1"
        assert cache.get("b") is None


def test_a_value_is_replaced(tmp_path: Path) -> None:
    for value in (b"1", b"2"):
        with Cache(tmp_path) as cache:
            cache.put("a", value)
    with Cache(tmp_path) as cache:
        assert cache.get("a") == b"2"


def test_another_program_finds_nothing_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Cache(tmp_path) as cache:
        cache.put("a", b"1")
    monkeypatch.setattr(module, "fingerprint", lambda: "another")
    with Cache(tmp_path) as cache:
        assert cache.get("a") is None
    assert contents(tmp_path).current == 0
    assert sum(contents(tmp_path).entries.values()) == 1


def test_a_value_whose_bytes_have_changed_on_the_disk_is_none(tmp_path: Path) -> None:
    with Cache(tmp_path) as cache:
        cache.put("a", b"1")
    connection = sqlite3.connect(tmp_path / "facts.sqlite")
    connection.execute("UPDATE kept SET value = ?", (b"2",))
    connection.commit()
    connection.close()
    with Cache(tmp_path) as cache:
        assert cache.get("a") is None


def test_two_builds_share_a_cache(tmp_path: Path) -> None:
    with Cache(tmp_path) as one, Cache(tmp_path) as other:
        one.put("a", b"1")
        other.put("b", b"2")
    with Cache(tmp_path) as cache:
        assert (cache.get("a"), cache.get("b")) == (b"1", b"2")


def test_many_values_are_written_before_the_end(tmp_path: Path) -> None:
    with Cache(tmp_path) as cache:
        for number in range(2000):
            cache.put(str(number), b"x")
        assert contents(tmp_path).current > 1000


def test_a_damaged_file_keeps_nothing_and_says_why(tmp_path: Path) -> None:
    (tmp_path / "facts.sqlite").write_bytes(b"no database at all" * 100)
    with Cache(tmp_path) as cache:
        cache.put("a", b"1")
        assert cache.get("a") is None
        assert cache.trouble
    with pytest.raises(CacheError, match="cache clear"):
        contents(tmp_path)
    clear(tmp_path)
    assert contents(tmp_path).bytes == 0


def test_a_folder_that_is_a_file_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("x")
    with Cache(tmp_path / "cache") as cache:
        cache.put("a", b"1")
        assert cache.get("a") is None
        assert cache.trouble


def test_clearing_removes_the_file_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("x")
    with Cache(tmp_path) as cache:
        cache.put("a", b"1")
    clear(tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == ["mine"]
    clear(tmp_path)


def test_only_its_owner_can_look_into_a_new_cache(tmp_path: Path) -> None:
    with Cache(tmp_path / "new"):
        assert (tmp_path / "new").stat().st_mode & 0o777 == 0o700


def test_the_variable_names_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("REFORMGRAPH_CACHE", str(tmp_path))
    assert folder() == tmp_path
    monkeypatch.delenv("REFORMGRAPH_CACHE")
    assert folder().name == "reformgraph"
