"""Asking a question, with its parameters, of a store or an endpoint."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from queries.binding import bound
from queries.choices import chosen
from queries.errors import QueryError
from queries.run import run, select, streamed
from queries.table import Table

if TYPE_CHECKING:
    from queries.catalogue import Question
    from queries.catalogue.parameters import Argument, Bound, Parameter
    from queries.run import Answer, Source, Streamed

    Arguments = Mapping[str, Argument | Iterable[Argument] | None]
    """Parameter -> its value, or several; None stands for not given."""


@dataclass(frozen=True, slots=True, repr=False)
class Answered(Table):
    """The table that a question gives, which knows what was asked."""

    question: Question


def ask(source: Source, question: Question, arguments: Arguments | None = None) -> Answer:
    """Return the answer to a question.

    Raises QueryError for a parameter that the question does not have, that it needs and is not given, or
    whose value makes no sense or is not in the graph; near matches are named.
    """
    answer = run(source, written(source, question, arguments))
    return Answered(answer.columns, answer.terms, question) if isinstance(answer, Table) else answer


def ask_streamed(source: Source, question: Question, arguments: Arguments | None = None) -> Streamed:
    """Return the answer to a question, rows as the engine finds them; raises QueryError as ``ask`` does."""
    return streamed(source, written(source, question, arguments))


def rows(source: Source, question: Question, arguments: Arguments | None = None) -> Answered:
    """Return the table that a stored question gives; raises QueryError as ``ask`` does."""
    table = select(source, written(source, question, arguments))
    return Answered(table.columns, table.terms, question)


def written(source: Source, question: Question, arguments: Arguments | None = None) -> str:
    """Return the SPARQL of a question with its parameters bound, ready to paste; raises QueryError as ``ask``."""
    given = {name: value for name, value in (arguments or {}).items() if value is not None}
    for name in given:
        _check_name(name, question)
    for parameter in question.parameters.values():
        if parameter.is_required and parameter.name not in given:
            raise QueryError(
                f"{question.name} needs {parameter.name}, for example {parameter.name}={parameter.example}"
            )
    return bound(question, {name: _terms(question.parameters[name], value, source) for name, value in given.items()})


def _check_name(name: str, question: Question) -> None:
    if name not in question.parameters:
        names = list(question.parameters)
        near = get_close_matches(name, names, n=1, cutoff=0.5)
        advice = f"did you mean {near[0]}?" if near else f"it has {', '.join(names) or 'none'}"
        raise QueryError(f"{question.name} has no parameter {name!r}: {advice}")


def _terms(parameter: Parameter, value: Argument | Iterable[Argument], source: Source) -> list[Bound]:
    values = [value] if isinstance(value, str) or not isinstance(value, Iterable) else list(value)
    if len(values) > 1 and not parameter.several:
        raise QueryError(f"{parameter.name} takes one value, not {len(values)}")
    return [term for each in values for term in _bound(parameter, each, source)]


def _bound(parameter: Parameter, value: Argument, source: Source) -> list[Bound]:
    has_list = parameter.choices is not None or parameter.concepts is not None
    return chosen(parameter, str(value).strip(), source) if has_list else parameter.terms(value)
