"""Standard output and error: UTF-8 whatever the locale, line feeds, and a quiet end when nobody reads on."""

from __future__ import annotations

import io
import os
import sys
import warnings
from contextlib import suppress
from typing import TextIO


def prepare() -> None:
    """Let both streams take any text; what has no UTF-8 form (in a file's name) is shown escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
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
        sys.stderr.write(f"reformgraph: {kind}: {' '.join(message.split())}\n")


def give_up_output() -> None:
    """Let standard output lead nowhere, so that what its buffer still holds does not fail again at exit."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
