"""What the tests of the gate share."""

from __future__ import annotations

from pathlib import Path

import pytest

PREFIXES = """
@base <https://w3id.org/reformgraph/> .
@prefix rg: <https://w3id.org/reformgraph/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


@pytest.fixture
def valid_file() -> Path:
    """A whole small graph that meets every constraint, in Turtle."""
    return Path(__file__).parents[1] / "ontology" / "shapes" / "valid.ttl"


@pytest.fixture
def agency_file(tmp_path: Path) -> Path:
    """An agency without a label, and with a jurisdiction that is no place: two violations."""
    path = tmp_path / "agency.ttl"
    path.write_text(PREFIXES + "<agency/教育部> a rg:Agency ; rg:jurisdiction <place/中国> .", encoding="utf-8")
    return path
