"""The named graphs of a build, each as sorted N-Quads lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from build_graph.emit.corrections import corrections
from build_graph.emit.evidence import cited
from build_graph.emit.facts import Context, discrepancy_iri, statements
from build_graph.emit.iris import Iris
from build_graph.emit.terms import (
    A,
    Statement,
    chinese,
    concept,
    date,
    integer,
    rg,
    sorted_lines,
    string,
    term,
    typed,
)
from build_graph.extract.concerns import concerned
from build_graph.iri import iri
from build_graph.model import Consortium, Discrepancy, PilotUnit, Program, Task
from build_graph.places import Gazetteer, triples
from build_graph.reconcile import Suggestion, offers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from build_graph.extract.mentioned import Gap
    from build_graph.model import Document, DocumentFacts
    from build_graph.places import Place
    from build_graph.reconcile import Reconciled


@dataclass(frozen=True, slots=True)
class DocumentQuads:
    """What one document adds to a graph."""

    lines: list[str]
    """Its own named graph, as sorted N-Quads lines."""
    corrections: list[str]
    """Its lines in the graph of corrections."""
    places: frozenset[str]
    """Keys of the places that it names."""
    suggestions: tuple[Suggestion, ...]
    """What it offers for the gaps of others."""


@dataclass(slots=True)
class Collected:
    """What the graphs that documents share need from each, collected one document after the other."""

    documents: list[str] = field(default_factory=list)
    """Their ids."""
    places: set[str] = field(default_factory=set)
    corrections: set[str] = field(default_factory=set)
    suggestions: list[Suggestion] = field(default_factory=list)

    def add(self, document: str, quads: DocumentQuads) -> None:
        """Add what one document needs there."""
        self.documents.append(document)
        self.places |= quads.places
        self.corrections.update(quads.corrections)
        self.suggestions += quads.suggestions

    def add_all(self, other: Collected) -> None:
        """Add what other documents need there."""
        self.documents += other.documents
        self.places |= other.places
        self.corrections |= other.corrections
        self.suggestions += other.suggestions


def document_quads(
    facts: DocumentFacts, programs: Mapping[str, str], gaps: Mapping[str, tuple[Gap, ...]], base: str
) -> DocumentQuads:
    """Return what one document adds to a graph: a function of its facts and of what its programs are called.

    Args:
        facts: the facts of the document.
        programs: names of programs in the document -> their ids.
        gaps: ids of programs -> what documents have lost about them.
        base: IRI under which the data live.
    """
    iris, gazetteer = Iris(base), Gazetteer.shipped()
    context = _context(facts, programs, iris, _province_keys(gazetteer))
    return DocumentQuads(
        lines=sorted_lines(_document(facts, context), iris.document_graph(facts.document.id)),
        corrections=sorted_lines(corrections(facts, context), iris.graph("corrections")),
        places=frozenset(_places(facts, gazetteer)),
        suggestions=tuple(offers(facts, programs, gaps)),
    )


def shared_graphs(
    collected: Collected, reconciled: Reconciled, base: str, version: str, stamp: str | None
) -> Iterator[list[str]]:
    """Yield the graphs that documents share and that hold something, each as sorted N-Quads lines.

    Args:
        collected: what they need from every document.
        reconciled: what the documents say together.
        base: IRI under which the data live.
        version: version of the program.
        stamp: time of the run in ISO form, or None to leave it out.
    """
    iris, gazetteer = Iris(base), Gazetteer.shipped()
    graphs = (
        _place_lines(collected.places, reconciled, gazetteer, iris),
        sorted_lines(_agencies(reconciled, iris), iris.graph("agencies")),
        sorted_lines(_reconciliation(reconciled, collected.suggestions, iris), iris.graph("reconciliation")),
        sorted(collected.corrections),
        sorted_lines(_run(collected.documents, iris, version, stamp), iris.graph("run")),
    )
    yield from filter(None, graphs)


@cache
def _province_keys(gazetteer: Gazetteer) -> Mapping[str, str]:
    return {place.name: place.key for place in gazetteer.provinces()}


def _context(facts: DocumentFacts, programs: Mapping[str, str], iris: Iris, provinces: Mapping[str, str]) -> Context:
    tasks = frozenset((fact.program, fact.text) for fact in facts.facts if isinstance(fact, Task))
    return Context(iris, facts.document.id, programs, provinces, tasks)


def _document(facts: DocumentFacts, context: Context) -> Iterator[Statement]:
    yield from _described(facts.document, context.iris)
    for fact in facts.facts:
        yield from statements(fact, context)
    for doubt in (fact for fact in facts.facts if isinstance(fact, Discrepancy)):
        for fact in concerned(doubt, facts.facts):
            subject, *_ = next(statements(fact, context))
            yield discrepancy_iri(context.iris, context.document, doubt.type, doubt.passages), rg("concerns"), subject


def _described(document: Document, iris: Iris) -> Iterator[Statement]:
    subject = iris.document(document.id)
    yield subject, A, rg("SourceDocument")
    yield subject, term("dcterms:identifier"), string(document.name)
    yield subject, rg("sha256"), string(document.sha256)
    yield subject, rg("encoding"), string(document.encoding)
    yield subject, rg("characterCount"), integer(len(document.text))
    if document.title:
        yield subject, term("dcterms:title"), chinese(document.title)
    if document.url:
        yield subject, term("schema:url"), iri(document.url)
    if document.publisher:
        yield subject, term("dcterms:publisher"), chinese(document.publisher)
    if document.published:
        yield subject, term("dcterms:date"), date(document.published)
    if document.kind:
        yield subject, rg("documentKind"), concept("document-kind", document.kind)


def _places(facts: DocumentFacts, gazetteer: Gazetteer) -> Iterator[str]:
    provinces = _province_keys(gazetteer)
    for fact in facts.facts:
        if isinstance(fact, PilotUnit):
            yield from filter(None, (fact.place, provinces.get(fact.stated_province or "")))
        elif isinstance(fact, Program) and fact.jurisdiction:
            yield fact.jurisdiction
        elif isinstance(fact, Consortium) and fact.county:
            yield fact.county


def _place_lines(named: set[str], reconciled: Reconciled, gazetteer: Gazetteer, iris: Iris) -> list[str]:
    keys = named | {agency.jurisdiction for agency in reconciled.agencies if agency.jurisdiction}
    graph = iris.graph("places")
    lines = triples(gazetteer, _closed(gazetteer, keys), iris.base)
    return sorted({f"{line.removesuffix(' .')} {graph} .\n" for line in lines})


def _closed(gazetteer: Gazetteer, keys: set[str]) -> list[Place]:
    """The places of these keys, what they lie in and what replaced them: no name in the graph points to nothing."""
    found: dict[str, Place] = {}
    open_keys = sorted(keys)
    while open_keys:
        place = gazetteer.place(open_keys.pop())
        if place.key not in found:
            found[place.key] = place
            open_keys += [key for key in (place.parent, *place.replaced_by) if key]
    return list(found.values())


def _agencies(reconciled: Reconciled, iris: Iris) -> Iterator[Statement]:
    for agency in reconciled.agencies:
        subject = iris.agency(agency.name)
        yield subject, A, rg("Agency")
        yield subject, term("skos:prefLabel"), chinese(agency.name)
        for form in agency.forms:
            yield subject, term("skos:altLabel"), chinese(form)
        if agency.part_of:
            yield subject, term("org:subOrganizationOf"), iris.agency(agency.part_of)
        if agency.jurisdiction:
            yield subject, rg("jurisdiction"), iris.place(agency.jurisdiction)


def _reconciliation(reconciled: Reconciled, suggestions: Iterable[Suggestion], iris: Iris) -> Iterator[Statement]:
    for program in reconciled.programs:
        subject = iris.program(program.id)
        yield subject, term("skos:prefLabel"), chinese(program.label)
        for name in program.names:
            yield subject, term("skos:altLabel"), chinese(name)
    for one, other in reconciled.same_policies:
        yield iris.program(one), rg("samePolicyAs"), iris.program(other)
        yield iris.program(other), rg("samePolicyAs"), iris.program(one)
    for local, above in reconciled.implementations:
        yield iris.program(local), rg("implements"), iris.program(above)
    for suggestion in suggestions:
        gap = discrepancy_iri(iris, suggestion.gap.document, "lost_digits", suggestion.gap.passages)
        yield gap, rg("suggestedValue"), string(suggestion.value)
        yield from cited(iris, suggestion.offered_by, gap, rg("suggestionPassage"), suggestion.passage)


def _run(documents: Iterable[str], iris: Iris, version: str, stamp: str | None) -> Iterator[Statement]:
    run, software = iri(f"{iris.base}run/build"), iri(f"{iris.base}software/{version}")
    yield run, A, term("prov:Activity")
    yield run, term("prov:wasAssociatedWith"), software
    yield software, A, term("prov:SoftwareAgent")
    yield software, term("schema:softwareVersion"), string(version)
    for document in documents:
        yield run, term("prov:used"), iris.document(document)
    if stamp:
        yield run, term("prov:endedAtTime"), typed(stamp, "dateTime")
