"""A folder that is published: quads through the gate, the other syntaxes and the store; then it takes its place."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any, Final

from build_graph import validate
from build_graph.emit.publish import MARKER, OutputError, put, staged
from build_graph.emit.store import FOLDER as STORE
from build_graph.emit.store import WORTH
from build_graph.emit.texts import FOLDER as TEXTS
from build_graph.emit.texts import file_name
from build_graph.extract.privacy import masked_text
from build_graph.publication.parts import QUADS, joined, part_file
from build_graph.publication.stored import storing
from build_graph.publication.syntaxes import write_syntaxes
from build_graph.validate.report import SEVERITIES
from build_graph.work.calls import each
from build_graph.work.heap import give_back
from build_graph.work.pool import Here, LostError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.publication.earlier import Earlier
    from build_graph.publication.parts import Filled, Part
    from build_graph.validate import Cache, Report
    from build_graph.work.pool import Caller

Writers = Mapping[str, Callable[[Path, Path], None]]
"""Names of further files, each with the function that writes it from a file of quads."""

_ESCAPED: Final = "backslashreplace"
"""Names of files that are no UTF-8 are escaped, as JSON escapes."""


@dataclass(frozen=True, slots=True)
class Published:
    """What came of a publication."""

    quads: int
    report: Report
    folder: Path
    """Where the output lies; if the gate rejected it, where the report lies."""


def publish(
    fill: Callable[[Path], Filled],
    out: Path,
    *,
    writers: Writers | None = None,
    cache: Cache | None = None,
    earlier: Earlier | None = None,
    caller: Caller | None = None,
) -> Published:
    """Validate quads and publish them as a folder, whole or not at all.

    Args:
        fill: writes the parts of the graph into a new folder, and the source texts if there shall be any.
        out: the folder; a graph that violates the shapes goes into the one beside it that ends in ``-rejected``.
        writers: further files; a graph in parts has them in parts, too.
        cache: keeps what was found in parts of a big graph.
        earlier: what was published there before.
        caller: makes the calls that write files and validate; in this process if None.

    Raises:
        OutputError: if the folder cannot be written.
    """
    caller, writers = caller or Here(), writers or {}
    with staged(out) as work, _told_of_lost_calls():
        filled = fill(work)
        caller.renew()
        give_back()
        is_big = filled.quads >= WORTH
        parts = filled.parts if is_big else [joined(filled.parts, work)]
        with storing(parts, work / STORE, earlier) if is_big else nullcontext(Event()) as not_wanted:
            report = _validated(parts, cache, work, caller)
            _write_told(filled, report, work)
            caller.renew()
            if report.conforms:
                write_syntaxes(parts, writers, work, earlier if is_big else None, caller)
            else:
                not_wanted.set()
        folder = out
        if not report.conforms:
            shutil.rmtree(work / STORE, ignore_errors=True)
            folder = out.with_name(f"{out.name}-rejected")
        put(work, folder)
        if report.conforms and is_big and earlier:  # while nobody else may publish there
            _remember(earlier, parts, writers, out.resolve())
    return Published(filled.quads, report, folder)


@contextmanager
def _told_of_lost_calls() -> Iterator[None]:
    try:
        yield
    except LostError as error:
        raise OutputError(
            f"the graph cannot be written: one step {error}; nothing was changed: try again, or with --jobs 1"
        ) from error


def _validated(parts: Sequence[Part], cache: Cache | None, work: Path, caller: Caller) -> Report:
    files = [validate.Part(part.file, part.key) for part in parts]
    return validate.validate_quads(files, cache=cache, scratch=work, each=partial(each, caller))


def _write_told(filled: Filled, report: Report, folder: Path) -> None:
    """Write what is told of a graph: the reports and the summary."""
    results = {severity: report.count(severity) for severity in SEVERITIES}
    summary = {**_discreet(filled.told), "quads": filled.quads, "published": report.conforms, "results": results}
    (folder / MARKER).write_text(json.dumps(summary, ensure_ascii=False, indent=2) + "\n", "utf-8", _ESCAPED, "\n")
    for name, bits in (("report.txt", report.text()), ("report.json", report.json()), ("report.ttl", report.turtle())):
        with (folder / name).open("x", encoding="utf-8", newline="\n") as file:
            file.writelines(bits)


def _discreet(told: Any) -> Any:  # noqa: ANN401  (whatever JSON holds)
    """Return what is told without personal data: names of files and addresses can hold some."""
    if isinstance(told, Mapping):
        return {key: _discreet(value) for key, value in told.items()}
    if isinstance(told, tuple | list):
        return [_discreet(value) for value in told]
    return masked_text(told) if isinstance(told, str) else told


def _remember(earlier: Earlier, parts: Sequence[Part], writers: Writers, out: Path) -> None:
    has_texts = (out / TEXTS).is_dir()
    known: dict[str, dict[str, Path]] = {}
    for number, part in enumerate(parts):
        if part.key:
            texts = [f"{TEXTS}/{file_name(document)}" for document in part.documents] if has_texts else []
            written = {name: part_file(out, number, name) for name in (QUADS, *writers)}
            known[part.key] = written | {name: out / name for name in texts}
    earlier.remember(known, out / STORE)
