"""Standard output and error: UTF-8 whatever the locale, line feeds, and a quiet end when nobody reads on.

What documents and graphs say may hold sequences that steer a terminal (hide a line, rename the window, answer for the
user). A terminal gets them written out; a file or a pipe gets every text as it is.
"""

from __future__ import annotations

import io
import os
import sys
import warnings
from contextlib import suppress
from typing import Final, TextIO

from queries.visible import visible

_LAYOUT: Final = "\n\t"
"""Control characters that lay out a text."""


class _Terminal(io.TextIOWrapper):
    """A terminal that no text steers."""

    def write(self, text: str) -> int:
        """Write a text, its control characters written out."""
        super().write(visible(text, kept=_LAYOUT))
        return len(text)


def prepare() -> None:
    """Let both streams take any text; what has no UTF-8 form (in a file's name) is shown escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    own = sys.stdout is sys.__stdout__  # a program that put another stream there looks after it
    if own and isinstance(sys.stdout, io.TextIOWrapper) and sys.stdout.isatty():
        sys.stdout = _Terminal(sys.stdout.detach(), "utf-8", "backslashreplace", "\n", line_buffering=True)
    warnings.showwarning = _warn


def _warn(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    """Show a warning as other messages are shown; what tells developers of deprecations is not for the user."""
    del filename, lineno, file, line
    if issubclass(category, UserWarning):
        complain(str(message), kind="warning")


def complain(message: str, *, kind: str = "error") -> None:
    """Write one line to standard error; a line break in the message does not break the line."""
    with suppress(OSError):
        sys.stderr.write(f"reformgraph: {kind}: {visible(' '.join(message.split()))}\n")


def give_up_output() -> None:
    """Let standard output lead nowhere, so that what its buffer still holds does not fail again at exit."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
