"""The parameters of a stored question: what the header declares, and values as RDF terms.

In the query a parameter is a variable whose name starts with ``_`` (grlc's convention), bound by a block of
its own: ``VALUES ?_province { UNDEF }``. The block holds the default, so the file runs as it stands; ``UNDEF``
means any.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal, cast, get_args

from pyoxigraph import Literal as RdfLiteral
from pyoxigraph import NamedNode

from ontology import LIST, PREFIXES
from queries.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Kind = Literal["text", "name", "integer", "year", "date", "iri", "concept"]
"""What a value is: a text, a name, a whole number, a year, a day, an IRI, a concept of a controlled list.

A text is compared with what the query has found. A name is bound as the graph writes it, with its language, so that an
index finds at once what goes by it.
"""

Argument = str | int | date
"""What people give for a parameter."""

Bound = NamedNode | RdfLiteral

_KEYS: Final = frozenset({"type", "zh", "en", "default", "example", "choices", "list", "several"})
_LANGUAGES: Final = ("zh-hans", "zh", "zh-cn", "zh-hant", "en")
"""Tags of the languages in which graphs give names; some names, as codes, have none."""
_AMBIGUOUS_ESCAPE: Final = re.compile(r"\\[uU]")
"""SPARQL 1.1 (section 19.2) reads code point escapes before everything else, and engines differ on how."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a stored question."""

    name: str
    kind: Kind
    label: Mapping[str, str]
    """What it is, by language tag (zh, en)."""
    default: str | None
    """The value if none is given; None stands for any."""
    example: str | None
    """A value that shows what is meant. A parameter with an example has no default: a value must be given."""
    choices: str | None
    """Name of the list of values that the graph knows, with other names for each: see ``queries.choices``."""
    concepts: str | None
    """The controlled list of a concept: ``designation-level``."""
    several: bool
    """Whether it takes more than one value."""

    @property
    def is_required(self) -> bool:
        """Whether a value must be given."""
        return self.example is not None

    @property
    def shown(self) -> str | None:
        """The value that stands in the file: the default, else the example."""
        return self.default if self.example is None else self.example

    def term(self, value: Argument) -> Bound:
        """Return a value as the term that is bound; raises QueryError with what is wrong with it."""
        text = str(value).strip()
        try:
            return _TERMS[self.kind](text, self)
        except ValueError as error:
            raise QueryError(f"{self.name}={text!r}: {error}") from error

    def terms(self, value: Argument) -> list[Bound]:
        """Return a value as the terms that are bound: one, or the forms of a name; raises QueryError as ``term``."""
        term = self.term(value)
        return forms(term.value) if self.kind == "name" else [term]


def forms(name: str) -> list[Bound]:
    """Return a name as graphs may write it: without a language, and in each that is usual."""
    return [RdfLiteral(name), *(RdfLiteral(name, language=language) for language in _LANGUAGES)]


def read(name: str, record: Mapping[str, Any]) -> Parameter:
    """Return a parameter from its record in a header; raises ValueError if the record makes no sense."""
    if unknown := sorted(set(record) - _KEYS):
        raise ValueError(f"parameter {name}: no such key: {', '.join(unknown)}")
    if record["type"] not in get_args(Kind):
        raise ValueError(f"parameter {name}: no such type: {record['type']}")
    if "default" in record and "example" in record:
        raise ValueError(f"parameter {name}: a default and an example exclude each other")
    return Parameter(
        name=name,
        kind=cast("Kind", record["type"]),
        label=MappingProxyType({language: record[language] for language in ("zh", "en")}),
        default=_text(record.get("default")),
        example=_text(record.get("example")),
        choices=record.get("choices"),
        concepts=record.get("list"),
        several=bool(record.get("several", False)),
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _plain(text: str, _: Parameter) -> Bound:
    if not text:
        raise ValueError("the text is empty")
    if _AMBIGUOUS_ESCAPE.search(text):
        raise ValueError("a backslash before u or U is an escape in SPARQL, which engines read differently")
    return RdfLiteral(text)


def _integer(text: str, _: Parameter) -> Bound:
    if not re.fullmatch(r"[+-]?[0-9]{1,18}", text):
        raise ValueError("a whole number is asked for, for example 10")
    return RdfLiteral(int(text))


def _year(text: str, _: Parameter) -> Bound:
    if not re.fullmatch(r"[0-9]{4}", text):
        raise ValueError("a year of four figures is asked for, for example 2025")
    return RdfLiteral(text, datatype=NamedNode(PREFIXES["xsd"] + "gYear"))


def _date(text: str, _: Parameter) -> Bound:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise ValueError("a day is asked for, for example 2025-06-30") from None
    return RdfLiteral(day.isoformat(), datatype=NamedNode(PREFIXES["xsd"] + "date"))


def _iri(text: str, _: Parameter) -> Bound:
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`]+", text):
        raise ValueError("an absolute IRI is asked for, as the graph names things")
    return NamedNode(text)


def _concept(text: str, parameter: Parameter) -> Bound:
    return NamedNode(f"{LIST}{parameter.concepts}/{text}")


_TERMS: Final[Mapping[str, Callable[[str, Parameter], Bound]]] = MappingProxyType(
    {
        "text": _plain,
        "name": _plain,
        "integer": _integer,
        "year": _year,
        "date": _date,
        "iri": _iri,
        "concept": _concept,
    }
)
