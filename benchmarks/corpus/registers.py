"""Documents of each kind, put together as ``data/registers.yml`` says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from benchmarks.corpus import lists, tasks
from benchmarks.corpus.parts import Part, joined
from benchmarks.corpus.words import data

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from benchmarks.corpus.scene import Scene

    Step = Mapping[str, Any]

_CONSTRUCTIONS: Final[Mapping[str, Callable[[Scene], Part]]] = {
    each.__name__: each
    for each in (
        lists.units_by_province, lists.units_table, lists.home_lines, lists.conditions, lists.consortia, lists.dateline,
        tasks.numbered_tasks, tasks.enumerated_tasks, tasks.chaptered_task, tasks.chapter_guidance, tasks.chapter_goals,
        tasks.chapter_tasks, tasks.chapter_safeguards,
    )
}  # fmt: skip


def registers() -> Mapping[str, Step]:
    """Return the kinds of documents by name, each with its ``weight`` and ``steps``."""
    found: Mapping[str, Step] = data("registers")
    return found


def compose(scene: Scene, register: str, length: int) -> Part:
    """Return a document of a kind that has about ``length`` characters, and no fewer than its steps need."""
    before: list[Part] = []
    after: list[Part] = []
    fill: Sequence[Step] = ()
    for step in registers()[register]["steps"]:
        if "fill" in step:
            fill = step["fill"]
        elif fill:
            after.extend(_done(scene, step))
        else:
            before.extend(_done(scene, step))
    some = sum(len(part.text) for part in (*before, *after))
    while fill and some < length:
        more = _one(scene, scene.random.choice(fill))
        before.append(more)
        some += len(more.text)
    return joined((*before, *after), scene.random.choice(("\n", "\n\n")))


def _done(scene: Scene, step: Step) -> Iterator[Part]:
    """Yield what a step says; drawing whether and how often never depends on the length of the document."""
    if scene.random.random() >= step.get("chance", 1.0):
        return
    least, most = step.get("times", (1, 1))
    for _ in range(scene.random.randint(least, most)):
        yield _one(scene, step)


def _one(scene: Scene, step: Step) -> Part:
    return _CONSTRUCTIONS[step["do"]](scene) if "do" in step else scene.say(step["say"])
