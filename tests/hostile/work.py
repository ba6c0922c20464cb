"""How much work each stage of the reading has with an attack: run as a program, one attack a process.

``work.py LENGTH FACTOR [NAME …]`` prints a line of JSON for each attack: the seconds of processor time that each stage takes
for a document of the length, and for one that is longer by the factor.
"""

import json
import sys
from collections.abc import Callable
from time import process_time

from build_graph.extract import extract
from build_graph.model import Document
from build_graph.parse.reading import Reading
from build_graph.places import Gazetteer
from build_graph.read.source import page_or_text
from build_graph.repair import repair
from tests.hostile import attacks

KINDS: dict[str, tuple[dict[str, str], Callable[[str, int], str]]] = {
    "runs": (attacks.RUNS, attacks.document),
    "disappointed runs": (attacks.RUNS, attacks.disappointed),
    "words": (attacks.WORDS, attacks.document),
    "pages": (attacks.PAGES, attacks.page),
}


def work(text: str, *, is_page: bool) -> dict[str, float]:
    """Return the seconds that each stage takes."""
    times = [process_time()]
    content, _ = page_or_text(text, page=is_page)
    times.append(process_time())
    repaired = repair(text, content)
    times.append(process_time())
    extract(Reading(Document("a", "a.txt", text, content=content), repaired, Gazetteer.shipped()))
    times.append(process_time())
    return {stage: times[at + 1] - times[at] for at, stage in enumerate(("read", "repair", "parse and extract"))}


def least(text: str, *, is_page: bool, runs: int = 2) -> dict[str, float]:
    """Return the least seconds of some runs: what else the machine does can only add to them."""
    found = [work(text, is_page=is_page) for _ in range(runs)]
    return {stage: min(one[stage] for one in found) for stage in found[0]}


if __name__ == "__main__":
    length, factor = map(int, sys.argv[1:3])
    work(attacks.document("试点", 1000), is_page=False)
    for kind, (units, document) in KINDS.items():
        for name, unit in units.items():
            if len(sys.argv) > 3 and name not in sys.argv[3:]:
                continue
            sizes = [least(document(unit, size), is_page=kind == "pages") for size in (length, factor * length)]
            sys.stdout.write(json.dumps([kind, name, *sizes]) + "\n")
