"""What people type when they ask: the name of a stored question, a file, or SPARQL."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from queries.catalogue import find
from queries.errors import QueryError

_SPARQL: Final = re.compile(r"[\s{]")
"""Every query has white space or a brace; no name has."""


def sparql_of(asked: str) -> str:
    """Return the SPARQL of a stored question, of a file whose name ends in ``.rq``, or of a query as it is.

    Raises QueryError for an unknown name or a file that cannot be read.
    """
    if asked.endswith(".rq") and "{" not in asked:
        return _read(Path(asked))
    return asked if _SPARQL.search(asked) else find(asked).sparql


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError(f"{file} is no text in UTF-8 (byte {error.start})") from error
    except OSError as error:
        raise QueryError(f"cannot read {file}: {error.strerror or error}") from error
