"""Files -> documents: decoded text and what is known about it, nothing else.

A file that cannot be read is told as a :class:`ReadError` in its place, and the rest goes on.
"""

from build_graph.read.documents import read_documents
from build_graph.read.errors import ReadError

__all__ = ["ReadError", "read_documents"]
