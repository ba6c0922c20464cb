"""The version of the program."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def _installed() -> str:
    try:
        return version("reformgraph")
    except PackageNotFoundError:  # run from a folder of sources that was never installed
        return "0+unknown"


__version__ = _installed()
