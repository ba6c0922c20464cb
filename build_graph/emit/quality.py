"""How right the facts of a graph are, measured by gold: measurements of the Data Quality Vocabulary (DQV)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from build_graph.emit.iris import Iris
from build_graph.emit.terms import A, Statement, concept, decimal, rg, sorted_lines, string, term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

GRAPH = "quality"
"""The named graph that holds the measurements."""


class Measurement(NamedTuple):
    """One figure."""

    metric: str
    """A concept of the list quality-metric."""
    value: float
    kind: str | None = None
    """Kind of the facts that were measured, as the JSON form names it; None for all kinds."""
    rule: str | None = None
    """The rule whose facts were measured; None for those of all rules."""


def quality_lines(measurements: Iterable[Measurement], gold: str, base: str) -> list[str]:
    """Return the N-Quads lines of the quality graph.

    Args:
        measurements: no two with the same metric, kind and rule.
        gold: SHA-256 digest of the gold, which names it.
        base: IRI under which the data live.
    """
    iris = Iris(base)
    return sorted_lines(_statements(measurements, gold, iris), iris.graph(GRAPH))


def _statements(measurements: Iterable[Measurement], gold: str, iris: Iris) -> Iterator[Statement]:
    dataset, standard = iris.dataset(), iris.gold(gold)
    yield dataset, A, term("schema:Dataset")
    yield standard, A, rg("Gold")
    yield standard, rg("sha256"), string(gold)
    for one in measurements:
        subject = iris.measurement(one.metric, one.kind, one.rule)
        yield subject, A, rg("Measurement")
        yield subject, A, term("dqv:QualityMeasurement")
        yield subject, term("dqv:isMeasurementOf"), concept("quality-metric", one.metric)
        yield subject, term("dqv:value"), decimal(one.value)
        yield subject, term("prov:wasDerivedFrom"), standard
        yield subject, term("dqv:computedOn"), iris.rule(one.rule) if one.rule else dataset
        if one.kind:
            yield subject, rg("measuredKind"), string(one.kind)
        if one.rule:
            yield iris.rule(one.rule), A, rg("ReadingRule")
            yield iris.rule(one.rule), term("dcterms:identifier"), string(one.rule)
