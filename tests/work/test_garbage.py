"""Garbage is looked for seldom while documents are read, and a document leaves none."""

import gc
from collections.abc import Iterator

import pytest

from build_graph.model import Document
from build_graph.work.garbage import collect_rarely, collected_rarely
from build_graph.work.pool import Call, Here
from build_graph.work.step import read_in

NOTICE = Document("a", "a.txt", "关于开展智慧校园试点的通知\n到2025年底，甲省乙市建成30个试点学校。\n要加强组织领导。")


@pytest.fixture(autouse=True)
def thresholds() -> Iterator[None]:
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield
    gc.set_threshold(*before)


def test_a_document_that_was_read_leaves_nothing_that_refers_to_itself() -> None:
    read_in(NOTICE)
    gc.collect()
    gc.disable()
    try:
        read_in(NOTICE)
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_garbage_is_looked_for_seldom_only_while_calls_are_made() -> None:
    results = Here().results(lambda _: gc.get_threshold()[0], [Call(None)])
    assert next(results) > 700
    results.close()
    assert gc.get_threshold() == (700, 10, 10)


def test_of_blocks_that_overlap_the_first_one_ends_it() -> None:
    first, second = collected_rarely(), collected_rarely()
    with first:
        second.__enter__()
    second.__exit__(None, None, None)
    assert gc.get_threshold() == (700, 10, 10)


def test_where_garbage_is_not_looked_for_at_all_it_stays_so() -> None:
    gc.set_threshold(0)
    collect_rarely()
    assert gc.get_threshold()[0] == 0
