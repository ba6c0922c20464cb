"""A stored question with its parameters bound: SPARQL text that any engine and any endpoint answers.

A value goes into the query as an RDF term, written by the RDF library's own serializer into the ``VALUES``
block of its parameter. No text that people give is ever pasted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from queries.catalogue import Question
    from queries.catalogue.parameters import Bound

ANY = "UNDEF"
"""What stands for a parameter without a value (SPARQL 1.1 section 10.2)."""


def bound(question: Question, terms: Mapping[str, Sequence[Bound]]) -> str:
    """Return the SPARQL of a question with these terms for its parameters, and the defaults of the others."""
    sparql = question.sparql
    for parameter in question.parameters.values():
        values = terms.get(parameter.name) or [parameter.term(v) for v in (parameter.shown,) if v is not None]
        sparql = _block(parameter.name).sub(_written(parameter.name, values).replace("\\", "\\\\"), sparql)
    return sparql


def _block(name: str) -> re.Pattern[str]:
    """The block of a parameter in the file: its default holds no brace."""
    return re.compile(rf"VALUES \?_{name} \{{ [^{{}}]* \}}")


def _written(name: str, values: Sequence[Bound]) -> str:
    return f"VALUES ?_{name} {{ {' '.join(map(str, values)) or ANY} }}"
