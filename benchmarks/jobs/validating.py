"""Validate a graph: FOLDER [FILE]. The findings (focus node, shape, severity) are written to FILE, sorted."""

import json
import sys
from pathlib import Path

from benchmarks.clock import seconds, tell
from build_graph.validate import Report
from reformgraph import validate

if __name__ == "__main__":
    reports: list[Report] = []
    took = seconds(lambda: reports.append(validate(Path(sys.argv[1]) / "graph.nq")))
    findings = sorted({(each.focus, each.shape, each.severity) for each in reports[0].results})
    if len(sys.argv) > 2:
        Path(sys.argv[2]).write_text(json.dumps(findings), "utf-8")
    tell(seconds=took, findings=len(findings))
