"""What the server of worker processes loads before it forks them: the steps of a document, and all that they keep."""

from __future__ import annotations

import gc

from build_graph.work.ready import make_ready
from build_graph.work.step import packed_in

__all__ = ["packed_in"]

make_ready()
gc.freeze()  # nobody has to look at these objects again, and no page of them is copied for it
