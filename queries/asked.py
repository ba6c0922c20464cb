"""What people type when they ask: the name of a stored question, a file, or SPARQL."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from queries.catalogue import find, own
from queries.errors import QueryError

if TYPE_CHECKING:
    from queries.catalogue import Question

_SPARQL: Final = re.compile(r"[\s{]")
"""Every query has white space or a brace; no name has."""


def question_of(asked: str) -> Question:
    """Return a stored question by name, that of a file whose name ends in ``.rq``, or SPARQL as a question.

    The file may have a header that declares parameters, as stored questions do. Raises QueryError for an unknown
    name, a file that cannot be read or a header that makes no sense.
    """
    if asked.endswith(".rq") and "{" not in asked:
        return own(_read(Path(asked)), asked)
    return own(asked, "the query") if _SPARQL.search(asked) else find(asked)


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError(f"{file} is no text in UTF-8 (byte {error.start})") from error
    except OSError as error:
        raise QueryError(f"cannot read {file}: {error.strerror or error}") from error
