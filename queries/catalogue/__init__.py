"""The stored questions: one ``.rq`` file each, in a folder for what it asks about.

A file starts with a header in the convention of grlc (https://grlc.io): lines that begin with ``#+`` and
together are YAML. ``summary``, ``description`` and ``tags`` are grlc's; ``question`` (the question in
Chinese and English) and ``columns`` (what each column of the answer holds, in both languages) are ours.
Below it stands SPARQL 1.1 that runs unchanged on any engine in which the default graph is the union of the
named graphs.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import yaml

from queries.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Mapping

_HEADER = "#+"


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
    sparql: str
    """The whole file, header included."""


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
    advice = f"did you mean {' or '.join(near)}?" if near else "`reformgraph query` lists them"
    raise QueryError(f"there is no stored question {name!r}: {advice}")


def parse(text: str, *, name: str, group: str) -> Question:
    """Return the question in the text of an ``.rq`` file; raises QueryError if its header is incomplete."""
    header = "\n".join(line.removeprefix(_HEADER) for line in text.splitlines() if line.startswith(_HEADER))
    try:
        record: dict[str, Any] = yaml.safe_load(header)
        return Question(
            name=name,
            group=group,
            summary=record["summary"],
            description=" ".join(record["description"].split()),
            tags=tuple(record["tags"]),
            question=MappingProxyType(record["question"]),
            columns=MappingProxyType(record["columns"]),
            sparql=text,
        )
    except (yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        raise QueryError(
            f"{group}/{name}.rq: the #+ header is no complete record ({' '.join(str(error).split())})"
        ) from error
