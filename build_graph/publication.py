"""Publication: quads through the gate, and a folder whose files agree because all are written from the quads."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from build_graph.emit.publish import MARKER, OutputError, put, staged
from build_graph.emit.store import FOLDER as STORE
from build_graph.emit.store import WORTH, write_store
from build_graph.emit.texts import FOLDER
from build_graph.extract.privacy import masked_text
from build_graph.validate import validate_quads
from build_graph.validate.report import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from build_graph.validate import Cache, Report

QUADS: Final = "graph.nq"
"""The file of a built folder that holds every quad; all other syntaxes are written from it."""

_ESCAPED: Final = "backslashreplace"
"""Names of files that are no UTF-8 are escaped, as JSON escapes."""
_SOFTWARE: Final = re.compile(
    r"<(?P<base>[^>]*)run/build> <[^>]*#wasAssociatedWith> <(?P=base)software/(?P<version>[^>]*)> "
)


@dataclass(frozen=True, slots=True)
class Published:
    """What came of a publication."""

    quads: int
    report: Report
    folder: Path
    """Where the output lies; if the gate rejected it, where the report lies."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What was written into a folder that is to be published."""

    quads: int
    told: Mapping[str, Any]
    """What else the summary in the folder says."""


def publish(
    fill: Callable[[Path], Filled],
    out: Path,
    *,
    writers: Mapping[str, Callable[[Path, Path], None]] | None = None,
    cache: Cache | None = None,
) -> Published:
    """Validate quads and publish them as a folder, whole or not at all.

    Args:
        fill: writes the file of quads into a new folder, and the source texts if there shall be any.
        out: the folder; a graph that violates the shapes goes into the one beside it that ends in ``-rejected``.
        writers: further files, each with the function that writes it from the file of quads.
        cache: keeps what was found in parts of a big graph.

    Raises:
        OutputError: if the folder cannot be written.
    """
    with staged(out) as work:
        filled = fill(work)
        report = validate_quads(work / QUADS, cache=cache, scratch=work)
        _write_reports(report, work)
        results = {severity: report.count(severity) for severity in SEVERITIES}
        summary = {**_discreet(filled.told), "quads": filled.quads, "published": report.conforms, "results": results}
        (work / MARKER).write_text(json.dumps(summary, ensure_ascii=False, indent=2) + "\n", "utf-8", _ESCAPED, "\n")
        folder = out if report.conforms else out.with_name(f"{out.name}-rejected")
        if report.conforms:
            for name, write in sorted((writers or {}).items()):
                write(work / QUADS, work / name)
            if filled.quads >= WORTH:
                write_store([work / QUADS], work / STORE)
        put(work, folder)
    return Published(filled.quads, report, folder)


def _discreet(told: Any) -> Any:  # noqa: ANN401  (whatever JSON holds)
    """Return what is told without personal data: names of files and addresses can hold some."""
    if isinstance(told, Mapping):
        return {key: _discreet(value) for key, value in told.items()}
    if isinstance(told, tuple | list):
        return [_discreet(value) for value in told]
    return masked_text(told) if isinstance(told, str) else told


def _write_reports(report: Report, folder: Path) -> None:
    texts = {
        "report.txt": report.to_text(),
        "report.json": report.to_json(),
        "report.ttl": report.to_turtle(),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8", newline="\n")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the graph of a folder comes from."""

    base: str
    """IRI under which its data live."""
    version: str
    """Version of the program that built it."""


def origin(folder: Path) -> Origin:
    """Return where the graph of a built folder comes from.

    Raises:
        OutputError: if the folder is none that reformgraph built.
    """
    if (folder / MARKER).is_file() and (folder / QUADS).is_file():
        for line in _lines(folder):
            found = _SOFTWARE.match(line)
            if found:
                return Origin(found["base"], found["version"])
    raise OutputError(f"{folder} is no folder that `reformgraph build` published; name one, or build it")


def replace_graph(
    folder: Path, graph: str, lines: Iterable[str], *, writers: Mapping[str, Callable[[Path, Path], None]] | None = None
) -> Published:
    """Publish a built folder again with one of its named graphs put in or replaced; the others stay as they are.

    So do the source texts, if the folder holds them.

    Args:
        folder: the folder, as :func:`publish` left it.
        graph: name of the graph, in N-Quads syntax.
        lines: the quads of the graph.
        writers: as for :func:`publish`.

    Raises:
        OutputError: if the folder cannot be written.
    """

    def fill(work: Path) -> Filled:  # called when the folder is claimed: no other run takes it away meanwhile
        told = json.loads((folder / MARKER).read_text("utf-8"))
        end = f" {graph} .\n"
        kept = (line for line in _lines(folder) if not line.endswith(end))
        if (folder / FOLDER).is_dir():
            shutil.copytree(folder / FOLDER, work / FOLDER)
        return Filled(_write(chain(kept, lines), work / QUADS), told)

    return publish(fill, folder, writers=writers)


def _write(lines: Iterable[str], target: Path) -> int:
    count = 0
    with target.open("w", encoding="utf-8", newline="\n") as file:
        for line in lines:
            file.write(line)
            count += 1
    return count


def _lines(folder: Path) -> Iterator[str]:
    with (folder / QUADS).open(encoding="utf-8", newline="\n") as file:
        yield from file
