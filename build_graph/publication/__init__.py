"""Publication: quads through the gate, and a folder whose files agree because all are written from the quads.

* ``cutting``    which documents make a part of a big graph
* ``parts``      the parts of a graph that is to be published
* ``earlier``    what was published at the same place before, as far as it is still what it would be again
* ``publisher``  the gate, the syntaxes, the store; then the folder takes its place
* ``replacing``  a published folder with one of its graphs put in anew
"""

from __future__ import annotations

from build_graph.publication.parts import QUADS, Filled, Part
from build_graph.publication.publisher import Published, Writers, publish
from build_graph.publication.replacing import origin, replace_graph

__all__ = ["QUADS", "Filled", "Part", "Published", "Writers", "origin", "publish", "replace_graph"]
