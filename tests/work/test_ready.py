"""What is made once is there before the first document."""

import sys
from inspect import signature
from types import ModuleType
from typing import Any

import pytest

from build_graph.model import Document
from build_graph.places import Gazetteer
from build_graph.work.step import read_in

SHORT = Document("a", "a.txt", "通知")
ROOMS = ("read", "repair", "parse", "places", "extract")


def made_once(module: ModuleType) -> list[Any]:
    kept = [each for each in vars(module).values() if hasattr(each, "cache_info")]
    return [each for each in kept if each.cache_info().maxsize is None and not signature(each).parameters]


@pytest.mark.parametrize("room", ROOMS)
def test_a_document_finds_all_tables_read_and_all_patterns_compiled(room: str) -> None:
    read_in(SHORT)
    modules = [module for name, module in sys.modules.items() if name.startswith(f"build_graph.{room}.")]
    once = [each for module in modules for each in made_once(module)]
    assert once
    assert [each.__qualname__ for each in once if not each.cache_info().currsize] == []


def test_a_document_finds_all_names_of_places_indexed() -> None:
    read_in(SHORT)
    assert {"_full", "_short", "_lengths", "_automaton", "_children"} <= set(vars(Gazetteer.shipped()))
