"""The clock of all jobs: processor time of a stretch of work."""

from __future__ import annotations

import gc
import json
import sys
from time import process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def seconds(work: Callable[[], object]) -> float:
    """Return the processor seconds of some work, all threads included; garbage of before is not its."""
    gc.collect()
    start = process_time()
    work()
    return process_time() - start


def tell(**figures: object) -> None:
    """Print the figures of a job as its last line."""
    sys.stdout.write(f"{json.dumps(figures, ensure_ascii=False)}\n")
