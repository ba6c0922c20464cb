"""GEXF 1.2: the network of ``network``, for Gephi, which shows the ``label`` of each node by itself."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO, Final

from networkx import write_gexf

from exports.networks.network import network

if TYPE_CHECKING:
    from queries.store import GraphFile

_META: Final = re.compile(rb"<meta [^>]*>.*?</meta>", re.DOTALL)
"""What networkx adds: the day, and itself as the creator."""


def write(graph: GraphFile, file: BinaryIO) -> None:
    """Write the network as GEXF; the bytes do not tell the day."""
    written = BytesIO()
    write_gexf(network(graph.store), written, version="1.2draft")
    file.write(_META.sub(b"<meta><creator>reformgraph</creator></meta>", written.getvalue(), count=1) + b"\n")
