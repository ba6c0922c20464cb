"""Tasks and their clauses in the orders that documents use, and the chapters of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchmarks.corpus.parts import Mark, Part, joined, optional, stating

if TYPE_CHECKING:
    from benchmarks.corpus.scene import Scene

_DIGITS: Final = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """Return a number from 1 to 99 in Chinese: 十二."""
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones else "")


def numbered_tasks(scene: Scene) -> Part:
    """Return a task as a notice numbers it (一、健全…机制。), with the clauses that say how: details, not asked for."""
    scene.sections += 1
    return _task(scene, f"{chinese(scene.sections)}、")


def chaptered_task(scene: Scene) -> Part:
    """Return a task of the chapter of tasks of a plan, numbered by （一） and so on."""
    scene.sections += 1
    return _task(scene, f"（{chinese(scene.sections)}）")


def _task(scene: Scene, number: str) -> Part:
    head = scene.say("heads").text
    details = optional(_clauses(scene, head, scene.random.randint(2, 4), "，"))
    return joined([number, _heading(head, scene.sections), "。", details, scene.say("answerable"), "。"])


def enumerated_tasks(scene: Scene) -> Part:
    """Return a paragraph of tasks (一是…，包括…、…；二是…), each with its clauses."""
    number = scene.sections = scene.random.randint(2, 5)
    items = []
    for ordinal in range(1, number + 1):
        head = scene.say("heads").text
        clauses = _clauses(scene, head, scene.random.randint(2, 3), "、")
        items.append(joined([f"{chinese(ordinal)}是", _heading(head, ordinal), "，包括", clauses]))
    return joined([scene.say("task_leads"), joined(items, "；"), "。"])


def chapter_guidance(scene: Scene) -> Part:
    """Return the first chapter of a plan, which only says in what spirit."""
    return joined(["一、总体要求", scene.say("guidance")], "\n")


def chapter_goals(scene: Scene) -> Part:
    """Return the chapter of goals."""
    return joined(["二、工作目标", *(scene.say("goals") for _ in range(scene.random.randint(1, 3)))], "\n")


def chapter_tasks(scene: Scene) -> Part:
    """Return the beginning of the chapter of tasks."""
    return joined(["三、主要任务", *(chaptered_task(scene) for _ in range(scene.random.randint(2, 4)))], "\n")


def chapter_safeguards(scene: Scene) -> Part:
    """Return the last chapter: safeguards, which are no tasks of the program."""
    return joined(["四、保障措施", scene.say("safeguards"), scene.say("safeguards")], "\n")


def _heading(text: str, ordinal: int) -> Part:
    return stating(text, kind="task", text=text, ordinal=ordinal)


def _clauses(scene: Scene, parent: str, number: int, between: str) -> Part:
    said = joined((scene.say("clauses") for _ in range(number)), between)
    return Part(said.text, tuple(Mark(m.start, m.end, {**m.fact, "parent": parent}) for m in said.marks))
