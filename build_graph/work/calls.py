"""Calls that other processes make as if they were made here: what they raise is raised here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from build_graph.work.pool import Call, LostError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from build_graph.work.pool import Caller

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Raised:
    """What a call has raised; handed over as a result, because a process tells of an error only in words."""

    error: Exception


def guarded(function: Callable[[Any], R]) -> Callable[[Any], R | Raised]:
    """Return a function that returns what it raises."""
    return partial(_made, function)


def _made(function: Callable[[Any], R], argument: object) -> R | Raised:
    try:
        return function(argument)
    except Exception as error:
        return Raised(error)


def settled(result: R | Raised | LostError) -> R:
    """Return the result of a guarded call.

    Raises:
        LostError: if it has none.
        Exception: what it has raised.
    """
    if isinstance(result, LostError):
        raise result
    if isinstance(result, Raised):
        raise result.error
    return result


def each(caller: Caller, function: Callable[[Any], R], arguments: Iterable[Any]) -> Iterator[R]:
    """Yield what a function returns for each argument, as ``map`` does; calls may take as long as they need.

    Raises:
        LostError: if a call was lost.
        Exception: what a call has raised.
    """
    return map(settled, caller.results(guarded(function), map(Call, arguments), timed=False))
