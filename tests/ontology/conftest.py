"""What the tests of the vocabulary share."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_graph.validate.rdf import Statement, read_files


@pytest.fixture(scope="session")
def valid() -> frozenset[Statement]:
    """A whole small graph that meets every constraint."""
    return frozenset(read_files([Path(__file__).with_name("shapes") / "valid.ttl"]))
