"""A build on this machine.

Each document is looked at twice. First it is read: its facts go on a shelf, and only what others have to know of it
stays in memory. Then, when all programs have their names, its quads are written.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from build_graph.emit.graphs import Collected, shared_quads
from build_graph.emit.publish import OutputError
from build_graph.emit.texts import Texts
from build_graph.inputs import Listener
from build_graph.places import Gazetteer
from build_graph.publication import QUADS, Filled
from build_graph.read import ReadError
from build_graph.reconcile import Mentions, mentions, programs_called, reconcile
from build_graph.rendering import Page, rendered
from build_graph.work.pool import Call, LostError
from build_graph.work.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from build_graph.plan import Plan
    from build_graph.reconcile import Called, Reconciled
    from build_graph.summary import Tally
    from build_graph.work.cache import Cache
    from build_graph.work.pool import Caller


@dataclass(slots=True)
class LocalBuild:
    """A build on its way."""

    plan: Plan
    tally: Tally
    caller: Caller
    cache: Cache | None
    on_document: Callable[[str], None] | None
    mentioned: Mentions = field(default_factory=Mentions)
    called: dict[str, dict[str, Called]] = field(default_factory=dict)
    """Id of a document -> what its names of programs stand for."""

    def fill(self, folder: Path) -> Filled:
        """Write quads and texts into a folder."""
        with Shelf(folder) as shelf:
            self._read(shelf)
            reconciled = reconcile(self.mentioned, Gazetteer.shipped())
            count = self._write(shelf, reconciled, folder)
        return Filled(count, self.tally.told())

    def _read(self, shelf: Shelf) -> None:
        listener = Listener(self.tally.errors.append, self.tally.outcomes.append, self.tally.skip)
        for facts, data in self.plan.inputs.facts(self.caller, self.cache, listener):
            self.tally.add(facts)
            self.mentioned.add(mentions(facts))
            self.called[facts.id] = programs_called(facts.facts)
            shelf.put(facts.id, data)
            if self.on_document:
                self.on_document(facts.document.name)
        if not self.tally.documents:
            told = list(map(str, self.tally.errors))
            raise ReadError(*told or ["no documents to read; name files or a folder that holds some"])

    def _write(self, shelf: Shelf, reconciled: Reconciled, folder: Path) -> int:
        collected = Collected()
        texts = Texts(folder, self.plan.base) if self.plan.texts else None
        pages = (Call(self._page(document, facts, reconciled)) for document, facts in shelf.by_id())
        count = 0
        with (folder / QUADS).open("w", encoding="utf-8", newline="\n") as file:
            for page in self.caller.results(rendered, pages):
                if isinstance(page, LostError):
                    raise OutputError(f"a document cannot be written: its quads {page}")
                file.writelines(page.quads.lines)
                count += len(page.quads.lines)
                collected.add(page.document, page.quads)
                if texts and page.text is not None:
                    texts.put(page.document, page.text)
            for line in shared_quads(collected, reconciled, self.plan.base, self.plan.version, self.plan.time):
                file.write(line)
                count += 1
        if texts:
            texts.close()
        return count

    def _page(self, document: str, facts: bytes, reconciled: Reconciled) -> Page:
        programs = reconciled.programs_in(self.called[document])
        gaps = {program: gaps for program in programs.values() if (gaps := reconciled.gaps.get(program))}
        return Page(facts, programs, gaps, self.plan.base, self.plan.texts)
