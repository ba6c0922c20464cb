"""A server on this machine that must see no connection, and a graph in which every text is hostile."""

from __future__ import annotations

import socket
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass
class Listener:
    """A server that answers nothing."""

    address: str
    connections: list[object] = field(default_factory=list)


@pytest.fixture
def listener() -> Iterator[Listener]:
    """Return a server that has seen no connection, and must not when the test ends."""
    server = socket.create_server(("127.0.0.1", 0))
    found = Listener(f"http://127.0.0.1:{server.getsockname()[1]}/x")

    def accept() -> None:
        while True:
            try:
                connection, address = server.accept()
            except OSError:
                return
            found.connections.append(address)
            connection.close()

    threading.Thread(target=accept, daemon=True).start()
    yield found
    server.close()
    assert found.connections == []
