"""Names of things: stable, readable and the same in every run."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache

from build_graph.iri import iri

_NOT_LETTERS = re.compile(r"[\W_]+")
_RESERVED = re.compile(r"[%/?#:]")
_SLUG = 24


def slug(text: str, *more: str, length: int = _SLUG) -> str:
    """Return a readable name for a text: its letters and figures, with a digest where they do not tell all.

    >>> slug("建设试点")
    '建设试点'
    >>> slug("到2025年，建成。")
    '到2025年建成-cb7d257a'
    """
    letters = _NOT_LETTERS.sub("", text)
    if letters == text and len(letters) <= length and not any(more):
        return letters
    digest = hashlib.sha256("\x1f".join((text, *more)).encode()).hexdigest()[:8]
    return f"{letters[:length]}-{digest}"


def _segment(name: str) -> str:
    """Return a file's name as one segment of a path."""
    return _RESERVED.sub(lambda found: f"%{ord(found[0]):02X}", name)


@lru_cache(maxsize=256)
def _document(base: str, document: str) -> str:
    """Return the name of a document; the names of all its passages start with it."""
    return iri(f"{base}document/{_segment(document)}")


@dataclass(frozen=True, slots=True)
class Iris:
    """Names under one base."""

    base: str

    def graph(self, name: str) -> str:
        """Return the name of a graph: places, agencies, reconciliation, run."""
        return iri(f"{self.base}graph/{name}")

    def document_graph(self, document: str) -> str:
        """Return the name of the graph of what one document says."""
        return self.graph(f"document/{_segment(document)}")

    def document(self, document: str) -> str:
        """Return the name of a source document."""
        return _document(self.base, document)

    def passage(self, document: str, start: int, end: int) -> str:
        """Return the name of a stretch of a document: a text fragment after RFC 5147."""
        return f"{self.document(document)[:-1]}#char={start},{end}>"

    def selector(self, document: str, start: int, end: int, kind: str) -> str:
        """Return the name of a selector of a passage: position or quote."""
        return f"{self.document(document)[:-1]}/selector/{start}-{end}/{kind}>"

    def program(self, program: str) -> str:
        """Return the name of a program."""
        return iri(f"{self.base}program/{program}")

    def place(self, key: str) -> str:
        """Return the name of a place: its division code, or the id of a special area."""
        return iri(f"{self.base}place/{key}")

    def agency(self, name: str) -> str:
        """Return the name of a body."""
        return iri(f"{self.base}agency/{slug(name, length=40)}")

    def agent(self, name: str) -> str:
        """Return the name of a person, or of a role, that corrects facts."""
        return iri(f"{self.base}agent/{slug(name, length=40)}")

    def policy(self, title: str) -> str:
        """Return the name of a policy document."""
        return iri(f"{self.base}policy/{slug(title)}")

    def institution(self, document: str, county: str | None, name: str) -> str:
        """Return the name of an institution: of a county where it is known, else of its document."""
        where = f"institution/{county}" if county else f"document/{_segment(document)}/institution"
        return iri(f"{self.base}{where}/{slug(name)}")

    def dataset(self) -> str:
        """Return the name of all that a build publishes."""
        return iri(f"{self.base}dataset")

    def rule(self, rule: str) -> str:
        """Return the name of a reading rule."""
        return iri(f"{self.base}rule/{_segment(rule)}")

    def gold(self, digest: str) -> str:
        """Return the name of a gold, given its SHA-256 digest."""
        return iri(f"{self.base}gold/{digest[:16]}")

    def measurement(self, metric: str, kind: str | None, rule: str | None) -> str:
        """Return the name of a measurement: of all facts, of those of a kind, or of those that a rule made."""
        of = "/".join(filter(None, [f"rule/{_segment(rule)}" if rule else "", kind or "all"]))
        return iri(f"{self.base}quality/{of}/{metric}")

    def below(self, owner: str, kind: str, name: str) -> str:
        """Return the name of what belongs to a program or a document, given the owner's own name."""
        return f"{owner[:-1]}/{kind}/{iri(name)[1:]}"
