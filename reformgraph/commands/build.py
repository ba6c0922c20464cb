"""Read documents, build their graph, validate it and publish it.

The folder appears whole or not at all. It holds the graph as N-Quads, TriG, Turtle (the union) and JSON-LD,
the report of the validation, and the text of each document, in which personal data are masked. A graph that
violates the shapes is not published: the report is written beside the folder, and the earlier output stays. A
file that cannot be read is told, the others are built, and the status is 2; a broken record or page of a file
that is read is a warning.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ontology import BASE
from reformgraph.correcting import add_corrections, chosen, tell
from reformgraph.paths import as_source
from reformgraph.working import add_cluster, add_work, how_of

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SUMMARY = "documents -> a validated graph in a folder"
EXAMPLES = """\
  reformgraph build documents/ -o out/
  reformgraph build notice.pdf news.html crawl.warc.gz -o out/ --no-time
  reformgraph build scans/ -o out/ --encoding gb18030 --base https://data.example.org/pilots/
  reformgraph build s3://crawl/2024/ --dask tcp://scheduler:8786 --shards s3://crawl/quads/ -o out/
"""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "paths", nargs="*", type=as_source, default=[Path("documents")], metavar="PATH",
        help="files (text, HTML, JSON, WARC, PDF, DOCX, Parquet) and folders (default: documents/)",
    )  # fmt: skip
    parser.add_argument(
        "-o", "--out", type=Path, default=Path("out"), metavar="FOLDER", help="where to publish (default: out/)"
    )
    parser.add_argument("--base", default=BASE, metavar="IRI", help=f"IRI below which the data live (default: {BASE})")
    parser.add_argument("--encoding", metavar="E", help="encoding of the files (default: detected)")
    parser.add_argument(
        "--no-time", action="store_true", help="leave out the time of the run: the same input gives the same bytes"
    )
    parser.add_argument(
        "--no-texts", action="store_true", help="leave out the source texts: not everybody may republish them whole"
    )
    add_corrections(parser)
    add_work(parser)
    add_cluster(parser)
    parser.add_argument("-q", "--quiet", action="store_true", help="print nothing but mistakes")


def run(arguments: Namespace) -> int:
    """Build; status 1 if the graph violates the shapes, 2 if a file or a correction could not be read."""
    from reformgraph.building import build  # noqa: PLC0415  (loads the whole program)
    from reformgraph.progress import counting  # noqa: PLC0415
    from reformgraph.streams import complain  # noqa: PLC0415
    from reformgraph.telling import told  # noqa: PLC0415

    with counting(quiet=arguments.quiet) as on_document:
        summary = build(
            arguments.paths,
            arguments.out,
            base=arguments.base,
            encoding=arguments.encoding,
            stamp=not arguments.no_time,
            on_document=on_document,
            corrections=chosen(arguments),
            texts=not arguments.no_texts,
            how=how_of(arguments),
        )
    for failure in summary.failed:
        complain(failure)
    for failure in summary.damaged:
        complain(failure, kind="warning")
    mistaken = tell(summary.corrections, quiet=arguments.quiet)
    if not arguments.quiet:
        sys.stdout.write(told(summary))
    if not summary.published:
        complain(f"the graph violates the shapes and was not published: see {summary.folder}/report.txt")
        return 1
    return 2 if summary.failed or mistaken else 0
