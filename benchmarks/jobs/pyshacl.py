"""Validate by pySHACL alone, queries among the constraints included: FOLDER FILE.

FOLDER holds ``data.nt`` and ``shapes.ttl``, FILE gets the findings (focus node, shape, severity).
"""

import json
import logging
import sys
import warnings
from pathlib import Path

import pyshacl
from rdflib import RDF, SH, Graph

from benchmarks.clock import seconds, tell


def _findings(report: Graph) -> list[tuple[str, ...]]:
    root = report.value(predicate=RDF.type, object=SH.ValidationReport)
    parts = (SH.focusNode, SH.sourceShape, SH.resultSeverity)
    results = report.objects(root, SH.result)
    return sorted({tuple(str(report.value(each, part)) for part in parts) for each in results})


if __name__ == "__main__":
    logging.getLogger("rdflib.term").setLevel(logging.CRITICAL)
    warnings.simplefilter("ignore")
    folder = Path(sys.argv[1])
    shapes = Graph().parse(folder / "shapes.ttl")
    reports: list[Graph] = []
    took = seconds(
        lambda: reports.append(
            pyshacl.validate(Graph().parse(folder / "data.nt", format="nt"), shacl_graph=shapes, inplace=True)[1]
        )
    )
    findings = _findings(reports[0])
    Path(sys.argv[2]).write_text(json.dumps(findings), "utf-8")
    tell(seconds=took, findings=len(findings))
