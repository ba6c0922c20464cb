"""JSON-LD: each program as one tree of everything that is said of it, framed for those who show or load programs.

One file with a list of trees: a program's name is an IRI and no file name, one context serves all, and a portal loads
it in one step. Under a program stand its ``units`` with their places, ``goals`` with their targets, ``conditions``,
``tasks`` with their ``subtasks``, ``counts``, ``issuances``, ``references``, ``consortia`` and ``discrepancies``, each
with its passages. What the frame (``data/program_frame.jsonld``) does not embed is referred to by its IRI; a frame is a
filter too, and its ``"id": {}`` lets every node pass.

The framing is that of JSON-LD 1.1, done by pyld. Nothing is fetched: the context of the vocabulary is inside.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from pyld import jsonld

from exports import data_files
from exports.errors import ExportError
from exports.rdf.expanded import Statements
from exports.rdf.jsonld_context import shipped_context
from exports.rdf.order import sorted_union

if TYPE_CHECKING:
    from collections.abc import Mapping

    from queries.store import GraphFile

Tree = dict[str, Any]

_SECTIONS: Final[Mapping[str, str]] = {
    "PilotUnit": "units",
    "Goal": "goals",
    "Condition": "conditions",
    "Task": "tasks",
    "DeclaredCount": "counts",
    "Issuance": "issuances",
    "DocumentReference": "references",
    "Consortium": "consortia",
    "Discrepancy": "discrepancies",
}
"""Class of a fact -> the key under which it stands; a fact of another class stands under ``facts``."""

_OPTIONS: Final = {"embed": "@always", "omitDefault": True, "omitGraph": True}

_LAST: Final = 10**9
"""Where a fact without an ordinal comes among those that have one."""


def write(graph: GraphFile, file: BinaryIO) -> None:
    """Write the programs as a list of trees, sorted by IRI, with the context inside."""
    statements = Statements(sorted_union(graph))
    frame = json.loads(data_files.text("program_frame.jsonld"))
    context = {**shipped_context().document, **frame.pop("@context")}
    trees = [_tree(program, statements, frame, context) for program in statements.programs()]
    sections = dict.fromkeys(_SECTIONS.values(), context["facts"])
    document = {"@context": {**context, **sections}, "@graph": trees}
    file.write(f"{json.dumps(document, ensure_ascii=False, indent=1)}\n".encode())


def _tree(program: str, statements: Statements, frame: Mapping[str, Any], context: Mapping[str, Any]) -> Tree:
    asked = {"@context": context, **frame, "id": program}
    tree: Tree = jsonld.frame(statements.about(program), asked, {**_OPTIONS, "documentLoader": _refuse})
    tree.pop("@context")
    return _sectioned(tree)


def _sectioned(tree: Tree) -> Tree:
    """Return the tree with its facts under the keys of their classes; tasks stand below the task they are part of."""
    facts = sorted(tree.pop("facts", []), key=lambda fact: (_ordinal(fact), fact["id"]))
    sections: dict[str, list[Tree]] = {}
    for fact in _nested([_keys_in_order(fact) for fact in facts]):
        sections.setdefault(_section(fact), []).append(fact)
    return _keys_in_order(tree) | {key: sections[key] for key in (*_SECTIONS.values(), "facts") if key in sections}


def _nested(facts: list[Tree]) -> list[Tree]:
    """Return the facts that are part of no other one here, with those that are below them.

    (A frame that asks for the tasks of each task would have to be as deep as the deepest tree, and pyld would search
    all nodes for each.)
    """
    by_iri = {fact["id"]: fact for fact in facts}
    parents = {fact["id"]: fact.get("parentTask") for fact in facts}
    above = {iri: parent for iri, parent in parents.items() if isinstance(parent, str) and parent in by_iri}
    for iri in above:
        if not _in_a_circle(iri, above):
            parent = by_iri[above[iri]]
            parent.setdefault("subtasks", []).append(by_iri[iri])
            by_iri[iri].pop("parentTask")  # the key above says it
    return [fact for fact in facts if fact["id"] not in above or _in_a_circle(fact["id"], above)]


def _in_a_circle(iri: str, above: Mapping[str, str]) -> bool:
    passed: set[str] = set()
    while iri in above and iri not in passed:
        passed.add(iri)
        iri = above[iri]
    return iri in passed


def _section(fact: Tree) -> str:
    classes = fact.get("type", [])
    names = [classes] if isinstance(classes, str) else classes
    return next((_SECTIONS[name] for name in names if name in _SECTIONS), "facts")


def _ordinal(fact: Tree) -> int:
    stated = fact.get("ordinal")
    return stated if isinstance(stated, int) else _LAST


def _keys_in_order(tree: Tree) -> Tree:
    """Return a node with its name and class first."""
    first = {key: tree[key] for key in ("id", "type") if key in tree}
    return first | {key: value for key, value in tree.items() if key not in first}


def _refuse(url: str, _options: object) -> Any:  # noqa: ANN401
    raise ExportError(f"the JSON-LD context {url} lies on another machine, and nothing is fetched")
