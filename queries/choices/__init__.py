"""The values that a parameter may have in a graph, with the other names that people use for them.

A list is a query of this folder with the columns ``value`` and ``also``, which can be asked for one name; those of
concepts come from the controlled lists. So 河北, 河北省 and Hebei are one province, and a misspelt one is answered with
near matches.
"""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, RdfFormat, Store

from ontology import LIST, text
from queries.binding import bound
from queries.catalogue import own
from queries.errors import QueryError
from queries.run import select
from queries.terms import Term, lexical

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from queries.catalogue import Question
    from queries.catalogue.parameters import Bound, Parameter
    from queries.run import Source

Names = dict[str, dict[str, set[Term]]]
"""What people may type -> the values that it may mean -> the terms that the graph has for each."""

_NAME: Final = "name"
"""The parameter of a list that asks for the values of one name only."""

_ECHO: Final = 60
"""Characters of a value that a complaint repeats."""
_SHOWN: Final = 5
"""Values that are named where nothing is near."""


def chosen(parameter: Parameter, value: str, source: Source) -> list[Bound]:
    """Return the terms of the value that a name means; raises QueryError if it means none, or several.

    The name is looked up as it is typed; the whole list is asked for only where that finds no one value.
    """
    names = _looked_up(parameter, value, source)
    meant = names.get(value, {})
    if value not in meant and (len(meant) != 1 or _has_case(value)):
        names = _names(parameter, source)
        meant = names.get(value) or names.get(value.casefold(), {})
    if value in meant:
        return _terms(parameter, value, meant)
    if len(meant) == 1:
        return _terms(parameter, next(iter(meant)), meant)
    given = f"{parameter.name}={value if len(value) <= _ECHO else value[:_ECHO] + '…'!r}"
    if meant:
        raise QueryError(f"{given} may mean {_listed(sorted(meant))}: say which")
    raise QueryError(f"{given} is not in the graph: {_advice(value, names)}")


def values(parameter: Parameter, source: Source) -> list[str]:
    """Return the values that a parameter may have, sorted; none if it has no list."""
    return sorted({value for meant in _names(parameter, source).values() for value in meant})


def _terms(parameter: Parameter, value: str, meant: Mapping[str, set[Term]]) -> list[Bound]:
    """Return a value as it is bound: a name as the graph has it, other values by the kind of the parameter."""
    plain = parameter.term(value)
    if parameter.kind != "name":
        return [plain]
    return sorted((term for term in meant[value] if isinstance(term, Literal)), key=str)


def _looked_up(parameter: Parameter, value: str, source: Source) -> Names:
    """Return what one name means, as far as an index finds it."""
    question = _list(parameter.choices) if parameter.choices else None
    if question is None or _NAME not in question.parameters:
        return {}
    try:
        terms = question.parameters[_NAME].terms(value)
    except QueryError:  # no name: it is not put into a query
        return {}
    return _asked(question, source, {_NAME: terms})


def _has_case(name: str) -> bool:
    """Return whether a name can be written in another case, which an index does not find."""
    return name.upper() != name.lower()


def _names(parameter: Parameter, source: Source) -> Names:
    if parameter.concepts is not None:
        return _concepts(parameter.concepts)
    return _asked(_list(parameter.choices), source, {}) if parameter.choices else {}


@cache
def _list(name: str) -> Question:
    return own(files(__name__).joinpath(f"{name}.rq").read_text("utf-8"), name)


def _asked(question: Question, source: Source, terms: Mapping[str, Sequence[Bound]]) -> Names:
    table = select(source, bound(question, terms))
    return _gathered((value, lexical(also)) for value, also in table.terms if value is not None)


def _gathered(pairs: Iterable[tuple[Term, str]]) -> Names:
    names: Names = {}
    for term, also in pairs:
        value = lexical(term)
        for name in {value, also, value.casefold(), also.casefold()}:
            names.setdefault(name, {}).setdefault(value, set()).add(term)
    names.pop("", None)
    return names


@cache
def _lists() -> Store:
    store = Store()
    store.load(text("lists.ttl"), format=RdfFormat.TURTLE)
    return store


def _concepts(scheme: str) -> Names:
    return _gathered(_labels(scheme))


def _labels(scheme: str) -> Iterator[tuple[Term, str]]:
    """Yield each concept of a controlled list by its short name, with a label."""
    preferred = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
    for quad in _lists().quads_for_pattern(None, preferred, None):
        concept, label = quad.subject, quad.object
        if (
            isinstance(concept, NamedNode)
            and isinstance(label, Literal)
            and concept.value.startswith(LIST + scheme + "/")
        ):
            yield Literal(concept.value.removeprefix(f"{LIST}{scheme}/")), label.value


def _advice(value: str, names: Names) -> str:
    near = get_close_matches(value, names, n=3, cutoff=0.5) or sorted(n for n in names if value in n or n in value)[:3]
    if value and near:
        return f"did you mean {' or '.join(sorted(near, key=lambda name: name[:1] != value[:1]))}?"
    known = sorted({each for meant in names.values() for each in meant})
    return f"there are {_listed(known)}" if known else "it holds none"


def _listed(names: list[str]) -> str:
    more = len(names) - _SHOWN
    return ", ".join(names[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
