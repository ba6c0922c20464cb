"""List doubtful facts, the most doubtful first, as a sheet of corrections to fill in.

A fact is doubtful if a discrepancy concerns it, if characters of its passage were repaired by guess, if the name
of its place is that of several places, if its deadline is inferred, or if it comes from a rule of low evidence;
names of places that were resolved to none are listed too. Write an action, who and why into an entry, save the
sheet in the folder of corrections, and build again. What is settled is not listed again.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reformgraph.correcting import add_corrections, chosen, tell
from reformgraph.errors import UsageError
from reformgraph.working import add_work, how_of

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SUMMARY = "documents -> doubtful facts as a sheet of corrections to fill in"
EXAMPLES = """\
  reformgraph review documents/ -o corrections/to-do.yml
  reformgraph review notice.txt --no-corrections | head -40
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
    parser.add_argument(
        "-o", "--out", type=Path, metavar="FILE", help="a new file for the sheet (default: standard output)"
    )
    add_corrections(parser)
    add_work(parser)
    parser.add_argument("--encoding", metavar="E", help="encoding of the files (default: detected)")


def run(arguments: Namespace) -> int:
    """Write the sheet; status 2 if a file or a correction could not be read."""
    from build_graph.correct import Outcome, doubts, sheet  # noqa: PLC0415  (loads all readers)
    from build_graph.correct.outcome import by_status  # noqa: PLC0415
    from build_graph.pipeline import read_facts  # noqa: PLC0415
    from build_graph.places import Gazetteer  # noqa: PLC0415
    from exports.publish import whole_file  # noqa: PLC0415
    from reformgraph.failures import Failures  # noqa: PLC0415

    out: Path | None = arguments.out
    if out and out.exists():
        raise UsageError(f"{out} exists, and may hold what somebody has filled in; choose another name with -o")
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
    text = sheet(doubts(found, Gazetteer.shipped()))
    mistaken = tell(by_status(outcomes))
    if out:
        out.parent.mkdir(parents=True, exist_ok=True)
        with whole_file(out) as file:
            file.write(text.encode())
    else:
        sys.stdout.write(text)
    return 2 if failed.files or mistaken else 0
