"""What the tables beside the code say: divisions, special areas, provinces, names that mislead."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, cast

from build_graph.places.place import FormerName, Kind, Place
from build_graph.tables import packed, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.model import Level

Rule = Literal["word", "generic", "boundary", "rival"]

_PACKAGE = "build_graph.places"


def divisions() -> Iterator[Place]:
    """Yield the divisions of levels 1 to 3, current and former, in the order of their codes."""
    for line in packed("build_graph.places", "data/divisions.tsv.gz").splitlines():
        key, code, level, name, parent, since, until, successors, continued, former = line.split("\t")
        yield Place(
            key,
            code,
            name,
            cast("Level", level),
            parent or None,
            _year(since),
            _year(until),
            "division",
            tuple(successors.split(",")) if successors else (),
            continued == "1",
            tuple(_former_names(former)) if former else (),
        )


def special_areas() -> Iterator[Place]:
    """Yield the places that have no code."""
    for row in table(_PACKAGE, "special_areas"):
        yield Place(
            key=row["name"],
            code=None,
            name=row["name"],
            level="other",
            parent=row["parent"] or None,
            valid_from=_year(row["from"]),
            valid_to=_year(row["to"]),
            kind=cast("Kind", row["kind"]),
            replaced_by=tuple(row["replaced_by"].split()),
            members=tuple(row["members"].split()),
        )


def aliases() -> dict[str, str]:
    """Return further full names and the keys of their places."""
    found = {row["name"]: row["code"] for row in table(_PACKAGE, "aliases")}
    for row in table(_PACKAGE, "special_areas"):
        found |= dict.fromkeys(row["aliases"].split(), row["name"])
    return found


@cache
def province_names() -> dict[str, tuple[str, ...]]:
    """Return the short names of each province by its code: the usual one first, then its one character."""
    rows = table(_PACKAGE, "provinces")
    return {row["code"]: (row["short"], *row["abbreviations"].split()) for row in rows}


@cache
def english_names() -> dict[str, str]:
    """Return the English names of the provinces by code."""
    return {row["code"]: row["english"] for row in table(_PACKAGE, "provinces")}


@cache
def weak_names() -> dict[str, Rule]:
    """Return the names that often mean something else, with the rule that ``weak_names.tsv`` gives them."""
    rows = table(_PACKAGE, "weak_names")
    return {name: cast("Rule", row["rule"]) for row in rows for name in row["names"].split()}


def _year(text: str) -> int | None:
    return int(text) if text else None


def _former_names(text: str) -> Iterator[FormerName]:
    for item in text.split(";"):
        name, since, until = item.split(":")
        yield FormerName(name, _year(since), _year(until))
