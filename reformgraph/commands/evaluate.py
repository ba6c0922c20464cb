"""Judge facts by gold: what a person found in the documents.

Gold is one JSON file for each document, named like it. The documents are looked for beside the gold, in the
folder above, or in --texts; they are read anew unless --facts names prepared facts. The first table counts for each
kind of fact what is right (TP), wrong (FP) and missed (FN), with precision, recall and F1, and how often the
attributes of right facts are right; the second says which rule made the facts and how often it was right.
"""

from __future__ import annotations

import json
import sys
from argparse import ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING

from reformgraph.errors import UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from reformgraph.evaluating import Evaluation

SUMMARY = "gold -> how right the facts are, per kind and per rule"
EXAMPLES = """\
  reformgraph evaluate gold/ --texts documents/
  reformgraph evaluate gold/ --show goal
  reformgraph evaluate gold/ --facts facts.jsonl --json figures.json --least 0.8
  reformgraph evaluate gold/ --texts documents/ --graph out/
"""


def _share(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise ArgumentTypeError(f"{text!r} is no number from 0 to 1")
    return share


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("gold", type=Path, metavar="GOLD", help="folder of gold files, or one gold file")
    parser.add_argument(
        "--texts", type=Path, metavar="FOLDER", help="the documents (default: beside the gold, or the folder above)"
    )
    parser.add_argument("--facts", type=Path, metavar="FILE", help="judge these facts (JSON Lines) and read nothing")
    parser.add_argument("--show", metavar="KIND", help="list what was wrong or missed, of a kind of fact or of all")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures and the mistakes as JSON")
    parser.add_argument(
        "--graph", type=Path, metavar="FOLDER", help="publish the figures (DQV) with the graph of this built folder"
    )
    parser.add_argument(
        "--least", type=_share, metavar="F1", help="fail with status 1 if the F1 over all kinds is lower"
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="print nothing but warnings and mistakes")


def run(arguments: Namespace) -> int:
    """Judge; status 1 if --least is not reached or the graph was not published."""
    from build_graph.evaluate.forms import KINDS  # noqa: PLC0415  (loads the matching)
    from reformgraph.evaluating import check_graph, evaluate  # noqa: PLC0415  (loads the whole program)
    from reformgraph.streams import complain  # noqa: PLC0415

    if arguments.show not in {None, "all", *KINDS}:
        raise UsageError(f"--show {arguments.show}: known kinds are {', '.join(KINDS)}, or all")
    if arguments.graph and arguments.facts:
        raise UsageError("figures of prepared facts say nothing about a graph; leave out --facts or --graph")
    if arguments.graph:
        check_graph(arguments.graph)  # before the work
    evaluation = evaluate(arguments.gold, arguments.texts, facts=arguments.facts)
    for warning in evaluation.warnings:
        complain(warning, kind="warning")
    if not arguments.quiet:
        sys.stdout.write(_told(evaluation, arguments.show))
    if arguments.json:
        _write_json(evaluation, arguments.json)
    published = _published(evaluation, arguments) if arguments.graph else True
    f1 = evaluation.micro.f1
    if arguments.least is not None and f1 < arguments.least:
        complain(f"F1 over all kinds is {f1:.4f}, less than {arguments.least:g}", kind="failed")
        return 1
    return 0 if published else 1


def _told(evaluation: Evaluation, show: str | None) -> str:
    from build_graph.evaluate.table import kinds_table, rules_table, shown  # noqa: PLC0415

    parts = [kinds_table(evaluation.scores), rules_table(evaluation.scores)]
    return "\n".join([*parts, shown(evaluation.scores, show)] if show else parts)


def _write_json(evaluation: Evaluation, file: Path) -> None:
    from build_graph.evaluate.figures import as_json  # noqa: PLC0415
    from exports.publish import whole_file  # noqa: PLC0415

    figures = {"gold_sha256": evaluation.gold_sha256, **as_json(evaluation.scores)}
    with whole_file(file) as whole:
        whole.write(f"{json.dumps(figures, ensure_ascii=False, indent=2)}\n".encode())


def _published(evaluation: Evaluation, arguments: Namespace) -> bool:
    from reformgraph.evaluating import publish_quality  # noqa: PLC0415
    from reformgraph.streams import complain  # noqa: PLC0415

    done = publish_quality(evaluation, arguments.graph)
    if not done.report.conforms:
        complain(f"the graph violates the shapes and was not published: see {done.folder}/report.txt")
    elif not arguments.quiet:
        sys.stdout.write(f"\nfigures published in {done.folder}/, graph/quality; {done.quads} quads\n")
    return done.report.conforms
