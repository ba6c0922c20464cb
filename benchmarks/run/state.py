"""Which program was measured: the commit, and a digest of all files that figures depend on."""

from __future__ import annotations

import hashlib
import subprocess
from functools import cache
from pathlib import Path
from typing import Final

_ROOT: Final = Path(__file__).resolve().parents[2]
_MEASURED: Final = ("ontology", "publishing", "build_graph", "queries", "exports", "reformgraph")
_MEASURING: Final = (
    "corpus",
    "jobs",
    "parts",
    "peers",
    "run",
    "asking.py",
    "clock.py",
    "requirements.txt",
    "sizes.yml",
)
"""Of ``benchmarks``: all but the report, whose words can be mended without measuring again."""


@cache
def program() -> str:
    """Return a digest of the files of the program and of what measures it, hexadecimal."""
    found = hashlib.sha256()
    for top in (*_MEASURED, *(f"benchmarks/{name}" for name in _MEASURING)):
        for file in sorted(_files(_ROOT / top)):
            found.update(f"{file.relative_to(_ROOT)} {file.stat().st_size}\n".encode())
            found.update(file.read_bytes())
    return found.hexdigest()


def commit() -> str:
    """Return the commit that is checked out, and whether files of the program differ from it."""
    try:
        told = _git("rev-parse", "--short=12", "HEAD")
        changed = _git("status", "--porcelain", "--", *_MEASURED, "benchmarks", ":!benchmarks/RESULTS.md",
                       ":!benchmarks/results.json", ":!benchmarks/results")  # fmt: skip
    except (OSError, subprocess.CalledProcessError):
        return "unknown: no repository"
    return f"{told}, with changes" if changed else told


def _files(at: Path) -> list[Path]:
    every = at.rglob("*") if at.is_dir() else [at]
    return [file for file in every if file.is_file() and "__pycache__" not in file.parts]


def _git(*words: str) -> str:
    return subprocess.run(["git", *words], cwd=_ROOT, capture_output=True, text=True, check=True).stdout.strip()
