"""List the stored questions, or those that have all the words given, in Chinese or English.

As RDF (--format turtle) each is a SPARQL executable in the vocabulary of SHACL, for a catalogue of queries.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable

    from queries.catalogue import Question
    from queries.catalogue.parameters import Parameter

SUMMARY = "the stored questions; with words, those that have them"
EXAMPLES = """\
  reformgraph questions
  reformgraph questions 试点县
  reformgraph questions goals year
  reformgraph questions --format json
  reformgraph questions --format turtle > questions.ttl
"""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("words", nargs="*", metavar="WORD", help="words that the question has, in either language")
    parser.add_argument("--format", choices=("text", "json", "turtle"), default="text", help="default: text")


def run(arguments: Namespace) -> int:
    """Print the questions."""
    from queries import records  # noqa: PLC0415  (loads the query engine)
    from queries.catalogue.search import search  # noqa: PLC0415

    found = search(arguments.words)
    if arguments.format == "turtle":
        sys.stdout.write(records.turtle(found))
    elif arguments.format == "json":
        sys.stdout.write(json.dumps([_record(each) for each in found], ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write(_listed(found) if found else f"no stored question has {' and '.join(arguments.words)}\n")
    return 0


def _listed(questions: Iterable[Question]) -> str:
    lines: list[str] = []
    group = None
    for question in questions:
        if question.group != group:
            group = question.group
            lines += ["", group] if lines else [group]
        lines += [f"  {question.name}", f"      {question.question['en']}", f"      {question.question['zh']}"]
        lines += [f"      {_described(parameter)}" for parameter in question.parameters.values()]
    return "\n".join([*lines, "", "ask one with: reformgraph ask NAME [PARAMETER=VALUE …]", ""])


def _described(parameter: Parameter) -> str:
    use = f"{parameter.name}={parameter.example}" if parameter.is_required else f"[{parameter.name}=…]"
    return f"{use}  {parameter.label['en']} · {parameter.label['zh']}"


def _record(question: Question) -> dict[str, Any]:
    return {
        "name": question.name,
        "group": question.group,
        "summary": question.summary,
        "description": question.description,
        "question": dict(question.question),
        "tags": list(question.tags),
        "parameters": {
            parameter.name: {
                "type": parameter.kind,
                "required": parameter.is_required,
                "example": parameter.example,
                "default": parameter.default,
                **parameter.label,
            }
            for parameter in question.parameters.values()
        },
        "columns": {column: dict(said) for column, said in question.columns.items()},
    }
