"""Stored questions as a table in a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.notebook.grid import Cell, Heading, grid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from queries.catalogue import Question
    from queries.catalogue.parameters import Parameter

_HEADINGS = (
    Heading("name", "名称", "what to ask it by"),
    Heading("question"),
    Heading("问题"),
    Heading("parameters", "参数", "in brackets: may be left out"),
)


def questions_html(questions: Sequence[Question]) -> str:
    """Return questions as HTML: their names, the questions in both languages, their parameters."""
    number = len(questions)
    return grid(
        _HEADINGS, [_row(each) for each in questions], [f"{number} stored question{'' if number == 1 else 's'}"]
    )


def _row(question: Question) -> list[Cell]:
    parameters = ", ".join(map(_parameter, question.parameters.values()))
    return [
        Cell(question.name),
        Cell(question.question["en"], title=question.description),
        Cell(question.question["zh"], language="zh-Hans"),
        Cell(parameters),
    ]


def _parameter(parameter: Parameter) -> str:
    if parameter.is_required:
        return f"{parameter.name}={parameter.example}"
    return f"[{parameter.name}]"
