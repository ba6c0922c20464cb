"""The stored questions: one ``.rq`` file each, in a folder for what it asks about.

A file starts with a header in the convention of grlc (https://grlc.io): lines that begin with ``#+`` and
together are YAML. ``summary``, ``description`` and ``tags`` are grlc's; ours are ``question`` (the question in
Chinese and English), ``columns`` (what each column of the answer holds, in both languages), ``parameters`` (see
``parameters.py``) and, where a row counts facts, ``details``: the question that lists them. Below it stands
SPARQL 1.1 that runs unchanged on any engine in which the default graph is the union of the named graphs.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import yaml

from queries.catalogue.parameters import Parameter, read
from queries.errors import QueryError
from queries.header import header

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Question:
    """A stored question."""

    name: str
    """The file's name without its suffix: how people call the question."""
    group: str
    """The folder: what the question asks about."""
    summary: str
    description: str
    tags: tuple[str, ...]
    question: Mapping[str, str]
    """The question as one sentence: language tag (zh, en) -> sentence."""
    columns: Mapping[str, Mapping[str, str]]
    """Column of the answer -> what it holds, by language tag."""
    parameters: Mapping[str, Parameter]
    """Name -> parameter, in the order of the header."""
    details: Details | None
    """Where the facts behind a row are listed, if the rows tell no fact each."""
    sparql: str
    """The whole file, header included."""


@dataclass(frozen=True, slots=True)
class Details:
    """The question that lists the facts behind a row."""

    question: str
    """Its name."""
    columns: Mapping[str, str]
    """Column of that question -> column of the row that has the same value."""
    given: Mapping[str, tuple[str, ...]]
    """Parameter of that question -> values that it has for every row."""


@cache
def catalogue() -> tuple[Question, ...]:
    """Return the stored questions, sorted by group and name."""
    folder = files(__name__)
    found = [
        parse(file.read_text("utf-8"), name=file.name.removesuffix(".rq"), group=group.name)
        for group in folder.iterdir()
        if group.is_dir()
        for file in group.iterdir()
        if file.name.endswith(".rq")
    ]
    return tuple(sorted(found, key=lambda question: (question.group, question.name)))


def find(name: str) -> Question:
    """Return the stored question of this name; raises QueryError with near matches if there is none."""
    by_name = {question.name: question for question in catalogue()}
    if name in by_name:
        return by_name[name]
    near = get_close_matches(name, by_name, n=3, cutoff=0.5)
    advice = f"did you mean {' or '.join(near)}?" if near else "`reformgraph questions` lists them"
    raise QueryError(f"there is no stored question {name!r}: {advice}")


def parse(text: str, *, name: str, group: str) -> Question:
    """Return the question in the text of an ``.rq`` file; raises QueryError if its header is incomplete."""
    try:
        record = header(text)
        missing = [key for key in _REQUIRED if key not in record]
        if missing:
            raise ValueError(f"it lacks {', '.join(missing)}")
        return _question(text, record, name, group)
    except _NO_RECORD as error:
        raise QueryError(f"{group}/{name}.rq: the #+ header is no complete record ({_one_line(error)})") from error


def own(text: str, name: str) -> Question:
    """Return somebody's own query as a question; of its header, if it has one, all is optional.

    Raises QueryError if the header makes no sense.
    """
    try:
        return _question(text, header(text), name, "")
    except _NO_RECORD as error:
        raise QueryError(f"{name}: the #+ header makes no sense ({_one_line(error)})") from error


_REQUIRED: Final = ("summary", "description", "tags", "question", "columns")
_NO_RECORD: Final = (yaml.YAMLError, KeyError, TypeError, AttributeError, ValueError)


def _question(text: str, record: dict[str, Any], name: str, group: str) -> Question:
    parameters = {key: read(key, each) for key, each in (record.get("parameters") or {}).items()}
    return Question(
        name=name,
        group=group,
        summary=record.get("summary", ""),
        description=" ".join(record.get("description", "").split()),
        tags=tuple(record.get("tags", ())),
        question=MappingProxyType(dict(record.get("question", {}))),
        columns=MappingProxyType(dict(record.get("columns", {}))),
        parameters=MappingProxyType(parameters),
        details=_details(record.get("details")),
        sparql=text,
    )


def _details(record: Mapping[str, Any] | None) -> Details | None:
    if record is None:
        return None
    given = {name: tuple(values) for name, values in record.get("given", {}).items()}
    return Details(record["question"], MappingProxyType(record["with"]), MappingProxyType(given))


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
