"""A store that can be asked afterwards what it was asked."""

from pyoxigraph import Store


class Counting:
    """A store that keeps what it is asked."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.asked: list[str] = []

    def query(self, sparql: str, **more: object) -> object:
        self.asked.append(sparql)
        return self.store.query(sparql, **more)  # type: ignore[arg-type]
