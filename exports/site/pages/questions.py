"""The stored questions: their list, and a page for each with its answer on this graph and the ways to ask it."""

from __future__ import annotations

import json
import shlex
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from exports.site.answers import answer, answered, arguments
from exports.site.page import Page
from exports.site.render import render
from exports.site.vocabulary import label
from ontology import BASE, LIST
from queries.asking import written
from queries.catalogue import catalogue
from queries.records import turtle
from queries.render import render as as_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from exports.site.source import Source
    from queries.catalogue import Question
    from queries.catalogue.parameters import Parameter

_MOST_ROWS: Final = 100
"""Rows of an answer that a page shows; its CSV has all."""
_MOST_VALUES: Final = 200
"""Values of a parameter that a page shows."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a parameter in this graph, with its name in the language of the page if it is a concept."""

    value: str
    name: str


@dataclass(frozen=True, slots=True)
class Offered:
    """A parameter with what this graph offers for it."""

    parameter: Parameter
    argument: str
    """A value as it is given on a command line, escaped for a shell; nothing if the graph has none."""
    choices: tuple[Choice, ...]
    more: int
    """Values that are not shown."""


@dataclass(frozen=True, slots=True)
class Ways:
    """How to ask a question oneself; each can be pasted as it is."""

    shell: str
    python: str
    sparql: str


def pages(source: Source, language: str) -> Iterator[Page]:
    """Yield the list of the questions and a page for each."""
    groups = [(name, list(group)) for name, group in groupby(catalogue(), key=lambda question: question.group)]
    yield render(
        "questions.html.j2", "questions/index.html", language, groups=groups, number=sum(len(g) for _, g in groups)
    )
    for question in catalogue():
        yield _page(question, source, language)


def data(source: Source) -> Iterator[Page]:
    """Yield the answers as CSV, and the records of the questions as RDF."""
    yield Page("data/questions.ttl", turtle(catalogue()))
    for question in catalogue():
        yield Page(f"data/questions/{question.name}.csv", as_text(answered(question, source), "csv"))


def _page(question: Question, source: Source, language: str) -> Page:
    given = arguments(question, source)
    return render(
        "question.html.j2",
        f"questions/{question.name}.html",
        language,
        question=question,
        iri=f"{BASE}question/{question.name}",
        given=given,
        table=answer(question, source, language, _MOST_ROWS),
        offered=[_offered(each, source, language) for each in question.parameters.values()],
        ways=ways(question, source, given),
    )


def _offered(parameter: Parameter, source: Source, language: str) -> Offered:
    values = source.choices(parameter)
    example = parameter.shown if parameter.shown is not None else next(iter(values), None)
    argument = "" if example is None else shlex.quote(f"{parameter.name}={example}")
    shown = tuple(Choice(value, _name(parameter, value, language)) for value in values[:_MOST_VALUES])
    return Offered(parameter, argument, shown, len(values) - len(shown))


def _name(parameter: Parameter, value: str, language: str) -> str:
    return label(f"{LIST}{parameter.concepts}/{value}", language) if parameter.concepts else ""


def ways(question: Question, source: Source, given: Mapping[str, str] | None) -> Ways:
    """Return how to ask a question with these arguments; with those of its file if the graph offers none."""
    whole = question.sparql if given is None else written(source.store, question, given)
    sparql = "".join(line for line in whole.splitlines(keepends=True) if not line.startswith("#+"))
    values = given or {each.name: each.example for each in question.parameters.values() if each.example is not None}
    shell = " ".join(
        ["reformgraph", "ask", question.name, *(shlex.quote(f"{name}={value}") for name, value in values.items())]
    )
    named = "".join(f", {name}={_python_text(value)}" for name, value in values.items())
    python = (
        f'import reformgraph\n\ngraph = reformgraph.Graph.open("out")\nanswer = graph.ask("{question.name}"{named})\n'
    )
    return Ways(shell, python, sparql)


def _python_text(value: str) -> str:
    """Return a text as a literal of Python: JSON's is one."""
    return json.dumps(value, ensure_ascii=False)
