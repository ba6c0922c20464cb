"""Files -> documents: decoded text, what is to be read in it, and what is known about it.

A file or record that cannot be read is told as a :class:`ReadError` in its place, and the rest goes on.
"""

from build_graph.read.documents import read_documents
from build_graph.read.errors import ReadError, Skipped

__all__ = ["ReadError", "Skipped", "read_documents"]
