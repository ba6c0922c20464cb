"""Validate a graph as a build does: GRAPH FILE. FILE gets the findings (focus node, shape, severity), sorted."""

import json
import sys
from pathlib import Path
from typing import Final

from benchmarks.clock import seconds, tell
from build_graph.validate import Report, validate_quads

_SHACL: Final = "http://www.w3.org/ns/shacl#"

if __name__ == "__main__":
    reports: list[Report] = []
    took = seconds(lambda: reports.append(validate_quads(Path(sys.argv[1]))))
    findings = sorted({(each.focus, each.shape, _SHACL + each.severity.capitalize()) for each in reports[0].results})
    Path(sys.argv[2]).write_text(json.dumps(findings), "utf-8")
    tell(seconds=took, findings=len(findings))
