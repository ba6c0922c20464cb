"""Showing a person how far a long build has come."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def counting(*, quiet: bool) -> Iterator[Callable[[str], None] | None]:
    """Give a function that shows the name of each document it is called with; None if nobody watches."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console  # noqa: PLC0415  (rich takes 0.1 s to import, and few builds are watched)
    from rich.markup import escape  # noqa: PLC0415

    from queries.visible import visible  # noqa: PLC0415

    count = 0
    with Console(file=sys.stderr).status("reading …") as status:

        def show(name: str) -> None:
            nonlocal count
            count += 1
            status.update(f"document {count}: {escape(visible(name))}")

        yield show
