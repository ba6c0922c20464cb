"""The named graphs of a build, each as sorted N-Quads lines."""

from __future__ import annotations

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
from build_graph.model import Discrepancy, PilotUnit, Program, Task
from build_graph.places import triples

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from build_graph.model import Document, DocumentFacts
    from build_graph.places import Gazetteer, Place
    from build_graph.reconcile import Reconciled


def quads(
    documents: Sequence[DocumentFacts],
    reconciled: Reconciled,
    gazetteer: Gazetteer,
    base: str,
    version: str,
    stamp: str | None,
) -> Iterator[str]:
    """Yield all quads of a build as N-Quads lines, graph by graph, in an order that only the facts decide.

    Args:
        documents: the facts of every document.
        reconciled: what they say together.
        gazetteer: where places are described.
        base: IRI under which the data live.
        version: version of the program.
        stamp: time of the run in ISO form, or None to leave it out.
    """
    iris = Iris(base)
    ordered = sorted(documents, key=lambda facts: facts.document.id)
    provinces = {place.name: place.key for place in gazetteer.provinces()}
    contexts = [(facts, _context(facts, reconciled, iris, provinces)) for facts in ordered]
    for facts, context in contexts:
        yield from sorted_lines(_document(facts, context), iris.document_graph(facts.document.id))
    yield from _place_lines(ordered, reconciled, gazetteer, iris)
    yield from sorted_lines(_agencies(reconciled, iris), iris.graph("agencies"))
    yield from sorted_lines(_reconciliation(reconciled, iris), iris.graph("reconciliation"))
    said = (statement for facts, context in contexts for statement in corrections(facts, context))
    yield from sorted_lines(said, iris.graph("corrections"))
    yield from sorted_lines(_run(ordered, iris, version, stamp), iris.graph("run"))


def _context(facts: DocumentFacts, reconciled: Reconciled, iris: Iris, provinces: Mapping[str, str]) -> Context:
    document = facts.document.id
    programs = {name: id_ for (stated_in, name), id_ in reconciled.program_of.items() if stated_in == document}
    tasks = frozenset((fact.program, fact.text) for fact in facts.facts if isinstance(fact, Task))
    return Context(iris, document, programs, provinces, tasks)


def _document(facts: DocumentFacts, context: Context) -> Iterator[Statement]:
    yield from _described(facts.document, context.iris)
    for fact in facts.facts:
        yield from statements(fact, context)
    for doubt in (fact for fact in facts.facts if isinstance(fact, Discrepancy)):
        for fact in concerned(doubt, facts.facts):
            subject, *_ = next(statements(fact, context))
            yield discrepancy_iri(context.iris, context.document, doubt), rg("concerns"), subject


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


def _place_lines(
    documents: Sequence[DocumentFacts], reconciled: Reconciled, gazetteer: Gazetteer, iris: Iris
) -> Iterator[str]:
    keys = {agency.jurisdiction for agency in reconciled.agencies}
    for fact in (fact for facts in documents for fact in facts.facts):
        if isinstance(fact, PilotUnit):
            keys |= {fact.place, _province_key(fact, gazetteer)}
        elif isinstance(fact, Program):
            keys.add(fact.jurisdiction)
    graph = iris.graph("places")
    lines = triples(gazetteer, _closed(gazetteer, {key for key in keys if key}), iris.base)
    yield from sorted({f"{line.removesuffix(' .')} {graph} .\n" for line in lines})


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


def _province_key(unit: PilotUnit, gazetteer: Gazetteer) -> str | None:
    return next((p.key for p in gazetteer.provinces() if p.name == unit.stated_province), None)


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


def _reconciliation(reconciled: Reconciled, iris: Iris) -> Iterator[Statement]:
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
    for suggestion in reconciled.suggestions:
        gap = discrepancy_iri(iris, suggestion.document, suggestion.discrepancy)
        yield gap, rg("suggestedValue"), string(suggestion.value)
        yield from cited(iris, suggestion.offered_by, gap, rg("suggestionPassage"), suggestion.passage)


def _run(documents: Sequence[DocumentFacts], iris: Iris, version: str, stamp: str | None) -> Iterator[Statement]:
    run, software = iri(f"{iris.base}run/build"), iri(f"{iris.base}software/{version}")
    yield run, A, term("prov:Activity")
    yield run, term("prov:wasAssociatedWith"), software
    yield software, A, term("prov:SoftwareAgent")
    yield software, term("schema:softwareVersion"), string(version)
    for facts in documents:
        yield run, term("prov:used"), iris.document(facts.document.id)
    if stamp:
        yield run, term("prov:endedAtTime"), typed(stamp, "dateTime")
