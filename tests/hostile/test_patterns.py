"""No pattern of the program can take exponential time, and no stage of the reading more than linear time."""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import re
import subprocess
import sys
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
ROOMS = ("ontology", "build_graph", "queries", "exports", "reformgraph")
LONG = 20
"""A repetition of so many times or more is long: two of them inside each other try 2 ** 20 ways."""

# patterns


@pytest.fixture(scope="module")
def patterns() -> dict[tuple[str, int], str]:
    """Return every pattern that the rooms compile, also those that are compiled when they are first used."""
    found: dict[tuple[str, int], str] = {}
    compiled = re._compile  # type: ignore[attr-defined]

    def spy(pattern: object, flags: int) -> object:
        frame = sys._getframe(1)
        while frame.f_back and Path(frame.f_code.co_filename).parent.name == "re":
            frame = frame.f_back
        file = Path(frame.f_code.co_filename)
        if isinstance(pattern, str | bytes) and file.is_relative_to(ROOT) and file.parts[len(ROOT.parts)] in ROOMS:
            text = pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern
            found.setdefault((text, int(flags)), f"{file.relative_to(ROOT)}:{frame.f_lineno}")
        return compiled(pattern, flags)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(re, "_compile", spy)
        loaded = {name: sys.modules.pop(name) for name in list(sys.modules) if name.partition(".")[0] in ROOMS}
        try:
            for room in ROOMS:
                package = importlib.import_module(room)
                for module in pkgutil.walk_packages(package.__path__, f"{room}."):
                    importlib.import_module(module.name)
            pipeline = importlib.import_module("build_graph.pipeline")
            assert list(pipeline.read_facts([ROOT / "documents"], on_error=pytest.fail))
        finally:
            for name in [name for name in sys.modules if name.partition(".")[0] in ROOMS]:
                del sys.modules[name]
            sys.modules.update(loaded)
    return found


def test_all_patterns_are_seen(patterns: dict[tuple[str, int], str]) -> None:
    assert len(patterns) > 500
    assert {place.partition("/")[0] for place in patterns.values()} >= set(ROOMS) - {"ontology"}


def test_no_long_repetition_stands_in_another_one_that_can_give_back(patterns: dict[tuple[str, int], str]) -> None:
    wrong = [
        f"{place}: {text}" for (text, flags), place in patterns.items() for _ in ambiguous(parser.parse(text, flags))
    ]
    assert wrong == []


def ambiguous(tree: object, *, inside: bool = False) -> Iterator[object]:
    """Yield the repetitions in which another one can match the same characters in many ways.

    What is possessive or atomic gives nothing back. A repetition inside that is followed or preceded by something that
    its own characters cannot be begins and ends at known places, and is not ambiguous.
    """
    for code, argument in tree:  # type: ignore[attr-defined]
        if code in (codes.MAX_REPEAT, codes.MIN_REPEAT):
            _, most, body = argument
            is_long = most is codes.MAXREPEAT or most >= LONG
            if is_long and inside:
                yield body
            yield from ambiguous(body, inside=is_long and not _is_delimited(body))
        elif code is codes.POSSESSIVE_REPEAT:
            yield from ambiguous(argument[2])
        elif code is codes.ATOMIC_GROUP:
            yield from ambiguous(_repeated_alone(argument) or argument)
        elif code is codes.SUBPATTERN:
            yield from ambiguous(argument[-1], inside=inside)
        elif code is codes.BRANCH:
            for branch in argument[1]:
                yield from ambiguous(branch, inside=inside and not _is_delimited(branch))
        elif code in (codes.ASSERT, codes.ASSERT_NOT):
            yield from ambiguous(argument[1])


def _repeated_alone(body: parser.SubPattern) -> object:
    """Return what an atomic group repeats, if it does nothing else: what ends there is never tried another way."""
    return body[0][1][2] if len(body) == 1 and body[0][0] is codes.MAX_REPEAT else None


def _is_delimited(body: object) -> bool:
    """Tell whether what is repeated begins or ends with characters that nothing else in it can be."""
    parts = list(_flat(body))
    if len(parts) == 1 and parts[0][0] is codes.BRANCH:
        return all(_is_delimited(branch) for branch in parts[0][1][1])
    return bool(parts) and (_marks_off(parts[0], parts[1:]) or _marks_off(parts[-1], parts[:-1]))


def _flat(body: object) -> Iterator[tuple[object, object]]:
    for code, argument in body:  # type: ignore[attr-defined]
        if code is codes.SUBPATTERN:
            yield from _flat(argument[-1])
        else:
            yield code, argument


def _marks_off(mark: tuple[object, object], others: list[tuple[object, object]]) -> bool:
    if mark[0] not in (codes.LITERAL, codes.IN):
        return False
    found = _characters([mark])
    return found is not None and not any((other := _characters([each])) is None or found & other for each in others)


_ALPHABET = [
    chr(number) for number in (*range(0x250), *range(0x2000, 0x2070), *range(0x3000, 0x3040), *range(0xFF00, 0xFF60))
]
_ALPHABET += list("一二试点县市省年月日第个等和龘●■①㈠")


def _characters(tree: object) -> frozenset[str] | None:
    """Return which characters of an alphabet a part can match somewhere; None if that cannot be said simply."""
    found: frozenset[str] = frozenset()
    for code, argument in tree:  # type: ignore[attr-defined]
        if code in (codes.ASSERT, codes.ASSERT_NOT, codes.AT):
            continue
        if code in (codes.LITERAL, codes.NOT_LITERAL, codes.IN, codes.ANY):
            inner: frozenset[str] | None = _matched(code, argument)
        elif code in _INSIDE:
            parts = [_characters(each) for each in (argument[1] if code is codes.BRANCH else [argument[-1]])]
            inner = None if None in parts else frozenset().union(*filter(None, parts))
        else:
            inner = None
        if inner is None:
            return None
        found |= inner
    return found


_INSIDE = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT, codes.SUBPATTERN, codes.BRANCH)


def _matched(code: object, argument: object) -> frozenset[str]:
    """Return which characters of the alphabet one character class matches, and the one that a letter names."""
    single = re._compiler.compile(parser.SubPattern(parser.State(), [(code, argument)]))  # type: ignore[attr-defined]
    named = {chr(argument)} if code is codes.LITERAL and isinstance(argument, int) else set()
    return frozenset(filter(single.fullmatch, _ALPHABET)) | named


@pytest.mark.parametrize(
    "pattern",
    [r"(?:\d+个?|：)*\s*$", r"(a+)+b", r"(?:a|a+)*", r"(?:\s+试*)*", r"(?:(?:a{1,30})b?)+", r"(?>(?:a+b?)*c)"],
)
def test_a_pattern_that_explodes_is_seen(pattern: str) -> None:
    assert list(ambiguous(parser.parse(pattern)))


@pytest.mark.parametrize(
    "pattern",
    [r"(?:\d++个?|：)*+$", r"(?:（[^（）]{0,40}）)*", r"(?:[^，]+，)*", r"a+b+", r"(?:(?>a+)b?)+", r"(?>(?:a+b?)*)$"],
)
def test_a_pattern_that_cannot_explode_is_left_alone(pattern: str) -> None:
    assert list(ambiguous(parser.parse(pattern))) == []


def _possessive_groups(items: Iterator) -> Iterator[str]:
    """Yield the repetitions of more than one character that give nothing back (``(?:ab?)*+``)."""
    for code, argument in items:
        if code is codes.POSSESSIVE_REPEAT and not (len(argument[2]) == 1 and argument[2][0][0] in _SINGLE):
            yield str(argument)
        for part in argument if isinstance(argument, list | tuple) else (argument,):
            if isinstance(part, parser.SubPattern):
                yield from _possessive_groups(part)
            elif isinstance(part, list):
                yield from (
                    each for one in part if isinstance(one, parser.SubPattern) for each in _possessive_groups(one)
                )


_SINGLE = (codes.LITERAL, codes.NOT_LITERAL, codes.IN, codes.ANY)


def test_no_group_is_repeated_possessively(patterns) -> None:
    """Python before 3.11.5 takes back too little where the last repetition fails half-way: (?:ab?c)++ matches aca."""
    found = {
        where: text for (text, flags), where in patterns.items() if [*_possessive_groups(parser.parse(text, flags))]
    }
    assert found == {}


@pytest.mark.parametrize(
    ("pattern", "is_one"), [("(?:ab?)*+", True), ("a(?:b|(?:cd)++)", True), (r"\d++[ab]*+(?>(?:ab)*)", False)]
)
def test_a_possessive_group_is_seen(pattern: str, is_one: bool) -> None:
    assert bool([*_possessive_groups(parser.parse(pattern))]) is is_one


# stages

LENGTH, FACTOR = 3000, 5
SEEN = 0.25
"""Seconds: what is faster cannot be told from noise, and is no danger."""
MOST = 12
"""A document of five times the length may cost so many times as much: a linear one five times, a quadratic one 25."""


def test_no_stage_takes_more_than_linear_time_on_any_attack() -> None:
    """Not how long it takes, but how it grows: in a process of its own, which is stopped if it never ends."""
    command = [sys.executable, "-m", "tests.hostile.work", str(LENGTH), str(FACTOR)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=900, check=True)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(found) > 130
    grown = [
        f"{kind} {name}: {stage} takes {long[stage] / max(short[stage], 1e-3):.0f} times as long"
        for kind, name, short, long in found
        for stage in short
        if long[stage] > SEEN and long[stage] > MOST * max(short[stage], 1e-3)
    ]
    assert grown == []
