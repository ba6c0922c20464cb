"""One document from a seed and a number, with its gold."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Any, Final

from benchmarks.corpus.noise import SHARES, add_noise
from benchmarks.corpus.registers import compose, registers
from benchmarks.corpus.reposts import reposted
from benchmarks.corpus.scene import Scene

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from benchmarks.corpus.parts import Part

_MEDIAN: Final = 6.9
"""Logarithm of the median length that is asked for, in characters; what stands around a text comes on top."""
_SPREAD: Final = 0.75
_LEAST: Final = 400
_MOST: Final = 7600
_REPOSTED: Final = 0.35
"""Share of the documents that stand on a page that took them over."""
_WITHOUT_PROGRAM: Final = frozenset({"program", "issuer", "policy_document"})


@dataclass(frozen=True, slots=True)
class Made:
    """A made-up document."""

    name: str
    text: str
    register: str
    noise: str
    """The kind of noise it has, or empty."""
    published: str
    """ISO date of the scene, whether or not the text says it."""
    facts: tuple[Mapping[str, Any], ...]
    """Its gold, with quotes that count in the text."""

    def gold(self, *, quotes: bool = True) -> Mapping[str, Any]:
        """Return its record for ``reformgraph evaluate``.

        Args:
            quotes: say where the facts stand, and the digest of the text as UTF-8; not if the text is to be wrapped
                in JSON or an archive, where other offsets count.
        """
        digest = hashlib.sha256(self.text.encode()).hexdigest() if quotes else None
        facts = [fact if quotes else {k: fact[k] for k in fact if k != "quotes"} for fact in self.facts]
        return {"document": self.name, "text_sha256": digest, "facts": facts}


def make(number: int, seed: int) -> Made:
    """Return a document; it depends on nothing else."""
    random = Random(f"{seed} {number}")  # noqa: S311  (no secret hangs on it)
    kinds = registers()
    register = random.choices(list(kinds), [kinds[kind]["weight"] for kind in kinds])[0]
    length = round(min(_MOST, max(_LEAST, random.lognormvariate(_MEDIAN, _SPREAD))))
    scene = Scene(random)
    part = compose(scene, register, length)
    if random.random() < _REPOSTED:
        part = reposted(part, scene)
    noise = random.choices([*SHARES, ""], [*SHARES.values(), 1 - sum(SHARES.values())])[0]
    if noise:
        part = add_noise(part, noise, random)
    published = f"{scene.year}-{scene.month:02}-{scene.day:02}"
    return Made(f"{number:07}", part.text, register, noise, published, _facts(part, scene.reform.name))


def documents(count: int, seed: int) -> Iterator[Made]:
    """Yield the documents of a corpus, from number 0."""
    return (make(number, seed) for number in range(count))


def _facts(part: Part, program: str) -> tuple[Mapping[str, Any], ...]:
    """Return the facts that a text states, each once with all its quotes, in the order of the text."""
    found: dict[str, dict[str, Any]] = {}
    for mark in sorted(part.marks, key=lambda each: (each.start, -each.end)):
        fact = dict(mark.fact)
        if fact["kind"] not in _WITHOUT_PROGRAM:
            fact["program"] = program
        key = json.dumps({k: v for k, v in fact.items() if k != "status"}, sort_keys=True)
        quote = {"start": mark.start, "end": mark.end, "exact": part.text[mark.start : mark.end]}
        if key not in found:
            found[key] = {**fact, "quotes": [quote]}
            continue
        found[key]["quotes"].append(quote)
        if "status" not in fact:
            found[key].pop("status", None)  # said again where it can be known
    return tuple(found.values())
