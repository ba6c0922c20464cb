import sqlite3
import subprocess
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import pytest

from build_graph.work import cache as module
from build_graph.work.cache import STAYING, Cache, CacheError, clear, contents, folder

ROOT = Path(__file__).parents[2]


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
    assert contents(tmp_path).current == (0, 0)
    assert contents(tmp_path).others == [(1, 1)]


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
        assert contents(tmp_path).current.values > 1000


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


# other programs


@contextmanager
def used_by(program: str, at: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cache]:
    """Open the cache as another version of the program does."""
    with monkeypatch.context() as patch:
        patch.setattr(module, "fingerprint", lambda: program)
        with Cache(at) as cache:
            yield cache


def kept(at: Path) -> dict[str, int]:
    return {program: kept.values for program, kept in contents(at).programs.items()}


def test_what_the_programs_used_last_have_kept_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for program in "abcd":
        with used_by(program, tmp_path, monkeypatch) as cache:
            cache.put("x", b"1")
    assert kept(tmp_path) == {"b": 1, "c": 1, "d": 1}


def test_looking_something_up_is_a_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for program in "abc":
        with used_by(program, tmp_path, monkeypatch) as cache:
            cache.put("x", b"1")
    with used_by("a", tmp_path, monkeypatch) as cache:
        assert cache.get("x") == b"1"
    with used_by("d", tmp_path, monkeypatch) as cache:
        cache.put("x", b"1")
    assert kept(tmp_path) == {"a": 1, "c": 1, "d": 1}


def test_a_program_that_keeps_nothing_drives_nothing_out_before_its_turn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for program in "abc":
        with used_by(program, tmp_path, monkeypatch) as cache:
            cache.put("x", b"1")
    for _ in range(5):
        with used_by("c", tmp_path, monkeypatch):
            pass
    assert kept(tmp_path) == {"a": 1, "b": 1, "c": 1}


def test_no_build_has_to_let_go_everything_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with used_by("a", tmp_path, monkeypatch) as cache:
        for number in range(5000):
            cache.put(str(number), b"x")
    left = []
    for program in ("b", "c", "d", "d", "d", "d", "d"):
        with used_by(program, tmp_path, monkeypatch) as cache:
            cache.put("x", b"1")
        left.append(kept(tmp_path).get("a", 0))
    assert left[:2] == [5000, 5000]
    assert all(0 < before - after < 5000 for before, after in pairwise(left[1:6]))
    assert left[-1] == 0


def test_the_file_does_not_grow_with_the_number_of_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = []
    for program in range(12):
        with used_by(str(program), tmp_path, monkeypatch) as cache:
            for number in range(1500):
                cache.put(str(number), bytes(1000))
        sizes.append(contents(tmp_path).bytes)
    assert sizes[-1] < 1.1 * sizes[4]
    assert sizes[3] > 2 * sizes[0]


def test_room_that_is_free_is_given_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with used_by("a", tmp_path, monkeypatch) as cache:
        for number in range(1000):
            cache.put(str(number), bytes(5000))
    before = contents(tmp_path).bytes
    for program in "bcd":
        with used_by(program, tmp_path, monkeypatch):
            pass
    assert contents(tmp_path).bytes < before / 10


def test_a_cache_of_an_earlier_form_is_used_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connection = sqlite3.connect(tmp_path / "facts.sqlite")
    connection.execute(
        "CREATE TABLE kept (program TEXT, key TEXT, value BLOB, sum INTEGER, PRIMARY KEY (program, key)) WITHOUT ROWID"
    )
    rows = [(program, "x", b"1", zlib.crc32(b"1")) for program in "pqrst"]
    connection.executemany("INSERT INTO kept VALUES (?, ?, ?, ?)", rows)
    connection.commit()
    connection.close()
    for _ in range(3):
        with used_by("r", tmp_path, monkeypatch) as cache:
            assert cache.get("x") == b"1"
    assert len(kept(tmp_path)) == 3
    assert kept(tmp_path)["r"] == 1


def test_a_cache_that_may_only_be_looked_at_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Cache(tmp_path) as cache:
        cache.put("a", b"1")
    connection = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda file, **given: connection(f"file:{file}?mode=ro", uri=True, **given))
    with Cache(tmp_path) as cache:
        assert cache.get("a") == b"1"
    assert cache.trouble is None
    with Cache(tmp_path) as cache:
        cache.put("b", b"2")
    assert cache.trouble


USER = """
import sys
from build_graph.work import cache
name, at, count = sys.argv[1], cache.Path(sys.argv[2]), int(sys.argv[3])
cache.fingerprint = lambda: name
for _ in range(3):
    with cache.Cache(at) as own:
        for number in range(count):
            value = f"{name} {number}".encode()
            assert own.get(str(number)) in (None, value)
            own.put(str(number), value)
        assert own.trouble is None, own.trouble
"""
"""A program that keeps and looks up its own values, three times."""


@pytest.mark.parametrize("programs", [["a", "b"], ["a", "a"], ["a", "b", "c", "d", "e"]], ids="".join)
def test_programs_that_run_at_once_do_not_hurt_each_other(programs: list[str], tmp_path: Path) -> None:
    command = [sys.executable, "-c", USER]
    running = [
        subprocess.Popen([*command, name, tmp_path, "1500"], stderr=subprocess.PIPE, cwd=ROOT) for name in programs
    ]
    said = [process.communicate()[1] for process in running]
    assert said == [b""] * len(programs)
    if len(programs) <= STAYING:
        assert kept(tmp_path) == dict.fromkeys(programs, 1500)
    else:
        assert sum(count == 1500 for count in kept(tmp_path).values()) >= 1
