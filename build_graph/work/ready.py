"""What is made once and kept, made before the first document: tables read, patterns compiled, names indexed.

A process that reads makes all of it sooner or later; a server that forks worker processes makes it for all of them.
"""

from __future__ import annotations

import sys
from functools import cache, cached_property
from typing import Final

from build_graph.places import Gazetteer

_ROOMS: Final = tuple(f"build_graph.{room}." for room in ("read", "repair", "parse", "places", "extract"))


@cache
def make_ready() -> None:
    """Make what functions without parameters keep for ever, and the indexes of the gazetteer."""
    for name in sorted(name for name in sys.modules if name.startswith(_ROOMS)):
        for each in tuple(vars(sys.modules[name]).values()):
            if _makes_once(each):
                each()
    gazetteer = Gazetteer.shipped()
    for name, index in vars(Gazetteer).items():
        if isinstance(index, cached_property):
            getattr(gazetteer, name)
    gazetteer.townships_named("")  # their table is read at the first question


def _makes_once(each: object) -> bool:
    """Tell whether something is a function without parameters that keeps its answer for ever."""
    kept, made = getattr(each, "cache_parameters", None), getattr(each, "__wrapped__", None)
    return bool(kept and made and kept()["maxsize"] is None and not made.__code__.co_argcount)
