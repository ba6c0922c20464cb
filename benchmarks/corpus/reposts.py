"""What surrounds a text on a page that took it over: navigation, advertisements, teasers, disclaimers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.corpus.parts import Part, joined
from benchmarks.corpus.templates import Template, parsed
from benchmarks.corpus.words import data

if TYPE_CHECKING:
    from benchmarks.corpus.scene import Scene


def _pool(name: str) -> tuple[Template, ...]:
    return tuple(map(parsed, data("reposts")[name]))


_TOPS, _BOTTOMS, _TEASERS, _ADVERTISEMENTS = map(_pool, ("tops", "bottoms", "teasers", "advertisements"))


def reposted(part: Part, scene: Scene) -> Part:
    """Return a document as another site shows it."""
    random = scene.random
    lines: list[Part | str] = [random.choice(_TOPS).fill(scene), part]
    if random.random() < 0.4:
        lines.append(random.choice(_ADVERTISEMENTS).fill(scene))
    lines.extend(template.fill(scene) for template in random.sample(_BOTTOMS, random.randint(1, 2)))
    if random.random() < 0.5:
        lines.append(random.choice(data("reposts")["sidebar_heads"]))
        lines.extend(template.fill(scene) for template in random.sample(_TEASERS, random.randint(3, 6)))
    return joined(lines, "\n\n")
