from collections.abc import Callable

import pytest

from build_graph.model import Document, Repaired
from build_graph.parse.reading import Reading
from build_graph.places import Gazetteer


def undamaged(text: str, **more) -> Repaired:
    """The repair of a text that needs none: every character stands for itself."""
    return Repaired(text, tuple(range(len(text))), tuple(range(1, len(text) + 1)), **more)


@pytest.fixture(scope="session")
def read() -> Callable[..., Reading]:
    def reading(text: str, *, date: str | None = None, **more) -> Reading:
        return Reading(Document("a", "a.txt", text, published=date), undamaged(text, **more), Gazetteer.shipped())

    return reading


@pytest.fixture(scope="session")
def facts(read):
    """All facts of one kind that a text states."""
    from build_graph.extract import extract

    def found(text: str, kind: type, **more) -> list:
        return [fact for fact in extract(read(text, **more)).facts if isinstance(fact, kind)]

    return found
