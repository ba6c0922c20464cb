"""Write a made-up corpus: ``python -m benchmarks.corpus -n 1000 --seed 7 -o FOLDER``.

The folder holds ``documents/`` and ``gold/``: ``reformgraph evaluate FOLDER/gold --texts FOLDER/documents``.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from pathlib import Path

from benchmarks.corpus.writing import FORMS, write


def main() -> int:
    """Write the corpus; status 2 if it cannot be written."""
    parser = ArgumentParser(
        "python -m benchmarks.corpus", description=__doc__, formatter_class=RawDescriptionHelpFormatter
    )
    parser.add_argument("-n", "--number", type=int, default=1000, help="documents (default: 1000)")
    parser.add_argument("--seed", type=int, default=7, help="the same seed gives the same bytes (default: 7)")
    parser.add_argument("-o", "--out", type=Path, required=True, metavar="FOLDER", help="a folder that does not exist")
    parser.add_argument("--form", choices=FORMS, default="text", help="what documents/ holds (default: text)")
    arguments = parser.parse_args()
    try:
        write(arguments.out, arguments.number, arguments.seed, arguments.form)
    except OSError as error:
        sys.stderr.write(
            f"error: {arguments.out} cannot be written: {error.strerror}; name a folder that does not exist\n"
        )
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
