"""Memory that nobody uses goes back to the system."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

import pytest

from build_graph.work.heap import give_back

BLOCKS, SIZE = 20_000, 4000


def held() -> int:
    """Bytes of memory that this process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


@pytest.mark.skipif(
    sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "malloc_trim"), reason="another allocator"
)
def test_what_was_freed_below_something_still_in_use_is_given_back() -> None:
    library = ctypes.CDLL(None)
    library.malloc.restype = library.memset.restype = ctypes.c_void_p
    blocks = [ctypes.c_void_p(library.malloc(SIZE)) for _ in range(BLOCKS)]
    for block in blocks:
        library.memset(block, 1, SIZE)
    for block in blocks[:-1]:
        library.free(block)
    before = held()
    give_back()
    assert before - held() > BLOCKS * SIZE // 2
    library.free(blocks[-1])


def test_a_system_that_cannot_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda _: object())
    give_back()
