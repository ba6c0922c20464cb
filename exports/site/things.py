"""What has a page in the site: its kind, its name and the path of its page."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from exports import data_files
from ontology import RG
from queries.run import select
from queries.terms import lexical

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pyoxigraph import Store

_PLAIN: Final = re.compile(r"[a-z0-9][a-z0-9._-]{0,59}")
"""An identifier that is a file name on every system as it is."""
_DIGEST: Final = 12
"""Hexadecimal digits that stand for another one."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of thing that has pages."""

    folder: str
    title: Mapping[str, str]
    """Heading of their list, by language."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing of the graph that has a page."""

    iri: str
    kind: Kind
    class_name: str
    """Local name of its class."""
    name: str
    """What people call it, in Chinese."""
    english: str
    """Its name in English, or nothing."""

    @property
    def file(self) -> str:
        """Name of its page without suffix: its identifier if it will do on every system, else a digest of its IRI."""
        identifier = self.iri.rsplit("/", 1)[-1]
        if self.iri.endswith(f"/{self.kind.folder}/{identifier}") and _PLAIN.fullmatch(identifier):
            return identifier
        return hashlib.sha256(self.iri.encode()).hexdigest()[:_DIGEST]

    @property
    def path(self) -> str:
        """Path of its page below the folder of a language, without suffix."""
        return f"{self.kind.folder}/{self.file}"


Things = dict[str, Thing]
"""IRI -> thing, sorted by kind and name."""


def kinds() -> dict[str, Kind]:
    """Return the kinds by the local names of their classes, in the order of the navigation."""
    rows = data_files.table("site/kinds.tsv")
    return {row["class"]: Kind(row["folder"], {"zh": row["zh"], "en": row["en"]}) for row in rows}


def things(store: Store) -> Things:
    """Return what has a page."""
    known = kinds()
    order = {name: position for position, name in enumerate(known)}
    found: dict[str, Thing] = {}
    answer = select(store, data_files.text("site/things.rq"))
    for terms in answer.terms:
        row = dict(zip(answer.columns, map(lexical, terms), strict=True))
        class_name = row["class"].removeprefix(RG)
        if class_name in known and row["thing"] not in found:
            found[row["thing"]] = _thing(row, class_name, known[class_name])
    return dict(_sorted(found.values(), order))


def _thing(row: Mapping[str, str], class_name: str, kind: Kind) -> Thing:
    name = row["said"] or row["thing"].rsplit("/", 1)[-1]
    return Thing(row["thing"], kind, class_name, f"{name}：{row['value']}" if row["value"] else name, row["english"])


def _sorted(found: Iterable[Thing], order: Mapping[str, int]) -> Iterable[tuple[str, Thing]]:
    by_folder = {kind.folder: order[name] for name, kind in reversed(kinds().items())}
    ordered = sorted(found, key=lambda thing: (by_folder[thing.kind.folder], thing.name, thing.iri))
    return ((thing.iri, thing) for thing in ordered)
