"""What is installed is what was looked at: exact versions, each archive by its digest, and no address to fetch it from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

LOCKS = sorted((Path(__file__).parent.parent.parent / "requirements").glob("*.txt"))
ENTRY = re.compile(r"[a-z0-9][a-z0-9.-]*==[0-9][\w.+!]*(?: ; [^\\\n]+)?(?: \\\n    --hash=sha256:[0-9a-f]{64})+\n")


def entries(lock: Path) -> dict[str, set[str]]:
    """Return the digests of each exact version in a lock file."""
    return {
        re.split(" [;\\\\]", entry)[0]: set(re.findall("sha256:[0-9a-f]+", entry))
        for entry in ENTRY.findall(lock.read_text("utf-8"))
    }


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_file_holds_nothing_but_exact_versions_with_their_digests(lock: Path) -> None:
    assert ENTRY.sub("", lock.read_text("utf-8")) == ""
    assert len(entries(lock)) > 30


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_file_names_no_address(lock: Path) -> None:
    text = lock.read_text("utf-8")
    assert "://" not in text
    assert not re.search(r"^-|--(?:extra-)?index|--find-links|--trusted", text, re.MULTILINE)


def test_the_tests_run_with_the_versions_that_users_get() -> None:
    dev, runtime = map(entries, LOCKS)
    assert runtime.items() <= dev.items()
