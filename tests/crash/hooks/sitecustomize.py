"""Imported by every process of a command: in the first it counts what is done with files, and kills all at a count."""

import os
import signal
import sys

WATCHED = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "shutil.rmtree"}
SYSTEM_CALLS = {"syncfs", "renameat2"}
"""Functions that are called through ctypes, which tells only that they are looked up."""


def told(event, arguments, below):
    """Return what a process is about to do with a file below a folder; nothing if it does something else."""
    if event == "ctypes.dlsym":
        return f"call {arguments[1]}" if arguments[1] in SYSTEM_CALLS else None
    if event not in WATCHED or not isinstance(arguments[0], str | bytes | os.PathLike):
        return None
    path = os.fsdecode(arguments[0])
    in_open_folder = event in {"os.remove", "os.rmdir"} and arguments[1] != -1
    return f"{event} {path}" if in_open_folder or path.startswith(below) else None


def install(below, die_at, log):
    """Count from now on."""
    count = 0

    def hook(event, arguments):
        nonlocal count
        line = told(event, arguments, below)
        if line is None:
            return
        count += 1
        if count == die_at:
            os.killpg(0, signal.SIGKILL)
        if log is not None:
            descriptor = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
            os.write(descriptor, f"{line}\n".encode())
            os.close(descriptor)

    sys.addaudithook(hook)


if "DIE_BELOW" in os.environ and os.getpid() == os.getsid(0):
    install(os.environ["DIE_BELOW"], int(os.environ.get("DIE_AT", "0")), os.environ.get("DIE_LOG"))
