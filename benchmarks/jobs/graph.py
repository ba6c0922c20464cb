"""Read a folder of documents, by a process a core, and write their facts and their graph: DOCUMENTS FOLDER.

The folder gets ``facts.pickle`` and ``graph.nq``. Nothing is validated: that is measured by itself.
"""

import pickle
import sys
from pathlib import Path

from benchmarks.clock import tell
from benchmarks.jobs.emitting import Pickled, lines_of, together
from build_graph.pipeline import How, read_facts
from build_graph.work.pool import cores


def _fail(error: Exception) -> None:
    raise error


def _read(source: Path, target: Path) -> int:
    facts = sorted(read_facts([source], on_error=_fail, how=How(jobs=cores())), key=lambda each: each.id)
    with target.open("wb") as pickled:
        for each in facts:
            pickle.dump(each, pickled)
    return len(facts)


def _write(facts: Pickled, target: Path) -> int:
    number = 0
    with target.open("w", encoding="utf-8", newline="\n") as file:
        for line in lines_of(facts, together(facts)):
            file.write(line)
            number += 1
    return number


if __name__ == "__main__":
    documents, folder = map(Path, sys.argv[1:])
    folder.mkdir(parents=True, exist_ok=True)
    count = _read(documents, folder / "facts.pickle")
    statements = _write(Pickled(folder / "facts.pickle"), folder / "graph.nq")
    tell(documents=count, statements=statements)
