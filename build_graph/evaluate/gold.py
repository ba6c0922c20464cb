"""Gold: what a person found in a document, one JSON file for each document, named like it.

``{"document": …, "text_sha256": …, "facts": […], "must_not": […], "neutral": […]}``. Facts are those of
``reformgraph facts`` with ``quotes`` for ``passages``; a key that a fact lacks is not judged. ``status`` is
``required`` or ``optional`` (right, but nobody is asked for it); ``alt``, ``also`` and ``parent_alt`` are
further right answers. ``must_not`` names traps; ``neutral`` stretches were not judged exhaustively.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from build_graph.evaluate.errors import GoldError
from build_graph.evaluate.forms import (
    KINDS,
    Fact,
    fact_complaints,
    is_span,
    is_texts,
    known_keys,
    passage_complaints,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Rule = Mapping[str, Any]
"""An entry of ``must_not`` or ``neutral``: a ``string`` or a ``span``, and the ``kinds`` that it is limited to."""

_KEYS: Final = ("document", "text_sha256", "facts", "must_not", "neutral")
_RULE_KEYS: Final = ("string", "span", "kinds", "why")
_FACT_KEYS: Final = ("quotes", "status", "alt", "why")
_KIND_KEYS: Final[Mapping[str, tuple[str, ...]]] = {"task": ("parent_alt",), "pilot_unit": ("also",)}
_FOUND_BY: Final[Mapping[str, tuple[str, ...]]] = {
    "pilot_unit": ("name", "code"), "consortium": ("name", "lead", "members"), "policy_document": ("title", "number"),
}  # fmt: skip
"""Facts of these kinds are compared by one of several keys."""
_STATUS: Final = ("required", "optional")
_ALSO: Final = ("names", "codes")


@dataclass(frozen=True, slots=True)
class Gold:
    """The gold of one document."""

    document: str
    """The name that the document and its gold file share, without extension."""
    facts: tuple[Fact, ...]
    must_not: tuple[Rule, ...] = ()
    neutral: tuple[Rule, ...] = ()
    text_sha256: str | None = None
    """Digest of the document's bytes that the offsets belong to."""
    sha256: str = ""
    """Digest of the gold file's own bytes."""
    warnings: tuple[str, ...] = ()
    """Keys of the file that nobody knows, and that therefore are not judged: one line each."""

    def of_kind(self, kind: str) -> tuple[Fact, ...]:
        """Return the facts of one kind."""
        return tuple(fact for fact in self.facts if fact["kind"] == kind)

    @property
    def program_names(self) -> dict[str, list[str]]:
        """Every name of every program of the document, by its canonical one."""
        return {p["name"]: [p["name"], *(p.get("aliases") or ()), *further(p)] for p in self.of_kind("program")}


def required(fact: Fact) -> bool:
    """Return whether a fact of gold is asked for."""
    return bool(fact.get("status", "required") == "required")


def further(fact: Fact) -> list[str]:
    """Return the further wordings of a fact's name or text that are right as well."""
    return [wording for wording in fact.get("alt") or () if wording]


def read_gold(path: Path) -> dict[str, Gold]:
    """Return the gold of a file or of all JSON files of a folder, by the name of the document.

    Files whose names begin with ``.`` or ``_`` are left out.

    Raises:
        GoldError: if there is no gold, or for each mistake: which file, which fact, what is wrong.
    """
    if not path.exists():
        raise GoldError(f"{path} does not exist; name a gold file or a folder of them")
    files = sorted(file for file in path.glob("*.json") if file.name[0] not in "._") if path.is_dir() else [path]
    if not files:
        raise GoldError(f"{path} holds no gold files; they end in .json and are named like their documents")
    found = [_read(file) for file in files]
    wrong = [str(line) for each in found if isinstance(each, GoldError) for line in each.args]
    if wrong:
        raise GoldError(*wrong)
    return {each.document: each for each in found if isinstance(each, Gold)}


def gold_digest(gold: Mapping[str, Gold]) -> str:
    """Return the SHA-256 digest of gold read from files: of the names of the documents and their files' digests."""
    lines = (f"{name} {one.sha256}\n" for name, one in sorted(gold.items()))
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _read(file: Path) -> Gold | GoldError:
    """Return the gold of a file, or what is wrong with it."""
    try:
        data = file.read_bytes()
        content = json.loads(data.decode("utf-8-sig"))
    except OSError as error:
        return GoldError(f"{file} cannot be read: {error.strerror}")
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        return GoldError(f"{file}: is no JSON in UTF-8: {error}")
    complaints = [f"{file}: {complaint}" for complaint in gold_complaints(content, file.stem)]
    if complaints:
        return GoldError(*complaints)
    return Gold(
        document=file.stem,
        facts=tuple(content["facts"]),
        must_not=tuple(content.get("must_not") or ()),
        neutral=tuple(content.get("neutral") or ()),
        text_sha256=content.get("text_sha256") or None,
        sha256=hashlib.sha256(data).hexdigest(),
        warnings=tuple(f"{file}: {warning}" for warning in _unknown_keys(content)),
    )


def gold_complaints(content: object, name: str) -> Iterator[str]:
    """Yield what is wrong with the content of a gold file that is called ``name`` without its extension."""
    if not isinstance(content, Mapping) or not isinstance(content.get("facts"), list):
        yield 'is no gold: give an object with a list of "facts"'
        return
    document = content.get("document")
    if document is not None and document != name and Path(str(document)).stem != name:
        yield f"is the gold of document {document!r}; name the file like its document"
    if not isinstance(content.get("text_sha256") or "", str):
        yield "has a text_sha256 that is no text"
    for number, fact in enumerate(content["facts"], 1):
        yield from (f"fact {number}{_named(fact)} {complaint}" for complaint in _fact_complaints(fact))
    for key in ("must_not", "neutral"):
        rules = content.get(key) or []
        if not isinstance(rules, list):
            yield f"has {key} that is no list"
            continue
        for number, rule in enumerate(rules, 1):
            yield from (f"rule {number} of {key} {complaint}" for complaint in _rule_complaints(rule, key))


def _unknown_keys(content: Mapping[str, Any]) -> Iterator[str]:
    """Yield a line for each key of gold that nobody knows: what it says is not judged."""
    yield from (_unknown(key, _KEYS) for key in content if key not in _KEYS)
    for number, fact in enumerate(content["facts"], 1):
        known = (*known_keys(fact["kind"]), *_FACT_KEYS, *_KIND_KEYS.get(fact["kind"], ()))
        yield from (f"fact {number}{_named(fact)} {_unknown(key, known)}" for key in fact if key not in known)
    for name in ("must_not", "neutral"):
        for number, rule in enumerate(content.get(name) or (), 1):
            yield from (f"rule {number} of {name} {_unknown(key, _RULE_KEYS)}" for key in rule if key not in _RULE_KEYS)


def _unknown(key: str, known: Iterable[str]) -> str:
    near = get_close_matches(key, known, n=1)
    return f"has the unknown key {key!r}, which is not judged" + (f"; did you mean {near[0]}?" if near else "")


def _named(fact: object) -> str:
    """Name a fact for a person: its kind and its words."""
    if not isinstance(fact, Mapping) or not isinstance(fact.get("kind"), str):
        return ""
    words = next((fact[key] for key in ("text", "title", "name", "of", "stated") if fact.get(key)), None)
    return f" ({fact['kind']}{f' {words}' if isinstance(words, str) else ''})"


def _fact_complaints(fact: object) -> Iterator[str]:
    wrong = next(fact_complaints(fact), None)
    if wrong or not isinstance(fact, Mapping):
        yield wrong or ""
        return
    if "passages" in fact and "quotes" not in fact:
        yield 'has "passages"; gold calls them "quotes"'
    yield from passage_complaints(fact.get("quotes") or [], "quotes")
    if fact.get("status", "required") not in _STATUS:
        yield f"has the status {fact['status']!r}; known are {', '.join(_STATUS)}"
    if not is_texts(fact.get("alt") or []):
        yield f"has alt {fact['alt']!r}; give a list of texts"
    parents = fact.get("parent_alt") or []
    if not isinstance(parents, list) or not is_texts([each for each in parents if each is not None]):
        yield f"has parent_alt {parents!r}; give a list of texts, with null where it may have no parent"
    also = fact.get("also") or {}
    if not isinstance(also, Mapping) or not all(key in _ALSO and is_texts(also[key]) for key in also):
        yield f'has also {also!r}; give lists of "names" and "codes"'
    elif fact["kind"] in _FOUND_BY and not any(map(fact.get, _found_by(fact))):
        yield f"has no {' and no '.join(_found_by(fact))}, so that nothing can be compared with it"


def _found_by(fact: Fact) -> tuple[str, ...]:
    """The keys of which one at least must be there; what is no division is known by its written name too."""
    of_kind = _FOUND_BY[fact["kind"]]
    return (*of_kind, "as_written") if fact.get("level") == "other" else of_kind


def _rule_complaints(rule: object, key: str) -> Iterator[str]:
    if not isinstance(rule, Mapping):
        yield "is no JSON object"
        return
    if "span" in rule:
        if not is_span(rule["span"]):
            yield f"has the span {rule['span']!r}; give [start, end] in code points, the end after the start"
    elif key == "neutral":
        yield "has no span"
    elif not isinstance(rule.get("string"), str) or not rule["string"]:
        yield "has neither a string nor a span"
    kinds = rule.get("kinds") or []
    unknown = [kind for kind in kinds if kind not in KINDS] if isinstance(kinds, list) else [kinds]
    if unknown:
        yield f"is limited to the kind {unknown[0]!r}; known are {', '.join(KINDS)}"
