"""Facts -> statements: one function for each kind of fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import singledispatch
from typing import TYPE_CHECKING

from build_graph.emit.evidence import cited, evidence
from build_graph.emit.iris import Iris, slug
from build_graph.emit.terms import (
    A,
    Statement,
    boolean,
    chinese,
    concept,
    date,
    decimal,
    integer,
    rg,
    string,
    term,
)
from build_graph.iri import iri
from build_graph.model import (
    Comparator,
    Condition,
    Consortium,
    DeclaredCount,
    Discrepancy,
    Fact,
    Goal,
    Issuer,
    PilotUnit,
    PolicyDocument,
    Program,
    Task,
    Value,
)
from build_graph.reconcile.agencies import agency_name
from build_graph.tables import table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from build_graph.model import Passage

_COMPARATORS = {
    ">=": "at-least",
    "<=": "at-most",
    "=": "equal",
    ">": "more-than",
    "<": "less-than",
    "range": "range",
}
_EVENTS = {"begins": "startedIn", "extends": "extendedIn", "ends": "endedIn"}
_PROGRAM_LINKS = {"issues": "announcedIn", "basis": "basedOn", "cites": "citesDocument"}


@dataclass(frozen=True, slots=True)
class Context:
    """The document whose facts are written, and the identity of what it speaks of."""

    iris: Iris
    document: str
    programs: Mapping[str, str]
    """Program name in this document -> id of the program."""
    provinces: Mapping[str, str]
    """Full name of a province -> its key."""
    tasks: frozenset[tuple[str | None, str]]
    """Program and text of each task: what stands above a task need not be one."""

    def program(self, fact: Fact) -> str | None:
        """Return the name of the program that a fact belongs to."""
        return self.iris.program(self.programs[fact.program]) if fact.program else None

    def owner(self, fact: Fact) -> str:
        """Return what the fact's own name is built on: its program, else its document."""
        return self.program(fact) or self.iris.document(self.document)


@singledispatch
def statements(fact: Fact, context: Context) -> Iterator[Statement]:
    """Yield the statements of one fact."""
    raise TypeError(f"no statements for {type(fact).__name__}")


def _about(context: Context, subject: str, kind: str, fact: Fact) -> Iterator[Statement]:
    yield subject, A, rg(kind)
    program = context.program(fact)
    if program:
        yield subject, rg("program"), program
    yield from evidence(context.iris, context.document, subject, fact)


@statements.register
def _(fact: Program, context: Context) -> Iterator[Statement]:
    subject = context.iris.program(context.programs[fact.name])
    yield subject, A, rg("Program")
    yield subject, rg("statedName"), chinese(fact.name)
    for alias in fact.aliases:
        yield subject, rg("statedAlias"), chinese(alias)
    yield from _life(fact, subject, context)
    for area in fact.areas:
        yield subject, rg("policyArea"), concept("policy-area", area)
    if fact.is_pilot is not None:
        yield subject, rg("isPilot"), boolean(fact.is_pilot)
    if fact.jurisdiction:
        yield subject, rg("jurisdiction"), context.iris.place(fact.jurisdiction)
    yield from evidence(context.iris, context.document, subject, fact)


def _life(fact: Program, subject: str, context: Context) -> Iterator[Statement]:
    """Yield its batches, tier and later name, and the document as what says that it begins, grows or ends."""
    for batch in fact.batches:
        yield subject, rg("batch"), chinese(batch)
    if fact.tier:
        yield subject, rg("tier"), concept("program-tier", fact.tier)
    if fact.later_name:
        yield subject, rg("laterName"), chinese(fact.later_name)
        yield subject, rg("statedAlias"), chinese(fact.later_name)
    if fact.event:
        yield subject, rg(_EVENTS[fact.event]), context.iris.document(context.document)


@statements.register
def _(fact: Issuer, context: Context) -> Iterator[Statement]:
    name = agency_name(fact.name)
    agency = context.iris.agency(name)
    subject = context.iris.below(context.owner(fact), "issuance", slug(name, length=40))
    yield from _about(context, subject, "Issuance", fact)
    yield subject, rg("agency"), agency
    yield subject, rg("asWritten"), string(fact.as_written)
    if program := context.program(fact):
        yield program, rg("issuedBy"), agency


@statements.register
def _(fact: PilotUnit, context: Context) -> Iterator[Statement]:
    level = designation_level(fact)
    subject = context.iris.below(context.owner(fact), "unit", f"{level}/{fact.place}")
    yield from _about(context, subject, "PilotUnit", fact)
    yield subject, rg("place"), context.iris.place(fact.place or "")
    yield subject, rg("designationLevel"), concept("designation-level", level)
    yield subject, rg("asWritten"), string(fact.as_written)
    if fact.designation:
        yield subject, rg("designation"), chinese(fact.designation)
    stated = context.provinces.get(fact.stated_province or "")
    if stated:
        yield subject, rg("statedProvince"), context.iris.place(stated)


def designation_level(unit: PilotUnit) -> str:
    """Return the level of a designation: what the unit is a pilot as, which need not be its place's level."""
    for row in table(__package__, "designations"):
        if re.search(row["pattern"], unit.designation):
            return row["level"]
    return f"pilot-{unit.level}"


@statements.register
def _(fact: Goal, context: Context) -> Iterator[Statement]:
    name = slug(fact.text, fact.deadline or "")
    subject = context.iris.below(context.owner(fact), "goal", name)
    yield from _about(context, subject, "Goal", fact)
    yield subject, rg("text"), chinese(fact.text)
    yield subject, rg("goalKind"), concept("goal-kind", fact.goal_kind)
    if fact.deadline:
        yield subject, rg("deadline"), date(fact.deadline)
        if fact.deadline_inferred:
            yield subject, rg("deadlineInferred"), boolean(True)
    if fact.value is not None:
        target = iri(f"{subject[1:-1]}/target")
        yield subject, rg("target"), target
        yield target, A, rg("Target")
        yield target, rg("indicator"), chinese(fact.text)
        if fact.unit:
            yield target, term("schema:unitText"), string(fact.unit)
        yield from _amount(target, fact.value, fact.comparator)


def _amount(subject: str, value: Value, comparator: Comparator | None) -> Iterator[Statement]:
    if isinstance(value, tuple):
        yield subject, term("schema:minValue"), decimal(value[0])
        yield subject, term("schema:maxValue"), decimal(value[1])
    elif value is not None:
        yield subject, term("schema:value"), decimal(value)
    if comparator:
        yield subject, rg("comparator"), concept("comparator", _COMPARATORS[comparator])


@statements.register
def _(fact: Condition, context: Context) -> Iterator[Statement]:
    subject = context.iris.below(context.owner(fact), "condition", slug(fact.text))
    yield from _about(context, subject, "Condition", fact)
    yield subject, rg("text"), chinese(fact.text)
    if fact.ordinal is not None:
        yield subject, rg("ordinal"), integer(fact.ordinal)


@statements.register
def _(fact: Task, context: Context) -> Iterator[Statement]:
    owner = context.owner(fact)
    subject = context.iris.below(owner, "task", slug(fact.text))
    yield from _about(context, subject, "Task", fact)
    yield subject, rg("text"), chinese(fact.text)
    if fact.ordinal is not None:
        yield subject, rg("ordinal"), integer(fact.ordinal)
    if fact.parent is not None and (fact.program, fact.parent) in context.tasks:
        yield subject, rg("parentTask"), context.iris.below(owner, "task", slug(fact.parent))
    for body in fact.responsible:
        yield subject, rg("responsible"), context.iris.agency(agency_name(body))


@statements.register
def _(fact: DeclaredCount, context: Context) -> Iterator[Statement]:
    subject = context.iris.below(context.owner(fact), "count", _count_name(fact))
    yield from _about(context, subject, "DeclaredCount", fact)
    yield subject, rg("countOf"), chinese(fact.of)
    yield from _amount(subject, fact.value, fact.comparator)
    if fact.listed is not None:
        yield subject, rg("listedCount"), integer(fact.listed)
        yield subject, rg("openList"), boolean(fact.open_list)


def _count_name(fact: DeclaredCount) -> str:
    if fact.value is None:
        return f"{slug(fact.of)}-unknown"
    value = "-".join(f"{v:g}" for v in (fact.value if isinstance(fact.value, tuple) else (fact.value,)))
    return f"{slug(fact.of)}-{value}"


@statements.register
def _(fact: Consortium, context: Context) -> Iterator[Statement]:
    subject = context.iris.below(context.owner(fact), "consortium", slug(fact.name))
    yield from _about(context, subject, "Consortium", fact)
    yield subject, term("skos:prefLabel"), chinese(fact.name)
    if fact.county:
        yield subject, rg("worksIn"), context.iris.place(fact.county)
    roles = [*([("lead", fact.lead)] if fact.lead else []), *(("member", member) for member in fact.members)]
    for role, name in roles:
        institution = context.iris.institution(context.document, fact.county, name)
        yield subject, rg(role), institution
        yield institution, A, rg("Institution")
        yield institution, term("skos:prefLabel"), chinese(name)


@statements.register
def _(fact: PolicyDocument, context: Context) -> Iterator[Statement]:
    policy = context.iris.policy(fact.title)
    subject = context.iris.below(context.owner(fact), "reference", slug(fact.title))
    yield from _about(context, subject, "DocumentReference", fact)
    yield subject, rg("policyDocument"), policy
    yield subject, rg("relation"), concept("document-relation", fact.relation)
    yield policy, A, rg("PolicyDocument")
    yield policy, term("dcterms:title"), chinese(fact.title)
    if fact.number:
        yield policy, term("eli:id_local"), string(fact.number)
    if program := context.program(fact):
        yield program, rg(_PROGRAM_LINKS[fact.relation]), policy


@statements.register
def _(fact: Discrepancy, context: Context) -> Iterator[Statement]:
    subject = discrepancy_iri(context.iris, context.document, fact.type, fact.passages)
    document = context.iris.document(context.document)
    yield subject, A, rg("Discrepancy")
    yield subject, term("oa:hasTarget"), document
    yield subject, term("oa:motivatedBy"), term("dqv:qualityAssessment")
    yield subject, rg("discrepancyType"), concept("discrepancy-type", fact.type.replace("_", "-"))
    if program := context.program(fact):
        yield subject, rg("program"), program
    for predicate, value in (("stated", fact.stated), ("expected", fact.expected)):
        if value is not None:
            yield subject, rg(predicate), string(value)
    yield from evidence(context.iris, context.document, subject, fact)
    for passage in fact.counter_passages:
        yield from cited(context.iris, context.document, subject, rg("counterPassage"), passage)


def discrepancy_iri(iris: Iris, document: str, kind: str, passages: Sequence[Passage]) -> str:
    """Return the name of a discrepancy: its document, its type and where it stands."""
    first = passages[0]
    return iris.below(iris.document(document), "discrepancy", f"{kind.replace('_', '-')}-{first.start}-{first.end}")
