"""What a graph says of itself: counted in it, never typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from exports import data_files
from exports.dataset.errors import DescriptionError
from queries.run import run, select

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyoxigraph import Store

    from queries.run import Triples
    from queries.store import GraphFile


@dataclass(frozen=True, slots=True)
class Run:
    """The run that made the graph."""

    iri: str
    base: str
    """IRI below which the data live."""
    software: str | None
    version: str | None


@dataclass(frozen=True, slots=True)
class Document:
    """A source document."""

    iri: str
    name: str
    """Name of its file."""
    title: str | None
    """In Chinese."""
    date: str | None
    """YYYY, YYYY-MM or YYYY-MM-DD."""
    url: str | None


@dataclass(frozen=True, slots=True)
class Province:
    """A province that the graph speaks of."""

    iri: str
    code: str | None
    """After GB/T 2260."""
    names: Mapping[str, str]
    """Language -> name."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted."""

    run: Run
    documents: tuple[Document, ...]
    provinces: tuple[Province, ...]
    language_tags: tuple[str, ...]
    measurements: Triples
    """How right the facts are, as statements of DQV."""
    numbers: Mapping[str, int]
    """Property of VoID (triples, entities, distinctSubjects …) -> number."""
    classes: Mapping[str, int]
    """IRI of a class -> number of its things."""
    properties: Mapping[str, int]
    """IRI of a property -> number of its triples."""
    graphs: Mapping[str, int]
    """Name of a named graph -> number of its triples."""

    @property
    def period(self) -> tuple[str, str] | None:
        """The first and the last date of the documents, as precise as they are; None if no date is known."""
        dates = [document.date for document in self.documents if document.date]
        # 2021 begins before 2021-03 and ends after it: "~" sorts behind every digit and dash
        return (min(dates), max(dates, key=lambda date: f"{date}~")) if dates else None


def counted(graph: GraphFile) -> Counted:
    """Return what a graph says of itself.

    Raises DescriptionError for a graph that no run has made, QueryError for one that cannot be read.
    """
    store = graph.store
    classes = _numbers(store, "void_classes.rq")
    return Counted(
        run=_run(graph),
        documents=tuple(
            Document(row["document"], row["name"], row["title"], row["date"], row["url"])
            for row in _rows(store, "dataset_documents.rq")
            if row["document"]
        ),
        provinces=tuple(
            Province(row["province"], row["code"], {each: row[each] for each in ("zh", "en") if row[each]})
            for row in _rows(store, "dataset_provinces.rq")
            if row["province"]
        ),
        language_tags=tuple(row["tag"] for row in _rows(store, "dataset_languages.rq")),
        measurements=cast("Triples", run(store, data_files.text("dataset_measurements.rq"))),  # it is a CONSTRUCT
        numbers={**_rows(store, "void_numbers.rq")[0], **_rows(store, "void_entities.rq")[0], "classes": len(classes)},
        classes=classes,
        properties=_numbers(store, "void_properties.rq"),
        graphs=_numbers(store, "void_graphs.rq"),
    )


def _run(graph: GraphFile) -> Run:
    found = _rows(graph.store, "dataset_run.rq")
    if len(found) != 1:
        raise DescriptionError(
            f"{graph.file} tells of {len(found)} runs, not of one: describe a folder that `reformgraph build` made"
        )
    row = found[0]
    return Run(row["run"], row["base"], row["software"], row["version"])


def _numbers(store: Store, query: str) -> dict[str, int]:
    return {row["term"]: row["number"] for row in _rows(store, query) if row["term"]}


def _rows(store: Store, query: str) -> list[dict[str, Any]]:
    return list(select(store, data_files.text(query)))
