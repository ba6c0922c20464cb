"""A validation report in SHACL's own vocabulary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ontology import BASE, PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.validate.report import Report, Result

_REPORT: Final = f"{BASE}validation/report"
_BLANK: Final = "https://w3id.org/.well-known/genid/reformgraph/"
"""Blank nodes of the data get names in the report (RDF 1.1 Concepts, section 3.5)."""
_SHOWN: Final = ("sh", "rg", "rgsh", "list", "xsd")


def report_turtle(report: Report) -> Iterator[str]:
    """Yield a report as Turtle, bit by bit: the same bytes for the same report, and no blank node."""
    yield from (f"@prefix {prefix}: <{PREFIXES[prefix]}> .\n" for prefix in _SHOWN)
    yield f"\n<{_REPORT}> a sh:ValidationReport ;\n"
    yield from (f"    sh:result <{_name(i)}> ;\n" for i in range(1, len(report.results) + 1))
    yield f"    sh:conforms {str(report.conforms).lower()} .\n"
    for i, result in enumerate(report.results, 1):
        yield _result(i, result)


def _name(number: int) -> str:
    return f"{_REPORT}/result/{number}"


def _result(number: int, result: Result) -> str:
    return f"\n<{_name(number)}> a sh:ValidationResult ;\n    " + " ;\n    ".join(_properties(result)) + " .\n"


def _properties(result: Result) -> Iterator[str]:
    yield f"sh:focusNode {_node(result.focus)}"
    if result.path:
        yield f"sh:resultPath <{result.path}>"
    if result.value:
        yield f"sh:value {_node(result.value)}"
    yield f"sh:resultSeverity sh:{result.severity.capitalize()}"
    yield f"sh:sourceShape <{result.shape}>"
    if result.constraint.startswith(PREFIXES["sh"]):
        yield f"sh:sourceConstraintComponent <{result.constraint}>"
    else:
        yield "sh:sourceConstraintComponent sh:SPARQLConstraintComponent"
        yield f"sh:sourceConstraint <{result.constraint}>"
    yield f'sh:resultMessage "{result.message.zh_hans}"@zh-Hans, "{result.message.en}"@en'


def _node(term: str) -> str:
    """Return a node or value as Turtle takes it: values are in N-Triples notation already."""
    if term.startswith("_:"):
        return f"<{_BLANK}{term.removeprefix('_:')}>"
    return term if term.startswith(("<", '"')) else f"<{term}>"
