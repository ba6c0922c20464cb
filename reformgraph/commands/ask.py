"""Ask a graph: a stored question by its name, with its parameters, or SPARQL of your own.

`reformgraph questions` lists the stored questions. Your own SPARQL comes from a file, or from standard input (-).
Parameters are given as NAME=VALUE; one that takes several values may be given again. Queries see the union of the
graph's named graphs, and each graph by its name. The prefixes of the vocabulary (rg:, list:, skos: …) need not be
declared. SERVICE is off: a question goes to the graph that you name, and nowhere else. A table shows the first rows of
a long answer, and says below how many there are; csv, json and turtle hold all of it.
"""

from __future__ import annotations

import shutil
import sys
from argparse import Namespace
from typing import TYPE_CHECKING, Final

from queries.footnotes.formats import NOTE_FORMATS
from queries.formats import FORMATS
from reformgraph.commands import questions
from reformgraph.errors import UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Iterable, Iterator

    from queries.asking import Arguments
    from queries.catalogue import Question
    from queries.run import Source

SUMMARY = "a question -> its answer, with footnotes if wanted"
EXAMPLES = """\
  reformgraph ask provinces-with-county-and-city-pilots
  reformgraph ask pilot-units-by-province province=河北 level=pilot-city --footnotes markdown
  reformgraph ask is-this-place-a-pilot place=滦县 --graph https://data.example.org/sparql
  reformgraph ask task-tree --graph out/ --format csv > tasks.csv
  reformgraph ask task-tree --limit 1000 | less
  reformgraph ask goals-due-by-year year=2025 --sparql
  reformgraph ask mine.rq --graph my.ttl --format json
  echo 'SELECT ?name { ?p a rg:Program ; skos:prefLabel ?name }' | reformgraph ask -
"""
_MORE: Final = "--format csv writes all, --limit shows more"


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "question", nargs="?", metavar="NAME|FILE.rq|-", help="what to ask (default: list the questions)"
    )
    parser.add_argument(
        "parameters", nargs="*", metavar="PARAMETER=VALUE", help="for a stored question that takes some"
    )
    parser.add_argument(
        "--graph",
        default="out",
        metavar="PATH|URL",
        help="built folder, RDF file, or address of a SPARQL endpoint (default: out/)",
    )
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--format", choices=FORMATS, help="form of the answer (default: table; turtle for CONSTRUCT)")
    parser.add_argument("--limit", type=int, metavar="N", help="rows that a table shows (default: 200)")
    output.add_argument("--footnotes", choices=NOTE_FORMATS, help="write the passages behind the answer, to be cited")
    output.add_argument("--sparql", action="store_true", help="print the query, ready to paste, instead of asking it")


def run(arguments: Namespace) -> int:
    """Print the answer, its footnotes, or the query; without a question, the list of stored ones."""
    from queries.asked import question_of  # noqa: PLC0415  (these load the query engine)
    from queries.asking import written  # noqa: PLC0415
    from queries.source import opened  # noqa: PLC0415

    if arguments.question is None:
        return questions.run(Namespace(words=[], format="text"))
    _check_limit(arguments)
    question = question_of(sys.stdin.read() if arguments.question == "-" else arguments.question)
    parameters = _parameters(arguments.parameters)
    source = opened(arguments.graph)
    if arguments.sparql:
        sys.stdout.write(written(source, question, parameters))
    else:
        sys.stdout.writelines(_answer(source, question, parameters, arguments))
    return 0


def _check_limit(arguments: Namespace) -> None:
    if arguments.limit is None:
        return
    if arguments.limit < 1:
        raise UsageError(f"--limit {arguments.limit} makes no sense: give 1 or more")
    if arguments.footnotes or arguments.sparql or arguments.format not in {None, "table"}:
        raise UsageError("--limit is for tables: what is written for programs is never cut")


def _answer(source: Source, question: Question, parameters: Arguments, arguments: Namespace) -> Iterator[str]:
    from queries.asking import ask, ask_streamed  # noqa: PLC0415
    from queries.footnotes import render as notes  # noqa: PLC0415
    from queries.footnotes.notes import footnotes  # noqa: PLC0415
    from queries.plain import MOST  # noqa: PLC0415
    from queries.render import pieces, usual  # noqa: PLC0415

    if arguments.footnotes:
        yield notes.render(footnotes(source, ask(source, question, parameters)), arguments.footnotes)
        return
    answer = ask_streamed(source, question, parameters)
    form = arguments.format or ("table" if arguments.limit else usual(answer))
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    yield from pieces(answer, form, width=width, most=arguments.limit or MOST, more=_MORE)


def _parameters(given: Iterable[str]) -> dict[str, list[str]]:
    parameters: dict[str, list[str]] = {}
    for each in given:
        name, sign, value = each.partition("=")
        if not sign:
            raise UsageError(f"{each!r} is no parameter: write NAME=VALUE, for example province=河北省")
        parameters.setdefault(name, []).append(value)
    return parameters
