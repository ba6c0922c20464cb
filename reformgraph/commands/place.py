"""Show what a name of a place resolves to and why, or the places it may be.

Former names, short names and chains (河北省滦州市) are read as of a date, in a province if one is given.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SUMMARY = "a name -> the place it stands for, and why"
EXAMPLES = """\
  reformgraph place 朝阳区 --in 北京市 --on 2023-01-01
  reformgraph place 滦县
  reformgraph place 朝阳
"""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("name", metavar="NAME", help="the name as a document writes it")
    parser.add_argument("--in", dest="province", metavar="PROVINCE", help="province that the document gives for it")
    parser.add_argument("--on", metavar="DATE", help="date of the document: ISO date, month or year")


def run(arguments: Namespace) -> int:
    """Print the explanation; status 1 if no place has the name."""
    from build_graph.places import Gazetteer, explain, resolve  # noqa: PLC0415  (loads the table of all divisions)

    gazetteer = Gazetteer.shipped()
    sys.stdout.write(explain(gazetteer, arguments.name, province=arguments.province, on=arguments.on) + "\n")
    return 0 if resolve(gazetteer, arguments.name, province=arguments.province, on=arguments.on).candidates else 1
