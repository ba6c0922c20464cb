"""Validate a graph by pySHACL alone, queries among the constraints included: FOLDER [FILE].

The data are the union of the graphs, with what the shapes take for granted: the subclasses and the controlled lists.
"""

import json
import logging
import sys
import warnings
from pathlib import Path

import pyshacl
from rdflib import RDF, RDFS, SH, Dataset, Graph

from benchmarks.clock import seconds, tell
from ontology import lists_graph, ontology_graph, shapes_graph


def _data(file: Path) -> Graph:
    data = Graph()
    for triple in Dataset(default_union=True).parse(file, format="nquads").triples((None, None, None)):
        data.add(triple)
    data += lists_graph()
    for triple in ontology_graph().triples((None, RDFS.subClassOf, None)):
        data.add(triple)
    return data


def _findings(report: Graph, shapes: Graph) -> list[tuple[str, str, str]]:
    root = report.value(predicate=RDF.type, object=SH.ValidationReport)
    found = set()
    for result in report.objects(root, SH.result):
        shape = report.value(result, SH.sourceShape)
        severity = str(shapes.value(shape, SH.severity, default=SH.Violation)).rsplit("#", 1)[1].lower()
        found.add((str(report.value(result, SH.focusNode)), str(shape), severity))
    return sorted(found)


if __name__ == "__main__":
    logging.getLogger("rdflib.term").setLevel(logging.CRITICAL)
    warnings.simplefilter("ignore")
    reports: list[Graph] = []
    every = shapes_graph()
    took = seconds(
        lambda: reports.append(
            pyshacl.validate(_data(Path(sys.argv[1]) / "graph.nq"), shacl_graph=every, inplace=True)[1]
        )
    )
    findings = _findings(reports[0], every)
    if len(sys.argv) > 2:
        Path(sys.argv[2]).write_text(json.dumps(findings), "utf-8")
    tell(seconds=took, findings=len(findings))
