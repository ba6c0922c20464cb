"""No name in the graph points to a place that the graph does not describe."""

from build_graph.model import Consortium, Document, DocumentFacts, Passage, Program
from tests.emit.whole import lines_of

HERE = (Passage(0, 1, "试"),)
BASE = "https://example.org/"


def test_the_county_in_which_a_consortium_works_is_described() -> None:
    program = Program(name="医共体试点", passages=HERE, rule="r")
    consortium = Consortium(program="医共体试点", name="甲医共体", county="330523", passages=HERE, rule="r")
    lines = list(lines_of([DocumentFacts(Document("a", "a.txt", "试点"), (program, consortium))], BASE))
    place = f"<{BASE}place/330523>"
    assert any("#worksIn> " + place in line for line in lines)
    assert any(line.startswith(place) and '"安吉县"' in line for line in lines)
