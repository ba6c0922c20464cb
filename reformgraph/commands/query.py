"""Ask a graph: a stored question by its name, a SPARQL file, or SPARQL from standard input (-).

Queries see the union of the graph's named graphs, and each graph by its name. The prefixes of the
vocabulary (rg:, list:, skos: …) need not be declared. SERVICE is off: no question leaves this machine.
Without a question, the stored ones are listed.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from queries.formats import FORMATS

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable

    from queries.catalogue import Question

SUMMARY = "a question -> its answer; without one, the list of stored questions"
EXAMPLES = """\
  reformgraph query
  reformgraph query provinces-with-county-and-city-pilots
  reformgraph query task-tree --graph out/ --format csv > tasks.csv
  reformgraph query mine.rq --graph my.ttl --format json
  echo 'SELECT ?name { ?p a rg:Program ; skos:prefLabel ?name }' | reformgraph query -
"""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("question", nargs="?", metavar="NAME|FILE.rq|-", help="what to ask")
    parser.add_argument(
        "--graph", type=Path, default=Path("out"), metavar="PATH", help="built folder or RDF file (default: out/)"
    )
    parser.add_argument("--format", choices=FORMATS, help="form of the answer (default: table; turtle for CONSTRUCT)")
    parser.add_argument("--list", action="store_true", help="list the stored questions")


def run(arguments: Namespace) -> int:
    """Print the answer, or the list of stored questions."""
    from queries.asked import sparql_of  # noqa: PLC0415  (these load the query engine)
    from queries.catalogue import catalogue  # noqa: PLC0415
    from queries.render import render  # noqa: PLC0415
    from queries.run import run as answer  # noqa: PLC0415
    from queries.store import GraphFile  # noqa: PLC0415

    if arguments.list or arguments.question is None:
        sys.stdout.write(_listed(catalogue()))
        return 0
    sparql = sys.stdin.read() if arguments.question == "-" else sparql_of(arguments.question)
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    sys.stdout.write(render(answer(GraphFile.at(arguments.graph).store, sparql), arguments.format, width=width))
    return 0


def _listed(questions: Iterable[Question]) -> str:
    lines: list[str] = []
    group = None
    for question in questions:
        if question.group != group:
            group = question.group
            lines += ["", group] if lines else [group]
        lines += [f"  {question.name}", f"      {question.question['en']}", f"      {question.question['zh']}"]
    return "\n".join([*lines, "", "ask one with: reformgraph query NAME", ""])
