"""Read a folder of documents and write their facts and their graph: DOCUMENTS FOLDER.

The folder gets ``facts.pickle``, ``graph.nq`` and ``made.json``. Nothing is validated: that is measured by itself.
"""

import json
import pickle
import sys
from pathlib import Path

from benchmarks.clock import tell
from benchmarks.jobs.emitting import lines_of, together
from build_graph.pipeline import read_facts


def _fail(error: Exception) -> None:
    raise error


if __name__ == "__main__":
    source, folder = map(Path, sys.argv[1:])
    folder.mkdir(parents=True, exist_ok=True)
    facts = list(read_facts([source], on_error=_fail))
    with (folder / "facts.pickle").open("wb") as pickled:
        pickle.dump(facts, pickled)
    with (folder / "graph.nq").open("w", encoding="utf-8", newline="\n") as file:
        number = 0
        for line in lines_of(facts, together(facts)):
            file.write(line)
            number += 1
    (folder / "made.json").write_text(json.dumps({"documents": len(facts), "statements": number}), "utf-8")
    tell(statements=number)
