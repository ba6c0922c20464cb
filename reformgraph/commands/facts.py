"""Print the facts of documents, one a line, as JSON.

Every fact names its document and carries the passages that say it, in code points of the file as decoded.
Facts stand in the order of the files, then of their first passage. A file that cannot be read is told on
standard error, and the status is 2; the facts of the others are printed. A broken record or page of a file that is
read is a warning. Corrections by people are applied; a fact that one changed has the key corrections.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reformgraph.correcting import add_corrections, chosen, tell
from reformgraph.working import add_work, how_of

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from build_graph.correct import Outcome

SUMMARY = "documents -> facts as JSON Lines"
EXAMPLES = """\
  reformgraph facts documents/*.txt > facts.jsonl
  reformgraph facts notice.txt --encoding gb18030 | head -3
"""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "paths",
        nargs="+",
        type=Path,
        metavar="PATH",
        help="files (text, HTML, JSON, WARC, PDF, DOCX, Parquet) and folders",
    )
    parser.add_argument("--encoding", metavar="E", help="encoding of the files (default: detected)")
    add_corrections(parser)
    add_work(parser)


def run(arguments: Namespace) -> int:
    """Print the facts; status 2 if a file or a correction could not be read."""
    from build_graph.correct.outcome import by_status  # noqa: PLC0415
    from build_graph.pipeline import json_lines, read_facts  # noqa: PLC0415  (loads all readers)
    from reformgraph.failures import Failures  # noqa: PLC0415

    failed = Failures()
    outcomes: list[Outcome] = []
    found = read_facts(
        arguments.paths,
        encoding=arguments.encoding,
        on_error=failed.tell,
        corrections=chosen(arguments),
        on_outcome=outcomes.append,
        how=how_of(arguments),
    )
    for document in found:
        sys.stdout.writelines(f"{line}\n" for line in json_lines(document))
    mistaken = tell(by_status(outcomes))
    return 2 if failed.files or mistaken else 0
