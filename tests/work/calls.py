"""Calls for worker processes: they must be found by name there."""

import os
import signal
import time
from pathlib import Path


def double(number: int) -> int:
    """Return twice the number."""
    return 2 * number


def misbehave(what: str) -> str:
    """Do what a document must not do."""
    if what == "sleep":
        time.sleep(60)
    if what == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if what == "grow":
        return str(len(bytearray(8 * 2**30)))
    if what == "fail":
        raise ValueError(what)
    return what


def die_once(marker: Path) -> str:
    """Bring the process down the first time."""
    if not marker.exists():
        marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "done"


def process_id(_: object) -> int:
    """Return the process that makes the call."""
    return os.getpid()
