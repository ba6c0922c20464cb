"""Ask the stored questions of rdflib: FOLDER LIMIT FILE, the SPARQL by the names of the questions."""

import json
import sys
from functools import partial
from pathlib import Path

from rdflib import Dataset

from benchmarks.asking import asked
from benchmarks.clock import tell


def _ask(dataset: Dataset, sparql: str) -> int:
    return sum(1 for _ in dataset.query(sparql))


if __name__ == "__main__":
    folder, limit, file = sys.argv[1:]
    loaded = Dataset(default_union=True).parse(Path(folder) / "graph.nq", format="nquads")
    texts = json.loads(Path(file).read_text("utf-8"))
    tell(seconds=asked({name: partial(_ask, loaded, text) for name, text in texts.items()}, float(limit)))
