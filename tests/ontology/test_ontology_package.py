"""The package: cheap to import, its files readable by name."""

from __future__ import annotations

import subprocess
import sys

import pytest

import ontology


def test_importing_the_vocabulary_does_not_load_rdflib() -> None:
    code = "import ontology, sys; sys.exit('rdflib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_every_public_name_is_there() -> None:
    assert all(hasattr(ontology, name) for name in ontology.__all__)
    assert sorted(ontology.__all__) == ontology.__all__


def test_a_file_of_the_package_is_read_by_its_name() -> None:
    assert "owl:Ontology" in ontology.text("reformgraph.ttl")
    assert "sh:NodeShape" in ontology.text("shapes/places.ttl")


def test_a_file_that_does_not_exist_is_not_found() -> None:
    with pytest.raises(FileNotFoundError):
        ontology.text("nothing.ttl")


def test_each_graph_is_the_callers_own() -> None:
    first = ontology.ontology_graph()
    first.remove((None, None, None))
    assert len(ontology.ontology_graph()) > 0


def test_the_prefix_table_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        ontology.PREFIXES["x"] = "urn:x"


def test_namespaces_of_ours_lie_under_the_default_base() -> None:
    for namespace in ontology.RG, ontology.LIST, ontology.SHAPES:
        assert namespace.startswith(ontology.BASE)
        assert namespace in ontology.PREFIXES.values()
