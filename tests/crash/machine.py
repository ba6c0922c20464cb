"""Disks of the size and kind that a test needs, mounted where only the test's processes see them.

A namespace of Linux lets a program mount file systems for itself and its children, and no more than that; it ends with the
process that holds it.
"""

from __future__ import annotations

import subprocess
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.crash.killing import Command, environment

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNPRIVILEGED = ("setpriv", "--bounding-set=-all", "--inh-caps=-all")
"""Root without its powers: what no permission allows is not allowed."""


class Machine:
    """Runs commands in a namespace of their own."""

    def __init__(self, holder: subprocess.Popen[bytes]) -> None:
        self._holder = holder
        self._enter = ("nsenter", f"--target={holder.pid}", "--user", "--mount", "--preserve-credentials")

    def run(self, *command: object) -> None:
        """Let a command end well."""
        done = self.attempt(tuple(map(str, command)))
        assert done.returncode == 0, done.stderr

    def attempt(self, command: Command, **more: str) -> subprocess.CompletedProcess[str]:
        """Let a command end, well or not."""
        enter = (*self._enter, f"--wdns={Path.cwd()}")
        return subprocess.run([*enter, *command], env=environment(**more), capture_output=True, text=True, check=False)

    def seen(self, path: Path) -> Path:
        """Return the way to what the commands see at a path."""
        return Path(f"/proc/{self._holder.pid}/root") / path.relative_to("/")


@contextmanager
def machine() -> Iterator[Machine]:
    """Give a machine; skip the test where the system allows no namespaces."""
    command = ["unshare", "--map-root-user", "--mount", "sh", "-c", "echo ready; exec sleep 600"]
    try:
        holder = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    except FileNotFoundError:
        pytest.skip("no unshare (util-linux) on this machine: no disks of our own")
    with holder:
        assert holder.stdout
        if holder.stdout.readline() != b"ready\n":
            pytest.skip("this machine allows no user namespaces: no disks of our own")
        try:
            yield Machine(holder)
        finally:
            holder.kill()


def without_privileges(command: Command) -> Command:
    """Return a command that has no more rights than the owner of its files, even if root runs it."""
    done = subprocess.run([*_UNPRIVILEGED, "true"], capture_output=True, check=False)
    return (*_UNPRIVILEGED, *command) if done.returncode == 0 else command
