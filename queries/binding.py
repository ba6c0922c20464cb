"""A question with its parameters bound: SPARQL text that any engine and any endpoint answers.

A value goes into the query as an RDF term, written by the RDF library's own serializer into the ``VALUES``
block of its parameter. No text that people give is ever pasted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from queries.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from queries.catalogue import Question
    from queries.catalogue.parameters import Bound

ANY: Final = "UNDEF"
"""What stands for a parameter without a value (SPARQL 1.1 section 10.2)."""

_BLOCK: Final = re.compile(r"VALUES\s*\?_(\w+)\s*\{[^{}]*\}", re.IGNORECASE)
"""The block of a parameter in the file: its default holds no brace."""


def bound(question: Question, terms: Mapping[str, Sequence[Bound]]) -> str:
    """Return the SPARQL of a question with these terms for its parameters, and the defaults of the others.

    The blocks are those of the file: what is put into one is never searched for another. Raises QueryError if a
    parameter has no block, or several.
    """
    blocks = [found[1] for found in _BLOCK.finditer(question.sparql)]
    for name in question.parameters:
        if blocks.count(name) != 1:
            found = "no block" if name not in blocks else f"{blocks.count(name)} blocks"
            raise QueryError(f"{question.name}: the parameter {name} has {found} VALUES ?_{name} {{ … }} in the query")
    return _BLOCK.sub(lambda block: _block(block, question, terms), question.sparql)


def _block(block: re.Match[str], question: Question, terms: Mapping[str, Sequence[Bound]]) -> str:
    name = block[1]
    parameter = question.parameters.get(name)
    if parameter is None:
        return block[0]
    values = terms.get(name) or ([] if parameter.shown is None else parameter.terms(parameter.shown))
    return f"VALUES ?_{name} {{ {' '.join(map(str, values)) or ANY} }}"
